import { z } from 'zod';
import type { AwardOutcome } from '../award/outcome.ts';
import type { Attention } from '../evaluation/attention.ts';
import { noun } from '../rules/rules.ts';
import { bilingualName, dateText } from '../text.ts';
import type { TenderShape } from './procedure.ts';
import { PHASES } from './state/state.ts';

/** What somebody sees of a tender in lists: how it stands, what to do in it, what it waits for and what to pay heed to. */

const count = z.number().int().min(0);
const names = z.record(z.string(), z.string());

const outcomeStatus = z.enum(['awarded', 'draw-needed', 'impossible', 'best-found', 'unreadable']) satisfies z.ZodType<
  AwardOutcome['status'] | 'unreadable'
>;

/** How a tender stands, for who reads it: the outcome once it may be seen, else the phase and what it waits for. */
const tenderStatus = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('award'),
    status: outcomeStatus,
    lotsAwarded: count,
    lotsToDraw: count,
    lots: count,
  }),
  z.strictObject({ kind: z.literal('stopped') }),
  z.strictObject({ kind: z.literal('again') }),
  z.strictObject({ kind: z.literal('prices-missing'), open: count }),
  z.strictObject({ kind: z.literal('phase'), phase: z.enum(PHASES) }),
]);
export type TenderStatus = z.infer<typeof tenderStatus>;

/** What somebody can do now. */
const tenderTask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['record-consensus', 'record-prices']), open: count }),
  z.strictObject({ kind: z.literal('compute-award'), again: z.boolean() }),
  z.strictObject({ kind: z.literal('assess'), open: count }),
  z.strictObject({
    kind: z.enum([
      'register',
      'open-consensus',
      'close-quality',
      'declare-interests',
      'propose-opening',
      'open-prices',
      'lead-round',
      'send-decision',
    ]),
  }),
]);
export type TenderTask = z.infer<typeof tenderTask>;

/** What somebody waits for, and for whom. */
export const waiting = z.discriminatedUnion('kind', [
  /** `of`: how much each still has to hand in; null for who may not see it. */
  z.strictObject({
    kind: z.literal('assessors'),
    open: count,
    of: z.array(z.strictObject({ account: z.string(), open: count })).nullable(),
  }),
  z.strictObject({ kind: z.literal('declarations'), of: z.array(z.string()) }),
  z.strictObject({
    kind: z.enum(['second-person', 'consensus-opening', 'consensus-scores', 'decision', 'report']),
  }),
  /** `until`: the last day of the standstill period that ends last. */
  z.strictObject({ kind: z.literal('standstill'), until: dateText }),
  /** `lot`: null for what is common to all lots. */
  z.strictObject({ kind: z.literal('explanation'), bidder: z.string(), lot: z.string().nullable(), until: dateText }),
]);
export type Waiting = z.infer<typeof waiting>;

const ids = z.array(z.string()).readonly();
const flagged = { bid: z.string(), lot: z.string(), wins: z.boolean() };
const attention = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draw-needed'), bids: ids, lots: ids }),
  z.strictObject({ kind: z.literal('open-lots'), lots: ids }),
  z.strictObject({ kind: z.enum(['abnormally-low', 'abnormally-high']), ...flagged }),
  z.strictObject({ kind: z.literal('price-outside-bounds'), ...flagged }),
  z.strictObject({ kind: z.literal('stated-total-differs'), ...flagged }),
  z.strictObject({ kind: z.enum(['withdrawn', 'excluded']), bid: z.string(), lots: ids }),
]) satisfies z.ZodType<Attention>;

/** What somebody must know or decide before the tender goes on. */
export const heed = z.discriminatedUnion('kind', [
  /** `mayAct`: whether this person can record the draw, or ask for the explanation. */
  z.strictObject({
    kind: z.literal('attention'),
    attention,
    mayAct: z.boolean(),
    bidders: names,
    lots: names,
  }),
  z.strictObject({ kind: z.literal('outcome'), status: outcomeStatus }),
  z.strictObject({ kind: z.enum(['conflicts', 'unscored']), open: count }),
  /** A judge has to decide yet; the names of the lots. */
  z.strictObject({ kind: z.literal('proceeding'), lots: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('explanation-received'), bidder: z.string(), lot: z.string().nullable() }),
]);
export type Heed = z.infer<typeof heed>;

export const tenderSeat = z.strictObject({
  status: tenderStatus,
  todo: z.array(tenderTask),
  waits: z.array(waiting),
  heeds: z.array(heed),
  /** When something last happened that this person may know of. */
  lastSeen: z.string(),
});
export type TenderSeat = z.infer<typeof tenderSeat>;

/** How the rules of a tender call a winner and a lot. */
export const tenderWords = z.strictObject({ winnerName: noun.optional(), lotName: noun.optional() });
export type TenderWords = z.infer<typeof tenderWords>;

/** What a date of a tender is. */
export const dateOfTender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('announced'), name: bilingualName }),
  z.strictObject({ kind: z.literal('standstill') }),
]);
export type DateOfTender = z.infer<typeof dateOfTender>;

/** In which capacities people look on, the first first: of several the first counts. */
export const CAPACITIES = [
  'chair',
  'assessor',
  'witness',
  'onlooker',
  'committee',
  'auditor',
] as const satisfies readonly TenderShape['reader'][];
