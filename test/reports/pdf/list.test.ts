import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readPdf } from './read-pdf.ts';
import { chapter, paragraph, report } from './sample-report.ts';

const items = ['Lezen', 'Bespreken', 'Vaststellen'];
const draw = (ordered: boolean) =>
  renderPdf(report([chapter('Werkwijze'), { kind: 'list', ordered, items }], { front: { kind: 'cover', facts: [] } }));

describe('a list', () => {
  it.each([
    [true, ['1.', '2.', '3.']],
    [false, ['•', '•', '•']],
  ])('has a label and a body for every item (ordered: %s)', async (ordered, labels) => {
    const [list] = nodes(await readPdf(await draw(ordered)), 'L');
    expect(list!.children.map((item) => item.children.map((part) => [part.role, part.text]))).toEqual(
      items.map((item, index) => [
        ['Lbl', labels[index]],
        ['LBody', item],
      ]),
    );
  });

  it('says how it is numbered', async () => {
    expect(Buffer.from(await draw(true)).toString('latin1')).toContain('/ListNumbering /Decimal');
    expect(Buffer.from(await draw(false)).toString('latin1')).toContain('/ListNumbering /Disc');
  });

  it('leaves no short item alone on its page, at its start or its end', async () => {
    const many = Array.from({ length: 6 }, (_, index) => `Punt ${index + 1}.`);
    for (let filler = 18; filler < 29; filler += 1) {
      const before = Array.from({ length: filler }, () => paragraph('Kort.'));
      const pdf = await readPdf(
        await renderPdf(report([...before, { kind: 'list', ordered: false, items: many }], heading)),
      );
      const items = pdf.pages.map(({ runs }) => runs.filter(({ text }) => text.startsWith('Punt')).length);
      expect([filler, items.filter((count) => count === 1)]).toEqual([filler, []]);
    }
  });
});

const heading = { front: { kind: 'heading', facts: [] } } as const;
