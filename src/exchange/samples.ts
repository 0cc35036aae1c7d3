import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PastAward, pastAward } from '../domain/award/past-award.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { readEvaluationInput } from './evaluation-file.ts';
import { parseJson } from './parse.ts';

/** The samples under data/samples, by name: complete and fictional. */
export const SAMPLES = ['gon-2027-demo', 'price-and-quality', 'award-on-value', 'schoonmaak'] as const;
export type Sample = (typeof SAMPLES)[number];

/** @param root the folder of the project */
export const sampleText = (root: string, sample: Sample): string =>
  readFileSync(join(root, 'data', 'samples', `${sample}.json`), 'utf8');

/** The sample of a decision matrix of one's own. @param root the folder of the project */
export const matrixSampleText = (root: string): string =>
  readFileSync(join(root, 'data', 'samples', 'own-matrix.json'), 'utf8');

/** @param root the folder of the project */
export const readSample = (root: string, sample: Sample): EvaluationInput =>
  readEvaluationInput(sampleText(root, sample));

/** The award of 2019, as the sources tell it. @param root the folder of the project */
export const readPastAward = (root: string): PastAward =>
  parseJson(readFileSync(join(root, 'data', 'samples', 'award-2019.json'), 'utf8'), pastAward);
