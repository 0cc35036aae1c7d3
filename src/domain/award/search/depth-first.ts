import type { AwardProblem, Division } from '../proof/problem.ts';
import { fitsCaps, giveRoom, takeRoom } from './cap-rows.ts';
import { type Instance, layOut } from './instance.ts';
import type { Whole } from './whole.ts';

/** What trying every division finds, in a fixed order: see {@link tryDivisions}. */
export interface Tried {
  /** The best ones, as many as were asked for; none when no division obeys the limits. */
  readonly divisions: readonly Division[];
  /** Whether there are more. */
  readonly capped: boolean;
}

/** Beginnings of divisions to look at without finding anything, and for every lot of each division that is found. */
const STEPS = 4_000;
const STEPS_PER_LOT = 8;

/**
 * Tries every division of a few lots: lot by lot, those with the fewest offers first (then by place); in a lot its offers in the
 * order of `problem.offers`, "nobody" last. What cannot reach the best any more, even if every lot that is left got its best offer,
 * is not followed.
 * @param cap how many of the best to list at most
 * @param known another order of the lots, and the value (score + lots x unit) of the best division
 * @param steps beginnings of divisions to look at without finding anything
 * @returns undefined when there is too much to try
 */
export function tryDivisions(
  problem: AwardProblem,
  cap: number,
  known: { readonly order?: readonly number[]; readonly goal?: bigint } = {},
  steps: number = STEPS,
): Tried | undefined {
  return problem.offers.length > steps ? undefined : tryIn(layOut(problem, false), cap, known, steps);
}

function tryIn<W extends Whole>(
  instance: Instance<W>,
  cap: number,
  known: { readonly order?: readonly number[]; readonly goal?: bigint },
  budget: number,
): Tried | undefined {
  const { problem, values, numbers, partyOf, bidOf, caps, minimumWinners, maximumWinners } = instance;
  const { zero, plus } = numbers;
  const { offers, parties } = problem;
  const bidRoom = instance.bidRoom.slice();
  const partyRoom = instance.partyRoom.slice();
  const capRoom = caps?.room.slice();
  const held = new Int32Array(instance.bids);
  const heldByParty = new Int32Array(parties.length);
  const taken = new Uint8Array(problem.lots);
  const chosen: number[] = [];
  let winners = 0;

  const fits = (place: number): boolean => {
    const { bid, lots } = offers[place]!;
    const party = partyOf[bid]!;
    if (bidRoom[bid]! < lots.length || partyRoom[party]! < lots.length) return false;
    if (heldByParty[party] === 0 && winners === maximumWinners) return false;
    if (parties[party]!.oneBid && heldByParty[party]! > 0 && held[bid] === 0) return false;
    for (const lot of lots) if (taken[lot] === 1) return false;
    return caps === undefined || fitsCaps(caps, capRoom!, place);
  };
  /** Takes an offer, or with -1 gives it back. */
  const count = (place: number, times: 1 | -1): void => {
    const { lots } = offers[place]!;
    const bid = bidOf[place]!;
    const party = partyOf[bid]!;
    const size = times * lots.length;
    if (heldByParty[party] === 0) winners++;
    bidRoom[bid]! -= size;
    partyRoom[party]! -= size;
    held[bid]! += size;
    heldByParty[party]! += size;
    if (heldByParty[party] === 0) winners--;
    for (const lot of lots) taken[lot] = times === 1 ? 1 : 0;
    if (caps !== undefined) (times === 1 ? takeRoom : giveRoom)(caps, capRoom!, place);
  };

  const order = known.order ?? lotsByOffers(problem);
  const depthOf = new Int32Array(problem.lots);
  order.forEach((lot, depth) => {
    depthOf[lot] = depth;
  });
  /** Every offer at the first of its lots that is looked at. */
  const offersAt = order.map((): number[] => []);
  offers.forEach(({ lots }, place) => {
    offersAt[lots.reduce((least, lot) => Math.min(least, depthOf[lot]!), order.length)]?.push(place);
  });
  /** The most that the lots from here on can add. */
  const most: W[] = new Array<W>(order.length + 1).fill(zero);
  for (let depth = order.length - 1; depth >= 0; depth--) {
    let highest = zero;
    for (const place of offersAt[depth]!) if (values[place]! > highest) highest = values[place]!;
    most[depth] = plus(most[depth + 1]!, highest);
  }

  let divisions: Division[] = [];
  let capped = false;
  let best: W | undefined = known.goal === undefined ? undefined : numbers.from(known.goal);
  let steps = budget;
  const visit = (depth: number, value: W): void => {
    if (steps-- <= 0 || winners + order.length - depth < minimumWinners) return;
    if (best !== undefined) {
      const reach = plus(value, most[depth]!);
      if (reach < best || (capped && !(reach > best))) return;
    }
    if (depth === order.length) {
      if (best === undefined || value > best) {
        best = value;
        divisions = [];
        capped = false;
      }
      steps += STEPS_PER_LOT * order.length;
      if (divisions.length < cap) divisions.push([...chosen].sort((a, b) => a - b));
      else capped = true;
      return;
    }
    if (taken[order[depth]!] !== 1) {
      for (const place of offersAt[depth]!) {
        if (!fits(place)) continue;
        count(place, 1);
        chosen.push(place);
        visit(depth + 1, plus(value, values[place]!));
        chosen.pop();
        count(place, -1);
      }
    }
    visit(depth + 1, value);
  };

  let start = zero;
  for (const place of problem.fixed ?? []) {
    if (!fits(place)) return { divisions: [], capped: false };
    count(place, 1);
    chosen.push(place);
    start = plus(start, values[place]!);
  }
  visit(0, start);
  return steps <= 0 ? undefined : { divisions, capped };
}

/** Those with the fewest offers first, then by place. */
export function lotsByOffers(problem: AwardProblem): number[] {
  const counts = new Array<number>(problem.lots).fill(0);
  for (const { lots } of problem.offers) for (const lot of lots) counts[lot]!++;
  return counts.map((_, lot) => lot).sort((a, b) => counts[a]! - counts[b]! || a - b);
}
