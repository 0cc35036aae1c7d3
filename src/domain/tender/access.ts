import { maySee, type Seen } from '../admission/procedure.ts';
import { hasRole, type Viewer } from '../roles.ts';
import { takesPart } from './checks/people.ts';
import { type TenderShape, tenderProcedure } from './procedure.ts';
import type { TenderEventType } from './state/events.ts';
import {
  assessorsIn,
  currentRound,
  everAssesses,
  hasDeclared,
  isShutOut,
  openFurtherRound,
  phaseOfRound,
} from './state/rounds.ts';
import type { Phase, Round, TenderState } from './state/state.ts';

/**
 * In which capacity somebody looks on; null for who has nothing to do with this tender. Of several roles the one counts in which somebody
 * takes part here. Who chairs or assesses this tender (now, or in a role of earlier) does not audit it: nobody looks ahead by another role.
 */
export function readerOf(state: TenderState, viewer: Viewer): TenderShape['reader'] | null {
  const { id } = viewer;
  const chairs = state.chair === id || state.deputies.has(id);
  const assesses = everAssesses(state, id);
  const helps = state.witnesses.has(id) || state.keepers.has(id);
  if (chairs && hasRole(viewer, 'procurement-officer')) return 'chair';
  if (assesses && hasRole(viewer, 'assessor')) return 'assessor';
  if (helps && hasRole(viewer, 'procurement-officer', 'assessor', 'committee-member')) return 'witness';
  if (state.onlookers.has(id) && hasRole(viewer, 'auditor', 'committee-member')) return 'onlooker';
  if (hasRole(viewer, 'committee-member')) return 'committee';
  return hasRole(viewer, 'auditor') && !chairs && !assesses && !helps && !tookPart(state, id) ? 'auditor' : null;
}

/** Who assessed and was released looks on no more, and does not audit what he or she took part in. */
const tookPart = ({ rounds }: TenderState, account: string): boolean =>
  rounds.some(({ members }) => members.has(account));

/**
 * The state of which somebody may see things now. Who assesses in a further round that is under way sees the tender as it stands in that round:
 * neither what was found before nor what was asked, until that round is over.
 */
export function atWhichSeen(state: TenderState, viewer: Viewer): Phase {
  const round = openFurtherRound(state);
  return round && assessorsIn(round).includes(viewer.id) ? phaseOfRound(state, round) : state.phase;
}

/** Whether this viewer is kept from what other rounds found: who assesses in a further round that is under way. */
export const seesOnlyThisRound = (state: TenderState, viewer: Viewer): boolean => {
  const round = openFurtherRound(state);
  return round !== undefined && assessorsIn(round).includes(viewer.id);
};

/** Whether somebody who takes part in what is under way has not declared his or her interests yet, and so sees nothing of any bid. */
export const mustDeclare = (state: TenderState, account: string): boolean =>
  (state.phase !== 'awarded' || openFurtherRound(state) !== undefined) &&
  state.bids.size > 0 &&
  takesPart(state, account) &&
  !hasDeclared(state, account);

/** Whether something may be seen by this viewer, of the tender as a whole. */
export function maySeeIn(state: TenderState, viewer: Viewer, seen: Seen<TenderShape>): boolean {
  const reader = readerOf(state, viewer);
  if (reader === null) return false;
  const phase = atWhichSeen(state, viewer);
  return maySee(tenderProcedure, phase === state.phase ? state : { ...state, phase }, reader, seen);
}

/** Whether something that was found in a round may be seen by this viewer: of a round that is under way, by who takes part in it. */
export function maySeeInRound(state: TenderState, viewer: Viewer, round: Round, seen: Seen<TenderShape>): boolean {
  const reader = readerOf(state, viewer);
  if (reader === null) return false;
  const under = openFurtherRound(state);
  if (reader === 'assessor' && under) {
    const takesPart = assessorsIn(under).includes(viewer.id);
    if (takesPart !== (under === round)) return false;
  }
  return maySee(tenderProcedure, { ...state, phase: phaseOfRound(state, round) }, reader, seen);
}

/** Whether somebody may see, now, that such an event happened or what it says: as the procedure tells. */
const maySeeEvent = (
  state: TenderState,
  viewer: Viewer,
  type: TenderEventType,
  aspect: 'that' | 'what' = 'what',
): boolean => maySeeIn(state, viewer, tenderProcedure.steps[type].seen[aspect]);

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
  const reader = readerOf(state, viewer);
  if (reader === null) return '';
  const then = { ...state, phase: atWhichSeen(state, viewer) };
  let last = '';
  for (const [type, at] of state.lastOf) {
    if (at > last && maySee(tenderProcedure, then, reader, tenderProcedure.steps[type].seen.that)) last = at;
  }
  for (const { at } of currentRound(state).assessments.get(viewer.id)?.values() ?? []) if (at > last) last = at;
  return last;
}

/** How far each assessor is. */
export const mayViewProgress = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'assessment-submitted', 'that');

export const mayViewPrices = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'price-recorded');

export const mayViewAward = (state: TenderState, viewer: Viewer): boolean =>
  maySeeEvent(state, viewer, 'award-computed') && conflictOf(state, viewer) === undefined;

/**
 * A bid of which a conflict of interest keeps this viewer, and with it all that ranks every bid; undefined where there is none. Who chairs cannot
 * award unseen, and hands over instead.
 */
export const conflictOf = (state: TenderState, viewer: Viewer): string | undefined =>
  isChair(state, viewer) ? undefined : [...state.bids.keys()].find((bid) => isShutOut(state, viewer.id, bid));

export const isChair = (state: TenderState, viewer: Viewer): boolean => readerOf(state, viewer) === 'chair';

export const isAssessor = (state: TenderState, viewer: Viewer): boolean => readerOf(state, viewer) === 'assessor';

/** Whether somebody audits this tender, now or when its rounds are closed. */
export function mayAudit(state: TenderState, viewer: Viewer): boolean {
  const reader = readerOf(state, viewer);
  return reader === 'auditor' || reader === 'onlooker';
}

/**
 * Whether this tender keeps somebody from the register of all dossiers: who takes part in it, until it is awarded. How long the register is tells
 * when the others have recorded something.
 */
export const keepsFromRegister = (state: TenderState, account: string): boolean =>
  (state.chair === account || everAssesses(state, account)) && !tenderProcedure.reached(state, 'awarded');
