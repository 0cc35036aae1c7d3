import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import type { NewContractEvent } from '../../../src/domain/contract/events.ts';
import { evolveContracts, startContracts } from '../../../src/domain/contract/evolve.ts';
import { overviewOf } from '../../../src/domain/contract/overview.ts';
import type { ContractState } from '../../../src/domain/contract/state.ts';
import { toDoFor } from '../../../src/domain/contract/to-do.ts';
import { projectRoot } from '../../support/http.ts';

const { rules } = loadRuleSets(join(projectRoot(), 'criteria')).contracts.get('gon-2027.v1')!;
const AREA = { id: 'west', name: 'West' };

/** One contract from 2027 on, and what was recorded of it. */
function stateWith(...events: readonly NewContractEvent[]): ContractState {
  const told = (event: NewContractEvent, place: number) => ({
    ...event,
    seq: place + 1,
    at: '2026-11-01T09:00:00.000Z',
    actor: 'a',
  });
  const opened: NewContractEvent = {
    type: 'contracts-opened',
    payload: { title: 'T', rules, rulesSha256: '0'.repeat(64), officer: 'a', manager: 'b', fictional: true },
  };
  const state = startContracts('contract-x-1', told(opened, 0))!;
  for (const [place, event] of events.entries()) evolveContracts(state, told(event, place + 1));
  return state;
}
const added: NewContractEvent = {
  type: 'contract-added',
  payload: {
    area: AREA,
    provider: { name: 'Zorg', members: [] },
    subcontractors: [],
    reference: null,
    start: '2027-01-01',
    until: '2030-12-31',
    price: null,
    promises: { growthPath: null, others: [] },
    awarded: null,
  },
};
const signed: NewContractEvent = {
  type: 'contract-signed',
  payload: { area: 'west', signedOn: '2026-11-01', document: null },
};
const deciding: NewContractEvent = {
  type: 'deciding-agreed',
  payload: { monthsBefore: 6, decider: 'het college', reason: null },
};
const figures = (quarter: string, basic: number, all: number): NewContractEvent => ({
  type: 'figures-recorded',
  payload: {
    area: 'west',
    quarter,
    on: '2031-01-01',
    users: { basicVolunteers: 0, basicProfessionals: basic, additional: all - basic, communityInitiatives: basic },
    complaints: 0,
    spent: null,
    reason: null,
  },
});
const budget: NewContractEvent = {
  type: 'budget-set',
  payload: {
    chosen: [],
    firstYear: 2027,
    catchUp: 'ratio',
    keys: [{ key: 'equal', weight: '1' }],
    figures: [],
    volumes: [],
    savings: [],
    agreements: [],
    available: [],
    reason: null,
  },
};
const index = (year: number): NewContractEvent => ({
  type: 'index-recorded',
  payload: {
    year,
    percentage: '2',
    status: 'final',
    publishedOn: `${year - 1}-06-01`,
    on: `${year - 1}-06-01`,
    source: 'Brief',
    reason: null,
  },
});

const todo = (state: ContractState, asOf: string) => toDoFor(state, overviewOf(state, asOf), asOf);
const kinds = (state: ContractState, asOf: string): string[] => todo(state, asOf).map(({ kind }) => kind);

