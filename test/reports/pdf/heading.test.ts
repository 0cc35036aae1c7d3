import { describe, expect, it } from 'vitest';
import type { HeadingBlock } from '../../../src/explanation/blocks.ts';
import { checkHeadingLevels } from '../../../src/reports/pdf/heading.ts';

const levels = (...list: (1 | 2 | 3)[]): HeadingBlock[] =>
  list.map((level) => ({ kind: 'heading', level, text: `Kop ${level}` }));

describe('heading levels', () => {
  it('may go down one at a time and up by any number', () => {
    expect(() => checkHeadingLevels(levels(1, 2, 3, 1, 2, 2, 3, 2))).not.toThrow();
  });

  it('must start at level 1', () => {
    expect(() => checkHeadingLevels(levels(2))).toThrow('heading-level-skipped');
  });

  it('may not go from 1 to 3', () => {
    expect(() => checkHeadingLevels(levels(1, 3))).toThrow('heading-level-skipped');
  });
});
