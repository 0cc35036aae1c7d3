/** A name of somebody or something inside a sentence: “Zorg B.V.”. */
export const quote = (name: string): string => `“${name}”`;

/** The beginning of a text that stands for the whole of it, to its last whole word: "De ondersteuning zonder …". */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trim()} …`;
}
const LONGEST = 80;

/** The text as a sentence: it ends with exactly one mark, also after "B.V."; a mark inside a quotation is not that of the sentence. */
export function sentence(text: string): string {
  const whole = text.trim();
  return whole === '' || ENDED.test(whole) ? whole : `${whole}.`;
}
const ENDED = /[.!?…]\)?$/;

/** The same for a text that may end with what somebody wrote: the mark that stands in that quotation is enough. */
export const sentenceOf = (text: string): string => (/[.!?…]”$/.test(text) ? text : sentence(text));

/** Several texts as one paragraph, each a sentence. */
export const sentences = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text.trim() !== '')
    .map(sentence)
    .join(' ');

/** What belongs to what, in one line: "Noord: Zorg B.V.; Zuid: Thuis in de Wijk". */
export const pairs = (items: readonly (readonly [name: string, value: string])[]): string =>
  items.length === 0 ? '–' : items.map(([name, value]) => `${name}: ${value}`).join('; ');
