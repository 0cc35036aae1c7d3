import { describe, expect, it } from 'vitest';
import { contractsInYear } from '../../../src/domain/contract/council-year.ts';
import { contractDossier } from '../../support/contract-dossier.ts';

describe('the contracts that ran in a year', () => {
  it('are there from the year of the start to that of the last day that is certain', () => {
    const { say, state } = contractDossier();
    const areas = (year: number) => contractsInYear(state(), year, '2033-02-01').map(({ area }) => area.id);
    expect([2026, 2027, 2030, 2031].map(areas)).toEqual([[], ['west', 'oost'], ['west', 'oost'], []]);
    say({
      type: 'growth-path-considered',
      payload: { extension: 1, steps: [], communityInitiatives: null, reason: 'De norm blijft.' },
    });
    const decided = {
      extension: 1,
      extended: true,
      decidedOn: '2026-11-01',
      by: 'het college',
      reason: 'Het gaat goed.',
    };
    say({ type: 'extension-decided', payload: { area: 'west', ...decided } });
    expect([2030, 2033, 2034].map(areas)).toEqual([['west', 'oost'], ['west'], []]);
  });
});
