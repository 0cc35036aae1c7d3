import { exact, multiply, subtract, sum, toFractionText, ZERO } from '../number.ts';
import type { TenderRules } from '../rules/rules.ts';
import { drawIn, requireInDraw } from '../scoring/draws.ts';
import { type EvaluationInput, isFixed, isWithdrawn } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { bestTotal } from '../scoring/total.ts';
import type { RuledCap } from './caps.ts';
import type { Awarded, AwardOutcome, EqualOutcome, LimitCost, LotAward, PassedOver, Variant } from './outcome.ts';
import { type Parties, partiesOf } from './parties.ts';
import { type Cap, countOf } from './proof/problem.ts';
import type { RankingMechanism } from './ranking-mechanism.ts';

type Rankings = ReadonlyMap<string, readonly Ranked[]>;
/** Lot -> bid. */
type Holders = ReadonlyMap<string, string>;

/** Ways to order bids that share a rank are tried out up to this many; beyond it a draw is needed. */
const ORDERS_TRIED = 5_040;
const EQUAL_OUTCOMES_LISTED = 100;
const VARIANTS = 12;

/**
 * The mechanisms that go by the ranking per lot and not by a sum: bidders' preferences, and the fixed order of lots.
 * Bids that share a rank are put in every possible order: where that changes the outcome, a draw is needed.
 */
export function awardByRanking(mechanism: RankingMechanism, input: EvaluationInput, rankings: Rankings): AwardOutcome {
  const { rules } = input;
  const parties = partiesOf(rules, input.bids, fixedHolders(input));
  const run = (orders: ReadonlyMap<string, readonly string[]>, changed: TenderRules = rules): Holders => {
    const own = changed === rules ? parties : partiesOf(changed, input.bids, fixedHolders(input));
    return divideByRanking(mechanism, { ...input, rules: changed }, own, orders);
  };

  const { outcomes, complete } = outcomesOf(notFixed(input, rankings), run);
  requireCompleteDraws(input, outcomes, complete);
  const first = outcomes[0]!;
  const settled = (lot: string): boolean => complete && outcomes.every((other) => other.get(lot) === first.get(lot));
  const draw = outcomes.length > 1 || !complete;
  const winners = new Set([...first.values()].map((bid) => partyOf(parties, bid))).size;
  const { minimum, maximum } = rules.award.winners;
  const broken = winners < minimum ? 'minimum-winners' : winners > maximum ? 'maximum-winners' : null;
  const total = totalOf(rankings, first);
  const contradiction = broken
    ? ({
        rule: broken,
        limit: broken === 'minimum-winners' ? minimum : maximum,
        bidders: [],
        lots: [],
        winners,
      } as const)
    : null;

  const lots = rules.lots.map(({ id: lot }): LotAward => {
    const valid = (rankings.get(lot) ?? []).length > 0;
    if (contradiction && !draw) return open(lot, valid ? 'impossible' : 'no-valid-bid');
    if (!settled(lot)) return open(lot, 'draw');
    const winner = first.get(lot);
    if (isWithdrawn(input, lot)) return open(lot, 'withdrawn');
    if (isFixed(input, lot)) {
      return { ...open(lot, winner === undefined ? 'fixed' : null), winner: winner ?? null, fixed: true };
    }
    if (winner === undefined) return open(lot, valid ? 'limits' : 'no-valid-bid');
    return {
      lot,
      winner,
      combination: null,
      open: null,
      passedOver: passedOver(mechanism, input, rankings, parties, first, lot, winner),
    };
  });
  const possible = draw || !contradiction;
  return {
    status: draw ? 'draw-needed' : contradiction ? 'impossible' : 'awarded',
    lots,
    total: possible && first.size > 0 ? total : null,
    lotsAwarded: possible ? first.size : 0,
    winners: possible ? winners : 0,
    equalOutcomes: {
      atLeast: outcomes.length > EQUAL_OUTCOMES_LISTED || !complete,
      assignments: possible
        ? outcomes
            .slice(0, EQUAL_OUTCOMES_LISTED)
            .map((one): EqualOutcome => ({ lots: inOrder(rules, one), tieBreak: [], remains: true }))
        : [],
    },
    decidedBy: draw || contradiction ? null : { rule: 'mechanism' },
    drawBetween: draw ? drawBetween(rules, outcomes, rankings, complete) : [],
    limitCosts: possible ? limitCosts(rules, rankings, first, run) : [],
    variants: possible ? variants(rules, rankings, first, run) : [],
    contradiction: draw ? null : contradiction,
    proof: possible && !draw ? mechanism.proof : null,
  };
}

