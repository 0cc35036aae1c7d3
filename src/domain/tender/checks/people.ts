import { DomainError } from '../../errors.ts';
import type { TenderPayload } from '../state/events.ts';
import { currentRound, hasDeclared, interestOf, isMember, isShutOut } from '../state/rounds.ts';
import type { TenderState } from '../state/state.ts';

/** What must hold of who takes part; each throws a DomainError with the rule that is broken. */

/** Who is released for a bid comes back too. @throws DomainError `already-appointed`, `chair-is-assessor` */
export function assessorIsNew(state: TenderState, { assessor }: TenderPayload<'assessor-appointed'>): void {
  const isReleased = (currentRound(state).members.get(assessor)?.releasedFor.size ?? 0) > 0;
  if (isMember(state, assessor) && !isReleased) throw new DomainError('already-appointed', { assessor });
  if (assessor === state.chair) throw new DomainError('chair-is-assessor');
}

/** @throws DomainError `auditor-takes-part`: nobody audits what he or she assesses */
export function assessorDoesNotAudit(state: TenderState, { assessor }: TenderPayload<'assessor-appointed'>): void {
  if (state.onlookers.has(assessor)) throw new DomainError('auditor-takes-part', { account: assessor });
}

/** An assessor does nothing else in the tender, and stands in a team where there are teams. @throws DomainError `takes-part-otherwise`, `team-needed`, `unknown-team` */
export function assessorOnlyAssesses(state: TenderState, payload: TenderPayload<'assessor-appointed'>): void {
  const { assessor, team } = payload;
  const helps = state.deputies.has(assessor) || state.keepers.has(assessor) || state.witnesses.has(assessor);
  if (helps || state.sealedBy.has(assessor)) {
    throw new DomainError('takes-part-otherwise', { account: assessor });
  }
  const teams = state.rules.course?.teams;
  if (teams && team === undefined && !currentRound(state).members.has(assessor)) throw new DomainError('team-needed');
  if (team !== undefined && !teams?.some(({ id }) => id === team)) throw new DomainError('unknown-team', { team });
}

/** @throws DomainError `does-not-assess`, `unknown-bid`, `already-released`, `last-assessor` */
export function assessorCanGo(state: TenderState, { assessor, bid }: TenderPayload<'assessor-released'>): void {
  if (!isMember(state, assessor)) throw new DomainError('does-not-assess', { assessor });
  if (bid === undefined) return;
  if (!state.bids.has(bid)) throw new DomainError('unknown-bid', { bid });
  if (currentRound(state).members.get(assessor)?.releasedFor.has(bid)) {
    throw new DomainError('already-released', { assessor, bid });
  }
}

/** @throws DomainError `already-looks-on`, `auditor-takes-part` */
export function auditorStandsOutside(state: TenderState, { auditor }: TenderPayload<'auditor-named'>): void {
  requireOutside(state, auditor);
}

/** @throws DomainError `does-not-look-on` */
export function auditorLooksOn(state: TenderState, { auditor }: TenderPayload<'auditor-released'>): void {
  if (!state.onlookers.has(auditor)) throw new DomainError('does-not-look-on', { auditor });
}

/** @throws DomainError `onlooker-not-announced`, `already-looks-on`, `auditor-takes-part` */
export function onlookerIsAnnounced(state: TenderState, { onlooker }: TenderPayload<'onlooker-named'>): void {
  if (!state.rules.course?.onlookers?.includes('committee-member')) throw new DomainError('onlooker-not-announced');
  requireOutside(state, onlooker);
}

/** @throws DomainError `does-not-look-on` */
export function onlookerLooksOn(state: TenderState, { onlooker }: TenderPayload<'onlooker-released'>): void {
  if (!state.onlookers.has(onlooker)) throw new DomainError('does-not-look-on', { auditor: onlooker });
}

function requireOutside(state: TenderState, account: string): void {
  if (state.onlookers.has(account)) throw new DomainError('already-looks-on', { auditor: account });
  if (takesPart(state, account)) throw new DomainError('auditor-takes-part', { account });
}

/** Whether somebody has a part in the tender: chairs, assesses, or helps. */
export const takesPart = (state: TenderState, account: string): boolean =>
  state.chair === account ||
  state.deputies.has(account) ||
  state.witnesses.has(account) ||
  state.keepers.has(account) ||
  isMember(state, account);

/** Who witnesses, keeps prices or deputises does nothing else. @throws DomainError `takes-part-otherwise` */
const standsFree = (state: TenderState, account: string): void => {
  if (takesPart(state, account) || state.onlookers.has(account)) {
    throw new DomainError('takes-part-otherwise', { account });
  }
};
export const witnessStandsFree = (state: TenderState, { witness }: TenderPayload<'witness-named'>): void =>
  standsFree(state, witness);
export const keeperStandsFree = (state: TenderState, { keeper }: TenderPayload<'keeper-named'>): void =>
  standsFree(state, keeper);
export const deputyStandsFree = (state: TenderState, { deputy }: TenderPayload<'deputy-named'>): void => {
  standsFree(state, deputy);
  knowsNothing(state, deputy);
};

/** Who took prices into keeping, or assessed, does not lead: not after a release either. @throws DomainError `takes-part-otherwise` */
const knowsNothing = ({ sealedBy, rounds }: TenderState, account: string): void => {
  if (sealedBy.has(account) || rounds.some(({ assessments }) => assessments.has(account))) {
    throw new DomainError('takes-part-otherwise', { account });
  }
};

