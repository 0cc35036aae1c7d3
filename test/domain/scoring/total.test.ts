import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import { exact, toDecimalText } from '../../../src/domain/number.ts';
import type { EvaluationInput } from '../../../src/domain/scoring/input.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../../support/priced.ts';
import { criterion } from '../../support/tender.ts';

/** Bids from best to worst with their totals, to a number of decimals. */
const ranked = (input: EvaluationInput, decimals: number): (readonly [string, string])[] =>
  evaluate(input).lots[0]!.ranking.map(({ bid, total }) => [bid, toDecimalText(exact(total), decimals)]);
const proportional = { kind: 'proportional', reference: 'lowest', ...clip } as const;
const both = (text: string) => ({ nl: text, en: text });

describe('weighted factor, as published', () => {
  it('Negometrix: 130 points of quality and 70 of price; 146 and 144', () => {
    // "Low Bid Scoring Formula", https://support-us.negometrix.com/support/solutions/articles/44001761046-low-bid-scoring-formula
    // Quality 40 + 30 + 20 and 32 + 20 + 22.
    const rules = pricedRules(weighted('70', proportional), { quality: '130', weightsTotal: '200' });
    expect(ranked(pricedInput(rules, { a: ['90', '10000'], b: ['74', '8000'] }), 2)).toEqual([
      ['a', '146.00'],
      ['b', '144.00'],
    ]);
  });

  it('Aanbestedingszaken: the dearer bid needs 12 points more on quality, and then ties', () => {
    // "Puntenmodel", https://aanbestedingszaken.nl/documentation/pricing/puntenmodel/
    const rules = pricedRules(weighted('60', proportional), { quality: '40' });
    const ranks = (quality: string) =>
      evaluate(pricedInput(rules, { a: ['20', '1000000'], b: [quality, '1250000'] })).lots[0]!.ranking.map(
        ({ bid, rank }) => `${rank} ${bid}`,
      );
    expect(ranks('31.999999')).toEqual(['1 a', '2 b']);
    expect(ranks('32')).toEqual(['1 a', '1 b']);
    expect(ranks('32.000001')).toEqual(['1 b', '2 a']);
  });

  it('Tenderflow: price and quality both relative; 97.78 and 92', () => {
    // https://www.tenderflow.co.za/blog/resources-guides/explainers/understanding-80-20-90-10-tender-scoring-systems (12 Dec 2025)
    // Raw quality 80, 90 and 70; the third total was not seen and is our own sum.
    const base = pricedRules(weighted('80', proportional), { quality: '20' });
    const rules = { ...base, criteria: base.criteria.map((one) => ({ ...one, relativeToBest: true })) };
    const input = pricedInput(rules, { a: ['16', '90000'], b: ['18', '100000'], c: ['14', '120000'] });
    expect(ranked(input, 2)).toEqual([
      ['a', '97.78'],
      ['b', '92.00'],
      ['c', '75.56'],
    ]);
    const quality = evaluate(input).lots[0]!.ranking.map((one) => toDecimalText(exact(one.quality), 2));
    expect(quality).toEqual(['17.78', '20.00', '15.56']);
  });

  it('Giambiagi: the best technical mark of 8 gets 10, and 6 gets 7.5', () => {
    // Valor Economico, https://valor.globo.com/opiniao/coluna/proposta-de-mudanca-nas-licitacoes.ghtml
    const base = pricedRules(weighted('90', proportional), { quality: '10' });
    const rules = { ...base, criteria: base.criteria.map((one) => ({ ...one, relativeToBest: true })) };
    const { ranking } = evaluate(pricedInput(rules, { a: ['8', '100'], b: ['6', '100'] })).lots[0]!;
    expect(ranking.map(({ quality }) => toDecimalText(exact(quality), 1))).toEqual(['10.0', '7.5']);
  });

  it('design-build table 17-4: totals 84, 85 and 80 with whole price points; the second wins', () => {
    // http://what-when-how.com/Tutorial/topic-424k9cn/Design-Build-for-Water-and-Wastewater-Projects-238.html
    const base = pricedRules(weighted('40', { ...proportional, reference: '1000000' }));
    const rules = { ...base, rounding: { ...base.rounding, price: 0 } };
    const input = pricedInput(rules, { a: ['51', '1200000'], b: ['53', '1250000'], c: ['44', '1100000'] });
    expect(ranked(input, 0)).toEqual([
      ['b', '85'],
      ['a', '84'],
      ['c', '80'],
    ]);
  });

  it('South African formula: 80 + 12 and 72 + 20 tie on 92', () => {
    // https://app.bidready.co.za//blog/tender-basics/tender-evaluation-criteria-south-africa-price-vs-functionality
    // The total of the second was not seen and is our own sum.
    const linear = { kind: 'linear', reference: 'lowest', zeroAt: '100', ...clip } as const;
    const rules = pricedRules(weighted('80', linear), { quality: '20' });
    const { ranking } = evaluate(pricedInput(rules, { a: ['12', '1000000'], b: ['20', '1100000'] })).lots[0]!;
    expect(ranking.map(({ rank, total }) => [rank, total])).toEqual([
      [1, '92'],
      [1, '92'],
    ]);
  });
});

