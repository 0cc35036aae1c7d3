import type { LotAward } from '../domain/award/outcome.ts';
import type { LotOutcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { toFractionText } from '../domain/number.ts';
import { type WeightedCriterion, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import type { Names } from '../domain/rules/names.ts';
import { methodOf, weightOfPrice } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { SetAside } from '../domain/scoring/lot.ts';
import { decimalsOf } from '../messages/format.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import type { Prose } from './blocks.ts';
import { setAsideInWords } from './lot-reasons.ts';
import { euros } from './method.ts';
import { type FiguresOfLot, figuresOfLot } from './totals.ts';

/** The points of all bids in a lot side by side: a line per criterion, then what the lines come to. */
export interface PointsInWords {
  /** In the order of the ranking, then who was set aside. */
  readonly bids: readonly BidInPoints[];
  readonly lines: readonly LineOfPoints[];
  readonly sums: readonly LineOfPoints[];
  /** How the lines add up, and whether the figures shown do so to the digit. */
  readonly notes: readonly string[];
}

interface BidInPoints {
  readonly bidder: string;
  readonly wins: boolean;
  readonly isSetAside: boolean;
  /** What became of it in the lot: the winner, set aside, or nothing to tell. */
  readonly outcome: string;
  readonly notes: readonly Prose[];
}

export interface LineOfPoints {
  readonly name: string;
  readonly depth: number;
  /** It is counted in another line already, or says what was counted in one. */
  readonly counted: boolean;
  readonly weight: string;
  /** One for each bid; none for who was set aside. */
  readonly figures: readonly string[];
}

/** Null where no bid is valid. @param remarks of the ranked bids, on equal totals */
export function pointsInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { lot, ranking, setAside }: LotOutcome,
  { winner, passedOver }: LotAward,
  remarks: readonly string[],
): PointsInWords | null {
  if (ranking.length === 0) return null;
  const own = rulesIn(rules, lot);
  const figures = figuresOfLot(m, own, ranking);
  const withSetAside = (lines: readonly LineOfPoints[], text: string): LineOfPoints[] =>
    lines.map((line) => ({ ...line, figures: [...line.figures, ...setAside.map(() => text)] }));
  const { lines, sums } = totalsOf(m, own, ranking, figures);
  return {
    bids: [
      ...ranking.map(({ bid }, place) => ({
        bidder: names.bidder(bid),
        wins: bid === winner,
        isSetAside: false,
        outcome: bid === winner ? m.award.winner : '',
        notes: [
          ...passedOver.filter((one) => one.bid === bid).map(({ reason }) => m.glance.notThis[reason]),
          ...(remarks[place] === '' ? [] : [remarks[place]!]),
        ],
      })),
      ...setAside.map((one) => ({
        bidder: names.bidder(one.bid),
        wins: false,
        isSetAside: true,
        outcome: m.award.setAside,
        notes: whySetAside(m, rules, names, one),
      })),
    ],
    lines: withSetAside([...linesOf(m, own, names, ranking, figures), ...lines], ''),
    sums: withSetAside(sums, '–'),
    notes: notesOf(m, own, ranking, figures),
  };
}

/** Why a bid was set aside; of one that fell away only that it did: the reason that somebody typed stands elsewhere in full. */
function whySetAside(m: Messages, rules: TenderRules, names: Names, one: SetAside): Prose[] {
  const { fallen, ...rest } = one;
  const hasOthers =
    one.shortfalls.length + one.belowMinimum.length + one.belowPoints.length + (one.outsideMeasures?.length ?? 0) > 0 ||
    one.outsideBounds !== null;
  return [
    ...(fallen && !hasOthers ? [] : setAsideInWords(m, rules, names, { ...rest, fallen: null })),
    ...(fallen ? [m.glance.fallen[fallen.stage]] : []),
  ];
}

function linesOf(
  m: Messages,
  own: TenderRules,
  names: Names,
  ranking: readonly RankedBid[],
  figures: FiguresOfLot,
): LineOfPoints[] {
  const nodes = weightedCriteria(own);
  const weights = weightsColumn(m, own, nodes);
  return nodes.map(({ criterion, depth }, place) => ({
    name: inLanguage(criterion.name, m),
    depth,
    counted: depth > 0,
    weight: criterion.knockOut ? '–' : weights[place]!,
    figures: ranking.map(({ lines }) => {
      const { score, points } = lines[place]!;
      return criterion.knockOut ? answerOf(m, names, criterion.id, score) : figures.quality(points);
    }),
  }));
}

/** What a knock-out was answered with. */
function answerOf(m: Messages, names: Names, criterion: string, score: string | null): string {
  const label = score === null ? null : names.score(criterion, score);
  return label ? inLanguage(label, m) : score === null ? '–' : m.format.readable(score);
}

/** Weights of one column, all with the same decimals; of one whose decimals never end two are enough here. */
function weightsColumn(m: Messages, own: TenderRules, nodes: readonly WeightedCriterion[]): string[] {
  const texts = nodes.map(({ weight }) => toFractionText(weight));
  if (methodOf(own.price).qualityIn === 'euro') return texts.map((text) => euros(m, text));
  const decimals = decimalsOfWeights(nodes);
  return texts.map((text) => m.format.grouped(text, decimals));
}

const decimalsOfWeights = (nodes: readonly WeightedCriterion[]): number =>
  Math.max(0, ...nodes.map(({ weight }) => decimalsOf(weight) ?? WITHOUT_END));
const WITHOUT_END = 2;

/**
 * What the criteria come to: where price earns points they are one more line, and quality and the price itself are told beside them; otherwise quality
 * and price stand above the total that they make.
 */
function totalsOf(
  m: Messages,
  own: TenderRules,
  ranking: readonly RankedBid[],
  figures: FiguresOfLot,
): Pick<PointsInWords, 'lines' | 'sums'> {
  type Value = (entry: RankedBid) => string;
  const line = (name: string, value: Value, weight = '', depth = 0, counted = depth > 0): LineOfPoints => ({
    name,
    depth,
    counted,
    weight,
    figures: ranking.map(value),
  });
  const { price } = own;
  const nodes = weightedCriteria(own);
  const weightIn = (text: string): string => m.format.grouped(text, decimalsOfWeights(nodes));
  const whole = isSum(own, ranking);
  const pointed = whole && isPointed(ranking);
  const hasAmount = ranking.some((one) => one.price !== null && one.price.parts === undefined);
  const quality = (counted: boolean): LineOfPoints =>
    line(m.report.qualityTotal, (one) => figures.quality(one.quality), '', 0, counted);
  const amount = (depth: number): LineOfPoints[] =>
    hasAmount
      ? [line(m.award.comparedPrice, (one) => (one.price ? figures.amount(one.price.compared) : '–'), '', depth)]
      : [];
  const pricePoints = (): LineOfPoints[] => [
    line(
      m.award.pricePoints,
      (one) => pointsOf(figures, one.price?.points),
      weightOfPrice(own) === null ? '' : weightIn(weightOfPrice(own)!),
    ),
    ...(price.method === 'price-parts'
      ? price.parts.map(({ id, name, weight }) =>
          line(
            inLanguage(name, m),
            (one) => pointsOf(figures, one.price?.parts?.find(({ part }) => part === id)?.points),
            weightIn(weight),
            1,
          ),
        )
      : []),
    ...amount(1),
  ];
  const isPriced = ranking.some((one) => one.price !== null);
  return {
    lines: pointed ? [quality(true), ...pricePoints()] : [],
    sums: [
      ...(isPriced && !pointed ? [quality(false), ...amount(0)] : []),
      line(
        m.common.total,
        ({ total }) => figures.total(total),
        whole ? weightIn(toFractionText(weightsTotal(own))) : '',
      ),
      line(m.common.rank, ({ rank }) => String(rank)),
    ],
  };
}

const pointsOf = (figures: FiguresOfLot, points: string | null | undefined): string =>
  points == null ? '–' : figures.pricePoints(points);

const isPointed = (ranking: readonly RankedBid[]): boolean => ranking.some((one) => one.price?.points != null);

/** Whether the total is what the criteria, and the price points, come to. */
const isSum = ({ price }: TenderRules, ranking: readonly RankedBid[]): boolean =>
  methodOf(price).totalIn === 'points' && (isPointed(ranking) || ranking.every((one) => one.price === null));

function notesOf(m: Messages, own: TenderRules, ranking: readonly RankedBid[], figures: FiguresOfLot): string[] {
  const t = m.glance.addsUp;
  const nodes = weightedCriteria(own);
  if (nodes.length === 0) return [];
  const whole = isSum(own, ranking);
  const exactly = ranking.every((one) => {
    const parts = nodes.flatMap(({ depth, criterion }, place) =>
      depth === 0 && !criterion.knockOut ? [one.lines[place]!.points] : [],
    );
    const points = whole && one.price?.points != null ? [...parts, one.price.points] : parts;
    return figures.addUp(points, whole ? one.total : one.quality);
  });
  return [
    whole ? (isPointed(ranking) ? t.withPrice : t.total) : t.quality,
    ...(nodes.some(({ depth }) => depth > 0) ? [t.parts] : []),
    ...(exactly ? [] : [t.rounded]),
  ];
}
