/** A name of somebody or something inside a sentence: “Zorg B.V.”. */
export const quote = (name: string): string => `“${name}”`;

/** The text as a sentence: it ends with exactly one mark, also after "B.V."; a mark inside a quotation is not that of the sentence. */
export function sentence(text: string): string {
  const whole = text.trim();
  return whole === '' || ENDED.test(whole) ? whole : `${whole}.`;
}
const ENDED = /[.!?…]\)?$/;

/** Several texts as one paragraph, each a sentence. */
export const sentences = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text.trim() !== '')
    .map(sentence)
    .join(' ');

/** What belongs to what, in one line: "Noord: Zorg B.V.; Zuid: Thuis in de Wijk". */
export const pairs = (items: readonly (readonly [name: string, value: string])[]): string =>
  items.length === 0 ? '–' : items.map(([name, value]) => `${name}: ${value}`).join('; ');
