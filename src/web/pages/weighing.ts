import type { DecisionState } from '../../domain/decision/state.ts';
import type { Weighing } from '../../domain/decision/weighing.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import {
  askedNote,
  type ChoiceField,
  choiceField,
  type SelectField,
  selectField,
  type TextField,
  textField,
} from './fields.ts';

export interface WeighingModel {
  readonly text: Messages['decision']['weigh'];
  readonly action: string;
  readonly version: number;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  /** None where the matrix tells no kinds of purchase apart. */
  readonly kindField: ChoiceField | null;
  readonly criteria: readonly {
    readonly name: string;
    readonly question: string | null;
    readonly weight: TextField;
    readonly minimum: SelectField;
  }[];
  /** What few need; open when something in it is wrong. */
  readonly more: {
    readonly open: boolean;
    readonly lighter: readonly SelectField[];
    readonly ordinal: boolean;
    readonly seed: TextField;
  };
  readonly models: readonly {
    readonly id: string;
    readonly name: string;
    readonly open: boolean;
    readonly excludeLabel: string;
    readonly excluded: boolean;
    readonly scores: readonly SelectField[];
    readonly reason: TextField;
  }[];
  readonly backHref: string;
  readonly back: string;
}

/** The form of a weighing. `refused` is what a refused form held, with what is wrong. */
export function weighingModel(
  m: Messages,
  state: Readonly<DecisionState>,
  refused?: {
    readonly weighing: Weighing;
    readonly problems: readonly FieldProblem[];
    readonly typed: (name: string) => string;
  },
): WeighingModel {
  const t = m.decision.weigh;
  const { rules } = state;
  const weighing = refused?.weighing ?? state.weighing;
  const problems = refused?.problems ?? [];
  const words = m.app;
  const levels = rules.scale.map((step) => ({
    value: step.symbol,
    label: step.meaning ? `${step.symbol} ${inLanguage(step.meaning, m)}` : step.symbol,
  }));
  const reasonAt = (alternative: string): string => {
    const found = weighing.adjustments.find((one) => one.kind !== 'minimum' && one.alternative === alternative);
    return refused?.typed(`reason.${alternative}`) ?? (found && found.kind !== 'minimum' ? found.reason : '');
  };
  const model = {
    text: t,
    action: `/decisions/${state.dossier}/weighing`,
    version: state.weighingVersion,
    kindField:
      rules.purchaseKinds.length === 0
        ? null
        : choiceField(
            {
              name: 'purchaseKind',
              label: m.decision.kind,
              asks: 'chosen',
              choices: [{ id: '', name: null }, ...rules.purchaseKinds].map(({ id, name }, index) => ({
                id: index === 0 ? 'purchaseKind' : `purchaseKind-${id}`,
                value: id,
                label: name === null ? t.kindNone : inLanguage(name, m),
                checked: (weighing.purchaseKind ?? '') === id,
              })),
            },
            problems,
            words,
          ),
    criteria: rules.criteria.map(({ id, name, question }) => {
      const label = inLanguage(name, m);
      const minimum = weighing.adjustments.find((one) => one.kind === 'minimum' && one.criterion === id);
      return {
        name: label,
        question: question ? inLanguage(question, m) : null,
        weight: textField(
          {
            name: `weight.${id}`,
            label: t.weightOf(label),
            asks: 'required',
            value: refused?.typed(`weight.${id}`) ?? m.format.decimal(weighing.weights[id] ?? ''),
            inputmode: 'decimal',
          },
          problems,
          words,
        ),
        minimum: selectField(
          {
            name: `minimum.${id}`,
            label: t.minimumOf(label),
            asks: 'chosen',
            options: [{ value: '', label: t.noMinimum }, ...levels].map((level) => ({
              ...level,
              selected: minimum?.kind === 'minimum' ? minimum.symbol === level.value : level.value === '',
            })),
          },
          problems,
          words,
        ),
      };
    }),
    more: {
      open: problems.some(({ field }) => field === 'seed' || field.startsWith('lighter.')),
      lighter: rules.criteria.map(({ id, name }) =>
        lighterField(m, state, weighing, id, inLanguage(name, m), problems),
      ),
      ordinal: weighing.values === 'ordinal',
      seed: textField(
        {
          name: 'seed',
          label: t.seed,
          asks: 'required',
          hint: t.seedHint,
          value: refused?.typed('seed') ?? String(weighing.seed),
          inputmode: 'numeric',
        },
        problems,
        words,
      ),
    },
    models: rules.alternatives.map((alternative) => {
      const name = inLanguage(alternative.name, m);
      const own = weighing.adjustments.filter((one) => one.kind !== 'minimum' && one.alternative === alternative.id);
      const problem = problems.some((one) => one.field === `reason.${alternative.id}`);
      return {
        id: alternative.id,
        name,
        open: own.length > 0 || problem,
        excludeLabel: t.exclude(name),
        excluded: own.some((one) => one.kind === 'exclude'),
        scores: rules.criteria.map((criterion) => {
          const change = own.find((one) => one.kind === 'change-score' && one.criterion === criterion.id);
          const symbol = change?.kind === 'change-score' ? change.symbol : alternative.scores[criterion.id];
          return selectField(
            {
              name: `score.${alternative.id}.${criterion.id}`,
              label: t.scoreOf(inLanguage(criterion.name, m), name),
              asks: 'chosen',
              options: levels.map((level) => ({ ...level, selected: level.value === symbol })),
            },
            problems,
            words,
          );
        }),
        reason: textField(
          { name: `reason.${alternative.id}`, label: t.reason(name), value: reasonAt(alternative.id), asks: 'depends' },
          problems,
          words,
        ),
      };
    }),
    backHref: `/decisions/${state.dossier}`,
    back: m.common.back,
  };
  const asked = model.criteria.flatMap(({ weight, minimum }) => [weight, minimum]);
  return { ...model, askedNote: askedNote(m, [...asked, ...model.models.map(({ reason }) => reason)]) };
}

/** The criterion that one criterion weighs more than, if any. */
function lighterField(
  m: Messages,
  { rules }: Readonly<DecisionState>,
  weighing: Weighing,
  heavier: string,
  label: string,
  problems: readonly FieldProblem[],
): SelectField {
  const t = m.decision.weigh;
  const lighter = weighing.ordering.find((pair) => pair.heavier === heavier)?.lighter ?? '';
  const options = [
    { value: '', label: t.noOrdering },
    ...rules.criteria
      .filter(({ id }) => id !== heavier)
      .map(({ id, name }) => ({ value: id, label: inLanguage(name, m) })),
  ].map((option) => ({ ...option, selected: option.value === lighter }));
  return selectField(
    { name: `lighter.${heavier}`, label: t.orderingOf(label), options, asks: 'chosen' },
    problems,
    m.app,
  );
}