/** Who gets which lot, without any explanation: null where it stays open, undefined where a draw is needed or nothing is awarded. */
export function holdersByRanking(
  mechanism: RankingMechanism,
  input: EvaluationInput,
  rankings: Rankings,
): Map<string, string | null | undefined> {
  const { rules } = input;
  const parties = partiesOf(rules, input.bids, fixedHolders(input));
  const { outcomes, complete } = outcomesOf(notFixed(input, rankings), (orders) =>
    divideByRanking(mechanism, input, parties, orders),
  );
  const first = outcomes[0]!;
  const winners = new Set([...first.values()].map((bid) => partyOf(parties, bid))).size;
  const { minimum, maximum } = rules.award.winners;
  const allowed = outcomes.length > 1 || (winners >= minimum && winners <= maximum);
  const settled = (lot: string): boolean =>
    complete && allowed && outcomes.every((other) => other.get(lot) === first.get(lot));
  return new Map(rules.lots.map(({ id }) => [id, settled(id) ? (first.get(id) ?? null) : undefined]));
}

const open = (lot: string, why: LotAward['open']): LotAward => ({
  lot,
  winner: null,
  combination: null,
  open: why,
  passedOver: [],
});

/** Lot -> bid, of the lots that stay as they are. */
const fixedHolders = ({ fixedLots = [] }: EvaluationInput): ReadonlyMap<string, string | null> =>
  new Map(fixedLots.map(({ lot, bid }) => [lot, bid]));

/** The rankings of the lots that are up for award. */
const notFixed = (input: EvaluationInput, rankings: Rankings): Rankings =>
  new Map([...rankings].map(([lot, ranking]) => [lot, isFixed(input, lot) || isWithdrawn(input, lot) ? [] : ranking]));

/**
 * From engine 3 on a draw must decide what it was held for.
 * @throws DomainError `draw-incomplete`
 */
function requireCompleteDraws(
  { rules, engine, draws }: EvaluationInput,
  outcomes: readonly Holders[],
  complete: boolean,
): void {
  if (engine === 2 || !complete || outcomes.length < 2) return;
  for (const { id } of rules.lots) {
    const draw = drawIn(draws, id);
    const holders = new Set(outcomes.map((one) => one.get(id)));
    if (draw && holders.size > 1)
      requireInDraw(
        draw,
        id,
        [...holders].flatMap((bid) => bid ?? []),
      );
  }
}

/** One run of a mechanism on strict rankings: lot -> bid. What is fixed takes up room, and stays. */
export function divideByRanking(
  mechanism: RankingMechanism,
  input: EvaluationInput,
  parties: Parties,
  orders: ReadonlyMap<string, readonly string[]>,
): Holders {
  const { rules, bids } = input;
  const fixed = [...fixedHolders(input)].flatMap(([lot, bid]) => (bid === null ? [] : [[lot, bid] as const]));
  const places = new Map(parties.bids.map((bid, place) => [bid, place]));
  const lotPlaces = new Map(rules.lots.map(({ id }, place) => [id, place]));
  const rankings = rules.lots.map(({ id }) => (orders.get(id) ?? []).map((bid) => places.get(bid)!));
  const wishes = parties.bids.map((id) => {
    const bid = bids.find((one) => one.id === id)!;
    return (bid.preferences ?? bid.lots.map(({ lot }) => lot)).map((lot) => lotPlaces.get(lot)!);
  });
  const order = (rules.award.lotOrder ?? []).map((lot) => lotPlaces.get(lot)!);
  const left = fixed.length === 0 ? parties.list : roomBeside(rules, parties, fixed);
  const holders = mechanism.divide({ rankings, wishes, order, parties: left });
  const divided = new Map(
    holders.flatMap((bid, lot) => (bid === null ? [] : [[rules.lots[lot]!.id, parties.bids[bid]!] as const])),
  );
  return new Map([...divided, ...fixed]);
}

