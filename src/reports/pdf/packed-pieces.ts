import { constants, deflateRawSync } from 'node:zlib';

/**
 * Packs bytes as a PDF does (RFC 1950 around RFC 1951), piece by piece: a piece that was packed before, the very same object, is not packed again.
 * @param pieces of the bytes, in their order; nobody changes them
 */
export function packedInPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const packed = pieces.map(packedAlone);
  const sum = packed.reduce(joined, NOTHING);
  const end = Buffer.from([...LAST_BLOCK, 0, 0, 0, 0]);
  end.writeUInt32BE(sum.b * 0x10000 + sum.a, LAST_BLOCK.length);
  return Buffer.concat([HEAD, ...packed.map(({ bytes }) => bytes), end]);
}

/** The usual window and level. */
const HEAD = Uint8Array.of(0x78, 0x9c);
/** With nothing in it. */
const LAST_BLOCK = [0x03, 0x00];

/** The checksum of so many bytes (Adler-32, RFC 1950 section 8.2) in its two halves. */
interface Sum {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}
const NOTHING: Sum = { a: 1, b: 0, length: 0 };
const MODULUS = 65_521;
/** After so many bytes at the most the sums would no longer be whole numbers of 32 bits. */
const STRETCH = 5_552;

interface Packed extends Sum {
  /** Whole bytes, that go back to nothing before them. */
  readonly bytes: Uint8Array;
}

const known = new WeakMap<Uint8Array, Packed>();

function packedAlone(piece: Uint8Array): Packed {
  const before = known.get(piece);
  if (before) return before;
  const bytes = piece.length < SMALL ? asItIs(piece) : deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = { bytes, ...sumOf(piece) };
  known.set(piece, packed);
  return packed;
}

/** To begin packing takes longer than so few bytes are worth. */
const SMALL = 1024;

/** A block that is not packed (RFC 1951, section 3.2.4): its kind, its length, that again with every bit turned, and the bytes. */
function asItIs(piece: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_HEAD + piece.length);
  block.set([0, piece.length & 0xff, piece.length >> 8, ~piece.length & 0xff, (~piece.length >> 8) & 0xff]);
  block.set(piece, BLOCK_HEAD);
  return block;
}
const BLOCK_HEAD = 5;

function sumOf(bytes: Uint8Array): Sum {
  let { a, b } = NOTHING;
  for (let from = 0; from < bytes.length; from += STRETCH) {
    const to = Math.min(from + STRETCH, bytes.length);
    for (let place = from; place < to; place++) {
      a += bytes[place]!;
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return { a, b, length: bytes.length };
}

/** The sum of bytes and of those after them: each of the latter was added to one that began at 1 and not at the sum before. */
function joined(before: Sum, after: Sum): Sum {
  const length = before.length + after.length;
  const carried = (after.length % MODULUS) * (before.a - 1);
  return { a: (before.a + after.a - 1) % MODULUS, b: (before.b + after.b + carried) % MODULUS, length };
}
