import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'express';
import { projectRoot } from '../../config.ts';
import { matrixSampleText, readSample, SAMPLES, sampleText } from '../../exchange/samples.ts';
import { HttpError } from '../http-error.ts';
import type { Web } from './context.ts';

const PUBLISHERS = ['procurement-officer', 'auditor'] as const;
const SCHEMAS = ['evaluation-input.schema.json', 'tender-rules.schema.json', 'decision-matrix.schema.json'];

/** Files to begin with: the samples, their rules alone, and the shape of both. */
export function exampleRoutes({ routes }: Web): void {
  const sampleOf = (name: unknown): (typeof SAMPLES)[number] => {
    const sample = SAMPLES.find((one) => one === name);
    if (sample === undefined) throw new HttpError(404);
    return sample;
  };

  routes.get('/examples/:sample/input.json', PUBLISHERS, (request, response) => {
    const sample = sampleOf(request.params.sample);
    download(response, `${sample}.json`, sampleText(projectRoot(), sample));
  });

  routes.get('/examples/:sample/rules.json', PUBLISHERS, (request, response) => {
    const sample = sampleOf(request.params.sample);
    const { rules } = readSample(projectRoot(), sample);
    download(response, `${sample}-rules.json`, `${JSON.stringify(rules, null, 2)}\n`);
  });

  routes.get('/examples/own-matrix.json', PUBLISHERS, (_, response) =>
    download(response, 'own-matrix.json', matrixSampleText(projectRoot())),
  );

  routes.get('/schemas/:schema', PUBLISHERS, (request, response) => {
    const schema = SCHEMAS.find((one) => one === request.params.schema);
    if (schema === undefined) throw new HttpError(404);
    download(response, schema, readFileSync(join(projectRoot(), 'docs', 'schemas', schema), 'utf8'));
  });
}

function download(response: Response, name: string, text: string): void {
  response.type('application/json').set('Content-Disposition', `attachment; filename="${name}"`).send(text);
}
