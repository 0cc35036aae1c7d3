import type { PlanPayloads } from '../../domain/purchase-plan/events.ts';
import { type PlanState, standing } from '../../domain/purchase-plan/state.ts';
import { typedFact } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';

/** The plan as it will be on record as adopted. */
export function confirmationOfAdoption(
  m: Messages,
  state: Readonly<PlanState>,
  { on, by, document }: PlanPayloads['plan-adopted'],
): Confirmation {
  const t = m.planPages.confirmAdoption;
  const count = (type: Parameters<typeof standing>[1]): number => standing(state, type).length;
  return {
    title: t.title,
    yes: t.yes,
    action: `/plans/${state.dossier}/adoption`,
    facts: [
      { term: m.confirm.terms.title, value: state.title },
      { term: t.planned, value: t.counts(count('service-planned'), count('phase-planned'), count('moment-planned')) },
      { term: m.purchasePlan.adoptedOn, value: m.format.date(on) },
      typedFact(m, m.purchasePlan.adoptedBy, by),
      ...(document === null ? [] : [typedFact(m, m.purchasePlan.document, document)]),
    ],
    consequences: t.consequences,
    undo: t.undo,
    basis: [state.changedVersion],
  };
}
