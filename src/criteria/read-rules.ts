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
export const readRules = (text: string): PublishedRules => publishable(parseRules(text), text);

/** Rules that may still have faults. @throws DomainError what {@link parseJson} finds wrong */
export const parseRules = (text: string): TenderRules => parseJson(text, tenderRules);

/** @param text that the rules were read from @throws DomainError what {@link checkRules} finds wrong */
export function publishable(rules: TenderRules, text: string): PublishedRules {
  checkRules(rules);
  return { rules, sha256: sha256(text) };
}
