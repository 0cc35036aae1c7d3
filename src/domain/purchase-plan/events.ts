import { z } from 'zod';
import { FORMAT_CHANGED, formatChanged } from '../disclosure/format.ts';
import { link } from '../link.ts';
import { successionEvents } from '../succession.ts';
import { dateText, humanText, identifier, oneLine } from '../text.ts';
import { functionalModel } from './functional-model.ts';
import { period, planYear, serviceFacts, step } from './planned.ts';

const reason = humanText(2000);
/** Where a statement comes from: a document and its section. */
const sourceText = oneLine(300);

/** Something that has to happen, and when: what a date cannot say stands in words beside it. */
const planned = {
  name: oneLine(300),
  ...period,
  said: oneLine(200).nullable(),
  /** Who decides, where a decision is needed. */
  decider: oneLine(200).nullable(),
};

/** What everything in a plan can have beside it. */
const beside = {
  source: sourceText.nullable(),
  note: humanText(5000).nullable(),
  /** Why it is planned otherwise than before. */
  reason: reason.nullable(),
};

/** Every event that a purchase plan can hold: what is to be bought, how, at what scale and when, and what becomes of it. */
export const planEvents = {
  /** The log was in format 1 so far. */
  [FORMAT_CHANGED]: formatChanged,
  /** Opens the plan: for which year, who leads it, by which functional model, and what it follows from. */
  'plan-opened': z.strictObject({
    title: oneLine(200),
    year: planYear,
    officer: identifier,
    model: functionalModel,
    modelSha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** What is to be known of the plan as a whole. */
    note: humanText(5000).nullable(),
    /** The evaluation of a contract that it follows from. */
    follows: link.optional(),
  }),
  /** Somebody else leads from here on. */
  'officer-changed': z.strictObject({ officer: identifier, reason }),
  ...successionEvents,
  /** What is to be bought. A later one of the same service takes the place of the one before. */
  'service-planned': z.strictObject({
    service: identifier,
    name: oneLine(200),
    ...serviceFacts,
    pillarReason: reason.nullable(),
    current: z.strictObject({ providers: humanText(2000), ends: dateText.nullable() }).nullable(),
    /** The contract model that was chosen for it: which one of which matrix, and how it is called. */
    contractModel: z
      .strictObject({ matrix: identifier, version: z.int().min(1).max(9999), id: identifier, name: oneLine(200) })
      .nullable(),
    /** With whom it is bought. */
    partners: z.array(oneLine(200)).max(40),
    /** On the way to the new agreement, in order; the last ends the day before that starts. */
    steps: z.array(step).max(40),
    /** The day on which the first step was begun. */
    begun: dateText.nullable(),
    moments: z.array(z.strictObject(planned)).max(20),
    /** The choice of a contract model, or the contract, that it follows from. */
    follows: link.optional(),
    ...beside,
  }),
  /** A phase of the work on the plan as a whole. */
  'phase-planned': z.strictObject({ phase: identifier, ...planned, ...beside }),
  /** A moment at which something about the plan as a whole is decided or looked at. */
  'moment-planned': z.strictObject({ moment: identifier, ...planned, ...beside }),
  /** The plan as it stands was adopted. */
  'plan-adopted': z.strictObject({ on: dateText, by: oneLine(200), document: oneLine(300).nullable() }),
  /** Something was planned by mistake, or not any more: it stays readable and counts no longer. */
  'entry-withdrawn': z.strictObject({ seq: z.int().min(2), reason }),
  'dossier-closed': z.strictObject({ reason }),
  /** It is worked on again, and has to be adopted anew. */
  'dossier-reopened': z.strictObject({ reason }),
} as const;

export type PlanEventType = keyof typeof planEvents;
export type PlanPayloads = { readonly [T in PlanEventType]: z.infer<(typeof planEvents)[T]> };
export type NewPlanEvent = {
  [T in PlanEventType]: { readonly type: T; readonly payload: PlanPayloads[T] };
}[PlanEventType];
export type PlanEvent = NewPlanEvent & { readonly seq: number; readonly at: string; readonly actor: string };

/** What stands in a plan until it is withdrawn, or until it is planned otherwise. */
const ENTRY_TYPES = ['service-planned', 'phase-planned', 'moment-planned'] as const satisfies readonly PlanEventType[];
export type EntryType = (typeof ENTRY_TYPES)[number];
export type Entry = Extract<PlanEvent, { readonly type: EntryType }>;
export type EntryOf<T extends EntryType> = Extract<Entry, { readonly type: T }>;

export type Service = PlanPayloads['service-planned'];
/** A phase, a moment of the plan, or a moment of a service. */
export type Planned = Service['moments'][number];
