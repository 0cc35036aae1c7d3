import { z } from 'zod';
import type { AwardProof } from '../award/outcome.ts';
import type { Proof } from '../award/proof/problem.ts';
import type { Outcome } from './evaluate.ts';

/**
 * What an event stores of an evaluation, read by the schema of the engine that computed it: an outcome of the first engine says less.
 * 'unreadable' is what no engine of this version can have stored; a re-run shows how it differs.
 */
export type StoredOutcome =
  | { readonly engine: 1; readonly outcome: OutcomeOfEngine1 }
  | { readonly engine: 2; readonly outcome: Outcome }
  | { readonly engine: 3; readonly outcome: Outcome }
  | { readonly engine: 'unreadable' };

/** @param json what stands in the event: any JSON at all, when somebody wrote it */
export function readOutcome(engine: number, json: unknown): StoredOutcome {
  try {
    if (engine === 3) {
      const parsed = outcomeOfEngine3.safeParse(json);
      return parsed.success ? { engine, outcome: parsed.data } : UNREADABLE;
    }
    if (engine === 2) {
      const parsed = outcomeOfEngine2.safeParse(json);
      return parsed.success ? { engine, outcome: parsed.data } : UNREADABLE;
    }
    if (engine === 1) {
      const parsed = outcomeOfEngine1.safeParse(json);
      return parsed.success ? { engine, outcome: parsed.data } : UNREADABLE;
    }
    return UNREADABLE;
  } catch (error) {
    // Nested deeper than anything that an engine writes.
    if (error instanceof RangeError) return UNREADABLE;
    throw error;
  }
}

const UNREADABLE: StoredOutcome = { engine: 'unreadable' };

const id = z.string().min(1);
/** A whole number or a fraction, as `toFractionText` writes it. */
const number = z.string().regex(/^-?\d+(\/[1-9]\d*)?$/);
const count = z.int().min(0);

const step = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('higher-score'), criterion: id }),
  z.strictObject({ rule: z.literal('lower-price') }),
  z.strictObject({ rule: z.literal('draw') }),
]);
const belowMinimum = z.array(z.strictObject({ criterion: id, score: z.string(), minimum: z.string() }));
const shortfalls = z.array(z.strictObject({ by: z.string().nullable(), committed: z.string(), minimum: z.string() }));
const awarded = z.array(z.strictObject({ lot: id, bid: id }));
const line = z.strictObject({ criterion: id, score: z.string().nullable(), weight: number, points: number });
const amounts = { offered: number, vat: number, timeCost: number, compared: number, points: number.nullable() };
const belowPoints = z.array(z.strictObject({ criterion: id.nullable(), points: number, minimum: z.string() }));
const outside = { flag: z.enum(['below-minimum', 'above-maximum']), threshold: z.string(), compared: number };
const fallen = z.strictObject({ stage: z.enum(['excluded', 'withdrawn']), reason: z.string() }).nullable();
const figures = { bids: count, lowest: number, highest: number, mean: number };
const low = { threshold: number, of: z.string(), compared: number };
const stated = { flag: z.literal('stated-total-differs'), stated: number, computed: number };
const total = { bid: id, rank: z.int().min(1), total: number, exactTotal: number };

/** What the second engine told of a lot. */
const lotOfEngine2 = z.strictObject({
  lot: id,
  ranking: z.array(
    z.strictObject({
      ...total,
      lines: z.array(line),
      quality: number,
      price: z.strictObject(amounts).nullable(),
      separatedBy: step.nullable(),
    }),
  ),
  setAside: z.array(
    z.strictObject({
      bid: id,
      belowMinimum,
      shortfalls,
      belowPoints,
      outsideBounds: z.strictObject(outside).nullable(),
      fallen,
    }),
  ),
  prices: z.strictObject(figures).nullable(),
  flags: z.array(
    z.discriminatedUnion('flag', [
      z.strictObject({ bid: id, flag: z.literal('abnormally-low'), ...low }),
      z.strictObject({ bid: id, ...outside }),
      z.strictObject({ bid: id, ...stated }),
    ]),
  ),
});

