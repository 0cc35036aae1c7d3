import { type AwardProblem, type Division, lotUnit } from '../proof/problem.ts';
import { searchDivisions } from './branching.ts';
import { type Cases, carryOut, noCases } from './cases.ts';
import { lotsByOffers, type Tried, tryDivisions } from './depth-first.ts';
import { type Instance, layOut } from './instance.ts';
import { divideByFlow } from './lot-flow.ts';
import type { AwardSolution } from './solve.ts';

/** Branches to look at for one question whether a beginning can be completed. */
const NODES = 2_000;

/** What a search for all best divisions finds: never none, since the solution is one. */
interface AllBest extends Tried {
  /** The budget was spent before any was found again: the division is that of the solution, and it is not known whether others are as good. */
  readonly unsearched?: true;
}

/** What may be spent; the usual amounts when absent. */
interface ListingBudget {
  /** Beginnings to try: see {@link tryDivisions}. */
  readonly steps?: number;
  /** Branches to look at for one question whether a beginning can be completed. */
  readonly nodes?: number;
}

/**
 * All divisions that are as good as the best one, in the order of {@link tryDivisions}, which finds them where there is little to try.
 *
 * An offer that no best division contains is dropped first: every best division satisfies complementary slackness with the
 * prices that prove it, so an offer must have as much left over as the least that its bidder takes.
 * @param solution the best division of this problem
 * @param cap how many to list at most
 * @returns at least one division; `capped` where it was not shown that there are no others
 */
export function allBest(
  problem: AwardProblem,
  solution: AwardSolution,
  cap: number,
  { steps, nodes }: ListingBudget = {},
): AllBest {
  if (!solution.proven) return { divisions: [solution.division], capped: true };
  const kept = solution.offersWithin(0n);
  // Every best division awards as many lots from these offers: when they are those of one division, there is no other.
  if (kept.length === solution.division.length) return { divisions: [solution.division], capped: false };
  const smaller = onlyOffers(problem, kept);
  const goal = solution.total + lotUnit(smaller) * BigInt(solution.lotsAwarded);
  const order = lotsByOffers(problem);
  const { divisions, capped } =
    tryDivisions(smaller, cap, { order, goal }, steps) ?? completeDivisions(smaller, cap, { order, goal }, nodes);
  if (divisions.length === 0) return { divisions: [solution.division], capped: true, unsearched: true };
  return { divisions: divisions.map((division) => division.map((place) => kept[place]!)), capped };
}

/**
 * The divisions that are worth the goal, for any number of lots. A branch is only entered when some best division begins that way, so
 * the work is in proportion to what is found.
 * @param goal the value of the best division: score + lots x unit
 * @returns no divisions, and `capped`, where the budget did not do for the first
 */
export function completeDivisions(
  problem: AwardProblem,
  cap: number,
  { order, goal }: { readonly order: readonly number[]; readonly goal: bigint },
  nodes: number = NODES,
): Tried {
  const plain = layOut(problem, false);
  const instance =
    plain.isFlow && problem.limits.maximumWinners >= problem.parties.length ? plain : layOut(problem, true);
  const offersOf = Array.from({ length: problem.lots }, (): number[] => []);
  problem.offers.forEach(({ lots }, place) => {
    for (const lot of lots) offersOf[lot]!.push(place);
  });
  const divisions: Division[] = [];
  let capped = false;

  const completion = (cases: Cases): Division | undefined => {
    const found = bestWithin(instance, cases, goal, nodes);
    if (found === 'unknown') capped = true;
    return found === 'unknown' ? undefined : found;
  };
  const visit = (depth: number, cases: Cases, witness: Division): void => {
    let next = depth;
    while (next < order.length && isSettled(cases, offersOf[order[next]!]!)) next++;
    if (next === order.length) {
      if (divisions.length < cap) divisions.push([...witness].sort((a, b) => a - b));
      else capped = true;
      return;
    }
    const own = offersOf[order[next]!]!;
    const chosen = own.find((place) => witness.includes(place));
    // In most lots nobody else fits in any best division: one question instead of one per offer.
    const other = chosen === undefined ? 'unknown' : bestWithin(instance, decide(cases, [chosen], -1), goal, nodes);
    const choices = other === undefined ? [chosen] : [...own, undefined];
    for (const choice of choices) {
      if (divisions.length >= cap && capped) return;
      if (choice !== undefined && cases.offer[choice] !== 0) continue;
      const refused = decide(cases, own, -1);
      const narrowed = choice === undefined ? refused : decide(refused, [choice], 1);
      const follows = choice === chosen ? witness : completion(narrowed);
      if (follows) visit(next + 1, narrowed, follows);
    }
  };
  const start = noCases(instance);
  const first = completion(start);
  if (first) visit(0, start, first);
  return { divisions, capped };
}

function decide(cases: Cases, offers: readonly number[], decision: 1 | -1): Cases {
  const offer = cases.offer.slice();
  for (const place of offers) offer[place] = decision;
  return { ...cases, offer };
}

/** A division within the cases that is worth this much. */
function bestWithin(instance: Instance, cases: Cases, value: bigint, nodes: number): Division | undefined | 'unknown' {
  const exact = instance.numbers.from(value * BigInt(instance.denominator));
  if (instance.isFlow) {
    const remainder = carryOut(instance, cases);
    if (remainder === undefined) return undefined;
    const flow = divideByFlow(instance, remainder);
    if (!flow.feasible || flow.value < exact) return undefined;
    if (flow.winners <= instance.maximumWinners) return flow.division;
  }
  const { best, proof } = searchDivisions(instance, cases, { nodes, goal: exact });
  return best?.division ?? (proof ? undefined : 'unknown');
}

/** Nothing about the lot is left to choose: it is taken, or all its offers are refused. */
const isSettled = (cases: Cases, own: readonly number[]): boolean =>
  own.every((place) => cases.offer[place] === -1) || own.some((place) => cases.offer[place] === 1);

/** The same problem with a part of its offers. */
function onlyOffers(problem: AwardProblem, kept: readonly number[]): AwardProblem {
  const placeOf = new Map(kept.map((place, index) => [place, index]));
  return {
    ...problem,
    offers: kept.map((place) => problem.offers[place]!),
    fixed: problem.fixed?.map((place) => placeOf.get(place)!),
  };
}
