import type { Awarded, Contradiction, LotAward, PassedOver } from '../domain/award/outcome.ts';
import type { LotOutcome, Outcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { compare, equals, exact, isNegative, roundHalfUp, subtract, toFractionText, ZERO } from '../domain/number.ts';
import { type Bid, lotsOf } from '../domain/rules/bid.ts';
import { highestScore, weightedCriteria, weightsTotal } from '../domain/rules/criteria-tree.ts';
import { mechanismOf } from '../domain/rules/mechanisms.ts';
import { type Names, namesOf } from '../domain/rules/names.ts';
import { methodOf, pricedRules } from '../domain/rules/price-rules.ts';
import type { TenderRules, TieBreakStep } from '../domain/rules/rules.ts';
import type { SetAside } from '../domain/scoring/lot.ts';
import type { PriceFlag } from '../domain/scoring/price.ts';
import { bestTotal } from '../domain/scoring/total.ts';
import { decimalsOf } from '../messages/format.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { pairs, sentences } from '../messages/sentence.ts';
import { shortfallText } from './bids.ts';
import { abnormallyOf, euros, eurosApart, mechanismName, scoringInWords, stepInWords, stepShort } from './method.ts';

/** An outcome with every name, number and reason in words. */
export interface AwardInWords {
  readonly status: Outcome['award']['status'];
  readonly statusShort: string;
  readonly statusText: string;
  /** How the lots were divided, as a sentence. */
  readonly mechanism: string;
  /** Rules and facts that contradict each other, one sentence each. */
  readonly contradiction: readonly string[];
  readonly drawBetween: string | null;
  readonly total: string | null;
  readonly winnersText: string;
  readonly lots: readonly LotInWords[];
  readonly combinations: readonly LotInWords[];
  readonly uniqueness: readonly string[];
  readonly equalOutcomes: null | {
    readonly criteria: readonly string[];
    readonly rows: readonly { division: string; points: readonly string[]; remains: string }[];
  };
  /** The award itself first, then without each limit; none where nothing is awarded. */
  readonly limitCosts: readonly { what: string; current: boolean; total: string; cost: string; division: string }[];
  readonly variants: readonly { what: string; current: boolean; total: string; cost: string; division: string }[];
  readonly proof: string | null;
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
  /** The length of a full bar. */
  readonly full: number;
  /** What prices were measured against. */
  readonly prices: string | null;
  /** Prices that ask for an explanation. */
  readonly flags: readonly string[];
  readonly setAside: readonly { readonly bidder: string; readonly reasons: readonly string[] }[];
}

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
  readonly lines: readonly {
    readonly criterion: string;
    readonly depth: number;
    readonly score: string;
    readonly weight: string;
    readonly points: string;
    readonly calculation: string;
  }[];
  /** What the lines at the top sum to, with as many decimals as they have. */
  readonly linesTotal: string;
}

