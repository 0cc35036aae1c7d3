import { z } from 'zod';
import { MOST_SCORED_CRITERIA } from '../../../rules/criteria-tree.ts';
import { consensusScore } from '../../../scoring/input.ts';
import { decimalText, humanText, identifier, oneLine } from '../../../text.ts';
import { reason } from './fields.ts';

export const LONGEST_PLACE = 200;
/** Where in the bid the motivation is found: "p. 12". */
const foundAt = oneLine(LONGEST_PLACE).optional();

/** A score of one assessor, as far as it is filled in. A draft may miss scores and motivations; a submitted assessment may not. */
const draftScore = z.strictObject({
  criterion: identifier,
  score: decimalText.nullable(),
  motivation: humanText(20_000).nullable(),
  foundAt,
});
const submittedScore = z.strictObject({
  criterion: identifier,
  score: decimalText,
  motivation: humanText(20_000),
  foundAt,
});

/** The round that something was found in; absent in the first. */
const round = z.int().min(2).max(1000);
const inRound = { round: round.optional() };

/** What assessors and the committee find. */
export const assessmentEvents = {
  'assessment-saved': z.strictObject({
    bid: identifier,
    lot: identifier,
    scores: z.array(draftScore).max(MOST_SCORED_CRITERIA),
    ...inRound,
  }),
  'assessment-submitted': z.strictObject({
    bid: identifier,
    lot: identifier,
    scores: z.array(submittedScore).max(MOST_SCORED_CRITERIA),
    ...inRound,
  }),
  'consensus-recorded': consensusScore.extend({
    ...inRound,
    /** That a difference above the announced threshold was discussed. */
    discussed: z.literal(true).optional(),
  }),
  /** A second person agrees to a consensus score above or below every individual one. */
  'consensus-confirmed': z.strictObject({ bid: identifier, lot: identifier, criterion: identifier, ...inRound }),
  /** A re-assessment starts, over the part of the tender and by the assessors that follow. */
  'round-opened': z.strictObject({ round, reason }),
  /** What of a bid is assessed anew in the round. */
  'bid-reassessed': z.strictObject({
    round,
    bid: identifier,
    places: z
      .array(z.strictObject({ lot: identifier, criteria: z.array(identifier).min(1).max(MOST_SCORED_CRITERIA) }))
      .min(1)
      .max(500),
  }),
  'round-consensus-opened': z.strictObject({ round }),
  /** What was found in the round counts from here on. */
  'round-closed': z.strictObject({ round }),
  /** What was found in a round does not count: that of the round before stands again. */
  'round-annulled': z.strictObject({ round: z.int().min(1).max(1000), reason }),
  'round-restored': z.strictObject({ round: z.int().min(1).max(1000), reason }),
} as const;

export type DraftScore = z.infer<typeof draftScore>;
export type SubmittedScore = z.infer<typeof submittedScore>;
