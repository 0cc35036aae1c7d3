import { z } from 'zod';
import { KINDS_OF_DATE } from '../domain/rules/course.ts';
import { procurementProcedure } from '../domain/rules/procurement-procedure.ts';
import { REQUIREMENT_KINDS } from '../domain/rules/programme.ts';
import { consensusScoreOfInput } from '../domain/scoring/input.ts';
import { middleScore } from '../domain/scoring/middle-score.ts';
import { dateText, humanText, identifier, oneLine } from '../domain/text.ts';

/**
 * The rules of a tender and the input of an evaluation as a person writes them in a file: what is usual may be left out, a name in one language is
 * enough, and a name does where an id is meant. What the product itself writes is such a file too.
 */

const LONGEST_NAME = 4000;

const name = z
  .union([
    oneLine(LONGEST_NAME),
    z.strictObject({ nl: oneLine(LONGEST_NAME), en: oneLine(LONGEST_NAME).optional() }),
    z.strictObject({ en: oneLine(LONGEST_NAME) }),
  ])
  .describe('A name in one language, or in Dutch (nl) and English (en).');
const text = z
  .union([
    humanText(4000),
    z.strictObject({ nl: humanText(4000), en: humanText(4000).optional() }),
    z.strictObject({ en: humanText(4000) }),
  ])
  .describe('A text in one language, or in Dutch (nl) and English (en).');
export type FileText = z.infer<typeof text>;

const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;
/** A decimal number: as text with a point, or as a number that is written without an exponent. */
const number = z
  .union([
    z.number().refine((one) => DECIMAL.test(String(one)), { error: 'not a decimal number' }),
    z.string().regex(DECIMAL, { error: 'not a decimal number' }),
  ])
  .describe('A decimal number with at most six decimals, with a point: "22.5" or 22.5.');
export type FileNumber = z.infer<typeof number>;

const id = identifier.optional().describe('Made from the name where it is left out.');
/** The id or the name of something in the rules. */
const ref = oneLine(LONGEST_NAME).describe('The id, or the name as it stands in the rules.');
const sources = z
  .array(z.strictObject({ document: oneLine(200), section: oneLine(200) }))
  .max(50)
  .optional()
  .describe('Where this comes from.');
const decimals = z.int().min(0).max(6);
const share = z
  .string()
  .regex(/^\d{1,9}\/[1-9]\d{0,8}$/, { error: 'not a fraction' })
  .optional()
  .describe('The weight as a part of the whole of its group: "1/3". Instead of `weight`.');

const step = z.strictObject({ value: number, label: name.optional(), anchor: text.optional() });
const numbers = z.strictObject({
  kind: z.literal('numbers').optional(),
  minimum: number.optional().describe('0 when left out.'),
  maximum: number,
  decimals: decimals.optional().describe('Decimals that a score may have: 0 when left out.'),
});
const scale = z
  .union([
    z
      .array(z.union([number, step]))
      .min(2)
      .max(101),
    numbers,
    z.strictObject({
      kind: z.literal('steps'),
      steps: z
        .array(z.union([number, step]))
        .min(2)
        .max(101),
    }),
    z.strictObject({ kind: z.literal('yes-no') }),
    z.literal('yes-no'),
  ])
  .describe(
    'The scores that can be given: a list of them (with label and anchor), any number up to a maximum, or "yes-no" (1 or 0). Points = score / highest score x weight, so marks above the weight are converted.',
  );

const scoring = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('linear'),
      zero: number.describe('The score that earns nothing; below it costs points.'),
    }),
    z.strictObject({
      kind: z.literal('table'),
      percentages: z
        .union([
          z
            .array(z.strictObject({ score: number, percentage: number }))
            .min(1)
            .max(101),
          z.record(z.string(), number),
        ])
        .describe('The percentage of the weight that each score earns.'),
    }),
    z.strictObject({ kind: z.literal('points'), decimals: decimals.optional() }),
  ])
  .describe('Another way from score to points; "points": the committee gives the points themselves.');

