import type { Holders } from '../award/award.ts';
import { DomainError } from '../errors.ts';
import { compare, type Exact, exact, subtract, sum, toFractionText } from '../number.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { checkCriterion } from '../scoring/input.ts';
import { admissibleScores, changedLots, createWhatIf, type WhatIf } from './what-if.ts';

/**
 * The court's question about a bid: can the contested points close the gap? Asked of every lot of the bid: would any admissible
 * score on the contested criteria change its rank, or any award?
 */
export interface ContestedScores {
  readonly bid: string;
  readonly criteria: readonly string[];
  readonly lots: readonly ContestedLot[];
}

export interface ContestedLot {
  readonly lot: string;
  readonly now: Standing;
  /** With the lowest and with the highest admissible score on every contested criterion. */
  readonly lowest: Standing;
  readonly highest: Standing;
  readonly changesRank: boolean;
  /** Lots that change hands for some admissible scores. */
  readonly changes: readonly string[];
  /** The first found scores that change an award, the closest to what was given; null when none do. */
  readonly example: null | {
    readonly scores: readonly { readonly criterion: string; readonly from: string; readonly to: string }[];
    readonly lots: readonly { readonly lot: string; readonly bid: string | null; readonly draw: boolean }[];
  };
  /** More combinations exist than were tried one by one; then only the ends were. */
  readonly onlyEnds: boolean;
}

/** Where a bid stands in a lot; null when it is set aside there. */
export type Standing = null | { readonly rank: number; readonly total: string };

const COMBINATIONS = 2_000;

/**
 * @param input complete and checked
 * @throws DomainError `unknown-bid`, `unknown-criterion`, `no-criteria-contested`
 */
export function contestScores(input: EvaluationInput, bid: string, criteria: readonly string[]): ContestedScores {
  if (!input.bids.some((one) => one.id === bid)) throw new DomainError('unknown-bid', { bid });
  if (criteria.length === 0) throw new DomainError('no-criteria-contested');
  for (const criterion of criteria) checkCriterion(input.rules, criterion);
  const whatIf = createWhatIf(input);
  return {
    bid,
    criteria,
    lots: whatIf.places.filter((place) => place.bid === bid).map((place) => contestLot(whatIf, place, criteria)),
  };
}

function contestLot(
  whatIf: WhatIf,
  { bid, lot, scores }: WhatIf['places'][number],
  criteria: readonly string[],
): ContestedLot {
  const { rules } = whatIf.input;
  const options = criteria.map((criterion) => admissibleScores(rules, criterion, scores.get(criterion)!));
  const standing = (given: ReadonlyMap<string, string>): Standing => standingIn(whatIf, bid, lot, given);
  const withScores = (chosen: readonly string[]): Map<string, string> => {
    const changed = new Map(scores);
    criteria.forEach((criterion, index) => {
      changed.set(criterion, chosen[index]!);
    });
    return changed;
  };
  const lowest = withScores(options.map((values) => values[0]!));
  const highest = withScores(options.map((values) => values[values.length - 1]!));
  const combinations = options.reduce((product, values) => product * values.length, 1);
  const onlyEnds = combinations > COMBINATIONS;
  const tried = onlyEnds ? [lowest, highest] : [...product(options)].map(withScores);

  const now = standing(scores);
  let changesRank = false;
  const changes = new Set<string>();
  let example: { distance: Exact; scores: ReadonlyMap<string, string>; after: Holders } | undefined;
  for (const given of tried) {
    const ranking = whatIf.rankingWith(bid, lot, given);
    if (!ranking) continue;
    const place = ranking.find((one) => one.bid === bid);
    changesRank ||= place?.rank !== now?.rank;
    const after = whatIf.holdersWith(lot, ranking);
    const changed = changedLots(whatIf.holders, after);
    for (const one of changed) changes.add(one);
    const distance = sum(
      criteria.map((criterion) => subtract(exact(given.get(criterion)!), exact(scores.get(criterion)!)).abs()),
    );
    if (changed.length > 0 && (!example || compare(distance, example.distance) < 0))
      example = { distance, scores: given, after };
  }
  return {
    lot,
    now,
    lowest: standing(lowest),
    highest: standing(highest),
    changesRank,
    changes: [...whatIf.holders.keys()].filter((one) => changes.has(one)),
    example: example
      ? {
          scores: criteria
            .map((criterion) => ({ criterion, from: scores.get(criterion)!, to: example!.scores.get(criterion)! }))
            .filter(({ from, to }) => compare(exact(from), exact(to)) !== 0),
          lots: changedLots(whatIf.holders, example.after).map((one) => ({
            lot: one,
            bid: example!.after.get(one) ?? null,
            draw: example!.after.get(one) === undefined,
          })),
        }
      : null,
    onlyEnds,
  };
}

function standingIn(whatIf: WhatIf, bid: string, lot: string, scores: ReadonlyMap<string, string>): Standing {
  const found = whatIf.rankingWith(bid, lot, scores)?.find((one) => one.bid === bid);
  return found ? { rank: found.rank, total: toFractionText(found.total) } : null;
}

function* product(options: readonly (readonly string[])[]): Generator<string[]> {
  const [first, ...rest] = options;
  if (!first) {
    yield [];
    return;
  }
  for (const value of first) for (const tail of product(rest)) yield [value, ...tail];
}
