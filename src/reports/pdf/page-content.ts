import { deflateRawSync, deflateSync, inflateRawSync } from 'node:zlib';
import type { ContentStream } from 'pdfkit';
import type { Scratch } from './scratch.ts';

/** What is drawn on a page that stays open. */
export interface PageContent {
  /** Puts away what was drawn so far, so that another page can be drawn; more can be drawn after it. */
  putAway(): void;
  /** Of what was put away, as it is kept, in bytes. */
  size(): number;
}

/**
 * Keeps what is drawn on a page packed while other pages are drawn. pdfkit keeps an array of bytes for every operator, a thousand on a page,
 * until the file is closed: the pages of a long report took most of its memory. The bytes of the file are the same.
 * @param scratch where the operators of the page that is drawn on stand
 * @param isLong whether there are so many pages that packing them is worth the time; those of a short file are kept as they are
 */
export function keepSmall(content: ContentStream, scratch: Scratch, isLong: () => boolean): PageContent {
  const { buffer: begun, end } = content;
  const parts: Part[] = [];
  content.write = (operator) => scratch.line(operator);
  content.end = () => {
    for (const bytes of begun) scratch.add(bytes);
    for (const part of parts.splice(0)) scratch.add(unpack(part));
    content.buffer = [deflateSync(scratch.take(), { chunkSize: PACKED_PAGE })];
    content.compress = false;
    end.call(content);
  };
  return {
    putAway() {
      const drawn = scratch.take();
      if (drawn.length > 0) parts.push(isLong() ? pack(drawn) : { bytes: new Uint8Array(drawn), length: null });
    },
    size: () => parts.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

interface Part {
  readonly bytes: Uint8Array;
  /** Of its bytes before they were packed; null when they were not. */
  readonly length: number | null;
}

/** A footer is not worth packing. What zlib gives holds on to a whole chunk, so it is copied. */
const pack = (bytes: Uint8Array): Part =>
  bytes.length < SMALL
    ? { bytes: new Uint8Array(bytes), length: null }
    : {
        bytes: new Uint8Array(deflateRawSync(bytes, { level: FASTEST, chunkSize: PACKED_PAGE })),
        length: bytes.length,
      };

/** In one chunk: zlib asks for another when there is not a byte to spare. */
const unpack = ({ bytes, length }: Part): Uint8Array =>
  length === null ? bytes : inflateRawSync(bytes, { chunkSize: length + 64 });

/** It is unpacked again when the file is closed. */
const FASTEST = 1;
const SMALL = 2000;
/** Most pages take less; bytes that are asked for and not used weigh as much until they are collected. */
const PACKED_PAGE = 1 << 13;
