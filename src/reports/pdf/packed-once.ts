import { deflateSync } from 'node:zlib';
import type { Reference } from 'pdfkit';

/**
 * Lets an object of a file hold what pdfkit gives it as pdfkit packs it, but packs the very same bytes once for all files, and a text that comes again.
 * @param reference to an object in which nothing stands yet
 */
export function packOnce(reference: Reference): void {
  const { end } = reference;
  reference.end = (content) => {
    if (content === undefined) {
      end.call(reference);
      return;
    }
    // In the order of pdfkit, which counts the length anew.
    Object.assign(reference.data, { Length: 0, Filter: 'FlateDecode' });
    reference.compress = false;
    end.call(reference, typeof content === 'string' ? packedText(content) : packedBytes(content));
  };
}

/** The same for an object in which pdfkit writes one thing before it ends it. */
export function packWrittenOnce(reference: Reference): void {
  packOnce(reference);
  const { end, write } = reference;
  reference.write = (content) => {
    // What is packed is then written as it is.
    reference.write = write;
    reference.end = () => end.call(reference, content);
  };
}

const ofBytes = new WeakMap<Uint8Array, Uint8Array>();
function packedBytes(bytes: Uint8Array): Uint8Array {
  const packed = ofBytes.get(bytes) ?? deflateSync(bytes);
  ofBytes.set(bytes, packed);
  return packed;
}

const ofTexts = new Map<string, Uint8Array>();
/** More than there are faces that every file has with the same letters; what else is drawn with seldom comes again. */
const MOST_TEXTS = 16;
function packedText(text: string): Uint8Array {
  // As pdfkit writes text: a byte for a character, and a line end.
  const packed = ofTexts.get(text) ?? deflateSync(Buffer.from(`${text}\n`, 'latin1'));
  if (ofTexts.size >= MOST_TEXTS) ofTexts.clear();
  ofTexts.set(text, packed);
  return packed;
}
