import type { Awarded } from '../domain/award/outcome.ts';
import {
  compareMechanisms,
  type MechanismComparison,
  type UnderMechanism,
} from '../domain/guards/compare-mechanisms.ts';
import type { AwardChange, ContestedLot, ContestedScores } from '../domain/guards/contested-scores.ts';
import { type RankReversal, rankReversals, type Standing } from '../domain/guards/rank-reversal.ts';
import {
  type Robustness,
  robustness,
  robustnessWork,
  type ScoreChange,
  type SmallestChange,
} from '../domain/guards/robustness.ts';
import type { WeightChange } from '../domain/guards/sensitive-weights.ts';
import { type Becomes, createWhatIf } from '../domain/guards/what-if.ts';
import { compare, exact } from '../domain/number.ts';
import { MECHANISMS } from '../domain/rules/mechanisms.ts';
import { type Names, namesOf } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { decimalsOf } from '../messages/format.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import { mechanismInWords, mechanismName } from './method.ts';
import { totalsColumn } from './totals.ts';

/** What would change with a bid fewer, another score, another weight or another mechanism, in words. */
export interface GuardsInWords {
  readonly mechanisms: null | MechanismsInWords;
  readonly reversals: readonly ReversalInWords[];
  /** Null where it is more work than that of `mostScores` scores. */
  readonly robustness: readonly { readonly lot: string; readonly score: string; readonly weight: string }[] | null;
}

export interface MechanismsInWords {
  readonly notes: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly announced: boolean;
    readonly description: string;
    readonly status: string;
    readonly total: string;
    readonly division: readonly { readonly lot: string; readonly bidder: string }[];
    readonly complaints: readonly string[];
    readonly orders: readonly string[];
  }[];
}

export interface ReversalInWords {
  readonly title: string;
  readonly texts: readonly string[];
  readonly tables: readonly {
    readonly caption: string;
    /** Side by side; empty where one side is shorter. */
    readonly rows: readonly { readonly before: string; readonly after: string }[];
  }[];
}

/**
 * @param input complete and checked
 * @param mostScores above the work of so many consensus scores robustness is left out: who waits for a page should not wait long
 */
export function guardsInWords(
  given: Messages,
  input: EvaluationInput,
  mostScores = Number.POSITIVE_INFINITY,
): GuardsInWords {
  const m = forRules(given, input.rules);
  const names = namesOf(input.rules, input.bids);
  const comparison = compareMechanisms(input);
  const whatIf = createWhatIf(input);
  return {
    mechanisms: comparison ? mechanismsInWords(m, input.rules, names, comparison) : null,
    reversals: rankReversals(input, whatIf).map((reversal) => reversalInWords(m, input.rules, names, reversal)),
    robustness: robustnessWork(input) > mostScores ? null : robustnessInWords(m, names, robustness(input, whatIf)),
  };
}

/** What would change an outcome first, in a sentence or two. @param m of the tender: see `forRules` */
export function firstChangeInWords(m: Messages, rules: TenderRules, names: Names, found: SmallestChange): string {
  const t = m.glance;
  const isOne = rules.lots.length === 1;
  if (!found) return isOne ? t.turnsOneNever : t.turnsNever;
  return sentences(...(isOne ? [] : [t.turns(names.lot(found.lot))]), scoreInWords(m, names, found.lot, found.change));
}

function mechanismsInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { mechanisms, assumedPreferences, ordersCapped }: MechanismComparison,
): MechanismsInWords {
  const t = m.rehearsal;
  const totals = totalsColumn(
    m,
    rules,
    mechanisms.flatMap(({ total }) => total ?? []),
  );
  return {
    notes: [...(assumedPreferences ? [t.assumedPreferences] : []), ...(ordersCapped ? [t.orderCapped] : [])],
    rows: mechanisms.map((one) => ({
      name: mechanismName(m, rules, one.mechanism),
      announced: one.announced,
      description: mechanismInWords(m, rules, one.mechanism),
      status: m.award.statusShort[one.status],
      total: one.total === null ? '–' : totals.shift()!,
      division: rules.lots.map(({ id }) => ({
        lot: names.lot(id),
        bidder: bidderOf(names, one.lots, id),
      })),
      complaints: complaintsInWords(m, names, one),
      orders: ordersInWords(m, names, one),
    })),
  };
}

const bidderOf = (names: Names, lots: readonly Awarded[], lot: string): string => {
  const found = lots.find((one) => one.lot === lot);
  return found ? names.bidder(found.bid) : '–';
};

