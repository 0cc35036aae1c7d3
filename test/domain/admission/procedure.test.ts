import { describe, expect, it } from 'vitest';
import {
  admitBy,
  always,
  maySee,
  type Procedure,
  refusalBy,
  refusalOfStep,
  rolesToCause,
  rolesToSee,
  since,
} from '../../../src/domain/admission/procedure.ts';
import { DomainError } from '../../../src/domain/errors.ts';

/** A letter: written by one, sent by a second person. */
interface Letter {
  phase: 'draft' | 'sent';
  readonly writer: string;
  readonly readers: readonly string[];
  /** Who read it over; null before that. */
  readonly readBy: string | null;
}
interface LetterShape {
  readonly state: Letter;
  readonly payloads: {
    readonly begun: { readonly writer: string };
    readonly sent: { readonly words: number };
    readonly filed: object;
  };
  readonly capacity: 'writer' | 'reader';
  readonly reader: 'author' | 'writer' | 'public';
  readonly phases: { readonly letter: 'draft' | 'sent' };
  readonly moment: 'draft' | 'sent';
}

const seen = { author: 'always', writer: 'always', public: 'sent' } as const;
const procedure: Procedure<LetterShape> = {
  version: 3,
  capacities: {
    writer: {
      role: 'procurement-officer',
      holds: (state, id) => state.writer === id,
      reads: ['begun'],
      refusal: 'not-the-chair',
    },
    reader: {
      role: 'auditor',
      holds: (state, id) => state.readers.includes(id),
      reads: ['begun'],
      refusal: 'not-an-assessor',
    },
  },
  readers: {
    author: { roles: null },
    writer: { roles: ['procurement-officer'] },
    public: { roles: ['committee-member'] },
  },
  phaseOf: ({ phase }) => ({ letter: phase }),
  reached: (state, phase) => phase === 'draft' || state.phase === phase,
  codes: {
    alreadyOpened: 'already-published',
    neverOpened: 'rules-not-published',
    wrongState: { letter: 'wrong-phase' },
  },
  steps: {
    begun: {
      since: 1,
      by: 'writer',
      second: null,
      during: 'opening',
      opens: { letter: 'draft' },
      seen: { that: seen, what: seen },
      checks: [],
    },
    sent: {
      since: 1,
      by: 'writer',
      second: { first: ({ readBy }) => readBy, reads: [] },
      during: { letter: ['draft'] },
      opens: { letter: 'sent' },
      seen: { that: seen, what: { ...seen, public: 'never' } },
      checks: [
        always((_, { words }) => {
          if (words < 1) throw new DomainError('missing-motivation');
        }),
        since(2, (_, { words }) => {
          if (words > 100) throw new DomainError('no-criteria');
        }),
      ],
    },
    filed: {
      since: 3,
      by: 'reader',
      second: null,
      during: { letter: ['sent'] },
      opens: null,
      seen: { that: seen, what: seen },
      checks: [],
    },
  },
};

const draft: Letter = { phase: 'draft', writer: 'anna', readers: ['ben', 'anna'], readBy: 'ben' };
const sent: Letter = { ...draft, phase: 'sent' };
const send = (words: number) => ({ type: 'sent', payload: { words } }) as const;
const codeOf = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a procedure', () => {
  it('starts with its opening step, once', () => {
    const begin = { type: 'begun', payload: { writer: 'anna' } } as const;
    expect(refusalBy(procedure, undefined, 'anna', begin)).toBeUndefined();
    expect(refusalBy(procedure, draft, 'anna', begin)?.code).toBe('already-published');
    expect(refusalBy(procedure, undefined, 'anna', send(3))?.code).toBe('rules-not-published');
  });

  it('asks first who, then when, then what: an outsider learns nothing of the state', () => {
    expect(refusalBy(procedure, sent, 'carla', send(0))?.code).toBe('not-the-chair');
    expect(refusalBy(procedure, sent, 'anna', send(0))).toMatchObject({
      code: 'wrong-phase',
      details: { scope: 'letter', phase: 'sent', needed: ['draft'] },
    });
    expect(refusalBy(procedure, draft, 'anna', send(0))?.code).toBe('missing-motivation');
    expect(refusalBy(procedure, draft, 'anna', send(3))).toBeUndefined();
    expect(refusalOfStep(procedure, draft, 'anna', 'sent')).toBeUndefined();
  });

  it('needs another person for the second of two steps, after the first', () => {
    expect(refusalBy(procedure, { ...draft, readBy: 'anna' }, 'anna', send(3))?.code).toBe('second-person-needed');
    expect(refusalBy(procedure, { ...draft, readBy: null }, 'anna', send(3))?.code).toBe('nothing-to-confirm');
  });

  it('asks a check from its version on, and knows a step from its version on', () => {
    expect(codeOf(() => admitBy(procedure, draft, 'anna', send(101), 1))).toBeUndefined();
    expect(codeOf(() => admitBy(procedure, draft, 'anna', send(101), 2))).toBe('no-criteria');
    expect(codeOf(() => admitBy(procedure, sent, 'ben', { type: 'filed', payload: {} }, 2))).toBe('unknown-admission');
    expect(codeOf(() => admitBy(procedure, sent, 'ben', { type: 'filed', payload: {} }, 3))).toBeUndefined();
    expect(codeOf(() => admitBy(procedure, sent, 'ben', { type: 'filed', payload: {} }, 4))).toBe('unknown-admission');
  });

  it('says who may see what, when, and with which role', () => {
    const { that, what } = procedure.steps.sent.seen;
    expect(maySee(procedure, draft, 'public', that)).toBe(false);
    expect(maySee(procedure, sent, 'public', that)).toBe(true);
    expect(maySee(procedure, sent, 'public', what)).toBe(false);
    expect(rolesToSee(procedure, that)).toEqual(['procurement-officer', 'committee-member']);
    expect(rolesToSee(procedure, what)).toEqual(['procurement-officer']);
    expect(rolesToCause(procedure, 'sent', 'filed')).toEqual(['procurement-officer', 'auditor']);
  });
});
