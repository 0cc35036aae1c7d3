import { closeSync, constants, fstatSync, openSync, readSync, type Stats, writeFileSync } from 'node:fs';
import { DomainError } from '../domain/errors.ts';
import { MAXIMUM_FILE_BYTES } from '../exchange/parse.ts';

/**
 * Reads a file, and nothing that only has the name of one: a folder, a device or a pipe need not have an end.
 * @throws DomainError `file-unreadable`, `file-too-large`
 */
export function readFile(file: string): Buffer {
  try {
    // Without waiting: a pipe that nobody writes to would keep us at the door.
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readAll(file, opened, fstatSync(opened));
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('file-unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'error' });
  }
}

function readAll(file: string, opened: number, stats: Stats): Buffer {
  if (stats.isDirectory()) throw new DomainError('file-unreadable', { file, reason: 'EISDIR' });
  if (!stats.isFile()) throw new DomainError('file-unreadable', { file, reason: 'not-a-file' });
  const tooLarge = new DomainError('file-too-large', { maximum: MAXIMUM_FILE_BYTES });
  if (stats.size > MAXIMUM_FILE_BYTES) throw tooLarge;
  const parts: Buffer[] = [];
  let length = 0;
  // What the file has by now; some do not say their size, and one that is being written grows.
  for (;;) {
    const part = Buffer.allocUnsafe(Math.max(stats.size - length, PART_BYTES));
    const read = readSync(opened, part);
    if (read === 0) return Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > MAXIMUM_FILE_BYTES) throw tooLarge;
  }
}

const PART_BYTES = 64 * 1024;

/** @throws DomainError `file-unwritable` */
export function writeFile(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new DomainError('file-unwritable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'error' });
  }
}

/** The one file that a command needs. @throws DomainError `one-file` when there is none, or more */
export function onlyFile(files: readonly string[], command: string): string {
  if (files.length !== 1) throw new DomainError('one-file', { command });
  return files[0]!;
}

const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');

/** Whether a file is a database, by how it begins. @throws DomainError `file-unreadable` */
export function isDatabase(file: string): boolean {
  try {
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const start = Buffer.alloc(SQLITE.length);
      return fstatSync(opened).isFile() && readSync(opened, start) === start.length && start.equals(SQLITE);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    throw new DomainError('file-unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'error' });
  }
}
