import { OWN_SCALE } from '../../domain/decision-matrix/own-matrix.ts';
import type { ComparisonRules } from '../../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { attributeIn, criteriaIn, scoreName } from '../forms/own-matrix-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface OwnMatrixModel {
  readonly text: Messages['decision']['own'];
  readonly comparison: string;
  readonly attributeField: SelectField;
  readonly attributeId: string;
  readonly attributeName: string;
  readonly criteriaField: TextField;
  readonly criteriaText: string;
  readonly titleField: TextField;
  readonly criteria: readonly string[];
  /** The scores to give; none while the criteria are not right. */
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly SelectField[];
  }[];
  readonly legend: readonly string[];
}

/** A matrix of one's own. @param key the name of the comparison; @param form what was typed */
export function ownMatrixModel(
  m: Messages,
  key: string,
  comparison: ComparisonRules,
  form: FormBody,
  problems: readonly FieldProblem[],
): OwnMatrixModel {
  const t = m.decision.own;
  const prefix = m.app.errorPrefix;
  const criteria = criteriaIn(form);
  const attribute = attributeIn(comparison, form);
  const scored = criteria.length > 0 && !problems.some((problem) => problem.field === 'criteria');
  return {
    text: t,
    comparison: key,
    attributeField: selectField(
      {
        name: 'attribute',
        label: t.attribute,
        options: comparison.attributes.map(({ id, name }) => ({
          value: id,
          label: inLanguage(name, m),
          selected: id === attribute.id,
        })),
      },
      problems,
      prefix,
    ),
    attributeId: attribute.id,
    attributeName: inLanguage(attribute.name, m),
    criteriaField: textField(
      {
        name: 'criteria',
        label: t.criteria,
        hint: t.criteriaHint,
        value: typed(form, 'criteria'),
        multiline: true,
      },
      problems,
      prefix,
    ),
    criteriaText: typed(form, 'criteria'),
    titleField: textField(
      { name: 'title', label: m.newTender.name, hint: m.decision.newForm.nameHint, value: typed(form, 'title') },
      problems,
      prefix,
    ),
    criteria,
    rows: scored
      ? attribute.values.map(({ id, name }) => ({
          name: inLanguage(name, m),
          cells: criteria.map((criterion, index) => {
            const field = scoreName(id, index);
            const options = ['', ...OWN_SCALE.map((level) => level.symbol)].map((symbol) => ({
              value: symbol,
              label: symbol === '' ? t.choose : symbol,
              selected: typed(form, field) === symbol,
            }));
            const label = t.scoreOf(criterion, inLanguage(name, m));
            return selectField({ name: field, label, options }, problems, prefix);
          }),
        }))
      : [],
    legend: OWN_SCALE.map((level) => `${level.symbol} ${inLanguage(level.meaning, m)}`),
  };
}
