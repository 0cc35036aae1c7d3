import { DomainError } from '../errors.ts';
import { compare, type Exact, exact, multiply, sum, toFractionText } from '../number.ts';
import type { TenderRules, TieBreakStep } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { pointsOn, type Ranked, tieBreakSteps } from '../scoring/ranking.ts';
import { awardProblem } from './award-problem.ts';
import { contradictionOf } from './contradiction.ts';
import type { Awarded, AwardOutcome, EqualOutcome, LimitCost, LotAward, PassedOver, Variant } from './outcome.ts';
import { type Parties, partiesOf } from './parties.ts';
import type { AwardProblem, Division } from './proof/problem.ts';
import { allBest } from './search/all-best.ts';
import { tryDivisions } from './search/depth-first.ts';
import { type AwardSolution, type SolveOptions, solveAward } from './search/solve.ts';
import { contests, type WholeScores, wholeScores } from './whole-scores.ts';

type Rankings = ReadonlyMap<string, readonly Ranked[]>;

const EQUAL_OUTCOMES_LISTED = 100;
/** The announced tie-break is applied to all equal divisions, up to this many. */
const EQUAL_OUTCOMES_SEARCHED = 10_000;
/** Above so many valid bids, the sum "if awarded" is not computed for every bid that was passed over, and no variants are. */
const EXPLAINED_OFFERS = 20_000;
/** Branches to look at for one question of an explanation. */
const VARIANT_NODES = 200;
/** Variants are shown up to this maximum of lots, and this number of winners. */
const VARIANTS = 12;

/**
 * Highest total: the division that leaves the fewest lots open and then has the best sum of totals, within the limits.
 * Equal sums go to the announced tie-break, and what that leaves equal to a draw.
 */
export function awardByHighestTotal(
  input: EvaluationInput,
  rankings: Rankings,
  options: SolveOptions = {},
): AwardOutcome {
  const { rules } = input;
  const parties = partiesOf(input.rules, input.bids);
  const scores = wholeScores(input.rules, rankings, parties);
  const search = createSearch(input, rankings, parties, scores, options);
  const best = search.solve(search.problem);
  if (!best) return impossible(rules, search);
  if (!best.proven) return bestFound(rules, search, best);

  const { equal, capped, remaining, decidedBy, settled } = decideEqual(input, search, best);
  const draw = remaining.length > 1 || capped;
  const chosen = remaining[0]!.division;
  const under = underLimits(search);

  return {
    status: draw ? 'draw-needed' : 'awarded',
    lots: rules.lots.map(({ id }) =>
      settled(id)
        ? lotAward(search, best, chosen, id)
        : { lot: id, winner: null, combination: null, open: 'draw', passedOver: [] },
    ),
    total: toFractionText(search.scores.toTotal(best.total)),
    lotsAwarded: best.lotsAwarded,
    winners: winnersOf(search, chosen),
    equalOutcomes: {
      atLeast: equal.length > EQUAL_OUTCOMES_LISTED || capped,
      assignments: [...remaining, ...equal.filter((one) => !remaining.includes(one))]
        .slice(0, EQUAL_OUTCOMES_LISTED)
        .map(
          (one): EqualOutcome => ({
            lots: awardedIn(search, one.division),
            tieBreak: one.tieBreak.map(({ step, value }) => ({ step, value: toFractionText(value) })),
            remains: remaining.includes(one),
          }),
        ),
    },
    decidedBy: draw ? null : decidedBy,
    drawBetween: draw ? between(rules, remaining) : [],
    limitCosts: limitCosts(search, best, under),
    variants: variants(search, best, winnersOf(search, chosen), under),
    contradiction: null,
    proof: { kind: 'optimal', certificate: best.certificate()! },
  };
}

/**
 * Who gets which lot, without any explanation: null where it stays open, undefined where a draw is needed or nothing is awarded.
 * @throws DomainError `award-too-large`
 */
