import type { PlanState } from '../../domain/purchase-plan/state.ts';
import type { Messages } from '../../messages/messages.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { fieldsOf, type PlanFormModel } from './plan-form.ts';

/** The forms of what is done with a plan as a whole. */

const frame = (m: Messages, { dossier }: Readonly<PlanState>) => ({
  hidden: [],
  more: null,
  backHref: `/plans/${dossier}`,
  back: m.planPages.actions.back,
});

/** A form that asks for a reason and nothing else. */
export const reasonFormModel = (
  m: Messages,
  state: Readonly<PlanState>,
  body: FormBody,
  problems: readonly FieldProblem[],
  said: Pick<PlanFormModel, 'title' | 'lead' | 'action' | 'button'>,
): PlanFormModel => ({
  ...frame(m, state),
  ...said,
  groups: [
    {
      legend: null,
      fields: [
        fieldsOf(m, body, problems).text('reason', m.planPages.forms.reasonOnly, { multiline: true, asks: 'required' }),
      ],
    },
  ],
});

/** On which day, by whom and in which decision the plan was adopted. */
export function adoptionFormModel(
  m: Messages,
  state: Readonly<PlanState>,
  body: FormBody,
  problems: readonly FieldProblem[],
): PlanFormModel {
  const f = m.planPages.forms;
  const fields = fieldsOf(m, body, problems);
  return {
    ...frame(m, state),
    title: m.planPages.actions.adopt,
    lead: f.adoptLead,
    action: `/plans/${state.dossier}/adoption`,
    button: m.planPages.actions.adopt,
    groups: [
      {
        legend: null,
        fields: [
          fields.text('on', f.on, { hint: f.dateHint, asks: 'required' }),
          fields.text('by', f.by, { hint: f.byHint, asks: 'required' }),
          fields.text('document', f.document, { asks: 'optional' }),
        ],
      },
    ],
  };
}

/** @param colleagues who can lead the plan, by id and name */
export function officerFormModel(
  m: Messages,
  state: Readonly<PlanState>,
  colleagues: readonly (readonly [id: string, name: string])[],
  body: FormBody,
  problems: readonly FieldProblem[],
): PlanFormModel {
  const f = m.planPages.forms;
  const fields = fieldsOf(m, body, problems);
  return {
    ...frame(m, state),
    title: m.planPages.actions.officer,
    lead: f.officerLead,
    action: `/plans/${state.dossier}/officer`,
    button: m.planPages.actions.officer,
    groups: [
      {
        legend: null,
        fields: [
          fields.select('officer', f.officer, [['', m.common.none], ...colleagues], null, 'required'),
          fields.text('reason', f.reasonOnly, { multiline: true, asks: 'required' }),
        ],
      },
    ],
  };
}
