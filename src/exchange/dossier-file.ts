import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { committedBody, eventBody } from '../chain/body.ts';
import { canonicalJson, isCanonicalText, sha256 } from '../chain/canonical.ts';
import {
  type ChainEvent,
  isCommittedEvent,
  type LoggedLines,
  type LoggedText,
  readChainInLines,
} from '../chain/chain.ts';
import { BETWEEN_LINES, linesIn } from '../chain/parts-text.ts';
import { type Edition, READERS_OF_EDITIONS, WHOLE } from '../domain/disclosure/edition.ts';
import { DomainError } from '../domain/errors.ts';
import type { JsonBounds } from '../domain/json.ts';
import { identifier } from '../domain/text.ts';
import { requireWithin } from './parse.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const people = z.array(z.strictObject({ id: identifier, name: z.string() }));
const close = { head: hash, seal: hash };

/**
 * A dossier as a file. It is one JSON document, laid out in lines so that every byte counts (docs/dossier-format.md): the first line holds
 * format, dossier and people; then come the events; the last line holds the head hash and a seal. In format 1 each event is one line, the
 * canonical body that the chain hashes. In format 2 an event has a line with its body, a line for each part that is disclosed, and a line that
 * closes it; the first line says how many parts are. The seal is over the first line and the head.
 */
const firstFormat = z.strictObject({
  format: z.literal('gunwijzer-dossier/1'),
  dossier: identifier,
  people,
  events: z.array(eventBody).min(1),
  ...close,
});
const secondFormat = z.strictObject({
  format: z.literal('gunwijzer-dossier/2'),
  dossier: identifier,
  /** For whom it is; what is withheld in it is withheld from them. */
  edition: z.enum(READERS_OF_EDITIONS),
  /** Of which bid, in the edition of a bidder. */
  bid: identifier.optional(),
  people,
  /** How many lines of parts there are in all. */
  disclosed: z.int().min(0),
  events: z
    .array(
      z.union([
        eventBody,
        z.strictObject({
          body: committedBody,
          /** By name: the salt, and what the digest of that name in the body commits to. */
          parts: z.record(z.string().regex(/^([a-z]+|piece:[0-9a-f]{64})$/), z.tuple([hash, z.unknown()])),
        }),
      ]),
    )
    .min(1),
  ...close,
});
export const dossierFile = z.discriminatedUnion('format', [firstFormat, secondFormat]);

const firstLine = z.discriminatedUnion('format', [
  firstFormat.pick({ format: true, dossier: true, people: true }),
  secondFormat.pick({ format: true, dossier: true, edition: true, bid: true, people: true, disclosed: true }),
]);
type FirstLine = z.infer<typeof firstLine>;

export interface ReadDossier {
  readonly dossier: string;
  readonly edition: Edition;
  readonly people: FirstLine['people'];
  readonly events: readonly ChainEvent[];
  /** The same as they stand in the file. */
  readonly logged: () => readonly LoggedText[];
  readonly head: string;
}

/**
 * Writes a dossier as a file: in format 1 where it is whole and all of its events are, so that files of before come out as they were.
 * @param events all events of the dossier, in order, each with the parts that this edition has
 */
export function writeDossierFile(
  dossier: string,
  edition: Edition,
  people: FirstLine['people'],
  events: readonly LoggedText[],
  head: string,
): string {
  if (edition.of === 'whole' && events.every(({ parts }) => parts === null)) {
    const top = topLine({ format: 'gunwijzer-dossier/1', dossier, people });
    return `${top}\n${events.map(({ body }) => body).join(',\n')}\n${bottomLine(head, sealOf(top, head))}\n`;
  }
  const { top, bottom } = around(dossier, edition, people, disclosedIn(events), head);
  return `${top}${eventsInFile(events)}\n${bottom}`;
}

/** An event as an edition has it. */
export interface EditedEvent extends LoggedText {
  /** The parts, a line each: one that several editions have is the same object in each. */
  readonly lines: readonly string[];
  /** Whether it is the same object in the edition of every bidder that it is not about. */
  readonly isCommon: boolean;
}

