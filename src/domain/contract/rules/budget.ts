import { z } from 'zod';
import { decimalText, identifier } from '../../text.ts';
import { named, ours, sources } from './parts.ts';

/**
 * What a budget is made of, per year and for all areas together. Amounts are in euro, at the price level of one year. What the source leaves open is
 * left open here: the user fills it in (src/domain/contract/budget).
 */

/** A fixed amount, or so many of something at a price each. */
const amount = z.union([
  z.strictObject({ kind: z.literal('fixed'), euro: decimalText }),
  z.strictObject({ kind: z.literal('volume'), number: decimalText, euroEach: decimalText }),
]);

const component = z.strictObject({
  ...named,
  amount,
  /**
   * `in`: part of the sum; `out`: named by the source, and taken out of the sum; `choice`: the user says whether it is in, and for which amount up to
   * this one.
   */
  is: z.enum(['in', 'out', 'choice']),
  sources,
});
export type BudgetComponent = z.infer<typeof component>;

/** What the sum is multiplied by, one after the other: a measure that halves it, a cut of a quarter. */
const step = z.strictObject({
  ...named,
  factor: z.string().regex(/^\d{1,6}\/[1-9]\d{0,5}$/, { error: 'not a fraction' }),
  sources,
});

/** How the sum goes over the years, before indexing. */
const path = z.discriminatedUnion('method', [
  /** The same sum every year. */
  z.strictObject({ method: z.literal('fixed'), sources }),
  /**
   * The sum decreases: savings are structural from year `structuralFrom` of the contract on; from year `fullFrom` on they are `fullSaving` a year. The
   * savings of the years between are the user's.
   */
  z.strictObject({
    method: z.literal('decreasing'),
    structuralFrom: z.int().min(1).max(50),
    fullFrom: z.int().min(1).max(50),
    fullSaving: decimalText,
    /** Where the sum comes from: "the volume before the tender". The user fills it in per area. */
    volumePerArea: z.literal(true),
    sources,
  }),
]);

/** What the sum is divided by. */
export const DIVISION_KEYS = ['equal', 'population', 'users', 'need'] as const;
export const divisionKey = z.enum(DIVISION_KEYS);
export type DivisionKey = (typeof DIVISION_KEYS)[number];

/** Agreements about which the source gives no figures: the user's, never delivered as the source's. */
export const AGREEMENTS = ['risk-sharing', 'policy-valve', 'profit-limit'] as const;
export type AgreementKind = (typeof AGREEMENTS)[number];

export const budgetRules = z.strictObject({
  /** The year of the prices. */
  priceLevel: z.int().min(1990).max(2199),
  /** None where the user fills in the volume per area. */
  components: z.array(component).max(40),
  steps: z.array(step).max(20),
  path,
  /** Who advises the yearly percentage; absent where nothing is indexed. */
  indexing: z.strictObject({ adviser: named.name, sources }).optional(),
  /** The keys that may divide it over areas; empty where it is not divided. */
  keys: z.array(divisionKey).max(4),
  agreements: z.array(z.strictObject({ kind: z.enum(AGREEMENTS), ...named, id: identifier, sources })).max(10),
  /** Tasks that the sum pays for: if it does not fit the budget of the municipality, these shrink. */
  tasks: z.array(z.strictObject({ ...named, sources })).max(40),
  notices: z.array(z.strictObject({ text: ours, sources: sources.optional() })).max(20),
  sources,
});
export type BudgetRules = z.infer<typeof budgetRules>;