const ends = {
  belowZero: z
    .enum(['clip', 'allow'])
    .optional()
    .describe('Points below zero: cut off at zero (when left out), or counted.'),
  aboveMaximum: z
    .enum(['clip', 'allow'])
    .optional()
    .describe('Points above the weight: cut off (when left out), or counted.'),
};
const from = z.union([z.enum(['lowest', 'highest']), number]);
const power = z.strictObject({ exponent: z.union([oneLine(5), z.number()]), decimals }).optional();
/** The formula from an amount to points. */
const points = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('proportional'),
      reference: from
        .optional()
        .describe('The best of the valid bids when left out; an announced amount makes it a capped rule of three.'),
      power,
      ...ends,
    }),
    z.strictObject({ kind: z.literal('linear'), reference: from.optional(), zeroAt: number, ...ends }),
    z.strictObject({ kind: z.literal('bounds'), floor: from.optional(), ceiling: from.optional(), power, ...ends }),
    z.strictObject({ kind: z.literal('saving'), reference: number, power, ...ends }),
    z.strictObject({
      kind: z.literal('steps'),
      reference: from.optional(),
      step: number,
      points: number,
      perFullStep: z.boolean().optional().describe('Only full steps cost points; false when left out.'),
      ...ends,
    }),
    z.strictObject({
      kind: z.literal('brackets'),
      brackets: z
        .array(
          z.union([z.strictObject({ upTo: number, points: number }), z.strictObject({ from: number, points: number })]),
        )
        .min(1)
        .max(100),
      beyond: number.optional().describe('Points outside all brackets: 0 when left out.'),
    }),
    z.strictObject({ kind: z.literal('logarithmic'), reference: from.optional(), zeroAt: number, decimals, ...ends }),
    z.strictObject({ kind: z.literal('formula'), expression: z.string().min(1).max(2000), ...ends }),
    z.strictObject({ kind: z.literal('closest-to-mean') }),
  ])
  .describe('How an amount becomes points: docs/methods.md gives the formula of each kind.');
export type FilePoints = z.infer<typeof points>;
const constants = z.record(z.string(), number).optional().describe('Names of your own in a formula.');

const measured = z.strictObject({
  unit: name,
  better: z.enum(['lower', 'higher']),
  points,
  constants,
  sealed: z.boolean().optional().describe('Handed in and opened with the price; false when left out.'),
  decimals: decimals.optional(),
  minimum: number.optional().describe('A lower value sets the bid aside.'),
  maximum: number.optional().describe('A higher value sets the bid aside.'),
});

export interface FileCriterion {
  readonly id?: string | undefined;
  readonly name: FileText;
  readonly description?: FileText | undefined;
  readonly weight?: FileNumber | undefined;
  readonly share?: string | undefined;
  readonly weightsIn?: 'percentages' | 'points' | undefined;
  readonly scale?: z.infer<typeof scale> | undefined;
  readonly scoring?: z.infer<typeof scoring> | undefined;
  readonly measured?: z.infer<typeof measured> | undefined;
  readonly scoreFrom?:
    | 'consensus'
    | 'mean'
    | 'median'
    | { readonly kind: 'mean' | 'median'; readonly decimals?: number | undefined }
    | undefined;
  readonly knockOut?: boolean | undefined;
  readonly common?: boolean | undefined;
  readonly lots?: readonly string[] | undefined;
  readonly relativeToBest?: boolean | undefined;
  readonly minimumScore?: FileNumber | undefined;
  readonly minimumPoints?: FileNumber | undefined;
  readonly sources?: readonly { readonly document: string; readonly section: string }[] | undefined;
  readonly children?: readonly FileCriterion[] | undefined;
}
const weight = z
  .union([number, z.string().regex(/^\d{1,24}\/[1-9]\d{0,23}$/)])
  .optional()
  .describe(
    'At the top: points out of `weightsTotal`, together with the price. Below: a percentage of the parent (or points: `weightsIn`). When all siblings have none they weigh the same.',
  );
const criterion: z.ZodType<FileCriterion> = z.lazy(() =>
  criterionFields.refine((one) => one.weight === undefined || one.share === undefined, {
    path: ['share'],
    error: 'not beside weight',
  }),
);
const criterionFields = z.strictObject({
  id,
  name,
  description: text.optional(),
  weight,
  share,
  weightsIn: z
    .enum(['percentages', 'points'])
    .optional()
    .describe(
      'What the weights of its children are: percentages that sum to 100 (when left out), or points that sum to its own weight.',
    ),
  scale: scale.optional(),
  scoring: scoring.optional(),
  measured: measured.optional().describe('Nobody scores it: the bid offers a figure, and a formula gives the points.'),
  scoreFrom: z
    .union([
      z.enum(['consensus', 'mean', 'median']),
      z.strictObject({ kind: z.enum(['mean', 'median']), decimals: decimals.optional() }),
    ])
    .optional()
    .describe(
      'The score that counts: what the committee agrees on (when left out), or the mean or median of the assessors.',
    ),
  knockOut: z
    .boolean()
    .optional()
    .describe('It scores nothing; below its minimum (1 on yes-no when left out) the bid is set aside.'),
  common: z.boolean().optional().describe('Handed in and scored once, counted in every lot.'),
  lots: z.array(ref).min(1).max(550).optional().describe('The only lots in which it counts.'),
  relativeToBest: z.boolean().optional().describe('Points are divided by those of the best valid bid.'),
  minimumScore: number.optional().describe('A lower score sets the bid aside for the lot.'),
  minimumPoints: number.optional().describe('Fewer points set the bid aside for the lot.'),
  sources,
  children: z.array(criterion).min(1).max(50).optional(),
});

