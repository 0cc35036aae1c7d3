import type { Sample } from '../../exchange/samples.ts';
import type { Messages } from '../../messages/messages.ts';

/** Files to begin with, where a page asks for a file of one's own. */
export interface ExamplesModel {
  readonly title: string;
  readonly files: readonly { readonly href: string; readonly label: string }[];
}

/** @param kind what the page asks for: a whole input, or only its rules */
export const examplesModel = (m: Messages, kind: 'input' | 'rules', samples: readonly Sample[]): ExamplesModel => ({
  title: m.examples.title[kind],
  files: [
    ...samples.map((sample) => ({
      href: `/examples/${sample}/${kind}.json`,
      label: m.examples.file(m.examples.sample[sample]),
    })),
    { href: SCHEMAS[kind], label: m.examples.schema },
  ],
});

/** The same for a decision matrix. */
export const matrixExamples = (m: Messages): ExamplesModel => ({
  title: m.examples.title.matrix,
  files: [
    { href: '/examples/own-matrix.json', label: m.examples.matrix },
    { href: SCHEMAS.matrix, label: m.examples.schema },
  ],
});

/** The JSON Schema of what a page asks for. */
const SCHEMAS = {
  input: '/schemas/evaluation-input.schema.json',
  rules: '/schemas/tender-rules.schema.json',
  matrix: '/schemas/decision-matrix.schema.json',
} as const;
