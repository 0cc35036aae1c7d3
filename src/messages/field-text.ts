import type { Path } from '../domain/faults.ts';

/** What a language needs to name a place in a file. */
export interface FieldTexts {
  readonly whole: string;
  /** The place of an item in a list, counted from 1. */
  readonly part: (place: number) => string;
  /** A field by what it means, with its key as the file has it. */
  readonly field: (key: string) => string;
  readonly where: (place: string) => string;
}

/** A path in words: "criteria, part 2, children, part 1: weight". The keys on the way are as the file has them. */
export function placeInWords(texts: FieldTexts, path: Path): string {
  if (path.length === 0) return texts.whole;
  const last = path[path.length - 1]!;
  const named = path.map((key) => (typeof key === 'number' ? texts.part(key + 1) : key));
  if (typeof last === 'number') return named.join(', ');
  const before = named.slice(0, -1).join(', ');
  return before === '' ? texts.field(last) : `${before}: ${texts.field(last)}`;
}

/** A path that was stored as one text: "criteria.1.children.0.weight"; "." for the whole. */
export const placeOfText = (texts: FieldTexts, path: string): string =>
  placeInWords(texts, path === '.' ? [] : path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)));
