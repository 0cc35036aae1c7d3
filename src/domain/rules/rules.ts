import { z } from 'zod';
import { bilingualName, bilingualText, dateText, decimalText, identifier, oneLine } from '../text.ts';
import { course } from './course.ts';
import { criterion, source } from './criterion.ts';
import { combination, lot } from './lot.ts';
import { mechanism } from './mechanisms.ts';
import { priceRules } from './price-rules.ts';
import { procurementProcedure } from './procurement-procedure.ts';
import { programme } from './programme.ts';
import { scaleStep } from './scale.ts';

export type { Criterion, Scoring } from './criterion.ts';
export type { Lot } from './lot.ts';

/**
 * The announced rules of a tender. They are published before bids are opened and never change afterwards;
 * nothing outside them can influence the outcome. Stored whole in the first event of a dossier, so that
 * every answer keeps the question as it then read.
 */

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

/** What rules call a thing: one of it, more, and the article of the Dutch word. */
export const noun = z.strictObject({
  one: bilingualName,
  more: bilingualName,
  article: z.enum(['de', 'het']).optional(),
});

export const tenderRules = z.strictObject({
  kind: z.literal('tender-rules'),
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText.optional(),
  /** What in these rules is an example of ours and does not come from the sources. */
  exampleNotice: bilingualText.optional(),
  sources: z.array(source).max(50),
  /** The support of the Wmo unless the rules say otherwise: some methods are refused for it. */
  service: z.enum(['wmo', 'other']).optional(),
  /** How it is bought: it decides which checks the law asks, and which only a standard or the tender documents. */
  procedure: procurementProcedure.optional(),
  lots: z.array(lot).min(1).max(500),
  combinations: z.array(combination).min(1).max(50).optional(),
  /** Empty only where the lowest price decides. */
  criteria: z.array(criterion).max(50),
  /** What the weights at the top, with that of the price, sum to exactly: points for a perfect bid. 100 when absent. */
  weightsTotal: decimalText.optional(),
  /** Fewer quality points in all set a bid aside for that lot. Inclusive. */
  minimumQuality: decimalText.optional(),
  /** Of every criterion that is scored and has no scale of its own. */
  scale: z.array(scaleStep).min(2).max(101).optional(),
  rounding: z.strictObject({
    /** The total of a bid in a lot is rounded half up to this number of decimals. */
    decimals: z.int().min(0).max(6),
    /** What ranks and awards: the rounded total or the exact one. */
    rankOn: z.enum(['rounded', 'exact']),
    /** Other announced places: decimals of the points per scored criterion, of the quality points, of the price points. */
    criteria: z.int().min(0).max(6).optional(),
    quality: z.int().min(0).max(6).optional(),
    price: z.int().min(0).max(6).optional(),
  }),
  price: priceRules,
  /**
   * What happens with the others when a bid falls away after the ranking: ranked again without it, or measured against it as before.
   * Must be announced where a formula is relative.
   */
  onWithdrawal: z.enum(['re-rank', 'keep']).optional(),
  growthPath: growthPath.optional(),
  award: z.strictObject({
    mechanism,
    /** For highest-total: a total counts times the value of its lot. */
    weighLotsByValue: z.boolean().optional(),
    /** For fixed-order: all lots, first to last. */
    lotOrder: z.array(identifier).max(500).optional(),
    /** What the rules call a winner, "lead provider" when absent, and the article of the Dutch word: "de" when absent. */
    winnerName: noun.optional(),
    /** What a lot is called in these rules, for example "gebied"; absent: the usual name. */
    lotName: noun.optional(),
    winners: z.strictObject({ minimum: z.int().min(1).max(500), maximum: z.int().min(1).max(500) }),
    maximumLotsPerBidder: z.int().min(1).max(500),
    /** More lots in one bid are refused. */
    maximumLotsToBidFor: z.int().min(1).max(500).optional(),
    /**
     * Bids that declare the same group of affiliated organisations count as one bidder, with this maximum together;
     * each bid keeps the maximum of a bidder. `oneBid`: only one of them may win.
     */
    affiliated: z.strictObject({ maximumLots: z.int().min(1).max(500), oneBid: z.boolean() }).optional(),
    /**
     * An organisation in more than one bid, alone or in a combination: refused for the same lot (when absent), refused altogether,
     * or counted: bids that share an organisation count as one bidder, with one maximum.
     */
    organisationInSeveralBids: z.enum(['refused-in-one-lot', 'refused', 'counted-as-one']).optional(),
    /** What happens with a lot that nobody gets. */
    openLots: z
      .strictObject({ action: z.enum(['new-tender', 'negotiation', 'no-award']), description: bilingualText })
      .optional(),
    /** At most so many of some lots for one bidder: a region. */
    lotGroups: z
      .array(
        z.strictObject({
          id: identifier,
          name: oneLine(200),
          lots: z.array(identifier).min(1).max(500),
          maximumLots: z.int().min(1).max(500),
        }),
      )
      .min(1)
      .max(50)
      .optional(),
    /**
     * What a bidder can take on: the sizes of its lots together are at most what it declares, times a factor that was announced (a turnover of which
     * lots may be worth a third).
     */
    capacity: z.strictObject({ name: bilingualName, unit: bilingualName, factor: decimalText.optional() }).optional(),
    /** A bid may offer a discount that holds when it wins all lots of a set. */
    discounts: z.literal(true).optional(),
    /** Applied in this order to what is exactly equal; what is then still equal needs a draw, which is recorded. */
    tieBreak: z
      .array(
        z.discriminatedUnion('rule', [
          z.strictObject({ rule: z.literal('higher-score'), criterion: identifier }),
          /** `part`: of a price in parts. */
          z.strictObject({ rule: z.literal('lower-price'), part: identifier.optional() }),
          z.strictObject({ rule: z.literal('draw') }),
        ]),
      )
      .max(20),
    sources: z.array(source).max(20),
  }),
  term: z
    .strictObject({
      start: dateText,
      years: z.int().min(1).max(50),
      extensions: z.strictObject({ count: z.int().min(0).max(20), years: z.int().min(0).max(50) }),
      /** The source names the years and the extensions as an example only. */
      example: z.boolean().optional(),
      sources: z.array(source).max(20),
    })
    .optional(),
  course: course.optional(),
  programme: programme.optional(),
  budget: z
    .strictObject({
      unit: bilingualName,
      items: z.array(z.strictObject({ name: bilingualName, amount: decimalText.nullable() })).max(20),
      sources: z.array(source).max(20),
    })
    .optional(),
});

export type TenderRules = z.infer<typeof tenderRules>;
export type TieBreakStep = TenderRules['award']['tieBreak'][number];

/** What can be bid for: every lot, and every combination of lots that the rules reserve. Their ids never coincide. */
export const biddable = (rules: TenderRules): readonly { readonly id: string; readonly name: string }[] => [
  ...rules.lots,
  ...(rules.combinations ?? []),
];