/**
 * Writes editions of one dossier as files, without names of people, each in the pieces that it is made of. What editions have in common is written once
 * and is then the same piece, to be read and not changed.
 * @returns writes the edition with these events, all of format 2
 */
export function editionFiles(
  dossier: string,
  head: string,
): (edition: Edition, events: readonly EditedEvent[]) => Uint8Array[] {
  const common = new WeakMap<EditedEvent, Map<number, Piece>>();
  const bodies = written(bodyLine);
  const longLines = written((line) => line);
  const runOf = (run: readonly EditedEvent[], end: string): Piece => ({
    bytes: Buffer.from(`${eventsInFile(run)}${end}`, 'utf8'),
    disclosed: run.reduce((sum, { lines }) => sum + lines.length, 0),
  });
  /** What is told of an event to this one bidder. A long line is a piece by itself, for it may be told to others too. */
  const own = ({ body, lines }: EditedEvent, end: string): Piece[] => {
    const pieces: Piece[] = [{ bytes: bodies(body), disclosed: lines.length }];
    const put = (bytes: Uint8Array): void => void pieces.push({ bytes, disclosed: 0 });
    let short = '';
    for (const [place, line] of lines.entries()) {
      if (line.length >= LONG) {
        if (short !== '') put(Buffer.from(short, 'utf8'));
        put(longLines(line));
        short = '';
      } else short += line;
      short += place === lines.length - 1 ? '\n' : BETWEEN_LINES;
    }
    put(Buffer.from(`${short}${END_OF_EVENT}${end}`, 'utf8'));
    return pieces;
  };
  const piecesOf = (events: readonly EditedEvent[], from: number, length: number): Piece[] => {
    const run = events.slice(from, from + length);
    const end = from + length >= events.length ? '\n' : ',\n';
    const first = run[0]!;
    if (run.every(({ isCommon }) => isCommon)) {
      const known = common.get(first) ?? new Map<number, Piece>();
      const piece = known.get(length) ?? runOf(run, end);
      common.set(first, known.set(length, piece));
      return [piece];
    }
    return length === 1 ? own(first, end) : inRuns(events, from, from + run.length, length / SHARE);
  };
  const inRuns = (events: readonly EditedEvent[], from: number, to: number, length: number): Piece[] => {
    const pieces: Piece[] = [];
    for (let place = from; place < to; place += length) pieces.push(...piecesOf(events, place, length));
    return pieces;
  };
  return (edition, events) => {
    const pieces = inRuns(events, 0, events.length, EVENTS_IN_PIECE);
    const disclosed = pieces.reduce((sum, piece) => sum + piece.disclosed, 0);
    const { top, bottom } = around(dossier, edition, [], disclosed, head);
    return [Buffer.from(top, 'utf8'), ...pieces.map(({ bytes }) => bytes), Buffer.from(bottom, 'utf8')];
  };
}

/** The bytes of a text, written once for each. */
function written(textOf: (text: string) => string): (text: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (text) => {
    const bytes = known.get(text) ?? Buffer.from(textOf(text), 'utf8');
    known.set(text, bytes);
    return bytes;
  };
}

/** Of a file, and how many parts are disclosed in it. */
interface Piece {
  readonly bytes: Uint8Array;
  readonly disclosed: number;
}

/**
 * So few events that most pieces tell of none of one bidder, and so many that a piece by itself packs nearly as well as the whole. A piece that does is
 * divided, again and again, until all but what is told to this one bidder is in common after all.
 */
const EVENTS_IN_PIECE = 16;
const SHARE = 4;

/** In characters: of a shorter line a piece by itself is not worth it. */
const LONG = 1_000;

/** What stands in a file of format 2 before its events and after them. */
function around(
  dossier: string,
  { of, ...ofBid }: Edition,
  people: FirstLine['people'],
  disclosed: number,
  head: string,
): { readonly top: string; readonly bottom: string } {
  const top = topLine({ format: 'gunwijzer-dossier/2', dossier, edition: of, ...ofBid, people, disclosed });
  return { top: `${top}\n`, bottom: `${bottomLine(head, sealOf(top, head))}\n` };
}