describe('what contracts ask now', () => {
  it('is a contract first, then to agree on deciding, to sign and to set the budget', () => {
    expect(kinds(stateWith(), '2026-11-15')).toEqual(['no-contracts']);
    expect(kinds(stateWith(added), '2026-11-15')).toEqual(['deciding', 'unsigned', 'budget']);
    expect(kinds(stateWith(added, signed, deciding), '2026-11-15')).toEqual(['budget']);
  });

  it('is nothing once the dossier is closed', () => {
    const closed: NewContractEvent = { type: 'dossier-closed', payload: { reason: 'Klaar.' } };
    expect(kinds(stateWith(added, closed), '2029-11-15')).toEqual([]);
  });

  it('is an extension from a year before the last day to decide on it, and that is late after it', () => {
    const state = stateWith(added, signed, deciding);
    const extensions = (asOf: string) =>
      todo(state, asOf).filter(({ kind }) => kind === 'extension' || kind === 'late' || kind === 'consider');
    expect(extensions('2029-06-29')).toEqual([]);
    expect(extensions('2029-06-30')).toEqual([
      { kind: 'extension', area: AREA, extension: 1, by: '2030-06-30' },
      { kind: 'consider', extension: 1, by: '2030-06-30' },
    ]);
    expect(extensions('2030-07-01')).toEqual([{ kind: 'late', area: AREA, extension: 1, by: '2030-06-30' }]);
  });

  it('is the quarters and years that are over without figures and without an evaluation', () => {
    const state = stateWith(added, signed, deciding, figures('2027-Q1', 10, 100));
    const asked = (asOf: string) => todo(state, asOf).filter(({ kind }) => kind === 'figures' || kind === 'evaluation');
    expect(asked('2027-06-30')).toEqual([]);
    expect(asked('2027-07-01')).toEqual([{ kind: 'figures', area: AREA, quarters: ['2027-Q2'] }]);
    expect(asked('2028-01-01')).toEqual([
      { kind: 'figures', area: AREA, quarters: ['2027-Q2', '2027-Q3', '2027-Q4'] },
      { kind: 'evaluation', area: AREA, year: 2027 },
    ]);
  });

  it('asks nothing of after the day on which a contract ended', () => {
    const ended: NewContractEvent = {
      type: 'contract-ended',
      payload: { area: 'west', on: '2027-05-15', reason: 'Faillissement.', document: null },
    };
    const asked = todo(stateWith(added, ended), '2029-03-01').filter(
      ({ kind }) => kind !== 'budget' && kind !== 'deciding',
    );
    expect(asked).toEqual([
      { kind: 'figures', area: AREA, quarters: ['2027-Q1', '2027-Q2'] },
      { kind: 'evaluation', area: AREA, year: 2027 },
    ]);
  });

  it('is the norm of the growth path that is at risk, and the last one that was missed', () => {
    const growth = (state: ContractState, asOf: string) =>
      todo(state, asOf).flatMap((one) => (one.kind === 'growth' ? [[one.is, one.step.by, one.step.missing]] : []));
    const slow = [figures('2027-Q1', 10, 100), figures('2027-Q2', 11, 100)];
    expect(growth(stateWith(added, ...slow), '2027-07-15')).toEqual([['at-risk', '2027-12-31', 4]]);
    const missed = stateWith(added, ...slow, figures('2027-Q3', 12, 100), figures('2027-Q4', 13, 100));
    expect(growth(missed, '2028-01-15')).toEqual([
      ['missed', '2027-12-31', 2],
      ['at-risk', '2028-12-31', 17],
    ]);
  });

  it('is the first year without a percentage, up to the next year', () => {
    const years = (asOf: string) =>
      todo(stateWith(added, signed, deciding, budget, index(2026), index(2027)), asOf).flatMap((one) =>
        one.kind === 'index' ? [one.year] : [],
      );
    expect(years('2026-12-31')).toEqual([]);
    expect(years('2027-01-01')).toEqual([2028]);
  });

  it('says that a budget cannot be computed any more', () => {
    const second: NewContractEvent = {
      type: 'contract-added',
      payload: { ...added.payload, area: { id: 'oost', name: 'Oost' } } as typeof added.payload,
    };
    const divided: NewContractEvent = {
      ...budget,
      payload: {
        ...budget.payload,
        keys: [{ key: 'users', weight: '1' }],
        figures: [{ key: 'users', area: 'west', figure: '10' }],
      } as typeof budget.payload,
    } as NewContractEvent;
    const state = stateWith(added, divided, second as NewContractEvent);
    expect(kinds(state, '2026-11-15')).toContain('budget-refused');
  });
});
