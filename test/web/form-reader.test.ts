import { readdirSync, readFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import express, { type Request } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import type { RunningServer } from '../../src/server.ts';
import { LARGE_FORM, OPEN_FORM, readForm } from '../../src/web/form-reader.ts';
import { startTestServer, visitor } from '../support/http.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=grens';

let server: RunningServer;
const people = new Map<string, ReturnType<typeof visitor>>();
beforeAll(async () => {
  server = await startTestServer();
  for (const account of ['inkoper', 'beoordelaar-1']) {
    const person = visitor(server.url);
    await person.signIn(account);
    people.set(account, person);
  }
});
afterAll(() => server.close());

interface Sent {
  readonly path?: string;
  readonly type?: string;
  readonly headers?: Record<string, string>;
  /** What is sent of the form; `unfinished` when the rest never comes. */
  readonly body: string | Buffer;
  readonly unfinished?: boolean;
}

/** The status that is answered, to who keeps sending or stops in the middle. */
function answerTo(
  account: string | null,
  { path = '/rehearsal', type = URLENCODED, headers = {}, body, unfinished = false }: Sent,
) {
  const jar = account === null ? [] : [...people.get(account)!.jar];
  const cookie = jar.map(([name, value]) => `${name}=${value}`).join('; ');
  const length = unfinished ? 50_000_000 : Buffer.byteLength(body);
  return new Promise<number>((resolve, reject) => {
    const request = httpRequest(
      server.url + path,
      { method: 'POST', headers: { cookie, 'content-type': type, 'content-length': length, ...headers } },
      (response) => {
        resolve(response.statusCode!);
        response.resume();
        request.destroy();
      },
    );
    request.on('error', reject);
    request.write(body);
    if (!unfinished) request.end();
  });
}

const tokenOf = (account: string) => people.get(account)!.csrf('/');
const part = (name: string, value: string, file = ''): string =>
  `--grens\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;

describe('a form is not read', () => {
  it('of who is not signed in, or has another role: the answer is there before the form is', async () => {
    expect(await answerTo(null, { body: 'a=1&', unfinished: true })).toBe(401);
    expect(await answerTo('beoordelaar-1', { body: 'a=1&', unfinished: true })).toBe(403);
    expect(await answerTo('beoordelaar-1', { type: MULTIPART, body: part('a', ''), unfinished: true })).toBe(403);
  });

  it('beyond a wrong token, a file before the token, or a megabyte without one', async () => {
    const token = await tokenOf('inkoper');
    const long = 'x'.repeat(200_000);
    for (const body of ['_csrf=wrong&', `_csrf=&_csrf=${token}&`, `a=${long}&`.repeat(6)]) {
      expect(await answerTo('inkoper', { body, unfinished: true })).toBe(419);
    }
    for (const body of [
      part('_csrf', 'wrong'),
      part('x', 'y', '; filename="z"') + part('_csrf', token),
      part('a', long).repeat(6),
    ]) {
      expect(await answerTo('inkoper', { type: MULTIPART, body: body + part('b', ''), unfinished: true })).toBe(419);
    }
    expect(await answerTo('inkoper', { type: 'text/plain', body: 'a=1', unfinished: true })).toBe(419);
  });

  it('when it is packed, or says that it is too large', async () => {
    const token = await tokenOf('inkoper');
    const headers = { 'content-encoding': 'gzip' };
    expect(await answerTo('inkoper', { headers, body: gzipSync(`_csrf=${token}`) })).toBe(415);
    const large = { 'content-length': String(LARGE_FORM.bytes + 1) };
    expect(await answerTo('inkoper', { headers: large, body: '_csrf', unfinished: true })).toBe(413);
    const tooMany = `_csrf=${token}&${'a=&'.repeat(2_001)}`;
    expect(await answerTo('inkoper', { path: '/account/sessions', body: tooMany })).toBe(413);
    const ofAFile = { 'content-length': String(LARGE_FORM.bytes) };
    const path = '/account/sessions';
    expect(await answerTo('inkoper', { path, headers: ofAFile, body: '_csrf', unfinished: true })).toBe(413);
    expect(await answerTo(null, { path: '/sign-in', headers: large, body: '_csrf', unfinished: true })).toBe(413);
    expect(await answerTo(null, { path: '/sign-in', body: `_csrf=${'x'.repeat(20_000)}` })).toBe(413);
  });
});

describe('a form that was refused', () => {
  it.each([
    ['too long', 'a'.repeat(17_000)],
    ['without the right token', '_csrf=wrong&'],
  ])('(%s) is listened to once, in however many pieces the rest comes', async (_why, begin) => {
    const app = express();
    const refused: Request[] = [];
    const errors: unknown[] = [];
    app.post('/', (request, response) => {
      refused.push(request);
      request.once('end', () => response.send('done'));
      readForm(request, (text) => text === 'right', OPEN_FORM).catch((error: unknown) => errors.push(error));
    });
    const listening = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => listening.once('listening', resolve));
    const socket = connect((listening.address() as AddressInfo).port, '127.0.0.1');
    const answer = new Promise((resolve) => socket.once('data', (text) => resolve(String(text).split('\r\n')[0])));
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${URLENCODED}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    socket.write(`${begin.length.toString(16)}\r\n${begin}\r\n${'1\r\na\r\n'.repeat(20_000)}0\r\n\r\n`);
    expect(await answer).toBe('HTTP/1.1 200 OK');
    expect(refused.map((request) => request.listenerCount('data'))).toEqual([1]);
    expect(errors).toHaveLength(1);
    socket.destroy();
    listening.closeAllConnections();
    listening.close();
  });

  it('ends when it comes in more pieces than anybody would send', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const gone = new Promise((resolve) => socket.on('error', () => undefined).once('close', resolve));
    socket.resume();
    const begin = 'a'.repeat(17_000);
    socket.write(
      `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: ${URLENCODED}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    socket.write(`${begin.length.toString(16)}\r\n${begin}\r\n`);
    for (let thousand = 0; thousand < 80; thousand += 1) socket.write('1\r\na\r\n'.repeat(1000));
    await gone;
    expect((await fetch(`${server.url}/sign-in`)).status).toBe(200);
  }, 60_000);
});

