import type { Remedy } from '../domain/remedy.ts';

/** The words for one kind of remedy. Typed as a method, so that the text of any kind can be asked for the remedy of that kind. */
export type MendText<K extends Remedy['kind']> = { text(remedy: Extract<Remedy, { kind: K }>): string }['text'];

/** A text for every kind of remedy; one that is missing does not compile. */
export type MendTexts = { readonly [K in Remedy['kind']]: MendText<K> };

export function mendInWords(texts: MendTexts, remedy: Remedy): string {
  const text: MendText<Remedy['kind']> = texts[remedy.kind];
  return text(remedy);
}

/** The first of many values; a list of hundreds helps nobody. */
export const someOf = (values: readonly string[]): string =>
  values.length <= SHOWN ? values.join(', ') : `${values.slice(0, SHOWN).join(', ')}, …`;
const SHOWN = 20;
