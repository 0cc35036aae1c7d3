import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { compare, exact } from '../number.ts';
import { dateText, decimalText } from '../text.ts';
import type { TenderRules } from './rules.ts';

/** What a bidder commits to in one lot: percentages as decimal text, one per announced date. */
export const growthPathCommitment = z.strictObject({
  steps: z
    .array(z.strictObject({ by: dateText, percentage: decimalText }))
    .min(1)
    .max(20),
  communityInitiatives: decimalText,
});
export type GrowthPathCommitment = z.infer<typeof growthPathCommitment>;

type GrowthPathRule = NonNullable<TenderRules['growthPath']>;

/** A commitment below its minimum. `by` is a date of the growth path, or null for the share through community initiatives. */
export interface Shortfall {
  readonly by: string | null;
  readonly committed: string;
  readonly minimum: string;
}

/**
 * Compares a commitment with the growth path of basic support (Koersnota 2025, 3.4.1: at least 15, 30, 50 and 70 %
 * of the users by the end of 2027 to 2030, and at least 15 % of those through a community initiative). The minimum itself is enough.
 * @throws DomainError `growth-path-dates` when the dates are not the announced ones, `percentage-above-100`
 */
export function growthPathShortfalls(rule: GrowthPathRule, commitment: GrowthPathCommitment): Shortfall[] {
  const dates = commitment.steps.map((step) => step.by);
  if (dates.length !== rule.steps.length || rule.steps.some((step, index) => step.by !== dates[index])) {
    throw new DomainError('growth-path-dates', { expected: rule.steps.map((step) => step.by), found: dates });
  }
  const pairs = [
    ...rule.steps.map((step, index) => ({
      by: step.by,
      minimum: step.minimumPercentage,
      committed: commitment.steps[index]!.percentage,
    })),
    {
      by: null,
      minimum: rule.communityInitiatives.minimumPercentage,
      committed: commitment.communityInitiatives,
    },
  ];
  for (const { by, committed } of pairs) {
    if (compare(exact(committed), exact('100')) > 0) throw new DomainError('percentage-above-100', { by, committed });
  }
  return pairs.filter(({ committed, minimum }) => compare(exact(committed), exact(minimum)) < 0);
}
