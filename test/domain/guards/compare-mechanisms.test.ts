import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMechanisms } from '../../../src/domain/guards/compare-mechanisms.ts';
import { compare, exact } from '../../../src/domain/number.ts';
import type { Mechanism } from '../../../src/domain/rules/mechanisms.ts';
import { randomTender, sample, smallRules } from '../../support/tender.ts';
import { priceAndQuality } from './support.ts';

const of = (input: Parameters<typeof compareMechanisms>[0], mechanism: Mechanism) =>
  compareMechanisms(input)!.mechanisms.find((one) => one.mechanism === mechanism)!;

describe('the mechanisms side by side, by hand', () => {
  it('the demo: 339.0 by the highest total and by preferences, 338.5 in the order of the areas', () => {
    // docs/methods.md: in the order Centrum, West, Oost, Zuid the first is full after West, so Zuid goes to the second there.
    const { mechanisms, assumedPreferences } = compareMechanisms(sample())!;
    expect(mechanisms.map(({ mechanism, announced, total }) => [mechanism, announced, total])).toEqual([
      ['highest-total', true, '339'],
      ['preferences', false, '339'],
      ['fixed-order', false, '677/2'],
    ]);
    expect(assumedPreferences).toBe(true);
    expect(mechanisms.map(({ complaints }) => complaints)).toEqual([
      [],
      [],
      [{ bid: 'appelvink', lot: 'zuid-haren', holder: 'grutto' }],
    ]);
  });

  it('the sample with a price: the highest total gives a bidder the lot that it wants less', () => {
    expect(of(priceAndQuality(), 'highest-total')).toMatchObject({
      total: '15533/100',
      complaints: [{ bid: 'kievit', lot: 'zuid', holder: 'wielewaal' }],
    });
    expect(of(priceAndQuality(), 'preferences')).toMatchObject({
      total: '155',
      lots: [
        { lot: 'noord', bid: 'scholekster' },
        { lot: 'zuid', bid: 'kievit' },
      ],
      complaints: [],
    });
    expect(of(priceAndQuality(), 'fixed-order').otherOrders).toEqual([
      {
        order: ['zuid', 'noord'],
        lots: [
          { lot: 'noord', bid: 'scholekster' },
          { lot: 'zuid', bid: 'kievit' },
        ],
      },
    ]);
  });

  it('combinations cannot be compared', () => {
    const rules = {
      ...smallRules({ lots: 2 }),
      combinations: [{ id: 'both', name: 'Samen', lots: ['lot-1', 'lot-2'] }],
    };
    expect(compareMechanisms({ rules, bids: [], consensus: [] })).toBeUndefined();
  });
});

describe('any tender', () => {
  it('has no higher sum over as many lots than that of the highest total, and no complaint under preferences', () => {
    fc.assert(
      fc.property(randomTender, (input) => {
        const { mechanisms } = compareMechanisms(input)!;
        const best = mechanisms[0]!;
        for (const other of mechanisms.slice(1)) {
          if (other.mechanism === 'preferences') expect(other.complaints).toEqual([]);
          if (other.status !== 'awarded') continue;
          expect(best.status).not.toBe('impossible');
          if (best.status !== 'awarded') {
            // A draw between equals: the sum is known all the same.
            if (best.total !== null && other.total !== null && other.lots.length === input.rules.lots.length) {
              expect(compare(exact(best.total), exact(other.total))).toBeGreaterThanOrEqual(0);
            }
            continue;
          }
          expect(best.lots.length).toBeGreaterThanOrEqual(other.lots.length);
          if (best.lots.length === other.lots.length && other.total !== null) {
            expect(compare(exact(best.total!), exact(other.total))).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
