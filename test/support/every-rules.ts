import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { TenderRules } from '../../src/domain/rules/rules.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { readSample, SAMPLES } from '../../src/exchange/samples.ts';

const ENGINE_3 = join(projectRoot(), 'data', 'golden', 'engine-3');

/** Every set of rules that the project delivers or must re-run for ever: published, of samples and of golden inputs, by name. */
export const everyRules = (): [name: string, rules: TenderRules][] => [
  ...[...loadRuleSets(join(projectRoot(), 'criteria')).tenders].map(([key, { rules }]): [string, TenderRules] => [
    key,
    rules,
  ]),
  ...SAMPLES.map((name): [string, TenderRules] => [name, readSample(projectRoot(), name).rules]),
  ...readdirSync(ENGINE_3)
    .filter((name) => name.endsWith('.input.json'))
    .map((name): [string, TenderRules] => [
      name,
      readEvaluationInput(readFileSync(join(ENGINE_3, name), 'utf8')).rules,
    ]),
];
