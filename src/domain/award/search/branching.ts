import type { Division } from '../proof/problem.ts';
import { bindingRows, countIn, fitsCaps, takeRoom } from './cap-rows.ts';
import { type Cases, carryOut, decideParties, type Remainder } from './cases.ts';
import type { Instance } from './instance.ts';
import { divideByFlow, type LotFlow } from './lot-flow.ts';
import { type Chooser, chooseOffers } from './party-choice.ts';
import { settleParties } from './price-bound.ts';
import { type PriceSearch, searchPrices } from './price-search.ts';
import type { Whole, Wholes } from './whole.ts';

/** A proof with its prices still as whole numbers. */
export type Draft<W extends Whole = Whole> =
  | { readonly prices: Wholes<W> }
  | {
      readonly kind: 'party' | 'bid' | 'offer';
      readonly place: number;
      readonly yes: Draft<W>;
      readonly no: Draft<W>;
    };

export interface Searched<W extends Whole> {
  /** Undefined when no division obeys the cases and the limits (or none was found within the budget). */
  readonly best: { readonly division: Division; readonly value: W } | undefined;
  /** No division within the cases is worth more than this. */
  readonly bound: W;
  /** Undefined when the budget was spent first. */
  readonly proof: Draft<W> | undefined;
}

export interface SearchOptions<W extends Whole> {
  /** Branches to look at. */
  readonly nodes: number;
  /** Divisions must be worth at least this to be of interest. */
  readonly goal?: W | undefined;
  readonly prices?: Wholes<W> | undefined;
}

/** Where only parties are decided from here on, the offers need not be sorted out again. */
interface Outset<W extends Whole> {
  readonly remainder: Remainder<W>;
  readonly chooser: Chooser<W>;
}

const ROOT_STEPS = 1500;
const BRANCH_STEPS = 60;
/** Steps between two attempts to make a division out of the prices. */
const SWAPS = 12;

/**
 * Branch and bound (Land & Doig 1960): parties win or lose, bids of a party that exclude each other win or lose, combinations are
 * awarded or refused, and so are offers of one lot that count in a cap. Each branch is bounded by prices, or solved by a flow when
 * the limits that are left cannot bind.
 */
export function searchDivisions<W extends Whole>(
  instance: Instance<W>,
  cases: Cases,
  options: SearchOptions<W>,
): Searched<W> {
  const { numbers, problem } = instance;
  const one = numbers.near(instance.denominator);
  let best: Searched<W>['best'];
  let goal = options.goal ?? numbers.zero;
  /** The highest bound of a branch that was not finished. */
  let open: W | undefined;
  let nodes = 0;
  /** Sets of parties that shared the lots before, where nothing but the set matters. */
  const tried = new Set<string>();
  const isFlow = instance.isFlow && cases.offer.every((decided) => decided === 0);

  const consider = (flow: LotFlow<W>): boolean => {
    if (!flow.feasible || !obeys(instance, flow)) return false;
    if (!(flow.value < goal)) {
      best = { division: flow.division, value: flow.value };
      goal = numbers.plus(flow.value, one);
    }
    return true;
  };

  const visit = (given: Cases, start: Wholes<W>, root: boolean, from?: Outset<W>): Draft<W> | undefined => {
    nodes++;
    const fixed: { place: number; yes: boolean; prices: Wholes<W> }[] = [];
    const wrap = (inner: Draft<W> | undefined): Draft<W> | undefined =>
      inner &&
      fixed.reduceRight<Draft<W>>((proof, { place, yes, prices }) => {
        const refuted: Draft<W> = { prices };
        return { kind: 'party', place, yes: yes ? proof : refuted, no: yes ? refuted : proof };
      }, inner);
    let prices = start;
    let here = given;
    let search: PriceSearch<W> | undefined;
    let remainder: Remainder<W> | undefined;
    let outset = from;
    for (let round = 0; ; round++) {
      remainder = outset ? decideParties(instance, outset.remainder, here.party) : carryOut(instance, here);
      if (remainder === undefined) return wrap({ prices });
      if (remainder.combinations.length === 0) {
        const binding = remainder.winners + remainder.undecided > instance.maximumWinners;
        if (!binding || (root && round === 0 && !options.prices)) {
          const flow = divideByFlow(instance, remainder);
          if (!flow.feasible || flow.value < goal || consider(flow)) return wrap({ prices: flow.prices });
          // With caps these prices know less than those of the branch before.
          if (instance.caps === undefined || (root && round === 0 && !options.prices)) prices = flow.prices;
        }
      }
      outset ??= { remainder, chooser: chooseOffers(instance, remainder) };
      const steps = root && round === 0 ? ROOT_STEPS : BRANCH_STEPS;
      const tryOut = makeDivision(here, remainder, prices);
      search = searchPrices(instance, remainder, outset.chooser, prices, steps, goal, tryOut);
      prices = search.prices;
      if (search.bound < goal) return wrap({ prices });
      if (nodes >= options.nodes) {
        if (open === undefined || search.bound > open) open = search.bound;
        return undefined;
      }
      const settled = settleParties(instance, remainder, search.at, goal);
      if (settled.losers.length + settled.winners.length === 0) break;
      here = { ...here, party: here.party.slice() };
      for (const party of settled.losers) {
        here.party[party] = -1;
        fixed.push({ place: party, yes: false, prices });
      }
      for (const party of settled.winners) {
        here.party[party] = 1;
        fixed.push({ place: party, yes: true, prices });
      }
    }
    const { kind, place, first } = branchOn(instance, here, remainder, search);
    const follow = (decision: 1 | -1): Draft<W> | undefined => {
      const list = here[kind].slice();
      list[place] = decision;
      return visit({ ...here, [kind]: list }, prices, false, kind === 'party' ? outset : undefined);
    };
    const yes = first === 1 ? follow(1) : undefined;
    const no = follow(-1);
    const proofs = { yes: first === 1 ? yes : follow(1), no };
    return proofs.yes && proofs.no && wrap({ kind, place, yes: proofs.yes, no: proofs.no });
  };

  /** Turns what the parties want at the prices into a division: those that count share the lots by a flow. */
  const makeDivision = (
    given: Cases,
    remainder: Remainder<W>,
    prices: Wholes<W>,
  ): ((at: PriceSearch<W>['at']) => W) => {
    let calls = 0;
    return (at) => {
      if (calls++ % SWAPS !== 0) return goal;
      const wanted = at.order.subarray(0, instance.maximumWinners - remainder.winners);
      const sure = [...remainder.status.keys()].filter((party) => remainder.status[party] === 1);
      const chosen = Int32Array.from([...sure, ...wanted])
        .sort()
        .join();
      if (isFlow && tried.has(chosen)) return goal;
      tried.add(chosen);
      const cases = asWanted(instance, given, remainder, at);
      const trial = isFlow ? decideParties(instance, remainder, cases.party) : carryOut(instance, cases);
      if (trial && instance.caps) consider(divideWithinCaps(instance, cases, trial, prices));
      else if (trial) consider(divideByFlow(instance, trial));
      return goal;
    };
  };

  const start = options.prices ?? numbers.list(problem.lots);
  const proof = visit(cases, start, true);
  const found = best?.value ?? goal;
  const bound = open === undefined || (best !== undefined && open < found) ? found : open;
  return { best, bound, proof };
}

