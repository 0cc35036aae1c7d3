import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/chain/canonical.ts';
import { projectRoot } from '../../../src/config.ts';
import { tenderRules } from '../../../src/domain/rules/rules.ts';
import { evaluationInput } from '../../../src/domain/scoring/input.ts';
import { readEvaluationInput } from '../../../src/exchange/evaluation-file.ts';
import { parseJson } from '../../../src/exchange/parse.ts';
import { SAMPLES, sampleText } from '../../../src/exchange/samples.ts';
import { nl } from '../../../src/messages/nl.ts';
import type { RunningServer } from '../../../src/server.ts';
import { carriedFile } from '../../../src/web/forms/text.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
});
afterAll(() => server.close());

const carried = (text: string) => {
  const { name, value } = carriedFile('file', text);
  return { [name]: value };
};

describe('the rehearsal of a file', () => {
  it.each(SAMPLES)('takes the sample %s that it offers, and its rules can be published', async (sample) => {
    const input = await officer.get(`/examples/${sample}/input.json`);
    expect(input.headers.get('content-disposition')).toBe(`attachment; filename="${sample}.json"`);
    expect(() => readEvaluationInput(input.text)).not.toThrow();
    const rules = await officer.get(`/examples/${sample}/rules.json`);
    expect(() => parseJson(rules.text, tenderRules)).not.toThrow();
    const page = await officer.post('/rehearsal', carried(input.text));
    expect([page.status, page.text]).toEqual([200, expect.stringContaining(nl.rehearsal.robustness)]);
  });

  it('answers the question of the court about that file', async () => {
    const file = sampleText(projectRoot(), 'gon-2027-demo');
    const asked: [string, string][] = [
      ...Object.entries(carried(file)),
      ['bid', 'wulp-en-tureluur'],
      ['criteria', 'staff'],
      ['criteria', 'offer'],
    ];
    const onSample = await officer.get(
      '/rehearsal/samples/gon-2027-demo?bid=wulp-en-tureluur&criteria=staff&criteria=offer',
    );
    const onFile = await officer.post('/rehearsal', asked);
    expect(onFile.status).toBe(200);
    const verdicts = (text: string) => /id="contest".*/s.exec(text)?.[0].match(/<div class="utrecht-alert.*?<\/div>/gs);
    expect(verdicts(onFile.text)?.length).toBeGreaterThan(0);
    expect(verdicts(onFile.text)).toEqual(verdicts(onSample.text));
  });

  it('names every character that may not come in, with its path in the file', async () => {
    const input = JSON.parse(sampleText(projectRoot(), 'price-and-quality'));
    input.bids[0].bidder.name = 'Zorg 🙂';
    input.consensus[0].motivation = 'Goed.\nMaar 漢.';
    const page = await officer.post('/rehearsal', carried(JSON.stringify(input)));
    expect(page.status).toBe(422);
    expect(page.text).toMatch(
      /bids, 1e onderdeel, bidder: naam \(name\) heeft tekens die hier niet kunnen: “🙂” \(U\+1F642\) op teken 6\./,
    );
    expect(page.text).toMatch(
      /consensus, 1e onderdeel: motivering \(motivation\) .*“漢” \(U\+6F22\) op regel 2, teken 6\./,
    );
  });

  it('takes several bidders at once, and keeps what was chosen', async () => {
    const asked = 'contest=asked&bid=korenwolf&bid=wulp-en-tureluur&criteria=staff&criteria=transition';
    const page = await officer.get(`/rehearsal/samples/gon-2027-demo?${asked}`);
    expect(page.status).toBe(200);
    const checked = [...page.text.matchAll(/type="checkbox"[^>]* value="([^"]+)" checked/g)].map(([, value]) => value);
    expect(checked).toEqual(['wulp-en-tureluur', 'korenwolf', 'transition', 'staff']);
    expect(page.text).toContain('Alle betwiste gebieden samen');
    expect(page.text.match(/Alleen in “/g)?.length).toBe(3);
  });

  it('asks for bidders and criteria when none are chosen, and keeps the file and what was chosen', async () => {
    const file = carried(sampleText(projectRoot(), 'gon-2027-demo'));
    const link = (field: string, text: string) => `<a class="utrecht-link" href="#${field}">${text}`;
    const none = await officer.post('/rehearsal', { ...file, contest: 'asked' });
    expect(none.status).toBe(422);
    expect(none.text).toContain(link('bid', nl.rehearsal.contestNoBidder));
    expect(none.text).toContain(link('criteria', nl.rehearsal.contestNoCriteria));
    expect(none.text).toContain(file['file-packed']);
    const page = await officer.post('/rehearsal', { ...file, contest: 'asked', bid: 'wulp-en-tureluur' });
    expect(page.status).toBe(422);
    expect(page.text).not.toContain(link('bid', nl.rehearsal.contestNoBidder));
    expect(page.text).toContain(link('criteria', nl.rehearsal.contestNoCriteria));
    expect(page.text).toMatch(/value="wulp-en-tureluur" checked/);
    for (const field of ['bid', 'criteria']) expect(page.text.split(`id="${field}"`)).toHaveLength(2);
  });

  it('asks for a file when what was sent along cannot be unpacked, or is too large', async () => {
    const bomb = gzipSync(Buffer.alloc(17 * 1024 * 1024, ' ')).toString('base64');
    for (const packed of ['', 'abc', bomb]) {
      const page = await officer.post('/rehearsal', { 'file-packed': packed });
      expect([page.status, page.text]).toEqual([422, expect.stringContaining(nl.rehearsal.fileMissing)]);
    }
  });

  it('lists everything that is wrong with the file, and names who it is about', async () => {
    const input = evaluationInput.parse(JSON.parse(sampleText(projectRoot(), 'price-and-quality')));
    const refused = async (change: object): Promise<string[]> => {
      const page = await officer.post('/rehearsal', carried(JSON.stringify({ ...input, ...change })));
      expect(page.status).toBe(422);
      return [...page.text.matchAll(/href="#file"[^>]*>([^<]+)</g)].map(([, text]) => text!);
    };
    const { rules } = input;
    const [first, ...others] = rules.criteria;
    expect(await refused({ rules: { ...rules, lots: [{ id: 'Noord' }], criteria: [], title: {} } })).toEqual([
      expect.stringContaining('rules, title: en'),
      expect.stringContaining('rules, lots, 1e onderdeel: kenmerk (id)'),
      expect.stringContaining('rules, lots, 1e onderdeel: naam (name)'),
    ]);
    const award = { ...rules.award, winners: { minimum: 9, maximum: 2 } };
    const criteria = [{ ...first!, weight: '100.5' }, ...others];
    expect(await refused({ rules: { ...rules, criteria, award } })).toEqual([
      expect.stringMatching(
        /^De wegingsfactoren tellen op tot \d+,5, met 40 voor de prijs meegeteld; het moet 100 zijn\. .*Waar: /,
      ),
      expect.stringContaining('Waar: rules, award, winners: minimum.'),
    ]);
    const [free, ...paid] = input.prices!;
    const bidder = input.bids.find(({ id }) => id === free!.bid)!.bidder.name;
    expect(await refused({ prices: [{ ...free!, amount: '0' }, ...paid] })).toEqual([expect.stringContaining(bidder)]);
  });

  it('has nothing else under its addresses', async () => {
    for (const path of [
      '/examples/x/input.json',
      '/schemas/x.json',
      '/schemas/..%2f..%2fpackage.json',
      '/rehearsal/samples/x',
    ])
      expect([path, (await officer.get(path)).status]).toEqual([path, 404]);
    expect((await officer.get('/schemas/tender-rules.schema.json')).status).toBe(200);
  });
});

describe('the rules of a tender from a file', () => {
  it('come in with plain texts, and keep the hash of the file as it is', async () => {
    const { rules } = JSON.parse(sampleText(projectRoot(), 'price-and-quality'));
    rules.lots[0].name = 'O\ufb00erte\u00a0Noord\n';
    const text = JSON.stringify(rules, null, 1);
    const { name, value } = carriedFile('rulesFile', text);
    const fields = { title: 'Uit een bestand', from: 'file', [name]: value };
    const read = await officer.post('/tenders', fields);
    expect([read.status, read.text]).toEqual([200, expect.stringContaining('Offerte Noord')]);
    const made = await officer.confirm('/tenders', fields);
    expect(made.status).toBe(303);
    const state = server.services.tenders.get(made.location!.split('/').pop()!.split('?')[0]!);
    expect(state.rulesSha256).toBe(sha256(text));
    expect(state.rules.lots[0]!.name).toBe('Offerte Noord');
  });
});
