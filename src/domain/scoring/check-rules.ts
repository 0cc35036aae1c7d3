import { DomainError, type Fault } from '../errors.ts';
import type { TenderRules } from '../rules/rules.ts';
import { criteriaSizeFaults } from './criteria-faults.ts';
import { formulaFaults } from './formula-trial.ts';
import { ruleFaults } from './rule-faults.ts';

/**
 * For whoever needs rules without a fault.
 * @throws DomainError the first of {@link ruleFaults}, with all of them on it
 */
export const checkRules = (rules: TenderRules): void => refuse(ruleFaults(rules));

/**
 * For whoever announces rules: they may ask more than rules that were announced before.
 * @throws DomainError the first of {@link criteriaSizeFaults}, else of {@link ruleFaults}, else of {@link formulaFaults}, with all of
 *   that kind on it: what is too large is not looked at any further
 */
export function checkNewRules(rules: TenderRules): void {
  refuse(criteriaSizeFaults(rules));
  checkRules(rules);
  refuse(formulaFaults(rules));
}

function refuse(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first) throw new DomainError(first.code, first.details, faults);
}
