import { describe, expect, it } from 'vitest';
import { mayAudit, mayViewIndividualScores } from '../../../src/domain/tender/access.ts';
import { startState } from '../../../src/domain/tender/evolve.ts';
import { sample } from '../../support/tender.ts';

const state = startState('tender-x-1', {
  type: 'rules-published',
  seq: 1,
  at: '2026-11-01T09:00:00.000Z',
  actor: 'chair',
  payload: { title: 'x', rules: sample().rules, rulesSha256: '0'.repeat(64), chair: 'chair', fictional: true },
});
state.assessors.add('one');
state.phase = 'assessment';

describe('who changes roles to look ahead', () => {
  it('sees no individual scores before the consensus round, and does not audit', () => {
    for (const id of ['one', 'chair']) {
      expect(mayAudit(state, { id, role: 'auditor' })).toBe(false);
      expect(mayViewIndividualScores(state, { id, role: 'auditor' })).toBe(false);
    }
    expect(mayAudit(state, { id: 'other', role: 'auditor' })).toBe(true);
  });
});
