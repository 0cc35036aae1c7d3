import type { DecisionState } from '../../domain/decision/state.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { outcomeOf } from './decision.ts';
import { askedNote, type ChoiceField, choiceField, type TextField, textField } from './fields.ts';

export interface ChoiceModel {
  readonly text: Messages['decision']['choose'];
  readonly action: string;
  readonly version: number;
  /** What stands above its fields: whether all of them must be filled in. */
  readonly askedNote: string | null;
  readonly modelField: ChoiceField;
  readonly reason: TextField;
  readonly backHref: string;
  readonly back: string;
}

/** The choice of a model, with the reason. @param form what was typed; without it what is stored */
export function choiceModel(
  m: Messages,
  state: Readonly<DecisionState>,
  form: FormBody | undefined,
  problems: readonly FieldProblem[],
): ChoiceModel {
  const t = m.decision.choose;
  const { winners, alternatives } = outcomeOf(state);
  const chosen = form ? typed(form, 'model') : state.chosen?.alternative;
  const model = {
    text: t,
    action: `/decisions/${state.dossier}/choice`,
    version: state.chosenVersion,
    modelField: choiceField(
      {
        name: 'model',
        label: t.model,
        asks: 'required',
        choices: alternatives.map(({ alternative }, index) => ({
          id: index === 0 ? 'model' : `model-${alternative}`,
          value: alternative,
          label: inLanguage(state.rules.alternatives.find((one) => one.id === alternative)!.name, m),
          note: winners.includes(alternative) ? t.first : '',
          checked: alternative === chosen,
        })),
      },
      problems,
      m.app,
    ),
    reason: textField(
      {
        name: 'reason',
        label: t.reason,
        hint: t.reasonHint,
        asks: 'depends',
        value: form ? typed(form, 'reason') : (state.chosen?.reason ?? ''),
        multiline: true,
      },
      problems,
      m.app,
    ),
    backHref: `/decisions/${state.dossier}`,
    back: m.common.back,
  };
  return { ...model, askedNote: askedNote(m, [model.modelField, model.reason]) };
}
