import {
  type FormerLaw,
  MARKS,
  type Mark,
  type ProcurementLaw,
  STANDINGS,
  type Standing,
} from '../../domain/law/law.ts';
import {
  isRanked,
  PROCUREMENT_PROCEDURES,
  type ProcurementProcedure,
} from '../../domain/rules/procurement-procedure.ts';
import {
  acrossProcedures,
  dayOfLaw,
  documentsOf,
  formerRulesInWords,
  type LawRuleInWords,
  type StandingInWords,
  standingsInWords,
} from '../../explanation/law.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { addressIn, type Chosen, OVERVIEWS, type OverviewFrame, overviewFrame } from './choose.ts';
import { type SelectField, selectField } from './fields.ts';

/** As much of an unknown value as is repeated on the page. */
const QUOTED = 60;

/** A state in words, with the class that colours it. */
interface Badge {
  readonly label: string;
  readonly className: string;
}

type RuleRow = Omit<LawRuleInWords, 'mark' | 'checked'> & { readonly checked: Badge };

export interface LawModel {
  readonly text: Messages['choose']['law'];
  readonly frame: OverviewFrame;
  readonly action: string;
  readonly rulesKey: string | null;
  readonly field: SelectField;
  /** Back to all side by side; null where they are. */
  readonly clearHref: string | null;
  /** As of when the law is. */
  readonly day: string;
  /** The rules of the procedure that was chosen; null while none is. */
  readonly chosen: {
    readonly name: string;
    readonly meaning: string;
    readonly ranked: boolean;
    readonly groups: readonly (Omit<StandingInWords, 'standing' | 'rules'> & {
      readonly id: string;
      readonly jump: string;
      readonly caption: string;
      readonly rules: readonly RuleRow[];
    })[];
  } | null;
  /** Every rule in every procedure, while none is chosen. */
  readonly sideBySide: {
    readonly procedures: readonly { readonly label: string; readonly href: string }[];
    readonly rows: readonly { readonly subject: string; readonly standings: readonly Badge[] }[];
  } | null;
  readonly standings: readonly (Badge & { readonly meaning: string })[];
  readonly marks: readonly (Badge & { readonly meaning: string })[];
  /** What held before. */
  readonly former: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly caption: string;
    readonly rules: readonly RuleRow[];
  }[];
  readonly source: string;
}

/** The procedure that the address asks for; what is none is named. */
export function readProcedure(
  m: Messages,
  asked: unknown,
): { readonly procedure: ProcurementProcedure | null; readonly problems: readonly FieldProblem[] } {
  if (asked === undefined || asked === '') return { procedure: null, problems: [] };
  const procedure = PROCUREMENT_PROCEDURES.find((one) => one === asked);
  if (procedure) return { procedure, problems: [] };
  const text = m.choose.law.unknownProcedure(String(asked).slice(0, QUOTED));
  return { procedure: null, problems: [{ field: 'procedure', text }] };
}

/** The law of today for one procedure, or for all side by side, and what held before. */
export function lawModel(
  m: Messages,
  chosen: Chosen<ProcurementLaw>,
  former: readonly FormerLaw[],
  procedure: ProcurementProcedure | null,
  problems: readonly FieldProblem[],
): LawModel {
  const t = m.choose.law;
  const { rules: law, key } = chosen;
  const options = [
    { value: '', label: t.allProcedures, selected: procedure === null },
    ...PROCUREMENT_PROCEDURES.map((one) => ({
      value: one,
      label: t.procedures[one],
      selected: one === procedure,
    })),
  ];
  return {
    text: t,
    frame: overviewFrame(m, 'law', chosen),
    action: OVERVIEWS.law,
    rulesKey: key,
    field: selectField({ name: 'procedure', label: t.procedure, options, asks: 'open' }, problems, m.app),
    clearHref: procedure ? addressIn(OVERVIEWS.law, key) : null,
    day: dayOfLaw(m, law),
    chosen: procedure && underProcedure(m, law, procedure),
    sideBySide: procedure ? null : sideBySide(m, chosen),
    standings: STANDINGS.map((one) => ({
      ...standingBadge(one, t.standings[one].short),
      meaning: t.standings[one].meaning,
    })),
    marks: MARKS.map((mark) => ({ ...markBadge(mark, t.marks[mark].label), meaning: t.marks[mark].meaning })),
    former: former.map((one) => ({
      id: one.id,
      title: inLanguage(one.title, m),
      description: inLanguage(one.description, m),
      caption: t.formerCaption(inLanguage(one.title, m)),
      rules: formerRulesInWords(m, one).map(ruleRow),
    })),
    source: documentsOf(m, [law, ...former]),
  };
}

function underProcedure(m: Messages, law: ProcurementLaw, procedure: ProcurementProcedure): LawModel['chosen'] {
  const t = m.choose.law;
  const name = t.procedures[procedure];
  return {
    name,
    meaning: inLanguage(law.procedures[procedure], m),
    ranked: isRanked(procedure),
    groups: standingsInWords(m, law, procedure).map(({ standing, title, meaning, rules, none }) => ({
      id: standing,
      title,
      jump: t.jump(title, rules.length),
      meaning,
      caption: t.rulesCaption(title, name),
      rules: rules.map(ruleRow),
      none,
    })),
  };
}

const sideBySide = (m: Messages, { rules: law, key }: Chosen<ProcurementLaw>): LawModel['sideBySide'] => ({
  procedures: PROCUREMENT_PROCEDURES.map((one) => ({ label: m.choose.law.procedures[one], href: addressOf(key, one) })),
  rows: acrossProcedures(m, law).map(({ subject, standings }) => ({
    subject,
    standings: standings.map(({ standing, label }) => standingBadge(standing, label)),
  })),
});

/** The rules of one procedure, in the version of the law that is shown. */
const addressOf = (key: string | null, procedure: ProcurementProcedure): string =>
  `${OVERVIEWS.law}?${new URLSearchParams({ ...(key === null ? {} : { rules: key }), procedure })}`;

const ruleRow = ({ mark, checked, ...rule }: LawRuleInWords): RuleRow => ({
  ...rule,
  checked: markBadge(mark, checked),
});

const standingBadge = (standing: Standing, label: string): Badge => ({ label, className: STANDING_CLASS[standing] });
const STANDING_CLASS: Readonly<Record<Standing, string>> = {
  statutory: 'utrecht-badge-status utrecht-badge-status--success',
  'contract-standard': 'utrecht-badge-status',
  'own-documents': 'utrecht-badge-status utrecht-badge-status--neutral',
  unsettled: 'utrecht-badge-status utrecht-badge-status--warning',
  'does-not-hold': 'gw-silent',
};

const markBadge = (mark: Mark, label: string): Badge => ({ label, className: MARK_CLASS[mark] });
const MARK_CLASS: Readonly<Record<Mark, string>> = {
  V: 'utrecht-badge-status utrecht-badge-status--success',
  S: 'utrecht-badge-status utrecht-badge-status--warning',
  U: 'utrecht-badge-status utrecht-badge-status--danger',
};
