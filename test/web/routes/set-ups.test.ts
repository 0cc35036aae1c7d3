import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../../src/server.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let officer: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  officer = visitor(server.url);
  await officer.signIn('inkoper');
});
afterAll(() => server.close());

const begin = (from: string) => officer.upload('/set-ups', { title: 'Begeleiding 2028', from }, null);
const begunAt = (location: string | null) => server.services.setUps.get(location!.split('/')[2]!);

describe('a tender that begins with a template', () => {
  it('can begin with every template, and still with the published rules', async () => {
    const { text } = await officer.get('/set-ups/new');
    const { templates, tenders } = server.services.ruleSets;
    expect(templates.size).toBeGreaterThan(3);
    for (const [key, { rules }] of templates) {
      expect(text).toContain(`value="template ${key}"`);
      expect(text).toContain(`Sjabloon: ${rules.title.nl}`);
      expect(tenders.has(key)).toBe(false);
    }
    expect(text).toContain('value="rules gon-2027.v2"');
  });

  it('says what the template says, under its own title', async () => {
    const { status, location } = await begin('template wmo-per-area.v1');
    expect(status).toBe(303);
    const { draft } = begunAt(location);
    const { rules } = server.services.ruleSets.templates.get('wmo-per-area.v1')!;
    expect(draft).toEqual({ ...rules, title: { nl: 'Begeleiding 2028', en: 'Begeleiding 2028' } });
    expect((await officer.get(location!)).text).toContain('Voorbeeldgebied Noord');
  });

  it('does not begin with a template that is not there, nor with one as published rules', async () => {
    for (const from of ['template nothing.v1', 'template gon-2027.v2', 'rules wmo-per-area.v1']) {
      expect((await begin(from)).status).toBe(422);
    }
  });
});
