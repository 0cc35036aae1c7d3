import { type Holders, lotHolders } from '../award/award.ts';
import { DomainError } from '../errors.ts';
import {
  divide,
  type Exact,
  exact,
  multiply,
  numerator,
  ratio,
  toDecimalText,
  toFractionText,
  toPlainText,
  truncate,
} from '../number.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import { rulesIn } from '../rules/in-lot.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import type { TenderRules } from '../rules/rules.ts';
import { type Scale, scaleOf } from '../rules/scale.ts';
import { drawIn } from '../scoring/draws.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { type Entrant, enterLots, evaluateLot } from '../scoring/lot.ts';
import { type OwnQuality, ownQuality } from '../scoring/quality-score.ts';
import { pointsOn, type Ranked } from '../scoring/ranking.ts';

/** An evaluation that can be asked what would change if single scores were different. */
export interface WhatIf {
  readonly input: EvaluationInput;
  /** Every bid per lot and combination, and how the valid ones rank. */
  readonly entrants: ReadonlyMap<string, readonly Entrant[]>;
  readonly rankings: ReadonlyMap<string, readonly Ranked[]>;
  readonly holders: Holders;
  /** Every assessed bid per lot or combination, with its scores. */
  readonly places: readonly {
    readonly bid: string;
    readonly lot: string;
    readonly scores: ReadonlyMap<string, string>;
  }[];
  /**
   * The ranking of that lot when these bids in it had these scores, by bid; undefined when the announced method then gives none (it would
   * divide by zero).
   */
  readonly rankingWith: (
    lot: string,
    changed: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) => readonly Ranked[] | undefined;
  /** Equal for rankings of a lot that are the same to the award. */
  readonly sameToAward: (ranking: readonly Ranked[]) => string;
  /** Who would get which lot with other rankings of some lots; asked once for rankings that are the same to the award. */
  readonly holdersWith: (changed: ReadonlyMap<string, readonly Ranked[]>) => Holders;
}

/** @param input complete and checked */
export function createWhatIf(input: EvaluationInput): WhatIf {
  const { rules } = input;
  const entrants = enterLots(input);
  const rankings = new Map(
    [...entrants].map(([lot, ones]) => [
      lot,
      evaluateLot(rulesIn(rules, lot), lot, ones, drawIn(input.draws, lot)).ranking,
    ]),
  );
  const asked = new Map<string, Holders>();
  const qualities = new WeakMap<ReadonlyMap<string, string>, OwnQuality>();
  const qualityOf = (lot: string, { bid, quality }: Entrant, scores: ReadonlyMap<string, string>): OwnQuality => {
    const known = qualities.get(scores) ?? ownQuality(rulesIn(rules, lot), { bid, lot }, scores, quality?.values);
    qualities.set(scores, known);
    return known;
  };
  const standings = new WeakMap<readonly Ranked[], string>();
  const sameToAward = (ranking: readonly Ranked[]): string => {
    const known = standings.get(ranking) ?? ranking.map((one) => standing(rules, one)).join(' ');
    standings.set(ranking, known);
    return known;
  };
  return {
    input,
    entrants,
    rankings,
    holders: lotHolders(input, rankings),
    places: [...entrants].flatMap(([lot, ones]) =>
      ones.flatMap(({ bid, quality }) => (quality ? [{ bid, lot, scores: quality.scores }] : [])),
    ),
    rankingWith: (lot, changed) => {
      const entering = entrants.get(lot)!.map((one): Entrant => {
        const scores = changed.get(one.bid);
        return scores ? { ...one, quality: qualityOf(lot, one, scores) } : one;
      });
      try {
        return evaluateLot(rulesIn(rules, lot), lot, entering, drawIn(input.draws, lot)).ranking;
      } catch (error) {
        if (error instanceof DomainError) return undefined;
        throw error;
      }
    },
    sameToAward,
    holdersWith: (changed) => {
      const others = [...changed].filter(([lot, ranking]) => sameToAward(ranking) !== sameToAward(rankings.get(lot)!));
      const key = others.map(([lot, ranking]) => `${lot} ${sameToAward(ranking)}`).join('\n');
      const holders = asked.get(key) ?? lotHolders(input, new Map([...rankings, ...others]));
      asked.set(key, holders);
      return holders;
    },
  };
}

