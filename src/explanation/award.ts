import type { LotAward, PassedOver } from '../domain/award/award.ts';
import { highestScore, weightedCriteria } from '../domain/evaluation/criteria-tree.ts';
import type { LotOutcome, Outcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { compare, equals, exact, roundHalfUp, subtract, toFractionText } from '../domain/number.ts';
import type { Bid } from '../domain/tender/bid.ts';
import { type Names, namesOf } from '../domain/tender/names.ts';
import type { TenderRules } from '../domain/tender/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { shortfallText } from './bids.ts';

/** An outcome with every name, number and reason in words. */
export interface AwardInWords {
  readonly status: Outcome['award']['status'];
  readonly statusShort: string;
  readonly statusText: string;
  readonly total: string | null;
  readonly winnersText: string;
  readonly lots: readonly LotInWords[];
  readonly uniqueness: readonly string[];
  readonly equalOutcomes: null | {
    readonly criteria: readonly string[];
    readonly rows: readonly { division: string; points: readonly string[]; remains: string }[];
  };
  readonly limitCosts: readonly { what: string; total: string; cost: string; division: string }[];
}

export interface LotInWords {
  readonly lot: string;
  readonly name: string;
  readonly winner: string | null;
  /** The winner, or why nobody has the lot. */
  readonly result: string;
  readonly winnerTotal: string;
  readonly reasons: readonly { readonly text: string; readonly detail: string }[];
  readonly ranking: readonly RankInWords[];
  readonly setAside: readonly { readonly bidder: string; readonly reasons: readonly string[] }[];
}

export interface RankInWords {
  readonly bid: string;
  readonly bidder: string;
  readonly rank: number;
  readonly total: string;
  /** The same total as a floating point number, for drawing. */
  readonly length: number;
  readonly wins: boolean;
  readonly remark: string;
  readonly beforeRounding: string;
  readonly lines: readonly {
    readonly criterion: string;
    readonly depth: number;
    readonly score: string;
    readonly weight: string;
    readonly points: string;
    readonly calculation: string;
  }[];
}

export function awardInWords(m: Messages, rules: TenderRules, bids: Iterable<Bid>, outcome: Outcome): AwardInWords {
  const names = namesOf(rules, bids);
  const { award } = outcome;
  const points = (text: string): string => m.format.number(text, rules.rounding.decimals);
  const division = (lots: readonly { lot: string; bid: string }[]): string =>
    lots.map(({ lot, bid }) => `${names.lot(lot)}: ${names.bidder(bid)}`).join('; ');
  return {
    status: award.status,
    statusShort: m.award.statusShort[award.status],
    statusText: m.award.status[award.status],
    total: award.total === null ? null : points(award.total),
    winnersText: m.award.winnersCount(award.winners),
    lots: outcome.lots.map((lot) =>
      lotInWords(m, rules, names, lot, award.lots.find((one) => one.lot === lot.lot)!, award.total),
    ),
    uniqueness: uniqueness(m, names, outcome),
    equalOutcomes:
      award.equalOutcomes.assignments.length < 2
        ? null
        : {
            criteria: rules.award.tieBreak.map((step) => inLanguage(names.criterion(step.criterion), m)),
            rows: award.equalOutcomes.assignments.map((one) => ({
              division: division(one.lots),
              points: one.tieBreak.map((step) => points(step.points)),
              remains: one.remains ? m.award.remainsYes : m.award.remainsNo,
            })),
          },
    limitCosts: award.limitCosts.map((cost) => ({
      what: m.award.without[cost.without],
      total: points(cost.total),
      cost: points(cost.cost),
      division: division(cost.lots),
    })),
  };
}

function lotInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  lot: LotOutcome,
  award: LotAward,
  awardTotal: string | null,
): LotInWords {
  const points = (text: string): string => m.format.number(text, rules.rounding.decimals);
  const winner = lot.ranking.find((one) => one.bid === award.winner);
  const shared = (entry: RankedBid): boolean => lot.ranking.filter((one) => one.rank === entry.rank).length > 1;
  return {
    lot: lot.lot,
    name: names.lot(lot.lot),
    winner: award.winner === null ? null : names.bidder(award.winner),
    result: award.winner === null ? m.award.open[award.open!] : names.bidder(award.winner),
    winnerTotal: winner ? points(winner.total) : '–',
    reasons: winner
      ? award.passedOver.length === 0
        ? [{ text: m.award.firstRanked, detail: '' }]
        : award.passedOver.map((one) => passedOverInWords(m, names, one, awardTotal!, points))
      : [],
    ranking: lot.ranking.map((entry) => ({
      bid: entry.bid,
      bidder: names.bidder(entry.bid),
      rank: entry.rank,
      total: points(entry.total),
      length: exact(entry.total).valueOf(),
      wins: entry.bid === award.winner,
      remark: entry.separatedBy
        ? m.award.separatedBy(inLanguage(names.criterion(entry.separatedBy), m))
        : shared(entry)
          ? m.award.sharedRank
          : '',
      beforeRounding: m.award.beforeRounding(exactText(m, entry.exactTotal)),
      lines: linesInWords(m, rules, names, entry),
    })),
    setAside: lot.setAside.map(({ bid, belowMinimum, shortfalls }) => ({
      bidder: names.bidder(bid),
      reasons: [
        ...shortfalls.map((one) => shortfallText(m, one)),
        ...belowMinimum.map((one) =>
          m.award.belowMinimum(inLanguage(names.criterion(one.criterion), m), one.score, one.minimum),
        ),
      ],
    })),
  };
}

