import type { CutPayload, Piece } from '../domain/disclosure/payload.ts';
import { canonicalJson, isCanonicalText } from './canonical.ts';
import { commitment, commitmentIn, newSalt, type Salt } from './commitment.ts';

/**
 * The parts of an event as they are stored and exported: the members of one JSON object, each on a line of its own, ascending by name.
 * A line holds the name of the part, its salt, and its value as canonical JSON: those last bytes are what the digest commits to.
 *
 *     "actor":["<salt>","inkoper"],
 *     "content":["<salt>",{}]
 *
 * The part `bids` is the list of the digests of the pieces, ascending; each piece has a line that is named by its digest.
 */
const PIECE = 'piece:';

/** A part or a piece that is disclosed, proven by its digest. */
export interface DisclosedPart {
  /** The name of the part, or the digest of the piece. */
  readonly name: string;
  /** Its canonical JSON, where that stands. */
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}
/** The text of a part: what its digest commits to. */
const textOf = ({ bytes, from, to }: DisclosedPart): string => bytes.toString('utf8', from, to);

/** What is disclosed of an event, each part and piece proven by its digest. */
export interface Disclosed {
  readonly parts: readonly DisclosedPart[];
  /** Of the part `bids`. */
  readonly pieces: readonly DisclosedPart[];
  /** The digests of all pieces; null where that part is withheld, or there is none. */
  readonly listed: ReadonlySet<string> | null;
}

/** By name, the digest of each part; the hashed body of an event holds them. */
export type Digests = Readonly<Record<string, string>>;

/**
 * Writes the parts of an event, each with a salt of its own.
 * @param salt gives the salts; random but for tests
 */
export function writeParts(
  actor: string,
  at: string,
  { content, apart, pieces }: CutPayload,
  withBids: boolean,
  salt: () => Salt = newSalt,
): { readonly text: string; readonly digests: Digests } {
  const lines: [name: string, line: string][] = [];
  const digests: Record<string, string> = {};
  const put = (value: unknown, nameOf: (digest: string) => string): string => {
    const [own, text] = [salt(), canonicalJson(value)];
    const digest = commitment(text, own);
    const name = nameOf(digest);
    lines.push([name, partLine(name, own, text)]);
    return digest;
  };
  const values: Record<string, unknown> = { actor, moment: at, content, ...apart };
  for (const [name, value] of Object.entries(values)) digests[name] = put(value, () => name);
  if (withBids) {
    const own = pieces.map((piece) => put(piece, (digest) => PIECE + digest));
    // In the order of their digests, which tells nothing.
    digests.bids = put(own.sort(), () => 'bids');
  }
  return { text: joinLines(lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)), digests };
}

const partLine = (name: string, salt: Salt, text: string): string => `"${name}":["${salt}",${text}]`;
export const BETWEEN_LINES = ',\n';
/** The parts of an event as they are stored, of their lines, and the other way round. */
export const joinLines = (lines: readonly string[]): string => lines.join(BETWEEN_LINES);
export const linesIn = (text: string): string[] => (text === '' ? [] : text.split(BETWEEN_LINES));

/** Where the lines of the parts of an event stand, without the line break behind the last. */
export interface PartLines {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}
export const linesOf = (text: string): PartLines => {
  const bytes = Buffer.from(text, 'utf8');
  return { bytes, from: 0, to: bytes.length };
};

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const SALT_DIGITS = 64;

/**
 * Reads what is disclosed of an event, and proves each part by its digest. No value holds a line break: canonical JSON escapes it. Whether a
 * value is JSON in its one form is asked when it is opened ({@link partValue}).
 * @returns why not, where a part is not what was committed to, or the lines are not as they are written
 */
export function readParts(
  { bytes, from, to }: PartLines,
  digests: Digests,
): Disclosed | 'part-layout' | 'part-changed' {
  const parts: DisclosedPart[] = [];
  const pieces: DisclosedPart[] = [];
  let listed: ReadonlySet<string> | null = null;
  let before = '';
  for (let start = from; start < to; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const isLast = newline === -1 || newline >= to;
    const end = isLast ? to : newline;
    const part = readLine(bytes, start, isLast ? end : end - 1);
    if (!part || part.name <= before || (!isLast && (bytes[end - 1] !== COMMA || end + 1 >= to))) return 'part-layout';
    before = part.name;
    start = end + 1;
    const digest = commitmentIn(bytes, part.from - SALT_DIGITS - 2, part.from, part.to);
    if (digest === undefined) return 'part-layout';
    const { name } = part;
    if (name.startsWith(PIECE)) {
      if (name.length !== PIECE.length + digest.length || !name.endsWith(digest) || !listed?.has(digest)) {
        return 'part-changed';
      }
      pieces.push({ ...part, name: digest });
      continue;
    }
    if (digests[name] !== digest) return 'part-changed';
    parts.push(part);
    if (name !== 'bids') continue;
    listed = readList(textOf(part));
    if (!listed) return 'part-layout';
  }
  return { parts, pieces, listed };
}

