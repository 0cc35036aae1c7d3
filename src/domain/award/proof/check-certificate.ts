import { type AwardProblem, type Cap, countOf, type Division, lotUnit, type Party } from './problem.ts';
import { type Budget, type Limit, mostWithin } from './within-caps.ts';

/** What is claimed to be the best award. */
export interface AwardClaim {
  readonly division: Division;
  readonly lotsAwarded: number;
  readonly total: bigint;
}

/** Why a claim or its proof does not hold. */
export type CertificateFault =
  | 'offer-unknown'
  | 'lot-awarded-twice'
  | 'bid-over-maximum'
  | 'party-over-maximum'
  | 'party-with-several-bids'
  | 'cap-exceeded'
  | 'too-few-winners'
  | 'too-many-winners'
  | 'fixed-offer-missing'
  | 'value-wrong'
  | 'certificate-malformed'
  | 'certificate-too-large'
  | 'case-unknown'
  | 'case-repeated'
  | 'better-not-excluded';

/** Cases in one proof, and digits in one price beside those of the unit; what is larger is refused. */
const LARGEST_PROOF = 200_000;
const MORE_DIGITS = 500;
/** Choices within caps that one proof may take; what is beyond is bounded roughly. */
export const STEPS_WITHIN_CAPS = 2_000_000;
const PRICE = /^\d+$/;

/**
 * Checks that a division obeys the problem, is worth what is claimed, and that no division is worth more. It shares nothing with
 * the solver: whoever trusts this file need not trust the search.
 *
 * Prices bound every division: the sum of the prices, plus the most that parties within the limits can have left over. That holds
 * at any prices of zero or more (Geoffrion 1974), so a proof may come from anywhere. Where it tells cases apart, each case is
 * bounded by itself; together they cover everything: a party wins or loses, an offer is awarded or refused.
 * @param problem trusted to be well formed
 * @param certificate anything; neither this nor the claim is trusted
 * @returns null when the claim is proven, otherwise why not. Never throws.
 */
export function checkCertificate(
  problem: AwardProblem,
  claim: AwardClaim,
  certificate: unknown,
): CertificateFault | null {
  return checkDivision(problem, claim) ?? checkBound(problem, claim, certificate);
}

/** The first limit that the division breaks, or that its value is not as claimed. */
export function checkDivision(problem: AwardProblem, claim: AwardClaim): CertificateFault | null {
  const { offers, parties, limits } = problem;
  if (!Array.isArray(claim.division) || !claim.division.every((place) => isPlace(place, offers.length))) {
    return 'offer-unknown';
  }
  const division = claim.division.map((place) => offers[place]!);
  const lots = division.flatMap((offer) => offer.lots);
  if (new Set(lots).size !== lots.length) return 'lot-awarded-twice';
  const got = new Map<number, number>();
  for (const offer of division) got.set(offer.bid, (got.get(offer.bid) ?? 0) + offer.lots.length);
  let winners = 0;
  for (const { bids, maximumLots, oneBid, caps = [] } of parties) {
    const perBid = bids.map(({ bid }) => got.get(bid) ?? 0);
    const together = perBid.reduce((sum, count) => sum + count, 0);
    if (perBid.some((count, place) => count > bids[place]!.maximumLots)) return 'bid-over-maximum';
    if (together > maximumLots) return 'party-over-maximum';
    if (oneBid && perBid.filter((count) => count > 0).length > 1) return 'party-with-several-bids';
    for (const cap of caps) {
      const held = division.filter(({ bid }) => cap.bids.includes(bid));
      if (held.reduce((sum, offer) => sum + countOf(cap, offer.lots), 0n) > cap.most) return 'cap-exceeded';
    }
    if (together > 0) winners++;
  }
  if (winners < limits.minimumWinners) return 'too-few-winners';
  if (winners > limits.maximumWinners) return 'too-many-winners';
  if (problem.fixed?.some((place) => !claim.division.includes(place))) return 'fixed-offer-missing';
  const total = division.reduce((sum, { score }) => sum + score, 0n);
  return total === claim.total && lots.length === claim.lotsAwarded ? null : 'value-wrong';
}

type Kind = 'party' | 'bid' | 'offer';

/** What a branch of the proof takes for granted: wins or is awarded (true), loses or is refused (false). */
type Cases = Readonly<Record<Kind, Map<number, boolean>>>;

