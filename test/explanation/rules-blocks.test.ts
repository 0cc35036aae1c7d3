import { describe, expect, it } from 'vitest';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { rulesInWords } from '../../src/explanation/rules.ts';
import { rulesBlocks } from '../../src/explanation/rules-blocks.ts';
import { nl } from '../../src/messages/nl.ts';
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
});
