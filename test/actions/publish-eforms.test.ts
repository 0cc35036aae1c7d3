import { describe, expect, it } from 'vitest';
import { noticesFile, noticesOf } from '../../src/actions/publish-eforms.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { dossierIn } from '../support/dossier.ts';
import { sample, smallInput, smallRules } from '../support/tender.ts';
import { WHOLE_DOSSIERS, wholeDossier } from '../support/whole-dossiers.ts';

const AUTHORITY = { name: 'Gemeente Groningen' };
const awarded = (input: Parameters<typeof dossierIn>[1]): TenderState => dossierIn('awarded', input).state()!;

/** The values of a field, with the lot of each. */
function valuesOf(state: TenderState, subtype: 20 | 33, field: string) {
  const found = noticesOf(state, AUTHORITY, state.award !== null).find(({ notice }) => notice.subtype === subtype)!;
  return found.notice.groups.flatMap(({ lot, rows }) =>
    rows.flatMap((row) => (row.field === field ? [[lot, row.value] as const] : [])),
  );
}

it.each(WHOLE_DOSSIERS)('the notices of %s obey the rules of eForms', (name) => {
  const { state } = wholeDossier(name);
  for (const { notice, faults } of noticesOf(state, { name: null }, state.award !== null)) {
    expect(faults, `subtype ${notice.subtype}`).toEqual([]);
  }
});

describe('the notices of the demo', () => {
  const state = awarded(sample());

  it('has a call, and a result only for who may be told the award', () => {
    const subtypes = (withAward: boolean) => noticesOf(state, AUTHORITY, withAward).map(({ notice }) => notice.subtype);
    expect([subtypes(false), subtypes(true)]).toEqual([[20], [20, 33]]);
  });

  it('say who buys, how many areas one may bid for and win, and the weight of every criterion', () => {
    expect(valuesOf(state, 20, 'BT-500')).toEqual([[null, 'Gemeente Groningen']]);
    expect(valuesOf(state, 20, 'BT-31')).toEqual([[null, 4]]);
    expect(valuesOf(state, 20, 'BT-33')).toEqual([[null, 2]]);
    expect(valuesOf(state, 33, 'BT-33')).toEqual([]);
    const first = valuesOf(state, 20, 'BT-541').filter(([lot]) => lot === 'LOT-0001');
    // Weights, with the minimum scores of the first and the fourth after theirs, and the price that is fixed.
    expect(first.map(([, value]) => value)).toContain(10.5);
    expect(valuesOf(state, 20, 'BT-5421').length).toBe(7 * 4);
    expect(valuesOf(state, 20, 'BT-5422').map(([, value]) => value)).toEqual(Array(4).fill('fix-tot'));
  });

  it('have the end of the bids as the deadline of each lot, where it is announced', () => {
    const kept = valuesOf(state, 20, 'BT-131');
    expect(kept).toEqual(state.rules.lots.map((_, place) => [`LOT-000${place + 1}`, null]));
    const dates = [{ name: { nl: 'Sluiting', en: 'Closing' }, date: '2027-06-01', kind: 'bids' as const }];
    const dated = { ...state, rules: { ...state.rules, course: { ...state.rules.course, dates } } };
    expect(valuesOf(dated, 20, 'BT-131')).toEqual(kept.map(([lot]) => [lot, '2027-06-01']));
  });

  it('name the winner of each area and no other bidder', () => {
    expect(valuesOf(state, 33, 'BT-142').map(([, value]) => value)).toEqual(Array(4).fill('selec-w'));
    expect(valuesOf(state, 33, 'BT-500').filter(([lot]) => lot !== null)).toEqual([
      ['LOT-0001', 'Stichting Appelvink'],
      ['LOT-0002', 'Stichting Wulp'],
      ['LOT-0002', 'Tureluur Begeleiding'],
      ['LOT-0003', 'Korenwolf Ondersteuning'],
      ['LOT-0004', 'Stichting Appelvink'],
    ]);
    const file = noticesFile(noticesOf(state, AUTHORITY, true));
    expect(file).not.toContain('Grutto');
    expect(JSON.parse(file).notices.length).toBe(2);
  });
});

describe('lots', () => {
  it('of which the decision was sent have its day and the end of the standstill period, and one that was withdrawn asks for a reason', () => {
    const { state } = wholeDossier('procedure-6/going-back');
    expect(valuesOf(state, 33, 'BT-1451')).toContainEqual(['LOT-0002', '2027-03-10']);
    expect(valuesOf(state, 33, 'BT-99')[0]![1]).toBe('De opschortende termijn voor Lot 2 eindigt op 30 maart 2027.');
    expect(valuesOf(state, 33, 'BT-142')).toContainEqual(['LOT-0003', 'clos-nw']);
    expect(valuesOf(state, 33, 'BT-144')).toEqual([['LOT-0003', null]]);
    expect(valuesOf(state, 33, 'BT-720')).toContainEqual(['LOT-0001', 100]);
  });

  it('that nobody bid for, and in which no bid is valid, are closed for another reason', () => {
    const rules = smallRules({ lots: 3, minimumScore: '6', minimumWinners: 1 });
    const state = awarded(smallInput(rules, { 'a lot-1': '8', 'a lot-2': '4' }));
    expect(valuesOf(state, 33, 'BT-144')).toEqual([
      ['LOT-0002', 'all-rej'],
      ['LOT-0003', 'no-rece'],
    ]);
    expect(valuesOf(state, 33, 'BT-759').map(([, value]) => value)).toEqual([1, 1, 0]);
  });

  it('one lot has no limits, and a tender that needs a draw has no result yet', () => {
    const tie = awarded(smallInput(smallRules({ lots: 1 }), { 'a lot-1': '8', 'b lot-1': '8' }));
    expect(valuesOf(tie, 20, 'BT-31')).toEqual([]);
    expect(noticesOf(tie, AUTHORITY, true).map(({ notice }) => notice.subtype)).toEqual([20]);
  });
});

it('where a formula decides, it is said in words, and no weight says otherwise', () => {
  const { state } = wholeDossier('engine-3/vervoer');
  expect(valuesOf(state, 20, 'BT-543').length).toBe(state.rules.lots.length);
  expect(valuesOf(state, 20, 'BT-5421')).toEqual([]);
});