const line = z.strictObject({
  id,
  name,
  kind: z
    .enum(['unit-price', 'amount', 'percentage'])
    .optional()
    .describe(
      'What is filled in: a price per unit where there is a quantity, a percentage where there is an `of`, else an amount.',
    ),
  unit: name.optional(),
  quantity: number.optional(),
  of: z
    .union([z.literal('lines-above'), number])
    .optional()
    .describe('Of what a percentage is one: an announced amount, or the sum of the lines above.'),
  subtracts: z.boolean().optional().describe('A discount: taken off the sum.'),
  vatPercentage: number.optional(),
});
const lowTest = z.strictObject({
  percentageBelow: number,
  of: z.enum(['mean-of-all', 'mean-of-others', 'median-of-all', 'second-lowest', 'estimate']),
  estimate: number.optional(),
  when: z.enum(['more-than', 'or-more']).optional().describe('"x % or more", or "more than x %" (when left out).'),
  among: z
    .enum(['valid-bids', 'all-bids'])
    .optional()
    .describe('Measured from the valid bids (when left out), or from all bids before any is set aside.'),
});
const basis = {
  form: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('amount') }),
      z.strictObject({ kind: z.literal('sheet'), lines: z.array(line).min(1).max(200) }),
      z.strictObject({ kind: z.literal('percentage'), reference: number }),
    ])
    .optional()
    .describe('What the bidder fills in: one amount when left out.'),
  lines: z.array(line).min(1).max(200).optional().describe('Short for a form with these lines.'),
  bidderPays: z.boolean().optional().describe('The bidder pays: the highest amount is best.'),
  vatPercentage: number.optional(),
  time: z.strictObject({ unit: name, costPerUnit: number }).optional(),
  rounding: z.strictObject({ lines: decimals.optional(), amounts: decimals.optional() }).optional(),
  bounds: z
    .strictObject({
      minimum: number.optional(),
      maximum: number.optional(),
      minimumIs: z.enum(['inside', 'outside']).optional(),
      maximumIs: z
        .enum(['inside', 'outside'])
        .optional()
        .describe('Whether the bound itself is allowed (when left out) or already too much.'),
      outside: z.enum(['set-aside', 'flag']).optional().describe('What happens outside: set aside when left out.'),
    })
    .optional(),
  abnormallyLow: z.union([lowTest, z.array(lowTest).min(1).max(10)]).optional(),
};
const part = z.strictObject({ id, name, weight: number, points, constants, ...basis });
const price = z
  .strictObject({
    method: z
      .enum([
        'fixed-lump-sum',
        'fixed-unit-prices',
        'weighted-factor',
        'price-parts',
        'award-on-value',
        'quality-per-euro',
        'price-per-quality',
        'lowest-price',
        'formula',
      ])
      .optional()
      .describe('Weighted factor when left out; price in parts where there are parts.'),
    description: text.optional(),
    weight: number.optional().describe('Points of the price, for a weighted factor.'),
    points: points.optional(),
    parts: z.array(part).min(2).max(20).optional(),
    constants,
    per: number.optional(),
    divisor: number.optional(),
    expression: z.string().min(1).max(2000).optional(),
    best: z.enum(['highest', 'lowest']).optional(),
    motivation: text.optional().describe('Why price alone decides (AW 2.114, 2.115).'),
    ...basis,
    lines: z
      .array(z.union([line, line.extend({ price: number })]))
      .min(1)
      .max(200)
      .optional()
      .describe('Short for a form with these lines; with announced prices for fixed-unit-prices.'),
  })
  .describe('How price and quality decide together. Left out: the price is fixed beforehand and quality decides.');
export type FilePrice = z.infer<typeof price>;