const disclosedIn = (events: readonly LoggedText[]): number =>
  events.reduce((sum, { parts }) => sum + linesIn(parts ?? '').length, 0);

const eventsInFile = (events: readonly LoggedText[]): string => events.map(eventLines).join(',\n');

const eventLines = (event: LoggedText): string =>
  event.parts === null ? event.body : `${bodyLine(event.body)}${event.parts ? `${event.parts}\n` : ''}${END_OF_EVENT}`;

/** Of an event of format 2: what all editions have of it. */
const bodyLine = (body: string): string => `${BODY}${body}${PARTS}\n`;

const BODY = '{"body":';
const PARTS = ',"parts":{';
const END_OF_EVENT = '}}';

/**
 * Reads a dossier file and proves that no byte of it has changed since it was written, that every event is in its one canonical form, and that
 * each part that is disclosed is what was committed to.
 * @throws DomainError `not-a-dossier`, `file-invalid` where it is nested too deeply or has too many values, `dossier-damaged` when the layout, the head or the seal is off, `chain-broken` with the event at which it breaks
 */
export function readDossierFile(bytes: Uint8Array): ReadDossier {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!CLAIMS_TO_BE_ONE.test(buffer.toString('latin1', 0, CLAIM_WITHIN))) throw new DomainError('not-a-dossier');
  if (!isUtf8(buffer)) damaged('layout', 1);
  const lines = new Lines(buffer);
  const top = readTop(lines.text(0));
  const logged = readEvents(lines);
  const isFirst = top.format === 'gunwijzer-dossier/1';
  // What an event of format 1 says is all read at once; of one of format 2 one part at a time.
  if (logged.some(({ parts }) => parts === null)) requireWithin(buffer.toString('latin1'), DOSSIER_BOUNDS);
  else requireWithinLines(lines);
  const { events, head } = readChainInLines(logged);
  if (events.some((event) => event.dossier !== top.dossier)) damaged('other-dossier', 1);
  events.forEach((event, index) => {
    if (!isCommittedEvent(event) && !isCanonical(event, logged[index]!.body)) damaged('layout', logged[index]!.line);
  });
  const disclosed = logged.reduce((sum, event) => sum + event.partLines, 0);
  if (isFirst ? logged.some(({ parts }) => parts !== null) : disclosed !== top.disclosed) damaged('layout', 1);
  if (lines.text(lines.count - 1) !== bottomLine(head, sealOf(lines.text(0), head)))
    damaged('head-or-seal', lines.count);
  const asText = (): LoggedText[] =>
    logged.map(({ body, parts }) => ({
      body,
      parts: parts === null ? null : parts.bytes.toString('utf8', parts.from, parts.to),
    }));
  return { dossier: top.dossier, edition: editionOf(top), people: top.people, events, logged: asText, head };
}

/** The lines of a file, by where they stand: most are never made a text of. */
class Lines {
  readonly bytes: Buffer;
  readonly count: number;
  private readonly starts: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.starts.push(start);
      start = end + 1;
    }
    this.count = this.starts.length;
    if (start !== bytes.length) damaged('truncated', this.count + 1);
    if (this.count < 3) damaged('layout', 1);
    this.starts.push(start);
  }

  start(line: number): number {
    return this.starts[line]!;
  }

  /** Where a line ends, without its line break. */
  end(line: number): number {
    return this.starts[line + 1]! - 1;
  }

  text(line: number): string {
    return this.bytes.toString('utf8', this.start(line), this.end(line));
  }

  startsWith(line: number, text: Buffer): boolean {
    const start = this.start(line);
    return this.end(line) - start >= text.length && text.equals(this.bytes.subarray(start, start + text.length));
  }

  endsWith(line: number, text: Buffer): boolean {
    const end = this.end(line);
    return end - this.start(line) >= text.length && text.equals(this.bytes.subarray(end - text.length, end));
  }
}

function requireWithinLines(lines: Lines): void {
  for (let line = 0; line < lines.count; line++) {
    if (lines.end(line) - lines.start(line) > LONG_LINE) requireWithin(lines.text(line), DOSSIER_BOUNDS);
  }
}

