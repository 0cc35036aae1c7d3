import type { Path } from '../faults.ts';
import { type Draft, isList, isObject, type Json, unreadIn, valueAt, withValue } from './draft.ts';
import { emptied } from './edit.ts';
import { placeholder } from './placeholder.ts';
import { fieldAt } from './read-draft.ts';
import { type Shape, shapeMeant } from './shape.ts';

/**
 * Makes a group into another of its kind: a price by another method, points by another formula. What the other has as well stays as it is, where
 * it can be there.
 * @param path of the key that they are told apart by @param name of the other
 */
export function switchedTo(draft: Draft, path: Path, name: string): Draft {
  const parent = path.slice(0, -1);
  const before = valueAt(draft, parent);
  const field = fieldAt(parent, draft);
  const shape = field && shapeMeant(field.shape, before);
  if (shape?.kind !== 'variants' || !shape.names.includes(name)) return draft;
  const group = shape.of(name);
  const fresh = emptied(group, placeholder(group));
  if (!isObject(fresh) || group.kind !== 'group') return draft;
  const kept = isObject(before) ? Object.entries(before).filter(([key]) => key !== shape.by && group.at(key)) : [];
  const fitting = kept.filter(([key, value]) => fits(group.at(key)!.shape, value));
  return withValue(draft, parent, { ...fresh, ...Object.fromEntries(fitting) } as Json);
}

/** Whether a value can stand where this is asked; what was typed and cannot be read may stand anywhere. */
function fits(shape: Shape, value: Json): boolean {
  if (unreadIn(value) !== undefined || value === '') return true;
  const meant = shapeMeant(shape, value);
  switch (meant.kind) {
    case 'group':
    case 'figures':
    case 'name':
    case 'text':
      return isObject(value);
    case 'variants': {
      const name = valueAt(value, [meant.by]);
      return typeof name === 'string' && meant.names.includes(name);
    }
    case 'list':
      return isList(value);
    case 'decimal':
    case 'signed':
    case 'weight':
      return typeof value === 'string' && /^-?\d/.test(value);
    case 'word-or-figure':
      return typeof value === 'string' && (/^\d/.test(value) || meant.values.includes(value));
    case 'choice':
      return typeof value === 'string' && meant.values.includes(value);
    case 'integer':
      return typeof value === 'number';
    case 'yes':
    case 'flag':
      return typeof value === 'boolean';
    case 'line':
    case 'date':
    case 'id':
      return typeof value === 'string';
    default:
      return meant satisfies never;
  }
}
