import type { Path } from '../../domain/faults.ts';
import {
  type Draft,
  isList,
  isObject,
  type Json,
  pathOf,
  sameJson,
  valueAt,
  withValue,
} from '../../domain/set-up/draft.ts';
import { fieldAt } from '../../domain/set-up/read-draft.ts';
import { namedAt } from '../../domain/set-up/references.ts';
import { type FieldShape, isLeaf, type LeafShape, type Shape, shapeMeant } from '../../domain/set-up/shape.ts';
import { switchedTo } from '../../domain/set-up/variant.ts';
import { enterText } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';
import { asTyped, type FormBody, typedAll } from '../forms/text.ts';
import { readEnglish, readLeaf, type Writing, writeEnglish, writeLeaf } from './draft-field.ts';
import { BOXES, ENGLISH } from './form-node.ts';
import { isMadeByUs } from './layout-of-rules.ts';
import { valueLabel } from './words-of-rules.ts';

/** A field that somebody else changed to something else since the page was asked for; `path` is null where what it belongs to is gone. */
export interface Conflict {
  readonly name: string;
  readonly typed: string;
  readonly path: Path | null;
}

export interface FormRead {
  /** As it stands, with everything that was changed in the form and by nobody else meanwhile. */
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
}

/** A field of a form, and what was sent for it. */
interface Sent {
  readonly name: string;
  readonly path: Path;
  readonly field: FieldShape;
  readonly english: boolean;
  readonly values: readonly string[];
}

/**
 * Brings what was changed in a form into a draft. What is right is kept and so is what cannot be read yet; what somebody else changed meanwhile is
 * left to who typed it.
 * @param base the draft that the form was made from @param now the draft as it stands
 */
export function readSetUpForm(m: Messages, base: Draft, now: Draft, body: FormBody, writing: Writing): FormRead {
  let draft = now;
  const conflicts: Conflict[] = [];
  const sent = sentFields(base, body);
  // What a form is told apart by comes last: the other fields are those of how it was.
  for (const one of [
    ...sent.filter((each) => !isVariant(base, each.path)),
    ...sent.filter((each) => isVariant(base, each.path)),
  ]) {
    const before = valueAt(base, one.path);
    const value = valueSent(m, one, before, writing);
    if (value === 'unchanged') continue;
    const path = pathOf(now, one.name.replace(ENGLISH, ''));
    const standing = path && valueAt(now, path);
    if (path === undefined || (path.length > 1 && valueAt(now, path.slice(0, -1)) === undefined)) {
      conflicts.push({ name: one.name, typed: one.values.join(', '), path: null });
    } else if (!sameJson(standing, before) && !sameJson(standing, value)) {
      conflicts.push({ name: one.name, typed: one.values.join(', '), path });
    } else {
      draft =
        isVariant(draft, path) && typeof value === 'string'
          ? switchedTo(draft, path, value)
          : withValue(draft, path, value);
    }
  }
  return { draft, conflicts };
}

function sentFields(base: Draft, body: FormBody): Sent[] {
  const boxes = typedAll(body, BOXES);
  const names = new Set([...Object.keys(body), ...boxes]);
  return [...names].flatMap((name): Sent[] => {
    const english = name.startsWith(ENGLISH);
    const path = pathOf(base, english ? name.slice(ENGLISH.length) : name);
    const field = path && path.length > 0 ? fieldAt(path, base) : undefined;
    if (!path || !field || isMadeByUs(path)) return [];
    const shape = shapeMeant(field.shape, valueAt(base, path));
    if (!isLeaf(shape) && shape.kind !== 'list') return [];
    return [
      { name, path, field, english, values: boxes.includes(name) ? typedAll(body, name) : [asTyped(body, name)] },
    ];
  });
}

/** Whether a field is what its group is told apart by. */
function isVariant(draft: Draft, path: Path): boolean {
  const parent = fieldAt(path.slice(0, -1), draft);
  const shape = parent && shapeMeant(parent.shape, valueAt(draft, path.slice(0, -1)));
  return shape?.kind === 'variants' && shape.by === path.at(-1);
}

/** The value that a field has after it was sent; undefined for one that is empty and may be. */
function valueSent(
  m: Messages,
  { path, field, english, values }: Sent,
  before: Json | undefined,
  writing: Writing,
): Json | undefined | 'unchanged' {
  const shape = shapeMeant(field.shape, before);
  if (shape.kind === 'list') return listSent(shape, path, field, values, before);
  if (!isLeaf(shape)) return 'unchanged';
  const typed = values[0] ?? '';
  if (english) {
    return plain(typed) === plain(writeEnglish(before)) ? 'unchanged' : readEnglish(typed, before);
  }
  const text = wordOf(m, path, shape, typed);
  if (plain(text) === plain(writeLeaf(shape, before, writing))) return 'unchanged';
  return readLeaf(shape, text, before) ?? emptyOf(shape, field);
}

/** Only lists of things to tick are sent as a whole. */
function listSent(
  shape: Extract<Shape, { kind: 'list' }>,
  path: Path,
  { optional }: FieldShape,
  values: readonly string[],
  before: Json | undefined,
): Json | undefined | 'unchanged' {
  const isTicked = shape.item.kind === 'choice' || namedAt([...path, 0]) !== undefined;
  const old = isList(before) ? before : [];
  if (!isTicked) return 'unchanged';
  if (old.length === values.length && old.every((one) => typeof one === 'string' && values.includes(one)))
    return 'unchanged';
  return values.length === 0 && optional ? undefined : [...values];
}

/** A word that stands for a value in the language of who typed it. */
function wordOf(m: Messages, path: Path, leaf: LeafShape, typed: string): string {
  if (leaf.kind !== 'word-or-figure') return typed;
  return (
    leaf.values.find((one) => plain(valueLabel(m, path, one)).toLowerCase() === plain(typed).toLowerCase()) ?? typed
  );
}

const plain = (text: string): string => enterText(text, { lines: 'many' }).text;

function emptyOf(leaf: LeafShape, { optional, nullable }: FieldShape): Json | undefined {
  if (nullable) return null;
  if (optional) return undefined;
  return leaf.kind === 'name' || leaf.kind === 'text' ? { nl: '', en: '' } : '';
}

/** What stands in a field now, for who typed something else. */
export function standsNow(now: Draft, path: Path, writing: Writing): string {
  const value = valueAt(now, path);
  const field = fieldAt(path, now);
  const shape = field && shapeMeant(field.shape, value);
  if (shape && isLeaf(shape)) return writeLeaf(shape, value, writing);
  return isList(value) ? value.filter((one) => typeof one === 'string').join(', ') : isObject(value) ? '…' : '';
}
