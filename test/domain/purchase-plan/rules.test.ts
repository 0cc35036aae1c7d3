import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { pillarsOf } from '../../../src/domain/purchase-plan/functional-model.ts';
import { readPurchasePlan } from '../../../src/domain/purchase-plan/rules.ts';
import { publishedRules } from '../../support/dossiers.ts';

const { purchasePlans, functionalModels } = publishedRules();
const groningen = purchasePlans.get('groningen-2017.v1')!.rules;
const haren = purchasePlans.get('haren-2013.v1')!.rules;
const pillars = new Set(pillarsOf(functionalModels.get('functional-model-2013.v1')!.rules).map(({ id }) => id));

describe('the plan of Groningen of 2017', () => {
  it('says of each service how it is bought, as Raadsbrief 2017 does', () => {
    expect(groningen.services.map(({ id, instrument, starts, until }) => [id, instrument, starts, until])).toEqual([
      ['wij-teams', 'in-house', '2018-01-01', null],
      ['youth-care', 'joint-purchase', '2018-01-01', '2020-12-31'],
      ['protected-housing', 'undecided', '2018-01-01', null],
      ['walk-in', 'extension', '2018-01-01', null],
      ['individual-support', 'extension', '2018-01-01', '2018-12-31'],
      ['day-activities', 'extension', '2018-01-01', '2018-12-31'],
      ['short-stay', 'extension', '2018-01-01', '2018-12-31'],
      ['household-help', 'extension', '2018-01-01', '2018-12-31'],
      ['aids', 'tender', null, null],
      ['transport', 'tender', null, null],
    ]);
  });

  it('ties the number of providers to a maximum without a figure, which the source does not give', () => {
    const figures = groningen.services.flatMap(({ maximum }) => (maximum ? [maximum.number] : []));
    expect(figures).toEqual([null, null]);
  });

  it('plans 2017: inform, the frame to the council, buy, implement', () => {
    expect(groningen.phases.map(({ id, from, until }) => [id, from, until])).toEqual([
      ['inform', '2017-01-01', '2017-03-31'],
      ['purchase', '2017-05-01', '2017-08-31'],
      ['implementation', '2017-09-01', '2017-12-31'],
    ]);
    const frame = groningen.services.find(({ id }) => id === 'protected-housing')!.moments[0]!;
    expect([frame.from, frame.until, frame.decider!.nl]).toEqual(['2017-04-01', '2017-04-30', 'De gemeenteraad']);
  });

  it('says of every scale and pillar that they are not of the source', () => {
    for (const { id, ours, pillar, pillarReason } of groningen.services) {
      expect([id, ours !== undefined, pillar !== null || pillarReason !== undefined]).toEqual([id, true, true]);
    }
  });
});

describe('the project plan of Haren of 2013', () => {
  it('has nine phases, with the dates of the source', () => {
    expect(haren.phases.map(({ from, until }) => [from, until])).toEqual([
      ['2013-11-12', '2013-11-12'],
      [null, '2014-01-31'],
      [null, '2014-03-31'],
      [null, null],
      [null, '2014-06-30'],
      [null, '2014-06-30'],
      [null, '2014-06-30'],
      [null, '2014-06-30'],
      ['2014-11-01', '2014-11-01'],
    ]);
    expect(haren.moments).toHaveLength(3);
    expect(haren.services).toEqual([]);
  });
});

describe('an example of a plan that is not sound', () => {
  const fault = (
    change: (copy: typeof groningen) => void,
    known: ReadonlySet<string> | undefined = pillars,
  ): unknown => {
    const copy = structuredClone(groningen);
    change(copy);
    try {
      readPurchasePlan(copy, 'plan.json', () => known);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'rule-set-invalid') return error.details.path;
      throw error;
    }
    return null;
  };

  it('is refused, with where it is wrong', () => {
    expect(fault(() => {})).toBeNull();
    expect(fault(({ services }) => (services[0]!.pillar = 'eighth'))).toBe('services.0.pillar');
    expect(fault(({ services }) => delete services[1]!.pillarReason)).toBe('services.1.pillarReason');
    expect(fault(({ services }) => (services[1]!.until = '2017-12-31'))).toBe('services.1.until');
    expect(fault(({ services }) => (services[2]!.moments[0]!.until = '2017-03-31'))).toBe('services.2.moments.0.until');
    expect(fault(({ services }) => (services[1]!.id = 'wij-teams'))).toBe('services.1.id');
    expect(fault(({ phases }) => (phases[0]!.until = '2016-12-31'))).toBe('phases.0.until');
    expect(fault(({ year }) => year, new Set())).toBe('services.0.pillar');
    const nowhere = () => readPurchasePlan(groningen, 'plan.json', () => undefined);
    expect(nowhere).toThrow('rule-set-invalid');
  });
});
