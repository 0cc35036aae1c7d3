import { z } from 'zod';
import { FORMAT_CHANGED, formatChanged } from '../disclosure/format.ts';
import { bid } from '../rules/bid.ts';
import { MOST_SCORED_CRITERIA } from '../rules/criteria-tree.ts';
import { priceOffer } from '../rules/price-rules.ts';
import { tenderRules } from '../rules/rules.ts';
import { consensusScore, fallenBid } from '../scoring/input.ts';
import { decimalText, humanText, identifier, oneLine } from '../text.ts';

/**
 * Every event that a tender's dossier can hold, with the shape of its payload. Events are facts: never changed, never removed,
 * corrected only by a later event. People stand in them by account id; their names live with the accounts.
 */

const accountId = identifier;

/** A score of one assessor, as far as it is filled in. A draft may miss scores and motivations; a submitted assessment may not. */
const draftScore = z.strictObject({
  criterion: identifier,
  score: decimalText.nullable(),
  motivation: humanText(20_000).nullable(),
});
const submittedScore = z.strictObject({ criterion: identifier, score: decimalText, motivation: humanText(20_000) });

export const tenderEvents = {
  /** The log was in format 1 so far; from here on every event is committed to part by part. */
  [FORMAT_CHANGED]: formatChanged,
  /** Opens the dossier: the title, the announced rules in full, the hash of their file, and who chairs the committee. */
  'rules-published': z.strictObject({
    title: oneLine(200),
    rules: tenderRules,
    rulesSha256: z.string().regex(/^[0-9a-f]{64}$/),
    chair: accountId,
    /** True for dossiers that were made up to show the product. */
    fictional: z.boolean(),
    /** The signed contract-model decision that this tender follows from: its dossier, and the head of it at that moment. */
    decision: z.strictObject({ dossier: identifier, head: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  }),
  'assessor-appointed': z.strictObject({ assessor: accountId }),
  /** An auditor looks on from the start: announced before anybody assesses. Every other auditor sees what was found once quality is closed. */
  'auditor-named': z.strictObject({ auditor: accountId }),
  /** An auditor who was named by mistake does not look on. */
  'auditor-released': z.strictObject({ auditor: accountId }),
  'bid-registered': z.strictObject({ bid }),
  /** Bids and assessors are complete; assessing starts. */
  'assessment-opened': z.strictObject({}),
  'assessment-saved': z.strictObject({
    bid: identifier,
    lot: identifier,
    scores: z.array(draftScore).max(MOST_SCORED_CRITERIA),
  }),
  'assessment-submitted': z.strictObject({
    bid: identifier,
    lot: identifier,
    scores: z.array(submittedScore).max(MOST_SCORED_CRITERIA),
  }),
  /** From here on the chair sees the individual scores, and no assessment changes any more. */
  'consensus-opened': z.strictObject({}),
  'consensus-recorded': consensusScore,
  'quality-closed': z.strictObject({}),
  /** What a bid asks for one lot: only after quality is closed. A later one for the same place corrects it, until the first award. */
  'price-recorded': z.strictObject({ price: priceOffer }),
  /** A bid no longer counts: excluded before the ranking, or withdrawn after it. After an award, the award is computed anew. */
  'bid-set-aside': z.strictObject({ fallen: fallenBid }),
  /** The draw that the outcome asked for: the bids in the order drawn, and how it was held. The award is then computed anew. */
  'draw-recorded': z.strictObject({
    order: z.array(identifier).min(2).max(500),
    method: humanText(2000),
    /** The lots that it was held for. */
    lots: z.array(identifier).min(1).max(500).optional(),
  }),
  /** The outcome as computed from everything above, stored so that a re-run can be held against it. */
  'award-computed': z.strictObject({
    engine: z.int().min(1),
    outcome: z.json(),
    /** Where the own search needed one: what another solver suggested, as the variables that are 1 (integer-program.ts). Checked, never trusted. */
    suggestion: z.array(z.int().min(0)).max(2000).optional(),
  }),
} as const;

export type TenderEventType = keyof typeof tenderEvents;
export const tenderEventTypes = Object.keys(tenderEvents) as TenderEventType[];
export type TenderPayload<T extends TenderEventType> = z.infer<(typeof tenderEvents)[T]>;
export type TenderPayloads = { readonly [T in TenderEventType]: TenderPayload<T> };

/** An event that has happened: who, when (ISO 8601, UTC) and at which place in the dossier (from 1). */
export type TenderEvent = {
  [T in TenderEventType]: {
    readonly type: T;
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly payload: TenderPayload<T>;
  };
}[TenderEventType];

/** An event that is about to happen. */
export type NewTenderEvent = {
  [T in TenderEventType]: { readonly type: T; readonly payload: TenderPayload<T> };
}[TenderEventType];

export type DraftScore = z.infer<typeof draftScore>;
export type SubmittedScore = z.infer<typeof submittedScore>;

export const isTenderEventType = (type: string): type is TenderEventType => Object.hasOwn(tenderEvents, type);
