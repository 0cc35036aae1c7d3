import { maySee } from '../admission/procedure.ts';
import { hasRole, type Viewer } from '../roles.ts';
import type { TenderEventType } from './events.ts';
import { type TenderShape, tenderProcedure } from './procedure.ts';
import type { TenderState } from './state.ts';

/**
 * In which capacity somebody looks on; null for who has nothing to do with this tender. Of several roles the one counts in which somebody
 * takes part here. Who chairs or assesses this tender (now, or in a role of earlier) does not audit it: nobody looks ahead by another role.
 */
export function readerOf(state: TenderState, viewer: Viewer): TenderShape['reader'] | null {
  const [chairs, assesses] = [state.chair === viewer.id, state.assessors.has(viewer.id)];
  if (chairs && hasRole(viewer, 'procurement-officer')) return 'chair';
  if (assesses && hasRole(viewer, 'assessor')) return 'assessor';
  if (hasRole(viewer, 'committee-member')) return 'committee';
  if (!hasRole(viewer, 'auditor') || chairs || assesses) return null;
  return state.onlookers.has(viewer.id) ? 'onlooker' : 'auditor';
}

/** Whether somebody may see, now, that such an event happened or what it says: as the procedure tells. */
export function maySeeEvent(
  state: TenderState,
  viewer: Viewer,
  type: TenderEventType,
  aspect: 'that' | 'what' = 'what',
): boolean {
  const reader = readerOf(state, viewer);
  return reader !== null && maySee(tenderProcedure, state, reader, tenderProcedure.steps[type].seen[aspect]);
}

/**
 * Who may see a tender at all: the procurement officer who chairs it, the assessors of its committee, committee members once it is
 * awarded, and auditors.
 */
export const mayViewTender = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'rules-published');

/** Individual scores stay closed to everybody in the committee until the consensus round opens: not even averages or counts are shown. */
export const mayViewIndividualScores = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'assessment-submitted');

/** When something last happened that this viewer may know of: the work of others is not seen by its moment either. */
export function lastSeenAt(state: TenderState, viewer: Viewer): string {
  const seen = [...state.lastOf].filter(([type]) => maySeeEvent(state, viewer, type, 'that')).map(([, at]) => at);
  const own = [...(state.assessments.get(viewer.id)?.values() ?? [])].map(({ at }) => at);
  return [...seen, ...own].reduce((last, at) => (at > last ? at : last), '');
}

/** How far each assessor is. */
export const mayViewProgress = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'assessment-submitted', 'that');

export const mayViewPrices = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'price-recorded');

export const mayViewAward = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'award-computed');

export const isChair = (state: TenderState, viewer: Viewer): boolean => readerOf(state, viewer) === 'chair';

export const isAssessor = (state: TenderState, viewer: Viewer): boolean => readerOf(state, viewer) === 'assessor';

/** Whether somebody audits this tender, now or when its rounds are closed. */
export function mayAudit(state: TenderState, viewer: Viewer): boolean {
  const reader = readerOf(state, viewer);
  return reader === 'auditor' || reader === 'onlooker';
}

/**
 * Whether somebody may look at the register of all dossiers: an auditor, but not before the award of a tender in which he or she takes part.
 * How long the register is tells when the others have recorded something.
 */
export const mayViewRegister = (tenders: readonly TenderState[], viewer: Viewer): boolean =>
  hasRole(viewer, 'auditor') &&
  !tenders.some(
    (state) =>
      (state.chair === viewer.id || state.assessors.has(viewer.id)) && !tenderProcedure.reached(state, 'awarded'),
  );