function checkBound(problem: AwardProblem, claim: AwardClaim, certificate: unknown): CertificateFault | null {
  const { denominator, prices, proof } = (certificate ?? {}) as Record<string, unknown>;
  const unit = lotUnit(problem);
  const digits = unit.toString().length + MORE_DIGITS;
  const isPrice = (text: unknown): text is string =>
    typeof text === 'string' && text.length <= digits && PRICE.test(text);
  const isList = (list: unknown): list is string[] => Array.isArray(list) && list.every(isPrice);
  if (!isPrice(denominator) || BigInt(denominator) === 0n || !Array.isArray(prices)) return 'certificate-malformed';
  if (!prices.every((list) => isList(list) && list.length === problem.lots)) return 'certificate-malformed';
  const parts = BigInt(denominator);
  // Values are whole, so a bound less than one above the claim excludes a better one.
  const better = (claim.total + unit * BigInt(claim.lotsAwarded) + 1n) * parts;
  const values = problem.offers.map(({ lots, score }) => (score + unit * BigInt(lots.length)) * parts);
  const offersOf = new Map<number, number[]>(problem.parties.flatMap(({ bids }) => bids.map(({ bid }) => [bid, []])));
  problem.offers.forEach(({ bid }, place) => {
    offersOf.get(bid)!.push(place);
  });
  const offered = { of: offersOf, caps: problem.parties.map((party) => bindingCaps(party, problem, offersOf)) };
  const budget: Budget = { steps: STEPS_WITHIN_CAPS };
  const bounds = (prices as string[][]).map((list) => priceBound(problem, values, offered, list.map(BigInt), budget));
  const known = {
    party: problem.parties.length,
    bid: 1 + Math.max(-1, ...problem.parties.flatMap(({ bids }) => bids.map(({ bid }) => bid))),
    offer: problem.offers.length,
  };

  const cases: Cases = { party: new Map(), bid: new Map(), offer: new Map() };
  for (const offer of problem.fixed ?? []) cases.offer.set(offer, true);
  /** Changes with every case about a bid or an offer. */
  let stamp = 0;
  // Depth first with a list of what is still to be read, so that a proof of any depth can be.
  const path: { kind: Kind; place: number }[] = [];
  const todo: { node: unknown; depth: number; assume?: { kind: Kind; place: number; holds: boolean } }[] = [
    { node: proof, depth: 0 },
  ];
  for (let read = 0; todo.length > 0; read++) {
    if (read > LARGEST_PROOF) return 'certificate-too-large';
    const { node, depth, assume } = todo.pop()!;
    while (path.length > depth) {
      const { kind, place } = path.pop()!;
      cases[kind].delete(place);
      if (kind !== 'party') stamp++;
    }
    if (assume) {
      cases[assume.kind].set(assume.place, assume.holds);
      path.push(assume);
      if (assume.kind !== 'party') stamp++;
    }
    if (typeof node !== 'object' || node === null) return 'certificate-malformed';
    const fields = node as Record<string, unknown>;
    const kind = (['party', 'bid', 'offer'] as const).find((one) => one in fields);
    if (kind === undefined) {
      if (!isPlace(fields.prices, bounds.length)) return 'certificate-malformed';
      const bound = bounds[fields.prices]!(cases, stamp);
      if (bound !== undefined && bound >= better) return 'better-not-excluded';
      continue;
    }
    const place = fields[kind];
    if (!isPlace(place, known[kind])) return 'case-unknown';
    if (cases[kind].has(place)) return 'case-repeated';
    const [yes, no] = kind === 'offer' ? [fields.awarded, fields.refused] : [fields.wins, fields.loses];
    todo.push({ node: no, depth: path.length, assume: { kind, place, holds: false } });
    todo.push({ node: yes, depth: path.length, assume: { kind, place, holds: true } });
  }
  return null;
}

/** What is offered: per bid its offers, and per party the caps that can bind. */
interface Offered {
  readonly of: ReadonlyMap<number, readonly number[]>;
  readonly caps: readonly (readonly Cap[])[];
}

/** The caps that the lots that count most, as many as may go to their bids, exceed together. */
function bindingCaps(
  { bids, maximumLots, caps = [] }: Party,
  { offers }: AwardProblem,
  offersOf: Offered['of'],
): readonly Cap[] {
  return caps.filter((cap) => {
    const lots = new Set(cap.bids.flatMap((bid) => offersOf.get(bid) ?? []).flatMap((place) => offers[place]!.lots));
    const counts = [...lots].map((lot) => cap.counts[lot]!).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    const ofBids = bids.filter(({ bid }) => cap.bids.includes(bid)).reduce((sum, one) => sum + one.maximumLots, 0);
    const most = counts.slice(0, Math.min(maximumLots, ofBids));
    return most.reduce((sum, count) => sum + count, 0n) > cap.most;
  });
}

