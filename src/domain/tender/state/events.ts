import type { z } from 'zod';
import { FORMAT_CHANGED, formatChanged } from '../../disclosure/format.ts';
import { assessmentEvents } from './events/assessment.ts';
import { bidEvents, priceEvents } from './events/bids.ts';
import { courseEvents } from './events/course.ts';
import { documentEvents } from './events/documents.ts';
import { letterEvents } from './events/letters.ts';
import { peopleEvents } from './events/people.ts';

export type { DraftScore, SubmittedScore } from './events/assessment.ts';
export { LONGEST_PLACE } from './events/assessment.ts';

/**
 * Every event that a tender's dossier can hold, with the shape of its payload. Events are facts: never changed, never removed,
 * corrected only by a later event. People stand in them by account id; their names live with the accounts.
 */
export const tenderEvents = {
  /** The log was in format 1 so far; from here on every event is committed to part by part. */
  [FORMAT_CHANGED]: formatChanged,
  ...courseEvents,
  ...bidEvents,
  ...priceEvents,
  ...documentEvents,
  ...letterEvents,
  ...peopleEvents,
  ...assessmentEvents,
} as const;

export type TenderEventType = keyof typeof tenderEvents;
export const tenderEventTypes = Object.keys(tenderEvents) as TenderEventType[];
export type TenderPayload<T extends TenderEventType> = z.infer<(typeof tenderEvents)[T]>;
export type TenderPayloads = { readonly [T in TenderEventType]: TenderPayload<T> };

/** An event that has happened: who, when (ISO 8601, UTC) and at which place in the dossier (from 1). */
export type TenderEvent = {
  [T in TenderEventType]: {
    readonly type: T;
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly payload: TenderPayload<T>;
  };
}[TenderEventType];

/** An event that is about to happen. */
export type NewTenderEvent = {
  [T in TenderEventType]: { readonly type: T; readonly payload: TenderPayload<T> };
}[TenderEventType];

export const isTenderEventType = (type: string): type is TenderEventType => Object.hasOwn(tenderEvents, type);
