import { z } from 'zod';
import { bilingualName, dateText, decimalText, identifier } from '../text.ts';

/** What a date can be of, in the order in which they come: the last day for questions, the answers, the last day for bids, the decision, the start. */
export const KINDS_OF_DATE = ['questions', 'answers', 'bids', 'decision', 'start'] as const;

/** How the assessment will go, as far as it is announced. It decides no points. */
export const course = z.strictObject({
  /** Announced dates, in the order in which they are announced; one without a kind is of something else. */
  dates: z
    .array(z.strictObject({ name: bilingualName, date: dateText, kind: z.enum(KINDS_OF_DATE).optional() }))
    .max(50)
    .optional(),
  /** Scores of assessors that lie further apart than this are discussed before a consensus score is recorded. */
  discussAbove: decimalText.optional(),
  /** Whether the scores of an assessor who is released later count. */
  releasedAssessors: z.enum(['count', 'do-not-count']).optional(),
  /** Which assessors score what: a criterion that no team names is scored by all. */
  teams: z
    .array(z.strictObject({ id: identifier, name: bilingualName, criteria: z.array(identifier).min(1).max(500) }))
    .min(1)
    .max(50)
    .optional(),
  /** Assessors do not see whose bid it is, until this moment. */
  anonymousUntil: z.enum(['consensus', 'quality-closed', 'awarded']).optional(),
  /** Who may look on from the start, besides who takes part. */
  onlookers: z
    .array(z.enum(['auditor', 'committee-member']))
    .max(2)
    .optional(),
});
export type Course = z.infer<typeof course>;
export type AnnouncedDate = NonNullable<Course['dates']>[number];

/** The last day on which bids come in; undefined where none is announced as such. */
export const lastDayForBids = ({ course }: { readonly course?: Course | undefined }): string | undefined =>
  course?.dates?.find(({ kind }) => kind === 'bids')?.date;
