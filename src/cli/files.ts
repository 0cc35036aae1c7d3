import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { DomainError } from '../domain/errors.ts';
import { MAXIMUM_FILE_BYTES } from '../exchange/parse.ts';

/** @throws DomainError `file-unreadable`, `file-too-large` */
export function readFile(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > MAXIMUM_FILE_BYTES) throw new DomainError('file-too-large', { maximum: MAXIMUM_FILE_BYTES });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('file-unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'error' });
  }
}

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
