import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { toFractionText } from '../number.ts';
import { contractIn } from './contracts.ts';
import { ALL_PUBLISHED, areaOverview, overviewOf } from './overview.ts';
import { quartersOf } from './quarter.ts';
import type { ContractState } from './state.ts';

/** The version of what is computed for an evaluation: a change in meaning is a new one, and the old one stays. */
export const CONTRACT_ENGINE = 1;

const number = z.string().regex(/^-?\d+(\/[1-9]\d*)?$/);
const count = z.int().min(0);

/** The figures of a year in an area, as an evaluation stores them. Numbers are exact, as text. */
const yearOutcome = z.strictObject({
  area: z.string(),
  year: z.int(),
  /** Euro of that year for the area, and what was spent in it; null where it is not known. */
  budget: z.strictObject({ euro: number.nullable(), spent: number.nullable() }),
  /** The norms with a date in that year. */
  growthPath: z.array(
    z.strictObject({
      by: z.string(),
      norm: number,
      promise: number.nullable(),
      quarter: z.string().nullable(),
      share: number.nullable(),
      status: z.enum(['met', 'missed', 'on-track', 'at-risk', 'unknown', 'no-figures']),
      missing: count,
      missingOfPromise: count.nullable(),
      community: z.strictObject({ met: z.boolean(), missing: count }).nullable(),
    }),
  ),
  /** Named in the bid, and those of them that are still there. */
  subcontractors: z.strictObject({ named: count, kept: count }),
  complaints: count,
  quarters: z.strictObject({ reported: z.array(z.string()), missing: z.array(z.string()) }),
});
export type YearOutcome = z.infer<typeof yearOutcome>;

/** What was stored, by the shape of this engine; null for what it cannot have stored. */
export const readYearOutcome = (outcome: unknown): YearOutcome | null => yearOutcome.safeParse(outcome).data ?? null;

/**
 * The figures of a year in an area, from what was recorded. The same entries give the same figures on whatever day.
 * @throws DomainError `contract-unknown`
 */
export function evaluateYear(state: Readonly<ContractState>, area: string, year: number): YearOutcome {
  const contract = contractIn(state, area);
  if (!contract) throw new DomainError('contract-unknown', { area });
  const afterwards = `${year + 1}-01-01`;
  const { growthPath, years } = areaOverview(state, contract, afterwards);
  const { budget } = overviewOf(state, ALL_PUBLISHED);
  const granted =
    budget && 'outcome' in budget
      ? budget.outcome.years.find((one) => one.year === year)?.shares.find(({ id }) => id === area)
      : undefined;
  const reported = years.find((one) => one.year === year);
  const named = contract.added.payload.subcontractors;
  return {
    area,
    year,
    budget: {
      euro: granted ? toFractionText(granted.euro) : null,
      spent: reported?.spent ? toFractionText(reported.spent) : null,
    },
    growthPath: (growthPath?.steps ?? [])
      .filter(({ by }) => Number(by.slice(0, 4)) === year)
      .map(({ by, norm, promise, point, status, missing, missingOfPromise, community }) => ({
        by,
        norm: toFractionText(norm),
        promise: promise ? toFractionText(promise) : null,
        quarter: point?.quarter ?? null,
        share: point?.share ? toFractionText(point.share) : null,
        status,
        missing,
        missingOfPromise,
        community,
      })),
    subcontractors: {
      named: named.length,
      kept: named.filter((one) => contract.subcontractors.includes(one)).length,
    },
    complaints: reported?.complaints ?? 0,
    quarters: {
      reported: [...(reported?.quarters ?? [])],
      missing: quartersOf(year).filter((quarter) => !reported?.quarters.includes(quarter)),
    },
  };
}