function complaintsInWords({ rehearsal: t }: Messages, names: Names, { status, complaints }: UnderMechanism): string[] {
  if (status !== 'awarded') return [];
  if (complaints.length === 0) return [t.noComplaints];
  return complaints.map(({ bid, lot, holder }) =>
    holder === null
      ? t.complaintOpen(names.bidder(bid), names.lot(lot))
      : t.complaint(names.bidder(bid), names.lot(lot), names.bidder(holder)),
  );
}

function ordersInWords(m: Messages, names: Names, { mechanism, otherOrders }: UnderMechanism): string[] {
  if (!MECHANISMS[mechanism].needsLotOrder) return [];
  if (otherOrders.length === 0) return [m.rehearsal.orderNo];
  return otherOrders.map(({ order, lots }) =>
    m.rehearsal.otherOrder(
      order.map(names.lot),
      lots.map(({ lot, bid }) => [names.lot(lot), names.bidder(bid)]),
    ),
  );
}

function reversalInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { removed, lots, award }: RankReversal,
): ReversalInWords {
  const t = m.rehearsal;
  const tables = (before: readonly Standing[], after: readonly Standing[]): [string[], string[]] => {
    const both = [...before, ...after];
    const totals = totalsColumn(
      m,
      rules,
      both.map(({ total }) => total),
    );
    const lines = both.map((one, index) => t.standing(one.rank, names.bidder(one.bid), totals[index]!));
    return [lines.slice(0, before.length), lines.slice(before.length)];
  };
  const division = (awarded: readonly Awarded[]): string[] =>
    rules.lots.map(({ id }) => `${names.lot(id)}: ${bidderOf(names, awarded, id)}`);
  return {
    title: t.reversal(names.bidder(removed)),
    texts: [
      ...lots.map(({ lot }) => t.reversalLot(names.lot(lot))),
      ...(award ? [t.reversalAward(names.bidder(removed))] : []),
    ],
    tables: [
      ...lots.map(({ lot, before, after }) => ({
        caption: m.award.ranking(names.lot(lot)),
        rows: sideBySide(...tables(before, after)),
      })),
      ...(award
        ? [{ caption: m.award.division, rows: sideBySide(division(award.before), division(award.after)) }]
        : []),
    ],
  };
}

const sideBySide = (before: readonly string[], after: readonly string[]): ReversalInWords['tables'][number]['rows'] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, place) => ({
    before: before[place] ?? '',
    after: after[place] ?? '',
  }));

function robustnessInWords(
  m: Messages,
  names: Names,
  { scores, weights }: Robustness,
): NonNullable<GuardsInWords['robustness']> {
  return scores.map(({ lot, change }) => ({
    lot: names.lot(lot),
    score: change ? scoreInWords(m, names, lot, change) : m.rehearsal.noScore,
    weight: weightOf(m, names, weights?.find((one) => one.lot === lot)?.change, weights === null),
  }));
}

function scoreInWords(m: Messages, names: Names, lot: string, change: ScoreChange): string {
  const t = m.rehearsal;
  const elsewhere = change.lot === lot ? null : names.lot(change.lot);
  const criterion = inLanguage(names.criterion(change.criterion), m);
  const { from, to } = change;
  return t.scoreChange(
    criterion,
    names.bidder(change.bid),
    elsewhere,
    m.format.decimal(from),
    m.format.decimal(to),
    outcome(m, names, change.becomes),
  );
}

function weightOf(m: Messages, names: Names, change: WeightChange | null | undefined, unknown: boolean): string {
  const t = m.rehearsal;
  if (unknown) return t.notStraight;
  if (!change) return t.noWeight;
  const criterion = change.criterion === null ? null : inLanguage(names.criterion(change.criterion), m);
  const [from, to] = [m.format.readable(change.from), nearText(m, change.to, change.from)];
  const way = compare(exact(change.to), exact(change.from)) < 0 ? 'lower' : 'higher';
  const becomes = outcome(m, names, change.becomes);
  return change.from === change.to
    ? t.anyWeightChange(criterion, from, becomes)
    : t.weightChange(criterion, way, from, to, becomes);
}

/** A point that may lie between two decimals: rounded, with the digits in which it differs from what it is now. */
function nearText(m: Messages, text: string, from: string): string {
  if (decimalsOf(text) !== undefined) return m.format.readable(text);
  const decimals = [2, 3, 4, 5].find((count) => m.format.number(text, count) !== m.format.number(from, count)) ?? 6;
  return m.rehearsal.about(m.format.number(text, decimals));
}

