import { DomainError } from '../errors.ts';
import { asEngine1 } from '../evaluation/engine-1.ts';
import { evaluate, type Outcome } from '../evaluation/evaluate.ts';
import { isSameJson } from '../json.ts';
import { evaluationInputOf } from './evaluation-input.ts';
import type { TenderState } from './state/state.ts';

const computed = new WeakMap<object, Outcome>();

/**
 * The outcome of the award that stands, with everything that the engine of today tells of it. An award of an older engine is stored
 * with less in it; the rest is computed from the same inputs, and shown only with an outcome that says what was stored.
 * @throws DomainError `not-yet-awarded`, `outcome-unreadable` for one that no engine can have stored, `outcome-differs` for a stored one that
 *   is not what its inputs give: nothing else is shown in its place
 */
export function standingOutcome(state: Readonly<TenderState>): Outcome {
  const award = state.award;
  if (!award) throw new DomainError('not-yet-awarded');
  const stored = award.outcome;
  switch (stored.engine) {
    case 'unreadable':
      throw new DomainError('outcome-unreadable');
    case 1: {
      const known = computed.get(award) ?? evaluate(evaluationInputOf(state, 2));
      computed.set(award, known);
      if (!isSameJson(asEngine1(known), stored.outcome)) throw new DomainError('outcome-differs');
      return known;
    }
    case 2:
    case 3:
      return stored.outcome;
    default:
      return stored satisfies never;
  }
}