/** @throws DomainError `not-named-so` */
export function witnessIsThere({ witnesses }: TenderState, { witness }: TenderPayload<'witness-released'>): void {
  if (!witnesses.has(witness)) throw new DomainError('not-named-so', { account: witness });
}
/** @throws DomainError `not-named-so` */
export function keeperIsThere({ keepers }: TenderState, { keeper }: TenderPayload<'keeper-released'>): void {
  if (!keepers.has(keeper)) throw new DomainError('not-named-so', { account: keeper });
}
/** @throws DomainError `not-named-so` */
export function deputyIsThere({ deputies }: TenderState, { deputy }: TenderPayload<'deputy-released'>): void {
  if (!deputies.has(deputy)) throw new DomainError('not-named-so', { account: deputy });
}

/** A deputy acts as the chair, and neither makes nor unmakes a chair. @throws DomainError `only-the-chair` */
export function chairActs(state: TenderState, _: unknown, actor: string): void {
  if (actor !== state.chair) throw new DomainError('only-the-chair');
}

/** @throws DomainError `chair-already`, `takes-part-otherwise`: a deputy may follow, who assesses, keeps prices or looks on may not */
export function chairCanFollow(
  state: TenderState,
  {
    chair,
  }: TenderPayload<'chair-handed-over'> | TenderPayload<'succession-proposed'> | TenderPayload<'chair-succeeded'>,
): void {
  if (chair === state.chair) throw new DomainError('chair-already', { account: chair });
  knowsNothing(state, chair);
  if (!state.deputies.has(chair)) standsFree(state, chair);
}

/** @throws DomainError `another-was-proposed` */
export function chairWasProposed(state: TenderState, { chair }: TenderPayload<'chair-succeeded'>): void {
  if (state.succession?.chair !== chair) throw new DomainError('another-was-proposed');
}

/** @throws DomainError `unknown-bid`, `declared-twice`, `already-judged`: what was decided about stays */
export function declarationFits(
  state: TenderState,
  { interests }: TenderPayload<'interests-declared'>,
  actor: string,
): void {
  const seen = new Set<string>();
  for (const { bid } of interests) {
    if (!state.bids.has(bid)) throw new DomainError('unknown-bid', { bid });
    if (seen.has(bid)) throw new DomainError('declared-twice', { bid });
    seen.add(bid);
    if (interestOf(state, actor, bid)?.judged) throw new DomainError('already-judged', { bid });
  }
}

/** What an interest is, is noted with it. @throws DomainError `explanation-needed` */
export function conflictsAreExplained(_: TenderState, { interests }: TenderPayload<'interests-declared'>): void {
  const silent = interests.find(({ conflict, explanation }) => conflict && explanation === undefined);
  if (silent) throw new DomainError('explanation-needed', { bid: silent.bid });
}

/** @throws DomainError `reason-needed` */
export function reasonIsGiven(_: TenderState, { reason }: { readonly reason?: string | undefined }): void {
  if (reason === undefined) throw new DomainError('reason-needed');
}

/** @throws DomainError `no-conflict-declared`, `own-conflict`: nobody judges his or her own */
export function conflictCanBeJudged(
  state: TenderState,
  { account, bid }: TenderPayload<'conflict-judged'>,
  actor: string,
): void {
  if (account === actor) throw new DomainError('own-conflict');
  if (!interestOf(state, account, bid)?.conflict) throw new DomainError('no-conflict-declared', { bid });
}

/** @throws DomainError `unknown-bid`, `does-not-take-part`, `own-conflict`, `already-shut-out` */
export function conflictCanBeFound(
  state: TenderState,
  { account, bid }: TenderPayload<'conflict-found'>,
  actor: string,
): void {
  if (!state.bids.has(bid)) throw new DomainError('unknown-bid', { bid });
  if (account === actor) throw new DomainError('own-conflict');
  const assessed = state.rounds.some(({ members }) => members.has(account));
  if (!assessed && !takesPart(state, account)) throw new DomainError('does-not-take-part', { account });
  const gaveSomething = state.rounds.some(
    ({ assessments, withdrawn }) => assessments.has(account) && !withdrawn.get(account)?.has(bid),
  );
  if (isShutOut(state, account, bid) && !gaveSomething) throw new DomainError('already-shut-out', { bid });
}

/** Nobody sees the content of a bid before declaring of every bidder. @throws DomainError `interests-not-declared` */
export function hasDeclaredInterests(state: TenderState, _: unknown, actor: string): void {
  if (!hasDeclared(state, actor)) throw new DomainError('interests-not-declared');
}

/** @throws DomainError `conflict-of-interest` */
export function staysOutOf(state: TenderState, bid: string, actor: string): void {
  if (isShutOut(state, actor, bid)) throw new DomainError('conflict-of-interest', { bid });
}

/** The first tables knew assessors only before anybody assesses. @throws DomainError `wrong-phase` */
export function assessmentIsNotOpen({ phase }: TenderState): void {
  if (phase !== 'registration')
    throw new DomainError('wrong-phase', { scope: 'tender', phase, needed: ['registration'] });
}

/** Somebody who comes later assesses in the round that is under way. @throws DomainError `round-over` */
export function somebodyCanStillAssess(state: TenderState): void {
  const { stage } = currentRound(state);
  if (stage !== 'planned' && stage !== 'assessment') throw new DomainError('round-over');
}

/** What was found in a round that is over stays as it was found. @throws DomainError `round-over` */
export function roundIsNotOver(state: TenderState): void {
  if (currentRound(state).stage === 'closed') throw new DomainError('round-over');
}
