import { dateText } from '../../domain/text.ts';
import { readDate } from '../forms/date.ts';
import { type FieldProblem, type FormBody, textProblem, typed, typedAll } from '../forms/text.ts';
import type { Act, ActField, Asking, FieldName, Values } from './act.ts';

/** Reads what was filled in for an act: only answers that are offered, and texts that may be. */
export function readAct(
  { fields }: Act,
  asking: Asking,
  body: FormBody,
): { readonly values: Values } | { readonly problems: readonly FieldProblem[] } {
  const read = new Map<FieldName, readonly string[]>();
  const problems = fields.flatMap((field) => {
    const { value, problem } = readField(field, asking, body);
    read.set(field.name, value);
    return problem === undefined ? [] : [{ field: firstIdOf(field), text: problem }];
  });
  if (problems.length > 0) return { problems };
  const all = (name: FieldName): readonly string[] => read.get(name) ?? [];
  return { values: { one: (name) => all(name)[0] ?? '', many: all, given: (name) => all(name)[0] || undefined } };
}

function readField(
  field: ActField,
  asking: Asking,
  body: FormBody,
): { readonly value: readonly string[]; readonly problem?: string | undefined } {
  const { m } = asking;
  const t = m.acts;
  const { label } = t.fields[field.name];
  const text = typed(body, field.name);
  switch (field.kind) {
    case 'select':
    case 'choice': {
      const offered = field.options(asking).some(({ value }) => value === text);
      const leftOut = text === '' && field.kind === 'select' && field.all !== undefined;
      return offered || leftOut ? { value: [text] } : { value: [], problem: t.chooseMissing(label) };
    }
    case 'many': {
      const offered = field.options(asking).map(({ value }) => value);
      const chosen = typedAll(body, field.name).filter((one) => offered.includes(one));
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
    default:
      return field satisfies never;
  }
}

/** Where an error about a field leads to: the first of its answers, or the field itself. */
const firstIdOf = (field: ActField): string =>
  field.kind === 'choice' || field.kind === 'many' ? answerId(field.name, 0) : field.name;

/** The first answer has the id of the field. */
export const answerId = (name: FieldName, place: number): string => (place === 0 ? name : `${name}-${place + 1}`);
