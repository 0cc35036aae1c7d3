import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ContentStream } from 'pdfkit';
import type { Scratch } from './scratch.ts';

/** What is drawn on a page that stays open. */
export interface PageContent {
  /** Puts away what was drawn so far, so that another page can be drawn; more can be drawn after it. */
  putAway(): void;
}

/**
 * Keeps what is drawn on a page packed while other pages are drawn. pdfkit keeps an array of bytes for every operator, a thousand on a page,
 * until the file is closed: the pages of a long report took most of its memory. The bytes of the file are the same.
 * @param scratch where the operators of the page that is drawn on stand
 */
export function keepSmall(content: ContentStream, scratch: Scratch): PageContent {
  const parts: Part[] = [];
  const { end } = content;
  content.write = (operator) => scratch.line(operator);
  content.end = () => {
    content.buffer.push(...parts.splice(0).map(unpacked));
    end.call(content);
  };
  return {
    putAway() {
      const drawn = scratch.take();
      if (drawn.length > 0) parts.push(packed(drawn));
    },
  };
}

interface Part {
  readonly bytes: Uint8Array;
  readonly packed: boolean;
}

/** A footer is not worth packing. What zlib gives holds on to 16 kB, so it is copied. */
const packed = (bytes: Uint8Array): Part =>
  bytes.length < SMALL
    ? { bytes: Uint8Array.from(bytes), packed: false }
    : { bytes: Uint8Array.from(deflateRawSync(bytes, { level: FASTEST })), packed: true };

const unpacked = (part: Part): Uint8Array => (part.packed ? inflateRawSync(part.bytes) : part.bytes);

/** It is unpacked again when the file is closed. */
const FASTEST = 1;
const SMALL = 2000;
