import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/chain/canonical.ts';
import { type PartsOfType, partNames } from '../../../src/domain/disclosure/parts.ts';
import { cutPayload, joinPayload } from '../../../src/domain/disclosure/payload.ts';
import { tenderProcedure } from '../../../src/domain/tender/procedure.ts';
import { ALL_PARTS, payloadFor } from '../../support/parts-of-kinds.ts';

const AWARD = ALL_PARTS.find(([, type]) => type === 'award-computed')![2];
const DRAW = ALL_PARTS.find(([, type]) => type === 'draw-recorded')![2];
const DRAFT = ALL_PARTS.find(([, type]) => type === 'assessment-saved')![2];

describe('what an event says, in parts', () => {
  it.each(ALL_PARTS)('comes together again as it was: %s %s', (_, __, parts) => {
    const payload = payloadFor(parts);
    const cut = cutPayload(parts, payload);
    for (const [name, { of }] of Object.entries(parts.apart ?? {})) {
      // Everything that the table names is in its part, and nowhere else.
      const taken = Object.keys(cut.apart[name as keyof typeof cut.apart]!);
      expect(taken.length).toBeGreaterThanOrEqual(of.length);
      for (const pointer of taken) expect(JSON.stringify(cut.content)).not.toContain(`value of ${pointer}`);
    }
    expect(joinPayload(parts, cut)).toEqual({ payload });
    expect(payload).toEqual(payloadFor(parts));
  });

  it.each(ALL_PARTS)(
    'names the bid that it is about where it says what it is about: %s %s',
    (_, __, { about, apart }) => {
      expect(apart?.scope?.of ?? []).toEqual(about === undefined ? expect.anything() : expect.arrayContaining([about]));
    },
  );

  it('comes together again whatever it says, also where it has another shape than its type', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ order: fc.array(fc.oneof(fc.string(), fc.jsonValue())) }),
      fc.record({
        engine: fc.jsonValue(),
        outcome: fc.record({
          lots: fc.array(
            fc.record({
              ranking: fc.array(fc.oneof(fc.jsonValue(), fc.record({ bid: fc.constantFrom('a', 'b', '__proto__') }))),
              flags: fc.array(fc.record({ bid: fc.constantFrom('a', 'b'), n: fc.nat() })),
            }),
          ),
        }),
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ALL_PARTS.map(([, , parts]) => parts)), anything, (parts, payload) => {
        const asJson: unknown = JSON.parse(JSON.stringify(payload));
        expect(joinPayload(parts, JSON.parse(JSON.stringify(cutPayload(parts, asJson))))).toEqual({ payload: asJson });
      }),
      { numRuns: 500 },
    );
  });

  it('tells by the number of its pieces no more than a power of two', () => {
    const pieces = (bids: number): number =>
      cutPayload(DRAW, { order: Array.from({ length: bids }, (_, n) => `bid-${n}`), method: '' }).pieces.length;
    expect([0, 1, 7, 8, 9, 16, 17].map(pieces)).toEqual([8, 8, 8, 8, 16, 16, 32]);
  });

  it('has of a bid that is in a list twice both, in their order', () => {
    const payload = { outcome: { lots: [{ flags: [1, 2, 3].map((n) => ({ bid: n === 2 ? 'b' : 'a', n })) }] } };
    const { content, pieces } = cutPayload(AWARD, payload);
    expect(content).toEqual({ outcome: { lots: [{ flags: ['a', 'b', 'a'] }] } });
    expect(pieces[0]).toEqual({
      bid: 'a',
      taken: {
        '/outcome/lots/0/flags': [
          { bid: 'a', n: 1 },
          { bid: 'a', n: 3 },
        ],
      },
    });
    expect(joinPayload(AWARD, cutPayload(AWARD, payload))).toEqual({ payload });
  });

  it('does not come together from parts that do not fit', () => {
    const refused = (parts: PartsOfType, change: (cut: ReturnType<typeof whole>) => void): void => {
      const cut = whole(parts);
      change(cut);
      expect(joinPayload(parts, cut)).toBeUndefined();
    };
    const whole = (parts: PartsOfType) => JSON.parse(JSON.stringify(cutPayload(parts, payloadFor(parts))));
    // What has a part of its own stands in the content.
    refused(AWARD, (cut) => {
      cut.content.outcome.best = cut.apart.result['/outcome/best'];
      delete cut.apart.result['/outcome/best'];
    });
    refused(DRAFT, (cut) => {
      cut.content.bid = cut.apart.scope['/bid'];
      delete cut.apart.scope['/bid'];
    });
    // Something stands in two parts; a part holds what the table does not give it, or is missing.
    refused(DRAFT, (cut) => Object.assign(cut.content, { bid: 'another' }));
    refused(DRAFT, (cut) => Object.assign(cut.apart.scope, { '/more': 1 }));
    refused(DRAFT, (cut) => Object.assign(cut.apart.scope, { '/__proto__/bid': 1 }));
    refused(DRAFT, (cut) => delete cut.apart.scope);
    // A bid with more or fewer elements than the content has places, or with those of another.
    const ranking = '/outcome/lots/0/ranking';
    refused(AWARD, (cut) => cut.pieces[0].taken[ranking].pop());
    refused(AWARD, (cut) => cut.pieces[0].taken[ranking].push({ bid: 'b-1' }));
    refused(AWARD, (cut) => cut.pieces.push(cut.pieces[0]));
    refused(AWARD, (cut) => Object.assign(cut.pieces[1], { bid: 'b-1' }));
    refused(AWARD, (cut) => Object.assign(cut.pieces[0].taken[ranking][0], { bid: 'b-2' }));
    refused(AWARD, (cut) => Object.assign(cut.pieces[0].taken, { '/outcome/lots/9/ranking': [{ bid: 'b-1' }] }));
    refused(AWARD, (cut) => Object.assign(cut.pieces[0].taken, { '/more/list': [{ bid: 'b-1' }] }));
    // A bid in two pieces, a piece of nothing or of more, more or fewer pieces than there have to be.
    refused(AWARD, (cut) => {
      const [first] = cut.pieces;
      const lists = Object.entries(first.taken);
      cut.pieces[3] = { bid: first.bid, taken: Object.fromEntries(lists.splice(1)) };
      first.taken = Object.fromEntries(lists);
    });
    refused(AWARD, (cut) => Object.assign(cut.pieces, { 3: { bid: 'b-9', taken: {} } }));
    refused(AWARD, (cut) => Object.assign(cut.pieces[0], { more: 1 }));
    refused(AWARD, (cut) => cut.pieces.push(null));
    refused(AWARD, (cut) => cut.pieces.pop());
    // Two bids drawn at one place, a place too far, a list that is not empty where the places belong.
    refused(DRAW, (cut) => Object.assign(cut.pieces[0].taken, { '/order': [1] }));
    refused(DRAW, (cut) => Object.assign(cut.pieces[0].taken, { '/order': [4_294_967_296] }));
    refused(DRAW, (cut) => Object.assign(cut.content, { order: ['b-9'] }));
  });
});

