import type { LotOutcome, RankedBid } from '../../domain/evaluation/evaluate.ts';
import { exact } from '../../domain/number.ts';
import { type WeightedCriterion, weightedCriteria } from '../../domain/rules/criteria-tree.ts';
import { rulesIn } from '../../domain/rules/in-lot.ts';
import type { Names } from '../../domain/rules/names.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { highestOf, scaleOf } from '../../domain/rules/scale.ts';
import { columnLetters } from '../../exchange/spreadsheet/sheet.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { figuresOfLot } from '../../explanation/totals.ts';
import { decimalsOf } from '../../messages/format.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Formula, figureCell, type LiveCell, liveCell, type PlacedCell, type WhyHeld } from './live-cell.ts';

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
  const bids = outcome.ranking.map((bid, place) => bidColumns(own, nodes, bid, place, weights, decimals));
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
        : [[label, null, ...bids.flatMap((bid) => [null, bid[key]?.cell ?? null])]],
    ),
    [m.common.rank, null, ...outcome.ranking.flatMap(({ rank }) => [null, { number: String(rank), decimals: 0 }])],
  ];
  const cells = bids.flatMap(({ lines, quality, total }) => [...lines, quality, total]);
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

interface BidColumns {
  readonly scores: readonly TableCell[];
  /** Of every criterion and group. */
  readonly lines: readonly (LiveCell | null)[];
  readonly quality: LiveCell;
  readonly pricePoints: LiveCell | null;
  readonly amount: LiveCell | null;
  readonly total: LiveCell;
}

/** The two columns of a bid: its scores, and its points with what they come to. */
function bidColumns(
  own: TenderRules,
  nodes: readonly WeightedCriterion[],
  bid: RankedBid,
  place: number,
  weights: readonly LiveCell[],
  decimals: Decimals,
): BidColumns {
  const [scoreColumn, pointsColumn] = [1, 2].map((one) => columnLetters(NAME_AND_WEIGHT + place * 2 + one));
  const at = (row: number): string => `${pointsColumn}${row}`;
  const lines: (LiveCell | null)[] = nodes.map(() => null);
  // A group comes to what is below it: from the last line to the first.
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]!;
    if (node.criterion.knockOut) continue;
    const { score, points } = bid.lines[index]!;
    const below = childrenOf(nodes, index).flatMap((child) => lines[child]?.placed ?? []);
    const formula =
      below.length > 0
        ? ({ kind: 'sum', of: below } as const)
        : formulaOf(own, node, weights[index]!.placed, placedScore(`${scoreColumn}${index + FIRST_ROW}`, score));
    const ref = at(index + FIRST_ROW);
    lines[index] = formula
      ? liveCell(ref, formula, exact(points), decimals.quality)
      : figureCell(ref, exact(points), decimals.quality);
  }
  const after = FIRST_ROW + nodes.length;
  const rounded = (of: Formula, to: number | undefined): Formula =>
    to === undefined ? of : { kind: 'rounded', of, decimals: to };
  const top = nodes.flatMap(({ depth }, index) => (depth === 0 ? (lines[index]?.placed ?? []) : []));
  const { rounding } = own;
  const quality = liveCell(
    at(after),
    rounded({ kind: 'sum', of: top }, rounding.quality),
    exact(bid.quality),
    decimals.quality,
  );
  const earned = bid.price?.points ?? null;
  const offered = bid.price && bid.price.parts === undefined ? bid.price.compared : null;
  const pricePoints = earned === null ? null : figureCell(at(after + 1), exact(earned), decimals.pricePoints);
  const amountRow = after + (pricePoints ? 2 : 1);
  const amount = offered === null ? null : figureCell(at(amountRow), exact(offered), decimals.amount);
  const totalRow = after + 1 + (pricePoints ? 1 : 0) + (amount ? 1 : 0);
  const to = rounding.rankOn === 'rounded' ? rounding.decimals : undefined;
  return {
    scores: bid.lines.map(({ score }) => scoreCell(score)),
    lines,
    quality,
    pricePoints,
    amount,
    total: firstLive(
      waysToTotal(quality.placed, pricePoints?.placed, amount?.placed).map((way) =>
        liveCell(at(totalRow), rounded(way, to), exact(bid.total), decimals.total),
      ),
    ),
  };
}

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
  const { scoring, measured } = node.criterion;
  if (!score || measured) return undefined;
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
