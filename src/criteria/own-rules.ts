import { idOf } from '../domain/ids.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { type PublishedRules, publishable } from './read-rules.ts';
import { rulesStanding } from './rules-standing.ts';

/** Rules as the file that is published with them. */
export const textOf = (rules: TenderRules): string => `${JSON.stringify(rules, null, 2)}\n`;

/** Rules of one's own do not go by the name and the version of published ones. */
export function ownRules(rules: TenderRules, published: ReadonlyMap<string, PublishedRules>): PublishedRules {
  const standing = rulesStanding(rules, asFile(rules).sha256, published);
  if (standing === 'published') return published.get(`${rules.id}.v${rules.version}`)!;
  const named = { ...rules, id: idOf('', rules.title.nl, 'tender'), version: 1 };
  const isTaken = rulesStanding(named, null, published) === 'name-of-published';
  return asFile(isTaken ? { ...named, id: idOf('own-', rules.title.nl, 'tender') } : named);
}

/**
 * Rules that take the place of announced ones: the next version of them, under their name where that is of one's own.
 * @param before those that hold
 */
export function nextRules(
  rules: TenderRules,
  before: TenderRules,
  published: ReadonlyMap<string, PublishedRules>,
): PublishedRules {
  const next = { ...rules, id: before.id, version: before.version + 1 };
  const isOwn = [...published.values()].every(({ rules: { id } }) => id !== before.id);
  return isOwn ? asFile(next) : asFile({ ...next, id: idOf('own-', rules.title.nl, 'tender') });
}

const asFile = (rules: TenderRules): PublishedRules => publishable(rules, textOf(rules));