/** The room that is left to bidders beside the lots that they have for good. */
export function roomBeside(
  rules: TenderRules,
  parties: Parties,
  fixed: readonly (readonly [lot: string, bid: string])[],
): Parties['list'] {
  const heldBy = (bids: readonly number[]): number =>
    fixed.filter(([, bid]) => bids.includes(parties.bids.indexOf(bid))).length;
  const usedOf = (cap: Cap): bigint =>
    fixed.reduce(
      (used, [lot, bid]) =>
        cap.bids.includes(parties.bids.indexOf(bid))
          ? used + cap.counts[rules.lots.findIndex(({ id }) => id === lot)]!
          : used,
      0n,
    );
  return parties.list.map((party) => {
    const members = party.bids.map(({ bid }) => bid);
    const holder = party.oneBid ? members.find((bid) => heldBy([bid]) > 0) : undefined;
    return {
      ...party,
      maximumLots: party.maximumLots - heldBy(members),
      ...(party.caps ? { caps: party.caps.map((cap) => ({ ...cap, most: cap.most - usedOf(cap) })) } : {}),
      bids: party.bids.map(({ bid, maximumLots }) => ({
        bid,
        maximumLots: holder === undefined || holder === bid ? maximumLots - heldBy([bid]) : 0,
      })),
    };
  });
}

/** Every different outcome over all orders of the bids that share a rank; one outcome when no rank is shared. */
function outcomesOf(
  rankings: Rankings,
  run: (orders: ReadonlyMap<string, readonly string[]>) => Holders,
): { outcomes: Holders[]; complete: boolean } {
  const choices = [...rankings].map(([lot, ranking]) => ({ lot, groups: sharedRanks(ranking) }));
  const count = choices.reduce(
    (product, { groups }) => product * groups.reduce((orders, group) => orders * factorial(group.length), 1),
    1,
  );
  const complete = count <= ORDERS_TRIED;
  const different = new Map<string, Holders>();
  for (const orders of complete
    ? allOrders(choices)
    : [new Map(choices.map(({ lot, groups }) => [lot, groups.flat()]))]) {
    const outcome = run(orders);
    const key = JSON.stringify([...outcome].sort());
    if (!different.has(key)) different.set(key, outcome);
  }
  return { outcomes: [...different.values()], complete };
}

