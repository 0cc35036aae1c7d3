import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/rules/programme.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { knockOutBlocks, programmeInWords } from '../../src/explanation/programme.ts';
import { rulesInWords } from '../../src/explanation/rules.ts';
import { rulesBlocks } from '../../src/explanation/rules-blocks.ts';
import { nl } from '../../src/messages/nl.ts';
import { everyRules } from '../support/every-rules.ts';
import { criterion, smallRules } from '../support/tender.ts';

const both = (text: string) => ({ nl: text, en: text });
const note = (section: string) => ({ document: 'Nota', section });

const programme: Programme = {
  requirements: [
    { id: 'plan', name: both('Plan'), kind: 'knock-out', description: both('Op één bladzijde.'), sources: [note('2')] },
    { id: 'day', name: both('Dagbesteding'), kind: 'scope', sources: [note('1'), note('3')] },
    { id: 'buses', name: both('Vervoer'), kind: 'scope', sources: [] },
  ],
  goals: [{ id: 'trust', name: both('Vertrouwen'), sources: [] }],
  wishes: [
    {
      id: 'a',
      from: both('Raad'),
      wish: both('Inwoners kiezen.'),
      answer: { kind: 'taken-over', requirements: ['day', 'plan'], criteria: ['offer'], goals: ['trust'] },
      sources: [note('4')],
    },
    {
      id: 'b',
      from: both('Aanbieders'),
      wish: both('Meer geld.'),
      answer: { kind: 'not-taken-over', reason: both('Het budget staat vast') },
      sources: [note('4')],
    },
  ],
  sources: [],
};
const rules: TenderRules = { ...smallRules({ criteria: [criterion('offer', '100')] }), programme };

/** The rows of every table of the programme, by its caption. */
const tables = (given: TenderRules) =>
  new Map(
    rulesBlocks(nl, rulesInWords(nl, given, 'f00', 'own')).flatMap((block) =>
      block.kind === 'table'
        ? [[block.caption, block.rows.map((row) => row.map(({ text, notes = [] }) => [text, ...notes].map(plain)))]]
        : [],
    ),
  );

describe('the programme of requirements', () => {
  const { captions } = nl.rules.programme;

  it('lists what is asked by its kind, each with its sources and whose wishes led to it', () => {
    const found = tables(rules);
    expect(found.get(captions.scope)).toEqual([
      [['Dagbesteding'], ['Nota, 1 en 3', 'Wens van: Raad']],
      [['Vervoer'], ['–']],
    ]);
    expect(found.get(captions['knock-out'])).toEqual([
      [
        ['Plan', 'Op één bladzijde.'],
        ['Nota, 2', 'Wens van: Raad'],
      ],
    ]);
    expect(found.get(captions.goals)).toEqual([[['Vertrouwen'], ['Wens van: Raad']]]);
    expect(found.has(captions.obligation)).toBe(false);
  });

  it('traces every wish to what it was taken over in, by name, or says why it was not', () => {
    expect(tables(rules).get(captions.wishes)).toEqual([
      [
        ['Inwoners kiezen.'],
        ['Raad'],
        ['Eisen “Plan” en “Dagbesteding”; gunningscriterium “offer”; doel “Vertrouwen”.'],
      ],
      [['Meer geld.'], ['Aanbieders'], ['Niet overgenomen. Het budget staat vast.']],
    ]);
  });

  it('names a source once that all wishes share, and else with each', () => {
    const said = (given: TenderRules) =>
      rulesBlocks(nl, rulesInWords(nl, given, 'f00', 'own')).flatMap((block) =>
        block.kind === 'paragraph' ? [plain(block.text)] : [],
      );
    expect(said(rules)).toContain('Bron: Nota, 4');
    const [first, second] = programme.wishes;
    const apart = { ...rules, programme: { ...programme, wishes: [first!, { ...second!, sources: [note('5')] }] } };
    expect(said(apart)).not.toContain('Bron: Nota, 4');
    expect(tables(apart).get(captions.wishes)![1]![0]).toEqual(['Meer geld.', 'Bron: Nota, 5']);
  });

  it('is led to at the beginning of the rules, where there are wishes', () => {
    const links = (given: TenderRules) =>
      rulesBlocks(nl, rulesInWords(nl, given, 'f00', 'own')).filter(
        (block) => block.kind === 'paragraph' && typeof block.text !== 'string' && block.text[0]!.href === '#programme',
      );
    expect(links(rules)).toHaveLength(1);
    expect(links({ ...rules, programme: { ...programme, wishes: [] } })).toHaveLength(0);
  });

  it('is nowhere where rules have none, or nothing is in it', () => {
    for (const [name, given] of everyRules().filter(([key]) => key !== 'gon-2027.v3')) {
      expect(programmeInWords(nl, given), name).toBeNull();
    }
    expect(
      programmeInWords(nl, { ...rules, programme: { requirements: [], goals: [], wishes: [], sources: [] } }),
    ).toBe(null);
  });
});

describe('the knock-outs that are checked of every bid', () => {
  it('are those of the programme, with what they say', () => {
    expect(knockOutBlocks(nl, rules)).toEqual([
      { kind: 'heading', level: 1, text: nl.rules.programme.kinds['knock-out'], id: 'knock-outs' },
      { kind: 'list', ordered: false, items: ['Plan. Op één bladzijde.'] },
    ]);
    expect(knockOutBlocks(nl, { ...rules, programme: undefined })).toEqual([]);
  });
});
