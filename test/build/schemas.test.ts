import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/build/schemas.ts';
import { projectRoot } from '../../src/config.ts';

describe('the JSON Schemas in docs/schemas', () => {
  it.each(Object.entries(jsonSchemas()))('%s is current (npm run schemas)', (name, text) => {
    expect(readFileSync(join(projectRoot(), 'docs', 'schemas', name), 'utf8')).toBe(text);
  });
});
