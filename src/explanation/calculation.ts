import type { RankedBid } from '../domain/evaluation/evaluate.ts';
import { equals, exact, isNegative, toFractionText, ZERO } from '../domain/number.ts';
import { highestScore, weightedCriteria } from '../domain/rules/criteria-tree.ts';
import type { Names } from '../domain/rules/names.ts';
import { methodOf, pricedRules } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { decimalsOf } from '../messages/format.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import type { FilledFormula } from './formula.ts';
import { euros, scoringInWords } from './method.ts';
import { pointsOfLines } from './totals.ts';

/** How the points of one bid came about, criterion by criterion. */
export interface CriterionInWords {
  readonly criterion: string;
  readonly depth: number;
  readonly score: string;
  readonly points: string;
  /** "8 ÷ 10 × 30 = 24,00"; empty for a group of criteria, whose points are those below it. */
  readonly calculation: string;
}

/** @returns the lines, and what the lines at the top sum to */
export function linesInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  entry: RankedBid,
): { readonly lines: readonly CriterionInWords[]; readonly linesTotal: string } {
  const nodes = new Map(weightedCriteria(rules).map((node) => [node.criterion.id, node]));
  const highest = m.format.readable(highestScore(rules));
  const weights = weightsOfLines(m, rules, entry);
  const exactPoints = [...entry.lines.map((line) => line.points), entry.quality];
  const points = pointsOfLines(m, rules, exactPoints);
  const lines = entry.lines.map((line, index): CriterionInWords => {
    const { criterion, depth } = nodes.get(line.criterion)!;
    const plain = !criterion.scoring && !criterion.relativeToBest && rules.rounding.criteria === undefined;
    const special = scoringInWords(m, rules, criterion).join(' ');
    const shown = points[index]!;
    return {
      criterion: inLanguage(names.criterion(line.criterion), m),
      depth,
      score: m.format.decimal(line.score ?? ''),
      points: shown,
      calculation:
        line.score === null
          ? special
          : plain
            ? m.award.line(line.score, highest, weights[index]!, shown, signOf(m, [line.points, shown]))
            : `${m.format.decimal(line.score)} → ${shown}${special === '' ? '' : ` (${special})`}`,
    };
  });
  return { lines, linesTotal: points[points.length - 1]! };
}

const weightsOfLines = (m: Messages, rules: TenderRules, { lines }: RankedBid): string[] =>
  methodOf(rules.price).qualityIn === 'euro'
    ? lines.map(({ weight }) => euros(m, weight))
    : lines.map(({ weight }) => m.format.readable(weight));

/** "=" where what is shown is the whole number, "≈" where decimals were left out. */
const signOf = (m: Messages, ...pairs: readonly (readonly [value: string, shown: string])[]): '=' | '≈' =>
  pairs.every(([value, shown]) => isInFull(m, value, shown)) ? '=' : '≈';

function isInFull(m: Messages, value: string, shown: string): boolean {
  const needed = decimalsOf(value);
  if (needed === undefined) return false;
  const decimals = Array.from({ length: MOST_DECIMALS + 1 - needed }, (_, more) => needed + more);
  return decimals.some((count) => shown.endsWith(m.format.grouped(value, count)));
}
const MOST_DECIMALS = 6;

/** The figures of a bid as the ranking shows them: the calculation says the same ones. */
export interface ShownFigures {
  readonly quality: string;
  readonly price: string | null;
  readonly pricePoints: string | null;
  readonly total: string;
}

/** "Quality points 60 + price points 32.5 = 92.5", with how the price came about before it. */
export function howTotal(
  m: Messages,
  rules: TenderRules,
  { quality, price, exactTotal }: RankedBid,
  shown: ShownFigures,
  formula: FilledFormula | undefined,
): string[] {
  const rulesOfPrice = pricedRules(rules.price);
  if (!rulesOfPrice || !price) return [];
  const t = m.award;
  const extra = (amount: string): string | null => (equals(exact(amount), ZERO) ? null : euros(m, amount));
  const [vat, time] = [extra(price.vat), extra(price.timeCost)];
  const compared = shown.price!;
  const q = shown.quality;
  const sign = (): '=' | '≈' => signOf(m, [quality, q], [exactTotal, shown.total]);
  const total = [exactTotal, shown.total] as const;
  const last = (): string[] => {
    switch (rulesOfPrice.method) {
      case 'weighted-factor':
        return [
          ...formulaOfPoints(m, price.points!, formula),
          t.totalLine['weighted-factor'](
            q,
            shown.pricePoints!,
            shown.total,
            signOf(m, [quality, q], [price.points!, shown.pricePoints!], total),
          ),
        ];
      case 'award-on-value':
        // A malus is added; "minus minus" is for machines.
        return isNegative(exact(quality))
          ? [t.totalLine.malus(euros(m, toFractionText(exact(quality).abs())), compared, shown.total)]
          : [t.totalLine['award-on-value'](q, compared, shown.total)];
      case 'quality-per-euro':
        return [t.totalLine['quality-per-euro'](q, compared, shown.total, euros(m, rulesOfPrice.per), sign())];
      case 'price-per-quality':
        return [
          t.totalLine['price-per-quality'](q, compared, shown.total, m.format.decimal(rulesOfPrice.divisor), sign()),
        ];
      case 'lowest-price':
        return [t.totalLine['lowest-price'](compared)];
      case 'formula':
        return [
          t.totalLine.formula(
            formula?.text ?? rulesOfPrice.expression,
            shown.total,
            formula?.inFull ? signOf(m, total) : '≈',
          ),
        ];
    }
  };
  const plain = vat === null && time === null;
  return [...(plain ? [] : [t.priceLine(euros(m, price.offered), vat, time, compared)]), ...last()];
}

/** An own formula for price points with its numbers, and what the announced bounds and rounding made of its value. */
function formulaOfPoints(m: Messages, points: string, formula: FilledFormula | undefined): string[] {
  if (!formula) return [];
  const raw = toFractionText(formula.value);
  const value = m.format.readable(raw);
  const line = m.award.formulaPoints(formula.text, value, formula.inFull && !value.endsWith('…') ? '=' : '≈');
  return equals(formula.value, exact(points)) ? [line] : [line, m.award.formulaCut(m.format.readable(points))];
}
