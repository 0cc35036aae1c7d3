import { type Holders, lotHolders } from '../award/award.ts';
import type { Awarded } from '../award/outcome.ts';
import { toFractionText } from '../number.ts';
import { rulesIn } from '../rules/in-lot.ts';
import { mechanismOf } from '../rules/mechanisms.ts';
import { drawIn } from '../scoring/draws.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { evaluateLot } from '../scoring/lot.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { isMissed } from '../scoring/relative.ts';
import { createWhatIf, type WhatIf } from './what-if.ts';

/** A bid without which the others would stand in another order, or get other lots although it wins none itself. */
export interface RankReversal {
  readonly removed: string;
  /** Lots in which the order of the others changes, with both tables. */
  readonly lots: readonly {
    readonly lot: string;
    readonly before: readonly Standing[];
    readonly after: readonly Standing[];
  }[];
  /** The award before and after, where the removed bid wins nothing and the award changes all the same; else null. */
  readonly award: null | { readonly before: readonly Awarded[]; readonly after: readonly Awarded[] };
}

export interface Standing {
  readonly bid: string;
  readonly rank: number;
  readonly total: string;
}

/**
 * Removes each bid in turn, from all its lots, and looks whether the others keep their order and the award its winners.
 * Only a relative formula can change the order of the others; the award can also change through the limits on winners.
 *
 * Under the highest total a bid that wins nothing takes no division away that was chosen, so without it the same one is chosen again,
 * as long as nobody's total changes.
 * @param input complete and checked
 * @param whatIf the same input, where other questions are asked of it too
 */
export function rankReversals(input: EvaluationInput, whatIf: WhatIf = createWhatIf(input)): RankReversal[] {
  const { rules } = input;
  const { entrants, rankings, holders } = whatIf;
  const before = awardedIn(holders);
  const undecided = [...holders].flatMap(([lot, bid]) => (bid === undefined ? [lot] : []));
  const choosesAgain = mechanismOf(rules).bySum && input.draws === undefined;

  return input.bids.flatMap(({ id: removed }): RankReversal[] => {
    const lots: RankReversal['lots'][number][] = [];
    const changed = new Map<string, readonly Ranked[]>();
    for (const [lot, ones] of entrants) {
      const ranking = rankings.get(lot)!;
      if (!ones.some(({ bid }) => bid === removed) || !isMissed(rules, ranking, removed)) continue;
      const others = ones.filter(({ bid }) => bid !== removed);
      const now = evaluateLot(rulesIn(rules, lot), lot, others, drawIn(input.draws, lot)).ranking;
      changed.set(lot, now);
      if (!sameOrder(reRanked(ranking, removed), now)) {
        lots.push({ lot, before: ranking.map(toStanding), after: now.map(toStanding) });
      }
    }
    // Who may still win by a draw does win something.
    const drawn = undecided.some((lot) => rankings.get(lot)?.some(({ bid }) => bid === removed));
    const after = (): Map<string, readonly Ranked[]> =>
      new Map([...rankings].map(([lot, ranking]) => [lot, changed.get(lot) ?? reRanked(ranking, removed)]));
    const award = drawn || (choosesAgain && changed.size === 0) ? null : awardChange(input, removed, before, after);
    return lots.length > 0 || award ? [{ removed, lots, award }] : [];
  });
}

/** Who has which lot; a lot that needs a draw or stays open is absent. */
const awardedIn = (holders: Holders): Awarded[] => [...holders].flatMap(([lot, bid]) => (bid ? [{ lot, bid }] : []));

function awardChange(
  input: EvaluationInput,
  removed: string,
  before: readonly Awarded[],
  rankings: () => ReadonlyMap<string, readonly Ranked[]>,
): RankReversal['award'] {
  if (before.some(({ bid }) => bid === removed)) return null;
  const after = awardedIn(lotHolders(input, rankings()));
  return JSON.stringify(before) === JSON.stringify(after) ? null : { before, after };
}

/** Ranks counted anew after a bid was taken out; shared ranks stay shared. */
function reRanked(ranking: readonly Ranked[], removed: string): Ranked[] {
  const left = ranking.filter(({ bid }) => bid !== removed);
  let rank = 1;
  return left.map((one, place) => {
    if (place > 0 && one.rank !== left[place - 1]!.rank) rank = place + 1;
    return { ...one, rank };
  });
}

/** Both in the order of their ranks, and by id where these are shared. */
const sameOrder = (a: readonly Ranked[], b: readonly Ranked[]): boolean =>
  a.length === b.length && a.every(({ bid, rank }, place) => b[place]!.bid === bid && b[place]!.rank === rank);

const toStanding = ({ bid, rank, total }: Ranked): Standing => ({ bid, rank, total: toFractionText(total) });
