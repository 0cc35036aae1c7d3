import { z } from 'zod';
import { FORMAT_CHANGED, formatChanged } from '../disclosure/format.ts';
import { link } from '../link.ts';
import { growthPathCommitment } from '../rules/growth-path.ts';
import { successionEvents } from '../succession.ts';
import { dateText, decimalText, humanText, identifier, oneLine } from '../text.ts';
import { AGREEMENTS, DIVISION_KEYS } from './rules/budget.ts';
import { TAKE_OVER_STEPS } from './rules/continuity.ts';
import { contractRules } from './rules/contract-rules.ts';
import { managementLevel } from './rules/evaluation.ts';

const reason = humanText(2000);
/** Where a document is kept, or what it is called. */
const reference = oneLine(300);
const year = z.int().min(1990).max(2199);
/** A quarter of a year: "2027-Q3". */
export const quarterText = z.string().regex(/^(19|20|21)\d{2}-Q[1-4]$/, { error: 'not a quarter' });
/** So many people or organisations. */
const count = z.int().min(0).max(1_000_000);
/** A percentage, below zero too. */
const percentageText = z.string().regex(/^-?\d{1,3}(\.\d{1,6})?$/, { error: 'not a percentage' });

/** An agreement with the figures that the user filled in for it. */
const agreement = z.strictObject({
  kind: z.enum(AGREEMENTS),
  /** Percentage of the sum up to which nothing happens; of a limit on profit: what may be kept. */
  threshold: decimalText,
  /** Percentage of what lies beyond that is for the municipality. */
  municipality: decimalText,
});

