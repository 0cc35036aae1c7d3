import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areDigests,
  type CommittedBody,
  committedBody,
  eventBody,
  isCommitted,
  isEventBody,
  readBody,
  textOf,
} from '../../src/chain/body.ts';
import { canonicalJson } from '../../src/chain/canonical.ts';
import {
  GENESIS,
  type LoggedText,
  type NewLogEvent,
  readChain,
  readSealed,
  type SealedEvent,
  seal,
} from '../../src/chain/chain.ts';
import { commitment } from '../../src/chain/commitment.ts';
import { openEvent } from '../../src/chain/opened.ts';
import { UNDIVIDED } from '../../src/domain/disclosure/parts.ts';
import { sealOpen } from '../support/seal-open.ts';

const newEvent = (seq: number, previous: string): NewLogEvent => ({
  dossier: 'tender-a-1',
  seq,
  type: 'x',
  at: '2026-01-01T00:00:00.000Z',
  actor: 'a',
  payload: { n: seq },
  previous,
  admission: 2,
});
const SEALS = {
  1: (event: NewLogEvent) => sealOpen(event),
  2: (event: NewLogEvent) => seal(event, UNDIVIDED),
} as const;
const withBody = (event: LoggedText, change: (body: string) => string): LoggedText => ({
  ...event,
  body: change(event.body),
});
const withParts = (event: LoggedText, change: (parts: string) => string | null): LoggedText => ({
  ...event,
  parts: change(event.parts!),
});

const reversed = (parts: string): string => parts.split(',\n').reverse().join(',\n');

describe.each([1, 2] as const)('the hash chain of format %i', (format) => {
  const event = (seq: number, previous: string, change: Partial<NewLogEvent> = {}): SealedEvent =>
    SEALS[format]({ ...newEvent(seq, previous), ...change });
  const first = event(1, GENESIS);
  const second = event(2, first.hash);

  it('reads what was sealed, and gives the head', () => {
    const { events, head } = readChain([first, second]);
    expect(events.map((one) => one.seq)).toEqual([1, 2]);
    expect(head).toBe(second.hash);
    expect(readChain([]).head).toBe(GENESIS);
  });

  it.each<[string, LoggedText[], string]>([
    ['an event is missing', [second], 'sequence'],
    ['an event is there twice', [first, first], 'sequence'],
    ['the previous hash is another', [first, event(2, GENESIS)], 'previous-hash'],
    ['an event of another dossier is in it', [first, event(2, first.hash, { dossier: 'tender-b-1' })], 'other-dossier'],
    ['time runs back', [first, event(2, first.hash, { at: '2025-01-01T00:00:00.000Z' })], 'time-runs-back'],
    ['a body is not JSON', [withBody(first, () => '{')], 'not-json'],
    ['a body has a key too many', [withBody(first, (body) => body.replace('{', '{"a":1,'))], 'not-an-event'],
  ])('is refused when %s', (_, logged, why) => {
    expect(() => readChain(logged)).toThrow(`"why":"${why}"`);
  });

  it('is refused in rows of which any has the hash of another body', () => {
    const third = event(3, second.hash);
    const rows = [first, second, third];
    expect(readSealed(rows).head).toBe(third.hash);
    expect(readSealed([third], { head: second.hash, last: readChain([first, second]).place.last }).head).toBe(
      third.hash,
    );
    for (const [place, row] of rows.entries()) {
      const changed = rows.with(place, { ...row, hash: GENESIS });
      expect(() => readSealed(changed)).toThrow(`"seq":${place + 1},"why":"previous-hash"`);
    }
  });
});

