import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { publishable } from '../../src/criteria/read-rules.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import { rulesReport } from '../../src/reports/rules-report.ts';
import { everyRules } from '../support/every-rules.ts';
import { readPdf } from './pdf/read-pdf.ts';

describe.each(everyRules())('the rules %s as a document', (_, rules) => {
  const file = `${JSON.stringify(rules, null, 2)}\n`;
  const { sha256 } = publishable(rules, file);
  const source = {
    title: rules.title.nl,
    rules,
    sha256,
    standing: 'own',
    published: false,
    versions: [],
    file,
  } as const;

  it.each(LANGUAGES)(
    'have one chapter, with every criterion and lot, and the worked-out formula after it, in %s',
    async (language) => {
      const m = messagesIn(language);
      const report = rulesReport(m, source);
      const chapters = report.blocks.filter((block) => block.kind === 'heading' && block.level === 1);
      expect(chapters.length).toBeLessThanOrEqual(2);
      const { pages } = await readPdf(new Uint8Array(await renderPdf(report)));
      const words = pages
        .flatMap(({ runs }) => runs.map(({ text }) => text))
        .join('')
        .replace(/[\s\u00ad-]+/g, '');
      for (const { name } of rules.lots) expect(words).toContain(name.replace(/[\s\u00ad-]+/g, ''));
      for (const { name } of rules.criteria) expect(words).toContain(name[language].replace(/[\s\u00ad-]+/g, ''));
    },
  );

  it('carry the file that their checksum is of, and nothing else', () => {
    const { attachments } = rulesReport(messagesIn('nl'), source);
    expect(attachments.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).toEqual([sha256]);
  });
});
