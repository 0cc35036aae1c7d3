import type { Json } from './draft.ts';
import { type Shape, shapeMeant } from './shape.ts';

/** What stands where nobody has filled in anything; in a list with its place, so that no two are the same. */
export const NOT_YET = '…';

/**
 * A value of a shape with what it must have and nothing else: what a form begins with, and what stands for a field that cannot be read.
 * @param place in its list, for ids and figures that must differ
 */
export function placeholder(shape: Shape, place = 0): Json {
  const meant = shapeMeant(shape, undefined);
  switch (meant.kind) {
    case 'name':
    case 'text':
      return { nl: NOT_YET, en: NOT_YET };
    case 'line':
      return NOT_YET;
    case 'decimal':
    case 'signed':
    case 'weight':
      return String(place);
    case 'date':
      return '2100-01-01';
    case 'id':
      return `x-${place}`;
    case 'yes':
    case 'flag':
      return true;
    case 'integer':
      return meant.least;
    case 'choice':
    case 'word-or-figure':
      return meant.values[0]!;
    case 'group':
      return Object.fromEntries(
        meant.keys.flatMap((key): [string, Json][] => {
          const { shape: inner, optional, nullable } = meant.at(key)!;
          if (optional) return [];
          return [[key, nullable ? null : placeholder(inner, place)]];
        }),
      );
    case 'list':
      return Array.from({ length: meant.least }, (_, item) => placeholder(meant.item, item));
    case 'variants':
      return placeholder(meant.of(meant.names[0]!), place);
    case 'figures':
      return {};
    default:
      return meant satisfies never;
  }
}
