import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openServices } from '../src/services.ts';
import { readPdf } from './reports/pdf/read-pdf.ts';
import { chapter, report } from './reports/pdf/sample-report.ts';
import { testConfig } from './support/config.ts';
import { inFolder } from './support/folder.ts';

describe('the services of a server', () => {
  it('draw documents in the house style as it was when they were opened', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'stijl.json');
      writeFileSync(file, '{"name":"Gemeente Voorbeeldstad","accent":"#7a1f4b"}');
      const { renderer, storage } = openServices({ ...testConfig(':memory:'), houseStyle: file });
      writeFileSync(file, 'iets anders');
      const pdf = await readPdf(await renderer.render(report([chapter('Advies')], { author: null })));
      expect(pdf.info.Author).toBe('Gemeente Voorbeeldstad');
      expect(pdf.pages[0]!.colors).toContain('#7a1f4b');
      storage.close();
    });
  });
});
