import { newestVersions, type RuleSets } from '../../criteria/rule-sets.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { askedNote, type ChoiceField, choiceField, type HiddenField, type TextField, textField } from './fields.ts';

/** The form that opens a choice of a contract model: its name, and the matrix that it follows. */
export interface NewDecisionModel {
  readonly text: Messages['decision']['newForm'];
  readonly action: string;
  readonly hidden: readonly HiddenField[];
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly titleField: TextField;
  readonly rulesField: ChoiceField;
  readonly otherWay: { readonly href: string; readonly label: string };
}

/** @param form what was typed @param hidden what goes along with it */
export function newDecisionModel(
  m: Messages,
  sets: RuleSets['matrices'],
  form: FormBody,
  hidden: readonly HiddenField[],
  problems: readonly FieldProblem[],
): NewDecisionModel {
  const t = m.decision.newForm;
  const newest = newestVersions(sets);
  const model = {
    text: t,
    action: '/decisions',
    hidden,
    titleField: textField(
      { name: 'title', label: t.name, hint: t.nameHint, value: typed(form, 'title'), asks: 'required' },
      problems,
      m.app,
    ),
    rulesField: choiceField(
      {
        name: 'rules',
        label: t.rules,
        asks: 'required',
        choices: newest.map(([key, { rules }], index) => ({
          id: index === 0 ? 'rules' : `rules-${key}`,
          value: key,
          label: inLanguage(rules.title, m),
          checked: typed(form, 'rules') === key || newest.length === 1,
        })),
      },
      problems,
      m.app,
    ),
    otherWay: { href: '/matrices/new', label: m.decision.newForm.own },
  };
  return { ...model, askedNote: askedNote(m, [model.titleField, model.rulesField]) };
}
