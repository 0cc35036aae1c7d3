import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { type AwardInWords, awardInWords } from '../../src/explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../src/explanation/award-blocks.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { en } from '../../src/messages/en.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { sample } from '../support/tender.ts';

const told = (input: EvaluationInput): AwardInWords => awardInWords(nl, input, evaluate(input));
const equal = (): EvaluationInput => ({
  ...sample(),
  consensus: sample().consensus.map((one) => ({ ...one, score: '6' })),
});
/** With the names of the sample. */
const gon = forRules(nl, sample().rules);
const notes = (award: AwardInWords) => outcomeBlocks(gon, award).filter((block) => block.kind === 'note');
const glance = (award: AwardInWords) => {
  const table = outcomeBlocks(gon, award).find((block) => block.kind === 'table')!;
  return {
    heads: table.columns.map(({ header }) => header),
    rows: table.rows.map((row) => row.map(({ text }) => plain(text))),
  };
};

describe('an outcome at a glance', () => {
  it('is the proposed award, who gets each lot and why', () => {
    expect(notes(told(sample())).map(({ tone, title }) => [tone, title])).toEqual([
      ['success', 'Voorstel tot gunning'],
    ]);
    const { heads, rows } = glance(told(sample()));
    expect(heads).toEqual(['Gebied', 'Hoofdaanbieder', 'Totaal', 'Waarom']);
    expect(rows[1]).toEqual([
      'West',
      'Combinatie Wulp en Tureluur',
      '80,00',
      'Stichting Appelvink staat hoger, maar heeft het maximum al bereikt met “Centrum en Oude Wijken” en “Zuid en Haren”.',
    ]);
  });

  it('says first how many lots are awarded and which stay open', () => {
    const input = sample();
    const [lot] = input.rules.lots;
    const fallen = input.bids
      .filter((bid) => bid.lots.some((one) => one.lot === lot!.id))
      .map((bid) => ({ bid: bid.id, lot: lot!.id, stage: 'withdrawn' as const, reason: 'Te weinig personeel.' }));
    const award = told({ ...input, fallen });
    const [status, attention] = notes(award);
    expect(status!.title).toBe('Voorstel tot gunning voor 3 van de 4 gebieden');
    expect(attention!.items![0]).toBe(`“${lot!.name}” blijft open: niemand krijgt dit gebied.`);
    const [row] = glance(award).rows;
    expect(row![1]).toBe(nl.award.open['no-valid-bid']);
    expect(row![3]).toMatch(/^Dit is de uitkomst na intrekking van “/);
  });

  it('asks for a draw, gives no reason yet, and does not say that lots were divided', () => {
    const award = told(equal());
    const [status, attention] = notes(award);
    expect([status!.tone, status!.title]).toEqual(['warning', 'Loting nodig']);
    expect(attention!.items![0]).toMatch(/^Houd een loting tussen “/);
    expect(glance(award).heads).not.toContain('Waarom');
    expect(JSON.stringify(outcomeBlocks(gon, award))).not.toContain('zijn de gebieden verdeeld');
  });

  it('names whom a lot was won from by a draw', () => {
    const input = equal();
    const draw = input.bids.map(({ id }) => id);
    for (const mechanism of ['highest-total', 'fixed-order'] as const) {
      const award = told({
        ...input,
        draws: [{ order: draw }],
        rules: {
          ...input.rules,
          award: {
            ...input.rules.award,
            mechanism,
            ...(mechanism === 'fixed-order' ? { lotOrder: input.rules.lots.map(({ id }) => id) } : {}),
          },
        },
      });
      const centrum = award.lots[0]!;
      expect(centrum.reasons.map(({ text }) => text)).toContainEqual(
        expect.stringMatching(/^Gewonnen door loting van “/),
      );
      expect(centrum.reasons.map(({ text }) => text).join()).not.toContain(`van “${centrum.winner}”`);
    }
  });

  it('tags how a draw was held with the language in which it was typed', () => {
    const blocks = outcomeBlocks(en, awardInWords(en, sample(), evaluate(sample())), [
      [{ text: 'Draw recorded.' }, { text: 'Door de notaris.', language: 'nl' }],
    ]);
    expect(blocks.at(-1)).toEqual({
      kind: 'paragraph',
      text: [{ text: 'Draw recorded.' }, { text: 'Door de notaris.', language: 'nl' }],
    });
  });
});

describe('what limits cost', () => {
  it('is a table with what is so now marked, after whether the outcome is unique', () => {
    const blocks = limitBlocks(nl, told(sample()));
    expect(blocks.filter((block) => block.kind === 'heading').map(({ text }) => text)).toEqual([
      nl.award.unique,
      nl.award.limits,
      nl.award.variants,
    ]);
    const [limits] = blocks.filter((block) => block.kind === 'table');
    expect(limits!.rows.map((row) => row.every(({ strong }) => strong))).toEqual([true, false, false, false, false]);
    expect(limits!.rows.map((row) => plain(row[2]!.text))).toEqual(['–', '+4,00', '0,00', '0,00', '+4,00']);
  });

  it('does not call an allocation the only one where not all others could be looked at', () => {
    const input = sample();
    const { award, ...rest } = evaluate(input);
    const equalOutcomes = { ...award.equalOutcomes, atLeast: true };
    const { uniqueness } = awardInWords(nl, input, { ...rest, award: { ...award, equalOutcomes } });
    expect(uniqueness).toEqual([nl.award.uniqueNotShown]);
  });
});
