import { z } from 'zod';
import { tenderRules } from '../../../rules/rules.ts';
import { dateText, humanText, identifier, oneLine } from '../../../text.ts';
import { accountId, reason } from './fields.ts';

/** How a tender goes from its rules to its decision, and what is said of its lots. */
export const courseEvents = {
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
  /** Before any bid came in the announced rules were changed: they are announced anew, whole, with why. */
  'rules-amended': z.strictObject({
    rules: tenderRules,
    rulesSha256: z.string().regex(/^[0-9a-f]{64}$/),
    reason,
  }),
  /** Bids and assessors are complete; assessing starts. */
  'assessment-opened': z.strictObject({
    /** Where bidders are anonymous: the bids in the order of their letters, dealt out by chance. */
    letters: z.array(identifier).max(500).optional(),
  }),
  /** From here on the chair sees the individual scores, and no assessment changes any more. */
  'consensus-opened': z.strictObject({}),
  'quality-closed': z.strictObject({}),
  /** Quality was closed too early: consensus scores can change again. Only while no price is open. */
  'quality-reopened': z.strictObject({ reason }),
  /** The draw that the outcome asked for: the bids in the order drawn, and how it was held. The award is then computed anew. */
  'draw-recorded': z.strictObject({
    order: z.array(identifier).min(2).max(500),
    method: humanText(2000),
    /** The lots that it was held for. */
    lots: z.array(identifier).min(1).max(500).optional(),
    /** Who saw it, besides who recorded it. */
    witnesses: oneLine(500).optional(),
    /** Why it was held again, or recorded again. */
    reason: reason.optional(),
  }),
  /** The outcome as computed from everything above, stored so that a re-run can be held against it. */
  'award-computed': z.strictObject({
    engine: z.int().min(1),
    outcome: z.json(),
    /** Where the own search needed one: what another solver suggested, as the variables that are 1 (integer-program.ts). Checked, never trusted. */
    suggestion: z.array(z.int().min(0)).max(2000).optional(),
  }),
  /** The decision on these lots went to the bidders: the standstill period runs from the day after. */
  'award-decision-sent': z.strictObject({
    lots: z.array(identifier).min(1).max(500),
    sentOn: dateText,
    /** The last day of the standstill period; the term of the law where it is left out. */
    until: dateText.optional(),
    /** Of a decision that was sent before: why it is sent anew. The term begins again. */
    reason: reason.optional(),
  }),
  /** The contract is signed: the lot stays with its winner when others are computed anew. */
  'lot-fixed': z.strictObject({ lot: identifier, reason, signedOn: dateText.optional() }),
  /** The contract does not stand after all. */
  'lot-unfixed': z.strictObject({ lot: identifier, reason }),
  /** The lot is not awarded any more. */
  'lot-withdrawn': z.strictObject({ lot: identifier, reason }),
  'lot-reopened': z.strictObject({ lot: identifier, reason }),
  /** Nothing happens in the tender any more, unless it is resumed. */
  'tender-stopped': z.strictObject({ reason }),
  'tender-resumed': z.strictObject({ reason }),
  /** Out of the lists of what is at work; nothing else changes. */
  'tender-archived': z.strictObject({}),
  'tender-unarchived': z.strictObject({}),
} as const;
