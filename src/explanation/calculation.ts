import type { RankedBid } from '../domain/evaluation/evaluate.ts';
import { equals, exact, isNegative, toFractionText, ZERO } from '../domain/number.ts';
import { type WeightedCriterion, weightedCriteria } from '../domain/rules/criteria-tree.ts';
import type { Names } from '../domain/rules/names.ts';
import { priceReference } from '../domain/rules/price/reference.ts';
import { betterOf, methodOf } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { highestOf, scaleOf } from '../domain/rules/scale.ts';
import type { LotPrices } from '../domain/scoring/lot.ts';
import { decimalsOf } from '../messages/format.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import { measuredFormula, scoringInWords } from './criterion.ts';
import { filledPoints } from './filled-points.ts';
import type { FilledFormula } from './formula.ts';
import { euros } from './method.ts';
import { pointsOfLines } from './totals.ts';

/** How the points of one bid came about, criterion by criterion. */
export interface CriterionInWords {
  readonly id: string;
  readonly criterion: string;
  readonly depth: number;
  readonly score: string;
  readonly points: string;
  /** "8 ÷ 10 × 30 = 24,00"; empty for a group of criteria, whose points are those below it. */
  readonly calculation: string;
}

/**
 * The calculation of every bid in a lot. What is the same for all of them is put into words once.
 * @param rules as they hold in the lot @returns the lines of a bid, and what the lines at the top sum to
 */
export function linesInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  ranking: readonly RankedBid[],
): (entry: RankedBid) => { readonly lines: readonly CriterionInWords[]; readonly linesTotal: string } {
  const criteria = new Map(
    weightedCriteria(rules).map((node) => [
      node.criterion.id,
      {
        node,
        name: inLanguage(node.criterion.name, m),
        weight: weightInWords(m, rules, node),
        highest: m.format.readable(highestOf(scaleOf(rules, node))),
        special: scoringInWords(m, rules, node).join(' '),
        plain: !node.criterion.scoring && !node.criterion.relativeToBest && rules.rounding.criteria === undefined,
      },
    ]),
  );
  return (entry) => {
    const points = pointsOfLines(m, rules, [...entry.lines.map((line) => line.points), entry.quality]);
    const lines = entry.lines.map((line, index): CriterionInWords => {
      const { node, name, weight, highest, special, plain } = criteria.get(line.criterion)!;
      const { criterion, depth } = node;
      const unit = criterion.measured ? inLanguage(criterion.measured.unit, m) : '';
      const shown = criterion.knockOut ? '–' : points[index]!;
      return {
        id: criterion.id,
        criterion: name,
        depth,
        score: line.value === undefined ? scoreInWords(m, line.score) : `${m.format.decimal(line.value)} ${unit}`,
        points: shown,
        calculation:
          line.value !== undefined
            ? measureInWords(m, rules, node, line, shown, ranking)
            : line.score === null
              ? special
              : criterion.knockOut
                ? sentences(givenScore(m, names, line.criterion, line.score), special)
                : plain
                  ? m.award.line(line.score, highest, weight, shown, signOf(m, [line.points, shown]))
                  : `${scoreInWords(m, line.score)} → ${shown}${special === '' ? '' : ` (${special})`}`,
      };
    });
    return { lines, linesTotal: points[points.length - 1]! };
  };
}

/** "8 (Goed)" */
function givenScore(m: Messages, names: Names, criterion: string, score: string): string {
  const label = names.score(criterion, score);
  return label ? inLanguage(label, m) : scoreInWords(m, score);
}