export function awardInWords(given: Messages, rules: TenderRules, bids: Iterable<Bid>, outcome: Outcome): AwardInWords {
  const m = forRules(given, rules);
  const names = namesOf(rules, bids);
  const { award } = outcome;
  const points = totalsIn(m, rules);
  const chosen =
    award.status === 'awarded'
      ? award.lots.flatMap(({ lot, winner }) => (winner === null ? [] : [{ lot, bid: winner }]))
      : undefined;
  const division = (lots: readonly Awarded[]): string => {
    const open = rules.lots.filter(({ id }) => !lots.some(({ lot }) => lotsOf(rules, lot).includes(id)));
    return [
      ...(lots.length === 0 ? [] : [pairs(lots.map(({ lot, bid }) => [names.lot(lot), names.bidder(bid)]))]),
      ...(open.length === 0 ? [] : [m.award.stayOpen(open.map(({ name }) => name))]),
    ].join('; ');
  };
  /** The division of the award, or a division that is as good as it where nothing is chosen. */
  const asGood = (lots: readonly Awarded[]): string => {
    if (award.status === 'draw-needed') return m.award.amongEqual;
    return division(chosen ?? lots);
  };
  return {
    status: award.status,
    statusShort: m.award.statusShort[award.status],
    statusText: statusInWords(m, rules, names, award),
    mechanism: m.award.divided(mechanismName(m, rules, rules.award.mechanism)),
    total: award.total === null ? null : points(award.total),
    winnersText: m.award.winnersCount(award.winners),
    drawBetween: award.drawBetween.length === 0 ? null : m.award.drawBetween(award.drawBetween.map(names.bidder)),
    contradiction: award.contradiction ? contradictionInWords(m, names, award.contradiction) : [],
    lots: rules.lots.map(({ id }) => {
      const lot = outcome.lots.find((one) => one.lot === id)!;
      return lotInWords(m, rules, names, lot, award.lots.find((one) => one.lot === id)!, award);
    }),
    combinations: (rules.combinations ?? []).map(({ id }) => {
      const lot = outcome.lots.find((one) => one.lot === id)!;
      return { ...lotInWords(m, rules, names, lot, NOT_AWARDED, award), winner: null, result: '' };
    }),
    uniqueness: uniqueness(m, rules, outcome),
    equalOutcomes:
      award.equalOutcomes.assignments.length < 2
        ? null
        : {
            criteria: (award.equalOutcomes.assignments[0]?.tieBreak ?? []).map(({ step }) => stepShort(m, rules, step)),
            rows: award.equalOutcomes.assignments.map((one) => ({
              division: division(one.lots),
              points: one.tieBreak.map(({ step, value }) =>
                step.rule === 'lower-price' ? euros(m, value) : points(value),
              ),
              remains: one.remains ? m.award.remainsYes : m.award.remainsNo,
            })),
          },
    limitCosts: [
      ...(award.limitCosts.length === 0 || award.total === null
        ? []
        : [
            {
              what: m.award.withLimits,
              current: true,
              total: points(award.total),
              cost: '–',
              division: asGood([]),
            },
          ]),
      ...award.limitCosts.map((cost) => ({
        what: m.award.without[cost.without],
        current: false,
        total: points(cost.total),
        cost: signed(cost.cost, points),
        // Without a limit that costs nothing the award itself is still one of the best.
        division: equals(exact(cost.cost), ZERO) ? asGood(cost.lots) : division(cost.lots),
      })),
    ],
    variants: award.variants.map(({ limit, value, current, total, cost, lots }) => ({
      what: m.award.variant[limit](value),
      current,
      total: total === null ? m.award.variantImpossible : points(total),
      cost: cost === null ? '–' : signed(cost, points),
      division:
        lots.length === 0 ? '–' : current && cost !== null && equals(exact(cost), ZERO) ? asGood(lots) : division(lots),
    })),
    proof: proofInWords(m, award, points),
  };
}

/** What the outcome comes to, with what stays open. */
function statusInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { status, lots, contradiction }: Outcome['award'],
): string {
  const t = m.award;
  switch (status) {
    case 'awarded': {
      const open = lots.filter(({ winner }) => winner === null).map(({ lot }) => names.lot(lot));
      return open.length === 0 ? t.awarded : sentences(t.awarded, t.stayOpen(open));
    }
    case 'draw-needed': {
      const needed = t.drawNeeded[mechanismOf(rules).bySum ? 'divisions' : 'ranking'];
      return hasTieBreak(rules) ? sentences(needed, t.drawNeeded.afterRule) : needed;
    }
    case 'impossible':
      return t.impossible[contradiction?.winners == null ? 'limits' : 'mechanism'];
    case 'best-found':
      return t.bestFound;
  }
}

/** Whether a rule was announced for what is equal; a draw alone is none. */
const hasTieBreak = (rules: TenderRules): boolean => rules.award.tieBreak.some(({ rule }) => rule !== 'draw');

const stepDecided = (m: Messages, rules: TenderRules, step: TieBreakStep): string =>
  step.rule === 'draw' ? m.award.drawDecided : m.award.tieBreakDecided(stepInWords(m, rules, step));

/** A lot that is ranked but not awarded by itself: a combination of lots. */
const NOT_AWARDED: LotAward = { lot: '', winner: null, combination: null, open: null, passedOver: [] };

const isInEuros = ({ price }: TenderRules): boolean => methodOf(price).totalIn === 'euro';

/** Totals in the notation of the method: euros where the total is an amount, else points with the announced decimals. */
export function totalsIn(m: Messages, rules: TenderRules): (text: string) => string {
  const { decimals, rankOn } = rules.rounding;
  if (isInEuros(rules)) return (text) => euros(m, text);
  return (text) => m.format.grouped(text, rankOn === 'rounded' ? decimals : Math.max(decimals, 4));
}

