import { evaluate } from '../src/domain/evaluation/evaluate.ts';
import { demoInput } from './demo.ts';
import { type BenchLine, measure, measureFresh } from './harness.ts';

const TARGET_MS = 2;
const RUNS = 200;

/** Evaluating the demo. Every run gets an input of its own, so that nothing is remembered from the run before. */
export function benchEvaluation(): BenchLine[] {
  const text = JSON.stringify(demoInput());
  const { median } = measureFresh(
    RUNS,
    () => JSON.parse(text) as ReturnType<typeof demoInput>,
    (input) => evaluate(input),
  );
  const parse = measure(RUNS, () => JSON.parse(text));
  return [
    {
      what: 'evaluate the demo',
      median,
      unit: 'ms',
      target: `under ${TARGET_MS} ms`,
      ratio: median / parse.median,
      peer: 'time to parse its JSON',
      met: median < TARGET_MS,
    },
  ];
}