/** Every event that a contract dossier can hold: the contracts that follow from one award, per area, and what becomes of them. */
export const contractEvents = {
  /** The log was in format 1 so far. */
  [FORMAT_CHANGED]: formatChanged,
  /** Opens the dossier: the rules in full, who leads it, who manages the contracts, and what it follows from. */
  'contracts-opened': z.strictObject({
    title: oneLine(200),
    rules: contractRules,
    rulesSha256: z.string().regex(/^[0-9a-f]{64}$/),
    officer: identifier,
    manager: identifier,
    /** True for dossiers that were made up to show the product. */
    fictional: z.boolean(),
    /** The award that the contracts follow from; left out where they were entered by hand. */
    follows: link.optional(),
  }),
  /** Somebody else leads, or manages, from here on. */
  'people-changed': z.strictObject({ officer: identifier, manager: identifier, reason }),
  ...successionEvents,
  /** A contract for an area with a provider: as awarded, or by hand. */
  'contract-added': z.strictObject({
    area: z.strictObject({ id: identifier, name: oneLine(200) }),
    provider: z.strictObject({ name: oneLine(200), members: z.array(oneLine(200)).max(50) }),
    subcontractors: z.array(oneLine(200)).max(200),
    reference: reference.nullable(),
    start: dateText,
    /** The last day of the first term. */
    until: dateText,
    /** Euro a year, or what the rules of the tender call the price. */
    price: decimalText.nullable(),
    /** What the bid promised. */
    promises: z.strictObject({
      growthPath: growthPathCommitment.nullable(),
      others: z.array(z.strictObject({ subject: oneLine(300), promise: humanText(5000) })).max(100),
    }),
    /** The lot and the bid that it follows from in the award. */
    awarded: z.strictObject({ lot: identifier, bid: identifier, on: dateText.nullable() }).nullable(),
  }),
  'contract-signed': z.strictObject({ area: identifier, signedOn: dateText, document: reference.nullable() }),
  /** The parties agreed on something else. Dates and subcontractors are those from here on; left out where they stay. */
  'contract-changed': z.strictObject({
    area: identifier,
    from: dateText,
    what: humanText(5000),
    reason,
    document: reference,
    subcontractors: z.array(oneLine(200)).max(200).optional(),
  }),
  /** Ends before its term, or at the end of it. */
  'contract-ended': z.strictObject({ area: identifier, on: dateText, reason, document: reference.nullable() }),
  /** How the sum is made, indexed and divided. A later one takes the place of the one before. */
  'budget-set': z.strictObject({
    /** Of the components that are a choice: for which amount each is in. */
    chosen: z.array(z.strictObject({ component: identifier, euro: decimalText })).max(40),
    firstYear: year,
    catchUp: z.enum(['ratio', 'difference']),
    /** How much each key weighs; the keys that are left out weigh nothing. */
    keys: z.array(z.strictObject({ key: z.enum(DIVISION_KEYS), weight: decimalText })).max(4),
    /** Per key the figure of each area. */
    figures: z.array(z.strictObject({ key: z.enum(DIVISION_KEYS), area: identifier, figure: decimalText })).max(240),
    /** Of a decreasing sum: the volume before the tender per area, and the savings of the years between. */
    volumes: z.array(z.strictObject({ area: identifier, euro: decimalText })).max(60),
    savings: z.array(z.strictObject({ year, euro: decimalText })).max(60),
    agreements: z.array(agreement).max(10),
    /** What the municipality has for it, per year, where that is known. */
    available: z.array(z.strictObject({ year, euro: decimalText })).max(60),
    /** Why it is set anew. */
    reason: reason.nullable(),
  }),
  /** The percentage for a year as it was advised; once final, the provisional one stays readable. */
  'index-recorded': z.strictObject({
    year,
    percentage: percentageText,
    status: z.enum(['provisional', 'final']),
    publishedOn: dateText,
    /** The day on which it was recorded. */
    on: dateText,
    source: reference,
    /** Why one of the same status is recorded anew. */
    reason: reason.nullable(),
  }),
  /** What a provider reports of a quarter in an area. A later one for the same quarter corrects it, with the reason. */
  'figures-recorded': z.strictObject({
    area: identifier,
    quarter: quarterText,
    /** The day on which they came in. */
    on: dateText,
    /** At the end of the quarter. */
    users: z.strictObject({
      basicVolunteers: count,
      basicProfessionals: count,
      additional: count,
      /** Of the users of basic support: those who get it through a community initiative. */
      communityInitiatives: count,
    }),
    complaints: count,
    /** Euro spent in the quarter; null where it is not known. */
    spent: decimalText.nullable(),
    reason: reason.nullable(),
  }),
  /** Before an extension: what the norms are in it. Without steps those of the last date stay. */
  'growth-path-considered': z.strictObject({
    /** The extension, from 1. */
    extension: z.int().min(1).max(20),
    steps: z.array(z.strictObject({ by: dateText, minimumPercentage: decimalText })).max(20),
    communityInitiatives: decimalText.nullable(),
    reason,
  }),
  'extension-decided': z.strictObject({
    area: identifier,
    extension: z.int().min(1).max(20),
    extended: z.boolean(),
    decidedOn: dateText,
    /** Who decided: "het college". */
    by: oneLine(200),
    reason,
  }),
  /** How many months before a term ends it must be decided at last whether it is extended, and who decides. */
  'deciding-agreed': z.strictObject({
    monthsBefore: z.int().min(0).max(60),
    decider: oneLine(200),
    reason: reason.nullable(),
  }),
  /** How far the take-over from an existing provider is, in counts: no personal data. */
  'take-over-recorded': z.strictObject({
    area: identifier,
    provider: oneLine(200),
    step: z.enum(TAKE_OVER_STEPS),
    on: dateText,
    users: count,
    staff: count,
    /** The new and this provider consulted about the take-over. */
    consulted: z.boolean(),
    /** For who has the whole dossier: left out where it is withheld. */
    note: humanText(2000).optional(),
  }),
  /** The yearly evaluation of a provider in an area: findings, a conclusion, and the figures as computed, so that a re-run can be held against them. */
  'year-evaluated': z.strictObject({
    area: identifier,
    year,
    on: dateText,
    findings: z
      .array(
        z.strictObject({
          goal: identifier,
          level: managementLevel,
          finding: humanText(5000),
          evidence: humanText(2000).nullable(),
        }),
      )
      .min(1)
      .max(30),
    conclusion: humanText(5000),
    engine: z.int().min(1),
    outcome: z.json(),
    /** Why it is evaluated anew. */
    reason: reason.nullable(),
  }),
  /** Something was recorded by mistake: it stays readable and counts no longer. */
  'entry-withdrawn': z.strictObject({ seq: z.int().min(2), reason }),
  /** Nothing is followed any more. */
  'dossier-closed': z.strictObject({ reason }),
  'dossier-reopened': z.strictObject({ reason }),
} as const;

export type ContractEventType = keyof typeof contractEvents;
export type ContractPayloads = { readonly [T in ContractEventType]: z.infer<(typeof contractEvents)[T]> };
export type NewContractEvent = {
  [T in ContractEventType]: { readonly type: T; readonly payload: ContractPayloads[T] };
}[ContractEventType];
export type ContractEvent = NewContractEvent & { readonly seq: number; readonly at: string; readonly actor: string };

/** What stands in a contract dossier until it is withdrawn: everything that says something of the contracts. */
export const ENTRY_TYPES = [
  'contract-added',
  'contract-signed',
  'contract-changed',
  'contract-ended',
  'budget-set',
  'index-recorded',
  'figures-recorded',
  'growth-path-considered',
  'extension-decided',
  'deciding-agreed',
  'take-over-recorded',
  'year-evaluated',
] as const satisfies readonly ContractEventType[];
export type EntryType = (typeof ENTRY_TYPES)[number];

/** An entry as it was recorded. */
export type Entry = Extract<ContractEvent, { readonly type: EntryType }>;
export type EntryOf<T extends EntryType> = Extract<Entry, { readonly type: T }>;
