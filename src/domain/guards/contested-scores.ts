import { DomainError } from '../errors.ts';
import { add, compare, type Exact, exact, maximum, minimum, subtract, sum, toFractionText, ZERO } from '../number.ts';
import { scoredCriteria } from '../rules/criteria-tree.ts';
import type { TenderRules } from '../rules/rules.ts';
import { checkOffered, type EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import {
  admissibleScores,
  type Becomes,
  becomes,
  changedLots,
  createWhatIf,
  everyScore,
  scaleIn,
  variesAlone,
  type WhatIf,
} from './what-if.ts';

/** Scores that are contested: of one bid, in one lot or (without a lot) in every lot of the bid. */
export interface Contested {
  readonly bid: string;
  readonly lot?: string;
  readonly criteria: readonly string[];
}

/**
 * The court's question: can the contested points close the gap? Would any admissible scores on the contested criteria of all these bids
 * together change a rank, or any award?
 */
export interface ContestedScores {
  readonly contested: readonly Contested[];
  /** Every lot with contested scores, when only the scores in that lot are others. */
  readonly lots: readonly ContestedLot[];
  /** The scores in all these lots at once. */
  readonly together: AwardChange;
}

export interface AwardChange {
  /** Lots that change hands for some admissible scores. */
  readonly changes: readonly string[];
  /** The found scores that change an award and are closest to what was given, all differences added; null when none do. */
  readonly smallest: null | {
    readonly scores: readonly ContestedScore[];
    readonly lots: readonly ({ readonly lot: string } & Becomes)[];
  };
  /** More combinations exist than were tried one by one; then only the lowest and the highest scores per bid were. */
  readonly onlyEnds: boolean;
}

export interface ContestedScore {
  readonly bid: string;
  readonly lot: string;
  readonly criterion: string;
  readonly from: string;
  readonly to: string;
}

export interface ContestedLot extends AwardChange {
  readonly lot: string;
  readonly bids: readonly ContestedBid[];
  /** Bids whose scores are not contested here, and whose rank changes for some of the scores that are. */
  readonly others: readonly string[];
}

export interface ContestedBid {
  readonly bid: string;
  /** Where it stands; null when it is set aside. */
  readonly now: null | { readonly rank: number; readonly total: string };
  /** Between what it comes for all scores that were tried; null when it is set aside for all of them. */
  readonly reach: null | Reach;
  /** It is set aside for some of them. */
  readonly fallsOut: boolean;
  readonly changesRank: boolean;
}

export interface Reach {
  readonly ranks: { readonly best: number; readonly worst: number };
  readonly totals: { readonly lowest: string; readonly highest: string };
}

/** How many combinations are tried one by one: of the scores in one lot, and of what they make of the lots together. */
const COMBINATIONS = 2_000;

/**
 * @param input complete and checked
 * @throws DomainError `unknown-bid`, `unknown-criterion`, `contested-elsewhere`, `no-criteria-contested`; for a lot that is named `unknown-lot`,
 *   `lot-not-bid-for`, `score-for-invalid-bid`
 */
export function contestScores(input: EvaluationInput, contested: readonly Contested[]): ContestedScores {
  const { rules, bids } = input;
  if (contested.length === 0) throw new DomainError('no-criteria-contested');
  for (const { bid, lot, criteria } of contested) {
    if (!bids.some((one) => one.id === bid)) throw new DomainError('unknown-bid', { bid });
    if (lot !== undefined) checkOffered(rules, bids, { bid, lot });
    if (criteria.length === 0) throw new DomainError('no-criteria-contested');
    for (const criterion of criteria) {
      const known = scoredCriteria(rules).some((node) => node.criterion.id === criterion);
      if (!known) throw new DomainError('unknown-criterion', { criterion });
      if (!variesAlone(input, bid, criterion)) throw new DomainError('contested-elsewhere', { criterion });
    }
  }
  const whatIf = createWhatIf(input);
  const places = placesOf(whatIf, contested);
  let lots: readonly TriedLot[] = [];
  for (const lot of new Set(places.map((place) => place.lot))) {
    const here = places.filter((place) => place.lot === lot);
    lots = asAffordable([...lots, tryLot(whatIf, lot, here)]);
  }
  return { contested, lots: lots.map(({ answer }) => answer), together: tryTogether(whatIf, lots) };
}

/** A bid in a lot with scores that are contested. */
interface ContestedPlace {
  readonly bid: string;
  readonly lot: string;
  readonly criteria: readonly string[];
  /** All scores that it was given there. */
  readonly given: ReadonlyMap<string, string>;
  readonly ends: Readonly<Record<End, Scores>>;
  /** All that it could have been given: how many, and made when asked for. */
  readonly every: { readonly count: number; readonly list: () => readonly Scores[] };
}

/** What a place could have been given, and how far that is from what it was. */
interface Scores {
  readonly scores: ReadonlyMap<string, string>;
  readonly distance: Exact;
}

type End = 'lowest' | 'given' | 'highest';

function placesOf(whatIf: WhatIf, contested: readonly Contested[]): ContestedPlace[] {
  const { rules } = whatIf.input;
  const announced = scoredCriteria(rules).map(({ criterion }) => criterion.id);
  return whatIf.places.flatMap(({ bid, lot, scores }) => {
    const here = contested.filter((one) => one.bid === bid && (one.lot ?? lot) === lot);
    const criteria = announced.filter((id) => scores.has(id) && here.some((one) => one.criteria.includes(id)));
    return criteria.length === 0
      ? []
      : [{ bid, lot, criteria, given: scores, ...choicesOf(rules, lot, criteria, scores) }];
  });
}

function choicesOf(
  rules: TenderRules,
  lot: string,
  criteria: readonly string[],
  given: ReadonlyMap<string, string>,
): Pick<ContestedPlace, 'ends' | 'every'> {
  const withScores = (chosen: readonly string[]): Scores => ({
    scores: new Map([...given, ...criteria.map((criterion, index) => [criterion, chosen[index]!] as const)]),
    distance: sum(criteria.map((one, index) => subtract(exact(chosen[index]!), exact(given.get(one)!)).abs())),
  });
  const ends = criteria.map((criterion) => admissibleScores(scaleIn(rules, lot, criterion), given.get(criterion)!));
  const every = criteria.map((criterion) => everyScore(scaleIn(rules, lot, criterion), COMBINATIONS));
  return {
    ends: {
      lowest: withScores(ends.map((values) => values[0]!)),
      given: { scores: given, distance: ZERO },
      highest: withScores(ends.map((values) => values[values.length - 1]!)),
    },
    every: {
      count: every.reduce((count, scores) => count * (scores?.length ?? Number.POSITIVE_INFINITY), 1),
      list: () => [...product(every.map((scores) => scores ?? []))].map(withScores),
    },
  };
}

/** Other scores of some places, and what they make of the rankings. */
interface Try {
  readonly scores: readonly (Scores & Pick<ContestedPlace, 'bid' | 'lot' | 'criteria' | 'given'>)[];
  readonly rankings: ReadonlyMap<string, readonly Ranked[]>;
  readonly distance: Exact;
}

interface TriedLot {
  readonly answer: ContestedLot;
  readonly found: Found;
  readonly places: readonly ContestedPlace[];
  /** The closest scores to each ranking that is another one to the award, what was given among them; undefined where they are too many to combine. */
  readonly tries: readonly Try[] | undefined;
}

/** Rankings are large: those that will not be combined are not kept. */
function asAffordable(lots: readonly TriedLot[]): readonly TriedLot[] {
  const options = lots.flatMap(({ tries }) => (tries ? [tries] : []));
  const affordable = options.length === lots.length && isAffordable(options);
  return affordable ? lots : lots.map((one) => ({ ...one, tries: undefined }));
}

function tryLot(whatIf: WhatIf, lot: string, places: readonly ContestedPlace[]): TriedLot {
  const now = whatIf.rankings.get(lot)!;
  const onlyEnds = places.reduce((count, { every }) => count * every.count, 1) > COMBINATIONS;
  const chosen = onlyEnds ? endsOf(places) : product(places.map(({ every }) => every.list()));

  const watched = new Map([...now, ...places].map(({ bid }) => [bid, watch(now, bid)]));
  const given = places.map(({ ends }) => ends.given);
  const closest = new Map([[whatIf.sameToAward(now), tried(places, given, lot, now)]]);
  for (const scores of chosen) {
    const ranking = whatIf.rankingWith(lot, new Map(places.map(({ bid }, at) => [bid, scores[at]!.scores])));
    if (!ranking) continue;
    for (const one of watched.values()) one.see(ranking);
    const one = tried(places, scores, lot, ranking);
    const key = whatIf.sameToAward(ranking);
    const known = closest.get(key);
    if (!known || compare(one.distance, known.distance) < 0) closest.set(key, one);
  }
  const tries = [...closest.values()];
  const found = findIn(whatIf, tries);
  const bids = places.map(({ bid }) => watched.get(bid)!.answer());
  for (const { bid } of places) watched.delete(bid);
  const others = [...watched.values()].map((one) => one.answer()).filter(({ changesRank }) => changesRank);
  const answer = { lot, bids, others: others.map(({ bid }) => bid), ...awardChange(whatIf, found, onlyEnds) };
  return { answer, found, places, tries };
}

const tried = (
  places: readonly ContestedPlace[],
  scores: readonly Scores[],
  lot: string,
  ranking: readonly Ranked[],
): Try => ({
  scores: places.map((place, at) => ({ ...place, ...scores[at]! })),
  rankings: new Map([[lot, ranking]]),
  distance: sum(scores.map(({ distance }) => distance)),
});

/** Follows one bid through the rankings of a lot. */
function watch(
  now: readonly Ranked[],
  bid: string,
): { readonly see: (ranking: readonly Ranked[]) => void; readonly answer: () => ContestedBid } {
  const before = now.find((one) => one.bid === bid);
  let reach = before && { best: before.rank, worst: before.rank, lowest: before.total, highest: before.total };
  let fallsOut = before === undefined;
  let changesRank = false;
  return {
    see: (ranking) => {
      const after = ranking.find((one) => one.bid === bid);
      changesRank ||= after?.rank !== before?.rank;
      fallsOut ||= after === undefined;
      if (!after) return;
      const { rank, total } = after;
      reach = {
        best: Math.min(reach?.best ?? rank, rank),
        worst: Math.max(reach?.worst ?? rank, rank),
        lowest: minimum(reach?.lowest ?? total, total),
        highest: maximum(reach?.highest ?? total, total),
      };
    },
    answer: () => ({
      bid,
      now: before ? { rank: before.rank, total: toFractionText(before.total) } : null,
      reach: reach
        ? {
            ranks: { best: reach.best, worst: reach.worst },
            totals: { lowest: toFractionText(reach.lowest), highest: toFractionText(reach.highest) },
          }
        : null,
      fallsOut,
      changesRank,
    }),
  };
}

/** Limits bind the lots: scores that change nothing by themselves can change an award together. */
function tryTogether(whatIf: WhatIf, lots: readonly TriedLot[]): AwardChange {
  const onlyEnds = lots.some(({ answer }) => answer.onlyEnds);
  const found = lots.map((one) => one.found);
  if (lots.length < 2) return awardChange(whatIf, merged(found), onlyEnds);
  const options = lots.flatMap(({ tries }) => (tries ? [tries] : []));
  if (options.length === lots.length) return awardChange(whatIf, findIn(whatIf, joined(product(options))), onlyEnds);
  return awardChange(whatIf, merged([...found, findIn(whatIf, endsTogether(whatIf, lots))]), true);
}

function* joined(combinations: Iterable<readonly Try[]>): Generator<Try> {
  for (const tries of combinations) yield join(tries);
}

const join = (tries: readonly Try[]): Try => ({
  scores: tries.flatMap(({ scores }) => scores),
  rankings: new Map(tries.flatMap(({ rankings }) => [...rankings])),
  distance: tries.map(({ distance }) => distance).reduce(add, ZERO),
});

/** Each bid at its lowest or its highest in all its lots at once. */
function* endsTogether(whatIf: WhatIf, lots: readonly TriedLot[]): Generator<Try> {
  const bids = [...new Set(lots.flatMap(({ places }) => places.map(({ bid }) => bid)))];
  const known = new Map<string, Try | undefined>();
  // Where all bids are, no ends come twice.
  const remember = (places: readonly ContestedPlace[], key: string, one: Try | undefined): void => {
    if (places.length < bids.length) known.set(key, one);
  };
  const endOf = ({ answer: { lot }, places }: TriedLot, ends: readonly End[]): Try | undefined => {
    const here = places.map(({ bid }) => ends[bids.indexOf(bid)]!);
    const key = [lot, ...here].join(' ');
    if (known.has(key)) return known.get(key);
    const scores = places.map((place, at) => place.ends[here[at]!]);
    const ranking = whatIf.rankingWith(lot, new Map(places.map(({ bid }, at) => [bid, scores[at]!.scores])));
    const one = ranking && tried(places, scores, lot, ranking);
    remember(places, key, one);
    return one;
  };
  for (const ends of endsFor(bids.length)) {
    const tries = lots.flatMap((lot) => endOf(lot, ends) ?? []);
    if (tries.length === lots.length) yield join(tries);
  }
}

function* endsOf(places: readonly ContestedPlace[]): Generator<Scores[]> {
  for (const ends of endsFor(places.length)) yield places.map((place, at) => place.ends[ends[at]!]);
}

/**
 * Each at its lowest or its highest (or as it was given) in all combinations, as far as these are affordable; else one against all others, and
 * one alone.
 */
function* endsFor(count: number): Generator<readonly End[]> {
  const each = (...ends: End[]): End[][] => Array.from({ length: count }, () => ends);
  const all = [each('lowest', 'given', 'highest'), each('lowest', 'highest')].find(isAffordable);
  if (all) yield* product(all);
  for (const [one, others] of AGAINST) {
    for (let place = 0; place < count; place++) {
      yield Array.from({ length: count }, (_, at) => (at === place ? one : others));
    }
  }
  yield* [each('lowest').flat(), each('highest').flat()];
}

const AGAINST: readonly (readonly [End, End])[] = [
  ['lowest', 'given'],
  ['highest', 'given'],
  ['lowest', 'highest'],
  ['highest', 'lowest'],
];

/** What some tries make of the award. */
interface Found {
  readonly changes: ReadonlySet<string>;
  readonly smallest: undefined | Smallest;
}

type Smallest = NonNullable<AwardChange['smallest']> & { readonly distance: Exact };

function findIn(whatIf: WhatIf, tries: Iterable<Try>): Found {
  const changes = new Set<string>();
  let smallest: undefined | Smallest;
  for (const { rankings, scores, distance } of tries) {
    const after = whatIf.holdersWith(rankings);
    const changed = changedLots(whatIf.holders, after);
    for (const lot of changed) changes.add(lot);
    if (changed.length === 0 || (smallest && compare(distance, smallest.distance) >= 0)) continue;
    const lots = changed.map((lot) => ({ lot, ...becomes(after, lot) }));
    smallest = { distance, scores: scores.flatMap(otherScores), lots };
  }
  return { changes, smallest };
}

const merged = (found: readonly Found[]): Found => ({
  changes: new Set(found.flatMap(({ changes }) => [...changes])),
  smallest: found
    .flatMap(({ smallest }) => smallest ?? [])
    .reduce<Found['smallest']>((a, b) => (a && compare(a.distance, b.distance) <= 0 ? a : b), undefined),
});

const awardChange = (whatIf: WhatIf, { changes, smallest }: Found, onlyEnds: boolean): AwardChange => ({
  changes: [...whatIf.holders.keys()].filter((lot) => changes.has(lot)),
  smallest: smallest ? { scores: smallest.scores, lots: smallest.lots } : null,
  onlyEnds,
});

const otherScores = ({ bid, lot, criteria, given, scores }: Try['scores'][number]): ContestedScore[] =>
  criteria
    .map((criterion) => ({ bid, lot, criterion, from: given.get(criterion)!, to: scores.get(criterion)! }))
    .filter(({ from, to }) => compare(exact(from), exact(to)) !== 0);

const isAffordable = (options: readonly (readonly unknown[])[]): boolean =>
  options.reduce((count, { length }) => count * length, 1) <= COMBINATIONS;

function* product<T>(options: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = options;
  if (!first) {
    yield [];
    return;
  }
  for (const value of first) for (const tail of product(rest)) yield [value, ...tail];
}
