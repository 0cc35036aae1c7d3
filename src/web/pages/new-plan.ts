import { newestVersions, type RuleSets } from '../../criteria/rule-sets.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody } from '../forms/text.ts';
import { fieldsOf, type PlanFormModel } from './plan-form.ts';

/** What is chosen to begin with nothing. */
export const EMPTY_PLAN = 'empty';

/** The form that begins a purchase plan. @param hidden what goes along with it @param today "2027-03-10": its year is offered */
export function newPlanModel(
  m: Messages,
  { purchasePlans }: Pick<RuleSets, 'purchasePlans'>,
  body: FormBody,
  hidden: PlanFormModel['hidden'],
  problems: readonly FieldProblem[],
  today: string,
): PlanFormModel {
  const t = m.planPages.begin;
  const year = asTyped(body, 'year') || today.slice(0, 4);
  const fields = fieldsOf(m, { example: EMPTY_PLAN, ...body, year }, problems);
  return {
    title: t.title,
    lead: t.lead,
    action: '/plans',
    hidden,
    groups: [
      {
        legend: null,
        fields: [
          fields.text('title', t.name, { hint: t.nameHint, asks: 'required' }),
          fields.text('year', t.year, { inputmode: 'numeric', asks: 'required' }),
          fields.choice('example', t.example, [
            [EMPTY_PLAN, t.empty],
            ...newestVersions(purchasePlans).map(
              ([key, { rules }]): [string, string] => [key, inLanguage(rules.title, m)],
              'required',
            ),
          ]),
        ],
      },
    ],
    more: null,
    button: t.submit,
    backHref: '/plans',
    back: m.planPages.list,
  };
}
