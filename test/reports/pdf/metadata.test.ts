import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { readPdf } from './read-pdf.ts';
import { chapter, report } from './sample-report.ts';

const read = async (changes: Parameters<typeof report>[1] = {}) =>
  readPdf(await renderPdf(report([chapter('Advies')], changes)));

describe('metadata', () => {
  it('claims PDF/A-3a and PDF/UA-1', async () => {
    const { xmp } = await read();
    expect(xmp.get('pdfaid:part')).toBe('3');
    expect(xmp.get('pdfaid:conformance')).toBe('A');
    expect(xmp.get('pdfuaid:part')).toBe('1');
  });

  it('describes the property that PDF/A does not know', async () => {
    const { xmp } = await read();
    expect(xmp.get('pdfaextension:schemas')).toContain('http://www.aiim.org/pdfua/ns/id/');
  });

  it.each(['nl-NL', 'en-GB'] as const)('says that the text is %s', async (language) => {
    expect((await read({ language })).info.Language).toBe(language);
  });

  it('takes its dates from the report and never from the clock', async () => {
    const { info, xmp } = await read({ date: new Date('2019-12-31T23:59:58Z') });
    expect(info.CreationDate).toBe('D:20191231235958Z');
    expect(info.ModDate).toBe('D:20191231235958Z');
    expect(xmp.get('xmp:createdate')).toBe('2019-12-31T23:59:58Z');
    expect(xmp.get('xmp:modifydate')).toBe('2019-12-31T23:59:58Z');
  });

  it('has the start of Unix time, the same in every file, where the report stands for no moment', async () => {
    const json = {
      name: 'a.json',
      bytes: new Uint8Array([123, 125]),
      mediaType: 'application/json',
      description: 'Leeg',
    };
    const { info, xmp } = await read({ date: null, attachments: [json] });
    expect([info.CreationDate, info.ModDate]).toEqual(['D:19700101000000Z', 'D:19700101000000Z']);
    expect(xmp.get('xmp:createdate')).toBe('1970-01-01T00:00:00Z');
    expect(xmp.get('xmp:modifydate')).toBe('1970-01-01T00:00:00Z');
  });

  it('carries the hash of the content', async () => {
    expect((await read({ contentHash: 'abc123' })).info.Keywords).toBe('sha256:abc123');
  });

  it('keeps signs of XML in title, author and subject, in both places', async () => {
    const title = 'Zorg & welzijn <2027> "perceel 1" &amp;';
    const author = 'Gemeente A & B';
    const { info, xmp } = await read({ title, author, subtitle: 'kwaliteit > prijs' });
    expect(info.Title).toBe(title);
    expect(info.Author).toBe(author);
    expect(info.Subject).toBe('kwaliteit > prijs');
    expect(xmp.get('dc:title')).toBe(title);
    expect(xmp.get('dc:creator')).toEqual([author]);
  });

  it('leaves the subject out when there is no subtitle', async () => {
    expect((await read({ subtitle: '' })).info).not.toHaveProperty('Subject');
  });
});
