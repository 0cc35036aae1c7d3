import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, mkdir, open, rename, statfs, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../domain/errors.ts';

/** A file by what it holds; its length in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** What is asked of a file before it is kept: of each piece as it comes in, and of the whole. Both throw what is wrong. */
export interface Inspection {
  readonly piece: (bytes: Uint8Array) => void;
  /** @param read gives so many bytes from a place on, fewer at the end of the file */
  readonly whole: (size: number, read: (from: number, length: number) => Promise<Uint8Array>) => Promise<void>;
}

/** A file that lies where it belongs, and that no event names yet. */
export interface ReceivedFile extends StoredFile {
  /** Once an event names it, or will not. @param isNamed whether any event names it; one that none names is removed */
  letGo(isNamed: (sha256: string) => boolean): void;
}

/** A file that is what it was when it came in; it is open until its stream ends or is destroyed. */
export interface OpenedFile {
  readonly size: number;
  stream(): Readable;
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;

const INCOMING = '.incoming-';
const incomingIn = (root: string): string => join(root, `${INCOMING}${randomBytes(16).toString('hex')}`);
const SHA256 = /^[0-9a-f]{64}$/;
const FOLDER = /^[0-9a-f]{2}$/;
/** Folders for the server alone. */
const OWN = { recursive: true, mode: 0o700 } as const;
const PIECE = 1024 * 1024;
/** So much of the disk stays free for the database. In bytes. */
const SPARE = 1024 * 1024 * 1024;

/** The folder of the files of a database. */
export const documentFolder = (database: string): string | null =>
  database === ':memory:' ? null : `${database}-documents`;

/**
 * The files of bids, in a folder of their own, each named by its sha256. A file is written under another name, to the disk, and only then gets its own: what has
 * a name is whole. The event that names it comes last, so that a crash leaves nothing but files that no event names.
 * @param given the folder; null for one that is there as long as this store is
 * @param spare so many bytes of the disk stay free
 */
export function createDocumentStore(given: string | null, spare = SPARE) {
  let temporary: string | null = null;
  const root = (): string => {
    if (given !== null) return given;
    temporary ??= mkdtempSync(join(tmpdir(), 'gunwijzer-documents-'));
    return temporary;
  };
  const pathOf = (sha256: string): string => join(root(), sha256.slice(0, 2), sha256);
  /** Files that came in and of which it is not known yet whether an event will name them. */
  const held = new Map<string, number>();
  const hold = (sha256: string): ReceivedFile['letGo'] => {
    held.set(sha256, (held.get(sha256) ?? 0) + 1);
    return (isNamed) => {
      const left = held.get(sha256)! - 1;
      if (left > 0) return void held.set(sha256, left);
      held.delete(sha256);
      if (!isNamed(sha256)) rmSync(pathOf(sha256), { force: true });
    };
  };

  return {
    /**
     * Takes a file in as it comes, in memory only piece by piece. What is refused, or breaks off, leaves nothing behind.
     * @param most how long it may be, in bytes
     * @throws DomainError `storage-full`, `document-too-large`, `document-empty`, what the inspection throws; and what the pieces throw
     */
    receive: async (pieces: AsyncIterable<Uint8Array>, most: number, inspection: Inspection): Promise<ReceivedFile> => {
      if (await mkdir(root(), OWN)) await syncFolder(dirname(root()));
      const { bavail, bsize } = await statfs(root());
      if (bavail * bsize < spare + most) throw new DomainError('storage-full');
      const incoming = incomingIn(root());
      const file = await open(incoming, 'wx+', 0o600);
      try {
        const { sha256, size } = await write(file, pieces, most, inspection);
        await file.sync();
        await file.close();
        const path = pathOf(sha256);
        await mkdir(dirname(path), OWN);
        const letGo = hold(sha256);
        try {
          await rename(incoming, path);
          await syncFolder(dirname(path));
          await syncFolder(root());
        } catch (error) {
          // What is there may be that of another: it is left for the next start.
          letGo(() => true);
          throw error;
        }
        return { sha256, size, letGo };
      } catch (error) {
        await file.close().catch(() => undefined);
        await unlink(incoming).catch(() => undefined);
        throw error;
      }
    },

    /**
     * Keeps files that were made here, one by one, without letting others go between: for a thread of its own. Their names are lasting once they are settled.
     * @throws DomainError `storage-full`
     */
    keeping: (): { readonly keep: (bytes: Uint8Array) => ReceivedFile; readonly settle: () => void } => {
      if (mkdirSync(root(), OWN)) syncFolderNow(dirname(root()));
      const folders = new Set<string>([root()]);
      const keep = (bytes: Uint8Array): ReceivedFile => {
        const { bavail, bsize } = statfsSync(root());
        if (bavail * bsize < spare + bytes.length) throw new DomainError('storage-full');
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const incoming = incomingIn(root());
        const path = pathOf(sha256);
        try {
          writeToDisk(incoming, bytes);
          mkdirSync(dirname(path), OWN);
          const letGo = hold(sha256);
          try {
            renameSync(incoming, path);
          } catch (error) {
            letGo(() => true);
            throw error;
          }
          folders.add(dirname(path));
          return { sha256, size: bytes.length, letGo };
        } catch (error) {
          rmSync(incoming, { force: true });
          throw error;
        }
      };
      return { keep, settle: () => [...folders].sort().reverse().forEach(syncFolderNow) };
    },

    /** Inside the transaction that names it. @throws DomainError `document-missing` for a file that is not there */
    requireThere: ({ sha256 }: StoredFile): void => {
      if (!statSync(pathOf(sha256), { throwIfNoEntry: false })) throw new DomainError('document-missing');
    },

    /**
     * Opens a file to send it, once it was read and found to be what came in: what changed is given to nobody.
     * @throws DomainError `document-missing`, `document-length-differs`, `document-changed`
     */
    open: async ({ sha256, size }: StoredFile): Promise<OpenedFile> => {
      const file = await open(pathOf(sha256), 'r').catch(() => {
        throw new DomainError('document-missing');
      });
      try {
        const found = (await file.stat()).size;
        if (found !== size) throw new DomainError('document-length-differs');
        if ((await hashOf(file)) !== sha256) throw new DomainError('document-changed');
      } catch (error) {
        await file.close();
        throw error;
      }
      return { size, stream: () => file.createReadStream({ start: 0, end: size - 1, highWaterMark: PIECE / 4 }) };
    },

    /**
     * Reads a file from its first byte to its last, for who proves what there is.
     * @throws DomainError `document-missing`, `document-length-differs`, `document-changed`, each with the name of the file
     */
    prove: ({ sha256, size }: StoredFile): void => {
      let file: number;
      try {
        file = openSync(pathOf(sha256), 'r');
      } catch {
        throw new DomainError('document-missing', { file: sha256 });
      }
      try {
        const found = fstatSync(file).size;
        if (found !== size) throw new DomainError('document-length-differs', { file: sha256, found, expected: size });
        if (hashOfSync(file) !== sha256) throw new DomainError('document-changed', { file: sha256 });
      } finally {
        closeSync(file);
      }
    },

    /** Removes what a crash left behind. Only while nobody sends a file. @param isNamed whether any event names a file */
    sweep: (isNamed: (sha256: string) => boolean): void => {
      if (given === null) return;
      for (const folder of foldersIn(given)) {
        for (const name of readdirSync(join(given, folder))) {
          if (SHA256.test(name) && name.startsWith(folder) && !isNamed(name)) unlinkSync(join(given, folder, name));
        }
      }
      for (const name of namesIn(given)) if (name.startsWith(INCOMING)) unlinkSync(join(given, name));
    },

    close: (): void => {
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
    },
  };
}

async function write(
  file: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
  inspection: Inspection,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new DomainError('document-too-large', { maximum: most });
    inspection.piece(piece);
    hash.update(piece);
    await file.appendFile(piece);
  }
  if (size === 0) throw new DomainError('document-empty');
  await inspection.whole(size, async (from, length) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  });
  return { sha256: hash.digest('hex'), size };
}

/** Makes a name in a folder as lasting as what it names; Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function syncFolderNow(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeToDisk(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Others go between the pieces. */
async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(PIECE);
  for (let place = 0; ; ) {
    const { bytesRead } = await file.read(bytes, 0, PIECE, place);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(bytes.subarray(0, bytesRead));
    place += bytesRead;
  }
}

function hashOfSync(file: number): string {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(PIECE);
  for (let place = 0; ; ) {
    const read = readSync(file, bytes, 0, PIECE, place);
    if (read === 0) return hash.digest('hex');
    hash.update(bytes.subarray(0, read));
    place += read;
  }
}

/** A folder that was never made holds nothing. */
function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}
const foldersIn = (root: string): string[] => namesIn(root).filter((name) => FOLDER.test(name));
