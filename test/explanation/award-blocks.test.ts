import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { EvaluationInput } from '../../src/domain/scoring/input.ts';
import { type AwardInWords, awardInWords } from '../../src/explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../src/explanation/award-blocks.ts';
import { type Block, plain } from '../../src/explanation/blocks.ts';
import { en } from '../../src/messages/en.ts';
import { forRules } from '../../src/messages/messages.ts';
import { nl } from '../../src/messages/nl.ts';
import { sample, smallInput, smallRules } from '../support/tender.ts';

const told = (input: EvaluationInput): AwardInWords => awardInWords(nl, input, evaluate(input));
const equal = (): EvaluationInput => ({
  ...sample(),
  consensus: sample().consensus.map((one) => ({ ...one, score: '6' })),
});
/** With the names of the sample. */
const gon = forRules(nl, sample().rules);
const notes = (award: AwardInWords) => outcomeBlocks(gon, award).filter((block) => block.kind === 'note');
const texts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.text)] : []));
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
      ['warning', ''],
    ]);
    const { heads, rows } = glance(told(sample()));
    expect(heads).toEqual(['Gebied', 'Hoofdaanbieder', 'Totaal', 'Beste andere', 'Voorsprong', 'Waarom']);
    expect(rows[1]).toEqual([
      'West',
      'Combinatie Wulp en Tureluur',
      '80,00',
      'Stichting Appelvink',
      '−4,00',
      '“Stichting Appelvink” heeft al 2 gebieden; deze verdeling geeft de hoogste som',
    ]);
    const table = outcomeBlocks(gon, told(sample())).find((block) => block.kind === 'table')!;
    expect(table.rows.map(([, winner]) => winner!.notes)).toEqual([
      undefined,
      ['niet het hoogste totaal'],
      undefined,
      undefined,
    ]);
    expect(texts(outcomeBlocks(gon, told(sample())))).toContain(
      'Som 339,00 · 3 hoofdaanbieders · enige verdeling met deze som · het maximum van 2 gebieden per hoofdaanbieder kost 4,00',
    );
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
    expect(row!.slice(1, 5)).toEqual(['Open', '–', '–', '–']);
    expect(row![5]).toMatch(/^geen geldige inschrijving; zonder “/);
  });

  it('asks for a draw, says what is equal, and does not say that lots were divided', () => {
    const award = told(equal());
    const [status, attention] = notes(award);
    expect([status!.tone, status!.title]).toEqual(['warning', 'Loting nodig']);
    expect(attention!.items![0]).toMatch(/^Houd een loting tussen “/);
    for (const row of glance(award).rows) expect([row[1], row[5]]).toEqual(['Loting nodig', 'precies gelijk']);
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
        expect.stringMatching(/^De loting besliste tussen deze inschrijver en “/),
      );
      expect(centrum.reasons.map(({ text }) => text).join()).not.toContain(`van “${centrum.winner}”`);
    }
  });

  it('tags how a draw was held with the language in which it was typed', () => {
    const blocks = outcomeBlocks(en, awardInWords(en, sample(), evaluate(sample())), {
      draws: [[{ text: 'Draw recorded.' }, { text: 'Door de notaris.', language: 'nl' }]],
    });
    expect(blocks.at(-2)).toMatchObject({ kind: 'heading', id: 'draws' });
    expect(blocks.at(-1)).toEqual({
      kind: 'paragraph',
      text: [{ text: 'Draw recorded.' }, { text: 'Door de notaris.', language: 'nl' }],
    });
  });
});

describe('what asks for attention', () => {
  it('leads to the lot that tells more of it where the lots stand in the same document, and else to nothing', () => {
    const items = (withLots: boolean) =>
      outcomeBlocks(gon, told(sample()), { withLots, attention: ['Er is geloot.'] }).findLast(
        (block) => block.kind === 'note',
      )!.items;
    const text = '“Roerdomp Thuisondersteuning” is terzijde gelegd voor “West” en “Zuid en Haren”.';
    expect(items(true)).toEqual([[{ text, href: '#lot-west' }], 'Er is geloot.']);
    expect(items(false)).toEqual([text, 'Er is geloot.']);
  });

  it('is said not to be there where there is nothing', () => {
    const award = { ...told(sample()), attention: [] };
    expect(notes(award)).toHaveLength(1);
    expect(texts(outcomeBlocks(gon, award))).toContain('Er zijn geen open punten.');
  });
});

