import { biddable } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { type Choice, type Option, type TextField, textField } from './fields.ts';

export interface SetAsideModel {
  readonly text: Messages['setAside'];
  readonly action: string;
  readonly bids: readonly Option[];
  readonly lots: readonly Option[];
  readonly stages: readonly Choice[];
  readonly reasonField: TextField;
}

/** The form that sets a bid aside. @param form what was typed */
export const setAsideModel = (
  m: Messages,
  state: Readonly<TenderState>,
  form: FormBody,
  problems: readonly FieldProblem[],
): SetAsideModel => ({
  text: m.setAside,
  action: `/tenders/${state.dossier}/set-aside`,
  bids: [...state.bids.values()].map(({ id, bidder }) => ({
    value: id,
    label: bidder.name,
    selected: typed(form, 'bid') === id,
  })),
  lots: biddable(state.rules).map(({ id, name }) => ({
    value: id,
    label: name,
    selected: typed(form, 'lot') === id,
  })),
  stages: (state.everAwarded ? (['excluded', 'withdrawn'] as const) : (['excluded'] as const)).map((value, index) => ({
    value,
    id: index === 0 ? 'stage' : `stage-${value}`,
    label: m.setAside[value],
    checked: typed(form, 'stage') === value,
  })),
  reasonField: textField(
    { name: 'reason', label: m.setAside.reason, value: typed(form, 'reason'), multiline: true },
    problems,
    m.app.errorPrefix,
  ),
});
