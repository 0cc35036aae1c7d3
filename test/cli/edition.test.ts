import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportDossier } from '../../src/actions/export-dossier.ts';
import { gunwijzer } from '../support/command.ts';
import { demoServices, FINISHED } from '../support/demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const whole = join(folder, 'whole.json');
let made: Record<'committee' | 'bidder' | 'public', string>;
let bid: string;
beforeAll(async () => {
  const services = await demoServices();
  bid = [...services.tenders.get(FINISHED).bids.keys()][0]!;
  writeFileSync(whole, exportDossier(services, FINISHED));
  made = {
    committee: exportDossier(services, FINISHED, { of: 'committee' }),
    bidder: exportDossier(services, FINISHED, { of: 'bidder', bid }),
    public: exportDossier(services, FINISHED, { of: 'public' }),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));
const of = (reader: string) => (reader === 'bidder' ? ['--bid', bid] : []);

describe('gunwijzer edition', () => {
  it.each(['committee', 'bidder', 'public'] as const)(
    'makes the edition for %s that the server makes',
    async (reader) => {
      const { code, out } = await gunwijzer(['edition', whole, '--for', reader, ...of(reader)]);
      expect([code, out]).toEqual([0, made[reader]]);
    },
  );

  it.each([
    ['committee', 'Bevestigd: de opgeslagen uitkomst'],
    ['bidder', 'Bevestigd: van deze inschrijver zijn 64 cijfers herberekend'],
    ['public', 'De uitkomst is hier niet te herberekenen'],
  ] as const)('makes one for %s of which verify says what is proven', async (reader, verdict) => {
    const file = join(folder, `${reader}.json`);
    writeFileSync(file, made[reader]);
    const { code, out } = await gunwijzer(['verify', file]);
    expect(code).toBe(0);
    for (const said of [verdict, 'Weggelaten: ', 'Niet getoetst: ', 'Wat is niet bewezen?'])
      expect(out).toContain(said);
    const { edition, bid: told } = JSON.parse((await gunwijzer(['verify', file, '--json'])).out);
    expect([edition, told]).toEqual([reader, reader === 'bidder' ? bid : undefined]);
  });

  it.each<[string, () => readonly string[], RegExp]>([
    ['no reader', () => [whole], /geen uitgave/],
    ['another reader', () => [whole, '--for', 'krant'], /geen uitgave “krant”/],
    ['a bidder without a bid', () => [whole, '--for', 'bidder'], /inschrijving/],
    ['a bid that there is not', () => [whole, '--for', 'bidder', '--bid', 'niemand'], /“niemand”/],
    [
      'what is an edition already',
      () => [join(folder, 'committee.json'), '--for', 'public'],
      /ontbreekt een onderdeel/,
    ],
  ])('refuses %s', async (_, words, text) => {
    writeFileSync(join(folder, 'committee.json'), made.committee);
    const { code, out, error } = await gunwijzer(['edition', ...words()]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(text);
  });
});
