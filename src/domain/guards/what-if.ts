import { type Holders, lotHolders } from '../award/award.ts';
import { DomainError } from '../errors.ts';
import { divide, exact, multiply, ratio, toFractionText, toPlainText, truncate } from '../number.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { type Entrant, enterLots, evaluateLot } from '../scoring/lot.ts';
import { ownQuality } from '../scoring/quality-score.ts';
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
  /** The ranking of that lot when this bid had these scores; undefined when the announced method then gives none (it would divide by zero). */
  readonly rankingWith: (
    bid: string,
    lot: string,
    scores: ReadonlyMap<string, string>,
  ) => readonly Ranked[] | undefined;
  /** Who would get which lot with another ranking of one lot; asked once for rankings that are the same to the award. */
  readonly holdersWith: (lot: string, ranking: readonly Ranked[]) => Holders;
}

/** @param input complete and checked */
export function createWhatIf(input: EvaluationInput): WhatIf {
  const { rules } = input;
  const entrants = enterLots(input);
  const rankings = new Map(
    [...entrants].map(([lot, ones]) => [lot, evaluateLot(rules, lot, ones, input.draw).ranking]),
  );
  const asked = new Map<string, Holders>();
  return {
    input,
    entrants,
    rankings,
    holders: lotHolders(input, rankings),
    places: [...entrants].flatMap(([lot, ones]) =>
      ones.flatMap(({ bid, quality }) => (quality ? [{ bid, lot, scores: quality.scores }] : [])),
    ),
    rankingWith: (bid, lot, scores) => {
      const changed = entrants
        .get(lot)!
        .map((one): Entrant => (one.bid === bid ? { ...one, quality: ownQuality(rules, scores) } : one));
      try {
        return evaluateLot(rules, lot, changed, input.draw).ranking;
      } catch (error) {
        if (error instanceof DomainError) return undefined;
        throw error;
      }
    },
    holdersWith: (lot, ranking) => {
      const key = `${lot} ${ranking.map((one) => standing(rules, one)).join(' ')}`;
      const holders = asked.get(key) ?? lotHolders(input, new Map(rankings).set(lot, ranking));
      asked.set(key, holders);
      return holders;
    },
  };
}

/** All that the award takes from a bid in a ranking: its place, its total, and its points on the criteria of the tie-break. */
function standing({ award }: TenderRules, one: Ranked): string {
  const points = award.tieBreak.map((step) =>
    step.rule === 'higher-score' ? toFractionText(pointsOn(one, step.criterion)) : '',
  );
  return [one.bid, one.rank, toFractionText(one.total), ...points].join(':');
}

/** Every score that may be given on a criterion, ascending; where the committee gives points itself, only the two ends and the current one. */
export function admissibleScores(rules: TenderRules, criterion: string, current: string): string[] {
  const node = scoredCriteria(rules).find((one) => one.criterion.id === criterion)!;
  const { scoring } = node.criterion;
  if (scoring?.kind !== 'points') return rules.scale.map((step) => step.value);
  const units = ratio(10n ** BigInt(scoring.decimals), 1n);
  const highest = toPlainText(divide(truncate(multiply(node.weight, units)), units));
  return [...new Set(['0', current, highest])].sort((a, b) => exact(a).compare(exact(b)));
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