/** Whether the limits hold that a flow leaves aside. */
function obeys({ problem, maximumWinners, partyOf, caps }: Instance, { division, winners }: LotFlow<Whole>): boolean {
  if (winners > maximumWinners) return false;
  if (caps !== undefined) {
    const room = caps.room.slice();
    for (const offer of division) {
      if (!fitsCaps(caps, room, offer)) return false;
      takeRoom(caps, room, offer);
    }
  }
  const bidOf = new Map<number, number>();
  return division.every((offer) => {
    const { bid } = problem.offers[offer]!;
    const party = partyOf[bid]!;
    if (!problem.parties[party]!.oneBid) return true;
    const before = bidOf.get(party) ?? bid;
    bidOf.set(party, bid);
    return before === bid;
  });
}

/** Flows to try before every offer of a cap that was broken is refused, but those that are held. */
const REPAIRS = 6;

/** Divides by a flow, and again without the offers that did not fit in a cap: those stay with the most left over. */
function divideWithinCaps<W extends Whole>(
  instance: Instance<W>,
  cases: Cases,
  start: Remainder<W>,
  prices: Wholes<W>,
): LotFlow<W> {
  const { numbers, problem, values } = instance;
  const caps = instance.caps!;
  const offer = cases.offer.slice();
  let remainder = start;
  for (let round = 0; ; round++) {
    const flow = divideByFlow(instance, remainder);
    const left = (place: number): W =>
      problem.offers[place]!.lots.reduce((rest, lot) => numbers.minus(rest, prices[lot]!), values[place]!);
    const held = flow.division
      .filter((place) => offer[place] === 0)
      .map((place) => ({ place, left: left(place) }))
      .sort((a, b) => (a.left > b.left ? -1 : a.left < b.left ? 1 : a.place - b.place));
    const room = remainder.capRoom!.slice();
    const dropped = held.filter(({ place }) => {
      if (!fitsCaps(caps, room, place)) return true;
      takeRoom(caps, room, place);
      return false;
    });
    if (!flow.feasible || dropped.length === 0) return flow;
    for (const { place } of dropped) offer[place] = -1;
    if (round >= REPAIRS) {
      const broken = room.map((_, row) => dropped.some(({ place }) => countIn(caps, row, place) > 0));
      for (const single of remainder.singles) {
        const isKept = held.some(({ place }) => place === single);
        if (!isKept && broken.some((is, row) => is && countIn(caps, row, single) > 0)) offer[single] = -1;
      }
    }
    const next = carryOut(instance, { ...cases, offer });
    if (next === undefined) return { ...flow, feasible: false };
    remainder = next;
  }
}

