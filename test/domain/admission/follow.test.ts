import { describe, expect, it } from 'vitest';
import { follow, type LoggedEvent, type Told } from '../../../src/domain/admission/follow.ts';
import { always, type Procedure, since } from '../../../src/domain/admission/procedure.ts';
import { DomainError } from '../../../src/domain/errors.ts';

/** A box that its owner opens, puts things in, and closes. */
interface Box {
  readonly state: { owner: string; things: string[] };
  readonly payloads: {
    readonly opened: { readonly owner: string };
    readonly put: { readonly thing: string };
    readonly closed: Record<string, never>;
  };
  readonly capacity: 'owner';
  readonly reader: 'owner';
  readonly phases: { readonly box: 'open' | 'closed' };
  readonly moment: 'open' | 'closed';
}
const seen = { owner: 'always' } as const;
const step = { since: 1, by: 'owner', second: null, seen: { that: seen, what: seen } } as const;
const procedure: Procedure<Box> = {
  version: 2,
  capacities: {
    owner: {
      role: null,
      holds: ({ owner }, account) => owner === account,
      reads: ['opened/person'],
      refusal: 'not-the-chair',
    },
  },
  readers: { owner: { roles: null } },
  phaseOf: () => ({ box: 'open' }),
  reached: () => true,
  codes: { alreadyOpened: 'already-published', neverOpened: 'rules-not-published', wrongState: { box: 'wrong-phase' } },
  steps: {
    opened: {
      ...step,
      during: 'opening',
      opens: { box: 'open' },
      checks: [
        always(
          (_, { owner }, actor) => {
            if (owner !== actor) throw new DomainError('not-the-chair');
          },
          'actor',
          'opened/person',
        ),
      ],
    },
    put: {
      ...step,
      during: { box: ['open'] },
      opens: null,
      checks: [
        since(
          2,
          ({ things }, { thing }) => {
            if (things.includes(thing)) throw new DomainError('duplicate-id');
          },
          'put',
        ),
      ],
    },
    closed: { ...step, during: { box: ['open'] }, opens: { box: 'closed' }, checks: [] },
  },
};
const box = {
  procedure,
  unopened: null,
  toEvent: (event: object) => event as Told<Box>,
  start: (_: string, { type, payload }: Told<Box>) =>
    type === 'opened' ? { owner: payload.owner, things: [] as string[] } : undefined,
  evolve: (state: Box['state'], { type, payload }: Told<Box>) => {
    if (type === 'put') state.things.push(payload.thing);
  },
};

const event = (type: string, payload: object | null, more: Partial<LoggedEvent> = {}): Omit<LoggedEvent, 'seq'> => ({
  type,
  admission: 2,
  actor: 'ann',
  at: '2027-03-01T09:00:00.000Z',
  payload: payload && { of: payload, namesPeople: true, hasNote: true },
  ...more,
});
const opened = event('opened', { owner: 'ann' });
const follows = (...events: readonly Omit<LoggedEvent, 'seq'>[]) =>
  follow(
    box,
    'box-1',
    events.map((one, place) => ({ ...one, seq: place + 1 })),
    () => {},
  );

describe('a log of which nothing is withheld', () => {
  it('is asked everything', () => {
    const { state, unchecked, admissions } = follows(
      { ...opened, admission: 1 },
      event('put', { thing: 'a' }, { admission: 1 }),
      event('put', { thing: 'a' }, { admission: 1 }),
      event('put', { thing: 'b' }),
      event('closed', {}),
    );
    expect({ state, unchecked, admissions }).toEqual({
      state: { owner: 'ann', things: ['a', 'a', 'b'] },
      unchecked: [],
      admissions: [1, 2],
    });
  });

  it.each<[string, readonly Omit<LoggedEvent, 'seq'>[], number, string]>([
    ['somebody else', [opened, event('put', { thing: 'a' }, { actor: 'ben' })], 2, 'not-the-chair'],
    ['a step too late', [opened, event('closed', {}), event('put', { thing: 'a' })], 3, 'wrong-phase'],
    ['a second opening', [opened, opened], 2, 'already-published'],
    ['a step before the opening', [event('closed', {})], 1, 'rules-not-published'],
    [
      'what its version does not allow',
      [opened, event('put', { thing: 'a' }), event('put', { thing: 'a' })],
      3,
      'duplicate-id',
    ],
    ['a version that falls', [opened, event('closed', {}, { admission: 1 })], 2, 'admission-falls'],
    ['a version that there is not', [event('opened', { owner: 'ann' }, { admission: 3 })], 1, 'unknown-admission'],
  ])('with %s is refused', (_, events, seq, rule) => {
    expect(() => follows(...events)).toThrow(`event-not-allowed {"seq":${seq},"rule":"${rule}"`);
  });

  it('with an event of no type is refused', () => {
    expect(() => follows(opened, event('toString', {}))).toThrow('event-invalid');
  });
});

describe('a log of which something is withheld', () => {
  const nobody = { payload: { of: { owner: 'withheld' }, namesPeople: false, hasNote: true } };

  it('is asked in which state each step is, whatever is withheld', () => {
    const none = { payload: null, actor: null, at: null };
    const [o, p, c] = ['opened', 'put', 'closed'].map((type) => event(type, null, none));
    expect(follows(o!, p!, p!, c!).unchecked).toEqual([
      { type: 'opened', what: 'what', events: 1 },
      { type: 'put', what: 'who', events: 2 },
      { type: 'put', what: 'what', events: 2 },
      { type: 'closed', what: 'who', events: 1 },
    ]);
    expect(follows(o!, p!).state).toBeUndefined();
    expect(() => follows(o!, c!, p!)).toThrow('wrong-phase');
    expect(() => follows(p!)).toThrow('rules-not-published');
  });

  it('is not asked who did something where it is not known who may', () => {
    const { unchecked, state } = follows({ ...opened, ...nobody }, event('put', { thing: 'a' }, { actor: 'ben' }));
    expect(unchecked).toEqual([
      { type: 'opened', what: 'who', events: 1 },
      { type: 'put', what: 'who', events: 1 },
    ]);
    expect(state!.things).toEqual(['a']);
  });

  it('is asked of a rule only where all that it reads is there', () => {
    const hidden = event('put', null);
    expect(follows(opened, hidden, event('put', { thing: 'a' })).unchecked).toEqual([
      { type: 'put', what: 'what', events: 2 },
    ]);
    // What was there before is still known to be there.
    expect(() => follows(opened, event('put', { thing: 'a' }), event('put', { thing: 'a' }), hidden)).toThrow(
      'duplicate-id',
    );
  });

  it('says of each event what was known before it', () => {
    const known: [string, boolean, boolean][] = [];
    const events = [opened, event('put', null), event('closed', {})].map((one, place) => ({ ...one, seq: place + 1 }));
    follow(box, 'box-1', events, (told, _, state, knows) => {
      known.push([told?.type ?? 'withheld', state !== undefined, knows('put')]);
    });
    expect(known).toEqual([
      ['opened', false, true],
      ['withheld', true, false],
      ['closed', true, false],
    ]);
  });
});
