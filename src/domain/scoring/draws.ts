import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { humanText, identifier } from '../text.ts';

/** A draw that was held: the bids in the order in which they were drawn. It decides what the announced tie-break leaves equal. */
export const heldDraw = z.strictObject({
  order: z.array(identifier).min(2).max(500),
  /** The lots that it was held for; absent: for all. The last one for a lot holds. */
  lots: z.array(identifier).min(1).max(500).optional(),
  /** Why it was held again, where it was. */
  reason: humanText(2000).optional(),
});
export type HeldDraw = z.infer<typeof heldDraw>;

/** The draw that holds in a lot, if one was held for it. */
export const drawIn = (draws: readonly HeldDraw[] | undefined, lot: string): HeldDraw | undefined =>
  draws?.findLast(({ lots }) => lots === undefined || lots.includes(lot));

/**
 * What a draw must decide between, it must name: a bid that it leaves out would otherwise decide nothing, or something else.
 * @param between bids that are still equal in the lot
 * @throws DomainError `draw-incomplete`
 */
export function requireInDraw(draw: HeldDraw, lot: string, between: Iterable<string>): void {
  const missing = [...between].find((bid) => !draw.order.includes(bid));
  if (missing !== undefined) throw new DomainError('draw-incomplete', { bid: missing, lot });
}
