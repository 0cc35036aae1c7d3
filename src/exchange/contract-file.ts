import { z } from 'zod';
import { contractEvents } from '../domain/contract/events.ts';
import { type ContractRules, contractRules } from '../domain/contract/rules/contract-rules.ts';
import { contractFaults } from '../domain/contract/rules/faults.ts';
import { DomainError, type Fault } from '../domain/errors.ts';
import { fault } from '../domain/faults.ts';
import { growthPathCommitment } from '../domain/rules/growth-path.ts';
import { pathText } from '../domain/shape.ts';
import { dateText, identifier, oneLine } from '../domain/text.ts';
import { parseJson } from './parse.ts';

/**
 * The files of `gunwijzer budget`, `growth-path` and `term`: by which rules, for which day, and what is filled in of contracts. No day is taken from a
 * clock: the same file gives the same outcome.
 */

const about = {
  /** A published rule set by its key, "gon-2027.v1", or rules of one's own in full. */
  rules: z.union([z.string().regex(/^[a-z0-9-]+\.v\d+$/, { error: 'not the key of a rule set' }), contractRules]),
  title: oneLine(200).optional(),
  /** True for a file that was made up to show how it works. */
  fictional: z.boolean().optional(),
  /** The day for which it is computed. */
  asOf: dateText,
};
const named = { name: oneLine(200) };

const set = contractEvents['budget-set'].shape;
const { year, percentage, status, publishedOn, source } = contractEvents['index-recorded'].shape;
export const budgetFile = z.strictObject({
  ...about,
  /** Those of the rules where they are left out. */
  areas: z
    .array(z.strictObject({ id: identifier, ...named }))
    .min(1)
    .max(60)
    .optional(),
  /** The last year that is computed; of rules with a term, that of its last extension where it is left out. */
  lastYear: set.firstYear.optional(),
  setting: z.strictObject({
    firstYear: set.firstYear,
    chosen: set.chosen.optional(),
    catchUp: set.catchUp.optional(),
    keys: set.keys.optional(),
    figures: set.figures.optional(),
    volumes: set.volumes.optional(),
    savings: set.savings.optional(),
    agreements: set.agreements.optional(),
    available: set.available.optional(),
  }),
  indexes: z.array(z.strictObject({ year, percentage, status, publishedOn, source })).max(400).optional(),
  range: z.strictObject({ lowest: percentage, highest: percentage }).optional(),
});

const { quarter, users } = contractEvents['figures-recorded'].shape;
export const growthPathFile = z.strictObject({
  ...about,
  areas: z
    .array(
      z.strictObject({
        ...named,
        promise: growthPathCommitment.optional(),
        quarters: z.array(z.strictObject({ quarter, users })).max(400),
      }),
    )
    .min(1)
    .max(60),
});

const { extension, extended, decidedOn } = contractEvents['extension-decided'].shape;
export const termFile = z.strictObject({
  ...about,
  areas: z
    .array(
      z.strictObject({
        ...named,
        start: dateText,
        /** The last day of the first term, where it is not as the rules say. */
        until: dateText.optional(),
        awardedOn: dateText.optional(),
        /** Whether the new provider consulted with every existing one. */
        consulted: z.boolean().optional(),
        decisions: z.array(z.strictObject({ extension, extended, decidedOn })).max(20).optional(),
        /** For which extensions the growth path was considered. */
        considered: z.array(extension).max(20).optional(),
        endedOn: dateText.optional(),
      }),
    )
    .min(1)
    .max(60),
  deciding: z
    .strictObject({ monthsBefore: contractEvents['deciding-agreed'].shape.monthsBefore, decider: oneLine(200) })
    .optional(),
});

export type BudgetFile = z.infer<typeof budgetFile>;
export type GrowthPathFile = z.infer<typeof growthPathFile>;
export type TermFile = z.infer<typeof termFile>;

/** A file with the rules that it names or holds. */
export interface ReadContractFile<File> {
  readonly file: File;
  readonly rules: ContractRules;
}

/**
 * Reads such a file.
 * @param published the published rule sets, by key
 * @throws DomainError what {@link parseJson} throws; `file-invalid` for rules that are not published, or are not in order
 */
export function readContractFile<File extends { readonly rules: string | ContractRules }>(
  text: string,
  schema: z.ZodType<File>,
  published: ReadonlyMap<string, { readonly rules: ContractRules }>,
): ReadContractFile<File> {
  const file = parseJson(text, schema);
  if (typeof file.rules === 'string') {
    const found = published.get(file.rules);
    if (found) return { file, rules: found.rules };
    const values = [...published.keys()];
    refuseAll([invalid(['rules'], { kind: 'not-one-of', values })]);
    throw new DomainError('file-invalid', { path: 'rules' });
  }
  refuseAll(
    contractFaults(file.rules).map(({ path, message }) =>
      invalid(['rules', ...path], { kind: 'other', reason: message }),
    ),
  );
  return { file, rules: file.rules };
}

const invalid = (path: Fault['path'], found: object): Fault =>
  fault('file-invalid', path, { path: pathText(path), fault: found }, null);

/** @throws DomainError the first fault, with all of them */
export function refuseAll(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first) throw new DomainError(first.code, first.details, faults);
}
