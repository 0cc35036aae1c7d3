import type { AwardOutcome, LotAward } from '../domain/award/outcome.ts';
import type { LotOutcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { approximate, type Exact, equals, exact, roundHalfUp, sum } from '../domain/number.ts';
import { weightsTotal } from '../domain/rules/criteria-tree.ts';
import { methodOf } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { decimalsOf } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import { decimalsApart, eurosColumn, leastOfEuros, pointsColumn } from './columns.ts';

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
  pointsColumn(m, texts, leastOfPricePoints(rules));

const leastOfPricePoints = (rules: TenderRules): number =>
  Math.max(rules.rounding.decimals, rules.rounding.price ?? 0, decimalsOfPricePoints(rules));

/** How figures of one lot are written when all of them stand side by side: everything in points with the same decimals, and every amount too. */
export interface FiguresOfLot {
  readonly quality: (text: string) => string;
  readonly amount: (text: string) => string;
  readonly pricePoints: (text: string) => string;
  readonly total: (text: string) => string;
  /** Whether points of quality, and of price, as they are shown come to a sum as it is shown. */
  readonly addUp: (parts: readonly string[], whole: string) => boolean;
}

/** @param ranking of the lot: figures of it that differ are seen to differ */
export function figuresOfLot(m: Messages, rules: TenderRules, ranking: LotOutcome['ranking']): FiguresOfLot {
  const totals = ranking.map(({ total }) => total);
  const qualities = ranking.map(({ quality }) => quality);
  const pricePoints = ranking.flatMap(({ price }) => price?.points ?? []);
  const amounts = ranking.flatMap(({ price }) => (price?.parts ? [] : (price?.compared ?? [])));
  const totalInEuros = isTotalInEuros(rules);
  const qualityInEuros = isQualityInEuros(rules);
  const inPoints = Math.max(
    pricePoints.length === 0 ? 0 : decimalsApart(pricePoints, leastOfPricePoints(rules)),
    qualityInEuros ? 0 : decimalsApart(qualities, decimalsOfQuality(rules)),
    totalInEuros ? 0 : decimalsApart(totals, rules.rounding.decimals),
  );
  const lines = qualityInEuros ? ranking.flatMap((one) => one.lines.map(({ points }) => points)) : [];
  const columns = [amounts, ...(totalInEuros ? [totals] : []), ...(qualityInEuros ? [qualities] : [])];
  const inEuros = Math.max(
    leastOfEuros(lines),
    ...columns.map((column) => decimalsApart(column, leastOfEuros(column))),
  );
  const points = (text: string): string => m.format.grouped(text, inPoints);
  const amount = (text: string): string => m.methods.amount(m.format.grouped(text, inEuros));
  const shown = (text: string): Exact => roundHalfUp(exact(text), qualityInEuros ? inEuros : inPoints);
  return {
    quality: qualityInEuros ? amount : points,
    amount,
    pricePoints: points,
    total: totalInEuros ? amount : points,
    addUp: (parts, whole) => equals(sum(parts.map(shown)), shown(whole)),
  };
}

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

/** The total that counts in the sum: with the discount that holds. */
export function countedTotal(
  { discounts = [] }: AwardOutcome,
  { lot, winner, discount }: LotAward,
  entry: RankedBid,
): string {
  if (discount === undefined) return entry.total;
  const held = discounts.find((one) => one.bid === winner && one.percentage === discount && one.lots.includes(lot))!;
  return held.totals.find((one) => one.lot === lot)!.total;
}
