import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ArchiveEntry, archiveEntries, unpacked } from '../../src/exchange/archive.ts';

const TEXT = 'Regel voor regel. '.repeat(500);
const archive = Buffer.from(zipSync({ 'a.txt': strToU8(TEXT), 'b.txt': [strToU8('kort'), { level: 0 }] }));
const entriesOf = async (file: Buffer): Promise<readonly ArchiveEntry[]> =>
  (await archiveEntries(file.length, async (from, length) => file.subarray(from, from + length)))!;
const textOf = async (entry: ArchiveEntry, most: number): Promise<string> => {
  let text = '';
  for await (const piece of unpacked(archive, entry, most)) text += piece.toString();
  return text;
};

describe('a file in an archive', () => {
  it('comes out as it went in, packed or not', async () => {
    const [long, short] = await entriesOf(archive);
    expect([long!.name, long!.size, await textOf(long!, TEXT.length)]).toEqual(['a.txt', TEXT.length, TEXT]);
    expect(await textOf(short!, 4)).toBe('kort');
  });

  it('is refused before it is unpacked where the directory says that it is too large', async () => {
    const [long] = await entriesOf(archive);
    // Nothing lies where it would be unpacked from.
    await expect(textOf({ ...long!, at: 1 }, TEXT.length - 1)).rejects.toMatchObject({ why: 'too-large' });
  });

  it('is refused while it is unpacked where more comes out than the directory says', async () => {
    const [long] = await entriesOf(archive);
    await expect(textOf({ ...long!, size: 10 }, 1000)).rejects.toMatchObject({ why: 'too-large' });
  });

  it('is damaged where it does not lie where the directory says', async () => {
    const [long] = await entriesOf(archive);
    await expect(textOf({ ...long!, at: 1 }, TEXT.length)).rejects.toMatchObject({ why: 'damaged' });
  });
});
