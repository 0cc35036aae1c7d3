import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FOUNDATION_OF_FAULT, foundationOf } from '../../../src/domain/set-up/foundation.ts';
import { projectRoot } from '../../support/http.ts';
import { LAW } from '../../support/set-up-form.ts';

/** Every fault that the rooms of the rules can find, as their source names it. */
const codes = ['rules', 'rules/price', 'scoring', 'set-up', '.'].flatMap((room) => {
  const folder = join(projectRoot(), 'src', 'domain', room);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\bfault\(\s*'([a-z0-9-]+)'/g)].map(([, code]) => code!),
    );
});

describe('a check of a set-up', () => {
  it('says on what it rests: a rule of the law, arithmetic, or Gunwijzer itself', () => {
    expect(codes.length).toBeGreaterThan(50);
    const known = Object.keys(FOUNDATION_OF_FAULT);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
    // What an own formula finds has its code from where the formula is read.
    expect(known.filter((code) => !codes.includes(code) && !code.startsWith('formula-'))).toEqual([]);
  });

  it('names only rules of the law that are there, with their mark and their standing', () => {
    const named = Object.values(FOUNDATION_OF_FAULT).flatMap((one) => (one.kind === 'law' ? [one.rule] : []));
    const relative = foundationOf({ kind: 'relative' });
    expect(relative).toEqual({ kind: 'law', rule: 'relative-price' });
    const found = [...named, 'relative-price'].map((id) => LAW.rules.find((one) => one.id === id));
    expect(found.map((one) => [one?.id, one?.mark, one?.standings['sas-with-emvi'], one?.standings.open])).toEqual([
      ['price-only', 'V', 'contract-standard', 'contract-standard'],
      ['re-rank', 'U', 'own-documents', 'own-documents'],
      ['relative-price', 'S', 'own-documents', 'own-documents'],
    ]);
  });
});
