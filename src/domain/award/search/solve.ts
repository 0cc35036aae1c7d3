import { DomainError } from '../../errors.ts';
import { checkCertificate, checkDivision, STEPS_WITHIN_CAPS } from '../proof/check-certificate.ts';
import type { AwardProblem, Certificate, Division, Proof } from '../proof/problem.ts';
import { CHOICE_STEPS } from '../proof/within-caps.ts';
import { type Draft, searchDivisions } from './branching.ts';
import { carryOut, noCases } from './cases.ts';
import { tryDivisions } from './depth-first.ts';
import { type Instance, layOut } from './instance.ts';
import { asIntegerProgram, divisionOf, type IntegerProgramSolver } from './integer-program.ts';
import { divideByFlow } from './lot-flow.ts';
import { offersNear } from './offers-near.ts';
import type { Whole, Wholes } from './whole.ts';

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
  /**
   * Offers that may stand in a division that is worth at most `short` less, where the best one is proven.
   * @returns places in `offers`, ascending
   */
  readonly offersWithin: (short: bigint) => number[];
}

export interface SolveOptions {
  /** How many branches to look at when a flow alone does not do; the same number gives the same answer. */
  readonly nodes?: number | undefined;
  /** Asked for a better division when the branches are spent. */
  readonly integerProgram?: IntegerProgramSolver | undefined;
}

/** So many offers are quicker to try all than to search in; the proof is then worked out when it is asked for. */
const FEW_OFFERS = 32;
/** Without a budget of branches: this many, fewer when there are so many offers that each takes long. */
const NODES = 20_000;
const NODES_TIMES_OFFERS = 100_000_000;
/** Within caps every branch takes longer. */
const CAPPED_NODES = 4_000;
const CAPPED_NODES_TIMES_OFFERS = 1_000_000;

/**
 * The division with the most lots awarded and then the highest total score, within all limits.
 *
 * Without maximum winners, exclusive bids and combinations (or when these do not bind) it is a flow of least cost; otherwise
 * branch and bound with prices (see docs/award-solver.md).
 * @returns undefined when no division obeys the limits
 * @throws DomainError `award-too-large` when none was found within the budget of branches, though there may be one
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
  const tried = problem.offers.length <= FEW_OFFERS ? tryDivisions(problem, 1) : undefined;
  if (tried) return tried.divisions[0] && triedSolution(plain, tried.divisions[0]);
  const instance = layOut(problem, true);
  const nodes = options.nodes ?? nodesFor(instance);
  const own = searchDivisions(instance, noCases(instance), { nodes });
  const hint = own.proof || !options.integerProgram ? undefined : suggestion(instance, options.integerProgram);
  if (hint && !(hint.value < (own.best?.value ?? instance.numbers.zero))) {
    const goal = nextAbove(instance, hint.value);
    const { best, bound, proof } = searchDivisions(instance, noCases(instance), { nodes, goal });
    const { division, value } = best ?? hint;
    const isTight = bound < value;
    return accepted(solution(instance, division, value, isTight ? value : bound, proof), instance, proof);
  }
  if (own.best) {
    const { division, value } = own.best;
    return accepted(solution(instance, division, value, own.bound, own.proof), instance, own.proof);
  }
  if (own.proof) return undefined;
  throw new DomainError('award-too-large', { lots: problem.lots, offers: problem.offers.length });
}

function nodesFor({ problem, caps }: Instance): number {
  const [most, timesOffers] =
    caps === undefined ? [NODES, NODES_TIMES_OFFERS] : [CAPPED_NODES, CAPPED_NODES_TIMES_OFFERS];
  return Math.ceil(Math.min(most, timesOffers / problem.offers.length));
}

/**
 * The checker looks at so many choices within caps and no more: where a long proof may need more than these, it counts as proven only
 * when the checker accepts it.
 */
function accepted(found: AwardSolution, { problem, caps }: Instance, proof: Draft | undefined): AwardSolution {
  if (caps === undefined || proof === undefined) return found;
  const choices = [...new Set(caps.partyOf)].reduce((sum, party) => sum + problem.parties[party]!.bids.length, 0);
  if (
    leavesOf(proof) * choices * CHOICE_STEPS <= STEPS_WITHIN_CAPS ||
    checkCertificate(problem, found, found.certificate()) === null
  )
    return found;
  return { ...found, proven: false, certificate: () => undefined };
}