const priceInLot = z.strictObject({
  part: ref.optional(),
  weight: number.optional(),
  minimum: number.optional(),
  maximum: number.optional(),
  estimate: number.optional(),
  reference: number.optional(),
  floor: number.optional(),
  ceiling: number.optional(),
  quantities: z
    .union([z.record(z.string(), number), z.array(z.strictObject({ line: ref, quantity: number })).max(200)])
    .optional(),
});
const ownOfLot = {
  weights: z
    .union([
      z.record(z.string(), number),
      z.array(z.strictObject({ criterion: ref, weight: z.union([number, oneLine(60)]) })).max(500),
    ])
    .optional()
    .describe('Other weights in this lot, by criterion.'),
  price: priceInLot.optional().describe('What the price is in this lot: bounds, estimate, quantities.'),
  prices: z.array(priceInLot).max(20).optional(),
};
const lot = z
  .union([
    oneLine(200),
    z.strictObject({
      id,
      name: oneLine(200),
      value: number.optional().describe('What the lot is worth, in euro.'),
      size: number.optional().describe('How much of a capacity the lot takes.'),
      reserved: text.optional(),
      ...ownOfLot,
    }),
  ])
  .describe('A name, or more of a lot.');
const combination = z.strictObject({
  id,
  name: oneLine(200).optional(),
  lots: z.array(ref).min(2).max(100),
  ...ownOfLot,
});

const noun = z.strictObject({
  one: name,
  more: name,
  article: z.enum(['de', 'het']).optional().describe('Of the Dutch word.'),
});
const limit = z.int().min(1).max(500);
const award = z.strictObject({
  mechanism: z
    .enum(['highest-total', 'preferences', 'fixed-order'])
    .optional()
    .describe('Highest total when left out.'),
  weighLotsByValue: z.boolean().optional(),
  lotOrder: z.array(ref).max(500).optional(),
  winnerName: noun.optional().describe('What a winner is called: {"one": "opdrachtnemer", "more": "opdrachtnemers"}.'),
  lotName: noun.optional().describe('What a lot is called.'),
  winners: z
    .strictObject({ minimum: limit, maximum: limit })
    .optional()
    .describe('From one to as many as there are lots when left out.'),
  maximumLotsPerBidder: limit.optional().describe('All lots when left out.'),
  maximumLotsToBidFor: limit.optional(),
  affiliated: z.strictObject({ maximumLots: limit, oneBid: z.boolean() }).optional(),
  organisationInSeveralBids: z.enum(['refused-in-one-lot', 'refused', 'counted-as-one']).optional(),
  openLots: z.strictObject({ action: z.enum(['new-tender', 'negotiation', 'no-award']), description: text }).optional(),
  lotGroups: z
    .array(z.strictObject({ id, name: oneLine(200), lots: z.array(ref).min(1).max(500), maximumLots: limit }))
    .min(1)
    .max(50)
    .optional()
    .describe('At most so many lots of a group for one bidder.'),
  capacity: z
    .strictObject({ name, unit: name, factor: number.optional() })
    .optional()
    .describe('Bidders say what they can take on; the sizes of their lots together stay within it (times the factor).'),
  discounts: z.boolean().optional().describe('A bid may offer a discount that holds when it wins a set of lots.'),
  tieBreak: z
    .array(
      z.union([
        z.discriminatedUnion('rule', [
          z.strictObject({ rule: z.literal('higher-score'), criterion: ref }),
          z.strictObject({ rule: z.literal('lower-price'), part: ref.optional() }),
          z.strictObject({ rule: z.literal('draw') }),
        ]),
        z.enum(['lower-price', 'draw']),
      ]),
    )
    .max(20)
    .optional(),
  sources,
});

const programme = z.strictObject({
  requirements: z
    .array(z.strictObject({ id, kind: z.enum(REQUIREMENT_KINDS), name, description: text.optional(), sources }))
    .max(200)
    .optional(),
  goals: z
    .array(z.strictObject({ id, name, sources }))
    .max(50)
    .optional()
    .describe('What the contract is to bring about.'),
  wishes: z
    .array(
      z.strictObject({
        id,
        from: name.describe('Who wishes it.'),
        wish: text,
        answer: z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('taken-over'),
            requirements: z.array(ref).max(200).optional(),
            criteria: z.array(ref).max(500).optional(),
            goals: z.array(ref).max(50).optional(),
          }),
          z.strictObject({ kind: z.literal('not-taken-over'), reason: text }),
        ]),
        sources,
      }),
    )
    .max(200)
    .optional(),
  sources,
});

