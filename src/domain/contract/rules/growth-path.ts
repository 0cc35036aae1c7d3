import { z } from 'zod';
import { bilingualName, bilingualText, dateText, decimalText, identifier } from '../../text.ts';
import { ours, sources } from './parts.ts';

/** The kinds of support that users are counted by. */
export const SUPPORT_KINDS = ['basic-volunteers', 'basic-professionals', 'additional'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** Norms for basic support, per area: a minimum share of the users by a date. Percentages as decimal text. */
export const growthPathRules = z.strictObject({
  steps: z
    .array(z.strictObject({ by: dateText, minimumPercentage: decimalText }))
    .min(1)
    .max(20),
  /** Minimum share of the users of basic support who get it through a community initiative. */
  communityInitiatives: z.strictObject({ minimumPercentage: decimalText }),
  /** What each kind of support is, in the order of SUPPORT_KINDS. */
  kinds: z
    .array(
      z.strictObject({ kind: z.enum(SUPPORT_KINDS), id: identifier, name: bilingualName, description: bilingualText }),
    )
    .length(SUPPORT_KINDS.length),
  notices: z.array(ours).max(20),
  sources,
});
export type GrowthPathRules = z.infer<typeof growthPathRules>;