function leavesOf(draft: Draft): number {
  let leaves = 0;
  const todo = [draft];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if ('prices' in node) leaves++;
    else todo.push(node.yes, node.no);
  }
  return leaves;
}

/** What the other solver answers, if that is a division that obeys every limit. */
function suggestion<W extends Whole>(
  instance: Instance<W>,
  solve: IntegerProgramSolver,
): { division: Division; value: W } | undefined {
  const { problem } = instance;
  const ones = solve(asIntegerProgram(problem));
  if (ones === undefined) return undefined;
  const division = divisionOf(problem, ones);
  const lotsAwarded = division.reduce((sum, offer) => sum + (problem.offers[offer]?.lots.length ?? 0), 0);
  const total = division.reduce((sum, offer) => sum + (problem.offers[offer]?.score ?? 0n), 0n);
  if (checkDivision(problem, { division, lotsAwarded, total }) !== null) return undefined;
  return { division, value: worthOf(instance, division) };
}

/** The best division, when every one was tried: nothing is better, and a search for what is better proves it. */
function triedSolution(plain: Instance, division: Division): AwardSolution {
  const value = worthOf(plain, division);
  let written: Written | undefined;
  return solution(plain, division, value, value, () => {
    if (written) return written;
    const instance = layOut(plain.problem, true);
    const better = nextAbove(instance, worthOf(instance, division));
    const { proof } = searchDivisions(instance, noCases(instance), { nodes: Number.POSITIVE_INFINITY, goal: better });
    written = { instance, draft: proof! };
    return written;
  });
}

/** In the numbers of the layout. */
const worthOf = <W extends Whole>({ values, numbers }: Instance<W>, division: Division): W =>
  division.reduce((sum, offer) => numbers.plus(sum, values[offer]!), numbers.zero);

/** The least value that is better than this one. */
const nextAbove = <W extends Whole>({ numbers, denominator }: Instance<W>, value: W): W =>
  numbers.plus(value, numbers.near(denominator));

/** A proof, in the numbers of the layout it was found in. */
interface Written {
  readonly instance: Instance;
  readonly draft: Draft;
}

function solution(
  instance: Instance,
  division: Division,
  value: Whole,
  bound: Whole,
  draft: Draft | (() => Written) | undefined,
): AwardSolution {
  const { problem } = instance;
  const denominator = BigInt(instance.denominator);
  let total = 0n;
  let lotsAwarded = 0;
  for (const offer of division) {
    total += problem.offers[offer]!.score;
    lotsAwarded += problem.offers[offer]!.lots.length;
  }
  const inWhole = (whole: Whole): bigint => (denominator === 1n ? BigInt(whole) : BigInt(whole) / denominator);
  const exact = inWhole(value);
  const proof = (): Written | undefined => (typeof draft === 'function' ? draft() : draft && { instance, draft });
  return {
    division,
    lotsAwarded,
    total,
    value: exact,
    proven: draft !== undefined,
    bound: draft ? exact : inWhole(bound),
    certificate: () => {
      const written = proof();
      return written && writeOut(written.instance, written.draft);
    },
    offersWithin: (short) => {
      const written = proof()!;
      return offersWithin(written, division, short);
    },
  };
}

function offersWithin({ instance, draft }: Written, division: Division, short: bigint): number[] {
  const remainder = carryOut(instance, noCases(instance))!;
  const { numbers, denominator } = instance;
  const least = numbers.minus(worthOf(instance, division), numbers.from(short * BigInt(denominator)));
  return offersNear(instance, remainder, priceLists(draft), least);
}

/** Price lists of a long proof that are looked at. */
const LISTS = 20;

function priceLists(draft: Draft): Wholes[] {
  const found = new Set<Wholes>();
  const visit = (node: Draft): void => {
    if (found.size === LISTS) return;
    if ('prices' in node) found.add(node.prices);
    else for (const part of [node.yes, node.no]) visit(part);
  };
  visit(draft);
  return [...found];
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
