import type { Viewer } from '../roles.ts';
import { COMMON } from '../rules/in-lot.ts';
import { namesOf } from '../rules/names.ts';
import { placeIn } from '../rules/place.ts';
import { isAssessor, isChair, mayViewAward, mayViewPrices, mustDeclare, readerOf } from './access.ts';
import { may } from './admit.ts';
import type { Waiting } from './seat.ts';
import { standingOf } from './standing.ts';
import { openAssessments } from './state/open-work.ts';
import { assessorsIn, currentRound } from './state/rounds.ts';
import type { TenderState } from './state/state.ts';
import { maySeeThing } from './visibility.ts';

/** What somebody waits for in a tender, and for whom. What of others may not be seen is not told by it either. */
export function waitsOf(state: Readonly<TenderState>, viewer: Viewer): Waiting[] {
  if (state.archived || state.course === 'stopped') return [];
  const reader = readerOf(state, viewer);
  if (isChair(state, viewer)) {
    // Who can send the decision has that to do.
    const decision = may(state, viewer.id, 'letter-issued') ? [] : forDecision(state, viewer, 'decision');
    return [...waitsOfChair(state, viewer), ...decision, ...forContract(state)];
  }
  if (isAssessor(state, viewer)) return waitsOfAssessor(state, viewer.id);
  return reader === 'committee' ? forDecision(state, viewer, 'report') : [];
}

function waitsOfChair(state: Readonly<TenderState>, viewer: Viewer): Waiting[] {
  const mayNow = (type: Parameters<typeof may>[2]): boolean => may(state, viewer.id, type);
  const waits: Waiting[] = [];
  if (mayNow('consensus-opened') || mayNow('round-consensus-opened')) {
    const open = openAssessments(state);
    if (open.length > 0) {
      const of = maySeeThing(state, viewer, 'progress') ? perAssessor(state, open) : null;
      waits.push({ kind: 'assessors', open: open.length, of });
    }
    const undeclared = assessorsIn(currentRound(state)).filter((one) => mustDeclare(state, one));
    if (undeclared.length > 0) waits.push({ kind: 'declarations', of: undeclared });
  }
  if (state.openingProposedBy === viewer.id) waits.push({ kind: 'second-person' });
  if (mayViewPrices(state, viewer)) waits.push(...forExplanations(state));
  return waits;
}

function perAssessor(state: Readonly<TenderState>, open: ReturnType<typeof openAssessments>) {
  return assessorsIn(currentRound(state)).flatMap((account) => {
    const own = open.filter(({ assessor }) => assessor === account).length;
    return own === 0 ? [] : [{ account, open: own }];
  });
}

function forExplanations(state: Readonly<TenderState>): Waiting[] {
  const names = namesOf(state.rules, state.bids.values());
  return [...state.explanations].flatMap(([key, { until, received, judged }]): Waiting[] => {
    if (received || judged) return [];
    const { bid, lot } = placeIn(key);
    return [{ kind: 'explanation', bidder: names.bidder(bid), lot: lot === COMMON ? null : names.lot(lot), until }];
  });
}

/** Who handed in everything sees no more of the others than before: the consensus is opened for all at once. */
function waitsOfAssessor(state: Readonly<TenderState>, assessor: string): Waiting[] {
  if (mustDeclare(state, assessor)) return [];
  if (may(state, assessor, 'assessment-saved')) {
    const own = openAssessments(state).some((one) => one.assessor === assessor);
    return own ? [] : [{ kind: 'consensus-opening' }];
  }
  const follows = maySeeThing(state, { id: assessor, roles: ['assessor'] }, 'others-scores');
  return follows && may(state, state.chair, 'consensus-recorded') ? [{ kind: 'consensus-scores' }] : [];
}

/** A proposed award, until of every lot it is said what became of it. */
function forDecision(state: Readonly<TenderState>, viewer: Viewer, kind: 'decision' | 'report'): Waiting[] {
  const proposed = standingOf(state).award?.status === 'awarded' && mayViewAward(state, viewer);
  return proposed && !isDecided(state) ? [{ kind }] : [];
}

/** A decision that was sent, until of its lots it is said that the contract was signed. */
function forContract({ lots }: Readonly<TenderState>): Waiting[] {
  const ends = [...lots.values()].flatMap((said) => (said.is === 'sent' ? [said.until] : [])).sort();
  const until = ends.at(-1);
  return until === undefined ? [] : [{ kind: 'standstill', until }];
}

/** Whether of every lot it was said that its decision was sent, that it was fixed, or that it is not awarded. */
export const isDecided = ({ rules, lots }: Pick<TenderState, 'rules' | 'lots'>): boolean =>
  rules.lots.every(({ id }) => lots.has(id));
