import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Options } from '../../src/cli/command.ts';
import { reportError } from '../../src/cli/errors.ts';
import { runBudget, runGrowthPath, runTerm } from '../../src/cli/follow-file.ts';
import { projectRoot } from '../../src/config.ts';
import type { Language } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { readPdf } from '../reports/pdf/read-pdf.ts';

const COMMANDS = { budget: runBudget, 'growth-path': runGrowthPath, term: runTerm } as const;
type Name = keyof typeof COMMANDS;
const sampleOf = (name: Name): string => join(projectRoot(), 'data', 'samples', `contract-${name}.json`);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** What a call prints, what it says is wrong, and its exit code. */
async function called(name: Name, file: string, options: Options = {}, language: Language = 'nl') {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const wrong = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const messages = messagesIn(language);
  const code = await COMMANDS[name]({ arguments: [file], options, messages }).catch((error: unknown) =>
    reportError(messages, error),
  );
  const textOf = (spy: { mock: { calls: unknown[][] } }): string =>
    spy.mock.calls.map(([text]) => String(text)).join('\n');
  const told = { code, text: `${textOf(printed)}${textOf(written)}`, wrong: textOf(wrong) };
  vi.restoreAllMocks();
  return told;
}

/** What a file has at a place: "areas.0.name"; nothing to leave it out. */
type Change = readonly [place: string, value?: unknown];

/** The sample with something else in it. */
function changed(name: Name, ...changes: readonly Change[]): string {
  const sample: unknown = JSON.parse(readFileSync(sampleOf(name), 'utf8'));
  for (const [place, value] of changes) {
    const keys = place.split('.');
    const last = keys.pop()!;
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, sample as Record<string, unknown>);
    if (Array.isArray(holder) && value === undefined) holder.splice(Number(last), 1);
    else holder[last] = value;
  }
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(sample));
  return file;
}

describe('gunwijzer budget', () => {
  it('tells the sum, every year and the division, by published rules and for the day in the file', async () => {
    const { code, text } = await called('budget', sampleOf('budget'));
    expect(code).toBe(0);
    // 16,000,000 + 800,000 + 950,000; x 1.031 x 1.028 x 1.034 / 1.031 for 2027.
    for (const part of ['€ 17.750.000,00', '€ 18.867.398,00', 'Dit is een voorbeeld', 'tussen ']) {
      expect(text).toContain(part);
    }
  });

  it('gives exact fractions as text, the same every time', async () => {
    const { text } = await called('budget', sampleOf('budget'), { json: true });
    const { years, missing } = JSON.parse(text);
    expect(years[0]).toMatchObject({ year: 2027, exact: '18867398', euro: '18867398' });
    expect(
      years[0].shares.map(({ exact }: { exact: string }) => exact).every((one: string) => /^\d+(\/\d+)?$/.test(one)),
    ).toBe(true);
    expect(missing).toHaveLength(12);
    expect((await called('budget', sampleOf('budget'), { json: true })).text).toBe(text);
  });

  it('takes rules of one’s own in full, and an own last year', async () => {
    const published = JSON.parse(
      readFileSync(join(projectRoot(), 'criteria', 'contracts', 'gon-2027.v1.json'), 'utf8'),
    );
    const file = changed('budget', ['rules', { ...published, id: 'own' }], ['lastYear', 2028]);
    expect(JSON.parse((await called('budget', file, { json: true })).text).years).toHaveLength(2);
  });

  it.each([
    ['an index before its publication date', ['asOf', '2026-09-01'] as Change, '1 oktober 2026', 'indexes'],
    ['a key without a figure for an area', ['setting.figures.1'] as Change, '“West”', 'figures'],
    ['an end before the start', ['lastYear', 2026] as Change, '31 december 2026', 'lastYear'],
    ['more than a component can be', ['setting.chosen.0.euro', '2000000'] as Change, '“Correctie', 'chosen'],
    ['a range upside down', ['range.lowest', '9'] as Change, 'Draai ze om', 'range'],
    ['rules that are not published', ['rules', 'gon-2028.v1'] as Change, 'gon-2027.v1', 'rules'],
    ['an amount below zero', ['setting.available.0.euro', '-1'] as Change, 'available', 'euro'],
  ])('refuses %s, with its place', async (_, change, said) => {
    const { code, wrong, text } = await called('budget', changed('budget', change));
    expect([code, text]).toEqual([2, '']);
    expect(wrong).toContain(said);
  });
});

