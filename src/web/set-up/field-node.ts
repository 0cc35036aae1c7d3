import type { Path } from '../../domain/faults.ts';
import { isList, isObject, type Json, nameOf, valueAt } from '../../domain/set-up/draft.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { type Named, nameables, namedAt } from '../../domain/set-up/references.ts';
import type { LeafShape, Shape } from '../../domain/set-up/shape.ts';
import { choiceField, selectField, type TextField, textField } from '../pages/fields.ts';
import { TICKED, writeEnglish, writeLeaf } from './draft-field.ts';
import { ENGLISH, type FieldNode, type Making } from './form-node.ts';
import { patternOf } from './layout-of-rules.ts';
import { labelOf, nameIn, valueLabel } from './words-of-rules.ts';

/** One field of a form, for what stands at one place in the rules. */
export function leafNode(making: Making, path: Path, leaf: LeafShape, optional: boolean): FieldNode {
  const { m, draft, writing, problems } = making;
  const name = nameOf(draft, path);
  const value = valueAt(draft, path);
  const own = labelOf(m, path);
  const label = making.about === undefined ? own : m.setUp.fieldOf(own, making.about);
  const words = m.app;
  const written = making.typed.get(name) ?? writeLeaf(leaf, value, writing);
  const named = leaf.kind === 'id' ? namedAt(path) : undefined;
  if (named !== undefined) {
    const options = [
      { value: '', label: m.setUp.choose, selected: written === '' },
      ...nameablesInWords(making, named).map(({ id, text }) => ({ value: id, label: text, selected: written === id })),
    ];
    return { kind: 'select', field: selectField({ name, label, options, asks: 'open' }, problems, words) };
  }
  switch (leaf.kind) {
    case 'choice': {
      const none =
        optional || written === '' ? [{ value: '', label: m.setUp.notChosen, selected: written === '' }] : [];
      const options = leaf.values.map((one) => ({
        value: one,
        label: valueLabel(m, path, one),
        selected: written === one,
      }));
      return {
        kind: 'select',
        field: selectField(
          {
            name,
            label,
            options: [...none, ...options],
            asks: 'open',
            hint: decidesFields(path) ? m.setUp.decidesFields : null,
          },
          problems,
          words,
        ),
      };
    }
    case 'flag': {
      const options = [
        ...(optional || written === '' ? [{ value: '', label: m.setUp.notChosen, selected: written === '' }] : []),
        { value: 'yes', label: m.common.yes, selected: written === 'yes' },
        { value: 'no', label: m.common.no, selected: written === 'no' },
      ];
      return { kind: 'select', field: selectField({ name, label, options, asks: 'open' }, problems, words) };
    }
    case 'yes':
      return {
        kind: 'choices',
        field: choiceField(
          {
            name,
            label,
            asks: 'open',
            many: true,
            choices: [{ id: name, value: TICKED, label: m.common.yes, checked: written === TICKED }],
          },
          problems,
          words,
        ),
      };
    case 'word-or-figure':
    case 'figures':
    case 'name':
    case 'text':
    case 'line':
    case 'decimal':
    case 'signed':
    case 'weight':
    case 'integer':
    case 'date':
    case 'id':
      return { kind: 'text', field: textNode(making, path, leaf, name, label, written) };
    default:
      return leaf satisfies never;
  }
}

/** What is chosen here decides which other fields there are, and they are there once it is kept. */
/** What was chosen of that: which fields a form has hangs on it. */
export function decidedIn(value: Json | undefined, path: Path = ['price']): string {
  if (isList(value)) return value.map((one, place) => decidedIn(one, [...path, place])).join();
  if (!isObject(value)) return '';
  return Object.entries(value)
    .map(([key, one]) => (decidesFields([...path, key]) ? String(one) : decidedIn(one, [...path, key])))
    .join();
}

const decidesFields = (path: Path): boolean => path[0] === 'price' && ['method', 'kind'].includes(String(path.at(-1)));

const FIGURES: readonly LeafShape['kind'][] = ['decimal', 'signed', 'weight', 'integer'];

function textNode(
  { m, problems }: Making,
  path: Path,
  leaf: LeafShape,
  name: string,
  label: string,
  value: string,
): TextField {
  const isLong = leaf.kind === 'text' || leaf.kind === 'figures' || (leaf.kind === 'line' && leaf.lines === 'many');
  const words = leaf.kind === 'word-or-figure' ? leaf.values.map((one) => valueLabel(m, path, one)) : [];
  const word = leaf.kind === 'word-or-figure' && leaf.values.includes(value) ? valueLabel(m, path, value) : value;
  return textField(
    {
      name,
      label,
      asks: 'open',
      value: word,
      multiline: isLong,
      inputmode: FIGURES.includes(leaf.kind) ? 'decimal' : null,
      hint: words.length > 0 ? m.setUp.orAmount(words) : leaf.kind === 'figures' ? m.setUp.ownFigures : null,
    },
    problems,
    m.app,
  );
}

/** Things to tick, for a list of names in no order. */
export function checksNode(making: Making, path: Path, item: Shape, list: readonly Json[]): FieldNode {
  const { m, draft, problems } = making;
  const name = nameOf(draft, path);
  const named = namedAt([...path, 0]);
  const things =
    named === undefined && item.kind === 'choice'
      ? item.values.map((id) => ({ id, text: valueLabel(m, path, id) }))
      : named === undefined
        ? []
        : nameablesInWords(making, named);
  // Nothing to tick yet: said, so that nobody looks for it.
  if (things.length === 0) {
    return { kind: 'static', text: m.setUp.nothingToChoose(labelOf(m, path)), figure: false };
  }
  const choices = things.map(({ id, text }, place) => ({
    id: place === 0 ? name : `${name}.${id}`,
    value: id,
    label: text,
    checked: list.includes(id),
  }));
  const field = choiceField({ name, label: labelOf(m, path), many: true, choices, asks: 'open' }, problems, m.app);
  return { kind: 'choices', field };
}

/** Whether a list is one of things to tick, rather than of rows. */
export function isChecks({ draft }: Making, path: Path): boolean {
  const field = fieldAt(path, draft);
  if (field?.shape.kind !== 'list' || isOrdered(path)) return false;
  return field.shape.item.kind === 'choice' || (field.shape.item.kind === 'id' && namedAt([...path, 0]) !== undefined);
}

/** A list of names whose order says something. */
const isOrdered = (path: Path): boolean => patternOf(path) === 'award.lotOrder';

/** What can be named, with its name. */
function nameablesInWords({ draft, m }: Making, named: Named): { id: string; text: string }[] {
  return nameables(draft, named).map(({ id, value }) => ({ id, text: nameIn(value) || m.setUp.unnamed }));
}

/** The English of a text, beside the Dutch. */
export function englishField({ m, problems, draft }: Making, path: Path, label: string, isLong: boolean): TextField {
  const value = writeEnglish(valueAt(draft, path));
  const name = `${ENGLISH}${nameOf(draft, path)}`;
  return textField({ name, label, value, multiline: isLong, asks: 'open' }, problems, m.app);
}
