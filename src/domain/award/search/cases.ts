import { fitsCaps, takeRoom } from './cap-rows.ts';
import { type Cells, flags, integers } from './cells.ts';
import type { Instance } from './instance.ts';
import type { Whole } from './whole.ts';

/** What a branch of the search takes for granted: 1 wins (is awarded), -1 loses (is refused), 0 undecided. */
export interface Cases {
  readonly party: Cells<number>;
  readonly bid: Cells<number>;
  readonly offer: Cells<number>;
}

/** What is left to decide within the cases. */
export interface Remainder<W extends Whole = Whole> {
  /** Offers awarded by the cases, and their value. */
  readonly awarded: readonly number[];
  readonly awardedValue: W;
  /** Undecided offers that still fit, also those of parties that get none: of one lot, and of combinations of lots. */
  readonly singles: Cells<number>;
  readonly combinations: readonly number[];
  /** Lots that each bid and each party may still get. */
  readonly bidRoom: Cells<number>;
  readonly partyRoom: Cells<number>;
  /** What is left of every cap. */
  readonly capRoom: readonly Whole[] | undefined;
  /** 1 for a party that has a lot by the cases. */
  readonly started: Cells<number>;
  /** Per party: 1 must get a lot (or has one), -1 gets none, 0 undecided. */
  readonly status: Cells<number>;
  readonly winners: number;
  readonly undecided: number;
  /** Parties of which several bids are left that exclude each other. */
  readonly exclusive: readonly number[];
}

/** Nothing decided but the offers that the problem fixes. */
export function noCases({ problem, bids }: Instance): Cases {
  const offer = flags(problem.offers.length);
  for (const fixed of problem.fixed ?? []) offer[fixed] = 1;
  return { party: flags(problem.parties.length), bid: flags(bids), offer };
}

/**
 * Carries out the cases: awards offers and drops those that no longer fit.
 * @returns undefined when the cases contradict each other or the limits on winners
 */
export function carryOut<W extends Whole>(instance: Instance<W>, cases: Cases): Remainder<W> | undefined {
  const { problem, numbers, values, partyOf, bidOf, lotOf, caps } = instance;
  const { offers, parties } = problem;
  const bidRoom = instance.bidRoom.slice();
  const partyRoom = instance.partyRoom.slice();
  const capRoom = caps?.room.slice();
  const started = flags(parties.length);
  const status = cases.party.slice();
  const taken = new Array<number>(problem.lots).fill(0);
  const winningBid = new Array<number>(parties.length).fill(-1);
  const awarded: number[] = [];
  let awardedValue = numbers.zero;

  const win = (bid: number): boolean => {
    const party = partyOf[bid]!;
    if (status[party] === -1) return false;
    if (parties[party]!.oneBid && winningBid[party] !== -1 && winningBid[party] !== bid) return false;
    winningBid[party] = bid;
    status[party] = 1;
    return true;
  };
  for (let bid = 0; bid < cases.bid.length; bid++) if (cases.bid[bid] === 1 && !win(bid)) return undefined;
  for (let place = cases.offer.indexOf(1); place !== -1; place = cases.offer.indexOf(1, place + 1)) {
    const { bid, lots } = offers[place]!;
    if (cases.bid[bid] === -1 || !win(bid)) return undefined;
    for (const lot of lots) {
      if (taken[lot] === 1) return undefined;
      taken[lot] = 1;
    }
    const party = partyOf[bid]!;
    bidRoom[bid]! -= lots.length;
    partyRoom[party]! -= lots.length;
    if (bidRoom[bid]! < 0 || partyRoom[party]! < 0) return undefined;
    if (caps !== undefined) {
      if (!fitsCaps(caps, capRoom!, place)) return undefined;
      takeRoom(caps, capRoom!, place);
    }
    started[party] = 1;
    awarded.push(place);
    awardedValue = numbers.plus(awardedValue, values[place]!);
  }

  const singles = integers(offers.length);
  let count = 0;
  const combinations: number[] = [];
  /** The one bid with offers left in a party; -2 for several. */
  const bidLeft = new Array<number>(parties.length).fill(-1);
  for (let place = 0; place < offers.length; place++) {
    if (cases.offer[place] !== 0) continue;
    const bid = bidOf[place]!;
    const party = partyOf[bid]!;
    if (status[party] === -1 || cases.bid[bid] === -1) continue;
    if (bidRoom[bid]! < 1 || partyRoom[party]! < 1) continue;
    if (winningBid[party] !== -1 && winningBid[party] !== bid && parties[party]!.oneBid) continue;
    if (caps !== undefined && !fitsCaps(caps, capRoom!, place)) continue;
    const single = lotOf[place]!;
    if (single !== -1) {
      if (taken[single] === 1) continue;
      singles[count++] = place;
    } else {
      const { lots } = offers[place]!;
      if (bidRoom[bid]! < lots.length || partyRoom[party]! < lots.length) continue;
      if (lots.some((lot) => taken[lot] === 1)) continue;
      combinations.push(place);
    }
    if (bidLeft[party] !== bid) bidLeft[party] = bidLeft[party] === -1 ? bid : -2;
  }

  const exclusive: number[] = [];
  for (let party = 0; party < parties.length; party++) {
    if (bidLeft[party] === -2 && parties[party]!.oneBid) exclusive.push(party);
    if (bidLeft[party] !== -1 || started[party] === 1) continue;
    if (status[party] === 1) return undefined;
    status[party] = -1;
  }
  return withinLimits(instance, {
    awarded,
    awardedValue,
    singles: count === offers.length ? singles : singles.slice(0, count),
    combinations,
    bidRoom,
    partyRoom,
    capRoom,
    started,
    status,
    exclusive,
  });
}

/**
 * The same when only more parties are made to win or to lose.
 * @param party the cases of all parties
 */
export function decideParties<W extends Whole>(
  instance: Instance<W>,
  before: Remainder<W>,
  party: Cells<number>,
): Remainder<W> | undefined {
  const status = before.status.slice();
  for (let place = 0; place < party.length; place++) {
    if (party[place] === 0) continue;
    if (status[place] !== 0 && status[place] !== party[place]) return undefined;
    status[place] = party[place]!;
  }
  const { offers } = instance.problem;
  const isIn = (offer: number): boolean => status[instance.partyOf[offers[offer]!.bid]!] !== -1;
  return withinLimits(instance, {
    ...before,
    status,
    combinations: before.combinations.filter(isIn),
    exclusive: before.exclusive.filter((one) => status[one] !== -1),
  });
}

function withinLimits<W extends Whole>(
  { minimumWinners, maximumWinners }: Instance<W>,
  rest: Omit<Remainder<W>, 'winners' | 'undecided'>,
): Remainder<W> | undefined {
  let winners = 0;
  let undecided = 0;
  const { status } = rest;
  for (let party = 0; party < status.length; party++) {
    if (status[party] === 1) winners++;
    else if (status[party] === 0) undecided++;
  }
  if (winners > maximumWinners || winners + undecided < minimumWinners) return undefined;
  const { awarded, awardedValue, singles, combinations, bidRoom, partyRoom, capRoom, started, exclusive } = rest;
  return {
    awarded,
    awardedValue,
    singles,
    combinations,
    bidRoom,
    partyRoom,
    capRoom,
    started,
    status,
    winners,
    undecided,
    exclusive,
  };
}
