import { MATRIX_BOUNDS } from '../../domain/decision-matrix/matrix-file.ts';
import type { ComparisonRules } from '../../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type OwnMatrixForm, SHOWN, scoreName, usualScale } from '../forms/own-matrix-form.ts';
import { carriedFile, type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type ExamplesModel, matrixExamples } from './examples.ts';
import {
  askedNote,
  type FileField,
  fileField,
  type HiddenField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';

export interface OwnMatrixModel {
  readonly text: Messages['decision']['own'];
  /** Alternatives that a comparison has; none where the way here was another. */
  readonly prefill: null | { readonly comparison: string; readonly attributeField: SelectField };
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  /** What is named; none for a matrix from a file, whose names stand in it. */
  readonly names: readonly TextField[];
  /** The scores to give; none while the names are not right. */
  readonly grid: null | {
    readonly titleField: TextField;
    readonly hidden: readonly HiddenField[];
    readonly criteria: readonly string[];
    readonly rows: readonly { readonly name: string; readonly cells: readonly SelectField[] }[];
    readonly legend: readonly string[];
  };
  /** The way by a file; none once there are scores to give. */
  readonly file: null | { readonly file: FileField; readonly text: TextField; readonly examples: ExamplesModel };
}

/** A comparison of which an attribute gives the alternatives. */
export interface Prefill {
  readonly key: string;
  readonly comparison: ComparisonRules;
  readonly attribute: ComparisonRules['attributes'][number];
}

/** A matrix of one's own before anything was sent. */
export const emptyOwnMatrix = (m: Messages, prefill: Prefill | null): OwnMatrixModel =>
  model(
    m,
    {
      alternatives: (prefill?.attribute.values ?? []).map(({ name }) => inLanguage(name, m)).join('\n'),
      scale: usualScale(m),
    },
    { step: 'names', problems: [], matrix: null, file: null },
    prefill,
  );

/** A matrix of one's own as it was sent. @param form what was typed */
export const ownMatrixModel = (m: Messages, form: FormBody, read: OwnMatrixForm): OwnMatrixModel =>
  model(m, form, read, null);

function model(m: Messages, form: FormBody, read: OwnMatrixForm, prefill: Prefill | null): OwnMatrixModel {
  const t = m.decision.own;
  const words = m.app;
  const { problems } = read;
  const lines = (name: 'alternatives' | 'criteria' | 'scale', hint: string): TextField =>
    textField(
      { name, label: t[name], hint, value: typed(form, name), multiline: true, asks: 'required' },
      problems,
      words,
    );
  const { alternatives, criteria } = MATRIX_BOUNDS;
  const parts = {
    text: t,
    prefill: prefill && {
      comparison: prefill.key,
      attributeField: selectField(
        {
          name: 'attribute',
          label: t.attribute,
          asks: 'chosen',
          options: prefill.comparison.attributes.map(({ id, name }) => ({
            value: id,
            label: inLanguage(name, m),
            selected: id === prefill.attribute.id,
          })),
        },
        problems,
        words,
      ),
    },
    names:
      read.file === null
        ? [
            lines('alternatives', t.alternativesHint(alternatives.least, alternatives.most)),
            lines('criteria', t.criteriaHint(criteria.most)),
            lines('scale', t.scaleHint),
          ]
        : [],
    grid: gridModel(m, form, read, problems),
    file: read.matrix
      ? null
      : {
          file: fileField(
            { name: 'matrixFile', label: t.file.file, hint: t.file.fileHint, asks: 'depends' },
            problems,
            words,
          ),
          text: textField(
            {
              name: 'matrixText',
              label: t.file.text,
              value: typed(form, 'matrixText'),
              multiline: true,
              asks: 'depends',
            },
            problems,
            words,
          ),
          examples: matrixExamples(m),
        },
  };
  const scores = parts.grid ? [parts.grid.titleField, ...parts.grid.rows.flatMap(({ cells }) => cells)] : [];
  return { ...parts, askedNote: askedNote(m, [...parts.names, ...scores]) };
}

function gridModel(
  m: Messages,
  form: FormBody,
  { step, matrix, file }: OwnMatrixForm,
  problems: readonly FieldProblem[],
): OwnMatrixModel['grid'] {
  if (!matrix) return null;
  const t = m.decision.own;
  const words = m.app;
  const { scale, criteria, alternatives } = matrix;
  const names = (list: readonly { readonly name: { readonly nl: string } }[]): string =>
    list.map(({ name }) => name.nl).join('\n');
  return {
    titleField: textField(
      {
        name: 'title',
        label: m.decision.newForm.name,
        hint: m.decision.newForm.nameHint,
        asks: 'required',
        value: step === 'file' ? inLanguage(matrix.title, m) : typed(form, 'title'),
      },
      problems,
      words,
    ),
    hidden:
      file === null
        ? [
            { name: SHOWN.alternatives, value: names(alternatives) },
            { name: SHOWN.criteria, value: names(criteria) },
          ]
        : [carriedFile('matrixFile', file)],
    criteria: criteria.map(({ name }) => inLanguage(name, m)),
    rows: alternatives.map(({ name, scores }, row) => ({
      name: inLanguage(name, m),
      cells: criteria.map((criterion, column) => {
        const given = scores[criterion.id] ?? '';
        const options = ['', ...scale.map(({ symbol }) => symbol)].map((symbol) => ({
          value: symbol,
          label: symbol === '' ? t.choose : symbol,
          selected: given === symbol,
        }));
        const label = t.scoreOf(inLanguage(criterion.name, m), inLanguage(name, m));
        return selectField({ name: scoreName(row, column), label, options, asks: 'required' }, problems, words);
      }),
    })),
    legend: scale.map(({ symbol, value, meaning }) =>
      meaning
        ? `${symbol} ${inLanguage(meaning, m)} (${m.format.decimal(value)})`
        : `${symbol} (${m.format.decimal(value)})`,
    ),
  };
}
