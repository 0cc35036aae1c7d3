import type { Award, TenderState } from './state.ts';

/** The lots that the award that stands leaves to a draw. */
export function drawnLots({ award }: Pick<TenderState, 'award'>): string[] {
  const stored = award?.outcome;
  if (!stored || stored.engine === 'unreadable') return [];
  return stored.outcome.award.lots.flatMap(({ lot, open }) => (open === 'draw' ? [lot] : []));
}

/** Whether an award says what becomes of a lot: who gets it, or that nobody does for good. */
export function isDecided({ award }: Pick<TenderState, 'award'>, lot: string): boolean {
  const stored = award?.outcome;
  if (!stored || stored.engine === 'unreadable') return false;
  const found = stored.outcome.award.lots.find((one) => one.lot === lot);
  if (!found) return false;
  return found.winner !== null || found.open === 'no-valid-bid' || found.open === 'limits' || found.open === 'fixed';
}

/** Who got a lot by an award; null for nobody, and where the award cannot be read. */
export function winnerIn({ outcome: stored }: Award, lot: string): string | null {
  if (stored.engine === 'unreadable') return null;
  return stored.outcome.award.lots.find((one) => one.lot === lot)?.winner ?? null;
}
