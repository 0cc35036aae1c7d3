import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { auditDossier } from '../../src/actions/audit.ts';
import { partsOf } from '../../src/actions/dossier-kind.ts';
import { type TenderAudit, tenderKind } from '../../src/actions/tenders.ts';
import type { EventBody } from '../../src/chain/body.ts';
import {
  type ChainEvent,
  GENESIS,
  isCommittedEvent,
  readSealed,
  type SealedEvent,
  seal,
} from '../../src/chain/chain.ts';
import { openWhole, type WholeEvent } from '../../src/chain/opened.ts';
import { REGISTER_START, registerAfter, registerEntry } from '../../src/chain/register.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { type PartsOfType, UNDIVIDED } from '../../src/domain/disclosure/parts.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { type ReadDossier, readDossierFile } from '../../src/exchange/dossier-file.ts';
import type { Storage } from '../../src/storage/database.ts';
import type { NewEvent } from '../../src/storage/event-store.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { sealOpen } from './seal-open.ts';

const GOLDEN = join(projectRoot(), 'data', 'golden');
export const goldenFiles = (): string[] => readdirSync(GOLDEN).filter((name) => name.endsWith('.dossier.json'));
export const goldenBytes = (name: string): Buffer => readFileSync(join(GOLDEN, name));

/** The events of a dossier of format 1, as they were hashed. */
export function openEvents(file: Uint8Array): EventBody[] {
  return readDossierFile(file).events.map((event) => {
    if (isCommittedEvent(event)) throw new Error('a dossier of format 2');
    return event;
  });
}

/** A dossier that must re-run for ever; all of those are of format 1. */
export function readGolden(name: string): Omit<ReadDossier, 'events'> & { readonly events: readonly EventBody[] } {
  const bytes = goldenBytes(name);
  return { ...readDossierFile(bytes), events: openEvents(bytes) };
}

let ruleSets: ReturnType<typeof loadRuleSets> | undefined;
/** The published rule sets, read once. */
export function publishedRules(): ReturnType<typeof loadRuleSets> {
  ruleSets ??= loadRuleSets(join(projectRoot(), 'criteria'));
  return ruleSets;
}

/** Replays a tender of which what it opened with is disclosed, beside the published rules. */
export function auditTender(
  dossier: string,
  events: readonly ChainEvent[],
): TenderAudit & { readonly state: TenderState } {
  const audit = auditDossier(tenderKind, dossier, events, publishedRules());
  const { state } = audit;
  if (!state) throw new Error('what the dossier opened with is withheld');
  return { ...audit, state };
}

export const wholeEvents = (events: readonly ChainEvent[], kind: Parameters<typeof partsOf>[0]): WholeEvent[] =>
  events.map((event) => openWhole(event, partsOf(kind, event)));

/** What a log says, whatever the format in which it is stored. */
export const wholeLog = (storage: Storage, dossier: string, kind: Parameters<typeof partsOf>[0]): WholeEvent[] =>
  wholeEvents(readSealed(storage.events.since(dossier, 0)).events, kind);

/** What a forger with all the code would do to a log: numbers it anew, and makes all hashes anew. */
export function sealAnew(
  events: readonly WholeEvent[],
  format: 1 | 2,
  parts: Readonly<Record<string, PartsOfType>> = tenderKind.parts,
): { readonly logged: readonly SealedEvent[]; readonly head: string } {
  let head = GENESIS;
  const logged = events.map(({ admission, ...event }, place) => {
    const numbered = { ...event, seq: place + 1, previous: head };
    const sealed =
      format === 2
        ? seal({ ...numbered, admission }, parts[event.type] ?? UNDIVIDED)
        : sealOpen({ ...numbered, ...(admission > 1 ? { admission } : {}) });
    head = sealed.hash;
    return sealed;
  });
  return { logged, head };
}

/**
 * What tells two logs apart although they say the same: their salts, and every digest, hash and head that hangs on a salt. A password is
 * stored with a salt as well.
 */
