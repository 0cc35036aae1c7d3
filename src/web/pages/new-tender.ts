import { newestVersions } from '../../criteria/rule-sets.ts';
import { SAMPLES } from '../../exchange/samples.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { Origins } from '../forms/new-tender-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type ExamplesModel, examplesModel } from './examples.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type FileField,
  fileField,
  type TextField,
  textField,
} from './fields.ts';

/** The form that begins a tender: its title, and what it begins with. */
export interface NewTenderModel {
  readonly text: Messages['newTender'];
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly titleField: TextField;
  readonly fromField: ChoiceField;
  readonly fileField: FileField;
  /** The choice of a contract model that it follows from. */
  readonly follows: { readonly text: string; readonly dossier: string } | null;
  readonly examples: ExamplesModel;
}

/** @param form what was typed @param decision the signed choice that it follows from */
export function newTenderModel(
  m: Messages,
  origins: Origins,
  form: FormBody,
  problems: readonly FieldProblem[],
  decision: { readonly dossier: string; readonly title: string } | null,
): NewTenderModel {
  const t = m.newTender;
  const chosen = typed(form, 'from');
  const choices = [
    ...newestVersions(origins.rules).map(([key, { rules }]) => ({
      value: `rules ${key}`,
      label: `${t.rules}: ${m.tender.rulesVersion(inLanguage(rules.title, m), rules.version)}`,
    })),
    ...newestVersions(origins.templates).map(([key, { rules }]) => ({
      value: `template ${key}`,
      label: `${t.template}: ${inLanguage(rules.title, m)}`,
    })),
    ...origins.tenders.map(({ dossier, title }) => ({ value: `tender ${dossier}`, label: t.tender(title) })),
    { value: 'file', label: t.file },
    { value: 'empty', label: t.empty },
  ];
  const model = {
    text: t,
    follows: decision && { text: t.follows(decision.title), dossier: decision.dossier },
    titleField: textField(
      { name: 'title', label: t.name, hint: t.nameHint, value: typed(form, 'title'), asks: 'required' },
      problems,
      m.app,
    ),
    fromField: choiceField(
      {
        name: 'from',
        label: t.from,
        asks: 'required',
        choices: choices.map((one, place) => ({
          ...one,
          id: place === 0 ? 'from' : `from-${place}`,
          checked: chosen === one.value,
        })),
      },
      problems,
      m.app,
    ),
    fileField: fileField({ name: 'rulesFile', label: t.fileField, hint: t.fileHint, asks: 'depends' }, problems, m.app),
    examples: examplesModel(m, 'rules', SAMPLES),
  };
  return { ...model, askedNote: askedNote(m, [model.titleField, model.fromField, model.fileField]) };
}
