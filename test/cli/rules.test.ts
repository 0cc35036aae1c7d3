import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { gunwijzer } from '../support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const check = (path: string, ...options: readonly string[]) => gunwijzer(['rules', 'check', path, ...options]);

const WRONG = `{ "title": "Glazenwassen",
  "criteria": [{ "name": "Plan", "weight": 90, "scale": { "maximum": 10 } }],
  "award": {
    "lotName": { "one": "wijk", "more": "wijken", "article": "de" },
    "winners": { "minimum": 3, "maximum": 2 } } }`;

describe('gunwijzer rules check', () => {
  it('says of rules without a fault what they are of', async () => {
    const path = join(projectRoot(), 'criteria/templates/wmo-per-area.v1.json');
    const { code, out, error } = await check(path);
    expect([code, error]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'Het bestand heeft geen fouten.',
      'Wmo-ondersteuning per gebied',
      'Gebieden: Voorbeeldgebied Noord, Voorbeeldgebied Oost, Voorbeeldgebied Zuid en Voorbeeldgebied West',
      'Gunningscriteria en wegingsfactoren:',
      '- Continuïteit: 25%',
    ]);
    expect((await check(path, '--lang', 'en')).out).toMatch(/^The file has no faults\.\nWmo support by area\nAreas: /);
  });

  it('says every fault with its line and its place, in the words of the rules', async () => {
    const { code, out, error } = await check(file('wrong.json', WRONG));
    expect([code, error]).toEqual([1, '']);
    const [first, ...lines] = out.trimEnd().split('\n');
    expect(first).toBe('Het bestand heeft 2 fouten.');
    expect(lines).toEqual([
      expect.stringMatching(
        /^Op regel 2: De wegingsfactoren tellen op tot 90; .* Waar: gunningscriteria \(criteria\)\.$/,
      ),
      expect.stringMatching(/^Op regel 5: .* bij 1 wijk\. .* Waar: award, winners: minimum\.$/),
    ]);
    const english = await check(join(folder, 'wrong.json'), '--lang', 'en');
    expect(english.out).toMatch(/^The file has 2 faults\.\nOn line 2: The weights add up to 90/);
  });

  it('warns of rules that carry the name of published ones, and are others', async () => {
    const other = { id: 'gon-2027', version: 2, title: 'Iets anders', criteria: [] };
    const criteria = [{ name: 'Plan', weight: 100, scale: { maximum: 10 } }];
    const { code, out } = await check(file('named.json', JSON.stringify({ ...other, criteria })));
    expect(code).toBe(0);
    expect(out.split('\n')[1]).toMatch(/de naam en het versienummer van regels die Gunwijzer kent/);
  });

  it.each([
    ['no JSON', '{ "title": ', /geen geldige JSON/],
    ['an input', '{ "rules": {}, "bids": [] }', /^Fout: Dit is een invoerbestand/],
  ])('says in one line that a file is %s', async (_, content, text) => {
    const { code, out, error } = await check(file('other.json', content));
    expect([code, out]).toEqual([2, '']);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(error).toMatch(text);
  });

  it('asks for what it needs', async () => {
    const answers = [
      [['rules'], /“rules”/],
      [['rules', 'mend', 'a.json'], /“rules mend”/],
      [['rules', 'check'], /precies één bestand: gunwijzer rules check BESTAND/],
    ] as const;
    for (const [words, text] of answers) {
      const { code, error } = await gunwijzer(words);
      expect(code).toBe(2);
      expect(error).toMatch(text);
    }
    expect((await gunwijzer(['--help'])).out).toContain('gunwijzer rules check BESTAND');
  });
});
