import { describe, expect, it } from 'vitest';
import type { TermRules } from '../../../src/domain/contract/rules/term.ts';
import { awardedInTime, followTerm, type TermInput } from '../../../src/domain/contract/term.ts';

const sources = [{ document: 'Proef', section: '1' }];
const rulesOf = (years: number, extensions: readonly number[], more: Partial<TermRules> = {}): TermRules => ({
  years,
  extensions: extensions.map((one) => ({ years: one })),
  notices: [],
  sources,
  ...more,
});
const follow = (change: Partial<TermInput> = {}) =>
  followTerm({
    rules: rulesOf(4, [3, 3, 3]),
    start: '2027-01-01',
    until: null,
    deciding: { monthsBefore: 12, decider: 'Het college' },
    decisions: [],
    considered: [],
    endedOn: null,
    asOf: '2029-06-01',
    ...change,
  });
const decision = (extension: number, extended: boolean) => ({ extension, extended, decidedOn: '2029-10-01' });

describe('the term of a contract', () => {
  it('of four years and three times three runs to the end of 2039', () => {
    const { periods, sureUntil, latest, next } = follow();
    expect(periods.map(({ from, until, decideBy }) => [from, until, decideBy])).toEqual([
      ['2027-01-01', '2030-12-31', null],
      ['2031-01-01', '2033-12-31', '2029-12-31'],
      ['2034-01-01', '2036-12-31', '2032-12-31'],
      ['2037-01-01', '2039-12-31', '2035-12-31'],
    ]);
    expect([sureUntil, latest, next?.extension]).toEqual(['2030-12-31', '2039-12-31', 1]);
  });

  it('of four years and twice two runs from 2019 to the end of 2026', () => {
    const { periods, latest } = follow({ rules: rulesOf(4, [2, 2]), start: '2019-01-01', asOf: '2019-06-01' });
    expect(periods.map(({ until }) => until)).toEqual(['2022-12-31', '2024-12-31', '2026-12-31']);
    expect(latest).toBe('2026-12-31');
  });

  it('is decided on at the end of the term before where nothing was agreed', () => {
    expect(follow({ deciding: null }).next?.decideBy).toBe('2030-12-31');
  });

  it('is late from the day after the last moment on, and then what follows is off', () => {
    const statuses = (asOf: string) => follow({ asOf }).periods.map(({ status }) => status);
    expect(statuses('2029-12-31')).toEqual(['sure', 'open', 'open', 'open']);
    expect(statuses('2030-01-01')).toEqual(['sure', 'late', 'off', 'off']);
    expect(follow({ asOf: '2030-01-01' })).toMatchObject({ next: null, latest: '2030-12-31' });
  });

  it('follows what was decided', () => {
    expect(follow({ decisions: [decision(1, true)], asOf: '2030-06-01' })).toMatchObject({
      sureUntil: '2033-12-31',
      next: { extension: 2 },
    });
    const { periods, next } = follow({ decisions: [decision(1, false)] });
    expect(periods.map(({ status }) => status)).toEqual(['sure', 'off', 'off', 'off']);
    expect(next).toBeNull();
  });

  it('stops where the contract ended, and begins where it was agreed otherwise', () => {
    const { sureUntil, latest, periods } = follow({ endedOn: '2028-06-30' });
    expect([sureUntil, latest, periods[1]!.status]).toEqual(['2028-06-30', '2028-06-30', 'off']);
    expect(follow({ until: '2028-12-31' }).periods[1]!.from).toBe('2029-01-01');
  });

  it('asks to consider the growth path before each open extension, where the rules do', () => {
    const rules = rulesOf(4, [3, 3], { reconsiderGrowthPath: { sources } });
    expect(follow({ rules, considered: [1] }).periods.map(({ toConsider }) => toConsider)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('an award', () => {
  it('comes in time until three months before the start, that day included', () => {
    expect(awardedInTime('2027-01-01', '2026-10-01')).toEqual({ by: '2026-10-01', holds: true });
    expect(awardedInTime('2027-01-01', '2026-10-02').holds).toBe(false);
    expect(awardedInTime('2027-05-31', null)).toEqual({ by: '2027-02-28', holds: null });
  });
});