/** A total before it was rounded, with all its decimals. */
function exactTotalIn(m: Messages, rules: TenderRules, text: string): string {
  if (!isInEuros(rules)) return m.format.readable(text);
  return (decimalsOf(text) ?? Number.POSITIVE_INFINITY) <= 2
    ? euros(m, text)
    : m.methods.amount(m.format.readable(text));
}

const signed = (text: string, points: (text: string) => string): string =>
  `${compare(exact(text), ZERO) > 0 ? '+' : ''}${points(text)}`;

function contradictionInWords(
  m: Messages,
  names: Names,
  { rule, limit, bidders, lots, winners }: Contradiction,
): string[] {
  const t = m.award;
  const demand = rule === 'minimum-winners' ? t.contradictionMinimum(limit) : t.contradictionMaximum(limit);
  if (winners !== null) return [demand, t.contradictionGave(winners)];
  if (bidders.length + lots.length === 0) return [demand, t.contradictionNoBids];
  return [demand, t.contradictionCover(bidders.length + lots.length, bidders.map(names.bidder), lots.map(names.lot))];
}

function proofInWords(m: Messages, { proof }: Outcome['award'], points: (text: string) => string): string | null {
  if (!proof) return null;
  return proof.kind === 'best-found' ? m.award.proof['best-found'](points(proof.gap)) : m.award.proof[proof.kind];
}

function lotInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  lot: LotOutcome,
  award: LotAward,
  { total: awardTotal, decidedBy }: Pick<Outcome['award'], 'total' | 'decidedBy'>,
): LotInWords {
  const decision = decidedBy?.rule === 'tie-break' ? ` ${stepDecided(m, rules, decidedBy.step)}` : '';
  const points = totalsIn(m, rules);
  const ranked = lot.ranking.find((one) => one.bid === award.winner);
  const shared = (entry: RankedBid): boolean => lot.ranking.filter((one) => one.rank === entry.rank).length > 1;
  return {
    lot: lot.lot,
    name: names.lot(lot.lot),
    winner: award.winner === null ? null : names.bidder(award.winner),
    result: award.winner !== null ? names.bidder(award.winner) : award.open ? m.award.open[award.open] : '',
    winnerTotal: ranked ? points(ranked.total) : '–',
    reasons:
      award.winner === null
        ? []
        : reasonsInWords(
            m,
            names,
            award,
            awardTotal,
            points,
            ranked?.rank === 1,
            bestTotal(rules) === 'lowest',
            decision,
          ),
    ranking: lot.ranking.map((entry) => ({
      bid: entry.bid,
      bidder: names.bidder(entry.bid),
      rank: entry.rank,
      total: points(entry.total),
      quality: qualityIn(m, rules, entry.quality),
      price: entry.price ? euros(m, entry.price.compared) : null,
      pricePoints: entry.price?.points ? m.format.readable(roundedText(entry.price.points), 2) : null,
      length: Math.max(0, exact(entry.total).valueOf()),
      wins: entry.bid === award.winner,
      remark: entry.separatedBy
        ? m.award.separatedBy(stepInWords(m, rules, entry.separatedBy))
        : shared(entry)
          ? hasTieBreak(rules)
            ? m.award.sharedRankAfterRule
            : m.award.sharedRank
          : '',
      beforeRounding: m.award.beforeRounding(exactTotalIn(m, rules, entry.exactTotal)),
      howTotal: howTotal(m, rules, entry),
      ...linesInWords(m, rules, names, entry),
    })),
    full: fullLength(rules, lot),
    prices: lot.prices
      ? m.award.priceReference(
          lot.prices.bids,
          euros(m, lot.prices.lowest),
          euros(m, lot.prices.mean),
          euros(m, lot.prices.highest),
        )
      : null,
    flags: lot.flags.map((flag) => flagInWords(m, rules, names, flag)),
    setAside: lot.setAside.map((one) => ({ bidder: names.bidder(one.bid), reasons: setAsideInWords(m, names, one) })),
  };
}

/** The length of the longest bar: a perfect bid where totals are points, else the highest total. */
function fullLength(rules: TenderRules, { ranking }: LotOutcome): number {
  const most = Math.max(1, ...ranking.map(({ total }) => exact(total).valueOf()));
  return methodOf(rules.price).totalIn === 'points' ? Math.max(most, weightsTotal(rules).valueOf()) : most;
}

