import { afterEach, describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import { createRenderer, type Renderer } from '../../src/reports/renderer.ts';
import { chapter, longReport, report, section } from './pdf/sample-report.ts';

describe('the renderer', () => {
  let renderer: Renderer;
  afterEach(() => renderer.close());

  it('draws the same bytes in its thread as the drawing itself', async () => {
    renderer = createRenderer();
    expect(Buffer.from(await renderer.render(longReport())).equals(await renderPdf(longReport()))).toBe(true);
  });

  it('draws many reports in the order in which they were asked for', async () => {
    renderer = createRenderer();
    const finished: string[] = [];
    const titles = ['Lang', 'Kort 1', 'Kort 2', 'Kort 3'];
    await Promise.all(
      titles.map(async (title) => {
        const asked = title === 'Lang' ? longReport() : report([chapter(title)]);
        await renderer.render(asked);
        finished.push(title);
      }),
    );
    expect(finished).toEqual(titles);
  });

  it('leaves the event loop free while it draws', async () => {
    renderer = createRenderer();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    await Promise.all([renderer.render(longReport()), renderer.render(longReport())]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('passes on what is wrong with a report, and draws the next one', async () => {
    renderer = createRenderer();
    const wrong = renderer.render(report([section('Zonder hoofdstuk')]));
    const right = renderer.render(report([chapter('Advies')]));
    await expect(wrong).rejects.toThrow('heading-level-skipped: 2');
    expect((await right).length).toBeGreaterThan(1000);
  });

  it('refuses a report that cannot cross to the thread, and draws the next one', async () => {
    renderer = createRenderer();
    const strange = { ...report([]), labels: { toString: () => 'a function cannot be copied' } };
    await expect(renderer.render(strange as never)).rejects.toThrow(/could not be cloned/);
    expect((await renderer.render(report([chapter('Advies')]))).length).toBeGreaterThan(1000);
  });

  it('refuses what it did not draw and what comes after it is closed', async () => {
    renderer = createRenderer();
    const first = renderer.render(longReport());
    const second = renderer.render(longReport());
    const refused = Promise.allSettled([first, second]);
    await renderer.close();
    expect((await refused).map((result) => result.status)).toEqual(['rejected', 'rejected']);
    await expect(renderer.render(report([]))).rejects.toThrow('closed');
  });

  it('can be closed without ever having drawn', async () => {
    renderer = createRenderer();
    await expect(renderer.close()).resolves.toBeUndefined();
  });
});
