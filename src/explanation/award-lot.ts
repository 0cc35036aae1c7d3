import type { AwardOutcome, LotAward } from '../domain/award/outcome.ts';
import { flagsToRead } from '../domain/evaluation/attention.ts';
import type { LotOutcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { toFractionText } from '../domain/number.ts';
import { weightsTotal } from '../domain/rules/criteria-tree.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import type { Names } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { bestTotal } from '../domain/scoring/total.ts';
import type { Messages } from '../messages/messages.ts';
import { type PointsInWords, pointsInWords } from './award-points.ts';
import type { Prose } from './blocks.ts';
import { type CriterionInWords, howTotal, linesInWords } from './calculation.ts';
import { eurosColumn } from './columns.ts';
import type { FilledFormula } from './formula.ts';
import { flagInWords, type Reason, reasonsInWords, setAsideInWords } from './lot-reasons.ts';
import { stepInWords } from './method.ts';
import { exactTotalIn, fullLength, lengthOf, pricePointsColumn, qualityColumn, totalsColumn } from './totals.ts';

export interface LotInWords {
  readonly lot: string;
  readonly name: string;
  readonly winner: string | null;
  /** The winner, or why nobody has the lot. */
  readonly result: string;
  readonly reasons: readonly Reason[];
  readonly ranking: readonly RankInWords[];
  /** The points of all bids side by side; null where no bid is valid. */
  readonly points: PointsInWords | null;
  /** The length of a full bar. */
  readonly full: number;
  /** What a full bar stands for, and which end is better. */
  readonly axis: string;
  /** What prices were measured against. */
  readonly prices: string | null;
  /** Prices that are not as they should be, and whether one of them asks for an explanation. */
  readonly flags: readonly string[];
  readonly asksExplanation: boolean;
  readonly setAside: readonly { readonly bidder: string; readonly reasons: readonly Prose[] }[];
}

/** A bid in the ranking of a lot; every figure has as many decimals as those of the other bids. */
export interface RankInWords {
  readonly bid: string;
  readonly bidder: string;
  readonly rank: number;
  readonly total: string;
  readonly quality: string;
  /** Null where the price is fixed, or where it earns no points of its own. */
  readonly price: string | null;
  readonly pricePoints: string | null;
  /** The same total as a floating point number, for drawing. */
  readonly length: number;
  readonly wins: boolean;
  readonly remark: string;
  readonly beforeRounding: string;
  readonly howTotal: readonly string[];
  readonly lines: readonly CriterionInWords[];
  /** What the lines at the top sum to. */
  readonly linesTotal: string;
}

/** The anchor of what is told of a lot. */
export const lotAnchor = (lot: string): string => `lot-${lot}`;

/** Everything about one lot in words. @param formulas the own formula with the numbers of a bid in it, where the rules have one */
export function lotInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  lot: LotOutcome,
  here: LotAward,
  award: AwardOutcome,
  formulas: ((lot: string, bid: string) => FilledFormula | undefined) | undefined,
): LotInWords {
  const winner = here.winner === null ? null : names.bidder(here.winner);
  const ranking = rankingInWords(m, rules, names, lot, here.winner, formulas);
  const remarks = ranking.map(({ remark }) => remark);
  return {
    lot: lot.lot,
    name: names.lot(lot.lot),
    winner,
    result: winner ?? (here.open ? m.award.open[here.open] : ''),
    reasons: reasonsInWords(m, { rules, names, lot, here, award }),
    ranking,
    points: pointsInWords(m, rules, names, lot, here, remarks),
    full: fullLength(rules, lot),
    axis: axisInWords(m, rules, lot, ranking),
    prices: pricesInWords(m, lot),
    flags: flagsToRead(lot).map((flag) => flagInWords(m, rules, names, flag)),
    asksExplanation: lot.flags.some(({ flag }) => flag !== 'stated-total-differs'),
    setAside: lot.setAside.map((one) => ({
      bidder: names.bidder(one.bid),
      reasons: setAsideInWords(m, rules, names, one),
    })),
  };
}

/** "Totaal, van 0 tot 100" */
function axisInWords(m: Messages, rules: TenderRules, lot: LotOutcome, ranking: readonly RankInWords[]): string {
  const longest = ranking.reduce<RankInWords | undefined>(
    (most, one) => (most && most.length >= one.length ? most : one),
    undefined,
  );
  const isWhole = longest === undefined || longest.length < fullLength(rules, lot);
  const full = isWhole ? m.format.readable(toFractionText(weightsTotal(rules))) : longest.total;
  return m.award.axis[bestTotal(rules)](full);
}

function rankingInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { lot, ranking, prices: known }: LotOutcome,
  winner: string | null,
  formulas: Parameters<typeof lotInWords>[6],
): RankInWords[] {
  const column = (
    write: (texts: readonly string[]) => string[],
    value: (entry: RankedBid) => string | null | undefined,
  ): (string | null)[] => {
    const written = write(ranking.flatMap((entry) => value(entry) ?? []));
    return ranking.map((entry) => (value(entry) == null ? null : written.shift()!));
  };
  const totals = column(
    (texts) => totalsColumn(m, rules, texts),
    ({ total }) => total,
  );
  const qualities = column(
    (texts) => qualityColumn(m, rules, texts),
    ({ quality }) => quality,
  );
  const prices = column(
    (texts) => eurosColumn(m, texts),
    // The sum of parts says nothing: a rate and a lump sum do not add up.
    ({ price }) => (price?.parts ? null : price?.compared),
  );
  const points = column(
    (texts) => pricePointsColumn(m, rules, texts),
    ({ price }) => price?.points,
  );
  const own = rulesIn(rules, lot);
  const lines = linesInWords(m, own, names, ranking);
  return ranking.map((entry, index) => {
    const shown = {
      total: totals[index]!,
      quality: qualities[index]!,
      price: prices[index]!,
      pricePoints: points[index]!,
    };
    return {
      bid: entry.bid,
      bidder: names.bidder(entry.bid),
      rank: entry.rank,
      ...shown,
      length: lengthOf(entry.total),
      wins: entry.bid === winner,
      remark: remarkOf(m, rules, ranking, entry),
      beforeRounding: m.award.beforeRounding(exactTotalIn(m, rules, entry.exactTotal)),
      howTotal: howTotal(m, own, entry, shown, formulas?.(lot, entry.bid), known),
      ...lines(entry),
    };
  });
}

/** What stands behind an equal total. */
function remarkOf(m: Messages, rules: TenderRules, ranking: readonly RankedBid[], entry: RankedBid): string {
  if (entry.separatedBy) return m.award.separatedBy(stepInWords(m, rules, entry.separatedBy));
  if (ranking.filter(({ rank }) => rank === entry.rank).length < 2) return '';
  return hasTieBreak(rules) ? m.award.sharedRankAfterRule : m.award.sharedRank;
}

/** Whether a rule was announced for what is equal; a draw alone is none. */
export const hasTieBreak = (rules: TenderRules): boolean => rules.award.tieBreak.some(({ rule }) => rule !== 'draw');

function pricesInWords(m: Messages, { prices }: LotOutcome): string | null {
  if (!prices) return null;
  // Of a price in parts the calculations tell.
  if (prices.parts) return null;
  const { bids, lowest, mean, highest } = prices;
  const [low, middle, high] = eurosColumn(m, [lowest, mean, highest]) as [string, string, string];
  return m.award.priceReference(bids, low, middle, high);
}
