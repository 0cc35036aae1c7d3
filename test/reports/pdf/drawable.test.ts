import { describe, expect, it } from 'vitest';
import { drawable, drawableBlock, onOneLine } from '../../../src/reports/pdf/drawable.ts';
import { chapter, paragraph, report, table } from './sample-report.ts';

describe('a report as it can be drawn', () => {
  it('has a space for a line break in what has one line, and keeps the lines of running text', () => {
    const blocks = [chapter('a\nb'), table([[{ text: 'a\nb' }]], 'a\nb'), paragraph('a\nb')];
    const drawn = drawable(
      report(blocks, { title: 'a\r\n b', front: { kind: 'cover', facts: [{ term: 'a\nb', value: 'a\u2028b' }] } }),
    );
    expect(drawn.title).toBe('a b');
    expect(drawn.front.facts).toEqual([{ term: 'a b', value: 'a b' }]);
    expect(drawn.headings).toEqual([chapter('a b')]);
    expect(drawn.blocks.map(drawableBlock)).toEqual([
      chapter('a b'),
      table([[{ text: 'a\nb' }]], 'a b'),
      paragraph('a\nb'),
    ]);
  });

  it('is the report itself when its texts are', () => {
    const given = report([chapter('Advies'), table([]), paragraph('Tekst.')]);
    expect(drawable(given)).toEqual({ ...given, opening: [], headings: [chapter('Advies')] });
    expect(given.blocks.filter((block) => block.kind !== 'details').map(drawableBlock)).toEqual(given.blocks);
    expect(onOneLine('Advies  met spaties')).toBe('Advies  met spaties');
  });
});
