import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentStore, documentFolder } from '../../src/storage/document-store.ts';
import { anything, inPieces } from '../support/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const store = createDocumentStore(folder, 0);
afterAll(() => rmSync(folder, { recursive: true }));

const MOST = 5_000_000;
const content = (size: number, seed = 7): Buffer =>
  Buffer.from(Uint8Array.from({ length: size }, (_, place) => (place * 31 + seed) % 251));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const everything = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const receive = (bytes: Uint8Array, piece?: number) => store.receive(inPieces(bytes, piece), MOST, anything);
const openFiles = (): number => readdirSync('/proc/self/fd').length;
const named = () => true;

describe('a file that comes in', () => {
  it('is kept by its sha256, and sent as it came, in whatever pieces', async () => {
    const sizes = fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      // Around the pieces in which files come in, are read and are sent.
      fc.tuple(fc.constantFrom(64 * 1024, 256 * 1024, 1024 * 1024, 2 * 1024 * 1024), fc.integer({ min: -2, max: 2 })),
    );
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.constantFrom(1024, 4096, 65_536, 1_000_003),
        fc.nat(250),
        async (asked, piece, seed) => {
          const bytes = content(typeof asked === 'number' ? asked : asked[0] + asked[1], seed);
          const file = await receive(bytes, piece);
          expect({ sha256: file.sha256, size: file.size }).toEqual({ sha256: sha256(bytes), size: bytes.length });
          const opened = await store.open(file);
          expect(bytes.equals(await buffer(opened.stream()))).toBe(true);
          store.prove(file);
          file.letGo(named);
        },
      ),
      { numRuns: 60 },
    );
    expect(everything().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves nothing behind when it is refused, too long, empty, or breaks off', async () => {
    const before = everything();
    async function* broken() {
      yield content(70_000);
      throw new Error('de verbinding is weg');
    }
    const no = (): never => {
      throw new Error('geweigerd');
    };
    await expect(store.receive(broken(), MOST, anything)).rejects.toThrow('de verbinding is weg');
    await expect(store.receive(inPieces(content(9)), 8, anything)).rejects.toThrow('document-too-large');
    await expect(store.receive(inPieces(content(0)), 8, anything)).rejects.toThrow('document-empty');
    await expect(store.receive(inPieces(content(9)), 9, { ...anything, piece: no })).rejects.toThrow('geweigerd');
    await expect(store.receive(inPieces(content(9)), 9, { ...anything, whole: no })).rejects.toThrow('geweigerd');
    expect(everything()).toEqual(before);
  });

  it('is asked as a whole from any place, not beyond its end', async () => {
    const bytes = content(1000);
    const read: Buffer[] = [];
    await store.receive(inPieces(bytes), MOST, {
      ...anything,
      whole: async (size, at) => {
        read.push(Buffer.from(await at(size - 3, 10)), Buffer.from(await at(2, 4)), Buffer.from(await at(size, 4)));
      },
    });
    expect(read).toEqual([bytes.subarray(997), bytes.subarray(2, 6), Buffer.alloc(0)]);
  });

  it('is read without keeping it open when nobody takes it', async () => {
    const file = await receive(content(3_000_000));
    const before = openFiles();
    for (let turn = 0; turn < 20; turn++) {
      const stream = (await store.open(file)).stream();
      await new Promise((resolve) => stream.once('data', resolve));
      await new Promise((resolve) => stream.once('close', resolve).destroy());
    }
    await expect(store.open({ ...file, size: 7 })).rejects.toThrow('document-length-differs');
    expect(openFiles()).toBe(before);
  });
});

describe('files that were made here', () => {
  it('are kept as files that come in are, and are there once they are settled', async () => {
    const { keep, settle } = store.keeping();
    const all = [content(1, 5), content(70_000, 5), content(1, 5)];
    const files = all.map(keep);
    settle();
    for (const [place, file] of files.entries()) {
      expect(file).toMatchObject({ sha256: sha256(all[place]!), size: all[place]!.length });
      store.requireThere(file);
      expect(all[place]!.equals(await buffer((await store.open(file)).stream()))).toBe(true);
    }
    files[0]!.letGo(() => false);
    store.requireThere(files[2]!);
    for (const file of files.slice(1)) file.letGo(() => false);
    expect(() => store.requireThere(files[1]!)).toThrow('document-missing');
  });

  it('leave nothing behind when there is no room, or the disk refuses', () => {
    const before = everything();
    const open = openFiles();
    expect(() =>
      createDocumentStore(folder, 2 ** 60)
        .keeping()
        .keep(content(9)),
    ).toThrow('storage-full');
    const bytes = content(40, 11);
    const place = join(folder, sha256(bytes).slice(0, 2));
    writeFileSync(place, 'geen map');
    expect(() => store.keeping().keep(bytes)).toThrow('EEXIST');
    rmSync(place);
    expect([everything(), openFiles()]).toEqual([before, open]);
  });
});

describe('a file that no event names', () => {
  const path = (hash: string): string => join(folder, hash.slice(0, 2), hash);

  it('is removed when it is let go, unless the same comes in otherwise', async () => {
    const bytes = content(500, 99);
    const [one, two] = [await receive(bytes), await receive(bytes)];
    one.letGo(() => false);
    expect(existsSync(path(one.sha256))).toBe(true);
    two.letGo(() => false);
    expect(existsSync(path(two.sha256))).toBe(false);
    const third = await receive(bytes);
    third.letGo(named);
    expect(readFileSync(path(third.sha256))).toEqual(bytes);
  });

  it('is swept at start, as is what did not come in whole; what is not ours is left', async () => {
    const [kept, orphan] = [await receive(content(501, 1)), await receive(content(502, 2))];
    writeFileSync(join(folder, '.incoming-0123'), 'half');
    writeFileSync(join(folder, 'lees-mij.txt'), 'van de beheerder');
    store.sweep((hash) => hash !== orphan.sha256);
    expect(existsSync(path(kept.sha256))).toBe(true);
    expect(existsSync(path(orphan.sha256))).toBe(false);
    expect(everything().filter((name) => name.startsWith('.'))).toEqual([]);
    expect(everything()).toContain('lees-mij.txt');
    createDocumentStore(join(folder, 'nooit-gemaakt')).sweep(() => false);
  });

  it('cannot be named: it must be there when it is', async () => {
    const file = await receive(content(77, 3));
    store.requireThere(file);
    rmSync(path(file.sha256));
    expect(() => store.requireThere(file)).toThrow('document-missing');
  });
});

it('lies beside its database, and goes with one that is in memory', async () => {
  expect(documentFolder('/srv/gunwijzer.sqlite')).toBe('/srv/gunwijzer.sqlite-documents');
  const before = new Set(readdirSync(tmpdir()));
  const inMemory = createDocumentStore(documentFolder(':memory:'), 0);
  const file = await inMemory.receive(inPieces(content(10)), MOST, anything);
  expect((await buffer((await inMemory.open(file)).stream())).length).toBe(10);
  inMemory.close();
  const made = readdirSync(tmpdir()).filter((name) => name.startsWith('gunwijzer-documents-') && !before.has(name));
  for (const name of made) expect(existsSync(join(tmpdir(), name, file.sha256.slice(0, 2)))).toBe(false);
});
