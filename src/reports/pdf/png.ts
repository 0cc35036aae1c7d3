import { deflateSync, inflateSync } from 'node:zlib';

/** A picture as a PDF holds it: three bytes a pixel and, where it is not opaque everywhere, one of opacity; both compressed. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colors: Uint8Array;
  readonly opacity: Uint8Array | null;
}

/** Why a picture is not taken. */
export type PictureFault = 'not a PNG' | 'an interlaced PNG' | 'a picture of too many pixels';

/** A logo does not need more, and takes memory while it is read. */
const MOST_PIXELS = 2000;

/**
 * Reads a PNG (ISO/IEC 15948) of any depth that is not interlaced. Once, when a server starts: pdfkit would take every picture with transparency
 * apart again for every file, and only after the file is closed.
 */
export function readPng(bytes: Uint8Array): Picture | PictureFault {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const header = chunks?.get('IHDR');
  const data = chunks?.get('IDAT');
  if (!chunks || header?.length !== 13 || !data) return 'not a PNG';
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, type, , , interlaced] = header.subarray(8);
  const channels = CHANNELS[type!];
  if (channels === undefined || !DEPTHS[type!]!.includes(bits!) || width === 0 || height === 0) return 'not a PNG';
  if (interlaced !== 0) return 'an interlaced PNG';
  if (Math.max(width, height) > MOST_PIXELS) return 'a picture of too many pixels';
  const rows = unfiltered(data, Math.ceil((width * channels * bits!) / 8), height, Math.max(1, (channels * bits!) / 8));
  const palette = chunks.get('PLTE');
  if (!rows || (type === PALETTE && !palette)) return 'not a PNG';
  return painted({ width, height, bits: bits!, type: type!, channels, palette, clear: chunks.get('tRNS') }, rows);
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const PALETTE = 3;
/** By the number of the colour type: how many samples a pixel has, and how many bits each may take. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** The parts by their name; those of one name joined. */
function chunksOf(file: Buffer): Map<string, Buffer> | undefined {
  if (!file.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > file.length) return undefined;
    chunks.set(name, Buffer.concat([chunks.get(name) ?? Buffer.alloc(0), file.subarray(at + 8, at + 8 + length)]));
    at += 12 + length;
  }
  return chunks;
}

/** The bytes of the rows, without the filters that made them small (section 9 of the standard). @param step bytes from a pixel to the next */
function unfiltered(data: Buffer, rowLength: number, height: number, step: number): Buffer | undefined {
  const length = (rowLength + 1) * height;
  let filtered: Buffer;
  try {
    filtered = inflateSync(data, { maxOutputLength: length });
  } catch {
    return undefined;
  }
  if (filtered.length !== length) return undefined;
  const rows = Buffer.alloc(rowLength * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (rowLength + 1)]!;
    if (filter > 4) return undefined;
    for (let at = 0; at < rowLength; at += 1) {
      const place = row * rowLength + at;
      const left = at >= step ? rows[place - step]! : 0;
      const above = row > 0 ? rows[place - rowLength]! : 0;
      const corner = at >= step && row > 0 ? rows[place - rowLength - step]! : 0;
      rows[place] = filtered[row * (rowLength + 1) + 1 + at]! + foretold(filter, left, above, corner);
    }
  }
  return rows;
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter === 0) return 0;
  const [fromLeft, fromAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const fromCorner = Math.abs(left + above - 2 * corner);
  if (fromLeft <= fromAbove && fromLeft <= fromCorner) return left;
  return fromAbove <= fromCorner ? above : corner;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly channels: number;
  readonly palette: Buffer | undefined;
  /** Opacities of a palette, or the one colour that is clear. */
  readonly clear: Buffer | undefined;
}

function painted({ width, height, bits, type, channels, palette, clear }: Layout, rows: Buffer): Picture {
  const colors = Buffer.alloc(width * height * 3);
  const opacity = Buffer.alloc(width * height, 255);
  const rowLength = rows.length / height;
  const most = 2 ** bits - 1;
  const hasOpacity = channels % 2 === 0;
  const clearColor = clear && type !== PALETTE && !hasOpacity ? clear : undefined;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const start = Math.floor(pixel / width) * rowLength;
    const sample = (channel: number): number => sampleAt(rows, start, (pixel % width) * channels + channel, bits);
    const first = sample(0);
    for (let color = 0; color < 3; color += 1) {
      const given = channels >= 3 ? sample(color) : first;
      colors[3 * pixel + color] =
        type === PALETTE ? (palette![3 * first + color] ?? 0) : Math.round((given / most) * 255);
    }
    if (hasOpacity) opacity[pixel] = Math.round((sample(channels - 1) / most) * 255);
    else if (type === PALETTE) opacity[pixel] = clear?.[first] ?? 255;
    else if (clearColor && isClear(clearColor, channels, sample)) opacity[pixel] = 0;
  }
  const isOpaque = opacity.every((one) => one === 255);
  return { width, height, colors: deflateSync(colors), opacity: isOpaque ? null : deflateSync(opacity) };
}

/** The sample of this number in a row; those smaller than a byte stand from the highest bit down. */
function sampleAt(rows: Buffer, start: number, index: number, bits: number): number {
  if (bits === 8) return rows[start + index]!;
  if (bits === 16) return rows.readUInt16BE(start + 2 * index);
  const first = index * bits;
  return (rows[start + (first >> 3)]! >> (8 - bits - (first & 7))) & (2 ** bits - 1);
}

const isClear = (clear: Buffer, channels: number, sample: (channel: number) => number): boolean =>
  clear.length >= 2 * channels &&
  Array.from({ length: channels }, (_, channel) => sample(channel) === clear.readUInt16BE(2 * channel)).every(Boolean);
