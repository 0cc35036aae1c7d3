import { sha256 } from '../chain/canonical.ts';
import { REGISTER_START, registerAfter } from '../chain/register.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredFile } from '../storage/document-store.ts';
import { ACCOUNTS_DOSSIER, accountsKind } from './accounts.ts';
import { fileNamedBy } from './documents.ts';
import { KINDS, kindOf, type ListedAs, type Verdict } from './kinds.ts';
import { proveOrigin } from './prove-origin.ts';
import { openStored, readStored } from './read-stored.ts';
import { tenderKind } from './tenders.ts';

/** What is wrong, and where: in a dossier, or in what lies over all of them. Plain data: it comes from another thread. */
export interface Finding {
  readonly dossier: string | null;
  readonly code: ErrorCode;
  readonly details: DomainError['details'];
}

/** What was proven of everything in a database. */
export interface InstallationProof {
  /** The register as it stood: how many events, and its head. */
  readonly register: { readonly length: number; readonly head: string };
  /** Every dossier that is in order. */
  readonly dossiers: readonly (Verdict & {
    readonly dossier: string;
    readonly events: number;
    readonly head: string;
  })[];
  /** Passwords that are bound to the event that set them, and those that were set before there was such a thing. */
  readonly passwords: { readonly bound: number; readonly unbound: number };
  /** Files of bids that are what they were when they came in. */
  readonly documents: number;
  readonly findings: readonly Finding[];
}

/** What was proven of one dossier: in order, or what is wrong with it. Plain data. */
export interface DossierProof {
  readonly dossier: string;
  readonly inOrder: InstallationProof['dossiers'][number] | null;
  readonly findings: readonly Finding[];
}

/** What was kept elsewhere of the register: its entries as they were exported, which must be its beginning; a head that it must have had. */
export interface Witness {
  readonly entries: readonly string[];
  readonly head: string | null;
}
const NO_WITNESS: Witness = { entries: [], head: null };

const REGISTER_BATCH = 5_000;

/**
 * Proves all that can be proven of a database: the register from its first entry, every dossier as `verify` does it, and that the passwords are
 * those that were set. What is wrong somewhere does not keep the rest from being proven. One look at the database: what is written meanwhile
 * is left for the next. The files of bids are read after it, so that no look at the database lasts as long as that takes.
 */
export function proveInstallation(
  { storage, ruleSets }: { readonly storage: Storage; readonly ruleSets: RuleSets },
  witness: Witness = NO_WITNESS,
): InstallationProof {
  const findings: Finding[] = [];
  const attempt: Attempt = (dossier, work) => {
    try {
      return work();
    } catch (error) {
      findings.push({ dossier, ...asFinding(error) });
      return undefined;
    }
  };
  const named: NamedFile[] = [];
  const proof = storage.snapshot(() => {
    for (const name of attempt(null, storage.foreignSchema) ?? []) {
      findings.push({ dossier: null, code: 'schema-differs', details: { name } });
    }
    const register = attempt(null, () => proveRegister(storage, witness));
    const dossiers = (attempt(null, storage.events.dossiers) ?? []).flatMap((dossier) => {
      const proven = attempt(dossier, () => proveDossier(storage, ruleSets, dossier));
      if (!proven) return [];
      const { listed, ...inOrder } = proven;
      if (dossier.startsWith(tenderKind.prefix)) named.push(...filesOf(storage, dossier));
      if (listed) attempt(dossier, () => proveListed(storage, dossier, listed));
      return [{ ...inOrder, follows: proveOrigins(storage, inOrder, attempt) }];
    });
    for (const dossier of attempt(null, storage.lists.unlogged) ?? []) {
      findings.push({ dossier, code: 'list-differs', details: { dossier } });
    }
    const isRecordBroken = findings.some(({ dossier }) => dossier === ACCOUNTS_DOSSIER);
    const passwords = attempt(ACCOUNTS_DOSSIER, () => provePasswords(storage, isRecordBroken, attempt));
    const { position: length, register: head } = attempt(null, storage.events.registerHead) ?? NOTHING;
    return {
      register: register ?? { length, head },
      dossiers,
      passwords: passwords ?? { bound: 0, unbound: 0 },
    };
  });
  return { ...proof, documents: proveFiles(storage, named, attempt), findings };
}

