import { describe, expect, it } from 'vitest';
import { printBlocks } from '../../src/cli/print-blocks.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { awardInWords } from '../../src/explanation/award.ts';
import { limitBlocks, outcomeBlocks } from '../../src/explanation/award-blocks.ts';
import { type Block, heading, list, paragraph } from '../../src/explanation/blocks.ts';
import { guardsInWords } from '../../src/explanation/guards.ts';
import { guardsBlocks } from '../../src/explanation/guards-blocks.ts';
import { lotWithCalculations } from '../../src/explanation/lot-blocks.ts';
import { rulesInWords } from '../../src/explanation/rules.ts';
import { rulesBlocks } from '../../src/explanation/rules-blocks.ts';
import { nl } from '../../src/messages/nl.ts';
import { sample } from '../support/tender.ts';

const print = (...blocks: Block[]): string => printBlocks(nl, blocks);

describe('blocks on the terminal', () => {
  it('fit in a hundred columns, whatever is said', () => {
    const input = sample();
    const award = awardInWords(nl, input, evaluate(input));
    const all = [
      ...outcomeBlocks(nl, award),
      ...award.lots.flatMap((lot) => lotWithCalculations(nl, lot)),
      ...limitBlocks(nl, award),
      ...rulesBlocks(nl, rulesInWords(nl, input.rules, 'f00', 'name-of-published')),
      ...guardsBlocks(nl, guardsInWords(nl, input)),
    ];
    const lines = printBlocks(nl, all).split('\n');
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
  });

  it('keep figures under each other and break texts inside their column', () => {
    const long = 'woord '.repeat(25).trim();
    const table: Block = {
      kind: 'table',
      caption: 'Tabel',
      columns: [
        { header: 'Naam', align: 'start', width: 1 },
        { header: 'Punten', align: 'end', width: 1 },
        { header: 'Uitleg', align: 'start', width: 1 },
      ],
      rows: [
        [{ text: 'Groep' }, { text: '100,00' }, { text: long }],
        [{ text: 'Deel', depth: 1, notes: ['klein'] }, { text: '8,50' }, { text: '' }],
      ],
    };
    const lines = print(table).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'Tabel',
      'Naam       Punten  Uitleg',
      expect.stringMatching(/^-{9} {2}-{6} {2}-+$/),
    ]);
    expect(lines.find((line) => line.startsWith('Groep'))!.indexOf('100,00') + 6).toBe(
      lines.find((line) => line.startsWith('  Deel'))!.indexOf('8,50') + 4,
    );
    expect(lines).toContain('    klein');
    expect(lines.join(' ').match(/woord/g)).toHaveLength(25);
  });

  it('stack a table that is too wide, with every value after the head of its column', () => {
    const columns = Array.from({ length: 12 }, (_, place) => ({
      header: `Inschrijver${place}`,
      align: 'end' as const,
      width: 1,
    }));
    const table: Block = {
      kind: 'table',
      caption: 'Punten',
      stacks: true,
      columns,
      rows: [
        columns.map((_, place) =>
          place === 0 ? { text: 'Plan' } : { text: place === 1 ? '' : '8,00', notes: ['goed'] },
        ),
      ],
    };
    const lines = print(table).split('\n');
    expect(lines.slice(0, 4)).toEqual(['Punten', 'Plan', '    Inschrijver1: goed', '    Inschrijver2: 8,00 – goed']);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(print({ ...table, columns: columns.slice(0, 2), rows: [[{ text: 'Plan' }, { text: '8,00' }]] })).toContain(
      '---',
    );
  });

  it('show what folds under its summary, a note with the word for its tone, a list with its marks', () => {
    expect(
      print(
        heading(1, 'Uitkomst'),
        { kind: 'note', tone: 'warning', title: '', text: '', items: ['Vraag om uitleg.'] },
        { kind: 'details', level: 2, summary: 'Berekening', blocks: [paragraph('1 + 1 = 2')] },
        ...list(['Een']),
        { kind: 'list', ordered: true, items: ['Noord', 'Zuid'] },
        { kind: 'code', text: 'npx --no gunwijzer' },
        { kind: 'facts', caption: 'Feiten', facts: [{ term: 'Stand', value: 'nu' }] },
      ),
    ).toBe(
      [
        'Uitkomst\n========',
        '[Let op]\n- Vraag om uitleg.',
        'Berekening\n----------',
        '1 + 1 = 2',
        '- Een',
        '1. Noord\n2. Zuid',
        '    npx --no gunwijzer',
        'Stand: nu',
      ].join('\n\n'),
    );
  });

  it('leave room to sign, and say whose name is known', () => {
    const labels = { signature: 'Handtekening', name: 'Naam', date: 'Datum' };
    const lines = print({ kind: 'signatures', lines: [{ label: 'Voorzitter', name: 'A. Jansen' }], labels }).split(
      '\n',
    );
    expect(lines).toEqual([
      'Voorzitter',
      `    Handtekening: ${'.'.repeat(40)}`,
      '    Naam:         A. Jansen',
      `    Datum:        ${'.'.repeat(40)}`,
    ]);
  });

  it('draw bars with their values under each other', () => {
    const lines = print({
      kind: 'bars',
      title: 'Totaal',
      alternative: '',
      full: 10,
      bars: [
        { label: 'De Linde', value: 10, text: '10,00', highlighted: true },
        { label: 'Kievit', value: 5, text: '5,00' },
      ],
    }).split('\n');
    expect(lines[1]).toBe(`  De Linde  ${'█'.repeat(40)}  10,00`);
    expect(lines[2]).toBe(`  Kievit    ${'█'.repeat(20)}${'░'.repeat(20)}   5,00`);
  });
});
