import type { Viewer } from '../roles.ts';
import { mayViewAward, mayViewPrices } from './access.ts';
import type { TenderStatus } from './seat.ts';
import { standingOf } from './standing.ts';
import type { TenderState } from './state/state.ts';

/** How a tender stands, for who reads it: never only the phase where the outcome may be seen. */
export function statusFor(state: Readonly<TenderState>, viewer: Viewer): TenderStatus {
  const { phase, open, again, award } = standingOf(state);
  if (state.course === 'stopped') return { kind: 'stopped' };
  if (award && mayViewAward(state, viewer)) {
    const { status, lotsAwarded, lotsToDraw, lots } = award;
    return { kind: 'award', status, lotsAwarded, lotsToDraw, lots };
  }
  if (again) return { kind: 'again' };
  if (phase === 'quality-closed' && open > 0 && mayViewPrices(state, viewer)) return { kind: 'prices-missing', open };
  return { kind: 'phase', phase };
}
