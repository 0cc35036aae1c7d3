import { DomainError } from '../domain/errors.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { BilingualText } from '../domain/text.ts';
import type { Decisions } from './decisions.ts';

/** The name of the contract model that was chosen in the decision that a tender follows from; null when there is none, or it cannot be read here. */
export function chosenModel(decisions: Decisions, { decision }: Readonly<TenderState>): BilingualText | null {
  if (!decision) return null;
  try {
    const { rules, chosen } = decisions.get(decision.dossier);
    return rules.alternatives.find(({ id }) => id === chosen?.alternative)?.name ?? null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
