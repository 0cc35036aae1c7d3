import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { evaluationInput } from '../../src/domain/scoring/input.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import type { LotInWords } from '../../src/explanation/award-lot.ts';
import { plain, type TableBlock } from '../../src/explanation/blocks.ts';
import { calculationBlocks, lotBlocks, lotWithCalculations } from '../../src/explanation/lot-blocks.ts';
import { en } from '../../src/messages/en.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { basis, clip, pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { sample } from '../support/tender.ts';

const lotOf = (input: EvaluationInput, m = nl): LotInWords => awardInWords(m, input, evaluate(input)).lots[0]!;
const table = (lot: LotInWords, m = nl): TableBlock =>
  lotBlocks(m, lot, lot.name).find((block) => block.kind === 'table')!;
const column = (found: TableBlock, header: string): string[] =>
  found.rows.map((row) => plain(row[found.columns.findIndex((one) => one.header === header)]!.text));

/** Two bids that differ by four tenths of a cent, and a stated total that is not the computed one. */
const toTheCent = (): EvaluationInput => {
  const sheet = {
    ...basis,
    form: {
      kind: 'sheet' as const,
      lines: [{ id: 'uur', name: { nl: 'Uur', en: 'Hour' }, unit: { nl: 'uur', en: 'hour' }, quantity: '8' }],
    },
  };
  const price = weighted('40', { kind: 'proportional', reference: 'lowest', ...clip }, sheet);
  const input = pricedInput(pricedRules(price, { quality: '60', decimals: 2 }), { a: ['50', '1'], b: ['50', '1'] });
  const prices = [
    { bid: 'a', lot: 'lot-1', lines: [{ line: 'uur', price: '125.0005' }], statedTotal: '1000.00' },
    { bid: 'b', lot: 'lot-1', lines: [{ line: 'uur', price: '125.00' }], statedTotal: '1000.00' },
  ];
  return evaluationInput.parse({ ...input, prices });
};

describe('the ranking of a lot', () => {
  it('has one number of decimals in a column, and shows in which digits figures differ', () => {
    const found = table(lotOf(toTheCent()));
    expect(column(found, nl.award.comparedPrice)).toEqual(['€ 1.000,000', '€ 1.000,004']);
    expect(column(found, nl.award.pricePoints)).toEqual(['40,0000', '39,9998']);
    expect(column(found, nl.award.axis.highest('100'))).toEqual(['90,0000', '89,9998']);
    expect(column(found, nl.award.qualityPoints)).toEqual(['50,00', '50,00']);
  });

  it('shows a stated total with the digits in which it differs, and asks no explanation of it', () => {
    const lot = lotOf(toTheCent());
    expect(lot.flags).toEqual([
      expect.stringContaining('een totaal van € 1.000,000, maar de bedragen tellen op tot € 1.000,004'),
    ]);
    const [note] = lotBlocks(nl, lot, lot.name).filter((block) => block.kind === 'note');
    expect(note!.title).toBe('');
  });

  it('marks the winner, with a badge and a bar that says so', () => {
    const blocks = lotBlocks(forRules(nl, sample().rules), lotOf(sample()), 'Rangorde');
    expect(blocks.some(({ kind }) => kind === 'bars')).toBe(false);
    expect(blocks[0]).toEqual({ kind: 'heading', level: 1, text: 'Rangorde', id: 'lot-centrum-oude-wijken' });
    const [row, next] = table(lotOf(sample()), forRules(nl, sample().rules)).rows;
    expect([row!.every(({ strong }) => strong), next!.some(({ strong }) => strong)]).toEqual([true, false]);
    expect(row!.at(-1)).toEqual({ text: 'Hoofdaanbieder', badge: 'success', strong: true });
    const found = table(lotOf(sample()), forRules(nl, sample().rules));
    const totals = found.rows.map(
      (one) => one[found.columns.findIndex(({ header }) => header === nl.award.axis.highest('100'))]!,
    );
    expect(totals.map(({ text }) => text)).toEqual(['86,40', '81,50', '70,00', '67,00']);
    expect(totals.map(({ bar }) => bar)).toEqual([86.4, 81.5, 70, 67].map((value) => ({ value, full: 100 })));
    expect(totals.map(({ strong }) => strong)).toEqual([true, undefined, undefined, undefined]);
  });

  it('tags the reason of a withdrawal with the language in which it was typed', () => {
    const input = {
      ...sample(),
      fallen: [{ bid: 'appelvink', stage: 'withdrawn' as const, reason: 'Te weinig personeel' }],
    };
    const lists = lotBlocks(en, lotOf(input, en), 'Ranking').filter((block) => block.kind === 'list');
    expect(lists.at(-1)!.items).toContainEqual([
      { text: 'Stichting Appelvink:' },
      { text: 'Withdrawn after the ranking:' },
      { text: 'Te weinig personeel.', language: 'nl' },
    ]);
  });
});

describe('the calculation of a total', () => {
  it('goes from scores to points to the total, and folds under the lot', () => {
    const lot = lotOf(sample());
    const [lines, total] = calculationBlocks(nl, lot.ranking[0]!);
    expect((lines as TableBlock).rows.map((row) => row.map(({ text }) => plain(text))).slice(0, 2)).toEqual([
      ['Continuïteit voor gebruikers', '', '26,40'],
      ['Overgang van gebruikers', '10 ÷ 10 × 12 = 12,00', '12,00'],
    ]);
    expect(total).toEqual({ kind: 'paragraph', text: 'Vóór afronding: 86,40.' });
    const [bars, calculations] = lotWithCalculations(nl, lot).filter((block) => block.kind === 'details');
    expect(bars!.blocks.map(({ kind }) => kind)).toEqual(['bars']);
    const tables = calculations!.blocks.filter((block) => block.kind === 'table');
    expect(tables.map(({ caption }) => caption)).toEqual(lot.ranking.map(({ bidder }) => nl.award.calculation(bidder)));
  });

  it('says where decimals were left out', () => {
    const input = toTheCent();
    const [winner, other] = lotOf(input).ranking;
    expect(winner!.howTotal).toEqual(['Kwaliteitspunten 50,00 + prijspunten 40,0000 = 90,0000']);
    expect(other!.howTotal).toEqual(['Kwaliteitspunten 50,00 + prijspunten 39,9998 ≈ 89,9998']);
  });
});
