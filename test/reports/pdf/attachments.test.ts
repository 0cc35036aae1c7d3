import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { readPdf } from './read-pdf.ts';
import { chapter, report } from './sample-report.ts';

const dossier = {
  name: 'dossier gemeente Súdwest.json',
  bytes: new TextEncoder().encode('{"inschrijver":"Coöperatie Samen Thuis"}'),
  mediaType: 'application/json',
  description: 'Het dossier als JSON, één regel per gebeurtenis',
};
const table = {
  name: 'scores.csv',
  bytes: new Uint8Array([0, 1, 2, 255]),
  mediaType: 'text/csv',
  description: 'Scores',
};

describe('attachments', () => {
  it('come back byte for byte, with name and description', async () => {
    const pdf = await readPdf(await renderPdf(report([chapter('Advies')], { attachments: [dossier, table] })));
    expect(pdf.attachments).toEqual([
      { name: dossier.name, bytes: dossier.bytes, description: dossier.description },
      { name: table.name, bytes: table.bytes, description: table.description },
    ]);
  });

  it('come back the same when they are given in pieces', async () => {
    const pieces = [dossier.bytes.slice(0, 9), dossier.bytes.slice(9)];
    const pdf = await readPdf(
      await renderPdf(report([chapter('Advies')], { attachments: [{ ...dossier, pieces }, table] })),
    );
    expect(pdf.attachments.map(({ bytes }) => bytes)).toEqual([dossier.bytes, table.bytes]);
  });

  it('have their size and no checksum when they are given in pieces', async () => {
    const bytes = await renderPdf(
      report([chapter('Advies')], { attachments: [{ ...dossier, pieces: [dossier.bytes] }] }),
    );
    const file = Buffer.from(bytes).toString('latin1');
    expect(file).toContain('/Size 41');
    expect(file).not.toContain('/CheckSum');
  });

  it('are data of the whole document, with media type, dates of the report and a binary checksum', async () => {
    const bytes = await renderPdf(report([chapter('Advies')], { attachments: [dossier] }));
    const file = Buffer.from(bytes).toString('latin1');
    const checksum = createHash('md5').update(dossier.bytes).digest('hex');
    expect(file).toContain(`/CheckSum <${checksum}>`);
    expect(file).toContain('/Subtype /application#2Fjson');
    expect(file).toContain('/AFRelationship /Data');
    expect(file).toMatch(/\/Type \/Catalog[\s\S]*\/AF \[\d+ 0 R\]/);
    expect(file).toContain('/CreationDate (D:20260302093000Z)\n/ModDate (D:20260302093000Z)\n/Size 41');
  });
});
