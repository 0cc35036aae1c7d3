import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerWithin, type ConnectionBounds } from '../src/connections.ts';

const BOUNDS: ConnectionBounds = {
  connections: 100,
  connectionsPerAddress: null,
  repliesPerConnection: 8,
  stalledAfter: 60_000,
};
const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener, bounds: Partial<ConnectionBounds>, host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  servers.push(server);
  answerWithin(server, answer, { ...BOUNDS, ...bounds });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** A connection, which reads nothing until it is told to. */
function open(port: number, { host = '127.0.0.1', from }: { host?: string; from?: string } = {}) {
  const socket = connect({ port, host, ...(from === undefined ? {} : { localAddress: from }) });
  sockets.push(socket);
  socket.pause();
  socket.on('error', () => undefined);
  const closed = new Promise<'closed'>((resolve) => socket.once('close', () => resolve('closed')));
  const answered = () =>
    new Promise<string>((resolve) => {
      socket.once('data', (text) => resolve(String(text).split('\r\n')[0]!));
      socket.resume();
    });
  const ended = () => {
    socket.resume();
    return closed;
  };
  return { socket, answered, ended };
}

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

describe('a connection', () => {
  it('that asks more at once than it reads is ended, and no more than its share was worked on', async () => {
    let asked = 0;
    const port = await serve(() => {
      asked += 1;
    }, {});
    const { socket, ended } = open(port);
    socket.write(GET.repeat(1000));
    expect(await ended()).toBe('closed');
    expect(asked).toBe(8);
  });

  it('may ask as much as it likes one after another, or some at once', async () => {
    const port = await serve((_request, response) => void setImmediate(() => response.end('ok')), {});
    const { socket } = open(port);
    let text = '';
    socket.on('data', (part) => {
      text += String(part);
      socket.emit('counted', text.split('200 OK').length - 1);
    });
    socket.resume();
    const seen = (count: number) =>
      new Promise<void>((resolve) => socket.on('counted', (sofar: number) => sofar === count && resolve()));
    for (let turn = 1; turn <= 5; turn += 1) {
      const all = seen(8 * turn);
      socket.write(GET.repeat(8));
      await all;
    }
    expect(socket.destroyed).toBe(false);
  });

  it('of which a reply has begun and is not read ends; one that waits for a reply is left to wait', async () => {
    let finish: (() => void) | undefined;
    const port = await serve(
      (request, response) => {
        if (request.url === '/late') finish = () => response.end('late');
        else response.write(Buffer.alloc(64 * 1024 * 1024));
      },
      { stalledAfter: 300 },
    );
    const late = open(port);
    late.socket.write(GET.replace('/', '/late'));
    const stalled = open(port);
    stalled.socket.write(GET);
    // Not one byte is read here: it is the server that ends it.
    await vi.waitFor(async () => expect(await connectionsOf(servers[0]!)).toBe(1), { timeout: 20_000, interval: 50 });
    const first = late.answered();
    finish!();
    expect(await first).toBe('HTTP/1.1 200 OK');
  });
});

describe('an address', () => {
  it('has its share of the connections; who comes from another still gets in, and so does it when one is closed', async () => {
    const port = await serve((_request, response) => void response.end('ok'), { connectionsPerAddress: 3 });
    const share = [open(port), open(port), open(port)];
    for (const { socket } of share) socket.write(GET);
    for (const { answered } of share) expect(await answered()).toBe('HTTP/1.1 200 OK');
    expect(await open(port).ended()).toBe('closed');

    const neighbour = open(port, { from: '127.0.0.2' });
    neighbour.socket.write(GET);
    expect(await neighbour.answered()).toBe('HTTP/1.1 200 OK');

    const before = await connectionsOf(servers[0]!);
    share[0]!.socket.destroy();
    await vi.waitFor(async () => expect(await connectionsOf(servers[0]!)).toBe(before - 1), { timeout: 20_000 });
    const next = open(port);
    next.socket.write(GET);
    expect(await next.answered()).toBe('HTTP/1.1 200 OK');
  });

  it('of IPv6 counts with the others of its half, and one of IPv4 as itself', async () => {
    const port = await serve((_request, response) => void response.end('ok'), { connectionsPerAddress: 1 }, '::');
    const first = open(port, { host: '::1' });
    first.socket.write(GET);
    expect(await first.answered()).toBe('HTTP/1.1 200 OK');
    expect(await open(port, { host: '::1' }).ended()).toBe('closed');
    for (const from of ['127.0.0.1', '127.0.0.2']) {
      const other = open(port, { from });
      other.socket.write(GET);
      expect(await other.answered()).toBe('HTTP/1.1 200 OK');
    }
  });
});