/** All that the award takes from a bid in a ranking: its place, and where it goes by sums its total and its points on the criteria of the tie-break. */
function standing(rules: TenderRules, one: Ranked): string {
  if (!mechanismOf(rules).bySum) return `${one.bid}:${one.rank}`;
  const points = rules.award.tieBreak.map((step) =>
    step.rule === 'higher-score' ? toFractionText(pointsOn(one, step.criterion)) : '',
  );
  return [one.bid, one.rank, toFractionText(one.total), ...points].join(':');
}

/** The scale that a criterion has wherever it counts; on points that the committee gives itself, up to its weight in the lot. */
export const scaleIn = (rules: TenderRules, lot: string, criterion: string): Scale => {
  const own = rulesIn(rules, lot);
  return scaleOf(own, scoredCriteria(own).find((one) => one.criterion.id === criterion)!);
};

/**
 * Whether the score of a bid on a criterion in a lot can be another one by itself: what is common to several lots cannot, nor can a mean or a median.
 */
export function variesAlone({ rules, bids }: EvaluationInput, bid: string, criterion: string): boolean {
  const { common, criterion: found } = scoredCriteria(rules).find((one) => one.criterion.id === criterion)!;
  return !found.scoreFrom && (!common || bids.find(({ id }) => id === bid)!.lots.length === 1);
}

/** Every score that may be given on a scale, ascending; of a scale of numbers, only the two ends and the current one. */
export function admissibleScores(scale: Scale, current: string): string[] {
  if (scale.kind === 'steps') return scale.steps.map((step) => step.value);
  const { least, most, units } = inUnits(scale);
  const ends = [least, most].map((end) => toPlainText(divide(ratio(end, 1n), units)));
  return [...new Set([ends[0]!, current, ends[1]!])].sort((a, b) => exact(a).compare(exact(b)));
}

/** Every score that may be given on a scale, ascending, all numbers of a scale of numbers as well; undefined when they are more than that. */
export function everyScore(scale: Scale, limit: number): string[] | undefined {
  if (scale.kind === 'steps') {
    return scale.steps.length > limit ? undefined : scale.steps.map((step) => step.value);
  }
  const { least, most, units } = inUnits(scale);
  if (most - least >= BigInt(limit)) return undefined;
  return Array.from({ length: Number(most - least) + 1 }, (_, given) =>
    toDecimalText(divide(ratio(least + BigInt(given), 1n), units), scale.decimals),
  );
}

/** The ends of a scale of numbers, counted in its smallest unit. */
export function inUnits({ minimum, maximum, decimals }: Extract<Scale, { kind: 'numbers' }>): {
  readonly least: bigint;
  readonly most: bigint;
  readonly units: Exact;
} {
  const units = ratio(10n ** BigInt(decimals), 1n);
  return {
    // Minimums have no more decimals than scores, or the first number above them counts.
    least: -numerator(truncate(multiply(minimum, multiply(units, exact('-1'))))),
    most: numerator(truncate(multiply(maximum, units))),
    units,
  };
}

/** Lots with another holder, or another state (open, draw). */
export const changedLots = (before: Holders, after: Holders): string[] =>
  [...before].filter(([lot, holder]) => after.get(lot) !== holder).map(([lot]) => lot);

/** What a lot becomes: another holder, open, or a draw (or no award at all). */
export interface Becomes {
  readonly bid: string | null;
  readonly draw: boolean;
}

export const becomes = (after: Holders, lot: string): Becomes => ({
  bid: after.get(lot) ?? null,
  draw: after.get(lot) === undefined,
});
