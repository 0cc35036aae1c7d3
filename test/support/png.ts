import { crc32, deflateSync } from 'node:zlib';

/** What a PNG says of its pixels; the rows are its bytes, without filters. */
export interface PngSource {
  readonly width: number;
  readonly rows: readonly (readonly number[])[];
  /** 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity. */
  readonly type: 0 | 2 | 3 | 4 | 6;
  readonly bits?: number;
  readonly palette?: readonly number[];
  readonly clear?: readonly number[];
  readonly interlaced?: boolean;
  /** Of the rows in their order, again and again. */
  readonly filters?: readonly number[];
}

/** A PNG, written with nothing but zlib. */
export function png(source: PngSource): Buffer {
  const { width, rows, type, bits = 8, palette, clear, interlaced = false, filters = [0] } = source;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([bits, type, 0, 0, interlaced ? 1 : 0], 8);
  const step = Math.max(1, ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[type] * bits) / 8);
  const filtered = rows.flatMap((row, index) => {
    const filter = filters[index % filters.length]!;
    const above = rows[index - 1] ?? [];
    return [filter, ...row.map((byte, at) => (byte - foretold(filter, row, above, at, step)) & 255)];
  });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(clear ? [chunk('tRNS', Buffer.from(clear))] : []),
    chunk('IDAT', deflateSync(Buffer.from(filtered))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A disc of one colour with soft edges on nothing. */
export function disc(size = 24, [red, green, blue]: readonly number[] = [192, 57, 43]): Buffer {
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => {
      const away = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2);
      return [red!, green!, blue!, Math.round(255 * Math.min(1, Math.max(0, size / 2 - away)))];
    }).flat(),
  );
  return png({ width: size, rows, type: 6 });
}

function foretold(filter: number, row: readonly number[], above: readonly number[], at: number, step: number): number {
  const [left, up, corner] = [row[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0];
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4: {
      const guess = left + up - corner;
      const nearest = Math.min(...[left, up, corner].map((one) => Math.abs(guess - one)));
      return [left, up, corner].find((one) => Math.abs(guess - one) === nearest)!;
    }
    default:
      return 0;
  }
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