export const rulesFile = z.strictObject({
  $schema: z.string().max(500).optional(),
  kind: z.literal('tender-rules').optional(),
  id,
  version: z.int().min(1).max(9999).optional(),
  title: name.optional(),
  description: text.optional(),
  exampleNotice: text.optional().describe('What in these rules is an example.'),
  sources,
  service: z.enum(['wmo', 'other']).optional().describe('What is bought: Wmo support when left out.'),
  procedure: procurementProcedure
    .optional()
    .describe('How it is bought. Open house ranks nothing, and so cannot be evaluated.'),
  lots: z.array(lot).min(1).max(500).optional().describe('One lot when left out.'),
  combinations: z.array(combination).min(1).max(50).optional(),
  criteria: z.array(criterion).max(50).optional(),
  weightsTotal: number
    .optional()
    .describe('What the weights at the top sum to, with the price: 100 when left out; for award on value, their sum.'),
  minimumQuality: number.optional(),
  scale: scale.optional(),
  rounding: z
    .strictObject({
      decimals: decimals.optional().describe('Of the total: 2 when left out.'),
      rankOn: z.enum(['rounded', 'exact']).optional().describe('What ranks: the exact total when left out.'),
      criteria: decimals.optional(),
      quality: decimals.optional(),
      price: decimals.optional(),
    })
    .optional(),
  price: price.optional(),
  onWithdrawal: z.enum(['re-rank', 'keep']).optional(),
  growthPath: z
    .strictObject({
      steps: z
        .array(z.strictObject({ by: dateText, minimumPercentage: number }))
        .min(1)
        .max(20),
      communityInitiatives: z.strictObject({ minimumPercentage: number }),
      sources,
    })
    .optional(),
  award: award.optional(),
  term: z
    .strictObject({
      start: dateText,
      years: z.int().min(1).max(50),
      extensions: z.strictObject({ count: z.int().min(0).max(20), years: z.int().min(0).max(50) }).optional(),
      example: z.boolean().optional(),
      sources,
    })
    .optional(),
  course: z
    .strictObject({
      dates: z
        .array(z.strictObject({ name, date: dateText, kind: z.enum(KINDS_OF_DATE).optional() }))
        .max(50)
        .optional()
        .describe('Dates and what each is of; after the last day for bids the rules do not change any more.'),
      discussAbove: number.optional().describe('A larger gap between assessors is discussed.'),
      releasedAssessors: z.enum(['count', 'do-not-count']).optional(),
      teams: z
        .array(z.strictObject({ id, name, criteria: z.array(ref).min(1).max(500) }))
        .min(1)
        .max(50)
        .optional(),
      anonymousUntil: z.enum(['consensus', 'quality-closed', 'awarded']).optional(),
      onlookers: z
        .array(z.enum(['auditor', 'committee-member']))
        .max(2)
        .optional(),
    })
    .optional()
    .describe('How the assessment will go. It decides no points.'),
  programme: programme
    .optional()
    .describe('What is asked and where it comes from: requirements, goals, and wishes with their answer.'),
  budget: z
    .strictObject({
      unit: name,
      items: z.array(z.strictObject({ name, amount: number.nullable() })).max(20),
      sources,
    })
    .optional(),
});
export type RulesFile = z.infer<typeof rulesFile>;

const amounts = {
  amount: number.optional(),
  lines: z
    .union([z.record(z.string(), number), z.array(z.strictObject({ line: ref, price: number })).max(200)])
    .optional(),
  percentage: number.optional(),
  time: number.optional(),
  statedTotal: number.optional(),
};
/** A figure of a bid is never below zero. */
export const FIGURE = /^(\d{1,12}(?:\.\d{1,6})?)\s*(\D.*)?$/;
const figure = z.union([
  oneLine(60).refine((one) => FIGURE.test(one), { error: 'not a figure' }),
  z.number().refine((one) => FIGURE.test(String(one)), { error: 'not a figure' }),
]);
const values = z
  .union([z.record(z.string(), figure), z.array(z.strictObject({ criterion: ref, value: figure })).max(100)])
  .describe('Figures by measured criterion: 12, or "12 dagen" with the announced unit.');
export type FileValues = z.infer<typeof values>;
const offer = z
  .union([
    number,
    z.strictObject({
      ...amounts,
      parts: z
        .union([
          z.record(z.string(), z.union([number, z.strictObject(amounts)])),
          z.array(z.strictObject({ part: ref, ...amounts })).max(20),
        ])
        .optional(),
      note: humanText(2000).optional(),
    }),
  ])
  .describe('An amount, or what the form of the price asks.');
