import { openAssessments } from './open-work.ts';
import { tenderProcedure } from './procedure.ts';
import { standingOf } from './standing.ts';
import type { TenderState } from './state.ts';

/** What a tender is left without when this account is gone: its chair, or the assessments that somebody still has to submit. */
export function leftBehindBy(state: Readonly<TenderState>, account: string): ('chairs' | 'assesses')[] {
  const finished = standingOf(state).award?.status === 'awarded';
  const assessing = !tenderProcedure.reached(state, 'consensus');
  return [
    ...(state.chair === account && !finished ? (['chairs'] as const) : []),
    ...(assessing && state.assessors.has(account) && stillAssesses(state, account) ? (['assesses'] as const) : []),
  ];
}

/** Before the bids are there, every assessor has everything to do. */
const stillAssesses = (state: Readonly<TenderState>, account: string): boolean =>
  !tenderProcedure.reached(state, 'assessment') || openAssessments(state).some(({ assessor }) => assessor === account);
