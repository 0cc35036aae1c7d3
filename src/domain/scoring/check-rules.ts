import { DomainError } from '../errors.ts';
import type { TenderRules } from '../rules/rules.ts';
import { ruleFaults } from './rule-faults.ts';

/**
 * For whoever needs rules without a fault.
 * @throws DomainError the first of {@link ruleFaults}, with all of them on it
 */
export function checkRules(rules: TenderRules): void {
  const faults = ruleFaults(rules);
  const [first] = faults;
  if (first) throw new DomainError(first.code, first.details, faults);
}