const part = z.exactOptional(id);
const stepOfEngine3 = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('higher-score'), criterion: id }),
  z.strictObject({ rule: z.literal('lower-price'), part }),
  z.strictObject({ rule: z.literal('draw') }),
]);
const lotOfEngine3 = z.strictObject({
  lot: id,
  ranking: z.array(
    z.strictObject({
      ...total,
      lines: z.array(line.extend({ value: z.exactOptional(z.string()) })),
      quality: number,
      price: z
        .strictObject({
          ...amounts,
          parts: z.exactOptional(z.array(z.strictObject({ part: id, ...amounts }))),
        })
        .nullable(),
      separatedBy: stepOfEngine3.nullable(),
    }),
  ),
  setAside: z.array(
    z.strictObject({
      bid: id,
      belowMinimum,
      shortfalls,
      belowPoints,
      outsideMeasures: z.exactOptional(
        z.array(
          z.strictObject({
            criterion: id,
            value: z.string(),
            bound: z.enum(['minimum', 'maximum']),
            limit: z.string(),
          }),
        ),
      ),
      outsideBounds: z.strictObject({ ...outside, part }).nullable(),
      fallen,
    }),
  ),
  prices: z
    .strictObject({ ...figures, parts: z.exactOptional(z.array(z.strictObject({ part: id, ...figures }))) })
    .nullable(),
  flags: z.array(
    z.discriminatedUnion('flag', [
      z.strictObject({ bid: id, part, flag: z.enum(['abnormally-low', 'abnormally-high']), ...low }),
      z.strictObject({ bid: id, part, ...outside }),
      z.strictObject({ bid: id, part, ...stated }),
    ]),
  ),
});

const passedOver = z.strictObject({
  bid: id,
  reason: z.enum(['has-maximum', 'minimum-winners', 'maximum-winners', 'lower-total', 'tie-break', 'prefers-own']),
  lots: z.array(id),
  totalIfAwarded: z.exactOptional(number.nullable()),
});
const open = z.enum(['no-valid-bid', 'limits', 'draw', 'impossible']).nullable();
const limitCost = z.strictObject({
  without: z.enum(['maximum-lots', 'minimum-winners', 'maximum-winners', 'all-limits']),
  total: number,
  cost: number,
  lots: awarded,
});

const proof: z.ZodType<Proof> = z.lazy(() =>
  z.union([
    z.strictObject({ prices: count }),
    z.strictObject({ party: count, wins: proof, loses: proof }),
    z.strictObject({ bid: count, wins: proof, loses: proof }),
    z.strictObject({ offer: count, awarded: proof, refused: proof }),
  ]),
);
const awardProof: z.ZodType<AwardProof> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('optimal'),
    certificate: z.strictObject({ denominator: z.string(), prices: z.array(z.array(z.string())), proof }),
  }),
  z.strictObject({ kind: z.literal('best-found'), gap: number }),
  z.strictObject({ kind: z.literal('stable') }),
  z.strictObject({ kind: z.literal('in-order') }),
]);

const status = z.enum(['awarded', 'draw-needed', 'impossible', 'best-found']);
const awardedLot = z.strictObject({
  lot: id,
  winner: id.nullable(),
  combination: id.nullable(),
  open,
  passedOver: z.array(passedOver),
});
/** What both engines tell of an award in the same way. */
const aboutAward = {
  status,
  total: number.nullable(),
  lotsAwarded: count,
  winners: count,
  drawBetween: z.array(id),
  variants: z.array(
    z.strictObject({
      limit: z.enum(['maximum-lots', 'exactly-winners']),
      value: count,
      current: z.boolean(),
      total: number.nullable(),
      cost: number.nullable(),
      lots: awarded,
    }),
  ),
  contradiction: z
    .strictObject({
      rule: z.enum(['minimum-winners', 'maximum-winners']),
      limit: count,
      bidders: z.array(id),
      lots: z.array(id),
      winners: count.nullable(),
    })
    .nullable(),
  proof: awardProof.nullable(),
};
type StepShape = typeof step | typeof stepOfEngine3;
const decidedBy = <S extends StepShape>(by: S) =>
  z
    .discriminatedUnion('rule', [
      z.strictObject({ rule: z.literal('mechanism') }),
      z.strictObject({ rule: z.literal('tie-break'), step: by }),
    ])
    .nullable();
