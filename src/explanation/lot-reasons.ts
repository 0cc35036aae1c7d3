import type { AwardOutcome, LotAward, PassedOver } from '../domain/award/outcome.ts';
import type { LotOutcome } from '../domain/evaluation/evaluate.ts';
import { compare, equals, exact, subtract, toFractionText, ZERO } from '../domain/number.ts';
import { measuredCriteria, weightedCriteria } from '../domain/rules/criteria-tree.ts';
import { mechanismOf } from '../domain/rules/mechanisms.ts';
import type { Names } from '../domain/rules/names.ts';
import { lowTests, partsOf } from '../domain/rules/price-rules.ts';
import type { TenderRules, TieBreakStep } from '../domain/rules/rules.ts';
import type { SetAside } from '../domain/scoring/lot.ts';
import type { PriceFlag } from '../domain/scoring/price.ts';
import { bestTotal } from '../domain/scoring/total.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { shortfallText } from './bids.ts';
import type { Prose } from './blocks.ts';
import { fallenInWords } from './fallen.ts';
import { abnormallyOf, eurosApart, stepInWords } from './method.ts';
import { countedTotal, totalsColumn, totalsIn } from './totals.ts';

/** One reason why a lot went where it went; `detail` says what the other way would have given. */
export interface Reason {
  readonly text: string;
  readonly detail: string;
}

/** What the reasons of a lot depend on. */
export interface ReasonedLot {
  readonly rules: TenderRules;
  readonly names: Names;
  readonly lot: LotOutcome;
  readonly here: LotAward;
  readonly award: AwardOutcome;
}

/** Why the winner of a lot has it, also by a draw, and who fell away; of a lot that nobody has only the latter. */
export function reasonsInWords(m: Messages, reasoned: ReasonedLot): Reason[] {
  const { rules, award, here, names, lot } = reasoned;
  const told = (text: string): Reason => ({ text, detail: '' });
  const combined = here.combination === null ? [] : [told(m.award.inCombination(names.lot(here.combination)))];
  const fallen = (['withdrawn', 'excluded'] as const).flatMap((stage) => {
    const bids = lot.setAside.filter((one) => one.fallen?.stage === stage).map(({ bid }) => names.bidder(bid));
    return bids.length === 0 ? [] : [told(m.award.afterFallen[stage](bids))];
  });
  if (here.winner === null) return fallen;
  if (here.fixed) return [told(m.award.fixedLot), ...fallen];
  const drawn = drawnFrom(reasoned);
  const ranked = lot.ranking.find((one) => one.bid === here.winner);
  const passedOver = here.passedOver.map((one) => passedOverInWords(m, reasoned, one));
  const plainly = ranked?.rank === 1 ? m.award.firstRanked : m.award.nothingFirst;
  return [
    ...combined,
    ...(passedOver.length > 0 || combined.length > 0 ? passedOver : [told(plainly)]),
    ...(drawn.length === 0 ? [] : [told(m.award.wonByDraw(drawn.map(names.bidder)))]),
    ...(here.discount === undefined || !ranked
      ? []
      : [
          told(
            m.award.withDiscount(
              m.format.decimal(here.discount),
              totalsIn(m, rules)(countedTotal(award, here, ranked)),
            ),
          ),
        ]),
    ...fallen,
  ];
}

/** The bids that would have had this lot if the draw had gone the other way. */
export function drawnFrom({ rules, lot, here, award }: Omit<ReasonedLot, 'names'>): string[] {
  return mechanismOf(rules).bySum ? fromEqualDivisions(here, award) : fromRanking(lot, here);
}

/** Of the divisions that the announced tie-break left equal, the draw chose one. */
function fromEqualDivisions({ lot, winner }: LotAward, { decidedBy, equalOutcomes }: AwardOutcome): string[] {
  if (decidedBy?.rule !== 'tie-break' || decidedBy.step.rule !== 'draw') return [];
  const chosen = equalOutcomes.assignments.find(({ remains }) => remains);
  const steps = JSON.stringify(chosen?.tieBreak);
  const holders = equalOutcomes.assignments
    .filter(({ tieBreak }) => JSON.stringify(tieBreak) === steps)
    .flatMap(({ lots }) => lots.filter((one) => one.lot === lot).map(({ bid }) => bid));
  return [...new Set(holders)].filter((bid) => bid !== winner).sort();
}

/** The bids right under the winner that only the draw put there. */
function fromRanking({ ranking }: LotOutcome, { winner }: LotAward): string[] {
  const below = ranking.slice(ranking.findIndex(({ bid }) => bid === winner) + 1);
  const end = below.findIndex(({ separatedBy }) => separatedBy?.rule !== 'draw');
  return (end === -1 ? below : below.slice(0, end)).map(({ bid }) => bid);
}

