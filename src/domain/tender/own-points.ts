import { z } from 'zod';
import type { Piece } from '../disclosure/payload.ts';
import { toFractionText } from '../number.ts';
import { scoredCriteria, weightedCriteria } from '../rules/criteria-tree.ts';
import { placeKey } from '../rules/place.ts';
import { pricedRules } from '../rules/price-rules.ts';
import { biddable, type TenderRules } from '../rules/rules.ts';
import { comparePrice } from '../scoring/price.ts';
import { ownQuality } from '../scoring/quality-score.ts';
import type { TenderState } from './state.ts';

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
  readonly notRecomputed: readonly ('relative-points' | 'price-points' | 'rank')[];
}

/**
 * Computes the points of one bid again from what was found of it, without knowing anything of the others, and holds them against what the
 * award says of it. What is measured against others (a price, the best quality, the rank) cannot be computed.
 * @param state made of what is disclosed: the rules, and the scores and prices of this bid
 * @returns null for what is no piece of an award
 */
export function recomputeOwnPoints(state: TenderState, disclosed: NonNullable<Piece>): OwnPoints | null {
  const piece = pieceOfAward.safeParse(disclosed).data;
  if (!piece) return null;
  const { rules } = state;
  const aloneOn = criteriaAlone(rules);
  const notRecomputed = new Set<OwnPoints['notRecomputed'][number]>();
  const different: string[] = [];
  let recomputed = 0;
  const hold = (what: string, stored: string | null | undefined, own: string | null | undefined): void => {
    recomputed++;
    if (stored !== own) different.push(what);
  };
  biddable(rules).forEach(({ id: lot }, place) => {
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
    const scores = new Map([...(state.consensus.get(key) ?? [])].map(([criterion, { score }]) => [criterion, score]));
    if (scoredCriteria(rules).some(({ criterion }) => !scores.has(criterion.id))) return;
    const quality = ownQuality(rules, scores);
    for (const line of found.lines) {
      const what = `${lot} ${line.criterion}`;
      if (line.score !== null) hold(`${what} score`, line.score, scores.get(line.criterion));
      const own = quality.points.get(line.criterion);
      if (aloneOn.has(line.criterion)) hold(what, line.points, own && toFractionText(own));
      else notRecomputed.add('relative-points');
    }
    if (found.quality !== undefined && aloneOn.size === weightedCriteria(rules).length) {
      hold(`${lot} quality`, found.quality, toFractionText(quality.total));
    }
    const priced = pricedRules(rules.price);
    if (!priced || !found.price) return;
    const offer = state.prices.get(key)?.price;
    if (offer) hold(`${lot} price`, found.price.compared, toFractionText(comparePrice(priced, offer).compared));
    if (found.price.points !== null) notRecomputed.add('price-points');
  });
  return { recomputed, different, notRecomputed: [...notRecomputed] };
}

/** The criteria of which the points hang on no other bid: neither they themselves nor any below them are relative to the best. */
function criteriaAlone(rules: TenderRules): ReadonlySet<string> {
  const nodes = weightedCriteria(rules);
  const relative = new Set<string>();
  // Parents stand before what is below them.
  for (const node of [...nodes].reverse()) {
    if (!node.criterion.relativeToBest && !relative.has(node.criterion.id)) continue;
    relative.add(node.criterion.id);
    if (node.parent !== null) relative.add(node.parent);
  }
  return new Set(nodes.map(({ criterion }) => criterion.id).filter((id) => !relative.has(id)));
}
