import {
  type FormerLaw,
  type LawRule,
  type ProcurementLaw,
  rulesUnder,
  STANDINGS,
  type Standing,
} from '../domain/law/law.ts';
import { PROCUREMENT_PROCEDURES, type ProcurementProcedure } from '../domain/rules/procurement-procedure.ts';
import type { SetUpLawRule } from '../domain/set-up/foundation.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';

/** A rule of the law as it is read: what it asks, where it stands and how that was checked. */
export interface LawRuleInWords {
  readonly subject: string;
  readonly statement: string;
  readonly caution: string | null;
  readonly source: string;
  /** As a code, for who draws it, and in words. */
  readonly mark: LawRule['mark'];
  readonly checked: string;
  /** Of when the text is that was read. */
  readonly asOf: string;
}

/** The rules that are the same thing in a procedure: asked by the law, by the contract standards, by one's own documents. */
export interface StandingInWords {
  readonly standing: Standing;
  readonly title: string;
  readonly meaning: string;
  readonly rules: readonly LawRuleInWords[];
  /** Said in place of the rules when there are none. */
  readonly none: string;
}

/** A rule with what it is in each procedure, in the order of the procedures. */
export interface RuleAcrossProcedures {
  readonly subject: string;
  readonly standings: readonly { readonly standing: Standing; readonly label: string }[];
}

/** The three groups that a check can be in, also when nobody is in them; the other two only with rules. */
export function standingsInWords(m: Messages, law: ProcurementLaw, procedure: ProcurementProcedure): StandingInWords[] {
  const t = m.choose.law;
  const under = rulesUnder(law, procedure);
  return STANDINGS.map((standing) => ({
    standing,
    title: t.standings[standing].title,
    meaning: t.standings[standing].meaning,
    rules: under.filter((one) => one.standing === standing).map(({ rule }) => ruleInWords(m, law, rule)),
    none: t.standings[standing].none,
  })).filter(({ standing, rules }) => rules.length > 0 || ALWAYS_SHOWN.includes(standing));
}
const ALWAYS_SHOWN: readonly Standing[] = ['statutory', 'contract-standard', 'own-documents'];

/** Every rule with its standing in every procedure, for a table that puts the procedures side by side. */
export const acrossProcedures = (m: Messages, law: ProcurementLaw): RuleAcrossProcedures[] =>
  law.rules.map(({ subject, standings }) => ({
    subject: inLanguage(subject, m),
    standings: PROCUREMENT_PROCEDURES.map((procedure) => ({
      standing: standings[procedure],
      label: m.choose.law.standings[standings[procedure]].short,
    })),
  }));

/** Each law, judgment and document that rules name, once, on one line. */
export function documentsOf(m: Messages, laws: readonly (ProcurementLaw | FormerLaw)[]): string {
  const named = laws.flatMap(({ rules }) =>
    rules.flatMap(({ source }) => (source ? [inLanguage(source.document, m)] : [])),
  );
  return m.common.sources([...new Set(named)]);
}

/** "1 september 2025", or "2013" where no more than the year is known. */
export const dayOfLaw = (m: Messages, { asOf }: Pick<ProcurementLaw, 'asOf'>): string =>
  asOf.length === 4 ? asOf : m.format.date(asOf);

/** The rules of a frame that is no longer in force. */
export const formerRulesInWords = (m: Messages, law: FormerLaw): LawRuleInWords[] =>
  law.rules.map((rule) => ruleInWords(m, law, rule));

/** The rules that checks rest on, by their ids in the rule sets of the law. */
export type LawRuleId = 'standstill' | 'record' | 'confidential' | 'conflict-of-interest' | SetUpLawRule;

/**
 * On what a check rests: what the rule asks, where it stands and how that was checked, and what it is in the procedure of a tender.
 * @param procedure undefined for rules that name none
 */
export function basisInWords(
  m: Messages,
  law: ProcurementLaw,
  procedure: ProcurementProcedure | undefined,
  id: LawRuleId,
): string {
  return sentences(ruleInWords(m, law, ruleOf(law, id)).statement, groundsInWords(m, law, procedure, id));
}

/** The same without what the rule asks: where it stands, how that was checked, and what it is in the procedure. */
export function groundsInWords(
  m: Messages,
  law: ProcurementLaw,
  procedure: ProcurementProcedure | undefined,
  id: LawRuleId,
): string {
  const rule = ruleOf(law, id);
  const { source, checked, asOf } = ruleInWords(m, law, rule);
  const { basis } = m.choose.law;
  return sentences(basis.source(source, checked, asOf), basis[procedure ? rule.standings[procedure] : unnamed(rule)]);
}

/** What a rule is where no procedure is named: one that holds in social and other specific services too asks nothing of the tender documents. */
const unnamed = ({ standings }: ProcurementLaw['rules'][number]): 'unknown' | 'unknown-statutory' =>
  standings['sas-with-emvi'] === 'statutory' && standings['sas-without-emvi'] === 'statutory'
    ? 'unknown-statutory'
    : 'unknown';

/** Where a rule stands, for who it is no instruction to. */
export const placeInLaw = (m: Messages, law: ProcurementLaw, id: LawRuleId): string => sourceOf(m, ruleOf(law, id));

function ruleOf({ rules }: ProcurementLaw, id: LawRuleId): ProcurementLaw['rules'][number] {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`the law has no rule ${id}`);
  return rule;
}

function ruleInWords(m: Messages, law: ProcurementLaw | FormerLaw, rule: LawRule): LawRuleInWords {
  const t = m.choose.law;
  return {
    subject: inLanguage(rule.subject, m),
    statement: inLanguage(rule.statement, m),
    caution: rule.caution ? inLanguage(rule.caution, m) : null,
    source: sourceOf(m, rule),
    mark: rule.mark,
    checked: t.marks[rule.mark].label,
    asOf: rule.readIn ? t.readIn(rule.readIn) : t.asOf(dayOfLaw(m, law)),
  };
}

/** "Aanbestedingswet 2012, artikel 2.127"; where no source was written down, that is said. */
function sourceOf(m: Messages, { source }: LawRule): string {
  if (!source) return m.choose.law.sourceNotNamed;
  const document = inLanguage(source.document, m);
  return source.section ? `${document}, ${inLanguage(source.section, m)}` : document;
}
