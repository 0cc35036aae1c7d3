import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { nodes, readPdf } from './read-pdf.ts';
import { chapter, report } from './sample-report.ts';

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
});
