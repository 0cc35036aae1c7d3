import { sha256 } from '../chain/canonical.ts';
import { DomainError } from '../domain/errors.ts';
import type { IssuedLetter } from '../domain/tender/state/state.ts';
import type { Report } from '../reports/report.ts';
import type { StoredFile } from '../storage/document-store.ts';
import { lettersAgain, type Writing } from './letters.ts';

/** A letter that was sent, held against what was kept of it and against what would be made today. */
export interface ComparedLetter {
  readonly letter: IssuedLetter;
  /** Whether the file has the sha256 that stands in the log. */
  readonly kept: 'as-sent' | 'missing' | 'changed';
  /** Whether the letter comes out the same from what was known when it was issued. */
  readonly again: 'same' | 'different' | 'impossible';
}

/**
 * Holds every letter of a tender against its file and its sha256 in the log, and makes it again.
 * @param render draws a PDF
 */
export async function compareLetters(
  services: Writing,
  dossier: string,
  render: (report: Report) => Promise<Uint8Array>,
): Promise<ComparedLetter[]> {
  const compared: ComparedLetter[] = [];
  for (const { letter, write } of lettersAgain(services, dossier)) {
    compared.push({
      letter,
      kept: keptAs(services, letter.document),
      again: await madeAgain(letter, write, render),
    });
  }
  return compared;
}

function keptAs({ storage }: Writing, file: StoredFile): ComparedLetter['kept'] {
  try {
    storage.documents.prove(file);
    return 'as-sent';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'document-missing' ? 'missing' : 'changed';
  }
}

async function madeAgain(
  { document }: IssuedLetter,
  write: () => Report,
  render: (report: Report) => Promise<Uint8Array>,
): Promise<ComparedLetter['again']> {
  try {
    return sha256(await render(write())) === document.sha256 ? 'same' : 'different';
  } catch (error) {
    if (error instanceof DomainError) return 'impossible';
    throw error;
  }
}
