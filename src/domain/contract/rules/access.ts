import { z } from 'zod';
import { bilingualName, bilingualText, identifier } from '../../text.ts';
import { named, ours, sources } from './parts.ts';

/** Who decides what for a resident, as a decision table: the first row that fits the answers says it. */
export const accessRules = z.strictObject({
  parties: z.array(z.strictObject(named)).min(1).max(10),
  questions: z
    .array(
      z.strictObject({
        id: identifier,
        text: bilingualName,
        answers: z
          .array(z.strictObject({ id: identifier, name: bilingualName }))
          .min(2)
          .max(10),
      }),
    )
    .min(1)
    .max(10),
  rows: z
    .array(
      z.strictObject({
        id: identifier,
        /** Per question the answers for which this row holds; a question that is left out does not matter. */
        when: z.record(identifier, z.array(identifier).min(1).max(10)),
        /** Who decides on what, in this order. */
        decides: z
          .array(z.strictObject({ party: identifier, on: bilingualText }))
          .min(1)
          .max(20),
        evaluation: bilingualText,
        sources,
      }),
    )
    .min(1)
    .max(50),
  notices: z.array(ours).max(20),
  sources,
});
export type AccessRules = z.infer<typeof accessRules>;
