import { inflateSync } from 'node:zlib';
import { type Bookmark, type Node, readPdf } from '../reports/pdf/read-pdf.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/**
 * Everything that somebody can read in an answer: its headers, its bytes, and of a PDF what its pages draw, what a screen reader reads,
 * its bookmarks, its metadata, its attachments, and every part of the file that is packed.
 */
export async function everythingIn({ status, headers, bytes }: Answer): Promise<string> {
  const given = [`${status}`, ...[...headers].map(([name, value]) => `${name}: ${value}`), text(bytes)];
  if (text(bytes.subarray(0, 5)) !== '%PDF-') return given.join('\n');
  const pdf = await readPdf(new Uint8Array(bytes));
  return [
    ...given,
    ...pdf.pages.flatMap(({ runs, structure, links }) => [
      runs.map((run) => run.text).join(' '),
      ...read(structure),
      ...links.map((link) => link.contents),
    ]),
    ...pdf.outline.flatMap(titles),
    JSON.stringify([pdf.info, ...pdf.xmp]),
    ...pdf.attachments.flatMap((one) => [one.name, one.description, text(one.bytes)]),
    ...unpacked(bytes),
  ].join('\n');
}

/** The same without what stands between digits, so that a figure is found however it is written: "104.729,31" is 10472931. */
export const digitsJoined = (given: string): string => given.replace(/(?<=\d)[.,\s\u00a0\u202f](?=\d)/g, '');

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const read = (node: Node): string[] => [node.text, node.alt ?? '', ...node.children.flatMap(read)];

const titles = ({ title, children }: Bookmark): string[] => [title, ...children.flatMap(titles)];

/** The streams of a PDF that can be unpacked, as text: what is packed otherwise is not text. */
function unpacked(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const found: string[] = [];
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 1)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    try {
      found.push(text(inflateSync(file.subarray(at + 'stream\n'.length, file.indexOf('endstream', at)))));
    } catch {
      // Not packed, and so found in the bytes themselves; or a picture.
    }
  }
  return found;
}
