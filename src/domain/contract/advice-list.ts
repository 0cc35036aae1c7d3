import { DomainError } from '../errors.ts';
import type { AdviceRules } from './rules/figures.ts';

/** A piece of advice as it holds, given what is not possible. */
export interface HeldAdvice {
  readonly id: string;
  /** `holds`: follow it. `not-possible`: the user said so. `not-yet`: it holds only if others are not possible, and one still is. */
  readonly is: 'holds' | 'not-possible' | 'not-yet';
  /** The pieces that are still possible, and so come before it. */
  readonly first: readonly string[];
}

/**
 * Which pieces of an ordered list of advice hold.
 * @param notPossible the pieces that turned out not to be possible
 * @throws DomainError `advice-unknown`
 */
export function holdAdvice({ pieces }: AdviceRules, notPossible: ReadonlySet<string>): HeldAdvice[] {
  const unknown = [...notPossible].find((one) => !pieces.some(({ id }) => id === one));
  if (unknown !== undefined) throw new DomainError('advice-unknown', { piece: unknown });
  return pieces.map(({ id, onlyWithout }) => {
    const first = onlyWithout.filter((one) => !notPossible.has(one));
    return { id, is: notPossible.has(id) ? 'not-possible' : first.length > 0 ? 'not-yet' : 'holds', first };
  });
}