function passedOverInWords(
  m: Messages,
  names: Names,
  { bid, reason, lots, totalIfAwarded }: PassedOver,
  awardTotal: string,
  points: (text: string) => string,
): { text: string; detail: string } {
  const text = m.award.passedOver[reason](names.bidder(bid), m.format.list(lots.map((lot) => `“${names.lot(lot)}”`)));
  if (totalIfAwarded === null) return { text, detail: m.award.ifImpossible };
  if (equals(exact(totalIfAwarded), exact(awardTotal))) {
    return { text, detail: m.award.ifAwardedEqual(points(totalIfAwarded)) };
  }
  if (compare(exact(totalIfAwarded), exact(awardTotal)) > 0) {
    return { text, detail: m.award.ifMoreOpen(points(totalIfAwarded)) };
  }
  const difference = toFractionText(subtract(exact(awardTotal), exact(totalIfAwarded)));
  return { text, detail: m.award.ifAwarded(points(totalIfAwarded), points(difference)) };
}

function linesInWords(m: Messages, rules: TenderRules, names: Names, entry: RankedBid): RankInWords['lines'] {
  const highest = toFractionText(highestScore(rules));
  const depths = new Map(weightedCriteria(rules).map((node) => [node.criterion.id, node.depth]));
  const weights = alignedTexts(
    m,
    entry.lines.map((line) => line.weight),
  );
  const points = alignedTexts(
    m,
    entry.lines.map((line) => line.points),
  );
  return entry.lines.map((line, index) => ({
    criterion: inLanguage(names.criterion(line.criterion), m),
    depth: depths.get(line.criterion)!,
    score: line.score ?? '',
    weight: weights[index]!,
    points: points[index]!,
    calculation: line.score === null ? '' : m.award.line(line.score, highest, weights[index]!, points[index]!),
  }));
}

function uniqueness(m: Messages, names: Names, { award }: Outcome): string[] {
  const { assignments, atLeast } = award.equalOutcomes;
  if (assignments.length === 0) return [];
  if (assignments.length === 1) return [m.award.uniqueYes];
  const many = atLeast ? m.award.uniqueAtLeast(assignments.length) : m.award.uniqueNo(assignments.length);
  if (award.decidedBy?.rule === 'tie-break') {
    return [many, m.award.tieBreakDecided(inLanguage(names.criterion(award.decidedBy.criterion), m))];
  }
  return [many, m.award.tieBreakLeft];
}

const MOST_DECIMALS = 6;

/** How many decimals show a number in full, or undefined when its decimals never end or go on for too long. */
const decimalsOf = (text: string): number | undefined =>
  Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals).find((decimals) =>
    equals(roundHalfUp(exact(text), decimals), exact(text)),
  );

/** An exact number in full where its decimals end, else as a fraction: nothing is rounded in silence. */
function exactText(m: Messages, text: string, least = 0): string {
  const decimals = decimalsOf(text);
  return decimals === undefined ? text : m.format.number(text, Math.max(decimals, least));
}

/** Exact numbers of one column, all with as many decimals as the one that needs most. */
function alignedTexts(m: Messages, texts: readonly string[]): string[] {
  const most = Math.max(...texts.map((text) => decimalsOf(text) ?? 0));
  return texts.map((text) => exactText(m, text, most));
}
