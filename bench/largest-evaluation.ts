import { evaluate } from '../src/domain/evaluation/evaluate.ts';
import { readEvaluationInput } from '../src/exchange/evaluation-file.ts';
import type { BenchLine } from './harness.ts';

const LOTS = 60;
const BIDS = 100;
const CRITERIA = 40;
const LINES = 200;

/**
 * A file of 60 lots, 100 bids for all of them, 40 criteria and a sheet of 200 price lines, all made up: read, checked, evaluated and awarded. Against
 * reading the same file as JSON.
 */
export function benchLargestEvaluation(): BenchLine[] {
  const text = JSON.stringify(file());
  const [json] = timed(() => JSON.parse(text) as unknown);
  const [reading, input] = timed(() => readEvaluationInput(text));
  const [evaluating, outcome] = timed(() => evaluate(input));
  const size = `${LOTS} lots x ${BIDS} bids x ${CRITERIA} criteria x ${LINES} price lines (${Math.round(text.length / 1e6)} MB)`;
  const line = (what: string, median: number): BenchLine => ({
    what: `${what}, ${size}`,
    median,
    unit: 'ms',
    ratio: json / median,
    peer: 'speed of JSON.parse',
  });
  return [line('read and checked', reading), line(`evaluated and awarded (${outcome.award.status})`, evaluating)];
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function file(): object {
  let state = 7;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const names = (what: string, count: number): string[] =>
    Array.from({ length: count }, (_, place) => `${what}${place + 1}`);
  const [lots, criteria, lines] = [names('L', LOTS), names('C', CRITERIA), names('P', LINES)];
  return {
    fictional: true,
    rules: {
      title: 'Grote aanbesteding',
      service: 'other',
      scale: { maximum: 10 },
      lots,
      criteria: criteria.map((name) => ({ name, weight: 1.5 })),
      price: {
        weight: 40,
        points: { kind: 'proportional' },
        lines: lines.map((name, place) => ({ name, quantity: place + 1 })),
        rounding: { lines: 2 },
      },
      onWithdrawal: 're-rank',
      rounding: { decimals: 2, rankOn: 'rounded', price: 2 },
      award: { maximumLotsPerBidder: 3 },
    },
    bids: names('Inschrijver ', BIDS).map((bidder) => ({
      bidder,
      lots: lots.map((lot) => ({
        lot,
        scores: Object.fromEntries(criteria.map((name) => [name, below(11)])),
        price: { lines: Object.fromEntries(lines.map((name) => [name, (1000 + below(500)) / 100])) },
      })),
    })),
  };
}
