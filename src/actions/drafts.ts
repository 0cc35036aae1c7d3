import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { Draft, DraftFields } from '../storage/draft-store.ts';
import type { Clock } from './shelf.ts';

/** Bounds of what is kept: so much of one draft, in characters; so many drafts of an account; so many behind one, from other windows. */
export const DRAFTS = { characters: 200 * 1024, perAccount: 60_000, behind: 50 } as const;

/** A draft as it stands, and what another window had there before. */
export interface KeptDraft extends Draft {
  readonly behind: readonly Draft[];
}

export interface SavedDraft {
  readonly version: number;
  readonly savedAt: string;
  /** Whether another window had something else there, which is kept behind it. */
  readonly tookPlace: boolean;
}

/** What was typed on one thing. */
interface TypedDraft {
  readonly about: string;
  /** The version that the window had; 0 when there was none. */
  readonly base: number;
  readonly fields: DraftFields;
}

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * What people are working on: kept as they type, outside the log, each for who typed it. Nobody else sees that it is there. Nothing that was
 * typed is lost by a second window: the last that is saved is the draft, what it took the place of stays behind it.
 */
export function createDrafts(storage: Storage, clock: Clock) {
  const { drafts } = storage;

  const saveOne = (account: string, { about, base, fields }: TypedDraft, isFull: () => boolean): SavedDraft => {
    const [now, ...behind] = drafts.of(account, about);
    if (now && sameFields(now.fields, fields)) return { ...now, tookPlace: false };
    if (!now && isFull()) throw new DomainError('too-many-drafts');
    const isOwn = now === undefined || now.version === base || isEmpty(now.fields);
    if (now && isOwn) drafts.removeVersion(account, about, now.version);
    // A window may come back to what was typed before; that need not be kept twice.
    for (const old of behind) {
      if (sameFields(old.fields, fields)) drafts.removeVersion(account, about, old.version);
    }
    const oldest = behind[DRAFTS.behind - 1];
    if (oldest) drafts.removeVersion(account, about, oldest.version);
    const draft = { about, version: (now?.version ?? 0) + 1, fields, savedAt: clock().toISOString() };
    drafts.insert(account, draft);
    return { ...draft, tookPlace: !isOwn };
  };
  const saveAll = (account: string, all: readonly TypedDraft[]): readonly SavedDraft[] => {
    for (const { fields } of all) {
      const size = Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
      if (size > DRAFTS.characters) throw new DomainError('draft-too-long', { maximum: DRAFTS.characters });
    }
    return storage.transaction(() => {
      // Counted once, and only where something is new.
      let room: number | undefined;
      const isFull = (): boolean => {
        room ??= DRAFTS.perAccount - drafts.count(account);
        room -= 1;
        return room < 0;
      };
      // In the order in which the database keeps them, which takes half the time.
      const inOrder = all.map((one, place) => ({ one, place })).sort((a, b) => compareAbout(a.one, b.one));
      const saved: SavedDraft[] = [];
      for (const { one, place } of inOrder) saved[place] = saveOne(account, one, isFull);
      return saved;
    });
  };

  return {
    /**
     * Keeps what was typed. When it returns, it is on disk.
     * @param base the version that the window had; 0 when there was none
     * @throws DomainError `draft-too-long`, `too-many-drafts`
     */
    save: (account: string, about: string, base: number, fields: DraftFields): SavedDraft =>
      saveAll(account, [{ about, base, fields }])[0]!,

    /** The same of many at once: all of them are kept, or none. */
    saveAll,

    /** The drafts of an account about everything that starts with these words, by what they are about. */
    under: (account: string, start: string): ReadonlyMap<string, KeptDraft> => {
      const found = new Map<string, KeptDraft>();
      for (const draft of drafts.under(account, start)) {
        const first = found.get(draft.about);
        found.set(draft.about, first ? { ...first, behind: [...first.behind, draft] } : { ...draft, behind: [] });
      }
      return found;
    },

    /** The draft of one thing; undefined where there is none. */
    at: (account: string, about: string): Draft | undefined => drafts.of(account, about)[0],

    /** Forgets what another window had. */
    forgetBehind: (account: string, about: string, version: number): void => {
      storage.transaction(() => {
        const [now] = drafts.of(account, about);
        if (now && now.version !== version) drafts.removeVersion(account, about, version);
      });
    },

    /** Forgets a draft with all that is behind it; to be done within a transaction with what is handed in. */
    forget: (account: string, about: string): void => drafts.remove(account, about),
  };
}

const isEmpty = (fields: DraftFields): boolean => Object.values(fields).every((value) => value.trim() === '');

function sameFields(a: DraftFields, b: DraftFields): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''));
}

/** What is said twice of one thing stays in the order in which it was said. */
const compareAbout = (a: TypedDraft, b: TypedDraft): number => (a.about < b.about ? -1 : a.about > b.about ? 1 : 0);
