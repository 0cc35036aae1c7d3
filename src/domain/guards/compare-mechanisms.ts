import { awardLots } from '../award/award.ts';
import type { Awarded, AwardOutcome } from '../award/outcome.ts';
import { partiesOf } from '../award/parties.ts';
import { checkStability } from '../award/proof/blocking-pairs.ts';
import { compare } from '../number.ts';
import { MECHANISMS, type Mechanism, mechanism as mechanismNames, mechanismOf } from '../rules/mechanisms.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { evaluateLots } from '../scoring/lot.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { bestTotal } from '../scoring/total.ts';

/** The same scores under one mechanism. */
export interface UnderMechanism {
  readonly mechanism: Mechanism;
  /** The announced one. */
  readonly announced: boolean;
  readonly status: AwardOutcome['status'];
  readonly total: string | null;
  readonly lots: readonly Awarded[];
  /** A bidder that would rather have this lot and scores higher there than who holds it: it could rightly complain. Equals do not. */
  readonly complaints: readonly { readonly bid: string; readonly lot: string; readonly holder: string | null }[];
  /** Where the order of the lots counts: the other divisions that another order of the lots would give. */
  readonly otherOrders: readonly { readonly order: readonly string[]; readonly lots: readonly Awarded[] }[];
}

export interface MechanismComparison {
  readonly mechanisms: readonly UnderMechanism[];
  /** Bidders gave no preferences, so each was taken to prefer the lots in which its total is best. */
  readonly assumedPreferences: boolean;
  /** More orders exist than were tried. */
  readonly ordersCapped: boolean;
}

/** All orders of up to five lots; of more, every order with two lots exchanged. */
const MOST_ORDERS = 120;
const OTHER_ORDERS_SHOWN = 5;

/**
 * All mechanisms side by side, for the same scores and limits. Undefined where lots can be bid for in combination:
 * only the highest total can weigh those.
 */
export function compareMechanisms(input: EvaluationInput): MechanismComparison | undefined {
  const { rules } = input;
  // A capacity need not leave a stable division, and a discount is weighed by sums alone.
  if (rules.combinations || rules.award.capacity || rules.award.discounts) return undefined;
  const rankings = new Map([...evaluateLots(input)].map(([lot, { ranking }]) => [lot, ranking]));
  const assumedPreferences = !mechanismOf(rules).asksPreferences;
  const bids = assumedPreferences
    ? input.bids.map((bid) => ({ ...bid, preferences: bestFirst(rules, rankings, bid) }))
    : input.bids;
  const announced = rules.award.lotOrder ?? rules.lots.map(({ id }) => id);
  const under = (mechanism: Mechanism, lotOrder: readonly string[] = announced): EvaluationInput => {
    const { lotOrder: _, ...award } = rules.award;
    const changed = {
      ...award,
      mechanism,
      ...(MECHANISMS[mechanism].needsLotOrder ? { lotOrder: [...lotOrder] } : {}),
    };
    // A draw that was held for one mechanism may leave out who is equal under another: it then decides nothing, as in the second engine.
    return { ...input, engine: 2, bids, rules: { ...rules, award: changed } };
  };

  const orders = lotOrders(rules);
  const mechanisms = mechanismNames.options.map((mechanism): UnderMechanism => {
    const changed = under(mechanism);
    const award = awardLots(changed, rankings);
    const lots = awardedIn(award);
    return {
      mechanism,
      announced: mechanism === rules.award.mechanism,
      status: award.status,
      total: award.total,
      lots,
      complaints: award.status === 'awarded' ? complaintsIn(changed, rankings, lots) : [],
      otherOrders: MECHANISMS[mechanism].needsLotOrder
        ? otherOrders((order) => awardLots(under(mechanism, order), rankings), orders.list, lots)
        : [],
    };
  });
  return { mechanisms, assumedPreferences, ordersCapped: orders.capped };
}

const awardedIn = ({ lots }: AwardOutcome): Awarded[] =>
  lots.flatMap(({ lot, winner }) => (winner === null ? [] : [{ lot, bid: winner }]));

/** The lots of a bid, the one with its best total first; equal totals in the announced order. */
function bestFirst(
  rules: TenderRules,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
  bid: EvaluationInput['bids'][number],
): string[] {
  const sign = bestTotal(rules) === 'highest' ? -1 : 1;
  const totalIn = (lot: string) => rankings.get(lot)?.find((one) => one.bid === bid.id)?.total;
  return bid.lots
    .map(({ lot }) => lot)
    .sort((a, b) => {
      const [x, y] = [totalIn(a), totalIn(b)];
      if (x && y) return sign * compare(x, y);
      return x ? -1 : y ? 1 : 0;
    });
}

function complaintsIn(
  input: EvaluationInput,
  rankings: ReadonlyMap<string, readonly Ranked[]>,
  awarded: readonly Awarded[],
): UnderMechanism['complaints'] {
  const { rules } = input;
  const parties = partiesOf(rules, input.bids);
  const lotPlace = new Map(rules.lots.map(({ id }, place) => [id, place]));
  const bidPlace = new Map(parties.bids.map((bid, place) => [bid, place]));
  const holders = rules.lots.map(({ id }) => {
    const bid = awarded.find(({ lot }) => lot === id)?.bid;
    return bid === undefined ? null : bidPlace.get(bid)!;
  });
  const pairs = checkStability({
    rankings: rules.lots.map(({ id }) => rankings.get(id)!.map(({ bid }) => bidPlace.get(bid)!)),
    wishes: parties.bids.map((id) =>
      (input.bids.find((bid) => bid.id === id)!.preferences ?? []).map((lot) => lotPlace.get(lot)!),
    ),
    parties: parties.list,
    holders,
  });
  const rankOf = (lot: string, bid: string | null) => rankings.get(lot)!.find((one) => one.bid === bid)?.rank;
  return pairs
    .map(({ bid, lot }) => ({
      bid: parties.bids[bid]!,
      lot: rules.lots[lot]!.id,
      holder: holders[lot] === null ? null : parties.bids[holders[lot]!]!,
    }))
    .filter(({ bid, lot, holder }) => rankOf(lot, bid) !== rankOf(lot, holder));
}

function otherOrders(
  award: (order: readonly string[]) => AwardOutcome,
  orders: readonly (readonly string[])[],
  announced: readonly Awarded[],
): UnderMechanism['otherOrders'] {
  const seen = new Set([JSON.stringify(announced)]);
  const found: { order: readonly string[]; lots: Awarded[] }[] = [];
  for (const order of orders) {
    const lots = awardedIn(award(order));
    const key = JSON.stringify(lots);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ order, lots });
    if (found.length === OTHER_ORDERS_SHOWN) break;
  }
  return found;
}

function lotOrders({ lots, award }: TenderRules): { list: readonly (readonly string[])[]; capped: boolean } {
  const announced = award.lotOrder ?? lots.map(({ id }) => id);
  const all = announced.length <= 5 ? [...permutations(announced)] : exchanged(announced);
  return { list: all.slice(0, MOST_ORDERS), capped: announced.length > 5 };
}

function* permutations(items: readonly string[]): Generator<string[]> {
  if (items.length < 2) {
    yield [...items];
    return;
  }
  for (const item of items) for (const rest of permutations(items.filter((one) => one !== item))) yield [item, ...rest];
}

const exchanged = (order: readonly string[]): string[][] =>
  order.flatMap((_, first) =>
    order.slice(first + 1).map((_, offset) => {
      const other = [...order];
      [other[first], other[first + 1 + offset]] = [other[first + 1 + offset]!, other[first]!];
      return other;
    }),
  );