export function holdersByHighestTotal(
  input: EvaluationInput,
  rankings: Rankings,
): Map<string, string | null | undefined> {
  const parties = partiesOf(input.rules, input.bids);
  const search = createSearch(input, rankings, parties, contests(input.rules, rankings, parties).with({}), {});
  const best = search.solve(search.problem);
  const { lots } = input.rules;
  if (!best?.proven) return new Map(lots.map(({ id }) => [id, undefined]));
  const { remaining, settled } = decideEqual(input, search, best);
  const { holders } = remaining[0]!;
  return new Map(lots.map(({ id }) => [id, settled(id) ? (holders.get(id) ?? null) : undefined]));
}

interface Decided {
  readonly equal: readonly Tied[];
  /** There are more equal divisions than were looked at. */
  readonly capped: boolean;
  /** What the tie-break, and the draw if one was held, leave. */
  readonly remaining: readonly Tied[];
  readonly decidedBy: AwardOutcome['decidedBy'];
  /** Whether a lot goes to the same bidder in all that remain. */
  readonly settled: (lot: string) => boolean;
}

function decideEqual({ rules, draw }: EvaluationInput, search: Search, best: AwardSolution): Decided {
  const { divisions, capped, unsearched } = allBest(search.problem, best, EQUAL_OUTCOMES_SEARCHED);
  const steps = tieBreakSteps(rules, undefined);
  // Neither that the division is the only one, nor that a draw is needed, was shown.
  if (unsearched || (capped && steps.length > 0)) throw new DomainError('award-too-large', { lots: rules.lots.length });
  const equal = divisions.map((division) => withTieBreak(search, steps, division));
  const { remaining, decidedBy } = breakTie(rules, steps, equal, capped ? undefined : draw);
  const settled = (lot: string): boolean =>
    !capped && remaining.every(({ holders }) => holders.get(lot) === remaining[0]!.holders.get(lot));
  return { equal, capped, remaining, decidedBy, settled };
}

interface Search {
  readonly rules: TenderRules;
  readonly rankings: Rankings;
  readonly parties: Parties;
  readonly scores: WholeScores;
  readonly problem: AwardProblem;
  readonly solve: (problem: AwardProblem) => AwardSolution | undefined;
}

function createSearch(
  { rules }: EvaluationInput,
  rankings: Rankings,
  parties: Parties,
  scores: WholeScores,
  options: SolveOptions,
): Search {
  const problem = awardProblem(rules, parties, scores);
  return { rules, rankings, parties, scores, problem, solve: (one) => solveAward(one, options) };
}

interface Tied {
  readonly division: Division;
  /** Lot -> bid. */
  readonly holders: ReadonlyMap<string, string>;
  readonly tieBreak: readonly { readonly step: TieBreakStep; readonly value: Exact }[];
}

function withTieBreak(search: Search, steps: readonly TieBreakStep[], division: Division): Tied {
  return {
    division,
    holders: new Map(awardedIn(search, division).map(({ lot, bid }) => [lot, bid])),
    tieBreak: steps.map((step) => ({ step, value: sum(division.map((place) => tieBreakValue(search, step, place))) })),
  };
}

/** What an awarded offer counts in a step of the tie-break: once for each of its lots. */
function tieBreakValue(search: Search, step: TieBreakStep, place: number): Exact {
  const offer = search.scores.offers[place]!;
  const entry = rankedOffer(search, place);
  const value = step.rule === 'higher-score' ? pointsOn(entry, step.criterion) : entry.price!.compared;
  return multiply(value, exact(BigInt(step.rule === 'lower-price' ? 1 : offer.lots.length)));
}

/** Applies the announced steps one after the other, each keeps the best divisions on it, and then the draw: lot by lot, who was drawn first. */
function breakTie(
  rules: TenderRules,
  steps: readonly TieBreakStep[],
  equal: readonly Tied[],
  draw: readonly string[] | undefined,
): { remaining: readonly Tied[]; decidedBy: AwardOutcome['decidedBy'] } {
  let remaining = equal;
  let decidedBy: AwardOutcome['decidedBy'] = { rule: 'mechanism' };
  steps.forEach((step, index) => {
    if (remaining.length === 1) return;
    const values = remaining.map((one) => one.tieBreak[index]!.value);
    const better = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 === (step.rule === 'higher-score') ? a : b);
    const best = values.reduce(better);
    remaining = remaining.filter((_, place) => compare(values[place]!, best) === 0);
    if (remaining.length === 1) decidedBy = { rule: 'tie-break', step };
  });
  if (remaining.length > 1 && draw) {
    remaining = firstDrawn(rules, remaining, draw);
    if (remaining.length === 1) decidedBy = { rule: 'tie-break', step: { rule: 'draw' } };
  }
  return { remaining, decidedBy };
}

