import { readPercentage } from '../../domain/figures.ts';
import { compare, exact } from '../../domain/number.ts';
import { dateText } from '../../domain/text.ts';
import { readDate } from '../forms/date.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed, typedAll } from '../forms/text.ts';
import type { Act, ActField, ActKind, Asking, Values } from './act.ts';

/** Reads what was filled in for an act: only answers that are offered, and texts that may be. */
export function readAct<K extends ActKind>(
  { fields, faults }: Pick<Act<K>, 'fields' | 'faults'>,
  asking: Asking<K>,
  body: FormBody,
): { readonly values: Values<K> } | { readonly problems: readonly FieldProblem[] } {
  const read = new Map<string, readonly string[]>();
  const problems = fields.flatMap((field) => {
    const { value, problem } = readField(field, asking, body);
    read.set(field.name, value);
    return problem === undefined ? [] : [{ field: firstIdOf(field), text: problem }];
  });
  if (problems.length > 0) return { problems };
  const all = (name: K['field']): readonly string[] => read.get(name) ?? [];
  const values: Values<K> = {
    one: (name) => all(name)[0] ?? '',
    many: all,
    given: (name) => all(name)[0] || undefined,
  };
  const together = faults?.(values, asking) ?? [];
  return together.length > 0 ? { problems: together } : { values };
}

interface ReadField {
  readonly value: readonly string[];
  readonly problem?: string | undefined;
}

function readField<K extends ActKind>(field: ActField<K>, asking: Asking<K>, body: FormBody): ReadField {
  const { m } = asking;
  const t = m.acts;
  const name: K['field'] = field.name;
  const { label } = asking.words.fields[name];
  const text = typed(body, name);
  if ('optional' in field && field.optional && text === '') return { value: [] };
  switch (field.kind) {
    case 'select':
    case 'choice': {
      const offered = field.options(asking).some(({ value }) => value === text);
      const leftOut = text === '' && field.kind === 'select' && field.all !== undefined;
      return offered || leftOut ? { value: [text] } : { value: [], problem: t.chooseMissing(label) };
    }
    case 'many': {
      const offered = field.options(asking).map(({ value }) => value);
      const chosen = typedAll(body, name).filter((one) => offered.includes(one));
      return chosen.length > 0 ? { value: chosen } : { value: [], problem: t.chooseMissing(label) };
    }
    case 'text': {
      const problem = text === '' ? t.textMissing(label) : textProblem(m, text, label, field.most, field.lines);
      return { value: [text], problem };
    }
    case 'date': {
      const date = readDate(text);
      return dateText.safeParse(date).success ? { value: [date] } : { value: [], problem: t.dateWrong(label) };
    }
    case 'count':
      return COUNT.test(text) ? { value: [String(Number(text))] } : { value: [], problem: t.countWrong(label) };
    case 'percentage': {
      const read = readPercentage(asTyped(body, name));
      return read !== undefined && compare(exact(read), MOST_PERCENT) <= 0
        ? { value: [read] }
        : { value: [], problem: t.percentageWrong(label) };
    }
    default:
      return field satisfies never;
  }
}

const COUNT = /^\d{1,6}$/;
const MOST_PERCENT = exact('100');

/** Where an error about a field leads to: the first of its answers, or the field itself. */
const firstIdOf = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  kind === 'choice' || kind === 'many' ? answerId(name, 0) : name;

/** The first answer has the id of the field. */
export const answerId = (name: string, place: number): string => (place === 0 ? name : `${name}-${place + 1}`);
