import type { PublishedRules } from '../criteria/rule-sets.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { Tenders } from './tenders.ts';

/**
 * Opens the dossier of a new tender: the announced rules are copied into it whole, and the procurement officer chairs.
 * @param options whether it is made up to show the product, and the signed decision that it follows from
 * @returns the id of the dossier
 */
export function openTender(
  tenders: Tenders,
  chair: string,
  title: string,
  { rules, sha256 }: PublishedRules,
  { fictional = false, decision = null }: { fictional?: boolean; decision?: TenderState['decision'] } = {},
): string {
  const dossier = tenders.freeId(rules.id);
  const command = { title, rules, rulesSha256: sha256, chair, fictional, ...(decision ? { decision } : {}) };
  tenders.execute(dossier, chair, { type: 'publish-rules', ...command });
  return dossier;
}
