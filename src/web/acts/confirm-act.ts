import { forRules } from '../../messages/messages.ts';
import type { Confirmation, ConfirmedFact } from '../confirm/confirmation.ts';
import type { Act, ActField, Asking, Values } from './act.ts';

/** What is confirmed before an act is done that cannot be undone at once; undefined for one that can. */
export function confirmationOfAct(act: Act, asking: Asking, values: Values, action: string): Confirmation | undefined {
  if (!act.confirmation) return undefined;
  const m = forRules(asking.m, asking.state.rules);
  const { text, facts = () => [], basis = () => [] } = act.confirmation;
  const { title, yes, consequences, undo } = m.confirm.acts[text];
  const { state } = asking;
  return {
    title,
    yes,
    action,
    facts: [...act.fields.map((field) => filledIn(field, asking, values)), ...facts(asking, values)],
    consequences,
    undo,
    basis: [state.lastOf.get(act.event), ...basis(state)],
  };
}

/** A field with what was filled in, as it was read. */
function filledIn(field: ActField, asking: Asking, values: Values): ConfirmedFact {
  const { m } = asking;
  const term = m.acts.fields[field.name].label;
  switch (field.kind) {
    case 'select':
    case 'choice':
    case 'many': {
      const chosen = values.many(field.name);
      const labels = field
        .options(asking)
        .filter(({ value }) => chosen.includes(value))
        .map(({ label }) => label);
      const all = field.kind === 'select' ? field.all?.(asking) : undefined;
      return { term, value: labels.length === 0 ? (all ?? m.common.none) : m.format.list(labels) };
    }
    case 'text':
      return { term, value: values.one(field.name), typed: true };
    case 'date':
      return { term, value: m.format.date(values.one(field.name)) };
    default:
      return field satisfies never;
  }
}