/** The cases in which only the parties that count at the prices win, with the bids and the combinations that they want. */
function asWanted(instance: Instance, given: Cases, remainder: Remainder, at: PriceSearch<Whole>['at']): Cases {
  const { problem } = instance;
  const party = given.party.slice();
  const bid = given.bid.slice();
  const offer = given.offer.slice();
  // Whoever has nothing left over may still be needed for a lot, so all room for winners is used.
  const room = Math.max(at.selected, instance.maximumWinners - remainder.winners);
  for (const undecided of at.order.subarray(room)) party[undecided] = -1;
  for (const combination of remainder.combinations) offer[combination] = -1;
  const taken = new Uint8Array(problem.lots);
  problem.parties.forEach(({ bids, oneBid }, place) => {
    if (party[place] === -1 || remainder.status[place] === -1) return;
    const wanted = at.choice(place);
    if (oneBid && bids.length > 1 && wanted.length > 0) {
      for (const other of bids) if (other.bid !== problem.offers[wanted[0]!]!.bid) bid[other.bid] = -1;
    }
    for (const want of wanted) {
      const { lots } = problem.offers[want]!;
      if (lots.length === 1 || lots.some((lot) => taken[lot] === 1)) continue;
      for (const lot of lots) taken[lot] = 1;
      offer[want] = 1;
    }
  });
  return { party, bid, offer };
}

/** What to tell apart next: what stands least clearly in the relaxed optimum. */
function branchOn(
  instance: Instance,
  cases: Cases,
  remainder: Remainder,
  { at, share }: PriceSearch<Whole>,
): { kind: 'party' | 'bid' | 'offer'; place: number; first: 1 | -1 } {
  const { problem } = instance;
  let place = -1;
  let least = 0.45;
  const capped = cappedOffers(instance, remainder);
  if (remainder.combinations.length === 0 && remainder.exclusive.length === 0 && capped.length === 0) least = 1;
  for (const party of at.order) {
    const doubt = Math.abs(share[party]! - 0.5);
    if (doubt < least) {
      least = doubt;
      place = party;
    }
  }
  if (place !== -1) return { kind: 'party', place, first: share[place]! >= 0.5 ? 1 : -1 };
  if (remainder.combinations.length > 0) {
    const wanted = remainder.combinations.find((offer) => at.choice(partyIn(problem, offer)).includes(offer));
    return { kind: 'offer', place: wanted ?? remainder.combinations[0]!, first: 1 };
  }
  for (const [party, { bids, oneBid }] of problem.parties.entries()) {
    if (!oneBid || remainder.status[party] === -1) continue;
    const left = bids.filter(
      ({ bid }) => cases.bid[bid] === 0 && remainder.singles.some((offer) => problem.offers[offer]!.bid === bid),
    );
    if (left.length > 1) return { kind: 'bid', place: left[0]!.bid, first: 1 };
  }
  if (capped.length > 0) {
    const wanted = new Set(capped.map((offer) => partyIn(problem, offer)).flatMap((party) => at.choice(party)));
    const isWanted = (offer: number): boolean => wanted.has(offer);
    const inDoubt = capped.filter((offer) => isWanted(offer) && at.demand[instance.lotOf[offer]!]! > 1);
    const choices = [inDoubt, capped.filter(isWanted), capped].find((some) => some.length > 0)!;
    const chosen = largestIn(instance, remainder, choices);
    return { kind: 'offer', place: chosen, first: 1 };
  }
  return { kind: 'party', place: at.order[0]!, first: 1 };
}

/** The offer that takes the largest part of what is left of a cap; the first of equals. */
function largestIn({ caps }: Instance, { capRoom }: Remainder, offers: readonly number[]): number {
  const partOf = (offer: number): number => {
    let most = 0;
    for (let entry = caps!.first[offer]!; entry < caps!.first[offer + 1]!; entry++) {
      most = Math.max(most, Number(caps!.count[entry]) / Number(capRoom![caps!.row[entry]!]));
    }
    return most;
  };
  return offers.reduce((largest, offer) => (partOf(offer) > partOf(largest) ? offer : largest));
}

/** Offers of one lot that count in a cap that can still bind. */
function cappedOffers({ caps, partyOf, bidOf }: Instance, { singles, capRoom, status }: Remainder): number[] {
  if (caps === undefined) return [];
  const open = [...singles].filter((single) => status[partyOf[bidOf[single]!]!] !== -1);
  const binding = bindingRows(caps, capRoom!, open);
  return open.filter((single) => binding.some((binds, row) => binds && countIn(caps, row, single) > 0));
}

const partyIn = (problem: Instance['problem'], offer: number): number =>
  problem.parties.findIndex(({ bids }) => bids.some(({ bid }) => bid === problem.offers[offer]!.bid));
