import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { loadRuleSets } from '../../../src/criteria/rule-sets.ts';
import { evaluate } from '../../../src/domain/evaluation/evaluate.ts';
import type { TenderRules } from '../../../src/domain/rules/rules.ts';
import { evaluationInput } from '../../../src/domain/scoring/input.ts';
import { ruleFaults } from '../../../src/domain/scoring/rule-faults.ts';
import { exampleInput, firstLots } from '../../../src/domain/set-up/example-bids.ts';
import { everyRules } from '../../support/every-rules.ts';
import { variedRules } from '../../support/varied-rules.ts';

const NAMES = ['Goudvink', 'Kattenstaart', 'Boomvalk', 'Zonnedauw', 'IJsvogel', 'Duizendblad'];
const templates = [...loadRuleSets(join(projectRoot(), 'criteria')).templates].map(
  ([key, { rules }]): [string, TenderRules] => [key, rules],
);

describe.each([...everyRules(), ...templates, ...variedRules()])('made-up bids under %s', (_, rules) => {
  it.each([3, 4, 6])('are %i bids that the rules can evaluate, of which none is set aside', (bidders) => {
    const input = exampleInput(rules, NAMES.slice(0, bidders));
    expect(evaluationInput.safeParse(input).error).toBeUndefined();
    expect(ruleFaults(rules)).toEqual([]);
    const { lots, award } = evaluate(input);
    expect(lots.flatMap(({ setAside }) => setAside.map(({ bid }) => bid))).toEqual([]);
    expect(award.status).toBe('awarded');
    expect(exampleInput(rules, NAMES.slice(0, bidders))).toEqual(input);
  });

  it('can be made for its first lots only', () => {
    for (const most of [1, 2]) {
      const fewer = firstLots(rules, most);
      expect(fewer.lots.length).toBeLessThanOrEqual(most);
      expect(ruleFaults(fewer)).toEqual([]);
      expect(evaluate(exampleInput(fewer, NAMES.slice(0, 3))).lots.length).toBeGreaterThan(0);
    }
  });
});
