import { equals, exact, roundHalfUp, toFractionText, truncate } from '../domain/number.ts';
import { decimalsOf } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

/** What figures that are held against each other never need more of. */
const MOST_DECIMALS = 6;

/**
 * How many decimals figures that are held against each other are shown with: as many as were announced, and more only where two that
 * differ would look equal.
 * @param texts exact numbers; @param least the decimals that were announced
 */
export function decimalsApart(texts: readonly string[], least: number): number {
  const values = [...new Set(texts.map((text) => toFractionText(exact(text))))].map(exact);
  const seenApart = (decimals: number): boolean =>
    new Set(values.map((value) => toFractionText(roundHalfUp(value, decimals)))).size === values.length;
  for (let decimals = least; decimals < MOST_DECIMALS; decimals++) if (seenApart(decimals)) return decimals;
  return Math.max(least, MOST_DECIMALS);
}

/** Numbers of one column that were given as they are, such as weights and scores: as many decimals as the one that has most. */
export function givenColumn(m: Messages, texts: readonly string[]): string[] {
  const decimals = Math.max(0, ...texts.map((text) => decimalsOf(text) ?? MOST_DECIMALS_GIVEN));
  return texts.map((text) => m.format.grouped(text, decimals));
}
/** Of a weight that is a part of a part, its decimals may never end. */
const MOST_DECIMALS_GIVEN = 4;

/** Numbers of one column, all with the same decimals. */
export function pointsColumn(m: Messages, texts: readonly string[], least: number): string[] {
  const decimals = decimalsApart(texts, least);
  return texts.map((text) => m.format.grouped(text, decimals));
}

/** Amounts of one column in euro: cents in all of them as soon as one has cents. */
export const eurosColumn = (m: Messages, texts: readonly string[]): string[] =>
  pointsColumn(m, texts, leastOfEuros(texts)).map(m.methods.amount);

/** The decimals that amounts in euro have at least: none, or cents as soon as one has cents. */
export const leastOfEuros = (texts: readonly string[]): 0 | 2 =>
  texts.every((text) => equals(exact(text), truncate(exact(text)))) ? 0 : 2;
