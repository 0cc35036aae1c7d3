import { z } from 'zod';
import { dateText, humanText, identifier, oneLine } from '../../../text.ts';
import { reason } from './fields.ts';

/** What bidders are told of the decision, and what is asked of a judge. */
export const letterEvents = {
  /**
   * A letter to one bidder about the decision on these lots, as it went out: a PDF that lies beside the database, under its sha256. It goes out with the
   * `award-decision-sent` that follows.
   */
  'letter-issued': z.strictObject({
    bid: identifier,
    lots: z.array(identifier).min(1).max(500),
    /** The place in the log of the award that it tells of. */
    award: z.int().min(1),
    sentOn: dateText,
    /** The last day of the standstill period. */
    until: dateText,
    language: z.enum(['nl', 'en']),
    /** The version of the rule set of the law that it states. */
    law: z.int().min(1),
    /** In whose name, and who signs with which function. */
    sender: oneLine(200),
    signatory: oneLine(200),
    /** How to object, and to whom, as it stands in the letter. */
    objection: humanText(2000),
    /** Why two bidders may read the same motivation word for word; absent where none do. */
    sameWords: reason.optional(),
    document: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(1) }),
  }),
  /** Somebody asked a judge to stop the award of these lots (kort geding): no contract is signed meanwhile. */
  'proceeding-started': z.strictObject({
    lots: z.array(identifier).min(1).max(500),
    startedOn: dateText,
    court: oneLine(200),
    /** By whom, and what is asked. */
    claim: humanText(2000),
  }),
  /** The judge decided, or it was withdrawn. */
  'proceeding-ended': z.strictObject({
    /** Which, counted from 1. */
    proceeding: z.int().min(1).max(1000),
    endedOn: dateText,
    outcome: humanText(2000),
  }),
} as const;
