import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/server.ts';
import { LARGE_FORM } from '../../src/web/form-reader.ts';
import { startTestServer, visitor } from '../support/http.ts';

const MEGABYTE = 1024 * 1024;
const FIELD = `&a=${'x'.repeat(200 * 1024)}`;

let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Begins a form of the largest size, sends so many megabytes of it, and never ends it. */
async function beginForm(person: ReturnType<typeof visitor>, token: string, megabytes: number) {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const cookie = [...person.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  let answer = '';
  socket
    .on('error', () => undefined)
    .on('data', (text) => {
      answer += String(text);
    });
  const headers = [`Host: ${hostname}`, `Cookie: ${cookie}`, 'Content-Type: application/x-www-form-urlencoded'];
  headers.push(`Content-Length: ${LARGE_FORM.bytes}`);
  socket.write(`POST /rehearsal HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n_csrf=${encodeURIComponent(token)}`);
  for (let sent = 0; sent < megabytes * MEGABYTE && answer === ''; sent += FIELD.length) await written(socket, FIELD);
  return { socket, answer: () => answer };
}

const written = (socket: Socket, text: string) => new Promise<void>((resolve) => socket.write(text, () => resolve()));

describe('of an account that sends many large forms at once', () => {
  it('one form too many is refused with the reason; forms of others are read, and so are its own when the first are gone', async () => {
    const [busy, other] = [visitor(server.url), visitor(server.url)];
    await busy.signIn('inkoper');
    await other.signIn('beoordelaar-1');
    const token = await busy.csrf('/');
    const forms = await Promise.all([1, 2, 3, 4].map(() => beginForm(busy, token, 45)));
    const refused = () => forms.filter(({ answer }) => answer().startsWith('HTTP/1.1 429'));
    await expect.poll(() => refused().length, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(refused().length).toBeLessThan(4);
    expect(refused()[0]!.answer()).toContain('U vraagt te veel tegelijk');

    expect((await other.post('/language', { language: 'en', returnTo: '/' })).status).toBe(303);
    expect((await other.post('/account/sessions', {})).status).toBeLessThan(429);

    for (const { socket } of forms) socket.destroy();
    const again = () => busy.post('/rehearsal', { note: 'x'.repeat(100_000) });
    await expect.poll(async () => (await again()).status, { timeout: 30_000 }).toBe(422);
  }, 90_000);
});
