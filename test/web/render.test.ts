import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Response } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import type { ErrorModel } from '../../src/web/pages/error.ts';
import type { LayoutModel } from '../../src/web/pages/layout-model.ts';
import { createRender } from '../../src/web/render.ts';

const layout: LayoutModel = {
  language: 'nl',
  title: 'Niet gevonden',
  subject: null,
  productName: 'Gunwijzer',
  refreshSeconds: null,
  assets: { css: '/a.css', js: '/a.js' },
  asked: 'GET',
  skipLink: 'Naar de inhoud',
  printed: { subject: 'Niet gevonden', day: '26 november 2026' },
  navigation: { label: 'Menu', items: [] },
  account: null,
  session: null,
  othersOpen: null,
  csrfToken: 'token',
  csrfField: '_csrf',
  languageSwitch: { label: 'Taal', action: '/language', options: [], returnTo: '/' },
  demoNotice: null,
  breadcrumbs: { label: 'Kruimelpad', items: [] },
  notice: null,
  errors: null,
  tables: null,
  footer: { text: 'Voet', items: [] },
};
const model: ErrorModel = {
  title: 'Deze pagina is er niet',
  text: 'Het <adres> klopt niet.',
  detail: null,
  backHref: '/',
  back: 'Begin',
};

const render = createRender(join(projectRoot(), 'views'), { cache: false });
const pages: Record<string, (response: Response) => Promise<void>> = {
  '/right': (response) => render(response, 'error/error', { layout, ...model }, 404),
  // @ts-expect-error: a view that is not there does not compile
  '/no-view': (response) => render(response, 'error/eror', { layout, ...model }),
  // @ts-expect-error: nor does the model of another view
  '/other-model': (response) => render(response, 'audit/log', { layout, ...model }),
  // @ts-expect-error: nor one without the layout
  '/no-layout': (response) => render(response, 'error/error', model),
};

let server: Server;
let base: string;
beforeAll(async () => {
  const app = express();
  for (const [path, page] of Object.entries(pages)) app.get(path, (_request, response) => page(response));
  server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('a page', () => {
  it('is its view in the layout, with what stands in the model escaped', async () => {
    const answer = await fetch(`${base}/right`);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toMatch(/^<!doctype html>\s*<html lang="nl">/);
    expect(text).toContain('<title>Niet gevonden</title>');
    expect(text).toContain('Het &lt;adres&gt; klopt niet.');
  });

  it.each(['/no-view', '/other-model', '/no-layout'])('that did not compile is not drawn either: %s', async (path) => {
    expect((await fetch(base + path)).status).toBe(500);
  });
});
