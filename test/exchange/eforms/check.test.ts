import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTICE_RULES, type NoticeRule, type NoticeToCheck, noticeFaults } from '../../../src/exchange/eforms/check.ts';

type Rows = readonly (readonly [field: string, value: string | number | null])[];
const group = (of: string, lot: string | null, rows: Rows): NoticeToCheck['groups'][number] => ({
  of,
  lot,
  rows: rows.map(([field, value]) => ({ field, value })),
});
const LOT = 'LOT-0001';
const weighing = (number: number, kind: string): NoticeToCheck['groups'][number] =>
  group('criterion', LOT, [
    ['BT-539', 'quality'],
    ['BT-541', number],
    ['BT-5421', kind],
  ]);

/** A notice that obeys the rules, with something else in it. */
const call = (procedure: Rows, ...lot: NoticeToCheck['groups']): NoticeToCheck => ({
  subtype: 20,
  lots: 2,
  groups: [
    group('procedure', null, [['BT-88', 'Zo gaat het.'], ...procedure]),
    group('lot', LOT, [['BT-99', null]]),
    ...lot,
  ],
});
const result = (rows: Rows, ...more: NoticeToCheck['groups']): NoticeToCheck => ({
  subtype: 33,
  lots: 2,
  groups: [
    group('procedure', null, []),
    group('lot', LOT, [['BT-99', null]]),
    group('result', LOT, [...rows, ['BT-759', 3], ['BT-760', 'tenders']]),
    ...more,
  ],
});
const broken = (notice: NoticeToCheck): NoticeRule[] => noticeFaults(notice).map(({ rule }) => rule);

const PROVOKED: Readonly<Record<NoticeRule, NoticeToCheck>> = {
  'code-unknown': call([], group('criterion', LOT, [['BT-539', 'beauty']])),
  'percentages-sum': call([], weighing(50, 'per-exa'), weighing(48, 'per-exa')),
  'decimals-sum': call([], weighing(0.5, 'dec-exa'), weighing(0.4, 'dec-exa')),
  'order-mixed': call([], weighing(1, 'ord-imp'), weighing(2, 'poi-exa')),
  'one-minimum-score': call(
    [],
    group('criterion', LOT, [
      ['BT-541', 4],
      ['BT-5423', 'min-score'],
      ['BT-541', 6],
      ['BT-5423', 'min-score'],
    ]),
  ),
  'weights-exact': result([['BT-142', 'selec-w']], weighing(100, 'per-mid')),
  'lot-limits': call([
    ['BT-31', 1],
    ['BT-33', 2],
  ]),
  'features-missing': { ...call([]), groups: [group('procedure', null, []), group('lot', LOT, [['BT-99', null]])] },
  'review-missing': {
    subtype: 20,
    lots: 2,
    groups: [group('procedure', null, [['BT-88', 'x']]), group('lot', LOT, [])],
  },
  'winner-missing': result([]),
  'reason-without-closing': result([
    ['BT-142', 'open-nw'],
    ['BT-144', 'no-rece'],
  ]),
  'submissions-pair': {
    ...result([]),
    groups: [
      group('procedure', null, []),
      group('lot', LOT, [['BT-99', 'x']]),
      group('result', LOT, [
        ['BT-142', 'selec-w'],
        ['BT-759', 3],
      ]),
    ],
  },
  'lowest-value': result([
    ['BT-142', 'selec-w'],
    ['BT-710', 100],
  ]),
  'decision-after-contract': result(
    [['BT-142', 'selec-w']],
    group('winner', LOT, [
      ['BT-1451', '2027-03-11'],
      ['BT-145', '2027-03-10'],
    ]),
  ),
};

describe('the rules of eForms', () => {
  it.each(NOTICE_RULES)('find %s, and nothing else', (rule) => {
    expect(broken(PROVOKED[rule])).toEqual([rule]);
  });

  it.each<[string, NoticeToCheck]>([
    ['percentages that sum to 100 within 1', call([], weighing(33.33, 'per-exa'), weighing(66, 'per-exa'))],
    ['decimals that sum to 1 within 0.01', call([], weighing(0.333, 'dec-exa'), weighing(0.66, 'dec-exa'))],
    ['points that sum to anything', call([], weighing(70, 'poi-exa'), weighing(10, 'poi-exa'))],
    ['an order of importance by itself', call([], weighing(1, 'ord-imp'), weighing(2, 'ord-imp'))],
    [
      'as many lots to win as to bid for',
      call([
        ['BT-31', 2],
        ['BT-33', 2],
      ]),
    ],
    [
      'a reason with a lot that is closed',
      result([
        ['BT-142', 'clos-nw'],
        ['BT-144', null],
      ]),
    ],
    [
      'a decision on the day of the contract',
      result(
        [['BT-142', 'selec-w']],
        group('winner', LOT, [
          ['BT-1451', '2027-03-10'],
          ['BT-145', '2027-03-10'],
        ]),
      ),
    ],
    [
      'days that are still to be filled in',
      result(
        [['BT-142', 'selec-w']],
        group('winner', LOT, [
          ['BT-1451', '2027-03-10'],
          ['BT-145', null],
        ]),
      ),
    ],
  ])('let through %s', (_, notice) => expect(broken(notice)).toEqual([]));

  it('forbid limits of lots in a result, and where there is one lot', () => {
    const limits: Rows = [['BT-33', 1]];
    expect(broken({ ...call(limits), lots: 1 })).toEqual(['lot-limits']);
    const after = result([['BT-142', 'selec-w']]);
    expect(broken({ ...after, groups: [group('procedure', null, limits), ...after.groups.slice(1)] })).toEqual([
      'lot-limits',
    ]);
  });

  it('a sum of percentages breaks its rule exactly where it is more than 1 off', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (weights) => {
        const sum = weights.reduce((all, one) => all + one, 0);
        const notice = call([], ...weights.map((one) => weighing(one, 'per-exa')));
        expect(broken(notice)).toEqual(Math.abs(sum - 100) > 1 ? ['percentages-sum'] : []);
      }),
    );
  });
});
