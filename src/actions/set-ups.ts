import { randomBytes } from 'node:crypto';
import { DomainError } from '../domain/errors.ts';
import { hasRole, type Role } from '../domain/roles.ts';
import { type Draft, type Json, sameJson } from '../domain/set-up/draft.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredSetUp } from '../storage/set-up-store.ts';
import type { Clock } from './shelf.ts';

/** What a set-up began from, and the signed choice of a contract model that its tender follows from: its dossier, and the head of it then. */
export type Origin = Beginning & { readonly decision?: { readonly dossier: string; readonly head: string } };
type Beginning =
  | { readonly from: 'empty' | 'file' }
  /** A published rule set or a template, by its key: "gon-2027.v2". */
  | { readonly from: 'rules' | 'template'; readonly key: string }
  /** A tender of before. */
  | { readonly from: 'tender'; readonly dossier: string }
  /** A tender of which it changes the announced rules: those with this checksum. */
  | { readonly from: 'amendment'; readonly dossier: string; readonly rulesSha256: string };

/** A tender that is being set up, as it stands at one version. */
export interface SetUp {
  readonly id: string;
  readonly begunBy: string;
  readonly begunAt: string;
  readonly origin: Origin;
  /** Who works on it besides. */
  readonly officers: readonly string[];
  readonly publishedAs: string | null;
  readonly version: number;
  readonly draft: Draft;
}

/** A change that somebody made: which parts it touched. */
export interface SetUpChange {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly parts: readonly string[];
}

export type SetUps = ReturnType<typeof createSetUps>;

/** As long as everything that a set-up says may be, in characters: longer than the largest rules. */
const LONGEST = 8 * 1024 * 1024;
const SHOWN_CHANGES = 2000;

/**
 * Tenders that are being set up. Every change is kept as rows that are never written over, with who made it and when, and is on disk when it is
 * acknowledged; the log begins at publication.
 */
export function createSetUps({ setUps, transaction }: Storage, clock: Clock) {
  const read = (found: StoredSetUp, version: number): SetUp => ({
    id: found.id,
    begunBy: found.begunBy,
    begunAt: found.begunAt,
    origin: JSON.parse(found.origin) as Origin,
    officers: setUps.officers(found.id),
    publishedAs: found.publishedAs,
    version,
    draft: Object.fromEntries(
      setUps
        .at(found.id, version)
        .flatMap(({ part, content }) => (content === null ? [] : [[part, JSON.parse(content) as Json]])),
    ),
  });
  const find = (id: string): StoredSetUp => {
    const found = setUps.find(id);
    if (!found || found.removedAt !== null) throw new DomainError('unknown-dossier', { dossier: id });
    return found;
  };
  const keep = (id: string, account: string, before: Draft, after: Draft): number => {
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (part) => !sameJson(before[part], after[part]),
    );
    const version = setUps.version(id);
    if (changed.length === 0) return version;
    if (JSON.stringify(after).length > LONGEST) throw new DomainError('draft-too-long', { maximum: LONGEST });
    const changedAt = clock().toISOString();
    for (const part of changed) {
      const content = after[part] === undefined ? null : JSON.stringify(after[part]);
      setUps.keep(id, { part, version: version + 1, content, changedBy: account, changedAt });
    }
    return version + 1;
  };

  return {
    /** @returns the id of a new set-up that says this */
    begin: (account: string, origin: Origin, draft: Draft): string =>
      transaction(() => {
        const id = randomBytes(9)
          .toString('base64url')
          .toLowerCase()
          .replace(/[^a-z0-9]/g, 'x');
        setUps.begin(id, account, clock().toISOString(), JSON.stringify(origin));
        keep(id, account, {}, draft);
        return id;
      }),

    /** As it stands, or stood at an earlier version. @throws DomainError `unknown-dossier` */
    get: (id: string, version?: number): SetUp => {
      const found = find(id);
      const last = setUps.version(id);
      return read(found, version === undefined ? last : Math.min(version, last));
    },

    /**
     * Changes a set-up as it stands now; what others did meanwhile is in it.
     * @param change given the set-up as it stands; returns the draft after it
     * @returns the version after it @throws DomainError `unknown-dossier`, `already-published`, `draft-too-long`
     */
    change: (id: string, account: string, change: (now: SetUp) => Draft): number =>
      transaction(() => {
        const now = read(find(id), setUps.version(id));
        if (now.publishedAs !== null) throw new DomainError('already-published');
        return keep(id, account, now.draft, change(now));
      }),

    /**
     * Publishes it: whatever `publish` does happens together with this, or nothing does.
     * @param version that was agreed to @param publish given the draft; returns the dossier that it became
     * @throws DomainError `stale` when it was changed since, `already-published`
     */
    publish: (id: string, version: number, publish: (draft: Draft) => string): string =>
      transaction(() => {
        const now = read(find(id), setUps.version(id));
        if (now.publishedAs !== null) throw new DomainError('already-published');
        if (now.version !== version) throw new DomainError('stale');
        const dossier = publish(now.draft);
        setUps.publish(id, dossier);
        return dossier;
      }),

    /** Throws it away; its rows stay. */
    remove: (id: string): void => {
      transaction(() => {
        if (find(id).publishedAs !== null) throw new DomainError('already-published');
        setUps.remove(id, clock().toISOString());
      });
    },

    /** Lets another officer work on it as well. @throws DomainError `not-an-officer-account` */
    share: (
      id: string,
      account: { readonly id: string; readonly roles: readonly Role[]; readonly closed: boolean } | undefined,
    ): void => {
      if (!account || account.closed || !hasRole(account, 'procurement-officer')) {
        throw new DomainError('not-an-officer-account', { account: account?.id ?? '' });
      }
      transaction(() => setUps.addOfficer(find(id).id, account.id));
    },

    /** What somebody is working on, the newest first. */
    of: (account: string): SetUp[] => setUps.workedOnBy(account).map((one) => read(one, setUps.version(one.id))),

    /** What nobody works on any more, the oldest first. @param isGone whether an account cannot sign in */
    leftBehind: (isGone: (account: string) => boolean): SetUp[] =>
      setUps
        .unfinished()
        .filter(({ id, begunBy }) => [begunBy, ...setUps.officers(id)].every(isGone))
        .map((one) => read(one, setUps.version(one.id))),

    /** What was changed, the newest first. */
    history: (id: string): SetUpChange[] => {
      const changes = new Map<number, SetUpChange>();
      for (const { version, changedBy, changedAt, part } of setUps.history(id, SHOWN_CHANGES)) {
        const before = changes.get(version);
        changes.set(version, { version, by: changedBy, at: changedAt, parts: [...(before?.parts ?? []), part] });
      }
      return [...changes.values()];
    },
  };
}

/** The tender of which a set-up changes the announced rules; null for one that becomes a tender of its own. */
export const amendedBy = ({ origin }: Pick<SetUp, 'origin'>): { dossier: string; rulesSha256: string } | null =>
  origin.from === 'amendment' ? origin : null;

/** Whether this account works on it. */
export const worksOn = (setUp: Pick<SetUp, 'begunBy' | 'officers'>, account: { readonly id: string }): boolean =>
  setUp.begunBy === account.id || setUp.officers.includes(account.id);