export function saltedIn({ events }: Storage): ReadonlySet<string> {
  const salted = new Set<string>();
  for (const dossier of events.dossiers()) {
    for (const { seq, hash, body, parts } of events.since(dossier, 0)) {
      for (const one of [hash, events.registerPlace(dossier, seq)!.register]) salted.add(one);
      const { parts: digests = {} } = JSON.parse(body) as { parts?: Record<string, string> };
      for (const digest of Object.values(digests)) salted.add(digest);
      for (const line of parts ? parts.split('\n') : []) {
        const [, name, salt, text] = /^"([^"]+)":\["([0-9a-f]{64})",(.*)\],?$/.exec(line)!;
        for (const one of [salt!, ...(name === 'bids' ? (JSON.parse(text!) as string[]) : [])]) salted.add(one);
        for (const [, password] of text!.matchAll(/"passwordSha256":"([0-9a-f]{64})"/g)) salted.add(password!);
      }
    }
  }
  return salted;
}

/**
 * A text without what is salted, also where that is written in groups or cut off, and without the seal that a file has over it. Pieces stand
 * in the order of their digests: they get one of their own.
 */
export function withoutSalted(text: string, salted: ReadonlySet<string>): string {
  const known = startsOf(salted);
  const masked = text
    .replace(/[0-9a-f]{64}|[0-9a-f]{8}(?:(?: |<\/span> <span>)[0-9a-f]{8}){7}/g, (one) =>
      salted.has(one.replace(/ |<\/?span>/g, '')) ? '#' : one,
    )
    .replace(/\b[0-9a-f]{12}(?=…)/g, (one) => (known.has(one) ? '#' : one))
    .replace(/("head\\?":\\?"#\\?",\\?"seal\\?":\\?")[0-9a-f]{64}/g, '$1#');
  if (!masked.includes('piece:#')) return masked;
  const lines: string[] = [];
  let pieces: string[] = [];
  for (const line of [...masked.split(/\n|\\n/), '']) {
    if (/^\\?"piece:#/.test(line)) {
      pieces.push(line.replace(/,$/, ''));
    } else {
      lines.push(...pieces.sort(), line);
      pieces = [];
    }
  }
  return lines.join('\n');
}

/** So many digits of a hash a page shows where it is short of room. */
const SHOWN = 12;
/** Made once for all texts of an installation. */
const starts = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
function startsOf(salted: ReadonlySet<string>): ReadonlySet<string> {
  const known = starts.get(salted) ?? new Set([...salted].map((one) => one.slice(0, SHOWN)));
  starts.set(salted, known);
  return known;
}

/** Makes the register anew over the rows as they are: what a forger with the database file and all the code would do as well. */
export function registerAnew(database: Database.Database): void {
  const key = database.prepare("SELECT value FROM settings WHERE name = 'register-key'").pluck().get() as string;
  const rows = database.prepare('SELECT dossier, seq, hash, parts FROM events ORDER BY position').all() as {
    dossier: string;
    seq: number;
    hash: string;
    parts: string | null;
  }[];
  const write = database.prepare('UPDATE events SET register = ? WHERE dossier = ? AND seq = ?');
  let register = REGISTER_START;
  for (const { dossier, seq, hash, parts } of rows) {
    register = registerAfter(register, registerEntry(hash, parts === null, key));
    write.run(register, dossier, seq);
  }
}

/** Appends events that no rule admitted, of types that may be nonsense. */
export const appendAll = (
  storage: Storage,
  dossier: string,
  actor: string,
  at: string,
  events: readonly NewEvent[],
  parts: PartsOfType = UNDIVIDED,
) =>
  storage.events.append(
    dossier,
    at,
    events.map((event) => ({ ...event, actor, parts })),
    1,
  );

/** The migrations of the time when every log was of format 1. */
const BEFORE_THE_REGISTER = ['0001-initial.sql', '0002-accounts-have-a-life.sql'];

/** A database file of the time when every log was of format 1, with these events of one dossier. */
export function writeOldDatabase(
  file: string,
  dossier: string,
  events: readonly (NewEvent & { readonly actor: string; readonly at: string })[],
): void {
  const migrations = join(dirname(file), `${basename(file)}.migrations`);
  mkdirSync(migrations);
  for (const name of BEFORE_THE_REGISTER) {
    copyFileSync(join(projectRoot(), 'src/storage/migrations', name), join(migrations, name));
  }
  const database = new Database(file);
  migrate(database, migrations);
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?)');
  const whole = events.map((event, place) => ({ ...event, dossier, seq: place + 1, admission: 1 }));
  for (const [place, { hash, body }] of sealAnew(whole, 1).logged.entries()) insert.run(dossier, place + 1, hash, body);
  database.close();
}
