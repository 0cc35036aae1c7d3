import { canonicalJson } from '../chain/canonical.ts';
import { DomainError } from '../domain/errors.ts';
import type { RulesStanding } from '../domain/rules/standing.ts';

/** Rules that were compared before: rules never change. */
const known = new WeakMap<Named, { readonly published: unknown; readonly same: boolean }>();

interface Named {
  readonly id: string;
  readonly version: number;
}

/**
 * Holds rules against the published ones of the same name and version, by what they say.
 * @param claimed the sha256 of the file that they say they come from; null when they do not say
 * @throws DomainError `rules-differ` where they claim to be the published file, and are not
 */
export function rulesStanding(
  rules: Named,
  claimed: string | null,
  published: ReadonlyMap<string, { readonly rules: unknown; readonly sha256: string }>,
): RulesStanding {
  const key = `${rules.id}.v${rules.version}`;
  const found = published.get(key);
  if (!found) return 'own';
  if (saysTheSame(rules, found.rules)) return 'published';
  if (found.sha256 === claimed) throw new DomainError('rules-differ', { rules: key });
  return 'name-of-published';
}

function saysTheSame(rules: Named, published: unknown): boolean {
  if (rules === published) return true;
  const before = known.get(rules);
  if (before && Object.is(before.published, published)) return before.same;
  const same = canonicalJson(rules) === canonicalJson(published);
  known.set(rules, { published, same });
  return same;
}
