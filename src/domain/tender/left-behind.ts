import { standingOf } from './standing.ts';
import { openAssessments } from './state/open-work.ts';
import { currentRound, isMember } from './state/rounds.ts';
import type { TenderState } from './state/state.ts';

/** What a tender is left without when this account is gone: its chair, or the assessments that somebody still has to submit. */
export function leftBehindBy(state: Readonly<TenderState>, account: string): ('chairs' | 'assesses')[] {
  const finished = state.course === 'stopped' || standingOf(state).award?.status === 'awarded';
  const { stage } = currentRound(state);
  const assessing = stage === 'planned' || stage === 'assessment';
  return [
    ...(state.chair === account && !finished ? (['chairs'] as const) : []),
    ...(assessing && isMember(state, account) && stillAssesses(state, account) ? (['assesses'] as const) : []),
  ];
}

/** Before the bids are there, every assessor has everything to do. */
const stillAssesses = (state: Readonly<TenderState>, account: string): boolean =>
  currentRound(state).stage === 'planned' || openAssessments(state).some(({ assessor }) => assessor === account);
