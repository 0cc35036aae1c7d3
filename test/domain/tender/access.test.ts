import { describe, expect, it } from 'vitest';
import { mayAudit, mayViewIndividualScores, readerOf } from '../../../src/domain/tender/access.ts';
import { startState } from '../../../src/domain/tender/evolve.ts';
import { sample } from '../../support/tender.ts';

const state = startState('tender-x-1', {
  type: 'rules-published',
  seq: 1,
  at: '2026-11-01T09:00:00.000Z',
  actor: 'chair',
  payload: { title: 'x', rules: sample().rules, rulesSha256: '0'.repeat(64), chair: 'chair', fictional: true },
});
state.rounds[0]!.members.set('one', { team: null, released: null, releasedFor: new Map() });
state.phase = 'assessment';

describe('who changes roles to look ahead', () => {
  it('sees no individual scores before the consensus round, and does not audit', () => {
    for (const id of ['one', 'chair']) {
      expect(mayAudit(state, { id, roles: ['auditor'] })).toBe(false);
      expect(mayViewIndividualScores(state, { id, roles: ['auditor'] })).toBe(false);
    }
    expect(mayAudit(state, { id: 'other', roles: ['auditor'] })).toBe(true);
  });
});

describe('who has several roles', () => {
  it('looks on as what he or she is in this tender, and never as an auditor of it', () => {
    expect(readerOf(state, { id: 'chair', roles: ['procurement-officer', 'auditor'] })).toBe('chair');
    expect(readerOf(state, { id: 'one', roles: ['procurement-officer', 'assessor', 'auditor'] })).toBe('assessor');
    expect(readerOf(state, { id: 'one', roles: ['procurement-officer', 'auditor'] })).toBeNull();
    expect(readerOf(state, { id: 'other', roles: ['procurement-officer', 'assessor', 'auditor'] })).toBe('auditor');
    expect(readerOf(state, { id: 'other', roles: ['assessor', 'committee-member'] })).toBe('committee');
    expect(readerOf(state, { id: 'other', roles: ['procurement-officer', 'administrator'] })).toBeNull();
  });
});
