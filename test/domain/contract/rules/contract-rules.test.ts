import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../src/config.ts';
import { loadRuleSets } from '../../../../src/criteria/rule-sets.ts';
import { readContractRules } from '../../../../src/domain/contract/rules/contract-rules.ts';
import { DomainError } from '../../../../src/domain/errors.ts';

const FILE = 'contracts/gon-2027.v1.json';
const { contracts } = loadRuleSets(join(projectRoot(), 'criteria'));
const { rules } = contracts.get('gon-2027.v1')!;

function refusal(json: unknown): Readonly<Record<string, unknown>> {
  try {
    readContractRules(json, FILE);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.details };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('rules of contracts', () => {
  it.each([...contracts])('%s come back as they were read', (key, { rules: read }) => {
    expect(readContractRules(JSON.parse(JSON.stringify(read)), `contracts/${key}.json`)).toEqual(read);
  });

  it('can leave out every part, and have areas or none', () => {
    const { kind, id, version, title, description, sources } = rules;
    const bare = { kind, id, version, title, description, sources, areas: [] };
    expect(readContractRules(bare, FILE)).toEqual(bare);
  });

  it.each<[what: string, path: string, json: unknown]>([
    ['an unknown key', '.', { ...rules, extra: 1 }],
    ['another kind', 'kind', { ...rules, kind: 'tender-rules' }],
    ['no sources', 'sources', { ...rules, sources: [] }],
    [
      'a path without a method',
      'budget.path.method',
      { ...rules, budget: { ...rules.budget!, path: { method: 'rising' } } },
    ],
    [
      'a factor that is no fraction',
      'budget.steps.0.factor',
      {
        ...rules,
        budget: { ...rules.budget!, steps: [{ id: 'a', name: rules.title, factor: '0.5', sources: rules.sources }] },
      },
    ],
    [
      'two of the three kinds of support',
      'growthPath.kinds',
      { ...rules, growthPath: { ...rules.growthPath!, kinds: rules.growthPath!.kinds.slice(1) } },
    ],
    ['a date that is none', 'term.start', { ...rules, term: { ...rules.term!, start: '2027-02-30' } }],
    ['what the shapes cannot see', 'areas.1.id', { ...rules, areas: [rules.areas[0], rules.areas[0]] }],
  ])('are refused with the file and the path: %s', (_, path, json) => {
    expect(refusal(json)).toMatchObject({ code: 'rule-set-invalid', file: FILE, path });
  });
});