/** Bids of equal rank together, best first. */
function sharedRanks(ranking: readonly Ranked[]): string[][] {
  const groups = new Map<number, string[]>();
  for (const { bid, rank } of ranking) groups.set(rank, [...(groups.get(rank) ?? []), bid]);
  return [...groups].sort(([a], [b]) => a - b).map(([, bids]) => bids);
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function* allOrders(
  choices: readonly { lot: string; groups: readonly (readonly string[])[] }[],
): Generator<Map<string, string[]>> {
  const [first, ...rest] = choices;
  if (!first) {
    yield new Map();
    return;
  }
  for (const others of allOrders(rest)) {
    for (const order of groupOrders(first.groups)) yield new Map([[first.lot, order], ...others]);
  }
}

function* groupOrders(groups: readonly (readonly string[])[]): Generator<string[]> {
  const [first, ...rest] = groups;
  if (!first) {
    yield [];
    return;
  }
  for (const head of permutations(first)) for (const tail of groupOrders(rest)) yield [...head, ...tail];
}

function* permutations(items: readonly string[]): Generator<string[]> {
  if (items.length < 2) {
    yield [...items];
    return;
  }
  for (const item of items) for (const rest of permutations(items.filter((one) => one !== item))) yield [item, ...rest];
}

/** The bids that get a lot in one outcome and not in another; of too many orders, all bids that share a rank. */
function drawBetween(
  rules: TenderRules,
  outcomes: readonly Holders[],
  rankings: Rankings,
  complete: boolean,
): string[] {
  if (!complete) {
    const shared = [...rankings.values()].flatMap((ranking) =>
      sharedRanks(ranking).filter((group) => group.length > 1),
    );
    return [...new Set(shared.flat())].sort();
  }
  const bids = rules.lots.flatMap(({ id }) => {
    const holders = new Set(outcomes.map((one) => one.get(id)));
    return holders.size > 1 ? [...holders].filter((bid) => bid !== undefined) : [];
  });
  return [...new Set(bids)].sort();
}

/** A higher-ranked bid that did not get the lot has its maximum; by preferences: with lots that it ranked higher itself. */
function passedOver(
  { heedsPreferences }: RankingMechanism,
  { bids, rules }: EvaluationInput,
  rankings: Rankings,
  parties: Parties,
  holders: Holders,
  lot: string,
  winner: string,
): PassedOver[] {
  const lotPlace = (id: string): number => rules.lots.findIndex((one) => one.id === id);
  const ranking = rankings.get(lot)!;
  const rank = ranking.find(({ bid }) => bid === winner)!.rank;
  return ranking
    .filter((candidate) => candidate.rank < rank)
    .map(({ bid }): PassedOver => {
      const lots = [...holders]
        .filter(([, holder]) => partyOf(parties, holder) === partyOf(parties, bid))
        .map(([held]) => held);
      const preferences = bids.find((one) => one.id === bid)?.preferences ?? [];
      const prefers = lots.every(
        (held) => preferences.includes(held) && preferences.indexOf(held) < preferences.indexOf(lot),
      );
      const cap = fullCap(parties, holders, lotPlace, bid, lot);
      const full = cap ? CAP_REASONS[cap.kind] : 'has-maximum';
      return { bid, reason: heedsPreferences && prefers && lots.length > 0 ? 'prefers-own' : full, lots: lots.sort() };
    });
}

const CAP_REASONS = { 'lot-groups': 'lot-group', capacity: 'capacity' } as const;

/** A cap of the bidder that this lot would exceed beside what it holds. */
function fullCap(
  parties: Parties,
  holders: Holders,
  lotPlace: (lot: string) => number,
  bid: string,
  lot: string,
): RuledCap | undefined {
  const own = parties.bids.indexOf(bid);
  return (parties.list[partyOf(parties, bid)]!.caps ?? []).find((cap) => {
    const held = [...holders].filter(([, holder]) => cap.bids.includes(parties.bids.indexOf(holder)));
    return cap.bids.includes(own) && countOf(cap, [...held.map(([one]) => lotPlace(one)), lotPlace(lot)]) > cap.most;
  });
}

const partyOf = (parties: Parties, bid: string): number => parties.partyOf[parties.bids.indexOf(bid)]!;

function totalOf(rankings: Rankings, holders: Holders): string {
  return toFractionText(
    sum([...holders].map(([lot, bid]) => rankings.get(lot)?.find((one) => one.bid === bid)?.total ?? ZERO)),
  );
}

type Run = (orders: ReadonlyMap<string, readonly string[]>, changed?: TenderRules) => Holders;

const withMaximum = (rules: TenderRules, maximumLotsPerBidder: number): TenderRules => {
  const { affiliated, ...award } = rules.award;
  const group = affiliated
    ? { affiliated: { ...affiliated, maximumLots: Math.max(affiliated.maximumLots, maximumLotsPerBidder) } }
    : {};
  return { ...rules, award: { ...award, ...group, maximumLotsPerBidder } };
};

/** Only the maximum of lots per bidder bears on these mechanisms; the numbers of winners are checked afterwards. */
function limitCosts(rules: TenderRules, rankings: Rankings, current: Holders, run: Run): LimitCost[] {
  const free = run(strict(rankings), withMaximum(rules, rules.lots.length));
  if (free.size === 0) return [];
  return [
    {
      without: 'maximum-lots',
      total: totalOf(rankings, free),
      cost: improvement(rules, totalOf(rankings, free), totalOf(rankings, current)),
      lots: inOrder(rules, free),
    },
  ];
}

function variants(rules: TenderRules, rankings: Rankings, current: Holders, run: Run): Variant[] {
  return Array.from({ length: Math.min(rules.lots.length, VARIANTS) }, (_, index) => index + 1).map(
    (value): Variant => {
      const holders = run(strict(rankings), withMaximum(rules, value));
      const total = holders.size === 0 ? null : totalOf(rankings, holders);
      return {
        limit: 'maximum-lots',
        value,
        current: value === rules.award.maximumLotsPerBidder,
        total,
        cost: total === null ? null : improvement(rules, total, totalOf(rankings, current)),
        lots: inOrder(rules, holders),
      };
    },
  );
}

function improvement(rules: TenderRules, found: string, current: string): string {
  const difference = subtract(exact(found), exact(current));
  return toFractionText(bestTotal(rules) === 'highest' ? difference : multiply(difference, exact('-1')));
}

/** The rankings as they stand; bids of equal rank in the order of their ids. */
const strict = (rankings: Rankings): ReadonlyMap<string, readonly string[]> =>
  new Map([...rankings].map(([lot, ranking]) => [lot, ranking.map(({ bid }) => bid)]));

const inOrder = (rules: TenderRules, holders: Holders): Awarded[] =>
  rules.lots.flatMap(({ id: lot }) => (holders.has(lot) ? [{ lot, bid: holders.get(lot)! }] : []));