/** What decided between divisions with the same sum, as a sentence. */
export const stepDecided = (m: Messages, rules: TenderRules, step: TieBreakStep): string =>
  step.rule === 'draw' ? m.award.drawDecided : m.award.tieBreakDecided(stepInWords(m, rules, step));

function passedOverInWords(
  m: Messages,
  { rules, names, award }: ReasonedLot,
  { bid, reason, lots, totalIfAwarded }: PassedOver,
): Reason {
  const text = m.award.passedOver[reason](names.bidder(bid), lots.map(names.lot));
  if (totalIfAwarded === undefined) return { text, detail: '' };
  if (totalIfAwarded === null) return { text, detail: m.award.ifImpossible };
  const lowest = bestTotal(rules) === 'lowest';
  const difference = subtract(exact(award.total!), exact(totalIfAwarded));
  // The sum of the award and zero stand with them, so that no difference looks like none.
  const [, total, shown] = totalsColumn(m, rules, [
    award.total!,
    totalIfAwarded,
    toFractionText(difference.abs()),
    '0',
  ]) as [string, string, string, string];
  if (equals(difference, ZERO)) {
    const decision = award.decidedBy?.rule === 'tie-break' ? ` ${stepDecided(m, rules, award.decidedBy.step)}` : '';
    return { text, detail: m.award.ifAwardedEqual[lowest ? 'lowest' : 'highest'](total) + decision };
  }
  // Fewer open lots come before a better sum, so a better sum means that more lots would stay open.
  const worse = compare(lowest ? subtract(ZERO, difference) : difference, ZERO) > 0;
  if (!worse) return { text, detail: m.award.ifMoreOpen(total) };
  return { text, detail: (lowest ? m.award.ifAwardedHigher : m.award.ifAwarded)(total, shown) };
}

/** Whether a criterion is a knock-out that is answered with yes or no. */
const isYesNo = (rules: TenderRules, id: string): boolean =>
  weightedCriteria(rules).some(
    ({ criterion }) => criterion.id === id && criterion.knockOut && criterion.scale?.kind === 'yes-no',
  );

/** Why a bid cannot win a lot, every reason by itself; what people typed is tagged with its language. */
export function setAsideInWords(m: Messages, rules: TenderRules, names: Names, one: SetAside): Prose[] {
  const t = m.award;
  const reasons: Prose[] = [
    ...one.shortfalls.map((shortfall) => shortfallText(m, shortfall)),
    ...one.belowMinimum.map(({ criterion, score, minimum }) => {
      const name = inLanguage(names.criterion(criterion), m);
      return isYesNo(rules, criterion) ? t.knockedOut(name) : t.belowMinimum(name, score, minimum);
    }),
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
    const [price, bound] = eurosApart(m, compared, threshold);
    reasons.push(equals(exact(compared), exact(threshold)) ? t.atBound[flag](price) : t.outside[flag](price, bound));
  }
  for (const { criterion, value, bound, limit } of one.outsideMeasures ?? []) {
    const name = inLanguage(names.criterion(criterion), m);
    const unit = measuredCriteria(rules).find((node) => node.criterion.id === criterion)?.criterion.measured?.unit;
    const amount = (text: string): string => `${m.format.readable(text)} ${unit ? inLanguage(unit, m) : ''}`.trim();
    reasons.push(t.outsideMeasure[bound](name, amount(value), amount(limit)));
  }
  if (one.fallen) reasons.push(fallenInWords(m, one.fallen));
  return reasons.length > 0 ? reasons : [t.notAssessed];
}

/** A price that asks for an explanation, with the figures. */
export function flagInWords(m: Messages, rules: TenderRules, names: Names, flag: PriceFlag): string {
  const bidder = names.bidder(flag.bid);
  const t = m.award.flag;
  const name = partsOf(rules.price).find(({ id }) => id === (flag.part ?? null))?.name;
  const inPart = (text: string): string => (name ? m.award.ofPart(text, inLanguage(name, m)) : text);
  switch (flag.flag) {
    case 'abnormally-low':
    case 'abnormally-high': {
      const part = partsOf(rules.price).find(({ id }) => id === (flag.part ?? null))!;
      const check = lowTests(part.rules).find(({ of }) => of === flag.of)!;
      return inPart(t[flag.flag](bidder, ...eurosApart(m, flag.compared, flag.threshold), abnormallyOf(m, check)));
    }
    case 'stated-total-differs':
      return inPart(t[flag.flag](bidder, ...eurosApart(m, flag.stated, flag.computed)));
    default: {
      const [price, bound] = eurosApart(m, flag.compared, flag.threshold);
      if (equals(exact(flag.compared), exact(flag.threshold))) return inPart(t.atBound[flag.flag](bidder, price));
      return inPart(t[flag.flag](bidder, price, bound));
    }
  }
}
