import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionBounds {
  /** Of everybody together. */
  readonly connections: number;
  /** Of one address; null behind a proxy, where all come from the address of the proxy. */
  readonly connectionsPerAddress: number | null;
  /** How many replies may be under way on one connection: a browser asks for one at a time. */
  readonly repliesPerConnection: number;
  /** A reply that has begun, and of which nothing is taken for so long, ends with its connection. In milliseconds. */
  readonly stalledAfter: number;
}

/**
 * Answers what comes in on a server, and ends the connections of who asks more than is read: a reply that nobody takes is kept in memory.
 * @param answer gives the reply
 */
export function answerWithin(server: Server, answer: RequestListener, bounds: ConnectionBounds): void {
  server.maxConnections = bounds.connections;
  if (bounds.connectionsPerAddress !== null) boundAddresses(server, bounds.connectionsPerAddress);
  const underWay = new WeakMap<Socket, Set<ServerResponse>>();
  server.on('request', (request, response) => {
    const { socket } = request;
    const replies = underWay.get(socket) ?? new Set();
    underWay.set(socket, replies);
    // One packet can hold thousands of requests; those behind the last that is allowed still come by.
    if (socket.destroyed || replies.size >= bounds.repliesPerConnection) return void socket.destroy();
    replies.add(response);
    response.once('close', () => replies.delete(response));
    answer(request, response);
  });
  // Nothing went either way on this connection; whoever waits for a reply that is still being made is left to wait.
  server.setTimeout(bounds.stalledAfter, (socket) => {
    const [first] = underWay.get(socket) ?? [];
    if (!first || first.headersSent) socket.destroy();
  });
}

/** One stranger does not keep everybody out by opening connections: what is beyond its share is closed at once. */
function boundAddresses(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const before = open.get(address) ?? 0;
    if (before >= most) return void socket.destroy();
    open.set(address, before + 1);
    socket.once('close', () => {
      const left = open.get(address)! - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}

/** Of an address of IPv6 the first half, which is what one subscriber is given; an address of IPv4 whole. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '');
  const [before, after] = address
    .split('%')[0]!
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = after ? Array<string>(Math.max(8 - before!.length - after.length, 0)).fill('0') : [];
  return [...before!, ...zeros, ...(after ?? [])].slice(0, 4).join(':');
}
