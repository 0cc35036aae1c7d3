import { readAmount, readDecimal, writeAmount } from '../../domain/figures.ts';
import { isObject, type Json, unreadIn } from '../../domain/set-up/draft.ts';
import type { LeafShape } from '../../domain/set-up/shape.ts';
import { dateText, enterText } from '../../domain/text.ts';
import { readDate } from '../forms/date.ts';
import { readOwnFigures, writeOwnFigures } from './own-figures.ts';

/** How figures and dates are written by who reads the page. */
export interface Writing {
  readonly decimalComma: boolean;
  readonly date: (iso: string) => string;
}

/** What stands in a field that is ticked, and in one of yes and no. */
export const TICKED = 'yes';
const [YES, NO] = ['yes', 'no'];

/** A value of a draft as it stands in its field. A text in two languages stands there in Dutch; see {@link writeEnglish}. */
export function writeLeaf(leaf: LeafShape, value: Json | undefined, { decimalComma, date }: Writing): string {
  if (leaf.kind === 'figures' && value !== undefined) {
    return writeOwnFigures(value, (figure) => writeFigure(figure, decimalComma));
  }
  const unread = unreadIn(value);
  if (unread !== undefined) return unread;
  if (value === undefined || value === null) return '';
  switch (leaf.kind) {
    case 'name':
    case 'text':
      return isObject(value) && typeof value.nl === 'string' ? value.nl : '';
    case 'decimal':
    case 'signed':
    case 'weight':
    case 'word-or-figure':
      return typeof value === 'string' ? writeFigure(value, decimalComma) : '';
    case 'date':
      return dateText.safeParse(value).success ? date(String(value)) : String(value);
    case 'integer':
      return String(value);
    case 'yes':
      return value === true ? TICKED : '';
    case 'flag':
      return value === true ? YES! : NO!;
    case 'figures':
    case 'line':
    case 'id':
    case 'choice':
      return typeof value === 'string' ? value : '';
    default:
      return leaf satisfies never;
  }
}

/** The English of a text in two languages; empty where it is the Dutch. */
export const writeEnglish = (value: Json | undefined): string =>
  isObject(value) && typeof value.en === 'string' && value.en !== value.nl ? value.en : '';

/**
 * What was typed in a field, as a value of the draft. What cannot be read is kept as it was typed; writing and reading a value changes nothing.
 * @param before the value that the field had
 * @returns undefined for an empty field
 */
export function readLeaf(leaf: LeafShape, typed: string, before: Json | undefined): Json | undefined {
  const text = enterText(typed, { lines: 'many' }).text;
  if (text === '') return undefined;
  switch (leaf.kind) {
    case 'name':
    case 'text':
      return { nl: text, en: writeEnglish(before) || text };
    case 'decimal':
      return readFigure(text) ?? { typed: text };
    case 'signed':
      return readSigned(text) ?? { typed: text };
    case 'weight':
      return FRACTION.test(text) ? text.replace(/\s/g, '') : (readFigure(text) ?? { typed: text });
    case 'word-or-figure':
      return leaf.values.includes(text) ? text : (readFigure(text) ?? { typed: text });
    case 'date': {
      const date = readDate(text);
      return dateText.safeParse(date).success ? date : { typed: text };
    }
    case 'integer': {
      const figure = readDecimal(text);
      return figure !== undefined && /^\d{1,9}$/.test(figure) ? Number(figure) : { typed: text };
    }
    case 'figures':
      return readOwnFigures(text, readSigned);
    case 'yes':
      return text === TICKED ? true : undefined;
    case 'flag':
      return text === YES;
    case 'line':
    case 'id':
    case 'choice':
      return text;
    default:
      return leaf satisfies never;
  }
}

/** The English of a text, with the Dutch that it goes with. */
export const readEnglish = (typed: string, before: Json | undefined): Json | undefined => {
  if (!isObject(before) || typeof before.nl !== 'string') return before;
  const text = enterText(typed, { lines: 'many' }).text;
  return { nl: before.nl, en: text === '' ? before.nl : text };
};

const FRACTION = /^\d{1,24}\s*\/\s*[1-9]\d{0,23}$/;
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;

/** A figure as files write it is written as people do; anything else stands there as it is. */
function writeFigure(value: string, decimalComma: boolean): string {
  if (!DECIMAL.test(value)) return value;
  return value.startsWith('-') ? `-${writeAmount(value.slice(1), decimalComma)}` : writeAmount(value, decimalComma);
}

/** "1.250.000,50" and "22,5 %"; a point or comma that can stand for thousands and for decimals is not read. */
function readFigure(text: string): string | undefined {
  const read = readAmount(text.replace(/ ?%$/, ''));
  return typeof read === 'object' ? read.figure : undefined;
}

/** A figure that may be below zero. */
export function readSigned(text: string): string | undefined {
  const [, sign, rest] = /^([-−–]?) ?(.*)$/s.exec(text)!;
  const figure = readFigure(rest!);
  return figure === undefined ? undefined : sign === '' ? figure : `-${figure}`;
}
