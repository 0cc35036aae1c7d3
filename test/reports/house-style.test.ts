import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeError, messagesIn } from '../../src/messages/messages.ts';
import { authorityOf } from '../../src/reports/house-style.ts';
import { inFolder } from '../support/folder.ts';
import { disc, png } from '../support/png.ts';

const style = { name: 'Gemeente Voorbeeldstad', accent: '#1B4F72', logo: 'logo.png' };

const NOBODY = { name: null, prefix: null };

/** Reads a house style from files of its own. */
async function read(text: string, logo: Uint8Array = disc()) {
  let found: ReturnType<typeof authorityOf>['house'];
  await inFolder((folder) => {
    writeFileSync(join(folder, 'stijl.json'), text);
    writeFileSync(join(folder, 'logo.png'), logo);
    found = authorityOf({ houseStyle: join(folder, 'stijl.json'), publisher: NOBODY }).house;
  });
  return found!;
}

describe('a house style', () => {
  it('is read with its logo, which lies beside it', async () => {
    const { name, colors, logo } = await read(JSON.stringify(style));
    expect(name).toBe('Gemeente Voorbeeldstad');
    expect([...colors.values()]).toContain('#1b4f72');
    expect(logo).toMatchObject({ width: 24, height: 24 });
  });

  it('needs no logo, and none need be set', async () => {
    expect((await read(JSON.stringify({ ...style, logo: undefined }))).logo).toBeNull();
    expect(authorityOf({ houseStyle: null, publisher: NOBODY })).toEqual({ house: undefined, publisher: NOBODY });
  });

  it('has a hash of its name, its accent and its logo', async () => {
    const hashes = [
      await read(JSON.stringify(style)),
      await read(JSON.stringify({ ...style, name: 'Gemeente Waterveen' })),
      await read(JSON.stringify({ ...style, accent: '#1b4f73' })),
      await read(JSON.stringify(style), disc(25)),
      await read(JSON.stringify({ ...style, logo: undefined })),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(5);
    expect((await read(JSON.stringify({ ...style, accent: '#1b4f72' }))).hash).toBe(hashes[0]);
  });
});

describe('the name of the organisation', () => {
  it('does for documents too where only open data has one: in the colours of the program, without a logo', () => {
    const publisher = { name: 'Gemeente Voorbeeldstad', prefix: null };
    const { house } = authorityOf({ houseStyle: null, publisher });
    expect(house).toMatchObject({ name: 'Gemeente Voorbeeldstad', colors: new Map(), logo: null });
    const other = authorityOf({ houseStyle: null, publisher: { ...publisher, name: 'Gemeente Waterveen' } });
    expect(other.house!.hash).not.toBe(house!.hash);
  });

  it('does for open data too where only a house style has one; each keeps its own', async () => {
    await inFolder((folder) => {
      const file = join(folder, 'stijl.json');
      writeFileSync(file, JSON.stringify({ ...style, logo: undefined }));
      const nameOf = (name: string | null) => {
        const { house, publisher } = authorityOf({ houseStyle: file, publisher: { name, prefix: 'ocds-abc123' } });
        return [house!.name, publisher.name, publisher.prefix];
      };
      expect(nameOf(null)).toEqual(['Gemeente Voorbeeldstad', 'Gemeente Voorbeeldstad', 'ocds-abc123']);
      expect(nameOf('Gemeente Waterveen')).toEqual(['Gemeente Voorbeeldstad', 'Gemeente Waterveen', 'ocds-abc123']);
    });
  });
});

describe('a house style that is refused', () => {
  const refusal = async (text: string, logo?: Uint8Array): Promise<string> => {
    try {
      await read(text, logo);
    } catch (error) {
      return describeError(messagesIn('nl'), error as Parameters<typeof describeError>[1]);
    }
    return 'not refused';
  };
  const changed = (changes: object) => JSON.stringify({ ...style, ...changes });
  const says = (field: string, fault: string) =>
    `De instelling GUNWIJZER_HOUSE_STYLE${field} klopt niet: die ${fault}. In README.md staat wat mag.`;

  it.each([
    ['no JSON', 'naam: Voorbeeldstad', says('', 'is geen geldige JSON')],
    ['a list', '[]', says('', 'is geen groep velden')],
    ['an unknown field', changed({ font: 'Arial' }), says('', 'heeft een onbekend veld “font”')],
    ['no name', changed({ name: undefined }), says(' (name)', 'ontbreekt')],
    ['an empty name', changed({ name: '  ' }), says(' (name)', 'moet ten minste 1 teken hebben')],
    ['a colour by its name', changed({ accent: 'blue' }), says(' (accent)', 'is geen kleur zoals #1b4f72')],
    [
      'a light colour',
      changed({ accent: '#777777' }),
      says(' (accent)', 'heeft minder dan 4,5 op 1 contrast met wit; kies een donkerder kleur'),
    ],
    ['a long file', changed({ name: 'a'.repeat(10_000) }), says('', 'is een te groot bestand')],
  ])('for %s', async (_, text, words) => {
    expect(await refusal(text)).toBe(words);
  });

  it.each([
    ['another kind of file', Buffer.from('GIF89a'), 'is geen leesbare PNG'],
    ['a large file', Buffer.alloc(300_001), 'is een te groot bestand'],
    [
      'an interlaced PNG',
      png({ width: 1, rows: [[0]], type: 0, interlaced: true }),
      'is een PNG met interlacing; bewaar die zonder',
    ],
    ['a wide PNG', png({ width: 2001, rows: [Array(2001).fill(0)], type: 0 }), 'is hoger of breder dan 2000 pixels'],
  ])('for %s as its logo', async (_, logo, fault) => {
    expect(await refusal(changed({}), logo)).toBe(says(' (logo)', fault));
  });

  it('for a file that is not there', async () => {
    expect(await refusal(changed({ logo: 'weg.png' }))).toMatch(
      /weg\.png” is niet te lezen: het bestand of de map bestaat niet/,
    );
    expect(await refusal(changed({ logo: '.' }))).toMatch(/is niet te lezen: het is geen gewoon bestand/);
  });
});