/** The bound at a list of prices, as a function of the cases; undefined when the cases contradict each other or the limits. */
function priceBound(
  problem: AwardProblem,
  values: readonly bigint[],
  offered: Offered,
  prices: readonly bigint[],
  budget: Budget,
) {
  const { offers, parties, limits } = problem;
  const sum = prices.reduce((a, b) => a + b, 0n);
  /** Per offer its value minus the prices of its lots. */
  const left = offers.map(({ lots }, place) => lots.reduce((rest, lot) => rest - prices[lot]!, values[place]!));
  const remembered = new Map<number, { stamp: number; left: bigint | undefined }>();

  return (cases: Cases, stamp: number): bigint | undefined => {
    const awarded = [...cases.offer].filter(([, holds]) => holds).map(([place]) => place);
    const takenLots = awarded.flatMap((place) => offers[place]!.lots);
    const taken = new Set(takenLots);
    if (taken.size < takenLots.length) return undefined;
    let bound = sum;
    let winners = 0;
    const undecided: bigint[] = [];
    for (const [place, party] of parties.entries()) {
      const hasCase = party.bids.some(
        ({ bid }) => cases.bid.get(bid) || awarded.some((one) => offers[one]!.bid === bid),
      );
      const mustWin = hasCase || cases.party.get(place) === true;
      if (cases.party.get(place) === false) {
        if (mustWin) return undefined;
        continue;
      }
      let own = remembered.get(place);
      if (own?.stamp !== stamp) {
        own = { stamp, left: mostLeft(party, problem, offered.of, left, cases, taken, offered.caps[place]!, budget) };
        remembered.set(place, own);
      }
      if (own.left === undefined) {
        if (mustWin) return undefined;
      } else if (mustWin) {
        bound += own.left;
        winners++;
      } else undecided.push(own.left);
    }
    if (winners > limits.maximumWinners || winners + undecided.length < limits.minimumWinners) return undefined;
    undecided.sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    for (const left of undecided) {
      if (winners === limits.maximumWinners || (winners >= limits.minimumWinners && left <= 0n)) break;
      bound += left;
      winners++;
    }
    return bound;
  };
}

/**
 * The most that a party can have left over with at least one lot, within its maxima, its caps and the cases. That its offers may want the
 * same lot is left aside: the answer may be too high, never too low.
 * @returns undefined when it cannot have a lot
 */
