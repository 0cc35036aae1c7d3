import type PDFDocument from 'pdfkit';

/**
 * Collects the bytes of a file in large pieces. pdfkit hands them on as a stream, in hundreds of thousands of pieces for a long report,
 * each with more around it than in it.
 * @returns gives all bytes, once the file has ended
 */
export function collectBytes(document: PDFDocument): () => Uint8Array {
  const full: Uint8Array[] = [];
  let piece = Buffer.allocUnsafeSlow(PIECE);
  let used = 0;

  const room = (length: number): void => {
    if (used + length <= piece.length) return;
    full.push(piece.subarray(0, used));
    piece = Buffer.allocUnsafeSlow(Math.max(PIECE, length));
    used = 0;
  };
  const write = (data: Uint8Array | string): void => {
    const length = typeof data === 'string' ? data.length + 1 : data.length;
    room(length);
    if (typeof data === 'string') piece.write(`${data}\n`, used, 'latin1');
    else piece.set(data, used);
    used += length;
    document._offset += length;
  };

  const begun = document.read();
  if (begun) {
    room(begun.length);
    piece.set(begun, used);
    used += begun.length;
  }
  document._write = write;
  return () => {
    full.push(piece.subarray(0, used));
    const bytes = new Uint8Array(full.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    // Every piece is let go when it is copied: for a moment a long report would be in memory twice.
    for (let next = full.shift(); next; next = full.shift()) {
      bytes.set(next, offset);
      offset += next.length;
    }
    return bytes;
  };
}

const PIECE = 1 << 20;
