import { enterText } from './text.ts';

/**
 * Figures as people write them, in both languages, and as they come along from a spreadsheet or a letter. Exactly one figure is read: two of
 * them, or two parts with a tab, a line break or something invisible between them, are never glued together. Files have decimal text.
 */
export type ReadFigure = { readonly figure: string } | 'ambiguous' | undefined;

/**
 * Reads an amount in euro of zero or more, with at most six decimals: "125000", "€ 125.000,50", "125 000,50", "125,000.50", "EUR 5", "100.000,-".
 * A price of "-,50" is none: to another reader it is below zero.
 * @param raw as it was typed
 * @returns decimal text with a point; `ambiguous` where a point or comma can stand for thousands and for decimals; undefined for no amount
 */
export function readAmount(raw: string): ReadFigure {
  const text = oneFigure(raw);
  if (text === undefined) return undefined;
  const [, before, amount, after] = CURRENCY.exec(text)!;
  if (before && after) return undefined;
  const whole = WHOLE_EUROS.exec(amount!);
  return whole ? readWhole(whole[1]!, whole[2]!) : readGrouped(amount!);
}

/** As {@link readAmount}, of what is not in euro: weeks, pieces. */
export function readQuantity(raw: string): ReadFigure {
  const text = oneFigure(raw);
  return text === undefined ? undefined : readGrouped(text);
}

/** Reads a number without thousands, such as a score or a weight: "7,50" is "7.5". @returns the shortest decimal text, or undefined */
export function readDecimal(raw: string): string | undefined {
  const text = oneFigure(raw);
  return text !== undefined && DECIMAL.test(text) ? shortest(text.replace(',', '.')) : undefined;
}

/** As {@link readDecimal}, with or without its sign: "22,5 %". */
export const readPercentage = (raw: string): string | undefined =>
  readDecimal(raw.replace(/[ \u00a0\u202f]?%[ \r\n]*$/, ''));

/** Decimal text without zeros that say nothing: "07.50" is "7.5". */
export const shortest = (decimal: string): string =>
  decimal
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/** An amount as it stands in a field: what {@link readAmount} reads as the same amount. @param amount decimal text with a point */
export function writeAmount(amount: string, decimalComma: boolean): string {
  // Three decimals would be read as thousands.
  const padded = EITHER.test(amount) ? `${amount}0` : amount;
  return decimalComma ? padded.replace('.', ',') : padded;
}

const DECIMAL = /^\d{1,12}([.,]\d{1,6})?$/;
const CURRENCY = /^((?:€|eur|euro) ?)?(.*?)( ?(?:€|eur|euro))?$/i;
/** "100.000,-": no cents. */
const WHOLE_EUROS = /^(.*)([.,])(?:-{1,2}|[–—=])$/;
const PLAIN = /^\d{1,12}$/;
const SPACED = /^\d{1,3}( \d{3}){1,3}([.,]\d{1,6})?$/;
const WITH_POINT = /^(\d{1,12}|\d{1,3}(,\d{3}){1,3})\.\d{1,6}$/;
const WITH_COMMA = /^(\d{1,12}|\d{1,3}(\.\d{3}){1,3}),\d{1,6}$/;
const GROUPS = /^\d{1,3}(([.,])\d{3})(\2\d{3}){1,2}$/;
/** "125.000" is a hundred and twenty-five thousand to one reader, and a hundred and twenty-five to another; so is the end of "1 125.000". */
const EITHER = /^([1-9]\d{0,2}|\d{1,3}( \d{3})+)[.,]\d{3}$/;

/** The text of a field that holds one figure at most; undefined when something separates parts of it that no figure has inside. */
function oneFigure(raw: string): string | undefined {
  if (raw.includes('\t') || /\d\p{Cf}+\d/u.test(raw)) return undefined;
  const { text, refused } = enterText(raw, { lines: 'one' });
  return refused.length === 0 ? text : undefined;
}

function readWhole(whole: string, decimalSign: string): ReadFigure {
  const thousands = decimalSign === ',' ? /^\d{1,3}([. ])\d{3}(\1\d{3}){0,2}$/ : /^\d{1,3}([, ])\d{3}(\1\d{3}){0,2}$/;
  return PLAIN.test(whole) || thousands.test(whole) ? { figure: whole.replace(/[., ]/g, '') } : undefined;
}

function readGrouped(text: string): ReadFigure {
  if (EITHER.test(text)) return 'ambiguous';
  if (PLAIN.test(text)) return { figure: text };
  if (SPACED.test(text)) return { figure: text.replaceAll(' ', '').replace(',', '.') };
  if (WITH_POINT.test(text)) return { figure: text.replaceAll(',', '') };
  if (WITH_COMMA.test(text)) return { figure: text.replaceAll('.', '').replace(',', '.') };
  return GROUPS.test(text) ? { figure: text.replace(/[.,]/g, '') } : undefined;
}
