import { sha256 } from '../chain/canonical.ts';
import { type TenderRules, tenderRules } from '../domain/rules/rules.ts';
import { checkRules } from '../domain/scoring/check-rules.ts';
import { parseJson } from '../exchange/parse.ts';

/** A published rule set with the sha256 of its file. */
export interface Published<Rules> {
  readonly rules: Rules;
  readonly sha256: string;
}
export type PublishedRules = Published<TenderRules>;

/**
 * Reads the rules of a tender from the text of a file: the one way in, for the files under criteria/ and for a file of one's own.
 * @throws DomainError what {@link parseJson} and {@link checkRules} find wrong
 */
export function readRules(text: string): PublishedRules {
  const rules = parseJson(text, tenderRules);
  checkRules(rules);
  return { rules, sha256: sha256(text) };
}
