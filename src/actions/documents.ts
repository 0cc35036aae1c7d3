import { refusalOf } from '../domain/tender/admit.ts';
import { type NewTenderEvent, tenderEvents } from '../domain/tender/state/events.ts';
import { typeCheck, typeOfName } from '../exchange/document-type.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredFile } from '../storage/document-store.ts';
import type { Tenders } from './tenders.ts';

/** How long a file may be, in bytes. */
export const LARGEST_DOCUMENT = 50 * 1024 * 1024;

/** The events that name a file. */
const NAMING = [
  'document-added',
  'document-sealed',
  'letter-issued',
] as const satisfies readonly NewTenderEvent['type'][];

/** With which bid, or lot of it, a file came, and whether it is kept closed until prices are opened. */
export interface DocumentPlace {
  readonly dossier: string;
  readonly actor: string;
  readonly bid: string;
  readonly lot: string | undefined;
  readonly sealed: boolean;
}

/** A file as it comes in; its name came in by the door for text. */
export interface IncomingFile {
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * Takes in a document of a bid: first the file, whole and on the disk, then the event that names it. What the rules refuse is refused before a
 * byte of it is read, where that can be known.
 * @throws DomainError what the rules refuse, `document-type-...`, and what the store throws
 */
export async function addDocument(
  { storage, tenders }: { readonly storage: Storage; readonly tenders: Tenders },
  { dossier, actor, bid, lot, sealed }: DocumentPlace,
  file: IncomingFile,
): Promise<void> {
  const type = typeOfName(file.name);
  const within = { bid, ...(lot === undefined ? {} : { lot }) };
  const unknown = { id: 'document-0', name: file.name, sha256: '0'.repeat(64), size: 1, type };
  const refusal = refusalOf(tenders.get(dossier), actor, {
    type: sealed ? 'document-sealed' : 'document-added',
    payload: { ...within, document: unknown },
  });
  if (refusal) throw refusal;
  const received = await storage.documents.receive(file.pieces, LARGEST_DOCUMENT, typeCheck(type));
  const { sha256, size } = received;
  const command = sealed ? ('seal-document' as const) : ('add-document' as const);
  let isNamed = false;
  try {
    tenders.execute(
      dossier,
      actor,
      { type: command, ...within, document: { name: file.name, sha256, size, type } },
      () => storage.documents.requireThere(received),
    );
    isNamed = true;
  } finally {
    received.letGo((hash) => isNamed || isFileNamed(storage, hash));
  }
}

/** Whether an event of any dossier names a file. */
export const isFileNamed = (storage: Storage, sha256: string): boolean => filesNamedIn(storage).has(sha256);

/** Removes the files that no event names: what a crash left behind. Before anybody can send one. */
export function sweepDocuments(storage: Storage): void {
  let named: ReadonlySet<string> | undefined;
  storage.documents.sweep((sha256) => {
    named ??= filesNamedIn(storage);
    return named.has(sha256);
  });
}

/** Every file that an event of any dossier names, readable or not: what may not be removed. */
const filesNamedIn = ({ events }: Storage): ReadonlySet<string> =>
  new Set(
    NAMING.flatMap((type) =>
      events.partsOfType(type).flatMap((parts) => [...parts.matchAll(SHA256)].map(([, sha256]) => sha256!)),
    ),
  );
const SHA256 = /"sha256":"([0-9a-f]{64})"/g;

/** The file that an event names; undefined for one that names none. */
export function fileNamedBy({
  type,
  payload,
}: {
  readonly type: string;
  readonly payload: unknown;
}): StoredFile | undefined {
  const naming = NAMING.find((one) => one === type);
  if (!naming) return undefined;
  const { document } = tenderEvents[naming].parse(payload);
  return { sha256: document.sha256, size: document.size };
}
