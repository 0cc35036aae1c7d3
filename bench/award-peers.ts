import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import jsLpModule from 'javascript-lp-solver';
import { type Constraint, type Model, solve as solveByYalps } from 'yalps';
import type { AwardProblem } from '../src/domain/award/proof/problem.ts';
import { lotUnit } from '../src/domain/award/proof/problem.ts';
import { asIntegerProgram, type IntegerProgram, type ProgramRow } from '../src/domain/award/search/integer-program.ts';
import { asText, loadLibrary } from '../src/solver/highs.ts';
import { awardInstance, type Shape } from './award-instances.ts';
import { warmUp } from './harness.ts';

// Its types are those of its CommonJS entry, where the solver is one `default` deeper.
const jsLp = jsLpModule as unknown as typeof jsLpModule.default;

export const PEERS = ['highs', 'javascript-lp-solver', 'yalps'] as const;
export type Peer = (typeof PEERS)[number];

export interface PeerRun {
  /** Median time from the problem to the answer; undefined when it did not answer in time. */
  readonly milliseconds: number | undefined;
  /** Of that, the solve alone: the model ready-made. */
  readonly solveMilliseconds: number | undefined;
  /** Of the last run: the rounded value of the objective. */
  readonly objective: number | undefined;
}

interface Task {
  readonly peer: Peer;
  readonly shape: Shape;
  readonly seeds: readonly number[];
  readonly seconds: number;
}

interface Answer {
  readonly milliseconds: number;
  readonly solveMilliseconds: number;
  readonly objective: number;
}

/** Runs a peer in a thread of its own, which is ended when the time for one solve is over. */
export function runPeer(task: Task): Promise<PeerRun> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 4096 },
  });
  return new Promise((resolve) => {
    const times: number[] = [];
    const solveTimes: number[] = [];
    let objective: number | undefined;
    let timer: NodeJS.Timeout | undefined;
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer);
      void worker.terminate();
      const median = (list: number[]): number | undefined =>
        isWhole || list.length > 2 ? list.sort((a, b) => a - b)[list.length >> 1] : undefined;
      resolve({ milliseconds: median(times), solveMilliseconds: median(solveTimes), objective });
    };
    worker.on('message', (message: 'begin' | 'end' | Answer) => {
      clearTimeout(timer);
      if (message === 'end') finish(true);
      else if (message === 'begin') timer = setTimeout(() => finish(false), task.seconds * 1000);
      else {
        times.push(message.milliseconds);
        solveTimes.push(message.solveMilliseconds);
        objective = message.objective;
      }
    });
    worker.on('error', () => finish(false));
  });
}

/** The program that a peer gets: without limits on winners a linear program does, as its corners are whole. */
function programOf(problem: AwardProblem, shape: Shape): { program: IntegerProgram; isWhole: boolean } {
  if (shape.maximumWinners !== undefined) return { program: asIntegerProgram(problem), isWhole: true };
  const unit = lotUnit(problem);
  const row = (variables: number[], atMost: number): ProgramRow => ({
    variables,
    factors: variables.map(() => 1),
    atLeast: Number.NEGATIVE_INFINITY,
    atMost,
  });
  const offers = problem.offers.map((offer, place) => ({ ...offer, place }));
  const places = (of: (offer: (typeof offers)[number]) => number, count: number): number[][] => {
    const lists = Array.from({ length: count }, (): number[] => []);
    for (const offer of offers) lists[of(offer)]!.push(offer.place);
    return lists;
  };
  return {
    program: {
      values: offers.map(({ score }) => Number(score + unit)),
      rows: [
        ...places((offer) => offer.lots[0]!, problem.lots).map((list) => row(list, 1)),
        ...places((offer) => offer.bid, problem.parties.length).map((list) => row(list, 2)),
      ],
    },
    isWhole: false,
  };
}

/** Per peer a function that makes its model, and gives one that solves it. */
async function prepare(
  peer: Peer,
  seconds: number,
): Promise<(program: IntegerProgram, isWhole: boolean) => () => number> {
  if (peer === 'highs') {
    const highs = await loadLibrary();
    return (program, isWhole) => {
      const text = asText(program, isWhole);
      return () => {
        const answer = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds });
        if (answer.Status !== 'Optimal') throw new Error(answer.Status);
        return answer.ObjectiveValue;
      };
    };
  }
  if (peer === 'yalps') {
    return (program, isWhole) => {
      const model = yalpsModel(program, isWhole);
      return () => {
        const { status, result } = solveByYalps(model, {
          timeout: seconds * 1000,
          maxIterations: Number.POSITIVE_INFINITY,
        });
        if (status !== 'optimal') throw new Error(status);
        return result;
      };
    };
  }
  return (program, isWhole) => {
    const model = jsLpModel(program, isWhole);
    return () => {
      const { feasible, result } = jsLp.Solve(model) as { feasible: boolean; result: number };
      if (!feasible) throw new Error('not feasible');
      return result;
    };
  };
}

function yalpsModel({ values, rows }: IntegerProgram, isWhole: boolean): Model<number, string> {
  const coefficients = values.map((value): [string, number][] => [['value', value]]);
  rows.forEach(({ variables, factors }, place) => {
    variables.forEach((variable, term) => {
      coefficients[variable]!.push([`r${place}`, factors[term]!]);
    });
  });
  return {
    direction: 'maximize',
    objective: 'value',
    constraints: rows.map((row, place): [string, Constraint] => [`r${place}`, limitsOf(row)]),
    variables: coefficients.map((list, variable): [number, [string, number][]] => [variable, list]),
    binaries: isWhole,
  };
}

type JsLpModel = Parameters<typeof jsLp.Solve>[0];

function jsLpModel({ values, rows }: IntegerProgram, isWhole: boolean): JsLpModel {
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, Constraint> = {};
  values.forEach((value, variable) => {
    variables[`x${variable}`] = { value };
  });
  rows.forEach((row, place) => {
    constraints[`r${place}`] = limitsOf(row);
    row.variables.forEach((variable, term) => {
      variables[`x${variable}`]![`r${place}`] = row.factors[term]!;
    });
  });
  const binaries = Object.fromEntries(isWhole ? values.map((_, variable) => [`x${variable}`, 1]) : []);
  return { optimize: 'value', opType: 'max', constraints, variables, binaries } as JsLpModel;
}

const limitsOf = ({ atLeast, atMost }: ProgramRow): Constraint => ({
  ...(atLeast > Number.NEGATIVE_INFINITY ? { min: atLeast } : {}),
  ...(atMost < Number.POSITIVE_INFINITY ? { max: atMost } : {}),
});

if (!isMainThread) {
  const { peer, shape, seeds, seconds } = workerData as Task;
  const ready = await prepare(peer, seconds);
  const problems = seeds.map((seed) => awardInstance(shape, seed));
  const run = (problem: AwardProblem): Answer => {
    parentPort!.postMessage('begin');
    const start = performance.now();
    const { program, isWhole } = programOf(problem, shape);
    const solve = ready(program, isWhole);
    const made = performance.now();
    const objective = Math.round(solve());
    const end = performance.now();
    return { milliseconds: end - start, solveMilliseconds: end - made, objective };
  };
  warmUp(problems, run);
  for (const problem of problems) parentPort!.postMessage(run(problem));
  parentPort!.postMessage('end');
}