function reasonsInWords(
  m: Messages,
  names: Names,
  award: LotAward,
  awardTotal: string | null,
  points: (text: string) => string,
  first: boolean,
  lowest: boolean,
  decision: string,
): LotInWords['reasons'] {
  const combined =
    award.combination === null ? [] : [{ text: m.award.inCombination(names.lot(award.combination)), detail: '' }];
  if (award.passedOver.length > 0) {
    return [
      ...combined,
      ...award.passedOver.map((one) => passedOverInWords(m, names, one, awardTotal!, points, lowest, decision)),
    ];
  }
  if (combined.length > 0) return combined;
  return [{ text: first ? m.award.firstRanked : m.award.nothingFirst, detail: '' }];
}

function setAsideInWords(m: Messages, names: Names, one: SetAside): string[] {
  const t = m.award;
  const reasons = [
    ...one.shortfalls.map((shortfall) => shortfallText(m, shortfall)),
    ...one.belowMinimum.map(({ criterion, score, minimum }) =>
      t.belowMinimum(inLanguage(names.criterion(criterion), m), score, minimum),
    ),
    ...one.belowPoints.map(({ criterion, points, minimum }) =>
      criterion === null
        ? t.belowQuality(t.points(m.format.readable(points)), m.format.decimal(minimum))
        : t.belowPoints(
            inLanguage(names.criterion(criterion), m),
            t.points(m.format.readable(points)),
            m.format.decimal(minimum),
          ),
    ),
  ];
  if (one.outsideBounds) {
    const { flag, compared, threshold } = one.outsideBounds;
    reasons.push(t.outside[flag](...eurosApart(m, compared, threshold)));
  }
  if (one.fallen) reasons.push(t.fallen[one.fallen.stage](one.fallen.reason));
  return reasons.length > 0 ? reasons : [t.notAssessed];
}

function flagInWords(m: Messages, rules: TenderRules, names: Names, flag: PriceFlag): string {
  const bidder = names.bidder(flag.bid);
  const t = m.award.flag;
  switch (flag.flag) {
    case 'abnormally-low': {
      const check = pricedRules(rules.price)!.abnormallyLow!;
      return t[flag.flag](bidder, ...eurosApart(m, flag.compared, flag.threshold), abnormallyOf(m, check));
    }
    case 'stated-total-differs':
      return t[flag.flag](bidder, ...eurosApart(m, flag.stated, flag.computed));
    default:
      return t[flag.flag](bidder, ...eurosApart(m, flag.compared, flag.threshold));
  }
}

function passedOverInWords(
  m: Messages,
  names: Names,
  { bid, reason, lots, totalIfAwarded }: PassedOver,
  awardTotal: string,
  points: (text: string) => string,
  lowest: boolean,
  decision: string,
): { text: string; detail: string } {
  const text = m.award.passedOver[reason](names.bidder(bid), lots.map(names.lot));
  if (totalIfAwarded === undefined) return { text, detail: '' };
  if (totalIfAwarded === null) return { text, detail: m.award.ifImpossible };
  const difference = subtract(exact(awardTotal), exact(totalIfAwarded));
  if (equals(difference, ZERO)) {
    const same = m.award.ifAwardedEqual[lowest ? 'lowest' : 'highest'](points(totalIfAwarded));
    return { text, detail: same + decision };
  }
  // Fewer open lots come before a better sum, so a better sum means that more lots would stay open.
  const loss = lowest ? subtract(ZERO, difference) : difference;
  if (compare(loss, ZERO) < 0) return { text, detail: m.award.ifMoreOpen(points(totalIfAwarded)) };
  const tell = lowest ? m.award.ifAwardedHigher : m.award.ifAwarded;
  return { text, detail: tell(points(totalIfAwarded), points(toFractionText(loss))) };
}

function linesInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  entry: RankedBid,
): Pick<RankInWords, 'lines' | 'linesTotal'> {
  const nodes = new Map(weightedCriteria(rules).map((node) => [node.criterion.id, node]));
  const highest = m.format.readable(highestScore(rules));
  const aligned = (texts: readonly string[]): string[] =>
    methodOf(rules.price).qualityIn === 'euro' ? texts.map((text) => euros(m, text)) : alignedTexts(m, texts);
  const weights = aligned(entry.lines.map((line) => line.weight));
  const points = aligned([...entry.lines.map((line) => line.points), entry.quality]);
  const lines = entry.lines.map((line, index) => {
    const { criterion, depth } = nodes.get(line.criterion)!;
    const plain = !criterion.scoring && !criterion.relativeToBest && rules.rounding.criteria === undefined;
    const special = scoringInWords(m, rules, criterion).join(' ');
    return {
      criterion: inLanguage(names.criterion(line.criterion), m),
      depth,
      score: m.format.decimal(line.score ?? ''),
      weight: weights[index]!,
      points: points[index]!,
      calculation:
        line.score === null
          ? special
          : plain
            ? m.award.line(line.score, highest, weights[index]!, points[index]!)
            : `${m.format.decimal(line.score)} → ${points[index]!}${special === '' ? '' : ` (${special})`}`,
    };
  });
  return { lines, linesTotal: points[points.length - 1]! };
}

/** "60 quality points + 32.5 price points = 92.5", with how the price came about before it. */
function howTotal(m: Messages, rules: TenderRules, { quality, price, exactTotal }: RankedBid): readonly string[] {
  const rulesOfPrice = pricedRules(rules.price);
  if (!rulesOfPrice || !price) return [];
  const t = m.award;
  const extra = (amount: string): string | null => (equals(exact(amount), ZERO) ? null : euros(m, amount));
  const [vat, time] = [extra(price.vat), extra(price.timeCost)];
  const compared = euros(m, price.compared);
  const q = m.format.readable(quality);
  const total = m.format.readable(exactTotal);
  const last = (): string => {
    switch (rulesOfPrice.method) {
      case 'weighted-factor':
        return t.totalLine['weighted-factor'](q, m.format.readable(price.points!), total);
      case 'award-on-value':
        // A malus is added; "minus minus" is for machines.
        return isNegative(exact(quality))
          ? t.totalLine.malus(euros(m, toFractionText(exact(quality).abs())), compared, euros(m, exactTotal))
          : t.totalLine['award-on-value'](euros(m, quality), compared, euros(m, exactTotal));
      case 'quality-per-euro':
        return t.totalLine['quality-per-euro'](q, compared, total, euros(m, rulesOfPrice.per));
      case 'price-per-quality':
        return t.totalLine['price-per-quality'](q, compared, total, m.format.decimal(rulesOfPrice.divisor));
      case 'lowest-price':
        return t.totalLine['lowest-price'](compared);
      case 'formula':
        return t.totalLine.formula(rulesOfPrice.expression, total);
    }
  };
  const plain = vat === null && time === null;
  return [...(plain ? [] : [t.priceLine(euros(m, price.offered), vat, time, compared)]), last()];
}

const qualityIn = (m: Messages, rules: TenderRules, quality: string): string =>
  methodOf(rules.price).qualityIn === 'euro' ? euros(m, quality) : m.format.readable(roundedText(quality));

/** At most four decimals, for a column. */
const roundedText = (text: string): string => toFractionText(roundHalfUp(exact(text), 4));

function uniqueness(m: Messages, rules: TenderRules, { award }: Outcome): string[] {
  const { assignments, atLeast } = award.equalOutcomes;
  if (assignments.length === 0 || award.status === 'best-found') return [];
  if (assignments.length === 1) {
    return [mechanismOf(rules).bySum ? m.award.uniqueYes : m.award.uniqueByRanking];
  }
  const many = atLeast ? m.award.uniqueAtLeast(assignments.length) : m.award.uniqueNo(assignments.length);
  if (award.decidedBy?.rule === 'tie-break') {
    return [many, stepDecided(m, rules, award.decidedBy.step)];
  }
  return [many, hasTieBreak(rules) ? m.award.tieBreakLeftAfterRule : m.award.tieBreakLeft];
}

/** A number in full where its decimals end, else readable with the exact fraction behind it: for the auditor, who calculates again. */
export const toTheLastDigit = (m: Messages, text: string): string =>
  decimalsOf(text) === undefined ? `${m.format.readable(text)} (${text})` : m.format.readable(text);

/** Exact numbers of one column, all with as many decimals as the one that needs most. */
function alignedTexts(m: Messages, texts: readonly string[]): string[] {
  const most = Math.max(...texts.map((text) => decimalsOf(text) ?? 0));
  return texts.map((text) => m.format.readable(text, most));
}
