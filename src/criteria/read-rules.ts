import { sha256 } from '../chain/canonical.ts';
import { type TenderRules, tenderRules } from '../domain/rules/rules.ts';
import { checkNewRules, checkRules } from '../domain/scoring/check-rules.ts';
import { parseJson } from '../exchange/parse.ts';

/** A published rule set with the sha256 of its file. */
export interface Published<Rules> {
  readonly rules: Rules;
  readonly sha256: string;
}
export type PublishedRules = Published<TenderRules>;

/**
 * Reads published rules of a tender, which may be older than what is asked of new ones.
 * @throws DomainError what {@link parseJson} and {@link checkRules} find wrong
 */
export function readRules(text: string): PublishedRules {
  const rules = parseRules(text);
  checkRules(rules);
  return { rules, sha256: sha256(text) };
}

/** Rules that may still have faults. @throws DomainError what {@link parseJson} finds wrong */
export const parseRules = (text: string): TenderRules => parseJson(text, tenderRules);

/** @param text that the rules were read from @throws DomainError what {@link checkNewRules} finds wrong */
export function publishable(rules: TenderRules, text: string): PublishedRules {
  checkNewRules(rules);
  return { rules, sha256: sha256(text) };
}
