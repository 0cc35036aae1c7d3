import { type Draft, searchDivisions } from './branching.ts';
import { carryOut, noCases } from './cases.ts';
import { type Instance, layOut, type Whole } from './instance.ts';
import { divideByFlow } from './lot-flow.ts';
import type { AwardProblem, Certificate, Division, Proof } from './problem.ts';

/** The best division of the lots, with its proof on request. */
export interface AwardSolution {
  readonly division: Division;
  readonly lotsAwarded: number;
  /** Sum of the scores of the awarded offers. */
  readonly total: bigint;
  /** total + lotsAwarded x lotUnit: what is made as high as possible. */
  readonly value: bigint;
  /** Whether the certificate shows that no division is better. */
  readonly proven: boolean;
  /** No division is worth more; equal to `value` when proven. */
  readonly bound: bigint;
  /** Written out when it is asked for; undefined when not proven. */
  readonly certificate: () => Certificate | undefined;
}

export interface SolveOptions {
  /** How many branches to look at when a flow alone does not do; the same number gives the same answer. */
  readonly nodes?: number | undefined;
}

const NODES = 20_000;

/**
 * The division with the most lots awarded and then the highest total score, within all limits.
 *
 * Without maximum winners, exclusive bids and combinations (or when these do not bind) it is a flow of least cost; otherwise
 * branch and bound with prices (see docs/award-solver.md).
 * @returns undefined when no division obeys the limits, or none was found within the budget of branches
 */
export function solveAward(problem: AwardProblem, options: SolveOptions = {}): AwardSolution | undefined {
  const plain = layOut(problem, false);
  const remainder = carryOut(plain, noCases(plain));
  if (remainder === undefined) return undefined;
  if (plain.isFlow) {
    const flow = divideByFlow(plain, remainder);
    if (!flow.feasible) return undefined;
    if (flow.winners <= plain.maximumWinners) {
      return solution(plain, flow.division, flow.value, flow.value, { prices: flow.prices });
    }
  }
  const instance = layOut(problem, true);
  const { best, bound, proof } = searchDivisions(instance, noCases(instance), { nodes: options.nodes ?? NODES });
  return best && solution(instance, best.division, best.value, bound, proof);
}

function solution(
  instance: Instance,
  division: Division,
  value: Whole,
  bound: Whole,
  draft: Draft | undefined,
): AwardSolution {
  const { problem } = instance;
  const denominator = BigInt(instance.denominator);
  let total = 0n;
  let lotsAwarded = 0;
  for (const offer of division) {
    total += problem.offers[offer]!.score;
    lotsAwarded += problem.offers[offer]!.lots.length;
  }
  const exact = BigInt(value) / denominator;
  return {
    division,
    lotsAwarded,
    total,
    value: exact,
    proven: draft !== undefined,
    bound: draft ? exact : BigInt(bound) / denominator,
    certificate: () => draft && writeOut(instance, draft),
  };
}

/** Lists each price vector once and lets the proof refer to it. */
function writeOut(instance: Instance, draft: Draft): Certificate {
  const prices: string[][] = [];
  const places = new Map<object, number>();
  const write = (node: Draft): Proof => {
    if ('prices' in node) {
      let place = places.get(node.prices);
      if (place === undefined) {
        place = prices.length;
        places.set(node.prices, place);
        prices.push(Array.from(node.prices, (price) => BigInt(price).toString()));
      }
      return { prices: place };
    }
    const yes = write(node.yes);
    const no = write(node.no);
    if (node.kind === 'offer') return { offer: node.place, awarded: yes, refused: no };
    return node.kind === 'bid'
      ? { bid: node.place, wins: yes, loses: no }
      : { party: node.place, wins: yes, loses: no };
  };
  const proof = write(draft);
  return { denominator: String(instance.denominator), prices, proof };
}
