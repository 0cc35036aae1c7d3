import { z } from 'zod';
import { bilingualName, bilingualText, decimalText, identifier } from '../../text.ts';
import { divisionKey } from './budget.ts';
import { named, ours, sources } from './parts.ts';

/** Figures of a source as it prints them, with what it says they add up to. */

const cell = decimalText.nullable();

const table = z.strictObject({
  ...named,
  columns: z
    .array(z.strictObject({ id: identifier, name: bilingualName }))
    .min(1)
    .max(20),
  rows: z
    .array(z.strictObject({ id: identifier, name: bilingualName, values: z.array(cell).min(1).max(20) }))
    .min(1)
    .max(100),
  /** The totals that the source prints for its columns, which are held against the sum. */
  totals: z.array(cell).max(20).optional(),
  /** Its rows are areas and this column is a key to divide by. */
  key: z.strictObject({ key: divisionKey, column: identifier }).optional(),
  sources,
});

/** A place in a table. */
const place = z.strictObject({ table: identifier, row: identifier, column: identifier });

/** The same thing counted in several ways: each is a sum of figures, so many times each. Where they differ, the gap is shown. */
const comparison = z.strictObject({
  ...named,
  counts: z
    .array(
      z.strictObject({
        name: bilingualName,
        terms: z
          .array(z.strictObject({ times: z.int().min(1).max(1000), of: place }))
          .min(1)
          .max(40),
      }),
    )
    .min(2)
    .max(5),
  sources,
});

export const figuresRules = z.strictObject({
  tables: z.array(table).min(1).max(40),
  comparisons: z.array(comparison).max(20),
  notices: z.array(ours).max(20),
});
export type FiguresRules = z.infer<typeof figuresRules>;

/** Advice in an order: a piece can hold only where others are not possible. */
export const adviceRules = z.strictObject({
  pieces: z
    .array(
      z.strictObject({
        id: identifier,
        /** As the source numbers it: "1a". */
        number: z.string().regex(/^\d{1,2}[a-z]?$/),
        text: bilingualText,
        /** Holds only if none of these is possible. */
        onlyWithout: z.array(identifier).max(20),
        sources,
      }),
    )
    .min(1)
    .max(40),
});
export type AdviceRules = z.infer<typeof adviceRules>;

/** A list of the source: what is printed as a table without figures to count. */
export const listRules = z
  .array(
    z.strictObject({
      ...named,
      columns: z.array(bilingualName).min(2).max(8),
      rows: z.array(z.array(bilingualText).min(2).max(8)).min(1).max(60),
      sources,
    }),
  )
  .max(20);
export type ListRules = z.infer<typeof listRules>;
