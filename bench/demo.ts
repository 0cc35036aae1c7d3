import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/config.ts';
import { type EvaluationInput, evaluationInput } from '../src/domain/scoring/input.ts';
import { parseJson } from '../src/exchange/parse.ts';

export const criteriaFolder = join(projectRoot(), 'criteria');

/** The documented sample: the fictional GON 2027 demo. */
export const demoInput = (): EvaluationInput =>
  parseJson(readFileSync(join(projectRoot(), 'data', 'samples', 'gon-2027-demo.json'), 'utf8'), evaluationInput);