describe('what limits do', () => {
  const limitTable = (award: AwardInWords) => limitBlocks(gon, award).find((block) => block.kind === 'table')!;

  it('comes after whether the outcome is unique: only what is different is told, with what is so now marked', () => {
    const blocks = limitBlocks(gon, told(sample()));
    expect(blocks.filter((block) => block.kind === 'heading').map(({ text }) => text)).toEqual([
      gon.award.unique,
      gon.award.limits,
    ]);
    const { columns, rows } = limitTable(told(sample()));
    expect(columns.map(({ header }) => header)).toEqual([
      'Grenzen',
      ...sample().rules.lots.map(({ name }) => name),
      'Som',
      'Beter (+) of slechter (−)',
    ]);
    expect(rows.map((row) => row.every(({ strong }) => strong))).toEqual([true, false, false, false, false]);
    expect(rows[1]!.map(({ text }) => plain(text))).toEqual([
      'Zonder maximum aantal gebieden per hoofdaanbieder',
      '',
      'Stichting Appelvink',
      '',
      '',
      '343,00',
      '+4,00',
    ]);
    expect(rows[1]![0]!.notes).toEqual([
      'Zonder alle grenzen',
      'Ten hoogste 3 gebieden per hoofdaanbieder',
      'Ten hoogste 4 gebieden per hoofdaanbieder',
    ]);
    expect(texts(blocks)).toContain(
      'Deze grenzen maakten geen verschil: het minimum van 2 hoofdaanbieders en het maximum van 4 hoofdaanbieders.',
    );
  });

  it('is told lot by lot in one column where there are many lots', () => {
    const award = told(sample());
    const lots = [...award.lots, ...award.lots];
    const rows = award.limits!.rows.map((row) => ({ ...row, holders: [...row.holders, ...row.holders] }));
    const table = limitTable({ ...award, lots, limits: { ...award.limits!, rows } });
    expect(table.columns).toHaveLength(4);
    expect(table.rows.slice(0, 2).map((row) => plain(row[1]!.text))).toEqual([
      '–',
      'West: Stichting Appelvink; West: Stichting Appelvink',
    ]);
  });

  it('is one sentence where no limit makes a difference', () => {
    const award = told(sample());
    const idle = { rows: [], idle: [], allIdle: true, same: ['Precies 3 hoofdaanbieders'], impossible: [] };
    const blocks = limitBlocks(gon, { ...award, limits: idle });
    expect(blocks.filter((block) => block.kind === 'table')).toEqual([]);
    expect(texts(blocks).slice(-2)).toEqual([
      'De grenzen maakten geen verschil.',
      'Ook zo blijft de gunning hetzelfde: precies 3 hoofdaanbieders.',
    ]);
  });

  it('does not call an allocation the only one where not all others could be looked at', () => {
    const input = sample();
    const { award, ...rest } = evaluate(input);
    const equalOutcomes = { ...award.equalOutcomes, atLeast: true };
    const { uniqueness } = awardInWords(nl, input, { ...rest, award: { ...award, equalOutcomes } });
    expect(uniqueness).toEqual([nl.award.uniqueNotShown]);
  });

  it('lists no more than twelve of many divisions with the same sum', () => {
    const scores: Record<string, string> = {};
    for (const bid of 'abcdefgh') for (const lot of ['lot-1', 'lot-2']) scores[`${bid} ${lot}`] = '8';
    const input = smallInput(smallRules({ lots: 2 }), scores);
    const { equalOutcomes } = awardInWords(nl, input, evaluate(input));
    expect(equalOutcomes!.rows).toHaveLength(12);
    expect(equalOutcomes!.caption).toBe('12 van de 64 verdelingen met dezelfde som');
  });
});
