import { z } from 'zod';
import { DomainError } from '../errors.ts';
import type { DecisionOutcome, StandingOutcome } from './analyse.ts';

const number = z.string().regex(/^-?\d+(\/[1-9]\d*)?$/);
const id = z.string().min(1);
const count = z.int().min(0);

const standing: z.ZodType<StandingOutcome> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dominated'), by: z.array(id) }),
  z.strictObject({
    kind: z.literal('dominated-by-mixture'),
    mixture: z.array(z.strictObject({ alternative: id, share: number })),
  }),
  z.strictObject({ kind: z.literal('best-under'), weights: z.array(number) }),
]);

const bound = z.strictObject({ share: number, included: z.boolean(), beyond: z.array(id).nullable() });

const outcomeOfEngine1: z.ZodType<DecisionOutcome> = z.strictObject({
  engine: z.literal(1),
  alternatives: z.array(
    z.strictObject({
      alternative: id,
      rank: z.int().min(1),
      total: number,
      parts: z.array(number),
      counts: z.array(count),
      countRank: z.int().min(1),
      recommended: z.boolean(),
      standing,
      shares: z.array(number),
      standardErrors: z.array(z.number()),
      expectedRank: number,
    }),
  ),
  excluded: z.array(id),
  acceptability: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exact'), pieces: count }),
    z.strictObject({
      kind: z.literal('simulation'),
      because: z.enum(['budget', 'ordinal-values', 'requested']),
      seed: count,
      draws: count,
    }),
  ]),
  pairwise: z.array(z.strictObject({ alternative: id, beats: z.array(number) })).nullable(),
  stability: z.array(
    z.strictObject({
      criterion: id,
      current: number,
      interval: z.strictObject({ from: bound, to: bound }).nullable(),
    }),
  ),
  winners: z.array(id),
  methods: z.array(
    z.strictObject({
      method: z.enum(['counting', 'weighted-sum', 'lexicographic', 'weakest-point', 'acceptability']),
      winners: z.array(id),
    }),
  ),
  unanimous: z.boolean(),
});

/** What an event stores of a weighing, read by the schema of its engine; null for what no engine can have stored. */
export function readDecisionOutcome(engine: number, json: unknown): DecisionOutcome | null {
  if (engine !== 1) return null;
  const parsed = outcomeOfEngine1.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The stored outcome, for who shows it. @throws DomainError `outcome-unreadable` */
export function readable(outcome: DecisionOutcome | null): DecisionOutcome {
  if (!outcome) throw new DomainError('outcome-unreadable');
  return outcome;
}
