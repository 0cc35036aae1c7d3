import { type Check, type Read, type Seen, type Step, since } from '../../admission/procedure.ts';
import { hasDeclaredInterests, staysOutOf } from '../checks/people.ts';
import type { TenderEventType, TenderPayloads } from '../state/events.ts';
import { type Course, type Moment, PHASES, type Phase, type RoundPhase, type TenderState } from '../state/state.ts';

/** Who takes part in a tender and who looks on, and what its steps are written with. */
export interface TenderShape {
  readonly state: TenderState;
  readonly payloads: TenderPayloads;
  readonly capacity: 'chair' | 'assessor' | 'keeper' | 'second' | 'participant' | 'administrator' | 'installation';
  readonly reader: 'author' | 'chair' | 'assessor' | 'witness' | 'committee' | 'onlooker' | 'auditor';
  readonly phases: { readonly tender: Phase; readonly round: RoundPhase; readonly course: Course };
  readonly moment: Moment;
}

export type StepOf<T extends TenderEventType> = Step<TenderShape, TenderPayloads[T]>;
/** The steps of some types of event. */
export type StepsOf<T extends TenderEventType> = { readonly [One in T]: StepOf<One> };
type SeenHere = Seen<TenderShape>;
type During = Exclude<StepOf<'bid-struck'>['during'], 'opening'>;

/** Facts about the tender itself: for everybody who takes part in it. */
export const inTheOpen: SeenHere = {
  author: 'always',
  chair: 'always',
  assessor: 'always',
  witness: 'always',
  committee: 'awarded',
  onlooker: 'always',
  auditor: 'always',
};
/** How far an assessor is: the chair waits for it, the other assessors are not to be led by it. */
export const progress: SeenHere = { ...inTheOpen, assessor: 'consensus', witness: 'never', committee: 'never' };
/** What is found of the bids: an auditor who was not named to look on sees that it was recorded and when, and what once it is settled. */
export const findings: SeenHere = { ...inTheOpen, witness: 'awarded', auditor: 'quality-closed' };
/** What one assessor finds: nobody in the committee is led by another, until all have handed in. */
export const independent: SeenHere = {
  ...findings,
  chair: 'consensus',
  assessor: 'consensus',
  witness: 'never',
  committee: 'never',
};
export const sincePricesOpened: SeenHere = {
  author: 'always',
  chair: 'prices-opened',
  assessor: 'awarded',
  witness: 'awarded',
  committee: 'awarded',
  onlooker: 'prices-opened',
  auditor: 'prices-opened',
};
/** What was typed over before it is opened is shown to nobody, not even to who typed it. */
export const whenOpened: SeenHere = { ...sincePricesOpened, author: 'prices-opened' };
/** The award, while one stands. */
export const withTheAward: SeenHere = {
  author: 'awarded',
  chair: 'awarded',
  assessor: 'awarded',
  witness: 'awarded',
  committee: 'awarded',
  onlooker: 'awarded',
  auditor: 'awarded',
};
/** What people declare of themselves: for who leads the committee and for who looks on. */
export const personal: SeenHere = { ...inTheOpen, assessor: 'never', witness: 'never', committee: 'never' };
export const seenAs = (seen: SeenHere) => ({ that: seen, what: seen });

/** A tender that was stopped stands still in every phase. */
export const inTender = (...tender: readonly Phase[]): During => ({ course: ['running'], tender });
/** The same while no round, or while this one, is under way. */
export const inRounds = (round: readonly RoundPhase[], ...tender: readonly Phase[]): During => ({
  course: ['running'],
  tender: tender.length === 0 ? PHASES : tender,
  round,
});
/** What changes something that an award follows from: the award that stands is kept, and computed anew. */
export const awardAnew = { tender: { awarded: 'quality-closed' } } as const;

export const by = <By extends TenderShape['capacity']>(capacity: By, from = 1) =>
  ({ since: from, second: null, by: capacity }) as const;
/** The table in which nothing is a dead end: rounds, people, corrections, sealed prices. */
export const GOING_BACK = 6;
/** The table that knows the documents of a bid. */
export const DOCUMENTS = 7;
/** The table in which announced rules can be changed while no bid is in. */
export const AMENDMENTS = 8;
/** The table in which every bidder gets a letter with the decision, and a judge is waited for. */
export const LETTERS = 9;

/** From which the rules are known. */
export const RULES = ['rules-published', 'rules-amended'] as const;

/** All that tells who assesses what. */
export const ASSIGNMENT = [
  ...RULES,
  'bid-registered',
  'bid-corrected',
  'bid-struck',
  'bid-set-aside',
  'bid-reinstated',
  'lot-withdrawn',
  'lot-reopened',
  'assessor-appointed',
  'assessor-appointed/person',
  'assessor-released',
  'assessor-released/person',
  'round-opened',
  'bid-reassessed',
  'interests-declared',
  'interests-declared/actor',
  'conflict-judged',
  'conflict-judged/person',
  'conflict-found',
  'conflict-found/person',
] as const satisfies readonly Read<TenderShape>[];

/** From which it is known whether somebody is kept out of a bid. */
const CONFLICTS = [
  'actor',
  'interests-declared',
  'interests-declared/actor',
  'conflict-judged',
  'conflict-judged/person',
  'conflict-found',
  'conflict-found/person',
] as const satisfies readonly Read<TenderShape>[];

/** Who has not declared of every bidder does nothing with the content of bids. */
export const declared = <Payload>(): Check<TenderShape, Payload> =>
  since(
    GOING_BACK,
    hasDeclaredInterests,
    'actor',
    'bid-registered',
    'bid-corrected',
    'bid-struck',
    'interests-declared',
    'interests-declared/actor',
    'conflict-found',
    'conflict-found/person',
  );

/** Who has a conflict of interest does nothing with that bid. */
export const unbiased = <Payload>(bidIn: (payload: Payload) => string): Check<TenderShape, Payload> =>
  since(GOING_BACK, (state, payload: Payload, actor) => staysOutOf(state, bidIn(payload), actor), ...CONFLICTS);
export const ofBid = ({ bid }: { readonly bid: string }): string => bid;
