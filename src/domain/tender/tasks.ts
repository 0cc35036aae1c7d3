import type { Viewer } from '../roles.ts';
import { hasSealed } from '../rules/measures.ts';
import { isAssessor, isChair, mustDeclare } from './access.ts';
import { may } from './admit.ts';
import type { TenderTask } from './seat.ts';
import { standingOf } from './standing.ts';
import { openAssessments, openConsensus, openPrices } from './state/open-work.ts';
import { everAwarded, type TenderState } from './state/state.ts';
import { isDecided } from './waits.ts';

/** What somebody can do now in a tender: read from the procedure. Of one that is put away, and of one that was decided, nothing. */
export function tasksOf(state: Readonly<TenderState>, viewer: Viewer): TenderTask[] {
  if (state.archived) return [];
  const first = tasksOfAnybody(state, viewer);
  if (first.length > 0) return first;
  if (isChair(state, viewer)) return tasksOfChair(state, viewer.id);
  return isAssessor(state, viewer) ? tasksOfAssessor(state, viewer.id) : [];
}

/** What anybody who takes part may have to do before all else. */
function tasksOfAnybody(state: Readonly<TenderState>, { id }: Viewer): TenderTask[] {
  if (state.course === 'stopped') return [];
  // Who leads it still registers bids: of those that follow it would have to be declared again.
  if (mustDeclare(state, id) && !(state.phase === 'registration' && state.chair === id)) {
    return [{ kind: 'declare-interests' }];
  }
  const second = state.openingProposedBy !== null && state.openingProposedBy !== id;
  return second && may(state, id, 'prices-opened') ? [{ kind: 'open-prices' }] : [];
}

function tasksOfChair(state: Readonly<TenderState>, chair: string): TenderTask[] {
  const mayNow = (type: Parameters<typeof may>[2]): boolean => may(state, chair, type);
  if (state.course === 'stopped') return [];
  if (mayNow('round-consensus-opened')) return openAssessments(state).length > 0 ? [] : [{ kind: 'lead-round' }];
  if (mayNow('round-closed')) return [{ kind: 'lead-round' }];
  if (mayNow('bid-registered')) return [{ kind: 'register' }];
  if (mayNow('consensus-opened')) return openAssessments(state).length > 0 ? [] : [{ kind: 'open-consensus' }];
  if (mayNow('consensus-recorded')) {
    const open = openConsensus(state).length;
    return [open > 0 ? { kind: 'record-consensus', open } : { kind: 'close-quality' }];
  }
  if (mayNow('letter-issued') && standingOf(state).award?.status === 'awarded' && !isDecided(state)) {
    return [{ kind: 'send-decision' }];
  }
  if (!mayNow('award-computed')) return [];
  const closed = hasSealed(state.rules) && !state.pricesOpened && state.prices.size === 0;
  if (closed) return state.openingProposedBy === null ? [{ kind: 'propose-opening' }] : [];
  const open = openPrices(state).length;
  return [open > 0 ? { kind: 'record-prices', open } : { kind: 'compute-award', again: everAwarded(state) }];
}

function tasksOfAssessor(state: Readonly<TenderState>, assessor: string): TenderTask[] {
  if (!may(state, assessor, 'assessment-submitted')) return [];
  const own = openAssessments(state).filter((one) => one.assessor === assessor);
  return own.length === 0 ? [] : [{ kind: 'assess', open: own.length }];
}