/** Lot by lot in the announced order, the divisions in which the lot goes to the bid that was drawn first. A bid outside the draw separates nothing. */
function firstDrawn({ lots }: TenderRules, equal: readonly Tied[], draw: readonly string[]): readonly Tied[] {
  return lots.reduce((remaining, { id }) => {
    const places = remaining.map(({ holders }) => draw.indexOf(holders.get(id) ?? ''));
    if (places.some((place) => place < 0)) return remaining;
    const first = Math.min(...places);
    return remaining.filter((_, index) => places[index] === first);
  }, equal);
}

/** The bids that hold a lot in some of these divisions and not in others. */
function between({ lots }: TenderRules, remaining: readonly Tied[]): string[] {
  const bids = new Set<string>();
  for (const { id } of lots) {
    const holding = new Set(remaining.map(({ holders }) => holders.get(id)));
    if (holding.size > 1) for (const bid of holding) if (bid !== undefined) bids.add(bid);
  }
  return [...bids].sort();
}

function lotAward(search: Search, best: AwardSolution, chosen: Division, lot: string): LotAward {
  const place = chosen.find((one) => search.scores.offers[one]!.lots.includes(lotPlace(search, lot)));
  if (place === undefined) {
    const open = hasValidBid(search, lot) ? 'limits' : 'no-valid-bid';
    return { lot, winner: null, combination: null, open, passedOver: [] };
  }
  const offered = search.scores.places[place]!;
  return {
    lot,
    winner: search.parties.bids[search.scores.offers[place]!.bid]!,
    combination: offered === lot ? null : offered,
    open: null,
    passedOver: passedOver(search, best, chosen, place),
  };
}

const hasValidBid = (search: Search, lot: string): boolean =>
  search.scores.offers.some((offer) => offer.lots.includes(lotPlace(search, lot)));

/** Every bid that ranks above the winner: in the lot itself, or in the combination as part of which the lot was awarded. */
function passedOver(search: Search, best: AwardSolution, chosen: Division, winning: number): PassedOver[] {
  const offered = search.scores.places[winning]!;
  const winner = rankedOffer(search, winning);
  const ranking = search.rankings.get(offered)!.filter((candidate) => candidate.rank < winner.rank);
  const explained = search.scores.offers.length <= EXPLAINED_OFFERS;
  return ranking.map(({ bid }) => {
    const candidate = search.scores.offers.findIndex(
      (offer, place) => search.scores.places[place] === offered && search.parties.bids[offer.bid] === bid,
    );
    const lots = lotsHeldWith(search, chosen, search.scores.offers[candidate]!.bid);
    const full = hasMaximum(search, chosen, search.scores.offers[candidate]!.bid);
    if (!explained) return { bid, reason: full ? 'has-maximum' : 'lower-total', lots };
    const forced = ask({ ...search.problem, fixed: [candidate] });
    if (forced === 'unknown') return { bid, reason: full ? 'has-maximum' : 'lower-total', lots };
    return {
      bid,
      reason: full ? 'has-maximum' : whyPassedOver(search, best, forced, candidate),
      lots,
      totalIfAwarded: forced ? toFractionText(search.scores.toTotal(forced.total)) : null,
    };
  });
}

/** Lots that the bidder behind a bid holds, itself or through a bid that counts as one with it, sorted by id. */
const lotsHeldWith = (search: Search, chosen: Division, bid: number): string[] =>
  chosen
    .filter((place) => search.parties.partyOf[search.scores.offers[place]!.bid] === search.parties.partyOf[bid])
    .flatMap((place) => search.scores.offers[place]!.lots.map((lot) => search.rules.lots[lot]!.id))
    .sort();