/** Kinds of dossiers that came after the last of those versions: each has a hash of its own. */
const isLater = (kind: string): boolean => kind === 'contract' || kind === 'plan';

/** Types that came to the later kinds, and to the choice of a contract model, when people could be succeeded there. */
const SUCCESSION: readonly string[] = ['successor-proposed', 'officer-succeeded'];

/** Types that were there before a version of the procedure: before a tender could go back (6), before there were documents (7). */
const isOfBefore = (version: number, kind: string, type: string): boolean =>
  (kind !== 'tender' && !isLater(kind) && !SUCCESSION.includes(type)) ||
  (kind === 'tender' && tenderProcedure.steps[type as keyof typeof tenderProcedure.steps].since < version);

describe('the parts of a type of event', () => {
  it('never change once they are published: they are part of the format', () => {
    const cutsOf = (version: number, of = (kind: string, type: string) => isOfBefore(version, kind, type)) =>
      ALL_PARTS.filter(([kind, type]) => of(kind, type)).map(([kind, type, parts]) => {
        // The round came later: no event before it had one, so that every scope of then is cut as it was.
        const apart = Object.entries(parts.apart ?? {}).map(
          ([name, { of }]) => `${name}: ${of.filter((pointer) => version > 6 || pointer !== '/round').join(' ')}`,
        );
        const lists = (parts.bids?.lists ?? []).map(({ list, kind: how }) => `bids: ${list} ${how}`);
        return `${kind} ${type} [${partNames(parts).join(' ')}] ${[...apart, ...lists].join('; ')}`.trim();
      });
    // What is cut and how, of every type, in docs/dossier-format.md. New types get a hash of their own; a changed cut may change none that is there.
    expect(sha256(cutsOf(6).join('\n'))).toBe('a0018af0293806b746d8e87738306855183c73b6929762b87314a46020703fd9');
    expect(sha256(cutsOf(7).join('\n'))).toBe('46765d770291338fd27ef193c686d097fa8b3186fba49261b11e53eacd62b805');
    expect(sha256(cutsOf(8).join('\n'))).toBe('bf8f0c71c7af0d1ba37f5936118b2614036ce2ab1a61d49f224fb6827b3daefa');
    const cutsOfKind = (asked: string) =>
      cutsOf(8, (kind, type) => kind === asked && !SUCCESSION.includes(type)).join('\n');
    expect(sha256(cutsOfKind('contract'))).toBe('48c07c2c9bef0c3dd0d3f549df443e170478e73a775fce62f540ce4aec1741e4');
    const ofSuccession = cutsOf(8, (_, type) => SUCCESSION.includes(type));
    expect(ofSuccession).toHaveLength(6);
    expect(sha256(ofSuccession.join('\n'))).toBe('d74c76f3177c2654ad96c3b90369db3ade42d47aff427c2ff86da7c31c5bc397');
    expect(sha256(cutsOfKind('plan'))).toBe('a9e84937a08aa513b661c2115c5b7c55c1c51168725f290c3b2d95d24c182397');
  });

  it('are known to name the bid that an event is about by its scope', () => {
    for (const [, , { about, apart }] of ALL_PARTS) {
      if (about !== undefined) expect(apart?.scope?.of).toContain(about);
    }
  });
});
