import type PDFDocument from 'pdfkit';
import { Scratch } from './scratch.ts';

/**
 * Collects the bytes of a file in large pieces. pdfkit hands them on as a stream, in hundreds of thousands of pieces for a long report,
 * each with more around it than in it.
 * @returns gives all bytes, once the file has ended
 */
export function collectBytes(document: PDFDocument): () => Uint8Array {
  const full: Uint8Array[] = [];
  const scratch = new Scratch();
  let used = 0;
  const keep = (): void => {
    full.push(new Uint8Array(scratch.take()));
    used = 0;
  };
  const write = (data: Uint8Array | string): void => {
    const length = typeof data === 'string' ? data.length + 1 : data.length;
    document._offset += length;
    if (typeof data !== 'string' && length >= LARGE) {
      keep();
      full.push(data);
      return;
    }
    if (typeof data === 'string') scratch.line(data);
    else scratch.add(data);
    used += length;
    if (used >= PIECE) keep();
  };

  const begun = document.read();
  if (begun) scratch.add(begun);
  document._write = write;
  return () => {
    keep();
    const bytes = new Uint8Array(document._offset);
    let offset = 0;
    // Every piece is let go when it is copied: else a long report would be in memory twice.
    for (let next = full.shift(); next; next = full.shift()) {
      bytes.set(next, offset);
      offset += next.length;
    }
    return bytes;
  };
}

const PIECE = 1 << 18;
/** Kept as it is: an attachment. */
const LARGE = 1 << 16;
