import { sha256 } from '../chain/canonical.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { checkNewRules, checkRules } from '../domain/scoring/check-rules.ts';
import { readRulesFile } from '../exchange/evaluation-file.ts';

/** A published rule set with the sha256 of its file. */
export interface Published<Rules> {
  readonly rules: Rules;
  readonly sha256: string;
}
export type PublishedRules = Published<TenderRules>;

/**
 * Reads published rules of a tender, which may be older than what is asked of new ones.
 * @throws DomainError what {@link readRulesFile} and {@link checkRules} find wrong
 */
export function readRules(text: string): PublishedRules {
  const rules = parseRules(text);
  checkRules(rules);
  return { rules, sha256: sha256(text) };
}

/** Rules that may still have faults. @throws DomainError what {@link readRulesFile} finds wrong */
export const parseRules = (text: string): TenderRules => readRulesFile(text);

/** @param text that the rules were read from @throws DomainError what {@link checkNewRules} finds wrong */
export function publishable(rules: TenderRules, text: string): PublishedRules {
  checkNewRules(rules);
  return { rules, sha256: sha256(text) };
}
