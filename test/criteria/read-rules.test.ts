import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/chain/canonical.ts';
import { projectRoot } from '../../src/config.ts';
import { readRules } from '../../src/criteria/read-rules.ts';
import { refusalOf } from '../support/refusal.ts';

const FILE = readFileSync(join(projectRoot(), 'criteria', 'tenders', 'gon-2027.v1.json'), 'utf8');

describe('reading the rules of a tender', () => {
  it('gives the rules with the hash of the file as it is', () => {
    const { rules, sha256: digest } = readRules(FILE);
    expect(rules).toEqual(JSON.parse(FILE));
    expect(digest).toBe(sha256(FILE));
  });

  it.each([
    ['is no JSON', (text: string) => text.slice(0, 100), 'not-json'],
    ['names a key twice', (text: string) => text.replace('"rounding":', '"version": 1, "rounding":'), 'key-twice'],
    ['has another shape', (text: string) => text.replace('"weight": "40"', '"weight": 40'), 'file-invalid'],
    ['is against the rules of rules', (text: string) => text.replace('"40"', '"41"'), 'weights-do-not-sum'],
  ])('refuses a file that %s', (_, edit, code) => {
    expect(refusalOf(() => readRules(edit(FILE)))).toBe(code);
  });
});
