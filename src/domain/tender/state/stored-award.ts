import type { Award, TenderState } from './state.ts';

/** The lots that the award that stands leaves to a draw. */
export function drawnLots({ award }: Pick<TenderState, 'award'>): string[] {
  const stored = award?.outcome;
  if (!stored || stored.engine === 'unreadable') return [];
  return stored.outcome.award.lots.flatMap(({ lot, open }) => (open === 'draw' ? [lot] : []));
}

/** Who got a lot by an award; null for nobody, and where the award cannot be read. */
export function winnerIn({ outcome: stored }: Award, lot: string): string | null {
  if (stored.engine === 'unreadable') return null;
  return stored.outcome.award.lots.find((one) => one.lot === lot)?.winner ?? null;
}
