import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedInPieces } from '../../../src/reports/pdf/packed-pieces.ts';

const unpacked = (pieces: readonly Uint8Array[]): Buffer => inflateSync(packedInPieces(pieces));

describe('what is packed in pieces', () => {
  it('comes out as the bytes that went in, checksum and all', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), fc.nat(5), (pieces, again) => {
        const twice = [...pieces, ...pieces.slice(0, again)];
        expect(unpacked(twice)).toEqual(Buffer.concat(twice));
      }),
    );
  });

  it('has the checksum of long pieces too, of the largest bytes', () => {
    const long = [1, 5_552, 5_553, 65_521, 200_000].map((length) => new Uint8Array(length).fill(255));
    expect(unpacked(long).equals(Buffer.concat(long))).toBe(true);
    expect(unpacked([]).length).toBe(0);
  });

  it('is the same whether a piece was packed before or not', () => {
    const piece = () => new TextEncoder().encode('{"inschrijver":"Coöperatie Samen Thuis"}'.repeat(40));
    const [one, other] = [piece(), piece()];
    expect(packedInPieces([one, one])).toEqual(packedInPieces([other, piece()]));
    expect(packedInPieces([one, one]).length).toBeLessThan(one.length / 4);
  });

  it('stands as it is where it is short, of any length up to that of what is packed', () => {
    for (const length of [0, 1, 255, 256, 1023, 1024]) {
      const piece = new Uint8Array(length).fill(65);
      const packed = packedInPieces([piece, piece]);
      expect(inflateSync(packed).equals(Buffer.concat([piece, piece]))).toBe(true);
      expect(Buffer.from(packed).includes(Buffer.from(piece))).toBe(length < 1024);
    }
  });
});
