import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/procedure/calendar.ts';
import { countBack, countService, datesOf } from '../../../src/domain/purchase-plan/count-back.ts';
import { publishedRules } from '../../support/dossiers.ts';
import { plannedWith, serviceWith } from '../../support/purchase-plan.ts';

const model = publishedRules().functionalModels.get('functional-model-2013.v1')!.rules;
const STEPS = [
  { name: 'Voorbereiden', weeks: 8 },
  { name: 'Aanbesteden', weeks: 20 },
  { name: 'Overdragen', weeks: 12 },
];
/** 40 weeks before 1 January 2028. */
const planned = serviceWith({ starts: '2028-01-01', steps: STEPS });
const standing = (today: string, change: Parameters<typeof serviceWith>[0] = {}) =>
  countService({ ...planned, ...change }, model, today).standing;

describe('counting back from the start of an agreement', () => {
  it('lays the steps so that the last one ends the day before', () => {
    expect(countBack(STEPS, '2028-01-01')).toEqual([
      { name: 'Voorbereiden', weeks: 8, start: '2027-03-27', end: '2027-05-21' },
      { name: 'Aanbesteden', weeks: 20, start: '2027-05-22', end: '2027-10-08' },
      { name: 'Overdragen', weeks: 12, start: '2027-10-09', end: '2027-12-31' },
    ]);
    expect(countBack([], '2028-01-01')).toEqual([]);
  });

  it('leaves no day out and counts none twice, whatever the steps', () => {
    const steps = fc.array(fc.record({ name: fc.constant('stap'), weeks: fc.integer({ min: 1, max: 260 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2010-01-01', days));
    fc.assert(
      fc.property(steps, day, (given, starts) => {
        const counted = countBack(given, starts);
        expect(addDays(counted.at(-1)!.end, 1)).toBe(starts);
        for (const [at, { start, end, weeks }] of counted.entries()) {
          expect(addDays(start, weeks * 7 - 1)).toBe(end);
          if (at > 0) expect(addDays(counted[at - 1]!.end, 1)).toBe(start);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says when to begin, and how many days are left', () => {
    expect(standing('2027-03-20')).toEqual({ kind: 'ahead', begin: '2027-03-27', days: 7 });
    expect(standing('2027-03-27')).toEqual({ kind: 'ahead', begin: '2027-03-27', days: 0 });
  });

  it('says that it is too late, and when it could start if it is begun today', () => {
    const late = { kind: 'late', begin: '2027-03-27', begun: null, days: 10, earliest: '2028-01-11' };
    expect(standing('2027-04-06')).toEqual(late);
  });

  it('says of what was begun whether that was in time', () => {
    expect(standing('2027-06-01', { begun: '2027-03-01' })).toEqual({
      kind: 'begun',
      begin: '2027-03-27',
      begun: '2027-03-01',
    });
    expect(standing('2027-06-01', { begun: '2027-04-01' })).toEqual({
      kind: 'late',
      begin: '2027-03-27',
      begun: '2027-04-01',
      days: 5,
      earliest: '2028-01-06',
    });
  });

  it('counts nothing without a start or steps, and not any more once the agreement runs', () => {
    expect(standing('2027-01-01', { starts: null })).toEqual({ kind: 'unknown', missing: ['starts'] });
    expect(standing('2027-01-01', { steps: [] })).toEqual({ kind: 'unknown', missing: ['steps'] });
    expect(standing('2028-01-01')).toEqual({ kind: 'started', starts: '2028-01-01' });
    const until = '2028-12-31';
    expect(standing(until, { until })).toEqual({ kind: 'started', starts: '2028-01-01' });
    expect(standing('2029-01-01', { until })).toEqual({ kind: 'ended', starts: '2028-01-01', until });
  });
});

describe('what does not go together in a service', () => {
  const attention = (change: Parameters<typeof serviceWith>[0]) =>
    countService(serviceWith(change), model, '2027-01-01').attention;
  const current = (ends: string) => ({ providers: 'Zorg B.V.', ends });

  it('is a gap between the current contract and the new one', () => {
    expect(attention({ current: current('2027-12-31'), starts: '2028-02-01' })).toEqual([
      { kind: 'gap', from: '2028-01-01', until: '2028-01-31', days: 31 },
    ]);
    expect(attention({ current: current('2027-12-31'), starts: '2028-01-01' })).toEqual([]);
    expect(attention({ current: null, starts: '2028-01-01' })).toEqual([]);
  });

  it('is that both run side by side', () => {
    expect(attention({ current: current('2028-03-31'), starts: '2028-01-01', until: '2028-01-31' })).toEqual([
      { kind: 'overlap', from: '2028-01-01', until: '2028-01-31', days: 31 },
    ]);
    expect(attention({ current: current('2028-03-31'), starts: '2028-01-01' })).toMatchObject([{ days: 91 }]);
  });

  it.each([
    ['wmo-experts', 'local', 'smaller'],
    ['wmo-basic-facilities', 'sub-regional', 'larger'],
    ['wmo-basic-support', 'regional', 'larger'],
  ] as const)('is another scale than the model has for %s: %s is %s', (pillar, scale, planned) => {
    const found = attention({ pillar, pillarReason: null, scale });
    expect(found).toMatchObject([{ kind: 'other-scale', planned, pillar: { id: pillar } }]);
  });

  it('is not a scale between which the model leaves the choice', () => {
    expect(attention({ pillar: 'wmo-basic-support', pillarReason: null, scale: 'sub-regional' })).toEqual([]);
  });
});

describe('the days of a plan', () => {
  it('are in order: what ends, what is to be begun, what starts and what is decided', () => {
    const moments = [plannedWith({ from: '2027-04-01', until: '2027-04-30' })];
    const service = { ...planned, current: { providers: 'Zorg B.V.', ends: '2027-12-31' }, moments };
    const found = datesOf([service], [plannedWith({ until: '2027-05-01' })], [plannedWith()]);
    expect(found.map(({ on, what }) => [on, what.kind])).toEqual([
      ['2027-03-27', 'begin'],
      ['2027-04-30', 'moment'],
      ['2027-05-01', 'phase'],
      ['2027-05-22', 'step'],
      ['2027-10-09', 'step'],
      ['2027-12-31', 'ends'],
      ['2028-01-01', 'starts'],
    ]);
  });
});
