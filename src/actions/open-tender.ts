import type { PublishedRules } from '../criteria/rule-sets.ts';
import type { Tenders } from './tenders.ts';

/**
 * Opens the dossier of a new tender: the announced rules are copied into it whole, and the procurement officer chairs.
 * @returns the id of the dossier
 */
export function openTender(
  tenders: Tenders,
  chair: string,
  title: string,
  { rules, sha256 }: PublishedRules,
  fictional = false,
): string {
  const dossier = tenders.freeId(rules.id);
  tenders.execute(dossier, chair, { type: 'publish-rules', title, rules, rulesSha256: sha256, chair, fictional });
  return dossier;
}