function hasMaximum({ parties, scores }: Search, chosen: Division, bid: number): boolean {
  const party = parties.list[parties.partyOf[bid]!]!;
  const held = (filter: (one: number) => boolean): number =>
    chosen.reduce(
      (lots, place) => lots + (filter(scores.offers[place]!.bid) ? scores.offers[place]!.lots.length : 0),
      0,
    );
  const own = held((one) => one === bid);
  const together = held((one) => party.bids.some((member) => member.bid === one));
  const maximum = party.bids.find((member) => member.bid === bid)!.maximumLots;
  return own >= maximum || together >= party.maximumLots || (party.oneBid && own === 0 && together > 0);
}

function whyPassedOver(
  search: Search,
  best: AwardSolution,
  forced: Found | undefined,
  candidate: number,
): PassedOver['reason'] {
  const atLeastAsGood = (other: Found | undefined | 'unknown'): boolean =>
    other !== undefined &&
    other !== 'unknown' &&
    (other.lotsAwarded > best.lotsAwarded || (other.lotsAwarded === best.lotsAwarded && other.total >= best.total));
  const { limits } = search.problem;
  const without = (change: Partial<AwardProblem['limits']>): boolean =>
    atLeastAsGood(ask({ ...search.problem, limits: { ...limits, ...change }, fixed: [candidate] }));
  if (atLeastAsGood(forced)) return 'tie-break';
  if (limits.minimumWinners > 1 && without({ minimumWinners: 1 })) return 'minimum-winners';
  if (limits.maximumWinners < search.problem.lots && without({ maximumWinners: search.problem.lots }))
    return 'maximum-winners';
  return 'lower-total';
}

/** The best under other limits. */
interface Found {
  readonly lotsAwarded: number;
  readonly total: bigint;
  /** The first of the equal divisions in a fixed order, not the one that the search happened to find; worked out when it is asked for. */
  readonly first: () => Division;
}

/** Answers what the award would be under other limits, each combination of limits once. */
function underLimits(
  search: Search,
): (maximumLots: number | null, limits: AwardProblem['limits']) => Found | undefined | 'unknown' {
  const { problem, rules, parties } = search;
  const answers = new Map<string, Found | undefined | 'unknown'>();
  return (maximumLots, { minimumWinners, maximumWinners }) => {
    const limits = { minimumWinners, maximumWinners: Math.min(maximumWinners, problem.lots) };
    const lots = maximumLots === rules.award.maximumLotsPerBidder ? null : maximumLots;
    const key = `${lots} ${limits.minimumWinners} ${limits.maximumWinners}`;
    if (answers.has(key)) return answers.get(key);
    const changed = { ...problem, limits, parties: lots === null ? problem.parties : parties.withMaximum(lots) };
    const answer = ask(changed);
    answers.set(key, answer);
    return answer;
  };
}

/** A question for an explanation, with few branches: what is not proven by then is unknown, and left out. */
function ask(problem: AwardProblem): Found | undefined | 'unknown' {
  const tried = tryDivisions(problem, 1);
  if (tried) return tried.divisions[0] && worth(problem, tried.divisions[0]);
  try {
    const found = solveAward(problem, { nodes: VARIANT_NODES });
    if (!found?.proven) return found && 'unknown';
    const { lotsAwarded, total } = found;
    let first: Division | undefined;
    const findFirst = (): Division => {
      first ??= allBest(problem, found, 1).divisions[0]!;
      return first;
    };
    return { lotsAwarded, total, first: findFirst };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'award-too-large') return 'unknown';
    throw error;
  }
}

const worth = ({ offers }: AwardProblem, division: Division): Found => ({
  lotsAwarded: division.reduce((lots, place) => lots + offers[place]!.lots.length, 0),
  total: division.reduce((total, place) => total + offers[place]!.score, 0n),
  first: () => division,
});

function limitCosts(search: Search, best: AwardSolution, under: ReturnType<typeof underLimits>): LimitCost[] {
  const { limits, lots } = search.problem;
  const noMinimum = { ...limits, minimumWinners: 1 };
  const noMaximum = { ...limits, maximumWinners: lots };
  const changed = [
    ['maximum-lots', under(lots, limits)],
    ['minimum-winners', under(null, noMinimum)],
    ['maximum-winners', under(null, noMaximum)],
    ['all-limits', under(lots, { ...noMinimum, ...noMaximum, minimumWinners: 1 })],
  ] as const;
  return changed.flatMap(([without, found]) => {
    // Every division within the limits is one without them, so there is always a best one; it may not be proven.
    if (!found || found === 'unknown') return [];
    return [
      {
        without,
        total: toFractionText(search.scores.toTotal(found.total)),
        cost: toFractionText(improvement(search, found, best)),
        lots: awardedIn(search, found.first()),
      },
    ];
  });
}