function mostLeft(
  { bids, maximumLots, oneBid }: Party,
  { lots, offers }: AwardProblem,
  offersOf: ReadonlyMap<number, readonly number[]>,
  left: readonly bigint[],
  cases: Cases,
  taken: ReadonlySet<number>,
  caps: readonly Cap[],
  budget: Budget,
): bigint | undefined {
  const isAwarded = (place: number): boolean => cases.offer.get(place) === true;
  const countLots = (places: readonly number[]): number =>
    places.reduce((count, place) => count + offers[place]!.lots.length, 0);
  const awardedTo = new Map(bids.map(({ bid }) => [bid, offersOf.get(bid)!.filter(isAwarded)]));
  const winning = bids.filter(({ bid }) => cases.bid.get(bid) || awardedTo.get(bid)!.length > 0);
  if (winning.some(({ bid }) => cases.bid.get(bid) === false) || (oneBid && winning.length > 1)) return undefined;
  const contenders = oneBid && winning.length > 0 ? winning : bids;
  const awarded = contenders.flatMap(({ bid }) => awardedTo.get(bid)!);
  const room = Math.min(maximumLots, lots) - countLots(awarded);
  const before = awarded.reduce((sum, place) => sum + left[place]!, 0n);
  const capRoom = caps.map((cap) => cap.most - held(cap, awarded, offers));
  if (capRoom.some((left) => left < 0n)) return undefined;
  const isWithinCaps = (place: number): boolean =>
    caps.every((cap, one) => held(cap, [place], offers) <= capRoom[one]!);
  /** Offers that may still be awarded. */
  const fitting: number[] = [];
  const lotLimits: { readonly bid: number; readonly room: number }[] = [];
  /** Per bid the most left over with at most so many lots. */
  const plans: bigint[][] = [];
  let least: bigint | undefined;
  for (const { bid, maximumLots: most } of contenders) {
    const own = Math.min(room, most - countLots(awardedTo.get(bid)!));
    if (own < 0) return undefined;
    if (cases.bid.get(bid) === false) continue;
    lotLimits.push({ bid, room: own });
    const gains: Gain[] = [];
    for (const place of offersOf.get(bid)!) {
      const { length } = offers[place]!.lots;
      if (length > own || cases.offer.has(place) || offers[place]!.lots.some((lot) => taken.has(lot))) continue;
      if (!isWithinCaps(place)) continue;
      fitting.push(place);
      if (least === undefined || left[place]! > least) least = left[place]!;
      if (left[place]! > 0n) gains.push({ lots: length, left: left[place]! });
    }
    plans.push(planOf(gains, own));
  }
  const last = (plan: readonly bigint[]): bigint => plan[plan.length - 1]!;
  let best = 0n;
  if (oneBid) {
    for (const plan of plans) if (last(plan) > best) best = last(plan);
  } else best = last(plans.reduce((joint, own) => together(joint, own, room), [0n]));
  const binding = caps.flatMap((cap, one) =>
    held(cap, fitting, offers) > capRoom[one]! ? [{ cap, room: capRoom[one]! }] : [],
  );
  if (binding.length > 0) {
    fitting.sort((a, b) => a - b);
    const within = (places: readonly number[]): bigint => {
      const limitOf = (room: bigint, count: (place: number) => bigint): Limit => ({ room, counts: places.map(count) });
      const lotsOf = (place: number): bigint => BigInt(offers[place]!.lots.length);
      const limits = [
        limitOf(BigInt(room), lotsOf),
        ...lotLimits.map((one) =>
          limitOf(BigInt(one.room), (place) => (offers[place]!.bid === one.bid ? lotsOf(place) : 0n)),
        ),
        ...binding.map(({ cap, room: most }) => limitOf(most, (place) => held(cap, [place], offers))),
      ];
      return mostWithin(
        places.map((place) => left[place]!),
        limits,
        binding.length,
        budget,
      );
    };
    const ofBid = (bid: number): number[] => fitting.filter((place) => offers[place]!.bid === bid);
    const pools = oneBid ? lotLimits.map(({ bid }) => ofBid(bid)) : [fitting];
    let most = 0n;
    for (const pool of pools) {
      const ofPool = within(pool);
      if (ofPool > most) most = ofPool;
    }
    if (most < best) best = most;
  }
  if (awarded.length > 0 || best > 0n) return before + best;
  return least;
}

/** What these offers count in a cap together. */
const held = (cap: Cap, places: readonly number[], offers: AwardProblem['offers']): bigint =>
  places.reduce(
    (sum, place) => (cap.bids.includes(offers[place]!.bid) ? sum + countOf(cap, offers[place]!.lots) : sum),
    0n,
  );

interface Gain {
  readonly lots: number;
  readonly left: bigint;
}

/** Most left over with at most 0, 1, 2 ... lots: the best single lots, and each combination taken or not (Bellman 1957). */
function planOf(gains: readonly Gain[], room: number): bigint[] {
  const singles = gains.filter(({ lots }) => lots === 1).sort((a, b) => (a.left > b.left ? -1 : 1));
  const combinations = gains.filter(({ lots }) => lots > 1);
  const size = Math.min(
    room,
    gains.reduce((sum, { lots }) => sum + lots, 0),
  );
  const plan = [0n];
  for (let lots = 1; lots <= size; lots++) plan.push(plan[lots - 1]! + (singles[lots - 1]?.left ?? 0n));
  for (const { lots, left } of combinations) {
    for (let most = size; most >= lots; most--) {
      const withIt = plan[most - lots]! + left;
      if (withIt > plan[most]!) plan[most] = withIt;
    }
  }
  return plan;
}

/** Two plans side by side, at most `room` lots. */
function together(some: readonly bigint[], others: readonly bigint[], room: number): bigint[] {
  const joint: bigint[] = [];
  for (let lots = 0; lots <= Math.min(room, some.length + others.length - 2); lots++) {
    let best = 0n;
    for (let own = Math.max(0, lots - others.length + 1); own <= Math.min(lots, some.length - 1); own++) {
      const left = some[own]! + others[lots - own]!;
      if (left > best) best = left;
    }
    joint.push(best);
  }
  return joint;
}

const isPlace = (place: unknown, count: number): place is number =>
  Number.isInteger(place) && (place as number) >= 0 && (place as number) < count;