export type FileOffer = z.infer<typeof offer>;
const scores = z
  .record(z.string(), z.union([number, z.array(number).min(1).max(200)]))
  .describe('The score by criterion; a list of them where the mean or median of assessors counts.');
/** What is found of a bid, for the lot that it stands with, or for all lots of the bid. */
const found = { scores: scores.optional(), values: values.optional(), price: offer.optional() };
export type FileFound = { [K in keyof typeof found]?: z.infer<(typeof found)[K]> | undefined };

const growthPathCommitment = z.strictObject({
  steps: z
    .array(z.strictObject({ by: dateText, percentage: number }))
    .min(1)
    .max(20),
  communityInitiatives: number,
});
const organisation = z.strictObject({
  id,
  name: oneLine(200),
  registration: z.strictObject({ register: oneLine(60), number: oneLine(60) }).optional(),
});
const bidFile = z.strictObject({
  id,
  bidder: z.union([
    oneLine(200),
    z.strictObject({
      name: oneLine(200),
      form: z.enum(['single', 'consortium']).optional(),
      members: z
        .array(z.union([oneLine(200), organisation]))
        .min(1)
        .max(50)
        .optional(),
      group: identifier.optional(),
    }),
  ]),
  lots: z
    .array(
      z.union([
        oneLine(200),
        z.strictObject({
          lot: ref,
          growthPath: growthPathCommitment.optional(),
          meetsReservation: z.boolean().optional(),
          ...found,
        }),
      ]),
    )
    .min(1)
    .max(550)
    .optional()
    .describe('All lots when left out.'),
  preferences: z.array(ref).max(500).optional(),
  maximumLots: limit.optional(),
  capacity: number.optional(),
  discounts: z
    .array(z.strictObject({ lots: z.array(ref).min(2).max(100), percentage: number }))
    .max(50)
    .optional(),
  ...found,
});
export type BidFile = z.infer<typeof bidFile>;

const reason = humanText(2000).optional();
export const evaluationFile = z.strictObject({
  $schema: z.string().max(500).optional(),
  engine: z.literal([2, 3]).optional().describe('The version of the calculation; that of now when left out.'),
  fictional: z.boolean().optional().describe('Bidders, prices and scores are made up: whatever is made of it says so.'),
  rules: rulesFile,
  bids: z.array(bidFile).min(1).max(500),
  consensus: z
    .array(consensusScoreOfInput.extend({ bid: ref, lot: ref.optional(), criterion: ref, score: number }))
    .max(500_000)
    .optional(),
  assessments: z
    .array(z.strictObject({ assessor: identifier, bid: ref, lot: ref.optional(), criterion: ref, score: number }))
    .max(500_000)
    .optional(),
  middles: z
    .array(
      z.strictObject({
        bid: ref,
        lot: ref.optional(),
        criterion: ref,
        score: z.union([number, middleScore.shape.score]),
      }),
    )
    .max(500_000)
    .optional()
    .describe(
      'The mean or median itself, where what each assessor gave is not shown; a fraction where no decimal is exact.',
    ),
  prices: z
    .array(
      z.strictObject({
        bid: ref,
        lot: ref.optional(),
        ...amounts,
        parts: z
          .array(z.strictObject({ part: ref, ...amounts }))
          .max(20)
          .optional(),
        values: values.optional(),
        note: humanText(2000).optional(),
      }),
    )
    .max(50_000)
    .optional(),
  fallen: z
    .array(
      z.strictObject({
        bid: ref,
        lot: ref.optional(),
        stage: z.enum(['excluded', 'withdrawn', 'reinstated']),
        reason,
      }),
    )
    .max(1000)
    .optional(),
  draw: z
    .array(ref)
    .min(2)
    .max(500)
    .optional()
    .describe('One draw for all lots: the bids in the order in which they were drawn.'),
  draws: z
    .array(
      z.strictObject({ order: z.array(ref).min(2).max(500), lots: z.array(ref).min(1).max(500).optional(), reason }),
    )
    .max(500)
    .optional(),
  fixedLots: z
    .array(z.strictObject({ lot: ref, bid: ref.nullable(), reason }))
    .max(500)
    .optional()
    .describe('Lots that stay as they are: the contract is signed, or they are left out of what is computed anew.'),
  withdrawnLots: z
    .array(z.strictObject({ lot: ref, reason }))
    .max(500)
    .optional(),
});
export type EvaluationFile = z.infer<typeof evaluationFile>;
