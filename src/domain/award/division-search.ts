import { DomainError } from '../errors.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import type { DiscountOffer } from './discounts.ts';
import type { Awarded } from './outcome.ts';
import type { Parties } from './parties.ts';
import type { AwardProblem, Division } from './proof/problem.ts';
import { allBest } from './search/all-best.ts';
import { tryDivisions } from './search/depth-first.ts';
import { type AwardSolution, type SolveOptions, solveAward } from './search/solve.ts';
import { awardProblem, type UpForAward } from './up-for-award.ts';
import type { WholeScores } from './whole-scores.ts';

type Rankings = ReadonlyMap<string, readonly Ranked[]>;

/** The division of one tender's lots under the highest total, and what every part of the answer needs of it. */
export interface Search {
  readonly rules: TenderRules;
  readonly up: UpForAward;
  /** As they were evaluated: what is said of bids comes from here. */
  readonly rankings: Rankings;
  readonly parties: Parties;
  readonly scores: WholeScores;
  readonly problem: AwardProblem;
  readonly solve: (problem: AwardProblem) => AwardSolution | undefined;
}

export function createSearch(
  { rules }: EvaluationInput,
  rankings: Rankings,
  up: UpForAward,
  scores: WholeScores,
  options: SolveOptions,
): Search {
  const problem = awardProblem(up, scores);
  return { rules, up, rankings, parties: up.parties, scores, problem, solve: (one) => solveAward(one, options) };
}

/** The best under other limits, or with other offers fixed. */
export interface Found {
  readonly lotsAwarded: number;
  readonly total: bigint;
  /** The first of the equal divisions in a fixed order, not the one that the search happened to find; worked out when it is asked for. */
  readonly first: () => Division;
}

/** Branches to look at for one question of an explanation. */
const QUESTION_NODES = 200;

/** A question for an explanation, with few branches: what is not proven by then is unknown, and left out. */
export function ask(problem: AwardProblem): Found | undefined | 'unknown' {
  const tried = tryDivisions(problem, 1);
  if (tried) return tried.divisions[0] && worth(problem, tried.divisions[0]);
  try {
    const found = solveAward(problem, { nodes: QUESTION_NODES });
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

/** The same with one more offer in the award. */
export const withOffer = (problem: AwardProblem, offer: number): AwardProblem => ({
  ...problem,
  fixed: [...(problem.fixed ?? []), offer],
});

const worth = ({ offers }: AwardProblem, division: Division): Found => ({
  lotsAwarded: division.reduce((lots, place) => lots + offers[place]!.lots.length, 0),
  total: division.reduce((total, place) => total + offers[place]!.score, 0n),
  first: () => division,
});

export const lotPlace = ({ rules }: Search, lot: string): number => rules.lots.findIndex(({ id }) => id === lot);

/** Who has which lot, in the announced order of the lots. */
export function awardedIn({ rules, parties, scores }: Search, division: Division): Awarded[] {
  const holders = new Map(
    division.flatMap((place) =>
      scores.offers[place]!.lots.map((lot) => [lot, parties.bids[scores.offers[place]!.bid]!]),
    ),
  );
  return rules.lots.flatMap(({ id }, place) => (holders.has(place) ? [{ lot: id, bid: holders.get(place)! }] : []));
}

export const winnersOf = ({ parties, scores }: Search, division: Division): number =>
  new Set(division.map((place) => parties.partyOf[scores.offers[place]!.bid])).size;

/** The discount that an offer is, if it is one. */
export const discountAt = ({ up, scores }: Search, place: number): DiscountOffer | undefined =>
  up.discounts.find(({ id }) => id === scores.places[place]);

/** The lot of an offer that stays as it is; undefined for all others. */
export const fixedAt = ({ up, scores }: Search, place: number): string | undefined => {
  const id = scores.places[place]!;
  return up.fixed.has(id) ? id : undefined;
};

/** What was evaluated of the bid of an offer: one entry, or one per lot of a discount. */
export function rankedAt(search: Search, place: number): readonly Ranked[] {
  const { scores, parties, rankings } = search;
  const bid = parties.bids[scores.offers[place]!.bid]!;
  const lots = discountAt(search, place)?.lots ?? [scores.places[place]!];
  return lots.flatMap((lot) => rankings.get(lot)?.find((one) => one.bid === bid) ?? []);
}
