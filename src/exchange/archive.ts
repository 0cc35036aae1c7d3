import { createInflateRaw } from 'node:zlib';

/** A file in an archive (ZIP, PKWARE APPNOTE 6.3), as the directory of the archive tells of it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  /** In bytes, as it lies in the archive. */
  readonly packed: number;
  /** In bytes, as the directory says that it comes out; more may come out. */
  readonly size: number;
  /** Where it begins: at its own header. */
  readonly at: number;
}

const END_OF_DIRECTORY = 22;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;
const DIRECTORY_ENTRY = 46;
const LOCAL_ENTRY = 30;
const STORED = 0;
const DEFLATED = 8;

/** The directory of an archive; nothing is unpacked. Undefined for what is no such archive. */
export async function archiveEntries(
  size: number,
  read: (from: number, length: number) => Promise<Uint8Array>,
): Promise<readonly ArchiveEntry[] | undefined> {
  const from = Math.max(0, size - END_OF_DIRECTORY - LONGEST_COMMENT);
  const tail = Buffer.from(await read(from, size - from));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + END_OF_DIRECTORY > tail.length) return undefined;
  const [length, place] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (length > LARGEST_DIRECTORY || place + length > size) return undefined;
  const directory = Buffer.from(await read(place, length));
  const entries: ArchiveEntry[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + DIRECTORY_ENTRY, at + DIRECTORY_ENTRY + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += DIRECTORY_ENTRY + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** What an archive holds cannot be unpacked: it is broken, or more comes out than may. */
export class Unpackable extends Error {
  readonly why: 'damaged' | 'too-large';
  constructor(why: 'damaged' | 'too-large') {
    super(why);
    this.why = why;
  }
}

/**
 * Unpacks a file piece by piece, so that it is never in memory whole and others go between.
 * @param most how much may come out, in bytes: what the directory says of it is believed where that is more, and not where it is less
 * @throws Unpackable
 */
export async function* unpacked(archive: Buffer, entry: ArchiveEntry, most: number): AsyncGenerator<Buffer> {
  const { method, packed, size, at } = entry;
  if (size > most) throw new Unpackable('too-large');
  if (at + LOCAL_ENTRY > archive.length || archive.readUInt32LE(at) !== 0x04034b50) throw new Unpackable('damaged');
  const begin = at + LOCAL_ENTRY + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const bytes = archive.subarray(begin, begin + packed);
  if (bytes.length < packed || (method !== STORED && method !== DEFLATED)) throw new Unpackable('damaged');
  let left = most;
  for await (const piece of method === STORED ? [bytes] : inflated(bytes)) {
    left -= piece.length;
    if (left < 0) throw new Unpackable('too-large');
    yield piece;
  }
}

async function* inflated(bytes: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  inflate.end(bytes);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch {
    throw new Unpackable('damaged');
  } finally {
    inflate.destroy();
  }
}
