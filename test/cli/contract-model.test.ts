import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Options } from '../../src/cli/command.ts';
import { run } from '../../src/cli/contract-model.ts';
import { projectRoot } from '../../src/config.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { readPdf } from '../reports/pdf/read-pdf.ts';
import { inFolder } from '../support/folder.ts';

const sample = join(projectRoot(), 'data', 'samples', 'own-matrix.json');
afterEach(() => vi.restoreAllMocks());

/** What a call prints, what it says is wrong, and its exit code. */
async function called(files: readonly string[], options: Options = {}, language: 'nl' | 'en' = 'nl') {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const wrong = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = await run({ arguments: files, options, messages: messagesIn(language) });
  const textOf = (spy: typeof printed): string => spy.mock.calls.map(([text]) => String(text)).join('\n');
  const told = { code, text: textOf(printed), wrong: textOf(wrong) };
  vi.restoreAllMocks();
  return told;
}

describe('gunwijzer contract-model', () => {
  it('without a file weighs the published models', async () => {
    const { code, text } = await called([]);
    expect(code).toBe(0);
    expect(text).toMatch(/“Bestuurlijk aanbesteden” en “Beleidsgestuurde contractfinanciering \(BCF\)” hebben precies/);
    expect(text).not.toMatch(/alternatief/);
  });

  it('weighs the matrix of a file with all that the published models get, by name', async () => {
    const { code, text } = await called([sample]);
    expect(code).toBe(0);
    for (const part of ['Exact berekend', 'Grenzen van de wegingsfactor', 'Winnaar per methode', 'Niet overtroffen']) {
      expect(text).toContain(part);
    }
    expect(text).toContain(' 1  7,600  ++  ++  o   ++  o    Vervoer door de dagbesteding zelf  (eerste: 56,5%)');
    expect(text).not.toMatch(/model|een-vervoerder|op-tijd/);
  });

  it('speaks the second language of the file', async () => {
    expect((await called([sample], {}, 'en')).text).toContain('Transport by the day centre itself');
  });

  it('takes weights and minima by the name or the id of a criterion', async () => {
    const byName = await called([sample], { weights: 'Kosten=2,Op tijd=1', minimum: 'Uitstoot=+', json: true });
    const byId = await called([sample], { weights: 'kosten=2,op-tijd=1', minimum: 'uitstoot=+', json: true });
    expect(byName.text).toBe(byId.text);
    const { weighing, outcome } = JSON.parse(byId.text);
    expect(weighing.weights).toMatchObject({ kosten: '2', 'op-tijd': '1', uitstoot: '0' });
    expect(outcome.excluded).toHaveLength(2);
  });

  it('makes the advice as PDF, with the matrix attached', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
    try {
      const pdf = join(folder, 'advice.pdf');
      expect((await called([sample], { pdf })).code).toBe(0);
      const bytes = readFileSync(pdf).toString('latin1');
      expect(bytes.startsWith('%PDF-')).toBe(true);
      expect(bytes).toContain('matrix.json');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names the criteria where one is not known, and the place of every fault in the file', async () => {
    const unknown = await called([sample], { weights: 'Prijs=1' });
    expect(unknown).toMatchObject({ code: 2, text: '' });
    expect(unknown.wrong).toContain('Kies uit: Op tijd, Vaste chauffeur, Kosten, Werk voor de gemeente, Uitstoot.');
    const negative = await called([sample], { weights: 'Op tijd=-1' });
    expect(negative.wrong).toContain('De wegingsfactor van “Op tijd” is negatief.');
    const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
    try {
      const file = join(folder, 'matrix.json');
      writeFileSync(file, JSON.stringify({ title: 'Keuze', criteria: ['Snel'], alternatives: [] }));
      await expect(called([file])).rejects.toMatchObject({ code: 'matrix-size', faults: [{ path: ['alternatives'] }] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('gunwijzer contract-model --pdf', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('draws in the house style of the setting, and refuses one that is not right', async () => {
    await inFolder(async (folder) => {
      const [style, pdf] = [join(folder, 'stijl.json'), join(folder, 'advies.pdf')];
      vi.stubEnv('GUNWIJZER_HOUSE_STYLE', style);
      writeFileSync(style, '{"name":"Gemeente Voorbeeldstad","accent":"#7a1f4b"}');
      expect((await called([], { pdf })).code).toBe(0);
      const { info } = await readPdf(new Uint8Array(readFileSync(pdf)));
      expect(info.Author).toBe('Gemeente Voorbeeldstad');
      writeFileSync(style, '{"name":"Gemeente Voorbeeldstad","accent":"#ffcc00"}');
      await expect(called([], { pdf })).rejects.toMatchObject({ code: 'setting-invalid' });
    });
  });
});
