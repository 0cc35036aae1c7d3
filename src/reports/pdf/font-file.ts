import type { Font, Subset } from 'fontkit';

/**
 * Makes selections of the letters of a font, of which `encode` writes the font file of a document: to the byte what fontkit writes. fontkit takes every
 * letter apart and measures every table anew for each document; here a letter is taken from its font once, and the file of a selection that most
 * documents have is written once, and given as the very same bytes again.
 * @param font writes the places of its letters in four bytes each
 * @param alphabet the letters of that selection in their order, by their numbers in the font
 */
export function subsetsOf(font: Font, alphabet: readonly number[]): () => Subset {
  const taken = new Map<number, Letter>();
  let empty: Buffer | undefined;
  let ofAlphabet: Uint8Array | undefined;
  const letterOf = (id: number): Letter => {
    const letter = taken.get(id) ?? takenFrom(font, id);
    taken.set(id, letter);
    return letter;
  };
  return () => {
    const subset = font.createSubset();
    const written = (): Uint8Array => {
      empty ??= Buffer.from(font.createSubset().encode());
      return fileWith(empty, lettersIn(subset, letterOf));
    };
    subset.encode = () => {
      // The first is the one that stands for letters that a font lacks.
      const [, ...selected] = subset.glyphs;
      if (selected.length !== alphabet.length || selected.some((id, place) => id !== alphabet[place])) return written();
      ofAlphabet ??= written();
      return ofAlphabet;
    };
    return subset;
  };
}

/** A letter as it stands in its font. */
interface Letter {
  readonly bytes: Uint8Array;
  /** The letters that it is made of, and where their numbers stand in it. */
  readonly components: readonly { readonly at: number; readonly id: number }[];
  readonly advance: number;
  readonly bearing: number;
}

function takenFrom(font: Font, id: number): Letter {
  const glyph = font.getGlyph(id);
  const { offsets } = font.loca;
  const stream = font._getTableStream('glyf');
  stream.pos += offsets[id]!;
  return {
    bytes: stream.readBuffer(offsets[id + 1]! - offsets[id]!),
    components: (glyph._decode()?.components ?? []).map(({ glyphID, pos }) => ({ at: pos, id: glyphID })),
    advance: glyph.advanceWidth,
    bearing: glyph._getMetrics().leftBearing,
  };
}

/** The letters that were selected, and what those are made of, each by its number in the selection. */
function lettersIn(subset: Subset, letterOf: (id: number) => Letter): Letter[] {
  const letters: Letter[] = [];
  // More letters are selected while they are gone through.
  for (let place = 0; place < subset.glyphs.length; place++) {
    const letter = letterOf(subset.glyphs[place]!);
    if (letter.components.length === 0) {
      letters.push(letter);
      continue;
    }
    const bytes = Buffer.from(letter.bytes);
    for (const { at, id } of letter.components) bytes.writeUInt16BE(subset.includeGlyph(id), at);
    letters.push({ ...letter, bytes });
  }
  return letters;
}

/**
 * The file with these letters.
 * @param empty what fontkit writes without any
 */
function fileWith(empty: Buffer, letters: readonly Letter[]): Buffer {
  const tables = tablesOf(letters);
  const directory = Buffer.from(empty.subarray(0, HEAD + empty.readUInt16BE(4) * ENTRY));
  const parts: Uint8Array[] = [directory];
  let place = directory.length;
  for (let entry = HEAD; entry < directory.length; entry += ENTRY) {
    const tag = empty.toString('latin1', entry, entry + 4);
    const from = empty.readUInt32BE(entry + PLACE);
    const table = tables.get(tag) ?? Buffer.from(empty.subarray(from, from + empty.readUInt32BE(entry + LENGTH)));
    const count = COUNTS.get(tag);
    if (count !== undefined) table.writeUInt16BE(letters.length, count);
    directory.writeUInt32BE(place, entry + PLACE);
    directory.writeUInt32BE(table.length, entry + LENGTH);
    place += table.length;
    parts.push(table);
  }
  return Buffer.concat(parts);
}

/** Begins with a head; then stand for each table its tag, a checksum that fontkit leaves at nought, its place and its length. */
const HEAD = 12;
const ENTRY = 16;
const PLACE = 8;
const LENGTH = 12;
/** Where tables say how many letters there are. */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['maxp', 4],
  ['hhea', 34],
]);

/** The tables of which every letter has a part: what it looks like, where that stands, how wide it is. */
function tablesOf(letters: readonly Letter[]): ReadonlyMap<string, Buffer> {
  const loca = Buffer.alloc((letters.length + 1) * 4);
  const hmtx = Buffer.alloc(letters.length * 4);
  let offset = 0;
  for (const [place, { bytes, advance, bearing }] of letters.entries()) {
    hmtx.writeUInt16BE(advance, place * 4);
    hmtx.writeInt16BE(bearing, place * 4 + 2);
    offset += bytes.length;
    loca.writeUInt32BE(offset, (place + 1) * 4);
  }
  return new Map([
    ['glyf', Buffer.concat(letters.map(({ bytes }) => bytes))],
    ['loca', loca],
    ['hmtx', hmtx],
  ]);
}
