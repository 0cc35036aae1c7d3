import type { AwardOutcome } from '../award/outcome.ts';
import type { Viewer } from '../roles.ts';
import { isAssessor, isChair, mayAudit, maySeeEvent, mayViewAward } from './access.ts';
import { may } from './admit.ts';
import { assessmentOf, openAssessments, openConsensus, openPrices } from './open-work.ts';
import { standingOf } from './standing.ts';
import type { TenderState } from './state.ts';

/** What somebody can do now in a tender, or waits for: read from the procedure, and from the outcome once there is one. */
export type TenderTask =
  | { readonly kind: 'register' }
  | { readonly kind: 'wait-for-assessors' | 'record-consensus' | 'record-prices'; readonly open: number }
  | { readonly kind: 'open-consensus' | 'close-quality' | 'follow-consensus' | 'record-draw' }
  | { readonly kind: 'compute-award'; readonly again: boolean }
  | { readonly kind: 'assess'; readonly open: number; readonly drafts: number }
  | { readonly kind: 'decide'; readonly status: AwardOutcome['status'] | 'unreadable' }
  | { readonly kind: 'read-report' | 're-run' | 'read-log' };

export function tasksOf(state: Readonly<TenderState>, viewer: Viewer): TenderTask[] {
  if (isChair(state, viewer)) return tasksOfChair(state);
  if (isAssessor(state, viewer)) return tasksOfAssessor(state, viewer.id);
  if (mayAudit(state, viewer)) return [{ kind: mayViewAward(state, viewer) ? 're-run' : 'read-log' }];
  return mayViewAward(state, viewer) && standingOf(state).award?.status === 'awarded' ? [{ kind: 'read-report' }] : [];
}

function tasksOfChair(state: Readonly<TenderState>): TenderTask[] {
  const mayNow = (type: Parameters<typeof may>[2]): boolean => may(state, state.chair, type);
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
    const open = openPrices(state).length;
    return [open > 0 ? { kind: 'record-prices', open } : { kind: 'compute-award', again: state.everAwarded }];
  }
  const status = standingOf(state).award?.status;
  if (status === 'draw-needed' && mayNow('draw-recorded')) return [{ kind: 'record-draw' }];
  return status ? [{ kind: 'decide', status }] : [];
}

function tasksOfAssessor(state: Readonly<TenderState>, assessor: string): TenderTask[] {
  if (may(state, assessor, 'assessment-saved')) {
    const own = openAssessments(state).filter((one) => one.assessor === assessor);
    const drafts = own.filter((place) => assessmentOf(state, assessor, place)).length;
    return own.length === 0 ? [] : [{ kind: 'assess', open: own.length, drafts }];
  }
  const follows = maySeeEvent(state, { id: assessor, roles: ['assessor'] }, 'assessment-submitted');
  return follows && may(state, state.chair, 'consensus-recorded') ? [{ kind: 'follow-consensus' }] : [];
}