function editionOf(top: FirstLine): Edition {
  if (top.format === 'gunwijzer-dossier/1') return WHOLE;
  const { edition: of, bid } = top;
  if (of === 'bidder') return bid === undefined ? damaged('layout', 1) : { of, bid };
  return bid === undefined ? { of } : damaged('layout', 1);
}

/** A proof has a level for every bidder that is decided; an event of the largest tender has some hundreds of thousands of values. */
const DOSSIER_BOUNDS: JsonBounds = { depth: 1_000, values: 5_000_000, parts: 200_000 };

/** A line that is shorter takes no more memory than a reader of it has to have anyway. In bytes. */
const LONG_LINE = 4_000_000;

/** Rules, an input file or a picture is no dossier; a dossier says what it is at its start. */
const CLAIMS_TO_BE_ONE = /"dossier"|gunwijzer-dossier/;
const CLAIM_WITHIN = 200;

const topLine = (top: FirstLine): string => `${canonicalJson(top).slice(0, -1)}${EVENTS}`;
const EVENTS = ',"events":[';
const bottomLine = (head: string, seal: string): string => `],"head":"${head}","seal":"${seal}"}`;
const sealOf = (top: string, head: string): string => sha256(`${top}\n${head}`);

/** An event, with the number of its first line and how many lines of parts it has. */
interface EventInFile extends LoggedLines {
  readonly line: number;
  readonly partLines: number;
}

/** The events between the first line and the last. */
function readEvents(lines: Lines): EventInFile[] {
  const { bytes } = lines;
  const events: EventInFile[] = [];
  const last = lines.count - 2;
  /** Where a line ends that closes an event: all but the last have a comma. */
  const endOf = (line: number): number => {
    if (line === last) return lines.end(line);
    return lines.endsWith(line, AND_ON) ? lines.end(line) - 1 : damaged('layout', line + 1);
  };
  for (let line = 1; line <= last; line++) {
    const first = line;
    const start = lines.start(line);
    if (!lines.startsWith(line, BEFORE_BODY)) {
      const body = bytes.toString('utf8', start, endOf(line));
      events.push({ body, parts: null, line: first + 1, partLines: 0 });
      continue;
    }
    if (!lines.endsWith(line, BEFORE_PARTS)) damaged('layout', line + 1);
    // What is no plain text is no body, and is refused as it stands.
    const body = bytes.toString('latin1', start + BODY.length, lines.end(line) - PARTS.length);
    line++;
    // A part begins with a quote, and so no part is taken for the end of the parts.
    while (line <= last && bytes[lines.start(line)] === QUOTE) line++;
    if (line > last || !lines.startsWith(line, AFTER_PARTS)) damaged('layout', line + 1);
    if (endOf(line) - lines.start(line) !== END_OF_EVENT.length) damaged('layout', line + 1);
    const partLines = line - first - 1;
    const from = lines.start(first + 1);
    const to = partLines === 0 ? from : lines.end(line - 1);
    if (partLines > 0 && to === from) damaged('layout', first + 2);
    events.push({ body, parts: { bytes, from, to }, line: first + 1, partLines });
  }
  return events;
}

const BEFORE_BODY = Buffer.from(BODY);
const BEFORE_PARTS = Buffer.from(PARTS);
const AFTER_PARTS = Buffer.from(END_OF_EVENT);
const AND_ON = Buffer.from(',');
const NEWLINE = 10;
const QUOTE = 34;

/** Whether this is the one text of this event: a key that stands twice, or other spaces, could be read in two ways. */
function isCanonical(event: ChainEvent, text: string): boolean {
  try {
    return isCanonicalText(text, event);
  } catch {
    // Nested too deeply to be written, or half a character: no event of ours.
    return false;
  }
}

function readTop(line: string): FirstLine {
  if (!line.endsWith(EVENTS)) damaged('layout', 1);
  try {
    const top = firstLine.parse(JSON.parse(`${line.slice(0, -EVENTS.length)}}`));
    if (topLine(top) === line) return top;
  } catch {
    // Falls through: whatever is wrong with the first line, the file is damaged there.
  }
  return damaged('layout', 1);
}

function damaged(why: string, line: number): never {
  throw new DomainError('dossier-damaged', { why, line });
}