const outcome = ({ rehearsal: t }: Messages, names: Names, { bid, draw }: Becomes): string =>
  bid !== null ? t.goesTo(names.bidder(bid)) : draw ? t.becomesDraw : t.becomesOpen;

/** The answer to the court's question, in words. */
export interface ContestInWords {
  readonly title: string;
  readonly contested: readonly string[];
  /** All lots together first, where there are more; empty where there is nothing to contest. */
  readonly answers: readonly AnswerInWords[];
  readonly nothing: string | null;
}

export interface AnswerInWords {
  readonly title: string;
  /** Unknown where no change was found and not everything was tried. */
  readonly changes: 'yes' | 'no' | 'unknown';
  readonly verdict: string;
  readonly texts: readonly string[];
}

export function contestInWords(
  given: Messages,
  input: EvaluationInput,
  { contested, lots, together }: ContestedScores,
): ContestInWords {
  const m = forRules(given, input.rules);
  const t = m.rehearsal;
  const names = namesOf(input.rules, input.bids);
  const several = lots.length > 1;
  const inLot = (lot: ContestedLot): AnswerInWords =>
    answerInWords(m, names, (several ? t.contestLotAlone : t.contestLot)(names.lot(lot.lot)), lot, {
      where: () => null,
      ends: t.contestEnds,
      standings: standingsInWords(m, input.rules, names, lot),
    });
  const inAll = (): AnswerInWords =>
    answerInWords(m, names, t.contestTogether, together, {
      where: names.lot,
      ends: t.contestEndsTogether,
      standings: [],
    });
  return {
    title: t.contestResult,
    contested: contested.map(({ bid, lot, criteria }) =>
      t.contestOf(
        names.bidder(bid),
        lot === undefined ? null : names.lot(lot),
        criteria.map((one) => inLanguage(names.criterion(one), m)),
      ),
    ),
    answers: [...(several ? [inAll()] : []), ...lots.map(inLot)],
    nothing: lots.length === 0 ? t.contestNoScores : null,
  };
}

interface AnswerFrame {
  /** How the lot of a score is named; null where it goes without saying. */
  readonly where: (lot: string) => string | null;
  /** What is said when only the ends were tried. */
  readonly ends: string;
  readonly standings: readonly string[];
}

function answerInWords(
  m: Messages,
  names: Names,
  title: string,
  { changes, smallest, onlyEnds }: AwardChange,
  { where, ends, standings }: AnswerFrame,
): AnswerInWords {
  const t = m.rehearsal;
  const some = changes.length > 0;
  return {
    title,
    changes: some ? 'yes' : onlyEnds ? 'unknown' : 'no',
    verdict: some ? t.contestAward(changes.map(names.lot)) : onlyEnds ? t.contestNoAwardFound : t.contestNoAward,
    texts: [
      ...standings,
      ...(smallest
        ? [
            t.contestSmallest(
              smallest.scores.map(({ bid, lot, criterion, from, to }) =>
                t.contestScore(
                  names.bidder(bid),
                  where(lot),
                  inLanguage(names.criterion(criterion), m),
                  m.format.decimal(from),
                  m.format.decimal(to),
                ),
              ),
              smallest.lots.map(({ lot, bid, draw }) => [
                names.lot(lot),
                bid === null ? (draw ? m.award.open.draw : '–') : names.bidder(bid),
              ]),
            ),
          ]
        : []),
      ...(onlyEnds ? [ends] : []),
    ],
  };
}

/** Where the bids of a lot stand, and between what they come; the totals held against each other. */
function standingsInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { bids, others, onlyEnds }: ContestedLot,
): string[] {
  const t = m.rehearsal;
  const totals = totalsColumn(
    m,
    rules,
    bids.flatMap(({ now, reach }) => [
      ...(now ? [now.total] : []),
      ...(reach ? [reach.totals.lowest, reach.totals.highest] : []),
    ]),
  );
  const texts = bids.map(({ bid, now, reach, fallsOut, changesRank }) => {
    const bidder = names.bidder(bid);
    const standing = now ? t.contestNow(bidder, now.rank, totals.shift()!) : t.contestNowAside(bidder);
    if (!reach) return sentences(standing, t.contestAside.always);
    const range = t.contestRange(totals.shift()!, totals.shift()!);
    const ranks = changesRank || onlyEnds ? t.contestRanks(reach.ranks.best, reach.ranks.worst) : t.contestSameRank;
    return sentences(standing, range, ranks, fallsOut ? t.contestAside.sometimes : '');
  });
  return [...texts, ...(others.length === 0 ? [] : [t.contestOthers(others.map(names.bidder))])];
}
