import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBody, GENESIS, isEventBody, readChain, readSealed, seal } from '../../src/chain/chain.ts';

const event = (seq: number, previous: string, change: object = {}) =>
  seal({
    dossier: 'tender-a-1',
    seq,
    type: 'x',
    at: '2026-01-01T00:00:00.000Z',
    actor: 'a',
    payload: { n: seq },
    previous,
    ...change,
  });

describe('the hash chain', () => {
  const first = event(1, GENESIS);
  const second = event(2, first.hash);

  it('reads what was sealed, and gives the head', () => {
    const { events, head } = readChain([first.body, second.body]);
    expect(events.map((one) => one.seq)).toEqual([1, 2]);
    expect(head).toBe(second.hash);
    expect(readChain([]).head).toBe(GENESIS);
  });

  it.each([
    ['an event is missing', [second.body], 'sequence'],
    ['an event is there twice', [first.body, first.body], 'sequence'],
    ['the previous hash is another', [first.body, event(2, GENESIS).body], 'previous-hash'],
    [
      'an event of another dossier is in it',
      [first.body, event(2, first.hash, { dossier: 'tender-b-1' }).body],
      'other-dossier',
    ],
    ['time runs back', [first.body, event(2, first.hash, { at: '2025-01-01T00:00:00.000Z' }).body], 'time-runs-back'],
    ['a body is not JSON', ['{'], 'not-json'],
    ['a body has a key too many', [first.body.replace('{', '{"a":1,')], 'not-an-event'],
  ])('is refused when %s', (_, bodies, why) => {
    expect(() => readChain(bodies)).toThrow(why);
  });

  it('is refused in rows of which any has the hash of another body', () => {
    const third = event(3, second.hash);
    const rows = [first, second, third];
    expect(readSealed(rows).head).toBe(third.hash);
    expect(readSealed([third], { head: second.hash, last: readChain([first.body, second.body]).place.last }).head).toBe(
      third.hash,
    );
    for (const [place, row] of rows.entries()) {
      const changed = rows.with(place, { ...row, hash: GENESIS });
      expect(() => readSealed(changed)).toThrow(`"seq":${place + 1},"why":"previous-hash"`);
    }
  });
});

describe('the shape of an event, asked by hand', () => {
  const good = JSON.parse(event(1, GENESIS).body) as Record<string, unknown>;
  const times = ['2026-01-01T00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00+01:00', '2024-02-29T23:59:59.5Z'];
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(undefined, 0, 1.5, 2 ** 53, 'A'.repeat(64), ...times));
  const key = fc.constantFrom(...Object.keys(eventBody.shape), 'more', '__proto__');

  it('is what the published schema says', () => {
    expect(isEventBody(good)).toBe(true);
    const same = (value: unknown): void => {
      expect(isEventBody(value)).toBe(eventBody.safeParse(value).success);
    };
    fc.assert(fc.property(odd, same));
    fc.assert(
      fc.property(
        // A key that may be absent is never there without a value: no JSON says that, so no event does.
        fc.tuple(key, odd).filter(([name, value]) => !(name === 'admission' && value === undefined)),
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
