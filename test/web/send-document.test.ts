import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../src/messages/nl.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { documentFolder } from '../../src/storage/document-store.ts';
import { testConfig } from '../support/config.ts';
import { RUNNING } from '../support/demo.ts';
import { FILES } from '../support/files.ts';
import { visitor } from '../support/http.ts';

const PATH = `/tenders/${RUNNING}/bids/appelvink/documents`;
const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const database = join(folder, 'proef.sqlite');
let server: RunningServer;
let chair: ReturnType<typeof visitor>;
const large = Buffer.concat([FILES.pdf, Buffer.alloc(20_000_000, 0x61)]);
const ADDED: readonly (readonly [string, Buffer])[] = [
  ['groot.pdf', large],
  ['gewijzigd.txt', FILES.txt],
  ['korter.csv', FILES.csv],
  ['weg.docx', FILES.docx],
];

beforeAll(async () => {
  server = await startServer(testConfig(database));
  chair = visitor(server.url);
  await chair.signIn('inkoper');
  for (const [name, content] of ADDED) expect((await chair.upload(PATH, {}, { name, content })).status).toBe(303);
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string): string => {
  const documents = server.services.tenders.get(RUNNING).documents.get('appelvink')!;
  const { sha256 } = documents.find((one) => one.name === name)!;
  return join(documentFolder(database)!, sha256.slice(0, 2), sha256);
};
const openFiles = (): string[] => readdirSync('/proc/self/fd');

/** Asks for the large document and goes away after its first bytes. */
const goAway = () =>
  new Promise<void>((resolve, reject) => {
    const cookie = [...chair.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, range: 'bytes=0-99,200-' };
    const request = httpRequest(`${server.url}${PATH}/document-1`, { headers }, (response: IncomingMessage) => {
      // A part is not given apart: what was asked comes whole.
      if (response.statusCode !== 200) reject(new Error(String(response.statusCode)));
      response.once('data', () => {
        request.destroy();
        resolve();
      });
    });
    request.on('error', () => undefined).end();
  });

it('a document is closed when who asked for it goes away', async () => {
  await goAway();
  const before = openFiles().length;
  for (let turn = 0; turn < 15; turn++) await goAway();
  await expect.poll(() => openFiles().length, { timeout: 10_000 }).toBeLessThanOrEqual(before);
  expect((await chair.get(`${PATH}/document-1`)).bytes.equals(large)).toBe(true);
});

it('eight at once are sent to one account, whoever takes them or not, and others get theirs', async () => {
  const cookie = [...chair.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const requests = Array.from({ length: 8 }, () =>
    httpRequest(`${server.url}${PATH}/document-1`, { headers: { cookie } }),
  );
  // Nobody reads what comes.
  const begun = requests.map(
    (one) =>
      new Promise<void>((resolve) =>
        one
          .on('error', () => undefined)
          .on('response', () => resolve())
          .end(),
      ),
  );
  await Promise.all(begun);
  expect((await chair.get(`${PATH}/document-1`)).status).toBe(429);
  const assessor = visitor(server.url);
  await assessor.signIn('beoordelaar-1');
  expect((await assessor.get(`${PATH}/document-1`)).status).toBe(200);
  for (const one of requests) one.destroy();
  await expect.poll(async () => (await chair.get(`${PATH}/document-1`)).status, { timeout: 10_000 }).toBe(200);
});

it('one that was changed, cut or taken away is given to nobody, in words', async () => {
  writeFileSync(fileOf('gewijzigd.txt'), Buffer.from(FILES.txt).fill(0x2e, 3, 4));
  truncateSync(fileOf('korter.csv'), 5);
  rmSync(fileOf('weg.docx'));
  for (const [place, code] of [
    [2, 'document-changed'],
    [3, 'document-length-differs'],
    [4, 'document-missing'],
  ] as const) {
    const { status, headers, text } = await chair.get(`${PATH}/document-${place}`);
    expect([status, headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
    expect(text).toContain(nl.errors[code]({}));
  }
});

it('a server that is started on it finds it by itself, and tells its auditors', async () => {
  // It proves everything at start; that it does so again when something was written stands with the register.
  const another = await startServer(testConfig(database));
  try {
    const auditor = visitor(another.url);
    await auditor.signIn('auditor');
    await expect
      .poll(async () => (await auditor.get('/register')).text, { timeout: 150_000, interval: 1000 })
      .toMatch(/ontbreekt[\s\S]*langer of korter|langer of korter[\s\S]*ontbreekt/);
  } finally {
    await another.close();
  }
}, 180_000);