describe('a chain of format 2', () => {
  const first = SEALS[2](newEvent(1, GENESIS));
  const open = SEALS[1](newEvent(1, GENESIS));

  it.each<[string, LoggedText[], string]>([
    ['a part says something else', [withParts(first, (parts) => parts.replace('"n":1', '"n":2'))], 'part-changed'],
    ['a part has another name', [withParts(first, (parts) => parts.replace('"moment"', '"name"'))], 'part-changed'],
    ['a part is written otherwise', [withParts(first, (parts) => parts.replace('"n":1', '"n": 1'))], 'part-changed'],
    ['the parts are in another order', [withParts(first, reversed)], 'part-layout'],
    ['it has no parts', [withParts(first, () => null)], 'part-layout'],
    ['an event of format 1 has parts', [{ body: open.body, parts: '' }], 'part-layout'],
    [
      'the keys of a body are in another order',
      [withBody(first, (body) => body.replace('{"admission":2,', '{').replace(/}$/, ',"admission":2}'))],
      'not-an-event',
    ],
    ['it goes on in format 1', [first, SEALS[1](newEvent(2, first.hash))], 'format'],
    ['it began in format 1, and does not say so', [open, SEALS[2](newEvent(2, open.hash))], 'format'],
    [
      'it says that it changes, and was of format 2',
      [first, SEALS[2]({ ...newEvent(2, first.hash), type: 'log-format-changed' })],
      'format',
    ],
    [
      'it says at its start that it changes',
      [SEALS[2]({ ...newEvent(1, GENESIS), type: 'log-format-changed' })],
      'format',
    ],
  ])('is refused when %s', (_, logged, why) => {
    expect(() => readChain(logged)).toThrow(`"why":"${why}"`);
  });

  it.each(['{"n": 1}', '{"n":1,"n":1}', '{"n":1e0}', 'oops', '"\\ud800"', '['.repeat(100_000) + ']'.repeat(100_000)])(
    'is refused, when it is opened, where what was committed to is not in its one form (%#)',
    (content) => {
      const body = JSON.parse(first.body) as CommittedBody;
      const salt = '0'.repeat(64);
      const parts = first.parts!.replace(/"content":\[.*\]/, () => `"content":["${salt}",${content}]`);
      const forged = textOf({ ...body, parts: { ...body.parts, content: commitment(content, salt)! } });
      const [event] = readChain([{ body: forged, parts }]).events;
      expect(() => openEvent(event!, UNDIVIDED)).toThrow('"why":"part-layout"');
    },
  );

  it('goes on from format 1 with the event that says so', () => {
    const change = SEALS[2]({ ...newEvent(2, open.hash), type: 'log-format-changed' });
    const third = SEALS[2](newEvent(3, change.hash));
    expect(readChain([open, change, third]).place.last).toMatchObject({ seq: 3, format: 2 });
  });

  it('has the same head with any of its parts withheld', () => {
    const second = SEALS[2](newEvent(2, first.hash));
    const { events, head } = readChain([withParts(first, () => ''), second]);
    expect(head).toBe(second.hash);
    expect(events[0]).toMatchObject({ seq: 1, disclosed: { parts: [], pieces: [], listed: null } });
  });
});

/** A body of format 2 is read as a text, which has one form. */
function isReadAsCommitted(value: unknown): boolean {
  try {
    const read = readBody(canonicalJson(value));
    if (typeof read === 'string' || !isCommitted(read)) return false;
    return areDigests(read, Object.keys(read.parts)) && /^[0-9a-f]{64}$/.test(read.previous);
  } catch {
    return false;
  }
}

describe.each([
  { format: 1, isBody: isEventBody, schema: eventBody },
  { format: 2, isBody: isReadAsCommitted, schema: committedBody },
] as const)('the shape of an event of format $format, asked by hand', ({ format, isBody, schema }) => {
  const good = JSON.parse(SEALS[format]({ ...newEvent(1, GENESIS), admission: 2 }).body) as Record<string, unknown>;
  const times = ['2026-01-01T00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00+01:00', '2024-02-29T23:59:59.5Z'];
  const hashes = [{}, { actor: GENESIS }, { Actor: GENESIS }, { actor: 'x' }, { '': GENESIS }, [GENESIS]];
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(undefined, 0, 1, 2, 1.5, 2 ** 53, 'A'.repeat(64), ...times, ...hashes),
  );
  const key = fc.constantFrom(...Object.keys(schema.shape), 'more', '__proto__');

  it('is what the published schema says', () => {
    expect(isBody(good)).toBe(true);
    const same = (value: unknown): void => {
      expect(isBody(value)).toBe(schema.safeParse(value).success);
    };
    fc.assert(fc.property(odd, same));
    fc.assert(
      fc.property(
        // A key that may be absent is never there without a value: no JSON says that, so no event does.
        fc.tuple(key, odd).filter(([name, value]) => value !== undefined || (format === 1 && name !== 'admission')),
        ([name, value]) => same({ ...good, [name]: value }),
      ),
      { numRuns: 2000 },
    );
    for (const name of Object.keys(good)) {
      const { [name]: _, ...rest } = good;
      same(rest);
    }
  });
});
