import type { LotOutcome, RankedBid } from '../../domain/evaluation/evaluate.ts';
import { type Exact, exact, ZERO } from '../../domain/number.ts';
import { type WeightedCriterion, weightedCriteria } from '../../domain/rules/criteria-tree.ts';
import { rulesIn } from '../../domain/rules/in-lot.ts';
import type { Names } from '../../domain/rules/names.ts';
import { betterOf } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { highestOf, scaleOf } from '../../domain/rules/scale.ts';
import { columnLetters } from '../../exchange/spreadsheet/sheet.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { figuresOfLot } from '../../explanation/totals.ts';
import { decimalsOf } from '../../messages/format.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Formula, figureCell, type LiveCell, liveCell, type PlacedCell, type WhyHeld } from './live-cell.ts';
import { ownFormula, pointsFormula } from './points-formula.ts';

/** The points of one lot, with what they come to as formulas. */
export interface LotSheet {
  readonly table: Table;
  /** Where the total of each bid stands. */
  readonly totals: ReadonlyMap<string, LiveCell>;
  readonly held: readonly { readonly ref: string; readonly why: WhyHeld }[];
}

/** The first rows and columns: the head, what is scored, and its weight. */
const FIRST_ROW = 2;
const NAME_AND_WEIGHT = 2;
const WEIGHT_COLUMN = 'B';

/** @param name of the sheet */
export function lotSheet(m: Messages, rules: TenderRules, names: Names, outcome: LotOutcome, name: string): LotSheet {
  const own = rulesIn(rules, outcome.lot);
  const nodes = weightedCriteria(own);
  const t = m.sheets.workbook;
  const decimals = decimalsShown(m, own, outcome);
  const weights = nodes.map(({ weight }, place) =>
    figureCell(`${WEIGHT_COLUMN}${place + FIRST_ROW}`, weight, decimalsOf(weight) ?? 2),
  );
  const quality = outcome.ranking.map((_, place) => qualityOf(own, nodes, outcome, place, weights, decimals));
  const priced = pricedWeight(own, nodes.length);
  const bids = outcome.ranking.map((bid, place) => ({
    ...quality[place]!,
    ...totalsOf(own, bid, place, quality, priced?.placed, decimals),
  }));
  const rows: TableCell[][] = [
    ...nodes.map(({ criterion, depth }, place) => [
      `${'    '.repeat(depth)}${inLanguage(criterion.name, m)}`,
      criterion.knockOut ? null : weights[place]!.cell,
      ...bids.flatMap(({ scores, lines }) => [scores[place]!, lines[place]?.cell ?? null]),
    ]),
    ...(
      [
        [m.report.qualityTotal, 'quality'],
        [m.award.pricePoints, 'pricePoints'],
        [m.award.comparedPrice, 'amount'],
        [m.common.total, 'total'],
      ] as const
    ).flatMap(([label, key]) =>
      bids.every((bid) => bid[key] === null)
        ? []
        : [
            [
              label,
              key === 'pricePoints' ? (priced?.cell ?? null) : null,
              ...bids.flatMap((bid) => [null, bid[key]?.cell ?? null]),
            ],
          ],
    ),
    [m.common.rank, null, ...outcome.ranking.flatMap(({ rank }) => [null, { number: String(rank), decimals: 0 }])],
  ];
  const cells = bids.flatMap(({ lines, quality: sum, pricePoints, total }) => [...lines, sum, pricePoints, total]);
  return {
    table: {
      name,
      columns: [
        { header: m.common.criterion, width: 44 },
        { header: m.common.weight, width: 14 },
        ...outcome.ranking.flatMap(({ bid }) => [
          { header: t.score(names.bidder(bid)), width: 18 },
          { header: t.points(names.bidder(bid)), width: 18 },
        ]),
      ],
      rows,
    },
    totals: new Map(outcome.ranking.map(({ bid }, place) => [bid, bids[place]!.total])),
    held: cells.flatMap((cell) => (cell?.held ? [{ ref: cell.placed.ref, why: cell.held }] : [])),
  };
}

type Decimals = Readonly<Record<'quality' | 'pricePoints' | 'amount' | 'total', number>>;

/** As many as the page of the award shows. */
function decimalsShown(m: Messages, own: TenderRules, { ranking }: LotOutcome): Decimals {
  const figures = figuresOfLot(m, own, ranking);
  const after = (shown: string): number => /^\d*/.exec(shown.split(m.format.decimalMark)[1] ?? '')![0].length;
  return {
    quality: after(figures.quality('1')),
    pricePoints: after(figures.pricePoints('1')),
    amount: after(figures.amount('1')),
    total: after(figures.total('1')),
  };
}

