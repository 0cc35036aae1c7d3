import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_DOCUMENT } from '../../src/actions/documents.ts';
import { projectRoot } from '../../src/config.ts';
import { nl } from '../../src/messages/nl.ts';
import { documentFolder } from '../../src/storage/document-store.ts';
import { RUNNING } from '../support/demo.ts';
import { visitor } from '../support/http.ts';

/** Files that come in at the real server, in a process of its own: how much memory it takes, and what is left when they do not come in whole. */

const PATH = `/tenders/${RUNNING}/bids/appelvink/documents`;
const MULTIPART = 'multipart/form-data; boundary=grens';
const MEGABYTE = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const database = join(folder, 'proef.sqlite');
let child: ChildProcess;
let url: string;
const people = new Map<string, ReturnType<typeof visitor>>();
beforeAll(async () => {
  child = spawn(process.execPath, [join(projectRoot(), 'dist/run/gunwijzer.js'), 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', GUNWIJZER_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    url = /http:\/\/\S+/.exec(line)?.[0] ?? '';
    if (url !== '') break;
  }
  for (const account of ['inkoper', 'beoordelaar-1']) {
    const person = visitor(url);
    await person.signIn(account);
    people.set(account, person);
  }
}, 60_000);
afterAll(async () => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true });
});

const part = (name: string, value: string, file = ''): string =>
  `--grens\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}`;

/** Begins a form with a file; the rest of it is for who calls. */
function begin(account: string | null, fields: string, headers: Record<string, string | number> = {}) {
  const jar = account === null ? [] : [...people.get(account)!.jar];
  const cookie = jar.map(([name, value]) => `${name}=${value}`).join('; ');
  const request = httpRequest(url + PATH, {
    method: 'POST',
    headers: { cookie, 'content-type': MULTIPART, ...headers },
  });
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    request.on('error', reject).on('response', async (response: IncomingMessage) => {
      resolve({ status: response.statusCode!, body: await text(response) });
    });
  });
  answer.catch(() => undefined);
  request.write(fields);
  return { request, answer };
}
const token = async (): Promise<string> => `${part('_csrf', await people.get('inkoper')!.csrf('/'))}\r\n`;
const file = (name = 'plan.pdf'): string => part('document', '%PDF-1.4\n', `; filename="${name}"`);

/** Sends so many bytes as fast as they are taken. */
async function pour(request: ClientRequest, bytes: number): Promise<void> {
  const piece = Buffer.alloc(64 * 1024, 0x61);
  for (let left = bytes; left > 0; left -= piece.length) {
    if (!request.write(left < piece.length ? piece.subarray(0, left) : piece)) await once(request, 'drain');
  }
}
const incoming = (): string[] => {
  const root = documentFolder(database)!;
  return existsSync(root) ? readdirSync(root).filter((name) => name.startsWith('.incoming-')) : [];
};
const untilNoneComesIn = async (): Promise<void> => expect.poll(incoming, { timeout: 10_000 }).toEqual([]);
/** The most memory that the server ever had, in bytes. */
const peak = (): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) * 1024;

describe('a file', () => {
  it('of the largest size comes in and goes out, and one that is a byte longer is refused, without the memory for it', async () => {
    await people.get('inkoper')!.upload(PATH, {}, { name: 'klein.pdf', content: Buffer.from('%PDF-1.4') });
    const before = peak();
    for (const [size, status] of [
      [LARGEST_DOCUMENT, 303],
      [LARGEST_DOCUMENT + 1, 422],
    ] as const) {
      const { request, answer } = begin('inkoper', (await token()) + file());
      await pour(request, size - '%PDF-1.4\n'.length);
      request.end('\r\n--grens--\r\n');
      const { status: found, body } = await answer;
      expect([size, found]).toEqual([size, status]);
      if (status === 422) expect(body).toContain('groter dan 50');
    }
    const { bytes } = await people.get('inkoper')!.get(`${PATH}/document-2`);
    expect(bytes.length).toBe(LARGEST_DOCUMENT);
    // What is kept whole, in pieces and then put together, takes 100 MB; a stream takes what is not collected yet.
    expect((peak() - before) / MEGABYTE).toBeLessThan(90);
    await untilNoneComesIn();
  }, 60_000);

  it('of which the rest never comes leaves nothing', async () => {
    const { request } = begin('inkoper', (await token()) + file());
    await pour(request, 2 * MEGABYTE);
    await expect.poll(incoming).toHaveLength(1);
    request.destroy();
    await untilNoneComesIn();
  });

  it('in a form that ends in the middle of it is refused', async () => {
    const { request, answer } = begin('inkoper', (await token()) + file());
    request.end('zonder einde');
    expect((await answer).status).toBe(400);
    await untilNoneComesIn();
  });

  it('is not read of who may not send it, or before the token', async () => {
    const forms: readonly (readonly [string | null, string, number])[] = [
      [null, await token(), 401],
      ['beoordelaar-1', await token(), 403],
      ['inkoper', `${part('_csrf', 'verkeerd')}\r\n`, 419],
      ['inkoper', '', 419],
      ['inkoper', `${await token()}${part('a', 'x'.repeat(5000))}\r\n`, 413],
      ['inkoper', (await token()) + `${part('a', '')}\r\n`.repeat(30), 413],
    ];
    for (const [account, fields, status] of forms) {
      const { request, answer } = begin(account, fields + file());
      await pour(request, 100_000);
      expect([fields.slice(0, 60), (await answer).status]).toEqual([fields.slice(0, 60), status]);
      request.destroy();
    }
    const packed = begin('inkoper', await token(), { 'content-encoding': 'gzip' });
    expect((await packed.answer).status).toBe(415);
    packed.request.destroy();
    await untilNoneComesIn();
  });

  it('of one account comes in beside two at most, and keeps nobody from a page', async () => {
    const first = begin('inkoper', (await token()) + file('een.pdf'));
    const second = begin('inkoper', (await token()) + file('twee.pdf'));
    await expect.poll(incoming).toHaveLength(2);
    const third = begin('inkoper', (await token()) + file('drie.pdf'));
    const { status, body } = await third.answer;
    expect([status, body]).toEqual([429, expect.stringContaining(nl.errors['too-many-uploads']({}))]);
    third.request.destroy();
    expect((await people.get('beoordelaar-1')!.get(`/tenders/${RUNNING}`)).status).toBe(200);
    for (const [name, { request, answer }] of Object.entries({ first, second })) {
      request.end(`${name}\r\n--grens--\r\n`);
      expect((await answer).status).toBe(303);
    }
    const after = await people
      .get('inkoper')!
      .upload(PATH, {}, { name: 'vier.pdf', content: Buffer.from('%PDF-vier') });
    expect(after.status).toBe(303);
  });
});