/** Proves one dossier as {@link proveInstallation} does: its log, its place in the register, what lists say of it, and its files. */
export function proveOne(
  { storage, ruleSets }: { readonly storage: Storage; readonly ruleSets: RuleSets },
  dossier: string,
): DossierProof {
  const findings: Finding[] = [];
  const attempt: Attempt = (where, work) => {
    try {
      return work();
    } catch (error) {
      findings.push({ dossier: where, ...asFinding(error) });
      return undefined;
    }
  };
  const { inOrder, named } = storage.snapshot(() => {
    const proven = attempt(dossier, () => proveDossier(storage, ruleSets, dossier));
    if (!proven) return { inOrder: null, named: [] };
    const { listed, ...verdict } = proven;
    const follows = proveOrigins(storage, verdict, attempt);
    if (listed) attempt(dossier, () => proveListed(storage, dossier, listed));
    return {
      inOrder: { ...verdict, follows },
      named: dossier.startsWith(tenderKind.prefix) ? filesOf(storage, dossier) : [],
    };
  });
  proveFiles(storage, named, attempt);
  return { dossier, inOrder, findings };
}

/** Does what can be wrong; what is goes to the findings. */
type Attempt = <T>(dossier: string | null, work: () => T) => T | undefined;

interface NamedFile extends StoredFile {
  readonly dossier: string;
}

/** The files that a tender names, also of bids that were struck and documents that were removed: what was is kept. */
const filesOf = (storage: Storage, dossier: string): NamedFile[] =>
  openStored(tenderKind, storage, dossier).flatMap(({ event }) => {
    const file = fileNamedBy(event);
    return file ? [{ dossier, ...file }] : [];
  });

/** Reads each file once, however many events name it. @returns how many are what they were */
function proveFiles({ documents }: Storage, named: readonly NamedFile[], attempt: Attempt): number {
  const files = [...new Map(named.map((file) => [`${file.sha256} ${file.size}`, file])).values()];
  return files.filter(
    ({ dossier, ...file }) =>
      attempt(dossier, () => {
        documents.prove(file);
        return true;
      }) ?? false,
  ).length;
}

const NOTHING = { position: 0, register: REGISTER_START };

/** What cannot be read at all is a finding like any other: a page of the file that is corrupt, a value of another kind than its column. */
function asFinding(error: unknown): Pick<Finding, 'code' | 'details'> {
  if (error instanceof DomainError) return { code: error.code, details: error.details };
  const { code, name } = error as Error & { readonly code?: string };
  return { code: 'database-unreadable', details: { reason: code ?? name } };
}

/**
 * The register from its first entry: every place is there, each follows from the one before, and each dossier stands in it in its own order.
 * @throws DomainError `register-broken`, `register-differs`, `head-differs`
 */
function proveRegister(
  { events }: Storage,
  { entries: earlier, head: expected }: Witness,
): InstallationProof['register'] {
  let position = 0;
  let head = REGISTER_START;
  const seqs = new Map<string, number>();
  let hadHead = expected === null;
  for (;;) {
    const batch = events.registeredAfter(position, REGISTER_BATCH);
    for (const event of batch) {
      position++;
      if (event.position !== position) broken(position, 'gap');
      head = registerAfter(head, event.entry);
      if (event.register !== head) broken(position, 'hash');
      hadHead ||= head === expected;
      const seq = (seqs.get(event.dossier) ?? 0) + 1;
      if (event.seq !== seq) broken(position, 'order');
      seqs.set(event.dossier, seq);
      const before = earlier[position - 1];
      if (before !== undefined && before !== event.entry) throw new DomainError('register-differs', { position });
    }
    if (batch.length < REGISTER_BATCH) break;
  }
  if (events.count() !== position) broken(position + 1, 'gap');
  if (earlier.length > position) throw new DomainError('register-differs', { position: position + 1 });
  if (!hadHead) throw new DomainError('head-differs', { found: head, expected });
  return { length: position, head };
}

