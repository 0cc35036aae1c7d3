import { z } from 'zod';
import { bilingualText, dateText, decimalText, humanText, identifier } from '../text.ts';

/**
 * The announced rules of a tender. They are published before bids are opened and never change afterwards;
 * nothing outside them can influence the outcome. Stored whole in the first event of a dossier, so that
 * every answer keeps the question as it then read.
 */

const source = z.strictObject({ document: humanText(200), section: humanText(200) });

const lot = z.strictObject({ id: identifier, name: humanText(200) });

const scaleStep = z.strictObject({ value: decimalText, label: bilingualText, anchor: bilingualText });

export interface Criterion {
  readonly id: string;
  readonly name: BilingualTextOf;
  readonly description: BilingualTextOf;
  /** Percentage of the parent: siblings sum exactly to 100. */
  readonly weight: string;
  /** Only on a criterion that is scored: a lower consensus score sets the bid aside for that lot. Inclusive. */
  readonly minimumScore?: string | undefined;
  readonly sources: readonly { readonly document: string; readonly section: string }[];
  /** A criterion with children is not scored itself. */
  readonly children?: readonly Criterion[] | undefined;
}
type BilingualTextOf = z.infer<typeof bilingualText>;

const criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.strictObject({
    id: identifier,
    name: bilingualText,
    description: bilingualText,
    weight: decimalText,
    minimumScore: decimalText.optional(),
    sources: z.array(source).max(20),
    children: z.array(criterion).min(1).max(50).optional(),
  }),
);

const growthPath = z.strictObject({
  /** Minimum share of the users who get basic support, by a date, per lot. */
  steps: z
    .array(z.strictObject({ by: dateText, minimumPercentage: decimalText }))
    .min(1)
    .max(20),
  /** Minimum share of the users of basic support who get it through a community initiative. */
  communityInitiatives: z.strictObject({ minimumPercentage: decimalText }),
  sources: z.array(source).max(20),
});

export const tenderRules = z.strictObject({
  kind: z.literal('tender-rules'),
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualText,
  description: bilingualText,
  /** What in these rules is an example of ours and does not come from the sources. */
  exampleNotice: bilingualText.optional(),
  sources: z.array(source).min(1).max(50),
  lots: z.array(lot).min(1).max(100),
  criteria: z.array(criterion).min(1).max(50),
  scale: z.array(scaleStep).min(2).max(101),
  rounding: z.strictObject({
    /** The total of a bid in a lot is rounded half up to this number of decimals. */
    decimals: z.int().min(0).max(6),
    /** What ranks and awards: the rounded total or the exact one. */
    rankOn: z.enum(['rounded', 'exact']),
  }),
  /** The price is fixed beforehand, so quality alone decides. */
  price: z.strictObject({ method: z.literal('fixed-lump-sum'), description: bilingualText }),
  growthPath: growthPath.optional(),
  award: z.strictObject({
    mechanism: z.literal('highest-total'),
    winners: z.strictObject({ minimum: z.int().min(1).max(100), maximum: z.int().min(1).max(100) }),
    maximumLotsPerBidder: z.int().min(1).max(100),
    /** Applied in this order to what is exactly equal; what is then still equal needs a draw. */
    tieBreak: z.array(z.strictObject({ rule: z.literal('higher-score'), criterion: identifier })).max(20),
    sources: z.array(source).max(20),
  }),
  term: z.strictObject({
    start: dateText,
    years: z.int().min(1).max(50),
    extensions: z.strictObject({ count: z.int().min(0).max(20), years: z.int().min(0).max(50) }),
    sources: z.array(source).max(20),
  }),
  budget: z
    .strictObject({
      unit: bilingualText,
      items: z.array(z.strictObject({ name: bilingualText, amount: decimalText.nullable() })).max(20),
      sources: z.array(source).max(20),
    })
    .optional(),
});

export type TenderRules = z.infer<typeof tenderRules>;
export type Lot = TenderRules['lots'][number];
