import type { LotOutcome } from '../domain/evaluation/evaluate.ts';
import { approximate, exact } from '../domain/number.ts';
import { weightsTotal } from '../domain/rules/criteria-tree.ts';
import { methodOf } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { decimalsOf } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import { eurosColumn, pointsColumn } from './columns.ts';

/** Whether the total of a bid is an amount under the announced method. */
const isTotalInEuros = ({ price }: TenderRules): boolean => methodOf(price).totalIn === 'euro';

/** Whether quality is worth an amount. */
const isQualityInEuros = ({ price }: TenderRules): boolean => methodOf(price).qualityIn === 'euro';

/** Totals that stand in one column, in the notation of the method: euros, or points with the announced decimals. */
export const totalsColumn = (m: Messages, rules: TenderRules, texts: readonly string[]): string[] =>
  isTotalInEuros(rules) ? eurosColumn(m, texts) : pointsColumn(m, texts, rules.rounding.decimals);

/** One total by itself. */
export const totalsIn =
  (m: Messages, rules: TenderRules) =>
  (text: string): string =>
    totalsColumn(m, rules, [text])[0]!;

/** A total before it was rounded, in full where its decimals end. */
export function exactTotalIn(m: Messages, rules: TenderRules, text: string): string {
  if (!isTotalInEuros(rules)) return m.format.readable(text, rules.rounding.decimals);
  return (decimalsOf(text) ?? Number.POSITIVE_INFINITY) <= 2
    ? eurosColumn(m, [text])[0]!
    : m.methods.amount(m.format.readable(text));
}

/** Quality of the bids of one lot, side by side. */
export const qualityColumn = (m: Messages, rules: TenderRules, texts: readonly string[]): string[] =>
  isQualityInEuros(rules) ? eurosColumn(m, texts) : pointsColumn(m, texts, decimalsOfQuality(rules));

/** Points per criterion of one bid with their sum, one under the other. Nothing there is held against anything: the decimals are the announced ones. */
export const pointsOfLines = (m: Messages, rules: TenderRules, texts: readonly string[]): string[] =>
  isQualityInEuros(rules)
    ? eurosColumn(m, texts)
    : texts.map((text) => m.format.grouped(text, decimalsOfQuality(rules)));

/** Price points of the bids of one lot, side by side. */
export const pricePointsColumn = (m: Messages, rules: TenderRules, texts: readonly string[]): string[] =>
  pointsColumn(m, texts, Math.max(rules.rounding.decimals, rules.rounding.price ?? 0, decimalsOfPricePoints(rules)));

/** Criteria and quality may be rounded to decimals of their own. */
const decimalsOfQuality = ({ rounding }: TenderRules): number =>
  Math.max(rounding.decimals, rounding.criteria ?? 0, rounding.quality ?? 0);

function decimalsOfPricePoints({ price }: TenderRules): number {
  if (price.method !== 'weighted-factor') return 0;
  if (price.points.kind === 'logarithmic') return price.points.decimals;
  return 'power' in price.points ? (price.points.power?.decimals ?? 0) : 0;
}

/** The length of the longest bar: a perfect bid where totals are points, else the highest total. */
export function fullLength(rules: TenderRules, { ranking }: LotOutcome): number {
  const most = Math.max(1, ...ranking.map(({ total }) => lengthOf(total)));
  return methodOf(rules.price).totalIn === 'points' ? Math.max(most, approximate(weightsTotal(rules))) : most;
}

/** The length of the bar of a total: none below zero, and the longest that can be drawn for what floating point does not reach. */
export const lengthOf = (total: string): number => Math.min(Math.max(0, approximate(exact(total))), Number.MAX_VALUE);
