import type { AwardOutcome } from '../award/outcome.ts';
import type { Viewer } from '../roles.ts';
import { hasSealed } from '../rules/measures.ts';
import { isAssessor, isChair, mayAudit, maySeeEvent, mayViewAward, mustDeclare } from './access.ts';
import { may } from './admit.ts';
import { standingOf } from './standing.ts';
import { openAssessments, openConsensus, openPrices } from './state/open-work.ts';
import { everAwarded, type TenderState } from './state/state.ts';

/** What somebody can do now in a tender, or waits for: read from the procedure, and from the outcome once there is one. */
export type TenderTask =
  | { readonly kind: 'register' }
  | { readonly kind: 'wait-for-assessors' | 'record-consensus' | 'record-prices'; readonly open: number }
  | { readonly kind: 'open-consensus' | 'close-quality' | 'follow-consensus' | 'record-draw' }
  | { readonly kind: 'compute-award'; readonly again: boolean }
  | { readonly kind: 'assess'; readonly open: number }
  | { readonly kind: 'decide'; readonly status: AwardOutcome['status'] | 'unreadable' }
  | { readonly kind: 'read-report' | 're-run' | 'read-log' }
  | { readonly kind: 'declare-interests' | 'propose-opening' | 'open-prices' | 'lead-round' };

export function tasksOf(state: Readonly<TenderState>, viewer: Viewer): TenderTask[] {
  const first = tasksOfAnybody(state, viewer);
  if (first.length > 0) return first;
  if (isChair(state, viewer)) return tasksOfChair(state, viewer.id);
  if (isAssessor(state, viewer)) return tasksOfAssessor(state, viewer.id);
  if (mayAudit(state, viewer)) return [{ kind: mayViewAward(state, viewer) ? 're-run' : 'read-log' }];
  return mayViewAward(state, viewer) && standingOf(state).award?.status === 'awarded' ? [{ kind: 'read-report' }] : [];
}

/** What anybody who takes part may have to do before all else. */
function tasksOfAnybody(state: Readonly<TenderState>, { id }: Viewer): TenderTask[] {
  if (state.course === 'stopped') return [];
  // Bids still come in: what is declared now is declared again of those that follow.
  if (mustDeclare(state, id) && state.phase !== 'registration') return [{ kind: 'declare-interests' }];
  const second = state.openingProposedBy !== null && state.openingProposedBy !== id;
  return second && may(state, id, 'prices-opened') ? [{ kind: 'open-prices' }] : [];
}

function tasksOfChair(state: Readonly<TenderState>, chair: string): TenderTask[] {
  const mayNow = (type: Parameters<typeof may>[2]): boolean => may(state, chair, type);
  if (state.course === 'stopped' || state.archived) return [];
  if (mayNow('round-consensus-opened') || mayNow('round-closed')) return [{ kind: 'lead-round' }];
  if (mayNow('bid-registered')) return [{ kind: 'register' }];
  if (mayNow('consensus-opened')) {
    const open = openAssessments(state).length;
    return [open > 0 ? { kind: 'wait-for-assessors', open } : { kind: 'open-consensus' }];
  }
  if (mayNow('consensus-recorded')) {
    const open = openConsensus(state).length;
    return [open > 0 ? { kind: 'record-consensus', open } : { kind: 'close-quality' }];
  }
  if (mayNow('award-computed')) {
    const closed = hasSealed(state.rules) && !state.pricesOpened && state.prices.size === 0;
    if (closed) return state.openingProposedBy === null ? [{ kind: 'propose-opening' }] : [];
    const open = openPrices(state).length;
    return [open > 0 ? { kind: 'record-prices', open } : { kind: 'compute-award', again: everAwarded(state) }];
  }
  const status = standingOf(state).award?.status;
  if (status === 'draw-needed' && mayNow('draw-recorded')) return [{ kind: 'record-draw' }];
  return status ? [{ kind: 'decide', status }] : [];
}

function tasksOfAssessor(state: Readonly<TenderState>, assessor: string): TenderTask[] {
  if (may(state, assessor, 'assessment-submitted')) {
    const own = openAssessments(state).filter((one) => one.assessor === assessor);
    return own.length === 0 ? [] : [{ kind: 'assess', open: own.length }];
  }
  const follows = maySeeEvent(state, { id: assessor, roles: ['assessor'] }, 'assessment-submitted');
  return follows && may(state, state.chair, 'consensus-recorded') ? [{ kind: 'follow-consensus' }] : [];
}
