import { z } from 'zod';
import { canonicalJson, isCanonicalText, sha256 } from '../chain/canonical.ts';
import { type EventBody, eventBody, readChain } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import type { JsonBounds } from '../domain/json.ts';
import { identifier } from '../domain/text.ts';
import { requireWithin } from './parse.ts';

/**
 * A dossier as a file. It is one JSON document, laid out in lines so that every byte counts:
 * the first line holds format, dossier and people, then each line is the canonical body of one event (the bytes that the chain hashes),
 * and the last line holds the head hash and a seal over the first line and the head.
 * One changed byte anywhere breaks the layout, a hash or the seal.
 */
export const dossierFile = z.strictObject({
  format: z.literal('gunwijzer-dossier/1'),
  dossier: identifier,
  people: z.array(z.strictObject({ id: identifier, name: z.string() })),
  events: z.array(eventBody).min(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});
const firstLine = dossierFile.pick({ format: true, dossier: true, people: true });
type FirstLine = z.infer<typeof firstLine>;

export interface ReadDossier extends FirstLine {
  readonly events: readonly EventBody[];
  readonly head: string;
}

/** @param bodies the canonical bodies of all events of the dossier, in order */
export function writeDossierFile(
  dossier: string,
  people: FirstLine['people'],
  bodies: readonly string[],
  head: string,
): string {
  const top = topLine({ format: 'gunwijzer-dossier/1', dossier, people });
  return `${top}\n${bodies.join(',\n')}\n${bottomLine(top, head)}\n`;
}

/**
 * Reads a dossier file and proves that no byte of it has changed since it was written, and that every event is in its one canonical form.
 * @throws DomainError `not-a-dossier`, `file-invalid` where it is nested too deeply or has too many values, `dossier-damaged` when the layout, the head or the seal is off, `chain-broken` with the event at which it breaks
 */
export function readDossierFile(bytes: Uint8Array): ReadDossier {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!CLAIMS_TO_BE_ONE.test(buffer.toString('latin1', 0, CLAIM_WITHIN))) throw new DomainError('not-a-dossier');
  requireWithin(buffer.toString('latin1'), DOSSIER_BOUNDS);
  const lines = splitLines(buffer);
  const [topBytes, bottomBytes] = [lines[0]!, lines[lines.length - 1]!];
  const top = readTop(topBytes);
  const bodies = lines.slice(1, -1).map((line, index, all) => {
    if (index === all.length - 1) return line;
    if (line[line.length - 1] !== COMMA) damaged('layout', index + 2);
    return line.subarray(0, line.length - 1);
  });
  const { events, head } = readChain(bodies);
  if (events.some((event) => event.dossier !== top.dossier)) damaged('other-dossier', 1);
  events.forEach((event, index) => {
    if (!isCanonical(event, bodies[index]!)) damaged('layout', index + 2);
  });
  if (bottomBytes.toString('latin1') !== bottomLine(topBytes.toString('utf8'), head)) {
    damaged('head-or-seal', lines.length);
  }
  return { ...top, events, head };
}

/** A proof has a level for every bidder that is decided; an event of the largest tender has some hundreds of thousands of values. */
const DOSSIER_BOUNDS: JsonBounds = { depth: 1_000, values: 5_000_000, parts: 200_000 };

/** Rules, an input file or a picture is no dossier; a dossier says what it is at its start. */
const CLAIMS_TO_BE_ONE = /"dossier"|gunwijzer-dossier/;
const CLAIM_WITHIN = 200;

const NEWLINE = 10;
const COMMA = 44;

const topLine = (top: FirstLine): string => `${canonicalJson(top).slice(0, -1)},"events":[`;
const bottomLine = (top: string, head: string): string => `],"head":"${head}","seal":"${sha256(`${top}\n${head}`)}"}`;

/** Whether these bytes are the one text of this event: a key that stands twice, or other spaces, could be read in two ways. */
function isCanonical(event: EventBody, bytes: Buffer): boolean {
  try {
    return isCanonicalText(bytes.toString('utf8'), event);
  } catch {
    // Nested too deeply to be written, or half a character: no event of ours.
    return false;
  }
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start !== bytes.length) damaged('truncated', lines.length + 1);
  if (lines.length < 3) damaged('layout', 1);
  return lines;
}

function readTop(line: Buffer): FirstLine {
  const text = line.toString('utf8');
  const tail = ',"events":[';
  if (!text.endsWith(tail)) damaged('layout', 1);
  try {
    const top = firstLine.parse(JSON.parse(`${text.slice(0, -tail.length)}}`));
    if (Buffer.from(topLine(top)).equals(line)) return top;
  } catch {
    // Falls through: whatever is wrong with the first line, the file is damaged there.
  }
  return damaged('layout', 1);
}

function damaged(why: string, line: number): never {
  throw new DomainError('dossier-damaged', { why, line });
}
