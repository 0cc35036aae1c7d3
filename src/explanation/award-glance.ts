import type { AwardOutcome, LotAward } from '../domain/award/outcome.ts';
import type { LotOutcome, Outcome, RankedBid } from '../domain/evaluation/evaluate.ts';
import { compare, equals, exact, subtract, toFractionText, ZERO } from '../domain/number.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import { mechanismOf } from '../domain/rules/mechanisms.ts';
import type { Names } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { Messages } from '../messages/messages.ts';
import { drawnFrom } from './lot-reasons.ts';
import { stepInWords } from './method.ts';
import { countedTotal, totalsColumn, totalsIn } from './totals.ts';

/** Who gets a lot, in one row: figures have the same decimals in all rows, and are a dash where there is nothing to show. */
export interface LotAtAGlance {
  readonly lot: string;
  readonly name: string;
  readonly winner: string;
  /** Whether somebody has it. */
  readonly won: boolean;
  /** Said of a winner that is not the best of the lot; empty for one that is. */
  readonly mark: string;
  readonly total: string;
  /** The best bid of the lot beside the winner, with its total. */
  readonly other: string;
  readonly otherTotal: string;
  /** How much better the winner is than that; below zero where it is worse. */
  readonly lead: string;
  /** In a few words, why the winner has it, or why nobody has. */
  readonly why: string;
}

/** A lot with the totals that stand in its row, as exact numbers. */
interface Row {
  readonly here: LotAward;
  readonly lot: LotOutcome;
  readonly winner: RankedBid | undefined;
  readonly other: RankedBid | undefined;
  readonly total: string | undefined;
  readonly lead: string | undefined;
}

/** Every lot in one row, under any mechanism. */
export function lotsAtAGlance(m: Messages, rules: TenderRules, names: Names, outcome: Outcome): LotAtAGlance[] {
  const rows = rules.lots.map(({ id }) => rowOf(outcome, id));
  const totals = totalsColumn(
    m,
    rules,
    rows.flatMap(({ total, other }) => [total ?? [], other?.total ?? []].flat()),
  );
  const leads = totalsColumn(m, rules, [...rows.flatMap(({ lead }) => lead ?? []), '0']);
  return rows.map((row) => {
    const { here, other, total, lead } = row;
    return {
      lot: here.lot,
      name: names.lot(here.lot),
      won: here.winner !== null,
      winner: here.winner === null ? m.glance.nobody[here.open ?? 'impossible'] : names.bidder(here.winner),
      mark: lead !== undefined && compare(exact(lead), ZERO) < 0 ? m.glance.notBest[outcome.best] : '',
      total: total === undefined ? '–' : totals.shift()!,
      other: other ? names.bidder(other.bid) : '–',
      otherTotal: other ? totals.shift()! : '',
      lead: lead === undefined ? '–' : leads.shift()!,
      why: whyInWords(m, rules, names, outcome, row),
    };
  });
}

function rowOf({ lots, award, best }: Outcome, id: string): Row {
  const here = award.lots.find(({ lot }) => lot === id)!;
  const lot = lots.find((one) => one.lot === id)!;
  // Of a lot that is fixed nothing was compared, and one that is part of a combination was not won by its own total.
  const compared = here.winner !== null && !here.fixed && here.combination === null;
  const winner = compared ? lot.ranking.find(({ bid }) => bid === here.winner) : undefined;
  const other = winner && lot.ranking.find(({ bid }) => bid !== here.winner);
  const total = winner && countedTotal(award, here, winner);
  const ahead = (one: string, two: string): string => toFractionText(subtract(exact(one), exact(two)));
  return {
    here,
    lot,
    winner,
    other,
    total,
    lead: total && other && (best === 'highest' ? ahead(total, other.total) : ahead(other.total, total)),
  };
}

function whyInWords(m: Messages, rules: TenderRules, names: Names, outcome: Outcome, row: Row): string {
  const t = m.glance;
  const { here, lot } = row;
  const fallen = lot.setAside.filter((one) => one.fallen).map(({ bid }) => names.bidder(bid));
  const without = fallen.length === 0 ? [] : [t.afterFallen(fallen)];
  if (here.winner === null) return [t.whyNobody[here.open ?? 'impossible'], ...without].join('; ');
  if (here.fixed) return t.fixed;
  const drawn = drawnFrom({ rules, lot, here, award: outcome.award });
  return [
    ...(here.combination === null ? [] : [inCombination(m, rules, names, outcome, here)]),
    ...(drawn.length === 0 ? [] : [t.drawn(drawn.map(names.bidder))]),
    ...passedOverShort(m, rules, names, outcome, row),
    ...(here.passedOver.length === 0 && here.combination === null && drawn.length === 0
      ? [whyFirst(m, rules, outcome, row)]
      : []),
    ...(here.discount === undefined ? [] : [t.discount(m.format.decimal(here.discount))]),
    ...without,
  ].join('; ');
}

