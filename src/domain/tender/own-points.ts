import { z } from 'zod';
import type { Piece } from '../disclosure/payload.ts';
import { toFractionText } from '../number.ts';
import { scoredCriteria, weightedCriteria } from '../rules/criteria-tree.ts';
import { COMMON, rulesIn } from '../rules/in-lot.ts';
import { placeKey } from '../rules/place.ts';
import { partsOf } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { middleCriteria } from '../scoring/middle-score.ts';
import { comparePrice } from '../scoring/price.ts';
import { ownQuality } from '../scoring/quality-score.ts';
import { isMeasuredByOthers } from '../scoring/relative.ts';
import { scoresAt } from './state/scores-at.ts';
import type { TenderState } from './state/state.ts';

const pieceOfAward = z.strictObject({ bid: z.string(), taken: z.record(z.string(), z.array(z.unknown())) });

/** What a stored award says of one bid in one lot, as far as it is read here. */
const ranked = z.looseObject({
  bid: z.string(),
  lines: z.array(z.looseObject({ criterion: z.string(), score: z.string().nullable(), points: z.string() })),
  quality: z.string().optional(),
  price: z.looseObject({ compared: z.string(), points: z.string().nullable() }).nullish(),
});

/** Of one bidder's points: how many figures were computed again, which of those are stored otherwise, and what could not be computed. */
export interface OwnPoints {
  readonly recomputed: number;
  readonly different: readonly string[];
  readonly notRecomputed: readonly ('relative-points' | 'price-points' | 'assessor-scores' | 'rank')[];
}

/**
 * Computes the points of one bid again from what was found of it, without knowing anything of the others, and holds them against what the
 * award says of it. What is measured against others (a price, the best quality, the rank) cannot be computed, nor
 * can a mean of assessors.
 * @param state made of what is disclosed: the rules, and the scores and prices of this bid
 * @returns null for what is no piece of an award
 */
export function recomputeOwnPoints(state: TenderState, disclosed: NonNullable<Piece>): OwnPoints | null {
  const piece = pieceOfAward.safeParse(disclosed).data;
  if (!piece) return null;
  const notRecomputed = new Set<OwnPoints['notRecomputed'][number]>();
  const different: string[] = [];
  let recomputed = 0;
  const hold = (what: string, stored: string | null | undefined, own: string | null | undefined): void => {
    recomputed++;
    if (stored !== own) different.push(what);
  };
  const middle = middleCriteria(state.rules);
  biddable(state.rules).forEach(({ id: lot }, place) => {
    const rules = rulesIn(state.rules, lot);
    const aloneOn = criteriaAlone(rules);
    const ranking = piece.taken[`/outcome/lots/${place}/ranking`];
    if (!ranking) return;
    const found = ranked.safeParse(ranking[0]).data;
    // A bid has one place in the ranking of a lot.
    if (!found || ranking.length > 1 || found.bid !== piece.bid) {
      different.push(`${lot} ranking`);
      return;
    }
    notRecomputed.add('rank');
    const key = placeKey(piece.bid, lot);
    const scores = scoresAt(state, { bid: piece.bid, lot });
    const values = valuesOf(state, piece.bid, lot);
    // What single assessors gave is not disclosed: the mean or the median of it is taken from the award.
    const asStored = new Set<string>();
    for (const { criterion, score } of found.lines) {
      if (score === null || scores.has(criterion) || !middle.has(criterion)) continue;
      scores.set(criterion, score);
      asStored.add(criterion);
      notRecomputed.add('assessor-scores');
    }
    if (scoredCriteria(rules).some(({ criterion }) => !scores.has(criterion.id))) return;
    const quality = ownQuality(rules, { bid: piece.bid, lot }, scores, values);
    for (const line of found.lines) {
      const what = `${lot} ${line.criterion}`;
      if (line.score !== null && !asStored.has(line.criterion))
        hold(`${what} score`, line.score, scores.get(line.criterion));
      const own = quality.points.get(line.criterion);
      if (aloneOn.has(line.criterion)) hold(what, line.points, own && toFractionText(own));
      else notRecomputed.add('relative-points');
    }
    if (found.quality !== undefined && aloneOn.size === weightedCriteria(rules).length) {
      hold(`${lot} quality`, found.quality, toFractionText(quality.total));
    }
    if (partsOf(rules.price).length === 0 || !found.price) return;
    const offer = state.prices.get(key)?.price;
    if (offer) hold(`${lot} price`, found.price.compared, toFractionText(comparePrice(rules.price, offer).compared));
    if (found.price.points !== null) notRecomputed.add('price-points');
  });
  return { recomputed, different, notRecomputed: [...notRecomputed] };
}

/** The figures of a bid in a lot, as far as they are disclosed. */
function valuesOf({ bids, prices }: TenderState, bid: string, lot: string): Map<string, string> {
  const own = bids.get(bid);
  const given = [
    own?.values,
    own?.lots.find((offer) => offer.lot === lot)?.values,
    prices.get(placeKey(bid, COMMON))?.price.values,
    prices.get(placeKey(bid, lot))?.price.values,
  ];
  return new Map(given.flatMap((values) => (values ?? []).map(({ criterion, value }) => [criterion, value])));
}

/** The criteria of which the points hang on no other bid: neither they themselves nor any below them are relative to the best. */
function criteriaAlone(rules: TenderRules): ReadonlySet<string> {
  const nodes = weightedCriteria(rules);
  const relative = new Set<string>();
  // Parents stand before what is below them.
  for (const node of [...nodes].reverse()) {
    const { relativeToBest, measured } = node.criterion;
    const byOthers = relativeToBest || (measured !== undefined && isMeasuredByOthers(measured));
    if (!byOthers && !relative.has(node.criterion.id)) continue;
    relative.add(node.criterion.id);
    if (node.parent !== null) relative.add(node.parent);
  }
  return new Set(nodes.map(({ criterion }) => criterion.id).filter((id) => !relative.has(id)));
}
