import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractIn } from '../../../src/domain/contract/contracts.ts';
import type { NewContractEvent } from '../../../src/domain/contract/events.ts';
import { areaOverview, overviewOf } from '../../../src/domain/contract/overview.ts';
import { standing } from '../../../src/domain/contract/state.ts';
import { toDecimalText } from '../../../src/domain/number.ts';
import { contractDossier } from '../../support/contract-dossier.ts';
import { BUDGET, figuresOf, indexOf } from '../../support/contracts.ts';

const reason = 'Verbeterd.';
const withdraw = (seq: number): NewContractEvent => ({ type: 'entry-withdrawn', payload: { seq, reason } });

describe('what follows from what was recorded of contracts', () => {
  it('keeps every figure that was corrected, whatever the order', () => {
    const record = fc.record({ quarter: fc.integer({ min: 1, max: 4 }), users: fc.nat({ max: 500 }) });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), (records) => {
        const { say, state } = contractDossier();
        const seen = new Set<number>();
        for (const { quarter, users } of records) {
          const change = seen.has(quarter) ? { reason } : {};
          say(figuresOf('west', `2027-Q${quarter}`, '2028-01-10', [users, 0, 10, 0], change));
          seen.add(quarter);
        }
        const { quarters } = areaOverview(state(), contractIn(state(), 'west')!, '2028-02-01');
        for (const { quarter, now, before } of quarters) {
          const told = records.filter((one) => `2027-Q${one.quarter}` === quarter).map(({ users }) => users);
          const kept = [...before, now].map(({ payload }) => payload.users.basicVolunteers);
          expect(kept).toEqual(told);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets an entry that was withdrawn be read, and counts it no longer', () => {
    const { say, state } = contractDossier();
    say(figuresOf('west', '2027-Q1', '2027-04-10', [1, 1, 8, 0], { complaints: 3 }));
    const { seq } = state().entries.at(-1)!;
    say(withdraw(seq));
    expect(state().entries.at(-1)).toMatchObject({ seq, payload: { complaints: 3 } });
    expect(state().withdrawn.get(seq)).toMatchObject({ by: 'officer', reason });
    expect(standing(state(), 'figures-recorded')).toEqual([]);
    // What takes its place is no correction.
    say(figuresOf('west', '2027-Q1', '2027-04-11', [1, 1, 8, 0]));
    expect(overviewOf(state(), '2027-05-01').areas[0]!.years).toMatchObject([{ year: 2027, complaints: 0 }]);
  });

  it('divides the sum of each year over the areas to the cent, and says which percentages are missing', () => {
    const { say, state } = contractDossier();
    const figures = ['west', 'oost'].map((area, place) => ({
      key: 'population' as const,
      area,
      figure: String(1000 + place),
    }));
    say({ type: 'budget-set', payload: { ...BUDGET, keys: [{ key: 'population', weight: '1' }], figures } });
    say(indexOf(2026, 'provisional', '3', '2026-10-01'), indexOf(2027, 'provisional', '2', '2026-10-01'));
    const { budget } = overviewOf(state(), '2027-02-01', { lowest: '1', highest: '3' });
    if (!budget || !('outcome' in budget)) throw new Error('no budget');
    const { outcome } = budget;
    // 16.0 + 0.8 + 0.95 million in prices of 2025, by 1.03 and 1.02.
    expect(toDecimalText(outcome.sum, 0)).toBe('17750000');
    const [first, second] = outcome.years;
    expect(toDecimalText(first!.euro!, 2)).toBe('18648150.00');
    expect(first!.shares.map(({ euro }) => toDecimalText(euro, 2))).toEqual(['9319415.29', '9328734.71']);
    expect(toDecimalText(first!.available!.left, 2)).toBe('351850.00');
    expect(outcome.missing[0]).toBe(2028);
    expect([second!.euro, toDecimalText(second!.range!.lowest, 2), toDecimalText(second!.range!.highest, 2)]).toEqual([
      null,
      '18834631.50',
      '19207594.50',
    ]);
    expect(outcome.years.at(-1)!.year).toBe(2039);
  });

  it('counts what became of the providers of before', () => {
    const { say, state } = contractDossier();
    const takeOver = (provider: string, step: 'contracted' | 'solved-otherwise' | 'in-talks', users: number) =>
      say({
        type: 'take-over-recorded',
        payload: { area: 'west', provider, step, on: '2026-11-01', users, staff: 2, consulted: step !== 'in-talks' },
      });
    for (let place = 1; place <= 9; place++) takeOver(`Aanbieder ${place}`, 'contracted', 10);
    takeOver('Aanbieder 10', 'in-talks', 5);
    const at = () => overviewOf(state(), '2026-12-01').areas[0]!.continuity!;
    expect(at()).toMatchObject({
      contracted: 9,
      solved: 0,
      users: 95,
      usersSettled: 90,
      staff: 20,
      allConsulted: false,
    });
    expect(toDecimalText(at().contractedShare!, 2)).toBe('0.90');
    takeOver('Aanbieder 10', 'solved-otherwise', 4);
    expect(at()).toMatchObject({ solved: 1, users: 94, usersSettled: 94, allConsulted: true });
    expect(at().providers.at(-1)!.entries).toHaveLength(2);
  });

  it('is about the contract that an area had then', () => {
    const { say, state } = contractDossier();
    say({ type: 'contract-ended', payload: { area: 'west', on: '2028-12-31', reason, document: null } });
    const [first] = state().entries;
    if (first?.type !== 'contract-added') throw new Error('no contract');
    say({ type: 'contract-added', payload: { ...first.payload, start: '2029-01-01', until: '2030-12-31' } });
    say(figuresOf('west', '2029-Q1', '2029-04-10', [1, 1, 8, 0]));
    const own = overviewOf(state(), '2029-05-01').areas.map(({ quarters }) => quarters.length);
    expect(own).toEqual([0, 0, 1]);
  });
});
