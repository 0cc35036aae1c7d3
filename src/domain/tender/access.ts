import type { Role } from '../accounts/accounts.ts';
import type { TenderState } from './state.ts';

export interface Viewer {
  readonly id: string;
  readonly role: Role;
}

/**
 * Who may see what of a tender. A procurement officer sees the tenders that he or she chairs, an assessor those of the committee,
 * committee members the finished ones, an auditor all of them; an administrator manages accounts and sees none.
 */
export function mayViewTender(state: TenderState, viewer: Viewer): boolean {
  switch (viewer.role) {
    case 'procurement-officer':
      return state.chair === viewer.id;
    case 'assessor':
      return state.assessors.has(viewer.id);
    case 'committee-member':
      return state.phase === 'awarded';
    case 'auditor':
      return true;
    case 'administrator':
      return false;
  }
}

/** Individual scores stay closed to everybody in the committee until the consensus round opens: not even averages or counts are shown. */
export const mayViewIndividualScores = (state: TenderState, viewer: Viewer): boolean =>
  mayViewTender(state, viewer) &&
  viewer.role !== 'committee-member' &&
  (mayAudit(state, viewer) || ['consensus', 'quality-closed', 'awarded'].includes(state.phase));

export const mayViewAward = (state: TenderState, viewer: Viewer): boolean =>
  mayViewTender(state, viewer) && state.phase === 'awarded';

export const isChair = (state: TenderState, viewer: Viewer): boolean =>
  viewer.role === 'procurement-officer' && state.chair === viewer.id;

export const isAssessor = (state: TenderState, viewer: Viewer): boolean =>
  viewer.role === 'assessor' && state.assessors.has(viewer.id);

/** An auditor who chairs or assesses this tender (in another role, earlier) does not audit it: nobody looks ahead by changing roles. */
export const mayAudit = (state: TenderState, viewer: Viewer): boolean =>
  viewer.role === 'auditor' && state.chair !== viewer.id && !state.assessors.has(viewer.id);