const assignment = <S extends StepShape>(by: S) =>
  z.strictObject({
    lots: awarded,
    tieBreak: z.array(z.strictObject({ step: by, value: number })),
    remains: z.boolean(),
  });
const assignmentOfEngine3 = assignment(stepOfEngine3).extend({
  together: z.exactOptional(z.array(z.strictObject({ offer: z.string(), bid: id, lots: z.array(id) }))),
});
const equalOutcomes = <A extends ReturnType<typeof assignment<StepShape>> | typeof assignmentOfEngine3>(one: A) =>
  z.strictObject({ atLeast: z.boolean(), assignments: z.array(one) });
const best = z.enum(['highest', 'lowest']);

const outcomeOfEngine2: z.ZodType<Outcome> = z.strictObject({
  engine: z.literal(2),
  best,
  lots: z.array(lotOfEngine2),
  award: z.strictObject({
    ...aboutAward,
    lots: z.array(awardedLot),
    equalOutcomes: equalOutcomes(assignment(step)),
    decidedBy: decidedBy(step),
    limitCosts: z.array(limitCost),
  }),
});

const outcomeOfEngine3: z.ZodType<Outcome> = z.strictObject({
  engine: z.literal(3),
  best,
  lots: z.array(lotOfEngine3),
  award: z.strictObject({
    ...aboutAward,
    lots: z.array(
      awardedLot.extend({
        open: z.enum([...open.unwrap().options, 'withdrawn', 'fixed']).nullable(),
        passedOver: z.array(
          passedOver.extend({ reason: z.enum([...passedOver.shape.reason.options, 'lot-group', 'capacity']) }),
        ),
        fixed: z.exactOptional(z.literal(true)),
        discount: z.exactOptional(z.string()),
      }),
    ),
    equalOutcomes: equalOutcomes(assignmentOfEngine3),
    decidedBy: decidedBy(stepOfEngine3),
    limitCosts: z.array(
      limitCost.extend({ without: z.enum([...limitCost.shape.without.options, 'lot-groups', 'capacity']) }),
    ),
    discounts: z.exactOptional(
      z.array(
        z.strictObject({
          id: z.string(),
          bid: id,
          lots: z.array(id),
          percentage: z.string(),
          totals: z.array(z.strictObject({ lot: id, total: number, compared: number })),
        }),
      ),
    ),
  }),
});

/** What the first engine stored: quality alone, the highest total, and a tie-break by scores. */
const outcomeOfEngine1 = z.strictObject({
  engine: z.literal(1),
  lots: z.array(
    z.strictObject({
      lot: id,
      ranking: z.array(
        z.strictObject({
          bid: id,
          rank: z.int().min(1),
          total: number,
          exactTotal: number,
          lines: z.array(line),
          separatedBy: z.string().nullable(),
        }),
      ),
      setAside: z.array(z.strictObject({ bid: id, belowMinimum, shortfalls })),
    }),
  ),
  award: z.strictObject({
    status,
    lots: z.array(z.strictObject({ lot: id, winner: id.nullable(), open, passedOver: z.array(passedOver) })),
    total: number.nullable(),
    lotsAwarded: count,
    winners: count,
    equalOutcomes: z.strictObject({
      atLeast: z.boolean(),
      assignments: z.array(
        z.strictObject({
          lots: awarded,
          tieBreak: z.array(z.strictObject({ criterion: id.nullable(), points: number })),
          remains: z.boolean(),
        }),
      ),
    }),
    decidedBy: z.strictObject({ rule: z.string(), criterion: id.nullable().optional() }).nullable(),
    limitCosts: z.array(limitCost),
  }),
});
export type OutcomeOfEngine1 = z.infer<typeof outcomeOfEngine1>;
