import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'express';
import { projectRoot } from '../../config.ts';
import { newestVersions } from '../../criteria/rule-sets.ts';
import { DOSSIER_ROLES } from '../../domain/roles.ts';
import { matrixSampleText, readPastAward, readSample, SAMPLES, sampleText } from '../../exchange/samples.ts';
import { HttpError } from '../http-error.ts';
import { PAST_AWARD, pastAwardModel } from '../pages/past-award.ts';
import type { Web } from './context.ts';

const PUBLISHERS = ['procurement-officer', 'auditor'] as const;
const SCHEMAS = ['evaluation-input.schema.json', 'tender-rules.schema.json', 'decision-matrix.schema.json'];

/** Files to begin with: the samples, their rules alone, and the shape of both. And an award of before, held against the limits of now. */
export function exampleRoutes({ services, routes, render, layout }: Web): void {
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

  routes.get(PAST_AWARD, DOSSIER_ROLES, (request, response) => {
    const m = request.context.messages;
    const past = readPastAward(projectRoot());
    const rules = newestVersions(services.ruleSets.tenders)
      .map(([, published]) => published.rules)
      .find(({ id }) => id === past.heldAgainst);
    if (!rules) throw new HttpError(404);
    const model = pastAwardModel(m, past, rules);
    return render(response, 'rehearsal/past-award', { layout: layout(request, { title: model.text.title }), ...model });
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
