import { describe, expect, it } from 'vitest';
import { standingOutcome } from '../../../src/domain/tender/standing-award.ts';
import { auditTender, readGolden } from '../../support/dossiers.ts';

describe('the award that stands, of the first engine', () => {
  const { dossier, events } = readGolden('gon-2027-engine-1.dossier.json');
  const { state } = auditTender(dossier, events);

  it('is what was stored, with what the engine of today tells besides', () => {
    const outcome = standingOutcome(state);
    expect(outcome.award.total).toBe('339');
    expect(outcome.award.proof?.kind).toBe('optimal');
  });

  it('is never another outcome in its place', () => {
    const award = state.award!;
    const forged = structuredClone(award.outcome) as { outcome: { award: { total: string } } };
    forged.outcome.award.total = '340';
    const changed = { ...state, award: { ...award, outcome: forged as typeof award.outcome } };
    expect(() => standingOutcome(changed)).toThrow('outcome-differs');
  });
});
