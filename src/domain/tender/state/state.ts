import type { StoredOutcome } from '../../evaluation/stored-outcome.ts';
import type { Bid } from '../../rules/bid.ts';
import type { PlaceKey } from '../../rules/place.ts';
import type { PriceOffer } from '../../rules/price-rules.ts';
import type { TenderRules } from '../../rules/rules.ts';
import type { SaidOfBid } from '../../scoring/input.ts';
import type { DraftScore, TenderEventType, TenderPayload } from './events.ts';

/** Where a tender stands. Each phase starts with the event of the same name. */
export const PHASES = ['registration', 'assessment', 'consensus', 'quality-closed', 'awarded'] as const;
export type Phase = (typeof PHASES)[number];

/** From when on something is seen: the phases, and the opening of what is sealed, which comes within one. */
export const MOMENTS = [
  'registration',
  'assessment',
  'consensus',
  'quality-closed',
  'prices-opened',
  'awarded',
] as const satisfies readonly (Phase | 'prices-opened')[];
export type Moment = (typeof MOMENTS)[number];

/** What of the assessment is under way: the first round, or a further one over a part; none in between. */
export type RoundPhase = 'none' | 'assessment' | 'consensus';

/** Whether anything happens in the tender at all. */
export type Course = 'running' | 'stopped';

/**
 * One assessor's assessment of one bid in one lot. `version` counts how often it was saved: what a form edits and sends back. The place of
 * its last event in the log would tell how much the colleagues have saved.
 */
export interface Assessment {
  version: number;
  submitted: boolean;
  scores: readonly DraftScore[];
  at: string;
}

export interface RecordedConsensus {
  version: number;
  score: string;
  motivation: string;
  at: string;
  readonly by: string;
  /** That a difference above the announced threshold was discussed. */
  discussed: boolean;
  /** Who agreed to a score beyond every individual one. */
  confirmedBy: string | null;
}

/** How somebody takes part in a round as an assessor. */
export interface Member {
  /** The announced team; null where the rules name none. */
  readonly team: string | null;
  /** Why he or she assesses no more; null while assessing. */
  released: string | null;
  /** The bids that he or she does not assess, and why. */
  readonly releasedFor: Map<string, string>;
}

/** A part of the assessment: what is scored, by whom, and what was found. The first round covers everything. */
export interface Round {
  /** From 1. */
  readonly number: number;
  /** Why it was opened; null for the first. */
  readonly reason: string | null;
  stage: 'planned' | 'assessment' | 'consensus' | 'closed';
  /** Why what was found in it does not count; null while it does. */
  annulled: string | null;
  /** {@link PlaceKey} -> criteria that are scored in it; null while it covers everything that is to be scored. */
  cells: Map<PlaceKey, ReadonlySet<string>> | null;
  readonly members: Map<string, Member>;
  /** assessor -> {@link placeKey} -> assessment */
  readonly assessments: Map<string, Map<PlaceKey, Assessment>>;
  /** What was withdrawn because of a conflict of interest: assessor -> bid -> why. */
  readonly withdrawn: Map<string, Map<string, string>>;
  /** {@link placeKey} -> criterion -> consensus */
  readonly consensus: Map<PlaceKey, Map<string, RecordedConsensus>>;
  openedAt: string;
  closedAt: string | null;
}

export interface RecordedDraw {
  readonly order: readonly string[];
  readonly lots: readonly string[];
  readonly method: string;
  readonly witnesses: string | null;
  /** Why it was held or recorded again. */
  readonly reason: string | null;
  readonly at: string;
}

/** The rules as they were announced once. */
export interface AnnouncedRules {
  readonly rules: TenderRules;
  readonly rulesSha256: string;
  readonly at: string;
  /** Why they were changed; null for the first. */
  readonly reason: string | null;
}

/** What somebody declared of a bidder, and what was done about it. */
export interface Interest {
  readonly conflict: boolean;
  readonly explanation: string | null;
  /** What was decided of a declared conflict; null while nothing was. */
  judged: { readonly conflict: boolean; readonly reason: string } | null;
}

/** What is known of a bid besides what was handed in. */
export interface BidRecord {
  /** Why it was registered though it came too late. */
  readonly late: string | null;
  readonly corrections: { readonly reason: string; readonly at: string }[];
  /** account -> what it found of the requirements */
  readonly checks: Map<string, { readonly met: boolean; readonly findings: string; readonly at: string }>;
}

/** A document that was handed in with a bid: what the file is, and what became of it. */
export type BidDocument = TenderPayload<'document-added'>['document'] & {
  /** Of one lot only; null for all lots. */
  readonly lot: string | null;
  readonly at: string;
  /** It came in sealed, with the prices. */
  readonly ofPrice: boolean;
  readonly removed: { readonly reason: string; readonly at: string } | null;
};

/** bid -> its documents, in the order in which they came in; those that were removed stay in it */
export type DocumentList = ReadonlyMap<string, readonly BidDocument[]>;

/** An explanation of a low price: asked, received, judged. */
export interface Explanation {
  readonly question: string;
  readonly until: string;
  received: { readonly explanation: string; readonly at: string } | null;
  judged: { readonly accepted: boolean; readonly reason: string; readonly at: string } | null;
}

