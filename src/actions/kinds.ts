import { canonicalJson } from '../chain/canonical.ts';
import type { EventBody } from '../chain/chain.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { accountsKind } from './accounts.ts';
import { type Audit, type AuditedKind, auditDossier } from './audit.ts';
import { decisionKind } from './decisions.ts';
import type { Foldable } from './shelf.ts';
import { tenderKind } from './tenders.ts';

/** Every kind of dossier that there is: who verifies, audits or lists dossiers asks here what kind one is. */
export const KINDS = {
  tender: kind(tenderKind, ({ tenders }) => tenders),
  decision: kind(decisionKind, ({ matrices }) => matrices),
  accounts: withoutRules(accountsKind),
} as const;

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as KindName[];

/** The kind that a dossier is of, by its id. @throws DomainError `unknown-kind` */
export function kindOf(dossier: string): KindName {
  const found = KIND_NAMES.find((name) => dossier.startsWith(KINDS[name].prefix));
  if (!found) throw new DomainError('unknown-kind', { dossier });
  return found;
}

/** What an audit of a dossier finds, whatever its kind. */
export type Verdict = Pick<Audit<unknown, unknown>, 'admissions'> & {
  readonly engine: number | null;
  /** Null while there is no outcome. */
  readonly identical: boolean | null;
};

interface Kind {
  readonly prefix: string;
  /**
   * Replays a dossier whose chain was read, and holds the rules in it against the published ones.
   * @throws DomainError what `auditDossier` throws, `rules-differ`
   */
  readonly audit: (dossier: string, events: readonly EventBody[], ruleSets: RuleSets) => Verdict;
}

interface RuledState extends Foldable {
  readonly rules: { readonly id: string; readonly version: number };
  readonly rulesSha256: string;
}

function kind<State extends RuledState, Event, Command, Outcome>(
  audited: AuditedKind<State, Event, Command, Outcome>,
  published: (ruleSets: RuleSets) => ReadonlyMap<string, { readonly rules: unknown; readonly sha256: string }>,
): Kind {
  return {
    prefix: audited.prefix,
    audit: (dossier, events, ruleSets) => {
      const { state, admissions, reRun } = auditDossier(audited, dossier, events);
      requirePublished(state, published(ruleSets));
      return { admissions, engine: reRun?.engine ?? null, identical: reRun?.identical ?? null };
    },
  };
}

/** A kind of dossier that was not opened with a rule set, and that computes nothing. */
function withoutRules<State extends Foldable, Event, Command>(
  audited: AuditedKind<State, Event, Command, never>,
): Kind {
  return {
    prefix: audited.prefix,
    audit: (dossier, events) => ({
      admissions: auditDossier(audited, dossier, events).admissions,
      engine: null,
      identical: null,
    }),
  };
}

/**
 * A dossier that names the hash of a published rule set must hold those very rules; rules from a file of one's own can only be held
 * against that file. @throws DomainError `rules-differ`
 */
function requirePublished(
  { rules, rulesSha256 }: RuledState,
  published: ReadonlyMap<string, { readonly rules: unknown; readonly sha256: string }>,
): void {
  const key = `${rules.id}.v${rules.version}`;
  const found = published.get(key);
  if (found?.sha256 === rulesSha256 && canonicalJson(found.rules) !== canonicalJson(rules)) {
    throw new DomainError('rules-differ', { rules: key });
  }
}
