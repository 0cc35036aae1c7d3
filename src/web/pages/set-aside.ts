import { biddable } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { SET_ASIDE_STAGES } from '../forms/set-aside-form.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type ChoiceField, choiceField, type SelectField, selectField, type TextField, textField } from './fields.ts';

export interface SetAsideModel {
  readonly text: Messages['setAside'];
  readonly action: string;
  readonly bidField: SelectField;
  readonly lotField: SelectField;
  readonly stageField: ChoiceField;
  readonly reasonField: TextField;
}

/** The form that sets a bid aside. @param form what was typed */
export function setAsideModel(
  m: Messages,
  state: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): SetAsideModel {
  const t = m.setAside;
  const prefix = m.app.errorPrefix;
  const option = (field: string, value: string, label: string) => ({
    value,
    label,
    selected: typed(form, field) === value,
  });
  const bids = [...state.bids.values()].map(({ id, bidder }) => option('bid', id, bidder.name));
  const lots = biddable(state.rules).map(({ id, name }) => option('lot', id, name));
  const stages = state.everAwarded ? SET_ASIDE_STAGES : (['excluded'] as const);
  return {
    text: t,
    action: `/tenders/${state.dossier}/set-aside`,
    bidField: selectField(
      { name: 'bid', label: t.bid, options: [option('bid', '', t.chooseBid), ...bids] },
      problems,
      prefix,
    ),
    lotField: selectField(
      { name: 'lot', label: t.lot, options: [option('lot', '', t.allLots), ...lots] },
      problems,
      prefix,
    ),
    stageField: choiceField(
      {
        name: 'stage',
        label: t.stage,
        choices: stages.map((value, index) => ({
          id: index === 0 ? 'stage' : `stage-${value}`,
          value,
          label: t[value],
          checked: typed(form, 'stage') === value,
        })),
      },
      problems,
      prefix,
    ),
    reasonField: textField(
      { name: 'reason', label: t.reason, value: typed(form, 'reason'), multiline: true },
      problems,
      prefix,
    ),
  };
}
