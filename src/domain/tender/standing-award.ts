import { ENGINE, evaluate, type Outcome } from '../evaluation/evaluate.ts';
import { evaluationInputOf, type TenderState } from './state.ts';

const computed = new WeakMap<object, Outcome>();

/**
 * The outcome of the award that stands, with everything that the engine of today tells of it. An award of an older engine is stored
 * with less in it; the rest is computed from the same inputs (the re-run page proves that what was stored has not changed).
 */
export function standingOutcome(state: Readonly<TenderState>): Outcome {
  const { engine, outcome } = state.award!;
  if (engine === ENGINE) return outcome;
  const known = computed.get(state.award!) ?? evaluate(evaluationInputOf(state));
  computed.set(state.award!, known);
  return known;
}