describe('a form is read', () => {
  it('with as many empty fields of one name as it may have, in time that grows with their number only', async () => {
    const token = await tokenOf('inkoper');
    const many = LARGE_FORM.fields - 2;
    const encoded = `_csrf=${token}&${'a=&'.repeat(many)}`;
    expect(await answerTo('inkoper', { body: encoded })).toBe(422);
    const parts = part('_csrf', token) + part('a', '').repeat(many);
    expect(await answerTo('inkoper', { type: MULTIPART, body: `${parts}--grens--\r\n` })).toBe(422);
    expect(await answerTo('inkoper', { body: `${encoded}b=&c=&d=&` })).toBe(413);
  }, 60_000);

  it('with the token after the other fields, as a program may send it', async () => {
    const token = await tokenOf('inkoper');
    expect(await answerTo('inkoper', { body: `a=1&b=2&_csrf=${token}` })).toBe(422);
  });

  it('with the file in it, as text', async () => {
    const token = await tokenOf('inkoper');
    const rules = part('file', '{"kind": oops}', '; filename="regels.json"');
    const form = new FormData();
    form.set('_csrf', token);
    form.set('file', new Blob(['\uFEFF{"kind": oops}']), 'régels.json');
    const jar = [...people.get('inkoper')!.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${server.url}/rehearsal`, { method: 'POST', body: form, headers: { cookie: jar } });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('regel 1, bij teken 10')]);
    expect(await answerTo('inkoper', { type: MULTIPART, body: `${part('_csrf', token)}${rules}--grens--\r\n` })).toBe(
      422,
    );
  });

  it('unless it is broken off, has no boundary, or a field or file that is too long', async () => {
    const token = await tokenOf('inkoper');
    expect(await answerTo('inkoper', { type: MULTIPART, body: part('_csrf', token) })).toBe(400);
    expect(await answerTo('inkoper', { type: 'multipart/form-data', body: 'x' })).toBe(400);
    expect(await answerTo('inkoper', { body: `_csrf=${token}&title=${'x'.repeat(300_000)}` })).toBe(413);
    expect(await answerTo('inkoper', { body: `_csrf=${token}&${'n'.repeat(400)}=1` })).toBe(413);
    const file = part('file', 'x'.repeat(9_000_000), '; filename="f"');
    expect(await answerTo('inkoper', { type: MULTIPART, body: `${part('_csrf', token)}${file}--grens--\r\n` })).toBe(
      413,
    );
  });
});

describe('every form that posts', () => {
  it('has the token as its first field', () => {
    const folder = join(projectRoot(), 'views');
    const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ejs'));
    const forms = views.flatMap((view) =>
      [...readFileSync(join(folder, view), 'utf8').matchAll(/<form\b[\s\S]*?<\/form>/g)]
        .map(([form]) => form)
        .filter((form) => /method="post"/.test(form))
        .map((form) => [view, /<(?:input|button|select|textarea)\b[\s\S]*?name="([^"]*)"/.exec(form)?.[1] ?? '']),
    );
    expect(forms.length).toBeGreaterThan(15);
    expect(forms.filter(([, first]) => !/csrfField|field\.name/.test(first!))).toEqual([]);
  });
});
