import type { Path } from '../../domain/faults.ts';
import { tenderRules } from '../../domain/rules/rules.ts';
import { type Difference, differencesOf } from '../../domain/set-up/differences.ts';
import { type Draft, isList, isObject, valueAt } from '../../domain/set-up/draft.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { nameables, namedAt } from '../../domain/set-up/references.ts';
import { isLeaf, type LeafShape, shapeMeant } from '../../domain/set-up/shape.ts';
import type { Cell, TableBlock } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Writing, writeEnglish, writeLeaf } from './draft-field.ts';
import { isMadeByUs } from './layout-of-rules.ts';
import { itemLabel, labelOf, nameIn, titleOf, valueLabel, whereInWords } from './words-of-rules.ts';

/** One version of rules, and how it is put into words. */
interface Saying {
  readonly m: Messages;
  readonly draft: Draft;
  readonly writing: Writing;
}

/** What people see changed, in the order of the rules: not what is ours, such as the number of the version. */
const shownDifferences = (before: Draft, after: Draft): Difference[] =>
  differencesOf(before, after)
    .filter(({ path }) => !isMadeByUs(path))
    .sort((one, other) => PARTS.indexOf(String(one.path[0])) - PARTS.indexOf(String(other.path[0])));
const PARTS = Object.keys(tenderRules.shape);

/**
 * Two versions of rules side by side: a row for each thing in which they differ; none where they do not.
 * @param heads what the two versions are called
 */
export function differencesTable(
  m: Messages,
  writing: Writing,
  [before, after]: readonly [Draft, Draft],
  heads: readonly [was: string, is: string],
): TableBlock[] {
  const t = m.amendments;
  const found = shownDifferences(before, after);
  if (found.length === 0) return [];
  const column = (header: string) => ({ header, align: 'start', width: 3, prose: true }) as const;
  const [was, is] = [
    { m, draft: before, writing },
    { m, draft: after, writing },
  ];
  return [
    {
      kind: 'table',
      caption: t.caption(found.length),
      columns: [{ header: t.where, align: 'start', width: 2 }, column(heads[0]), column(heads[1])],
      stacks: true,
      rows: found.map((one) => {
        const moved = one.moved ?? false;
        return [
          { text: where(one.is === undefined ? was : is, one) },
          saidAt(was, one.from, one.was, moved),
          saidAt(is, one.path, one.is, moved),
        ];
      }),
    },
  ];
}

/** "Wegingsfactor van “Continuïteit”", or the thing as a whole. */
function where({ m, draft }: Saying, { path, moved }: Difference): string {
  if (moved) return m.amendments.orderOf(labelOf(m, path));
  if (typeof path.at(-1) !== 'number') return whereInWords(m, draft, path);
  return m.amendments.item(itemLabel(m, path.slice(0, -1)), titleOf({ m, draft }, path));
}

function saidAt(saying: Saying, path: Path, value: unknown, moved: boolean): Cell {
  const { nothing } = saying.m.amendments;
  if (value === undefined) return { text: nothing };
  const [first = nothing, ...notes] = moved ? titlesIn(saying, path) : linesAt(saying, path);
  return { text: first, ...(notes.length === 0 ? {} : { notes }) };
}

const titlesIn = ({ m, draft }: Saying, path: Path): string[] => {
  const list = valueAt(draft, path);
  return isList(list) ? list.map((_, place) => titleOf({ m, draft }, [...path, place])) : [];
};

/** Everything that stands at a place, a line for each thing. */
function linesAt(saying: Saying, path: Path): string[] {
  const { m, draft } = saying;
  const value = valueAt(draft, path);
  if (value === undefined || value === null) return [];
  const field = fieldAt(path, draft);
  const shape = field && shapeMeant(field.shape, value);
  if (shape && isLeaf(shape)) return leafLines(saying, path, shape);
  if (isList(value)) {
    const items = value.map((_, place) => linesAt(saying, [...path, place]));
    // Names of things stand in one line.
    if (items.every(({ length }) => length <= 1)) return items.length === 0 ? [] : [m.format.list(items.flat())];
    return items.flatMap((lines, place) => under(titleOf({ m, draft }, [...path, place]), lines));
  }
  if (!isObject(value)) return [String(value)];
  return Object.keys(value).flatMap((key) => {
    const inside = [...path, key];
    return isMadeByUs(inside) ? [] : under(labelOf(m, inside), linesAt(saying, inside));
  });
}

const under = (label: string, lines: readonly string[]): string[] => {
  if (lines.length === 0) return [];
  return lines.length === 1 ? [`${label}: ${lines[0]}`] : lines.map((line) => `${label}, ${line}`);
};

function leafLines({ m, draft, writing }: Saying, path: Path, leaf: LeafShape): string[] {
  const value = valueAt(draft, path);
  const written = writeLeaf(leaf, value, writing);
  switch (leaf.kind) {
    case 'name':
    case 'text': {
      const english = writeEnglish(value);
      return [written, ...(english === '' ? [] : [m.amendments.inEnglish(english)])];
    }
    case 'id': {
      const named = namedAt(path);
      const found = named && nameables(draft, named).find(({ id }) => id === value);
      return [found ? nameIn(found.value) : written];
    }
    case 'choice':
      return [valueLabel(m, path, written)];
    case 'word-or-figure':
      return [leaf.values.includes(written) ? valueLabel(m, path, written) : written];
    case 'yes':
    case 'flag':
      return [value === true ? m.common.yes : m.common.no];
    case 'figures':
      return written.split('\n');
    case 'line':
    case 'decimal':
    case 'signed':
    case 'weight':
    case 'date':
    case 'integer':
      return [written];
    default:
      return leaf satisfies never;
  }
}