/** What a bid has of its own: its scores, and what these come to. */
interface QualityColumns {
  readonly scores: readonly TableCell[];
  /** Of every criterion and group. */
  readonly lines: readonly (LiveCell | null)[];
  readonly quality: LiveCell;
  readonly amount: LiveCell | null;
}

/** What it comes to beside the others. */
interface TotalColumns {
  readonly pricePoints: LiveCell | null;
  readonly total: LiveCell;
}

const columnsOf = (place: number): string[] => [1, 2].map((one) => columnLetters(NAME_AND_WEIGHT + place * 2 + one));

/** Where the price points stand, where the method gives them; what is compared and the total follow. */
const pricePointsRow = (criteria: number): number => FIRST_ROW + criteria + 1;

/** The two columns of a bid as far as its own scores go, and what it asks. */
function qualityOf(
  own: TenderRules,
  nodes: readonly WeightedCriterion[],
  { ranking }: LotOutcome,
  place: number,
  weights: readonly LiveCell[],
  decimals: Decimals,
): QualityColumns {
  const bid = ranking[place]!;
  const [scoreColumn, pointsColumn] = columnsOf(place);
  const lines: (LiveCell | null)[] = nodes.map(() => null);
  // A group comes to what is below it: from the last line to the first.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (node.criterion.knockOut) continue;
    const { score, points } = bid.lines[index]!;
    const below = childrenOf(nodes, index).flatMap((child) => lines[child]?.placed ?? []);
    const row = index + FIRST_ROW;
    const weight = weights[index]!.placed;
    const formula =
      below.length > 0
        ? ({ kind: 'sum', of: below } as const)
        : node.criterion.measured
          ? measuredFormula(own, node, weight, ranking, place, index)
          : formulaOf(own, node, weight, placedScore(`${scoreColumn}${row}`, score));
    const ref = `${pointsColumn}${row}`;
    const value = exact(points);
    lines[index] = formula
      ? liveCell(ref, formula, value, decimals.quality)
      : valueCell(ref, value, decimals.quality, node.criterion.measured !== undefined);
  }
  const after = FIRST_ROW + nodes.length;
  const top = nodes.flatMap(({ depth }, index) => (depth === 0 ? (lines[index]?.placed ?? []) : []));
  const offered = bid.price && bid.price.parts === undefined ? bid.price.compared : null;
  const amountRow = pricePointsRow(nodes.length) + (bid.price?.points == null ? 0 : 1);
  return {
    scores: bid.lines.map(({ score, value }) => (value === undefined ? scoreCell(score) : valueGiven(value))),
    lines,
    quality: liveCell(
      `${pointsColumn}${after}`,
      rounded({ kind: 'sum', of: top }, own.rounding.quality),
      exact(bid.quality),
      decimals.quality,
    ),
    amount: offered === null ? null : figureCell(`${pointsColumn}${amountRow}`, exact(offered), decimals.amount),
  };
}

const rounded = (of: Formula, to: number | undefined): Formula =>
  to === undefined ? of : { kind: 'rounded', of, decimals: to };

/** A value that is not worked out in the workbook. @param isAsked whether it is said why */
function valueCell(ref: string, value: Exact, decimals: number, isAsked: boolean): LiveCell {
  const cell = figureCell(ref, value, decimals);
  return isAsked ? { ...cell, held: 'method' } : cell;
}

/** What the price weighs, as it stands before its points; null where it has no weight. */
function pricedWeight({ price }: TenderRules, criteria: number): LiveCell | null {
  if (price.method !== 'weighted-factor') return null;
  const weight = exact(price.weight);
  return figureCell(`${WEIGHT_COLUMN}${pricePointsRow(criteria)}`, weight, decimalsOf(weight) ?? 2);
}

