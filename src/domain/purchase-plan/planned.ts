import { z } from 'zod';
import { MOST_WEEKS } from '../procedure/plan.ts';
import { dateText, identifier, oneLine } from '../text.ts';
import { scale } from './functional-model.ts';

/** Shapes that a plan and an example of a plan share. */

/** How something is bought, or not; it may still have to be chosen. */
export const INSTRUMENTS = ['in-house', 'tender', 'subsidy', 'joint-purchase', 'extension', 'undecided'] as const;
export const instrument = z.enum(INSTRUMENTS);
export type Instrument = (typeof INSTRUMENTS)[number];

/** In which year a plan is for. */
export const planYear = z.int().min(1990).max(2199);

/** When: from a day until a day, both included. Without the first it is done on the last at the latest; without both it has no date yet. */
export const period = { from: dateText.nullable(), until: dateText.nullable() };

/** The number of providers is tied to a maximum; null while that is not known. */
export const maximum = z.strictObject({ number: z.int().min(1).max(1000).nullable() });

/** A step on the way to a new agreement, and how long it takes. */
export const step = z.strictObject({ name: oneLine(200), weeks: z.int().min(1).max(MOST_WEEKS) });
export type Step = z.infer<typeof step>;

export const serviceFacts = {
  /** A pillar of the functional model; null with the reason where it is in none, or in several. */
  pillar: identifier.nullable(),
  scale,
  instrument,
  maximum: maximum.nullable(),
  /** The first and the last day of the new agreement. */
  starts: dateText.nullable(),
  until: dateText.nullable(),
};
