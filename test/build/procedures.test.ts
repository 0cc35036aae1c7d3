import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { procedurePages } from '../../src/build/procedures.ts';
import { projectRoot } from '../../src/config.ts';

describe('the drawings of the procedures in docs', () => {
  it.each(Object.entries(procedurePages()))('%s is current (npm run procedures)', (name, text) => {
    expect(readFileSync(join(projectRoot(), 'docs', name), 'utf8')).toBe(text);
  });
});
