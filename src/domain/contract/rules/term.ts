import { z } from 'zod';
import { dateText } from '../../text.ts';
import { ours, sources } from './parts.ts';

/** How long contracts run: some years, and options to extend them. */
export const termRules = z.strictObject({
  /** Where the source names it. */
  start: dateText.optional(),
  years: z.int().min(1).max(50),
  extensions: z.array(z.strictObject({ years: z.int().min(1).max(50) })).max(20),
  /** The source names the term as an example only. */
  example: z.boolean().optional(),
  /** Before each extension it is considered whether new percentages of the growth path are wanted and within reach. */
  reconsiderGrowthPath: z.strictObject({ sources }).optional(),
  notices: z.array(ours).max(20),
  sources,
});
export type TermRules = z.infer<typeof termRules>;