/** The part that a line holds, without the comma behind it: `"name":["<salt>",value]`. */
function readLine(bytes: Buffer, start: number, end: number): DisclosedPart | undefined {
  const quote = bytes.indexOf(QUOTE, start + 1);
  const salt = quote + 4;
  const from = salt + SALT_DIGITS + 2;
  const isPart =
    quote !== -1 &&
    from < end - 1 &&
    bytes[start] === QUOTE &&
    bytes[quote + 1] === COLON &&
    bytes[quote + 2] === OPEN_LIST &&
    bytes[quote + 3] === QUOTE &&
    bytes[from - 2] === QUOTE &&
    bytes[from - 1] === COMMA &&
    bytes[end - 1] === CLOSE_LIST;
  return isPart ? { name: nameAt(bytes, start + 1, quote), bytes, from, to: end - 1 } : undefined;
}

/** The names that almost every line has, by their bytes: of those no text has to be made. */
const USUAL = ['actor', 'content', 'moment', 'scope'].map((name) => ({ name, bytes: Buffer.from(name) }));

function nameAt(bytes: Buffer, from: number, to: number): string {
  for (const usual of USUAL) {
    if (usual.bytes.length !== to - from) continue;
    let place = 0;
    while (place < usual.bytes.length && usual.bytes[place] === bytes[from + place]) place++;
    if (place === usual.bytes.length) return usual.name;
  }
  return bytes.toString('latin1', from, to);
}

/** The digests of the pieces, ascending. @returns null for what is no list of them */
function readList(text: string): ReadonlySet<string> | null {
  const list = readValue(text);
  if (!Array.isArray(list) || list.length === 0) return null;
  const isList = list.every(
    (one, place) => typeof one === 'string' && HASH.test(one) && (place === 0 || one > list[place - 1]),
  );
  return isList ? new Set(list as string[]) : null;
}
const HASH = /^[0-9a-f]{64}$/;

/** Values of short texts that were read before: who did something and where is said again and again. Nobody changes a value. */
const known = new Map<string, unknown>();
const MOST_KNOWN = 2_000;
const SHORT = 120;

/** A key that readers of JSON pass over in silence, each in its own way: nothing of ours has it. In a text its quotes would be escaped. */
export const PROTOTYPE = '"__proto__":';

/** The value of a part that is disclosed. @returns undefined where it is no JSON in its one form */
export function partValue(part: DisclosedPart): unknown {
  const text = textOf(part);
  if (text.length > SHORT) return readValue(text);
  const before = known.get(text);
  if (before !== undefined) return before;
  const value = readValue(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, value);
  return value;
}

function readValue(text: string): unknown {
  if (text.includes(PROTOTYPE)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isCanonicalText(text, value) ? value : undefined;
  } catch {
    // No JSON, nested too deeply, or half a character: nothing of ours.
    return undefined;
  }
}

/** The parts and pieces of an event, each with its line as it stands. */
export type PartsInLines = readonly { readonly line: string; readonly of: { readonly name: string } | PieceInLine }[];
interface PieceInLine {
  /** Null for one that only fills up their number. */
  readonly piece: Piece | null;
}

/** Takes the parts of an event apart, to keep some of them for one reader and others for another. */
export const partsInLines = (text: string): PartsInLines =>
  linesIn(text).map((line) => {
    const name = line.slice(1, line.indexOf('":["'));
    if (!name.startsWith(PIECE)) return { line, of: { name } };
    return { line, of: { piece: JSON.parse(line.slice(name.length + 5 + 66, -1)) as Piece | null } };
  });

/** The lines of the parts that are kept; what is left out cannot be told from what was never there, but for its digest. */
export const keepParts = (
  parts: PartsInLines,
  keeps: (name: string) => boolean,
  keepsPiece: (piece: Piece | null) => boolean,
): string[] => {
  const kept: string[] = [];
  for (const { line, of } of parts) if ('name' in of ? keeps(of.name) : keepsPiece(of.piece)) kept.push(line);
  return kept;
};
