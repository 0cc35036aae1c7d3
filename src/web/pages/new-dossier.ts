import { newestVersions, type RuleSets } from '../../criteria/rule-sets.ts';
import { SAMPLES } from '../../exchange/samples.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { OWN_RULES } from '../forms/new-tender-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type ExamplesModel, examplesModel } from './examples.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type FieldWords,
  type FileField,
  fileField,
  type HiddenField,
  type TextField,
  textField,
} from './fields.ts';

/** The form that opens a dossier: its name, and the rules that it follows. */
export interface NewDossierModel {
  readonly text: Pick<Messages['newTender'], 'title' | 'lead' | 'submit'>;
  readonly action: string;
  readonly hidden: readonly HiddenField[];
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly titleField: TextField;
  readonly rulesField: ChoiceField;
  /** Where rules may come from a file: the field, and files to begin with. */
  readonly ownRules: { readonly file: FileField; readonly examples: ExamplesModel } | null;
  /** Another way to begin, where there is one. */
  readonly otherWay: { readonly href: string; readonly label: string } | null;
}

/** @param form what was typed; @param decision the dossier of the decision that the tender follows from, or empty */
export function newTenderModel(
  m: Messages,
  sets: RuleSets['tenders'],
  form: FormBody,
  decision: string,
  problems: readonly FieldProblem[],
): NewDossierModel {
  const t = m.newTender;
  const words = m.app;
  const chosen = typed(form, 'rules');
  const model = {
    text: t,
    action: '/tenders',
    hidden: decision === '' ? [] : [{ name: 'decision', value: decision }],
    titleField: titleField(t, form, problems, words),
    rulesField: choiceField(
      {
        name: 'rules',
        label: t.rules,
        asks: 'required',
        choices: [
          ...newestVersions(sets).map(([key, { rules }], index) => ({
            id: index === 0 ? 'rules' : `rules-${key}`,
            value: key,
            label: `${inLanguage(rules.title, m)} (${m.tender.rulesVersion(rules.id, rules.version)})`,
            checked: chosen === key,
          })),
          { id: 'rules-own', value: OWN_RULES, label: t.ownRules, checked: chosen === OWN_RULES },
        ],
      },
      problems,
      words,
    ),
    ownRules: {
      file: fileField(
        { name: 'rulesFile', label: t.rulesFile, hint: t.rulesFileHint, asks: 'depends' },
        problems,
        words,
      ),
      examples: examplesModel(m, 'rules', SAMPLES),
    },
    otherWay: { href: '/set-ups/new', label: t.inBrowser },
  };
  return { ...model, askedNote: askedNote(m, [model.titleField, model.rulesField, model.ownRules.file]) };
}

/** @param form what was typed @param hidden what goes along with it */
export function newDecisionModel(
  m: Messages,
  sets: RuleSets['matrices'],
  form: FormBody,
  hidden: readonly HiddenField[],
  problems: readonly FieldProblem[],
): NewDossierModel {
  const t = m.decision.newForm;
  const newest = newestVersions(sets);
  const model = {
    text: t,
    action: '/decisions',
    hidden,
    titleField: titleField(t, form, problems, m.app),
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
    ownRules: null,
    otherWay: { href: '/matrices/new', label: m.decision.newForm.own },
  };
  return { ...model, askedNote: askedNote(m, [model.titleField, model.rulesField]) };
}

const titleField = (
  { name, nameHint }: { readonly name: string; readonly nameHint: string },
  form: FormBody,
  problems: readonly FieldProblem[],
  words: FieldWords,
): TextField =>
  textField(
    { name: 'title', label: name, hint: nameHint, value: typed(form, 'title'), asks: 'required' },
    problems,
    words,
  );