function inCombination(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { lots }: Outcome,
  { combination, winner }: LotAward,
): string {
  const entry = lots.find(({ lot }) => lot === combination)!.ranking.find(({ bid }) => bid === winner)!;
  return m.glance.combination(names.lot(combination!), totalsIn(m, rules)(entry.total));
}

/** Why the winner has it where nobody ranks higher. */
function whyFirst(
  m: Messages,
  rules: TenderRules,
  { best, award }: Outcome,
  { lot, winner, other, lead }: Row,
): string {
  const t = m.glance;
  if (lot.ranking.length === 1) return t.only;
  if (!winner || !other || lead === undefined || !equals(exact(lead), ZERO)) return t.best[best];
  const step = other.separatedBy ?? (award.decidedBy?.rule === 'tie-break' ? award.decidedBy.step : null);
  return step ? t.separated(stepInWords(m, rules, step)) : t.bestSum[best];
}

/** Who is passed over is told of the best of them; of more there is only the number. */
function passedOverShort(
  m: Messages,
  rules: TenderRules,
  names: Names,
  { best, award }: Outcome,
  { here: { passedOver } }: Row,
): string[] {
  const t = m.glance;
  const [first, ...others] = passedOver;
  if (!first) return [];
  const bySum = mechanismOf(rules).bySum && award.status === 'awarded';
  // Said already, or not so.
  const said = first.reason === 'lower-total' || first.reason === 'tie-break';
  return [
    t.passedOver[first.reason](names.bidder(first.bid), first.lots.length),
    ...(others.length === 0 ? [] : [t.morePassedOver(others.length)]),
    ...(bySum && !said ? [t.bestSum[best]] : []),
  ];
}

/** What the division as a whole comes to, in a few words each: the sum, whether another is as good, and what the limits cost. */
export function divisionAtAGlance(m: Messages, rules: TenderRules, { award }: Outcome): string[] {
  const { total, winners } = award;
  if (total === null) return [];
  return [
    ...(rules.lots.length === 1 || !mechanismOf(rules).bySum ? [] : [m.glance.sum(totalsIn(m, rules)(total))]),
    ...(rules.lots.length === 1 ? [] : [m.award.winnersCount(winners)]),
    ...othersAsGood(m, rules, award),
    ...limitsCost(m, rules, award),
  ];
}

function othersAsGood(m: Messages, rules: TenderRules, { status, equalOutcomes }: AwardOutcome): string[] {
  const t = m.glance;
  const { atLeast, assignments } = equalOutcomes;
  if (status === 'best-found' || assignments.length === 0) return [];
  const { bySum } = mechanismOf(rules);
  const isOne = rules.lots.length === 1;
  if (assignments.length > 1) return isOne || !bySum ? [] : [t.equalDivisions(assignments.length, atLeast)];
  if (atLeast) return [t.onlyDivision.unknown];
  return [isOne ? t.onlyDivision.one : bySum ? t.onlyDivision.sum : t.onlyDivision.ranking];
}

function limitsCost(m: Messages, rules: TenderRules, award: AwardOutcome): string[] {
  const t = m.glance.limitsCost;
  const all = award.limitCosts.find(({ without }) => without === 'all-limits');
  if (rules.lots.length === 1 || !all) return [];
  const covered = all.lots.flatMap(({ lot }) => lotsOf(rules, lot)).length;
  if (covered > award.lotsAwarded) return [t.openLots];
  if (compare(exact(all.cost), ZERO) <= 0) return [t.nothing];
  const [cost] = totalsColumn(m, rules, [all.cost, '0']) as [string];
  const costly = award.limitCosts.filter(
    ({ without, cost: own }) => without !== 'all-limits' && equals(exact(own), exact(all.cost)),
  );
  const [only] = costly;
  return [only && costly.length === 1 ? t.one(limitName(m, rules, only.without), cost) : t.all(cost)];
}

/** A limit by its name, with the number that was announced. */
export function limitName(
  m: Messages,
  { award }: TenderRules,
  limit: AwardOutcome['limitCosts'][number]['without'],
): string {
  const t = m.glance.limit;
  switch (limit) {
    case 'maximum-lots':
      return t[limit](award.maximumLotsPerBidder);
    case 'minimum-winners':
      return t[limit](award.winners.minimum);
    case 'maximum-winners':
      return t[limit](award.winners.maximum);
    case 'lot-groups':
    case 'capacity':
      return t[limit]();
    case 'all-limits':
      return m.award.without[limit];
    default:
      return limit satisfies never;
  }
}