describe('gunwijzer growth-path', () => {
  it('tells norm, promise and what was reached, and where the trend leads', async () => {
    const { code, text } = await called('growth-path', sampleOf('growth-path'));
    expect(code).toBe(0);
    // West at the end of 2027: (41 + 68) / 609.
    for (const part of ['West', '17,9%', 'verwacht: 29,6%', 'niet gehaald', 'loopt gevaar'])
      expect(text).toContain(part);
    const { text: json } = await called('growth-path', sampleOf('growth-path'), { json: true });
    expect(JSON.parse(json)[0].steps[0]).toMatchObject({ by: '2027-12-31', norm: '3/20', status: 'met' });
  });

  it.each([
    ['negative users', ['areas.0.quarters.1.users.additional', -3] as Change, ['additional', '0']],
    [
      'more users of initiatives than of basic support',
      ['areas.0.quarters.2.users.communityInitiatives', 90] as Change,
      ['90', '89'],
    ],
    [
      'a figure for a quarter that is not over',
      ['areas.1.quarters.0.quarter', '2028-Q4'] as Change,
      ['31 december 2028'],
    ],
    ['a promise for other dates', ['areas.0.promise.steps.3'] as Change, ['promise']],
  ])('refuses %s, with its place', async (_, change, said) => {
    const { code, wrong } = await called('growth-path', changed('growth-path', change));
    expect(code).toBe(2);
    for (const part of said) expect(wrong).toContain(part);
  });

  it('says everything that is wrong at once', async () => {
    const { wrong } = await called(
      'growth-path',
      changed(
        'growth-path',
        ['areas.0.quarters.2.users.communityInitiatives', 90],
        ['areas.1.quarters.0.quarter', '2028-Q4'],
      ),
    );
    expect(wrong.split('\n')).toHaveLength(2);
  });
});

describe('gunwijzer term', () => {
  it('lays the term and its extensions one after the other', async () => {
    const { code, text } = await called('term', sampleOf('term'));
    expect(code).toBe(0);
    for (const part of ['31 december 2033', 'te laat om te verlengen', 'het college']) expect(text).toContain(part);
    const { text: json } = await called('term', sampleOf('term'), { json: true });
    expect(JSON.parse(json)[0].term.sureUntil).toBe('2033-12-31');
  });

  it.each([
    ['an end before the start', ['areas.0.until', '2026-12-31'] as Change, '1 januari 2027'],
    ['a contract that ended before it began', ['areas.0.endedOn', '2026-12-31'] as Change, '1 januari 2027'],
    ['an extension decided too late', ['areas.0.decisions.0.decidedOn', '2030-01-02'] as Change, '31 december 2029'],
    ['an extension that there is not', ['areas.0.decisions.0.extension', 7] as Change, 'Verlenging 7'],
  ])('refuses %s, with its place', async (_, change, said) => {
    const { code, wrong } = await called('term', changed('term', change));
    expect(code).toBe(2);
    expect(wrong).toContain(said);
    expect(wrong).toMatch(/areas|gebied/i);
  });

  it('refuses rules that have no term', async () => {
    const { code, wrong } = await called('term', changed('term', ['rules', 'haren-2013.v1']));
    expect([code, wrong.includes('komt in de regels van dit contract niet voor')]).toEqual([2, true]);
  });
});

describe('the paper of a file', () => {
  it.each(['nl', 'en'] as const)(
    'is the same PDF every time, tagged, with the file attached, in %s',
    async (language) => {
      for (const name of ['budget', 'growth-path', 'term'] as const) {
        const pdf = join(folder, `${name}.pdf`);
        expect((await called(name, sampleOf(name), { pdf }, language)).code).toBe(0);
        const bytes = readFileSync(pdf);
        const read = await readPdf(Uint8Array.from(bytes));
        expect(read.info.Language).toBe(language === 'nl' ? 'nl-NL' : 'en-GB');
        expect([read.xmp.get('pdfaid:part'), read.xmp.get('pdfuaid:part')]).toEqual(['3', '1']);
        expect(read.attachments.map((one) => one.name)).toEqual(['input.json']);
        await called(name, sampleOf(name), { pdf }, language);
        expect(readFileSync(pdf).equals(bytes)).toBe(true);
      }
    },
  );
});
