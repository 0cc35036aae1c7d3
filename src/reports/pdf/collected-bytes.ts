import type PDFDocument from 'pdfkit';
import { Scratch } from './scratch.ts';

export interface CollectedBytes {
  /**
   * Makes room for what is still written, once that is known about: the file is then put together in its place, and not in memory twice. More may come.
   * @param more in bytes; what is not used takes no memory
   */
  reserve(more: number): void;
  /** All bytes, once the file has ended. */
  take(): Uint8Array;
}

/**
 * Collects the bytes of a file in large pieces. pdfkit hands them on as a stream, in hundreds of thousands of pieces for a long report,
 * each with more around it than in it.
 */
export function collectBytes(document: PDFDocument): CollectedBytes {
  const full: Uint8Array[] = [];
  const scratch = new Scratch();
  let used = 0;
  let whole: Whole | null = null;
  const put = (piece: Uint8Array): void => {
    if (whole) whole.add(piece);
    else full.push(piece);
  };
  const keep = (): void => {
    const bytes = scratch.take();
    put(whole ? bytes : new Uint8Array(bytes));
    used = 0;
  };
  const write = (data: Uint8Array | string): void => {
    const length = typeof data === 'string' ? data.length + 1 : data.length;
    document._offset += length;
    if (typeof data !== 'string' && length >= LARGE) {
      keep();
      put(data);
      return;
    }
    if (typeof data === 'string') scratch.line(data);
    else scratch.add(data);
    used += length;
    if (used >= PIECE) keep();
  };
  const reserve = (more: number): void => {
    whole = new Whole(document._offset + more);
    // Every piece is let go when it is copied.
    for (let next = full.shift(); next; next = full.shift()) whole.add(next);
  };

  const begun = document.read();
  if (begun) scratch.add(begun);
  document._write = write;
  return {
    reserve,
    take: () => {
      if (!whole) reserve(0);
      keep();
      return whole!.bytes();
    },
  };
}

const PIECE = 1 << 18;
/** Kept as it is: an attachment. */
const LARGE = 1 << 16;

/** Bytes in one place that is large enough, or is made larger. */
class Whole {
  private room: Uint8Array;
  private used = 0;

  constructor(length: number) {
    // Not filled with noughts: the system gives memory where something is written.
    this.room = Buffer.allocUnsafeSlow(length);
  }

  add(piece: Uint8Array): void {
    if (this.used + piece.length > this.room.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (this.used + piece.length));
      larger.set(this.bytes());
      this.room = larger;
    }
    this.room.set(piece, this.used);
    this.used += piece.length;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.room.buffer, 0, this.used);
  }
}
