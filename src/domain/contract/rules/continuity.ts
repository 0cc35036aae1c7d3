import { z } from 'zod';
import { decimalText } from '../../text.ts';
import { named, ours, sources, statement } from './parts.ts';

/** How far the take-over from one existing provider is; the first is where each begins. */
export const TAKE_OVER_STEPS = [
  'to-approach',
  'approached',
  'in-talks',
  'contracted',
  'solved-otherwise',
  'refused',
] as const;
export type TakeOverStep = (typeof TAKE_OVER_STEPS)[number];

/** What is followed of the take-over of users, staff and subcontractors, from the award to the end of the first year. */
export const continuityRules = z.strictObject({
  /** What is promised and followed. */
  subjects: z
    .array(z.strictObject({ ...named, sources }))
    .min(1)
    .max(20),
  /** A share of existing providers contracted that was reached before, to compare with; no norm. */
  reference: z.strictObject({ contractedPercentage: decimalText, statement }).optional(),
  notices: z.array(ours).max(20),
  sources,
});
export type ContinuityRules = z.infer<typeof continuityRules>;