/** A letter to a bidder, as it went out. */
export type IssuedLetter = TenderPayload<'letter-issued'> & {
  /** Of the letters of this dossier, from 1. */
  readonly number: number;
  readonly at: string;
  /** The event with which it was issued: it tells what was known before. */
  readonly seq: number;
  /** When the decision that it tells was recorded as sent; null before. */
  sentAt: string | null;
};

/** A summary proceeding about the award of some lots (kort geding). */
export type Proceeding = TenderPayload<'proceeding-started'> & {
  /** From 1. */
  readonly number: number;
  /** When the judge decided, and what; null while it is pending. */
  ended: { readonly on: string; readonly outcome: string } | null;
};

/** What was said of a lot; a lot of which nothing was said is open, or proposed once an award stands. */
export type SaidOfLot =
  /** `until`: the last day of the standstill period. */
  | { readonly is: 'sent'; readonly on: string; readonly until: string }
  /** `seq`: an award of before the contract was computed without it. `signedOn`: null where the log does not say it, as before procedure 9. */
  | {
      readonly is: 'fixed';
      readonly bid: string;
      readonly reason: string;
      readonly seq: number;
      readonly signedOn: string | null;
    }
  | { readonly is: 'withdrawn'; readonly reason: string };

export interface Award {
  readonly engine: number;
  readonly outcome: StoredOutcome;
  readonly at: string;
  readonly seq: number;
}

/** The fold of the events of one dossier. Only `evolve` writes in it. */
export interface TenderState {
  readonly dossier: string;
  /** Number of events folded in. */
  version: number;
  phase: Phase;
  roundPhase: RoundPhase;
  course: Course;
  archived: boolean;
  /** Why it was stopped, while it is. */
  stopped: string | null;
  title: string;
  rules: TenderRules;
  rulesSha256: string;
  /** As they were announced, each time; the last are those that hold. */
  readonly announced: AnnouncedRules[];
  chair: string;
  /** Who may act as the chair besides. */
  readonly deputies: Set<string>;
  readonly witnesses: Set<string>;
  /** Who types prices over before they are opened. */
  readonly keepers: Set<string>;
  /** Who an administrator proposed to follow the chair. */
  succession: { readonly chair: string; readonly by: string; readonly reason: string } | null;
  fictional: boolean;
  readonly decision: { readonly dossier: string; readonly head: string } | null;
  /** Auditors and committee members who look on from the start. */
  readonly onlookers: Set<string>;
  readonly bids: Map<string, Bid>;
  /** The bids in the order of the letters that stand for them, where bidders are anonymous; empty before they are dealt out. */
  letters: readonly string[];
  readonly bidRecords: Map<string, BidRecord>;
  /** account -> bid -> what was declared */
  readonly interests: Map<string, Map<string, Interest>>;
  /** From the first on. */
  readonly rounds: Round[];
  /** {@link placeKey} -> what the bid asks there */
  readonly prices: Map<PlaceKey, { readonly version: number; readonly price: PriceOffer }>;
  /** {@link placeKey} -> what was typed over and is not opened */
  readonly sealed: Map<PlaceKey, { readonly version: number; readonly price: PriceOffer; readonly by: string }>;
  /** What can be shown of each bid: what was never sealed, and what was opened. */
  readonly documents: Map<string, readonly BidDocument[]>;
  /** What was taken into keeping and is not opened. */
  readonly sealedDocuments: Map<string, readonly BidDocument[]>;
  /** Who ever took a price into keeping, and so knows it. */
  readonly sealedBy: Set<string>;
  /** Who proposed to open what is sealed; null before that, and once it is open. */
  openingProposedBy: string | null;
  pricesOpened: { readonly by: string; readonly with: string; readonly at: string } | null;
  /** {@link placeKey} -> the explanation of a low price */
  readonly explanations: Map<PlaceKey, Explanation>;
  readonly fallen: SaidOfBid[];
  /** Every draw that was held, with the lots that it was held for. */
  readonly draws: RecordedDraw[];
  readonly lots: Map<string, SaidOfLot>;
  /** Every letter that was issued, in that order. */
  readonly issuedLetters: IssuedLetter[];
  readonly proceedings: Proceeding[];
  /** The award that stands; null before the first, and while a new one must be computed. */
  award: Award | null;
  /** Awards that were computed before, in the order in which they were. */
  readonly pastAwards: Award[];
  /** The event after which what there is to assess or who assesses it was last changed. */
  assignmentVersion: number;
  /** The last event but letters to bidders: a hundred of those say nothing that anything is worked out of. */
  workVersion: number;
  lastEventAt: string;
  /** Per type of event when the last one happened: who may not see some of them is not told when they were. */
  readonly lastOf: Map<TenderEventType, string>;
}

/** An award was computed at some moment: from then on a price changes only with a reason. */
export const everAwarded = ({ award, pastAwards }: Pick<TenderState, 'award' | 'pastAwards'>): boolean =>
  award !== null || pastAwards.length > 0;