/** The points of the price and the total of a bid, beside the others. */
function totalsOf(
  own: TenderRules,
  bid: RankedBid,
  place: number,
  all: readonly QualityColumns[],
  weight: PlacedCell | undefined,
  decimals: Decimals,
): TotalColumns {
  const column = columnsOf(place)[1]!;
  const { quality, amount } = all[place]!;
  const earned = bid.price?.points ?? null;
  const row = pricePointsRow(bid.lines.length);
  const { price, rounding } = own;
  const beside =
    amount === null
      ? null
      : {
          amount: amount.placed,
          amounts: all.flatMap((one) => one.amount?.placed ?? []),
          quality: quality.placed,
          qualities: all.map((one) => one.quality.placed),
        };
  const formula =
    price.method === 'weighted-factor' && weight && beside
      ? pointsFormula(price.points, { ...beside, weight, better: betterOf(price), constants: price.constants })
      : undefined;
  const ref = `${column}${row}`;
  const pricePoints =
    earned === null
      ? null
      : formula
        ? liveCell(ref, rounded(formula, rounding.price), exact(earned), decimals.pricePoints)
        : valueCell(ref, exact(earned), decimals.pricePoints, true);
  const totalRow = row + (pricePoints ? 1 : 0) + (amount ? 1 : 0);
  const to = rounding.rankOn === 'rounded' ? rounding.decimals : undefined;
  const announced =
    price.method === 'formula' && beside
      ? ownFormula(price.expression, {
          ...beside,
          weight: NO_WEIGHT,
          better: betterOf(price),
          constants: price.constants,
        })
      : undefined;
  return {
    pricePoints,
    total: firstLive(
      [...(announced ? [announced] : []), ...waysToTotal(quality.placed, pricePoints?.placed, amount?.placed)].map(
        (way) => liveCell(`${column}${totalRow}`, rounded(way, to), exact(bid.total), decimals.total),
      ),
    ),
  };
}
const NO_WEIGHT: Formula = { kind: 'number', value: ZERO };

/** How the points of a measured criterion follow from the figures of the bids; undefined where that is no arithmetic. */
function measuredFormula(
  { rounding }: TenderRules,
  { criterion }: WeightedCriterion,
  weight: PlacedCell,
  ranking: LotOutcome['ranking'],
  place: number,
  index: number,
): Formula | undefined {
  const { points, better, constants } = criterion.measured!;
  const figures = ranking.flatMap(({ lines }, at): PlacedCell[] => {
    const value = lines[index]!.value;
    if (value === undefined) return [];
    const { placed } = figureCell(`${columnsOf(at)[0]}${index + FIRST_ROW}`, exact(value), DECIMALS_OF_A_FIGURE);
    return [placed];
  });
  const own = figures[place];
  if (!own || figures.length < ranking.length) return undefined;
  const nobody = { quality: NO_WEIGHT, qualities: [NO_WEIGHT] };
  const formula = pointsFormula(points, { amount: own, amounts: figures, weight, better, constants, ...nobody });
  return formula && rounded(formula, rounding.criteria);
}
const DECIMALS_OF_A_FIGURE = 6;

/** A figure that was handed in, as it was. */
const valueGiven = (value: string): TableCell => ({ number: value, decimals: null });

/** How methods come from quality and price to a total; the one that gives the outcome is the one that is written. */
const waysToTotal = (quality: PlacedCell, points?: PlacedCell, amount?: PlacedCell): Formula[] =>
  points
    ? [{ kind: 'sum', of: [quality, points] }]
    : amount
      ? [
          { kind: 'difference', left: amount, right: quality },
          { kind: 'quotient', left: quality, right: amount },
          { kind: 'quotient', left: amount, right: quality },
          { kind: 'sum', of: [amount] },
        ]
      : [{ kind: 'sum', of: [quality] }];

const firstLive = (ways: readonly LiveCell[]): LiveCell => ways.find(({ held }) => held === null) ?? ways[0]!;

/** How a score becomes points, where that is arithmetic with its weight; undefined where it is looked up or compared with others. */
function formulaOf(
  own: TenderRules,
  node: WeightedCriterion,
  weight: PlacedCell,
  score: PlacedCell | undefined,
): Formula | undefined {
  const { scoring } = node.criterion;
  if (!score) return undefined;
  const points = scoring?.kind === 'points';
  if (scoring !== undefined && !points) return undefined;
  const highest: Formula = { kind: 'number', value: highestOf(scaleOf(own, node)) };
  const worth: Formula = points
    ? { kind: 'sum', of: [score] }
    : { kind: 'quotient', left: { kind: 'product', left: score, right: weight }, right: highest };
  const { criteria } = own.rounding;
  return criteria === undefined ? worth : { kind: 'rounded', of: worth, decimals: criteria };
}

const isFigure = (score: string | null): score is string => score !== null && /^\d+(\.\d+)?$/.test(score);

const placedScore = (ref: string, score: string | null): PlacedCell | undefined =>
  isFigure(score) ? { kind: 'cell', ref, exact: exact(score), double: Number(score) } : undefined;

const scoreCell = (score: string | null): TableCell => (isFigure(score) ? { number: score, decimals: null } : score);

/** The places of what stands one level below a line. */
function childrenOf(nodes: readonly WeightedCriterion[], parent: number): number[] {
  const depth = nodes[parent]!.depth;
  const children: number[] = [];
  for (let index = parent + 1; index < nodes.length && nodes[index]!.depth > depth; index++) {
    if (nodes[index]!.depth === depth + 1) children.push(index);
  }
  return children;
}
