import type { DecisionState } from '../../domain/decision/state.ts';
import { typedFact } from '../../explanation/blocks.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { Confirmation } from './confirmation.ts';

/** The choice as it will be signed. @param m of its matrix: see `forMatrix` */
export function confirmationOfSignature(
  m: Messages,
  { dossier, title, rules, chosen, weighingVersion, chosenVersion }: Readonly<DecisionState>,
): Confirmation {
  const t = m.confirm.sign;
  const alternative = rules.alternatives.find(({ id }) => id === chosen?.alternative);
  return {
    title: t.title,
    yes: t.yes,
    action: `/decisions/${dossier}/signature`,
    facts: [
      { term: m.confirm.terms.title, value: title },
      { term: m.confirm.terms.choice, value: alternative ? inLanguage(alternative.name, m) : m.common.none },
      ...(chosen?.reason ? [typedFact(m, m.decision.choose.reason, chosen.reason)] : []),
    ],
    consequences: t.consequences,
    undo: t.undo,
    basis: [weighingVersion, chosenVersion],
  };
}
