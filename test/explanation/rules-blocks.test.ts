import { describe, expect, it } from 'vitest';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { rulesInWords } from '../../src/explanation/rules.ts';
import { rulesBlocks } from '../../src/explanation/rules-blocks.ts';
import { SourceNotes } from '../../src/explanation/sources.ts';
import { nl } from '../../src/messages/nl.ts';
import { pricedRules, weighted } from '../support/priced.ts';
import { sample } from '../support/tender.ts';

const blocksOf = (rules: TenderRules) => rulesBlocks(nl, rulesInWords(nl, rules, 'f00', 'published'));
const rows = (rules: TenderRules, caption: string) => {
  const found = blocksOf(rules).find((block) => block.kind === 'table' && block.caption === caption);
  return found?.kind === 'table' ? found.rows.map((row) => row.map(({ text }) => plain(text))) : [];
};

describe('the announced rules', () => {
  const { rules } = sample();

  it('are said from lots to hash, with the budget and the growth path where there are any', () => {
    const headings = blocksOf(rules).flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
    expect(headings).toEqual(['lots', 'award', 'price', 'criteria', 'scale', 'growth-path', 'term', 'budget', 'hash']);
    const { growthPath, budget, ...bare } = rules;
    expect(blocksOf(bare).flatMap((block) => (block.kind === 'heading' ? [block.id] : []))).not.toContain('budget');
    expect(blocksOf(rules).at(-1)).toEqual({ kind: 'code', text: 'f00' });
  });

  it('name a criterion at its depth, with its source under it', () => {
    const table = blocksOf(rules).find((block) => block.kind === 'table');
    const [group, part] = table!.kind === 'table' ? table!.rows : [];
    expect([group![0]!.depth, part![0]!.depth]).toEqual([0, 1]);
    expect(part![0]!.notes!.map(plain).at(-1)).toMatch(/^Bron: /);
  });

  it('have one number of decimals in a column', () => {
    const weights = rows(rules, nl.rules.criteriaCaption).map(([, weight]) => weight);
    expect(weights.slice(0, 4)).toEqual(['30,0%', '12,0%', '10,5%', '7,5%']);
    const budget = {
      ...rules.budget!,
      items: rules.budget!.items.map((item) => ({ ...item, amount: item.amount === '16.0' ? '16' : item.amount })),
    };
    expect(rows({ ...rules, budget }, rules.budget!.unit.nl).map(([, amount]) => amount)).toEqual([
      '16,0',
      '0,8',
      '0,5',
      'p.m.',
      '17,3',
    ]);
    const halves = {
      ...rules,
      scale: rules.scale!.map((step, index) => ({ ...step, value: index === 1 ? '2.5' : step.value })),
    };
    expect(
      rows(halves, nl.rules.scaleCaption)
        .map(([value]) => value)
        .slice(0, 3),
    ).toEqual(['0,0', '2,5', '4,0']);
  });

  it('end the weights with the price and what all come to', () => {
    const priced = pricedRules(
      weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
    );
    const named = (given: TenderRules) => rows(given, nl.rules.criteriaCaption).map(([name, weight]) => [name, weight]);
    expect(named(priced).slice(-2)).toEqual([
      [nl.rules.price, '40%'],
      [nl.common.total, '100%'],
    ]);
    expect(named(rules).at(-1)).toEqual([nl.common.total, '100,0%']);
    const table = blocksOf(rules).find((block) => block.kind === 'table')!;
    const [group, part] = table.kind === 'table' ? table.rows : [];
    // Of the parts of a group it is seen that the group counts them.
    expect([table.kind === 'table' && table.sums, group![1]!.part, part![1]!.part]).toEqual([1, undefined, true]);
  });

  it('have no sum where lots have criteria of their own', () => {
    const [first] = rules.criteria;
    const more = { ...rules, criteria: [...rules.criteria, { ...first!, id: 'more', children: [] }] } as TenderRules;
    expect(rows(more, nl.rules.criteriaCaption).map(([name]) => name)).not.toContain(nl.common.total);
  });

  it('number their sources in a document, in the order in which they are read, and list them at the end', () => {
    const written = rulesBlocks(nl, rulesInWords(nl, rules, 'f00', 'published', new SourceNotes()));
    const at = written.findIndex((block) => block.kind === 'heading' && block.id === 'sources');
    const notes = written[at + 2]!;
    const named = JSON.stringify(written.slice(0, at)).match(/\[\d+\]/g)!;
    expect([...new Set(named)]).toEqual(
      notes.kind === 'list' ? notes.items.map((_, index) => `[${index + 1}]`) : 'a list',
    );
    const document = rules.award.sources[0]!.document;
    expect(JSON.stringify(written.slice(0, at))).not.toContain(`${nl.common.source}: ${document}`);
    expect(notes.kind === 'list' && notes.items.map(plain)[0]).toContain(document);
    expect(written.at(-1)).toEqual({ kind: 'code', text: 'f00' });
  });
});