/** How much better one sum of totals is than another, also where lower is better. */
const improvement = ({ scores }: Search, found: Found, best: AwardSolution): Exact => {
  const difference = scores.toTotal(found.total - best.total);
  return scores.toTotal(1n).s < 0n ? multiply(difference, exact('-1')) : difference;
};

function variants(
  search: Search,
  best: AwardSolution,
  winners: number,
  under: ReturnType<typeof underLimits>,
): Variant[] {
  const { problem, rules } = search;
  if (problem.offers.length > EXPLAINED_OFFERS) return [];
  const most = Math.min(problem.lots, VARIANTS);
  const values = Array.from({ length: most }, (_, index) => index + 1);
  const variant = (limit: Variant['limit'], value: number, current: boolean): Variant[] => {
    const found =
      limit === 'maximum-lots'
        ? under(value, problem.limits)
        : under(null, { minimumWinners: value, maximumWinners: value });
    if (found === 'unknown') return [];
    return [
      {
        limit,
        value,
        current,
        total: found ? toFractionText(search.scores.toTotal(found.total)) : null,
        cost: found ? toFractionText(improvement(search, found, best)) : null,
        lots: found ? awardedIn(search, found.first()) : [],
      },
    ];
  };
  return [
    ...values.flatMap((value) => variant('maximum-lots', value, value === rules.award.maximumLotsPerBidder)),
    ...values.flatMap((value) => variant('exactly-winners', value, value === winners)),
  ];
}

function impossible(rules: TenderRules, search: Search): AwardOutcome {
  return {
    status: 'impossible',
    lots: openLots(rules, search),
    total: null,
    lotsAwarded: 0,
    winners: 0,
    equalOutcomes: { atLeast: false, assignments: [] },
    decidedBy: null,
    drawBetween: [],
    limitCosts: [],
    variants: [],
    contradiction: contradictionOf(rules, search.parties, search.problem),
    proof: null,
  };
}

/** The search could not rule out a better division: what it found is shown as that, and nothing is awarded. */
function bestFound(rules: TenderRules, search: Search, best: AwardSolution): AwardOutcome {
  return {
    ...impossible(rules, search),
    status: 'best-found',
    total: toFractionText(search.scores.toTotal(best.total)),
    lotsAwarded: best.lotsAwarded,
    winners: winnersOf(search, best.division),
    equalOutcomes: {
      atLeast: true,
      assignments: [{ lots: awardedIn(search, best.division), tieBreak: [], remains: true }],
    },
    contradiction: null,
    proof: { kind: 'best-found', gap: toFractionText(search.scores.toTotal(best.bound - best.value)) },
  };
}

const openLots = (rules: TenderRules, search: Search): LotAward[] =>
  rules.lots.map(({ id: lot }) => ({
    lot,
    winner: null,
    combination: null,
    open: hasValidBid(search, lot) ? 'impossible' : 'no-valid-bid',
    passedOver: [],
  }));

const lotPlace = ({ rules }: Search, lot: string): number => rules.lots.findIndex(({ id }) => id === lot);

const rankedOffer = ({ scores, parties, rankings }: Search, place: number): Ranked =>
  rankings.get(scores.places[place]!)!.find(({ bid }) => bid === parties.bids[scores.offers[place]!.bid])!;

const winnersOf = ({ parties, scores }: Search, division: Division): number =>
  new Set(division.map((place) => parties.partyOf[scores.offers[place]!.bid])).size;

/** Who has which lot, in the announced order of the lots. */
function awardedIn({ rules, parties, scores }: Search, division: Division): Awarded[] {
  const holders = new Map(
    division.flatMap((place) =>
      scores.offers[place]!.lots.map((lot) => [lot, parties.bids[scores.offers[place]!.bid]!]),
    ),
  );
  return rules.lots.flatMap(({ id }, place) => (holders.has(place) ? [{ lot: id, bid: holders.get(place)! }] : []));
}
