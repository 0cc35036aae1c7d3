import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printableCharacters } from '../../src/build/printable-characters.ts';
import { projectRoot } from '../../src/config.ts';

describe('the table of printable characters', () => {
  it('is what `npm run characters` makes of the fonts', () => {
    const file = join(projectRoot(), 'src', 'domain', 'printable-characters.ts');
    expect(readFileSync(file, 'utf8')).toBe(printableCharacters());
  });
});
