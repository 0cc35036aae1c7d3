import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../src/config.ts';
import { tenderRules } from '../../src/domain/rules/rules.ts';
import { evaluationInput } from '../../src/domain/scoring/input.ts';
import { humanText, identifier, oneLine } from '../../src/domain/text.ts';
import { enterTexts } from '../../src/exchange/enter-texts.ts';

describe('the texts of a file', () => {
  const node: z.ZodType<Node> = z.lazy(() =>
    z.strictObject({
      id: identifier,
      name: oneLine(50),
      reason: humanText(200).optional(),
      children: z.array(node).optional(),
    }),
  );
  interface Node {
    readonly id: string;
    readonly name: string;
    readonly reason?: string | undefined;
    readonly children?: readonly Node[] | undefined;
  }
  const shape = z.strictObject({
    tree: node,
    kind: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), label: oneLine(50) }),
      z.strictObject({ kind: z.literal('b'), note: humanText(50).nullable() }),
    ]),
    labels: z.record(z.string(), oneLine(50)),
  });
  const file = (name: string, note: string) => ({
    tree: { id: 'a', name: 'A', children: [{ id: 'b', name, reason: `${note}\r\n2` }] },
    kind: { kind: 'b', note },
    labels: { x: name },
  });

  it('come in by the same door as those of a form, wherever they are', () => {
    const read = enterTexts(file('o\ufb00erte\u00a0A\n', '\uf0b7 een'), shape).value;
    expect(read).toEqual({
      tree: { id: 'a', name: 'A', children: [{ id: 'b', name: 'offerte A', reason: '• een\n2' }] },
      kind: { kind: 'b', note: '• een' },
      labels: { x: 'offerte A' },
    });
  });

  it('are refused all at once, each at its path', () => {
    expect(enterTexts(file('a\nb', 'x🙂'), shape).refused).toEqual([
      { place: 'tree.children.0.name', lines: 'one', refused: [{ character: '\n', line: 1, column: 2 }] },
      { place: 'tree.children.0.reason', lines: 'many', refused: [{ character: '🙂', line: 1, column: 2 }] },
      { place: 'kind.note', lines: 'many', refused: [{ character: '🙂', line: 1, column: 2 }] },
      { place: 'labels.x', lines: 'one', refused: [{ character: '\n', line: 1, column: 2 }] },
    ]);
  });

  it('of published rules and of the samples come in as they are', () => {
    const files = [...glob('criteria/tenders'), ...glob('data/samples')];
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) {
      const json = JSON.parse(readFileSync(join(projectRoot(), name), 'utf8')) as unknown;
      const shape = name.startsWith('criteria') ? tenderRules : evaluationInput;
      expect(enterTexts(json, shape)).toEqual({ value: json, refused: [] });
    }
  });
});

const glob = (folder: string): string[] =>
  readdirSync(join(projectRoot(), folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`);
