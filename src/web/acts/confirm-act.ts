import { type Fact, typedFact } from '../../explanation/blocks.ts';
import type { Confirmation } from '../confirm/confirmation.ts';
import type { Act, ActField, ActKind, Asking, Values } from './act.ts';

/** What is confirmed before an act is done that cannot be undone at once; undefined for one that can. */
export function confirmationOfAct<K extends ActKind>(
  act: Act<K>,
  asking: Asking<K>,
  values: Values<K>,
  action: string,
): Confirmation | undefined {
  if (!act.confirmation) return undefined;
  const { text, facts = () => [], basis = () => [] } = act.confirmation;
  const { title, yes, consequences, undo } = asking.words.confirmations[text as K['text']];
  return {
    title,
    yes,
    action,
    facts: [...act.fields.flatMap((field) => filledIn(field, asking, values)), ...facts(asking, values)],
    consequences,
    undo,
    basis: [asking.lastOf(act.event), ...basis(asking.state)],
  };
}

/** A field with what was filled in, as it was read; nothing of one that may be left out and was. */
function filledIn<K extends ActKind>(field: ActField<K>, asking: Asking<K>, values: Values<K>): Fact[] {
  const { m } = asking;
  const name: K['field'] = field.name;
  const term = asking.words.fields[name].label;
  const value = values.given(name);
  switch (field.kind) {
    case 'select':
    case 'choice':
    case 'many': {
      const chosen = values.many(name);
      const labels = field
        .options(asking)
        .filter((one) => chosen.includes(one.value))
        .map(({ label }) => label);
      const all = field.kind === 'select' ? field.all?.(asking) : undefined;
      return [{ term, value: labels.length === 0 ? (all ?? m.common.none) : m.format.list(labels) }];
    }
    case 'text':
      return value === undefined ? [] : [typedFact(m, term, value)];
    case 'date':
      return value === undefined ? [] : [{ term, value: m.format.date(value) }];
    case 'count':
      return value === undefined ? [] : [{ term, value: m.format.grouped(value, 0) }];
    case 'percentage':
      return value === undefined ? [] : [{ term, value: m.common.percentage(m.format.decimal(value)) }];
    default:
      return field satisfies never;
  }
}
