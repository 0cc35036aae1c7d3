import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/chain/canonical.ts';
import { projectRoot } from '../../src/config.ts';
import { parseRules, publishable, readRules } from '../../src/criteria/read-rules.ts';
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
    ['has another shape', (text: string) => text.replace('"weight": "40"', '"weight": "veertig"'), 'file-invalid'],
    ['is against the rules of rules', (text: string) => text.replace('"40"', '"41"'), 'weights-do-not-sum'],
  ])('refuses a file that %s', (_, edit, code) => {
    expect(refusalOf(() => readRules(edit(FILE)))).toBe(code);
  });

  it('asks more of a file with new rules: no more criteria than an assessment can hold', () => {
    const { rules } = readRules(FILE);
    expect(publishable(rules, FILE)).toEqual({ rules, sha256: sha256(FILE) });
    const [first] = rules.criteria;
    const criteria = Array.from({ length: 11 }, (_, group) => ({
      ...first!,
      id: `group-${group}`,
      children: Array.from({ length: 50 }, (_, place) => ({
        ...first!,
        id: `one-${group}-${place}`,
        children: undefined,
      })),
    }));
    const award = { ...rules.award, tieBreak: [] };
    const text = JSON.stringify({ ...rules, criteria, award });
    expect(refusalOf(() => publishable(parseRules(text), text))).toBe('too-many-criteria');
  });
});
