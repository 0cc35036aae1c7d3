import { z } from 'zod';
import { type BilingualText, bilingualName, bilingualText, decimalText, identifier, oneLine } from '../text.ts';
import { constants, signedDecimal } from './price/basis.ts';
import { pricePointsRules } from './price/points.ts';
import { criterionScale } from './scale.ts';

/** Where a rule or a figure comes from. */
export const source = z.strictObject({ document: oneLine(200), section: oneLine(200) });

/** A weight: a decimal number, or a fraction where no decimal is exact ("100/3"). */
export const weightText = z.string().regex(/^(\d{1,12}(\.\d{1,6})?|\d{1,24}\/[1-9]\d{0,23})$/, {
  error: 'not a decimal number and not a fraction',
});

/** How a score becomes points. Absent: score / highest score of the scale x weight. */
const scoring = z.discriminatedUnion('kind', [
  /** (score - zero) / (highest - zero) x weight: below `zero` it costs points. */
  z.strictObject({ kind: z.literal('linear'), zero: decimalText }),
  /** The announced percentage of the weight for every score of the scale; below zero it costs points. */
  z.strictObject({
    kind: z.literal('table'),
    percentages: z
      .array(z.strictObject({ score: decimalText, percentage: signedDecimal }))
      .min(1)
      .max(101),
  }),
  /** The committee gives the points themselves, from 0 to the weight of the criterion; no scale. */
  z.strictObject({ kind: z.literal('points'), decimals: z.int().min(0).max(6) }),
]);
export type Scoring = z.infer<typeof scoring>;

/** A criterion that nobody scores: the bid offers a figure, and a formula gives the points for it. */
const measured = z.strictObject({
  /** Of the figure: "kg CO2", "days". */
  unit: bilingualName,
  better: z.enum(['lower', 'higher']),
  points: pricePointsRules,
  /** Names of one's own in the formula. */
  constants: constants.optional(),
  /** Handed in with the price, and opened with it. */
  sealed: z.boolean(),
  /** A figure has this many decimals at most. */
  decimals: z.int().min(0).max(6).optional(),
  /** A figure outside these bounds, themselves included, sets the bid aside for that lot. */
  minimum: decimalText.optional(),
  maximum: decimalText.optional(),
});
export type Measured = z.infer<typeof measured>;

/** Where the score comes from that counts: what the committee agrees on, or what its members gave. */
const scoreFrom = z.strictObject({
  kind: z.enum(['mean', 'median']),
  /** Decimals that it is rounded to, half up; absent: not rounded. */
  decimals: z.int().min(0).max(6).optional(),
});
export type ScoreFrom = z.infer<typeof scoreFrom>;

export interface Criterion {
  readonly id: string;
  readonly name: BilingualText;
  readonly description?: BilingualText | undefined;
  /**
   * Percentage of the parent: siblings sum exactly to 100. At the top: points out of the rules' `weightsTotal`
   * (100 when absent), together with the weight of the price; in euro for award on value.
   */
  readonly weight: string;
  /** Instead of the scale of the rules. */
  readonly scale?: z.infer<typeof criterionScale> | undefined;
  readonly scoring?: Scoring | undefined;
  readonly measured?: Measured | undefined;
  readonly scoreFrom?: ScoreFrom | undefined;
  /** It scores nothing, and a score below its minimum sets the bid aside. */
  readonly knockOut?: true | undefined;
  /** Handed in and scored once, and counted in every lot. What stands below it is common too. */
  readonly common?: true | undefined;
  /** The only lots and combinations in which it counts. */
  readonly lots?: readonly string[] | undefined;
  /** The points are own points / points of the best valid bid in the lot x weight. A relative formula. */
  readonly relativeToBest?: boolean | undefined;
  /** Only on a criterion that is scored: a lower consensus score sets the bid aside for that lot. Inclusive. */
  readonly minimumScore?: string | undefined;
  /** Fewer points on this criterion or group (before they are made relative) set the bid aside for that lot. Inclusive. */
  readonly minimumPoints?: string | undefined;
  readonly sources: readonly { readonly document: string; readonly section: string }[];
  /** A criterion with children is not scored itself. */
  readonly children?: readonly Criterion[] | undefined;
}

export const criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.strictObject({
    id: identifier,
    name: bilingualName,
    description: bilingualText.optional(),
    weight: weightText,
    scale: criterionScale.optional(),
    scoring: scoring.optional(),
    measured: measured.optional(),
    scoreFrom: scoreFrom.optional(),
    knockOut: z.literal(true).optional(),
    common: z.literal(true).optional(),
    lots: z.array(identifier).min(1).max(550).optional(),
    relativeToBest: z.boolean().optional(),
    minimumScore: decimalText.optional(),
    minimumPoints: decimalText.optional(),
    sources: z.array(source).max(20),
    children: z.array(criterion).min(1).max(50).optional(),
  }),
);