/**
 * What can be asked of the register without reading all of it: that its last entry follows from the one before.
 * @throws DomainError `register-broken`
 */
export function requireRegisterHead({ events }: Storage): void {
  const { position, register } = events.registerHead();
  if (position === 0) return;
  const [before, last] =
    position === 1 ? [undefined, ...events.registeredAfter(0, 1)] : events.registeredAfter(position - 2, 2);
  if (before?.position !== (position === 1 ? undefined : position - 1)) broken(position - 1, 'gap');
  if (registerAfter(before?.register ?? REGISTER_START, last?.entry ?? '') !== register) broken(position, 'hash');
}

function broken(position: number, why: 'gap' | 'hash' | 'order'): never {
  throw new DomainError('register-broken', { position, why });
}

function proveDossier(
  storage: Storage,
  ruleSets: RuleSets,
  dossier: string,
): InstallationProof['dossiers'][number] & { readonly listed: ListedAs | null } {
  const log = readStored(storage, dossier);
  const { verdict, listed } = KINDS[kindOf(dossier)].prove(log, ruleSets);
  if (verdict.outcome === 'different') throw new DomainError('outcome-differs');
  return { dossier, events: log.events.length, head: log.head, ...verdict, listed };
}

/** Looks up what a dossier follows from; what is not there as it names it goes to the findings. */
const proveOrigins = (
  storage: Storage,
  { dossier, follows }: InstallationProof['dossiers'][number],
  attempt: Attempt,
): Verdict['follows'] =>
  follows.map((origin) => ({
    ...origin,
    proven:
      attempt(dossier, () => {
        proveOrigin(storage, origin);
        return true;
      }) ?? false,
  }));

/** What lists say of a dossier follows from its log. @throws DomainError `list-differs` */
function proveListed({ lists }: Storage, dossier: string, { kind, seq, listing }: ListedAs): void {
  if (lists.differs(dossier, kind, seq, listing)) throw new DomainError('list-differs', { dossier });
}

/** What an account must have by its record: a password of this hash, one that was set before hashes were recorded, or none. */
type OnRecord = { readonly sha256: string } | 'any' | 'none';

/** Since this version of the procedure a password is on record by its hash. */
const COMMITTED_SINCE = 3;

/** Holds every account and its password against the record. Where that is not in order, it has been found already. */
function provePasswords(
  storage: Storage,
  isRecordBroken: boolean,
  attempt: (dossier: string, work: () => void) => void,
): InstallationProof['passwords'] {
  let [bound, unbound] = [0, 0];
  if (isRecordBroken) return { bound, unbound };
  const record = recordOf(storage);
  const accounts = storage.accounts.all().map(({ id }) => id);
  for (const account of new Set([...accounts, ...storage.passwords.accounts(), ...record.keys()])) {
    attempt(ACCOUNTS_DOSSIER, () => {
      const asked = record.get(account);
      if (asked === undefined) throw new DomainError('account-not-on-record', { account });
      if (!accounts.includes(account)) throw new DomainError('account-missing', { account });
      const stored = storage.passwords.hashOf(account);
      if (asked === 'any') unbound += Number(stored !== undefined);
      else if (asked === 'none' ? stored !== undefined : stored === undefined || sha256(stored) !== asked.sha256) {
        throw new DomainError('password-differs', { account });
      } else bound += Number(asked !== 'none');
    });
  }
  return { bound, unbound };
}

function recordOf(storage: Storage): ReadonlyMap<string, OnRecord> {
  const record = new Map<string, OnRecord>();
  if (storage.events.head(ACCOUNTS_DOSSIER).seq === 0) return record;
  for (const { event } of openStored(accountsKind, storage, ACCOUNTS_DOSSIER)) {
    const told = accountsKind.toEvent(event);
    if (told.type !== 'account-added' && told.type !== 'password-set') continue;
    const { account, passwordSha256 } = told.payload;
    if (passwordSha256 !== undefined) record.set(account, { sha256: passwordSha256 });
    else record.set(account, event.admission < COMMITTED_SINCE ? 'any' : 'none');
  }
  return record;
}
