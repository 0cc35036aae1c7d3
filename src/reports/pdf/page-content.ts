import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ContentStream } from 'pdfkit';

/** What is drawn on a page that stays open. */
export interface PageContent {
  /** Keeps what was drawn so far small; more can be drawn after it. */
  pack(): void;
}

/**
 * Keeps what is drawn on a page as text, and packed when it is put away. pdfkit keeps an array of bytes for every operator, a thousand on a
 * page, until the file is closed; the pages of a long report took most of its memory. The bytes of the file are the same.
 */
export function keepSmall(content: ContentStream): PageContent {
  const begun = content.buffer;
  const packed: Uint8Array[] = [];
  let operators: string[] = [];
  const drawn = (): Buffer => Buffer.from(operators.map((operator) => `${operator}\n`).join(''), 'latin1');

  const { end } = content;
  content.write = (operator) => {
    operators.push(operator);
  };
  content.end = () => {
    content.buffer = [...begun, ...packed.splice(0).map((part) => inflateRawSync(part)), drawn()];
    operators = [];
    end.call(content);
  };
  return {
    pack() {
      if (operators.length === 0) return;
      packed.push(deflateRawSync(drawn(), { level: FASTEST }));
      operators = [];
    },
  };
}

/** It is unpacked again when the file is closed. */
const FASTEST = 1;
