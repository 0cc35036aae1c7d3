import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { readMatrixFile } from '../../src/exchange/matrix-file.ts';
import { matrixSampleText } from '../../src/exchange/samples.ts';
import { describeFaults, messagesIn } from '../../src/messages/messages.ts';

const m = messagesIn('nl');
const faultsOf = (file: unknown): string[] => {
  try {
    readMatrixFile(JSON.stringify(file));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return describeFaults(m, error);
  }
};

describe('a file with a matrix of one’s own', () => {
  it('has a sample with four alternatives and five criteria', () => {
    const { rules, sha256 } = readMatrixFile(matrixSampleText(projectRoot()));
    expect([rules.alternatives.length, rules.criteria.length]).toEqual([4, 5]);
    expect(readMatrixFile(JSON.stringify(rules))).toEqual({ rules, sha256 });
  });

  it('lets its texts in by the door, the keys of scores included', () => {
    const { rules } = readMatrixFile(
      JSON.stringify({
        title: 'Keuze\u00a0nu',
        criteria: ['Café'],
        alternatives: ['A', 'B'].map((name) => ({ name, scores: { 'Cafe\u0301': '+' } })),
      }),
    );
    expect(rules.title.nl).toBe('Keuze nu');
    expect(rules.alternatives[0]!.scores).toEqual({ cafe: '+' });
    expect(faultsOf({ title: 'Keuze 😀', criteria: [], alternatives: [] })[0]).toContain('😀');
  });

  it('names the field that is wrong, also of what may be written in two ways', () => {
    expect(
      faultsOf({
        title: 'Keuze',
        criteria: ['Snel', { name: 'Goed', vraag: 'Hoe?' }, 3],
        alternatives: [{ name: 'A' }],
      }),
    ).toEqual([
      expect.stringMatching(/criteria, 2e onderdeel heeft een onbekend veld “vraag”/),
      expect.stringMatching(/criteria, 3e onderdeel heeft geen van de toegestane vormen/),
      expect.stringMatching(/alternatives, 1e onderdeel: scores/),
    ]);
  });

  it('has in the documentation the example that is in it', () => {
    const text = readFileSync(join(projectRoot(), 'docs', 'decision-matrix-format.md'), 'utf8');
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json!);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(readMatrixFile(example).rules.criteria.length).toBeGreaterThan(1);
  });
});