describe('award on value, as published', () => {
  const withTable = (worth: string, percentages: Readonly<Record<string, string>>) => {
    const rules = pricedRules({ method: 'award-on-value', ...basis }, { weightsTotal: worth });
    const scores = Object.keys(percentages);
    return {
      ...rules,
      scale: scores.map((value) => ({ value, label: both(value), anchor: both(value) })),
      criteria: [
        {
          ...criterion('quality', worth),
          scoring: {
            kind: 'table' as const,
            percentages: scores.map((score) => ({ score, percentage: percentages[score]! })),
          },
        },
      ],
    };
  };

  it('Negometrix: 80,000 with a criterion of 2,500 judged at 60 % is 78,500', () => {
    // "Gunnen op Waarde", https://support.negometrix.com/nl/support/solutions/articles/9000123966-gunnen-op-waarde
    const rules = withTable('2500', { 0: '0', 1: '60', 2: '100' });
    expect(ranked(pricedInput(rules, { a: ['1', '80000'] }), 0)).toEqual([['a', '78500']]);
  });

  it('Rijkswaterstaat: 100, 60, 25 and 0 % of the value, and half of it on top for what is harmful', () => {
    // "Beste Prijs Kwaliteit Verhouding (BPKV)", https://www.rijkswaterstaat.nl/zakelijk/zakendoen-met-rijkswaterstaat/inkoopbeleid/aanbesteden/economische-meest-voordelige-inschrijving
    // The percentages are published, the amounts are ours. "NR" has no number there: here it is 0 and the others are one higher.
    const rules = withTable('100000', { 0: '-50', 1: '0', 2: '25', 3: '60', 4: '100' });
    const same = '1000000';
    expect(
      ranked(pricedInput(rules, { a: ['4', same], b: ['3', same], c: ['2', same], d: ['1', same], e: ['0', same] }), 0),
    ).toEqual([
      ['a', '900000'],
      ['b', '940000'],
      ['c', '975000'],
      ['d', '1000000'],
      ['e', '1050000'],
    ]);
  });

  it('Krinati: surcharges of 0, 1,000 and 2,000 put the dearest bid first', () => {
    // https://krinati.co/transformed-pricing-helps-in-comparing-prices-from-dis-similar-suppliers
    const rules = withTable('2000', { 0: '-100', 1: '-50', 2: '0' });
    expect(ranked(pricedInput(rules, { a: ['2', '24000'], b: ['1', '23500'], c: ['0', '23000'] }), 0)).toEqual([
      ['a', '24000'],
      ['b', '24500'],
      ['c', '25000'],
    ]);
  });
});

describe('price against quality in one figure, as published', () => {
  it('Ferber on UfAB VI: of 60 at 65,000, 75 at 74,000 and 100 at 100,000 the second wins, either way up', () => {
    // https://fachverlag-ferber.blogspot.com/2016/05/die-einfache-richtwertmethode-als.html
    const bids = { a: ['60', '65000'], b: ['75', '74000'], c: ['100', '100000'] } as const;
    const rules = (price: object) => pricedRules({ ...price, ...basis } as never, { quality: '100' });
    expect(ranked(pricedInput(rules({ method: 'quality-per-euro', per: '1000' }), bids), 0)[0]![0]).toBe('b');
    expect(ranked(pricedInput(rules({ method: 'price-per-quality', divisor: '1' }), bids), 2)).toEqual([
      ['b', '986.67'],
      ['c', '1000.00'],
      ['a', '1083.33'],
    ]);
  });

  it('TESSA: 99 % at 1.18 million is better value than 80 % at 1 million', () => {
    // https://rdrr.io/github/lajh87/tessa/f/inst/strategy_description/value_for_money_index.md
    const rules = pricedRules({ method: 'quality-per-euro', per: '1000000', ...basis }, { quality: '100' });
    expect(ranked(pricedInput(rules, { a: ['80', '1000000'], b: ['99', '1180000'] }), 1)).toEqual([
      ['b', '83.9'],
      ['a', '80.0'],
    ]);
  });

  it('design-build table 17-2: adjusted bids of 1,176,471, 1,368,421 and 1,600,000', () => {
    // http://what-when-how.com/Tutorial/topic-424k9cn/Design-Build-for-Water-and-Wastewater-Projects-238.html
    const rules = pricedRules({ method: 'price-per-quality', divisor: '100', ...basis }, { quality: '100' });
    expect(ranked(pricedInput(rules, { a: ['85', '1000000'], b: ['95', '1300000'], c: ['50', '800000'] }), 0)).toEqual([
      ['a', '1176471'],
      ['b', '1368421'],
      ['c', '1600000'],
    ]);
  });

  it('design-build table 17-3: scores adjusted by the price of the owner, 94, 90 and 85', () => {
    const rules = pricedRules({ method: 'quality-per-euro', per: '10000000', ...basis }, { quality: '100' });
    expect(
      ranked(pricedInput(rules, { a: ['93', '10940000'], b: ['89', '9870000'], c: ['82', '8700000'] }), 0),
    ).toEqual([
      ['c', '94'],
      ['b', '90'],
      ['a', '85'],
    ]);
  });

  it('Illinois DOT, contract 62L79: the lowest of five bids', () => {
    // Unit Price Tabulation of Bids, letting 15-01-2021, https://webapps.dot.illinois.gov/WCTB/LettingDateDocument
    const price = { method: 'lowest-price', motivation: both('Omdat.'), ...basis } as const;
    const rules = pricedRules(price, { criteria: [], service: 'other' });
    const bids = {
      a: ['0', '4595000.00'],
      b: ['0', '4409858.64'],
      c: ['0', '4626450.48'],
      d: ['0', '4580463.23'],
      e: ['0', '4916660.74'],
    } as const;
    expect(ranked(pricedInput(rules, bids), 2).map(([bid]) => bid)).toEqual(['b', 'd', 'a', 'c', 'e']);
  });
});
