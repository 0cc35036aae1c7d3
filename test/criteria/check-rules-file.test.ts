import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { checkRulesFile } from '../../src/criteria/check-rules-file.ts';
import { refusalOf } from '../support/refusal.ts';

const FILE = `{
  "title": "Glazenwassen",
  "service": "other",
  "lots": [
    "Noord",
    { "name": "Zuid",
      "price": { "minimum": 50, "maximum": 20 },
      "weights": {
        "Plan": 30,
        "Persneel": 25
      } }
  ],
  "scale": { "minimum": 10,
    "maximum": 5 },
  "criteria": [
    { "name": "Plan", "weight": 40 },
    { "name": "Personeel",
      "weight": 25 }
  ],
  "price": { "weight": 40, "points": { "kind": "proportional" } },
  "onWithdrawal": "keep",
  "award": {
    "tieBreak": ["draw",
      "lower-price"]
  }
}`;

const found = (text: string): [number, string][] =>
  checkRulesFile(text).faults.map(({ fault: { code }, line }) => [line, code]);

describe('checking a file of rules', () => {
  it.each(['tenders', 'templates'])('finds nothing wrong with what is delivered in %s', (folder) => {
    const files = readdirSync(join(projectRoot(), 'criteria', folder));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const { rules, faults } = checkRulesFile(readFileSync(join(projectRoot(), 'criteria', folder, name), 'utf8'));
      expect(faults).toEqual([]);
      expect(name).toBe(`${rules!.id}.v${rules!.version}.json`);
    }
  });

  it('finds everything at once, in the order of the file, each on its line', () => {
    expect(found(FILE)).toEqual([
      [6, 'weights-do-not-sum'],
      [6, 'bounds-wrong-way-round'],
      [10, 'unknown-name'],
      [13, 'bounds-wrong-way-round'],
      [15, 'weights-do-not-sum'],
      [23, 'draw-not-last'],
    ]);
  });

  it('finds every fault of the form, an unknown field at its own line', () => {
    const text = '{\n"lotss": [],\n"criteria": [\n{ "name": "Plan",\n"weigt": 40 },\n{ "weight": "veel" }] }';
    expect(found(text)).toEqual([
      [2, 'file-invalid'],
      [5, 'file-invalid'],
      [6, 'file-invalid'],
      [6, 'file-invalid'],
    ]);
  });

  it('finds every text that may not come in', () => {
    const text = '{\n"title": "A\\u0007",\n"criteria": [\n{ "name": "\\u0001" }] }';
    expect(found(text)).toEqual([
      [2, 'text-refused'],
      [4, 'text-refused'],
    ]);
  });

  it('counts lines after the mark that some editors put first', () => {
    expect(found('\uFEFF{\n"lotss": [] }')).toEqual([[2, 'file-invalid']]);
  });

  it('asks of an own formula what is asked of new rules', () => {
    const text = `{ "criteria": [{ "name": "Plan", "weight": 60, "scale": { "maximum": 10 } }], "onWithdrawal": "keep",
      "price": { "weight": 40,
        "points": { "kind": "formula", "expression": "10 / (price - price)" } } }`;
    const { rules } = checkRulesFile(text);
    expect(rules).toBeDefined();
    expect(found(text)).toEqual([[3, 'formula-has-no-value']]);
  });

  it.each([
    ['is no JSON', '{ "title": ', 'not-json'],
    ['names a key twice', '{ "title": "A", "title": "B" }', 'key-twice'],
    ['is an input', '{ "rules": {}, "bids": [] }', 'file-is-input'],
  ])('refuses a file that %s', (_, text, code) => {
    expect(refusalOf(() => checkRulesFile(text))).toBe(code);
  });
});
