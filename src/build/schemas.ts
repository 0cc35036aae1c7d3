import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config.ts';
import { contractEvents } from '../domain/contract/events.ts';
import { decisionEvents } from '../domain/decision/events.ts';
import { matrixFile } from '../domain/decision-matrix/matrix-file.ts';
import { planEvents } from '../domain/purchase-plan/events.ts';
import { tenderEvents } from '../domain/tender/state/events.ts';
import { dossierFile } from '../exchange/dossier-file.ts';
import { evaluationFile, rulesFile } from '../exchange/tender-file-shape.ts';

/** The JSON Schemas (2020-12) of what goes in and out as a file, by file name: made from the very schemas that check it. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const payloads = Object.fromEntries(
    Object.entries({ ...tenderEvents, ...decisionEvents, ...contractEvents, ...planEvents }).map(([type, schema]) => [
      type,
      z.toJSONSchema(schema, { io: 'input' }),
    ]),
  );
  const described = (title: string, schema: z.ZodType): object => ({
    title,
    ...z.toJSONSchema(schema, { io: 'input' }),
  });
  const texts = {
    'evaluation-input.schema.json': described('Input of gunwijzer evaluate', evaluationFile),
    'tender-rules.schema.json': described('Rules of a tender, as an officer publishes them from a file', rulesFile),
    'decision-matrix.schema.json': described(
      "A decision matrix of one's own, for gunwijzer contract-model",
      matrixFile,
    ),
    'dossier.schema.json': {
      ...described('A dossier as gunwijzer exports it, checked by gunwijzer verify', dossierFile),
      $comment: 'The payload of each event has the shape that $defs/payloads gives for its type.',
      $defs: { payloads },
    },
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}

if (process.argv[1]?.endsWith(join('build', 'schemas.js'))) {
  const folder = join(projectRoot(), 'docs', 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, name), text);
}