/** "157 kg: 10 × (120 ÷ 157) ≈ 7,64", and the formula in words. */
function measureInWords(
  m: Messages,
  rules: TenderRules,
  node: WeightedCriterion,
  { criterion, value, weight, points }: RankedBid['lines'][number],
  shown: string,
  ranking: readonly RankedBid[],
): string {
  const measured = node.criterion.measured!;
  const values = ranking.flatMap(({ lines }) => lines.find((line) => line.criterion === criterion)?.value ?? []);
  const filled = node.criterion.relativeToBest
    ? undefined
    : filledPoints(
        m,
        measured.points,
        {
          amount: value!,
          reference: priceReference(values.map((one) => exact(one)))!,
          weight,
          better: measured.better,
          constants: measured.constants,
          decimals: rules.rounding.criteria,
        },
        points,
      );
  const amount = `${m.format.readable(value!)} ${inLanguage(measured.unit, m)}`;
  return sentences(
    filled === undefined
      ? m.award.measured(amount, shown)
      : m.award.measuredFilled(amount, filled.text, shown, filled.cut ? '→' : signOf(m, [points, shown])),
    ...measuredFormula(m, node),
  );
}

/** A score as it is shown: the mean of some scores need not end in decimals. */
const scoreInWords = (m: Messages, score: string | null): string => (score === null ? '' : m.format.readable(score));

const weightInWords = (m: Messages, rules: TenderRules, { weight }: WeightedCriterion): string =>
  methodOf(rules.price).qualityIn === 'euro' ? euros(m, toFractionText(weight)) : m.format.readable(weight);

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
  prices: LotPrices | null = null,
): string[] {
  if (!price) return [];
  const rulesOfPrice = rules.price;
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
      case 'price-parts':
        return [
          ...partLines(m, rules, price, prices),
          t.totalLine['weighted-factor'](
            q,
            shown.pricePoints!,
            shown.total,
            signOf(m, [quality, q], [price.points!, shown.pricePoints!], total),
          ),
        ];
      case 'fixed-lump-sum':
      case 'fixed-unit-prices':
        return [];
      case 'award-on-value':
        if (rulesOfPrice.bidderPays) return [t.totalLine.paid(q, compared, shown.total)];
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
  const plain = (vat === null && time === null) || price.parts !== undefined;
  return [...(plain ? [] : [t.priceLine(euros(m, price.offered), vat, time, compared)]), ...last()];
}

/** The points of every part of the price, with the numbers in the formula where they tell it all. */
const partLines = (
  m: Messages,
  rules: TenderRules,
  { parts = [] }: NonNullable<RankedBid['price']>,
  prices: LotPrices | null,
): string[] =>
  parts.map(({ part, compared, points }) => {
    const found = rules.price.method === 'price-parts' ? rules.price.parts.find(({ id }) => id === part) : undefined;
    const known = prices?.parts?.find((one) => one.part === part);
    const earned = m.format.readable(points ?? '0');
    const filled =
      found && known && points !== null
        ? filledPoints(
            m,
            found.points,
            {
              amount: compared,
              // No formula with numbers of a part looks at the middle one.
              reference: {
                bids: known.bids,
                lowest: exact(known.lowest),
                highest: exact(known.highest),
                mean: exact(known.mean),
                median: exact(known.mean),
              },
              weight: found.weight,
              better: betterOf(found),
              constants: found.constants,
              decimals: rules.rounding.price,
            },
            points,
          )
        : undefined;
    const [name, amount] = [found ? inLanguage(found.name, m) : part, euros(m, compared)];
    if (filled === undefined || points === null) return m.award.partLine(name, amount, earned);
    return m.award.partFilled(name, amount, filled.text, earned, filled.cut ? '→' : signOf(m, [points, earned]));
  });

/** An own formula for price points with its numbers, and what the announced bounds and rounding made of its value. */
function formulaOfPoints(m: Messages, points: string, formula: FilledFormula | undefined): string[] {
  if (!formula) return [];
  const raw = toFractionText(formula.value);
  const value = m.format.readable(raw);
  const line = m.award.formulaPoints(formula.text, value, formula.inFull && !value.endsWith('…') ? '=' : '≈');
  return equals(formula.value, exact(points)) ? [line] : [line, m.award.formulaCut(m.format.readable(points))];
}
