import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/domain/evaluation/evaluate.ts';
import { exact, toDecimalText } from '../../../../src/domain/number.ts';
import type { PricePoints } from '../../../../src/domain/rules/price-rules.ts';
import { allow, clip, pricedInput, pricedRules, weighted } from '../../../support/priced.ts';

/** Price points out of `weight` for these prices, to a number of decimals. */
function pointsFor(
  points: PricePoints,
  weight: string,
  prices: Readonly<Record<string, string>>,
  decimals: number,
): Record<string, string> {
  const total = String(Number(weight) + 1);
  const rules = pricedRules(weighted(weight, points), { quality: '1', weightsTotal: total });
  const input = pricedInput(
    rules,
    Object.fromEntries(Object.entries(prices).map(([bid, price]) => [bid, ['0', price] as const])),
  );
  return Object.fromEntries(
    [...evaluate(input).lots[0]!.ranking]
      .sort((a, b) => (a.bid < b.bid ? -1 : 1))
      .map(({ bid, price }) => [bid, toDecimalText(exact(price!.points!), decimals)]),
  );
}

describe('the lowest price over the own price, as published', () => {
  const proportional = { kind: 'proportional', reference: 'lowest', ...clip } as const;

  it('Aanbestedingszaken: 60 points, 1,000,000 and 1,250,000', () => {
    // "Puntenmodel", https://aanbestedingszaken.nl/documentation/pricing/puntenmodel/
    expect(pointsFor(proportional, '60', { a: '1000000', b: '1250000' }, 4)).toEqual({ a: '60.0000', b: '48.0000' });
  });

  it('Negometrix: 70 points, 10,000 and 8,000', () => {
    // "Low Bid Scoring Formula", https://support-us.negometrix.com/support/solutions/articles/44001761046-low-bid-scoring-formula
    expect(pointsFor(proportional, '70', { a: '10000', b: '8000' }, 4)).toEqual({ a: '56.0000', b: '70.0000' });
  });

  it('Digital Outcomes and Specialists guidance: a score of 1 for 15,000, 10,000 and 30,000, to three decimals', () => {
    // As quoted by Public Spend Forum Europe, 17 May 2016,
    // http://publicspendforumeurope.com/2016/05/17/evaluating-and-scoring-price-questionable-advice-from-crown-commercial-service/
    expect(pointsFor(proportional, '1', { a: '15000', b: '10000', c: '30000' }, 3)).toEqual({
      a: '0.667',
      b: '1.000',
      c: '0.333',
    });
  });

  it('Impact Bids: 40 points for 100, 105 and 108, to whole points', () => {
    // "The Quality Imperative", https://impactbids.com/the-quality-imperative/
    expect(pointsFor(proportional, '40', { a: '100', b: '105', c: '108' }, 0)).toEqual({ a: '40', b: '38', c: '37' });
  });

  it('Tenderflow: 80 points for 90,000, 100,000 and 120,000, to two decimals', () => {
    // "Understanding the 80/20 and 90/10 Tender Scoring Systems", 12 Dec 2025,
    // https://www.tenderflow.co.za/blog/resources-guides/explainers/understanding-80-20-90-10-tender-scoring-systems
    // (figures only: the South African statutory formula is the linear one below).
    expect(pointsFor(proportional, '80', { a: '90000', b: '100000', c: '120000' }, 2)).toEqual({
      a: '80.00',
      b: '72.00',
      c: '60.00',
    });
  });

  it('design-build table 17-4: 40 points from an announced 1,000,000, to whole points', () => {
    // http://what-when-how.com/Tutorial/topic-424k9cn/Design-Build-for-Water-and-Wastewater-Projects-238.html
    const announced = { ...proportional, reference: '1000000' };
    expect(pointsFor(announced, '40', { a: '1200000', b: '1250000', c: '1100000' }, 0)).toEqual({
      a: '33',
      b: '32',
      c: '36',
    });
  });
});

describe('between two announced amounts, as published', () => {
  it('Market Dojo: a ceiling of 1,000; 500 gets 100 % and 750 gets 50 %', () => {
    // "How do I add weightings to my auction?", https://support.marketdojo.com/portal/en/kb/articles/how-do-i-create-a-weighted-auction
    // There the floor is the leading bid; here it is announced as 500.
    const bounds = { kind: 'bounds', floor: '500', ceiling: '1000', ...clip } as const;
    expect(pointsFor(bounds, '100', { a: '500', b: '750' }, 4)).toEqual({ a: '100.0000', b: '50.0000' });
    const saving = { kind: 'saving', reference: '1000', ...clip } as const;
    expect(pointsFor(saving, '100', { a: '500', b: '750' }, 4)).toEqual({ a: '100.0000', b: '50.0000' });
  });

  it('stegriff: 10 x (8,995 - price) / (8,995 - 5,995), to two decimals', () => {
    // https://stegriff.co.uk/upblog/scoring-values-from-0-to-10 (shopping, not a tender)
    const bounds = { kind: 'bounds', floor: '5995', ceiling: '8995', ...clip } as const;
    expect(pointsFor(bounds, '10', { a: '6450', b: '7295' }, 2)).toEqual({ a: '8.48', b: '5.67' });
  });

  it('Negometrix: nothing at the ceiling and all points at the floor', () => {
    // "De gewogen factor methode", https://support.negometrix.com/nl/support/solutions/articles/9000092064-de-gewogen-factor-methode
    const bounds = { kind: 'bounds', floor: '20', ceiling: '25', ...clip } as const;
    expect(pointsFor(bounds, '33', { a: '20', b: '25' }, 4)).toEqual({ a: '33.0000', b: '0.0000' });
  });
});

