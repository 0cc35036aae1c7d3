import { describe, expect, it } from 'vitest';
import { mayAuditContracts, mayCause, mayViewContracts, readerOf } from '../../../src/domain/contract/access.ts';
import type { Role } from '../../../src/domain/roles.ts';
import { contractDossier } from '../../support/contract-dossier.ts';

const { state, say } = contractDossier();
const viewer = (id: string, ...roles: readonly Role[]) => ({ id, roles });

describe('who looks on at contracts', () => {
  it.each([
    ['officer', ['procurement-officer'], 'officer'],
    ['manager', ['contract-manager'], 'manager'],
    ['manager', ['procurement-officer'], 'manager'],
    ['somebody', ['committee-member'], 'committee'],
    ['somebody', ['auditor'], 'auditor'],
    ['officer', ['auditor'], null],
    ['somebody', ['procurement-officer'], null],
    ['somebody', ['contract-manager'], null],
    ['somebody', ['assessor', 'administrator'], null],
  ] as const)('%s with %j is %s', (id, roles, reader) => {
    const who = viewer(id, ...roles);
    expect(readerOf(state(), who)).toBe(reader);
    expect(mayViewContracts(state(), who)).toBe(reader !== null);
    expect(mayAuditContracts(state(), who)).toBe(reader === 'auditor');
  });

  it('causes only what is his or hers, while the contracts are followed', () => {
    const [officer, manager] = [viewer('officer', 'procurement-officer'), viewer('manager', 'contract-manager')];
    expect(mayCause(state(), officer, 'budget-set')).toBe(true);
    expect(mayCause(state(), manager, 'budget-set')).toBe(false);
    expect(mayCause(state(), manager, 'figures-recorded')).toBe(true);
    expect(mayCause(state(), viewer('somebody', 'committee-member'), 'figures-recorded')).toBe(false);
    say({ type: 'dossier-closed', payload: { reason: 'De contracten zijn voorbij.' } });
    expect(mayCause(state(), manager, 'figures-recorded')).toBe(false);
    expect(mayCause(state(), officer, 'dossier-reopened')).toBe(true);
  });
});
