import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENESIS, readChain, type SealedEvent, seal } from '../../src/chain/chain.ts';
import { openEvent, openWhole } from '../../src/chain/opened.ts';
import { FORMAT_CHANGED } from '../../src/domain/disclosure/format.ts';
import { type PartsOfType, partNames, WITHHELD } from '../../src/domain/disclosure/parts.ts';
import { ALL_PARTS, payloadFor } from '../support/parts-of-kinds.ts';

const AT = '2027-03-01T09:00:00.000Z';
const sealed = (type: string, parts: PartsOfType, change: object = {}, seq = 1, previous = GENESIS): SealedEvent =>
  seal(
    {
      dossier: 'tender-a-1',
      seq,
      type,
      at: AT,
      actor: 'chair',
      payload: { ...payloadFor(parts), ...change },
      previous,
      admission: 4,
    },
    parts,
  );
const withLines = (event: SealedEvent, lines: readonly string[]): SealedEvent => ({
  ...event,
  parts: lines.map((line, place) => line.replace(/,$/, '') + (place < lines.length - 1 ? ',' : '')).join('\n'),
});
const open = (event: SealedEvent, parts: PartsOfType) => openEvent(readChain([event]).events[0]!, parts);

// The change of the format stands behind an event of format 1 only: chain.test.ts.
describe.each(ALL_PARTS.filter(([, type]) => type !== FORMAT_CHANGED))(
  'an event of the kind and type %s %s',
  (_, type, parts) => {
    const event = sealed(type, parts);
    const lines = event.parts!.split('\n');

    it('is read back as it was sealed', () => {
      const { actor, at, payload } = openWhole(readChain([event]).events[0]!, parts);
      expect({ actor, at, payload }).toEqual({ actor: 'chair', at: AT, payload: payloadFor(parts) });
    });

    it('keeps its hash and its order whatever is withheld, and says what is not there', () => {
      for (const [place, line] of lines.entries()) {
        const withheld = withLines(
          event,
          lines.filter((_, other) => other !== place),
        );
        // Without the list of the pieces the pieces cannot be placed.
        if (line.startsWith('"bids"')) {
          expect(() => readChain([withheld])).toThrow('part-changed');
          continue;
        }
        expect(readChain([withheld]).head).toBe(event.hash);
        const opened = open(withheld, parts);
        const name = /^"([a-z]+)/.exec(line)![1];
        expect(opened.actor).toBe(name === 'actor' ? null : 'chair');
        expect(opened.at).toBe(name === 'moment' ? null : AT);
        if (name === 'person') {
          expect(opened.payload?.namesPeople).toBe(false);
          for (const pointer of parts.apart!.person!.of) {
            expect(opened.payload!.of).toHaveProperty(pointer.slice(1).split('/'), WITHHELD);
          }
        } else if (name === 'note') {
          expect(opened.payload).toMatchObject({ namesPeople: true, hasNote: false });
          expect(JSON.stringify(opened.payload)).not.toContain('value of /price/note');
        } else if (name !== 'actor' && name !== 'moment') {
          expect(opened.payload).toBeNull();
        }
        expect(() => openWhole(readChain([withheld]).events[0]!, parts)).toThrow('part-withheld');
      }
    });

    it('tells of every byte that was changed in its parts', () => {
      const text = event.parts!;
      fc.assert(
        fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0aZ",[]{}:\n '), (place, character) => {
          fc.pre(text[place] !== character);
          const changed = { ...event, parts: text.slice(0, place) + character + text.slice(place + 1) };
          expect(() => open(changed, parts)).toThrow('chain-broken');
        }),
        { numRuns: 60 },
      );
    });

    it('refuses what belongs to another part, another event, or nothing', () => {
      const other = sealed(type, parts, { more: 'other' });
      const salts = lines.map((line) => /\["([0-9a-f]{64})"/.exec(line)![1]!);
      for (const place of lines.keys()) {
        const others = other.parts!.split('\n')[place]!;
        expect(() => open(withLines(event, lines.with(place, others)), parts)).toThrow('chain-broken');
        const next = (place + 1) % lines.length;
        const swapped = lines.with(place, lines[place]!.replace(salts[place]!, salts[next]!));
        if (salts[place] !== salts[next]) expect(() => open(withLines(event, swapped), parts)).toThrow('part-changed');
        expect(() => open(withLines(event, [...lines, lines[place]!]), parts)).toThrow('part-layout');
        if (place === lines.length - 1) continue;
        const moved = withLines(event, [...lines.toSpliced(place, 1), lines[place]!]);
        expect(() => open(moved, parts)).toThrow('chain-broken');
      }
    });

    it('has the digests of its type and no others, so that their number tells nothing', () => {
      const own = readChain([event]).events[0]!;
      expect(Object.keys('parts' in own ? own.parts : {})).toEqual(partNames(parts));
      const empty = readChain([sealed(type, parts, { more: undefined })]).events[0]!;
      expect(Object.keys('parts' in empty ? empty.parts : {})).toEqual(partNames(parts));
      const { actor: _, moment: __, content: ___, ...rest } = parts;
      const fewer = sealed(type, { actor: 'whole', moment: 'whole', content: 'whole' });
      if (Object.keys(rest).length > 0) expect(() => open(fewer, parts)).toThrow('other-parts');
    });
  },
);

describe('what is withheld', () => {
  const [, type, parts] = ALL_PARTS.find(([, one]) => one === 'consensus-recorded')!;
  const score = (value: string): SealedEvent => sealed(type, parts, { score: value, motivation: 'Goed.' });

  it('cannot be guessed from its digest, however few values there are to try', () => {
    const withheld = score('8');
    const digest = JSON.parse(withheld.body).parts.content as string;
    const tried = Array.from({ length: 11 }, (_, n) => JSON.parse(score(String(n)).body).parts.content as string);
    expect(tried).not.toContain(digest);
    // Nor is a salt used twice.
    expect(JSON.parse(score('8').body).parts.content).not.toBe(digest);
  });

  it('makes no difference to a reader but for digests', () => {
    const said = (event: SealedEvent): string => {
      const kept = withLines(
        event,
        event.parts!.split('\n').filter((line) => !line.startsWith('"content"')),
      );
      return `${kept.body}\n${kept.parts}`.replace(/[0-9a-f]{64}/g, '#');
    };
    expect(said(score('8'))).toBe(said(score('10')));
  });
});