describe('a straight line from the lowest price, as published', () => {
  const doubled = { kind: 'linear', reference: 'lowest', zeroAt: '100', ...clip } as const;

  it('the South African formula: 80 points for 1,000,000, 1,100,000 and 1,200,000', () => {
    // "Tender evaluation criteria South Africa", https://app.bidready.co.za//blog/tender-basics/tender-evaluation-criteria-south-africa-price-vs-functionality
    expect(pointsFor(doubled, '80', { a: '1000000', b: '1100000', c: '1200000' }, 4)).toEqual({
      a: '80.0000',
      b: '72.0000',
      c: '64.0000',
    });
  });

  it('Market Dojo: 10 above a leading 100 keeps 90 %, not the 90.91 % of the lowest over the own price', () => {
    // https://support.marketdojo.com/portal/en/kb/articles/how-do-i-create-a-weighted-auction
    expect(pointsFor(doubled, '100', { a: '100', b: '110' }, 2)).toEqual({ a: '100.00', b: '90.00' });
    const proportional = { kind: 'proportional', reference: 'lowest', ...clip } as const;
    expect(pointsFor(proportional, '100', { a: '100', b: '110' }, 2)).toEqual({ a: '100.00', b: '90.91' });
  });

  it('materialsmanagement.info: 25 % and 40 % above the lowest is 25 % and 40 % below its score', () => {
    // https://materialsmanagement.info/materials-management-articles/Supplier's-bid-Comparison-Formula.htm
    expect(pointsFor(doubled, '100', { a: '100', b: '125', c: '140' }, 2)).toEqual({
      a: '100.00',
      b: '75.00',
      c: '60.00',
    });
  });

  it('Tonnenketten 2023: 10 points for the lowest, none from twice the lowest', () => {
    // https://de.openprocurements.com/tender/lieferung-von-tonnenketten-zubehor-2023-nach-din-5683
    expect(pointsFor(doubled, '10', { a: '100', b: '200', c: '250' }, 3)).toEqual({
      a: '10.000',
      b: '0.000',
      c: '0.000',
    });
  });
});

describe('steps above the lowest price', () => {
  it('American Classic Construction: 20 points, one less per 1,000; 50,000 and 52,000', () => {
    // "Selection criteria", 17 July 2018, https://americanclassicconstruction.com/2018/07/17/selection-criteria/
    for (const perFullStep of [true, false]) {
      const steps = { kind: 'steps', reference: 'lowest', step: '1000', points: '1', perFullStep, ...clip } as const;
      expect(pointsFor(steps, '20', { a: '50000', b: '52000' }, 4)).toEqual({ a: '20.0000', b: '18.0000' });
    }
  });

  // No published example tells a full tranche from a part of one: these figures are our own.
  it('a tranche counts when it is full, to the cent', () => {
    const steps = {
      kind: 'steps',
      reference: 'lowest',
      step: '5000',
      points: '1',
      perFullStep: true,
      ...clip,
    } as const;
    const prices = { a: '100000', b: '104999.99', c: '105000', d: '113128.50' };
    expect(pointsFor(steps, '40', prices, 0)).toEqual({ a: '40', b: '40', c: '39', d: '38' });
  });

  it('below an announced amount a full tranche earns points, where more than the maximum is allowed', () => {
    const steps = {
      kind: 'steps',
      reference: '100000',
      step: '5000',
      points: '1',
      perFullStep: true,
      ...allow,
    } as const;
    expect(pointsFor(steps, '40', { a: '95000', b: '95000.01' }, 0)).toEqual({ a: '41', b: '40' });
    expect(pointsFor({ ...steps, ...clip }, '40', { a: '95000' }, 0)).toEqual({ a: '40' });
  });
});

describe('the ends of a formula (own figures)', () => {
  it('saving: nobody saves when nobody asks less than the announced amount', () => {
    const saving = { kind: 'saving', reference: '100', ...clip } as const;
    expect(pointsFor(saving, '40', { a: '100', b: '120' }, 0)).toEqual({ a: '0', b: '0' });
    expect(pointsFor({ ...saving, ...allow }, '40', { a: '80', b: '110' }, 0)).toEqual({ a: '40', b: '-20' });
  });

  it('points below zero and above the maximum only where that was announced', () => {
    const linear = { kind: 'linear', reference: '100', zeroAt: '50' } as const;
    const prices = { a: '75', b: '100', c: '125', d: '200' };
    expect(pointsFor({ ...linear, ...clip }, '40', prices, 0)).toEqual({ a: '40', b: '40', c: '20', d: '0' });
    expect(pointsFor({ ...linear, ...allow }, '40', prices, 0)).toEqual({ a: '60', b: '40', c: '20', d: '-40' });
    const half = { belowZero: 'allow', aboveMaximum: 'clip' } as const;
    expect(pointsFor({ ...linear, ...half }, '40', prices, 0)).toEqual({ a: '40', b: '40', c: '20', d: '-40' });
  });
});

describe('a share to a power that is cut off at the maximum', () => {
  it('is the maximum, however large it would be, also where the maximum has more decimals than the points', () => {
    const far = {
      kind: 'proportional',
      reference: '999999999999',
      power: { exponent: '99.99', decimals: 0 },
      ...clip,
    } as const;
    expect(pointsFor(far, '40', { a: '1', b: '999999999999' }, 1)).toEqual({ a: '40.0', b: '40.0' });
    expect(pointsFor(far, '0.4', { a: '1', b: '999999999999' }, 1)).toEqual({ a: '0.4', b: '0.0' });
    const slow = { ...far, power: { exponent: '0.01', decimals: 0 } };
    expect(pointsFor(slow, '0.4', { a: '1', b: '999999999999' }, 1)).toEqual({ a: '0.4', b: '0.0' });
  });
});
