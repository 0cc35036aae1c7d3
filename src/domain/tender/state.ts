import type { StoredOutcome } from '../evaluation/stored-outcome.ts';
import type { Bid } from '../rules/bid.ts';
import type { PlaceKey } from '../rules/place.ts';
import type { PriceOffer } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { FallenBid } from '../scoring/input.ts';
import type { DraftScore, TenderEventType } from './events.ts';

/** Where a tender stands. Each phase starts with the event of the same name. */
export const PHASES = ['registration', 'assessment', 'consensus', 'quality-closed', 'awarded'] as const;
export type Phase = (typeof PHASES)[number];

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
}

export interface RecordedDraw {
  readonly order: readonly string[];
  readonly lots: readonly string[];
  readonly method: string;
  readonly at: string;
}

/** The fold of the events of one dossier. Only `evolve` writes in it. */
export interface TenderState {
  readonly dossier: string;
  /** Number of events folded in. */
  version: number;
  phase: Phase;
  title: string;
  rules: TenderRules;
  rulesSha256: string;
  chair: string;
  fictional: boolean;
  readonly decision: { readonly dossier: string; readonly head: string } | null;
  readonly assessors: Set<string>;
  /** Auditors who look on from the start. */
  readonly onlookers: Set<string>;
  readonly bids: Map<string, Bid>;
  /** assessor -> {@link placeKey} -> assessment */
  readonly assessments: Map<string, Map<PlaceKey, Assessment>>;
  /** {@link placeKey} -> criterion -> consensus */
  readonly consensus: Map<PlaceKey, Map<string, RecordedConsensus>>;
  /** {@link placeKey} -> what the bid asks there */
  readonly prices: Map<PlaceKey, { readonly version: number; readonly price: PriceOffer }>;
  readonly fallen: FallenBid[];
  /** Every draw that was held, with the lots that it was held for. */
  readonly draws: RecordedDraw[];
  /** The award that stands; null before the first, and while a new one must be computed. */
  award: { engine: number; outcome: StoredOutcome; at: string; seq: number } | null;
  /** An award was computed at some moment: from then on prices do not change any more. */
  everAwarded: boolean;
  lastEventAt: string;
  /** Per type of event when the last one happened: who may not see some of them is not told when they were. */
  readonly lastOf: Map<TenderEventType, string>;
}
