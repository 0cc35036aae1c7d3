import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { type ProcurementProcedure, procurementProcedure } from '../rules/procurement-procedure.ts';
import { pathText, readShape } from '../shape.ts';
import { bilingualName, bilingualText, identifier, oneLine } from '../text.ts';

/**
 * The rule sets under criteria/law/: what the law asks today, per procedure, and what it asked before, as history. A rule carries
 * its mark, so that whoever shows it can say how sure it is. A new version of the law is a new file. Unknown keys are refused.
 */

/** How a rule was checked. V: read in the text of the law or the standard itself; S: in a secondary source; U: not checked. */
export const MARKS = ['V', 'S', 'U'] as const;
export type Mark = (typeof MARKS)[number];

/**
 * What a rule is in a procedure. `statutory`: the law asks it; `contract-standard`: the national contract standards do, and it binds by
 * the tender documents; `own-documents`: only what one announced oneself binds. `unsettled`: what was read does not say;
 * `does-not-hold`: it has no place in this procedure.
 */
export const STANDINGS = ['statutory', 'contract-standard', 'own-documents', 'unsettled', 'does-not-hold'] as const;
const standing = z.enum(STANDINGS);
export type Standing = (typeof STANDINGS)[number];

/** Where a rule stands: a law with its article, a judgment, a document. */
const source = z.strictObject({ document: bilingualName, section: bilingualName.optional() });

/** A day, "2025-09-01", or a year where no more is known. */
const asOf = z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/, { error: 'not a date or a year' });

const rule = z.strictObject({
  id: identifier,
  subject: bilingualName,
  statement: bilingualText,
  /** What a reader must know before relying on it. */
  caution: bilingualText.optional(),
  /** Left out where the secondary source was not written down. */
  source: source.optional(),
  mark: z.enum(MARKS),
  /** Where the text that was read is of other years than the whole: "2018/2019". */
  readIn: oneLine(40).optional(),
});

const heading = {
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText,
  /** Of when the law is that this file states. */
  asOf,
};

const procurementLaw = z.strictObject({
  kind: z.literal('law'),
  ...heading,
  /** What each procedure means for the rules; none is left out. */
  procedures: z.record(procurementProcedure, bilingualText),
  rules: z
    .array(rule.extend({ standings: z.record(procurementProcedure, standing) }))
    .min(1)
    .max(200),
});

/** A frame that is no longer in force: it knows none of the procedures of today. */
const formerLaw = z.strictObject({ kind: z.literal('former-law'), ...heading, rules: z.array(rule).min(1).max(200) });

const anyLaw = z.discriminatedUnion('kind', [procurementLaw, formerLaw]).superRefine((law, context) => {
  for (const [path, message] of faults(law)) context.addIssue({ code: 'custom', path: [...path], message });
});

export type ProcurementLaw = z.infer<typeof procurementLaw>;
export type FormerLaw = z.infer<typeof formerLaw>;
export type LawRule = z.infer<typeof rule>;

/** A rule, and what it is in the procedure that was asked for. */
export interface RuleUnder {
  readonly rule: LawRule;
  readonly standing: Standing;
}

/** Every rule of the law with what it is in this procedure, in the order of the file. */
export const rulesUnder = ({ rules }: ProcurementLaw, procedure: ProcurementProcedure): RuleUnder[] =>
  rules.map((one) => ({ rule: one, standing: one.standings[procedure] }));

/**
 * Reads one rule set of the law.
 * @param file its name, for the error
 * @throws DomainError `rule-set-invalid` with file, path ("rules.3.mark") and what is wrong there
 */
export function readLaw(json: unknown, file: string): ProcurementLaw | FormerLaw {
  const read = readShape(anyLaw, json);
  if ('data' in read) return read.data;
  const { path, fault } = read.faults[0]!;
  throw new DomainError('rule-set-invalid', { file, path: pathText(path), fault });
}

type Fault = readonly [path: readonly (string | number)[], message: string];

/** What a schema of shapes cannot see. What was not checked is never presented as law, and what was read names where. */
function faults(law: ProcurementLaw | FormerLaw): Fault[] {
  const ids = law.rules.map(({ id }) => id);
  return [
    ...law.rules.flatMap(({ id, mark, source: named }, at): Fault[] => [
      ...(ids.indexOf(id) === at ? [] : [[['rules', at, 'id'], `duplicate id ${id}`] as Fault]),
      ...(mark === 'V' && !named ? [[['rules', at, 'source'], 'what was read names its source'] as Fault] : []),
    ]),
    ...(law.kind === 'law' ? law.rules : []).flatMap(({ mark, standings }, at): Fault[] =>
      mark === 'U' && Object.values(standings).includes('statutory')
        ? [[['rules', at, 'mark'], 'what was not checked is not stated as law']]
        : [],
    ),
  ];
}
