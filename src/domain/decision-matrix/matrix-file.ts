import { z } from 'zod';
import { humanText, identifier, oneLine } from '../text.ts';

/**
 * A decision matrix as a person writes it in a file: what nobody has said may be left out, and a name in one language is enough.
 * Every matrix of one's own, as a dossier keeps it, is such a file as well.
 */

/** No matrix of one's own is larger; what is said of it stands in docs/decision-matrix-format.md. */
export const MATRIX_BOUNDS = {
  alternatives: { least: 2, most: 50 },
  criteria: { least: 1, most: 30 },
  scale: { least: 2, most: 20 },
} as const;

const bounded = <T extends z.ZodType>(schema: T, { least, most }: { least: number; most: number }): T =>
  schema.meta({ minItems: least, maxItems: most });

const LONGEST_NAME = 200;
const name = z
  .union([oneLine(LONGEST_NAME), z.strictObject({ nl: oneLine(LONGEST_NAME), en: oneLine(LONGEST_NAME).optional() })])
  .describe('A name in one language, or in Dutch (nl) and English (en).');
const text = z
  .union([humanText(4000), z.strictObject({ nl: humanText(4000), en: humanText(4000).optional() })])
  .describe('A text in one language, or in Dutch (nl) and English (en).');
const id = identifier.optional().describe('Made from the name where it is left out.');
const sources = z
  .array(z.strictObject({ document: oneLine(200), section: oneLine(200) }))
  .max(20)
  .optional()
  .describe('Where this was found.');
const statements = z
  .array(z.union([text, z.strictObject({ text, sources })]))
  .max(40)
  .optional();

const LONGEST_SYMBOL = 10;
/** A figure or another symbol; a bare number stands for the symbol that is written the same. */
const symbol = z.union([
  oneLine(LONGEST_SYMBOL),
  z
    .number()
    .min(0)
    .refine((one) => String(one).length <= LONGEST_SYMBOL, { error: 'not a decimal number' }),
]);

const level = z
  .union([
    symbol,
    z.strictObject({
      symbol,
      value: z
        .union([oneLine(20), z.number().min(0)])
        .optional()
        .describe('What the symbol is worth: a number of 0 or more. May be left out where the symbol is a number.'),
      meaning: name.optional(),
    }),
  ])
  .describe('A symbol that a score can be, with its value; a number is worth itself.');

const criterion = z
  .union([name, z.strictObject({ id, name, question: text.optional(), sources })])
  .describe('A criterion: its name, or more of it. Word it so that the best level is favourable.');

const described = { id, name, description: text.optional(), sources };

const alternative = z.strictObject({
  ...described,
  scores: z
    .union([z.array(symbol).max(1000), z.record(z.string(), symbol)])
    .describe('A symbol of the scale per criterion: by the name or the id of the criterion, or a list in their order.'),
  legalTitle: oneLine(LONGEST_NAME).optional().describe('The name or the id of one of the legal titles.'),
  pros: statements,
  cons: statements,
  notes: statements,
  fits: statements,
});

export const matrixFile = z.strictObject({
  $schema: z.string().max(500).optional(),
  kind: z.literal('own-matrix').optional(),
  id,
  version: z.int().min(1).max(9999).optional(),
  title: name.describe('What is decided.'),
  description: text.optional(),
  sources,
  scale: bounded(z.array(level), MATRIX_BOUNDS.scale)
    .optional()
    .describe('The symbols with their values, no two alike. Left out: + is 1, +/- is 0.5 and - is 0.'),
  criteria: bounded(z.array(criterion), MATRIX_BOUNDS.criteria),
  alternatives: bounded(z.array(alternative), MATRIX_BOUNDS.alternatives),
  legalTitles: z
    .array(z.union([name, z.strictObject(described)]))
    .max(200)
    .optional(),
  principles: z
    .array(z.union([name, z.strictObject(described)]))
    .max(200)
    .optional(),
  purchaseKinds: z
    .array(
      z.strictObject({
        id,
        name,
        advice: text,
        alternatives: z.array(oneLine(LONGEST_NAME)).max(200).describe('Names or ids of the alternatives advised.'),
        sources,
      }),
    )
    .max(200)
    .optional(),
});

export type MatrixFile = z.infer<typeof matrixFile>;
/** A name or a text as a file gives it. */
export type Written = z.infer<typeof name>;
