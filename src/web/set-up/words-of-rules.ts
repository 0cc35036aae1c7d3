import type { Path } from '../../domain/faults.ts';
import { type Draft, isObject, type Json, valueAt } from '../../domain/set-up/draft.ts';
import type { Messages } from '../../messages/messages.ts';
import { shortened } from '../../messages/sentence.ts';
import { patternOf } from './layout-of-rules.ts';

/** How the parts of rules are called on the pages. */
interface Naming {
  readonly m: Messages;
  readonly draft: Draft;
}

/** The label of a place in the rules. */
export function labelOf(m: Messages, path: Path): string {
  // A name of one's own in a formula says itself what it is.
  if (path.at(-2) === 'constants') return `${m.setUp.field.constants}: ${path.at(-1)}`;
  const pattern = patternOf(path);
  const own = m.setUp.field[pattern];
  if (own !== undefined) return own;
  const key = [...path].reverse().find((one) => typeof one === 'string') ?? '';
  const parent = [...path].reverse().filter((one) => typeof one === 'string')[1];
  return m.setUp.field[`${parent}.${key}`] ?? m.setUp.field[key] ?? String(key);
}

/** The label of something that can be chosen at a place. */
export function valueLabel(m: Messages, path: Path, value: string): string {
  const [key = '', parent = ''] = [...path].reverse().filter((one) => typeof one === 'string');
  const { value: words } = m.setUp;
  return words[`${parent}.${key}:${value}`] ?? words[`${key}:${value}`] ?? words[value] ?? value;
}

/** The name of something in a draft, in Dutch; of a wish the beginning of it. Empty where there is none yet. */
export function nameIn(value: Json | undefined): string {
  if (!isObject(value)) return '';
  const { name, wish } = value;
  if (typeof name === 'string') return name;
  if (isObject(name) && typeof name.nl === 'string') return name.nl;
  return isObject(wish) && typeof wish.nl === 'string' ? shortened(wish.nl) : '';
}

/** What one item of a list is called. */
export const itemLabel = (m: Messages, path: Path): string =>
  m.setUp.item[patternOf(path)] ?? m.setUp.item[String(path.at(-1))] ?? labelOf(m, path);

/** What an item is called: its name, or "Gunningscriterium 2.1" while it has none. */
export const titleOf = ({ m, draft }: Naming, item: Path): string => nameIn(valueAt(draft, item)) || nthOf(m, item);

/** The place of an item in its list, and of what that is in in theirs. */
export const nthOf = (m: Messages, item: Path): string =>
  m.setUp.nth(itemLabel(m, listOf(item)), item.flatMap((key) => (typeof key === 'number' ? [key + 1] : [])).join('.'));

/** "Naam van “Perceel 2”" */
export function whereInWords(m: Messages, draft: Draft, path: Path): string {
  const label = labelOf(m, path);
  const depth = path.findLastIndex((key) => typeof key === 'number');
  return depth < 0 ? label : m.setUp.fieldOf(label, titleOf({ m, draft }, path.slice(0, depth + 1)));
}

/** The list that an item stands in; criteria below others are criteria. */
const listOf = (path: Path): Path =>
  path[0] === 'criteria' && path.at(-2) === 'children' ? ['criteria'] : path.slice(0, -1);

/** What a list belongs to: the last thing above it that has a name of its own; empty for a list of the tender itself. */
export function ownerOf({ m, draft }: Naming, path: Path): string {
  const above = path.slice(0, -1);
  const named = above
    .map((_, depth) => nameIn(valueAt(draft, above.slice(0, depth + 1))))
    .filter((name) => name !== '');
  return named.at(-1) ?? (above.length === 0 ? '' : labelOf(m, above));
}

/** A name within what its list belongs to. */
export const inList = (making: Naming, path: Path, name: string): string => {
  const owner = ownerOf(making, path);
  return owner === '' ? name : `${name} (${owner})`;
};
