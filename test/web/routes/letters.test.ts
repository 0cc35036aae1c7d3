import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareLetters } from '../../../src/actions/compare-letters.ts';
import { sendDecision } from '../../../src/actions/letters.ts';
import { readDossierFile } from '../../../src/exchange/dossier-file.ts';
import { nl } from '../../../src/messages/nl.ts';
import { renderPdf } from '../../../src/reports/pdf/render.ts';
import { say } from '../../support/formalities.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, TENDER } from '../../support/secret-tender.ts';

/** A decision as an officer sends it: filled in, read, agreed to, kept. */

const path = (rest = ''): string => `/tenders/${TENDER}/letters${rest}`;
const FORM = {
  lots: 'lot-1',
  sentOn: '1-3-2027',
  sender: 'Gemeente Voorbeeldstad',
  signatory: 'J. de Wit, hoofd inkoop',
  objection: 'Vraag het kort geding aan bij de rechtbank in Groningen.',
  sameWords: 'Beide plannen zijn op dit punt gelijk.',
};

let house: Installation;
beforeAll(async () => {
  house = await openInstallation(PEOPLE, { draw: true });
  await bring(house, 'awarded', BASE);
});
afterAll(() => house.close());
const state = () => house.services.tenders.get(TENDER);
const chair = (command: Parameters<Installation['services']['tenders']['execute']>[2]) =>
  house.services.tenders.execute(TENDER, 'chair', command);

describe('sending a decision', () => {
  it('is refused before two people held the requirements against who wins', async () => {
    const refused = await house.post('chair', path('/new'), FORM);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('door twee personen')]);
    for (const person of ['chair', 'witness'] as const) {
      for (const bid of ['a', 'b']) {
        const payload = { bid, met: true, findings: 'Alles is er.' };
        house.services.tenders.execute(TENDER, person, say({ type: 'requirements-checked', payload }));
      }
    }
  });

  it('asks for what is missing, and keeps what was typed', async () => {
    const { status, text } = await house.post('chair', path('/new'), { ...FORM, sender: '', sentOn: 'morgen' });
    expect(status).toBe(422);
    for (const part of [nl.letters.form.missing(nl.letters.form.sender), FORM.objection, 'value="morgen"'])
      expect(text).toContain(part);
  });

  it('is refused a term that is shorter than that of the law', async () => {
    const refused = await house.post('chair', path('/new'), { ...FORM, until: '20-3-2027' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('te kort')]);
  });

  it('shows every letter before it is recorded', async () => {
    const before = state().version;
    const draft = await house.post('chair', path('/new/b'), FORM);
    expect([draft.status, draft.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await house.post('chair', path('/new/nobody'), FORM)).status).toBe(404);
    expect(state().version).toBe(before);
  });

  it('is not recorded when something was recorded while its letters were drawn', async () => {
    const order = {
      ...{ lots: ['lot-1'], sentOn: '2027-03-01', until: '2027-03-22', language: 'nl' as const, again: undefined },
      ...{ sender: FORM.sender, signatory: FORM.signatory, objection: FORM.objection, sameWords: FORM.sameWords },
    };
    const sending = sendDecision(house.services, TENDER, 'chair', order, async (report) => {
      const payload = { bid: 'b', met: true, findings: 'Nog eens gezien.' };
      chair(say({ type: 'requirements-checked', payload }));
      return await renderPdf(report);
    });
    await expect(sending).rejects.toThrow('dossier-moves');
    expect([state().issuedLetters.length, state().lots.size]).toEqual([0, 0]);
  });

  it('makes a letter for every bidder, and records them with the decision', async () => {
    const { status, location } = await house.confirm('chair', path('/new'), FORM);
    expect([status, location]).toEqual([303, `${path()}?notice=sent`]);
    const { issuedLetters, lots } = state();
    expect(issuedLetters.map(({ bid, sentAt }) => [bid, sentAt !== null])).toEqual([
      ['a', true],
      ['b', true],
    ]);
    expect(lots.get('lot-1')).toEqual({ is: 'sent', on: '2027-03-01', until: '2027-03-22' });
    const page = await house.get('chair', path());
    for (const part of ['22 maart 2027', nl.letters.page.downloadOf(1, 'Inschrijver a')].map((text) =>
      text.replace(/[“”]/g, ''),
    ))
      expect(page.text.replace(/[“”]/g, '')).toContain(part);
  });

  it('keeps the bytes that went out: each holds the edition of its own bidder, and comes out the same again', async () => {
    for (const letter of state().issuedLetters) {
      const { status, headers } = await house.get('chair', path(`/${letter.number}.pdf`));
      expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
      const bytes = await buffer((await house.services.storage.documents.open(letter.document)).stream());
      const file = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise;
      const attached = (await file.getAttachments()) as Record<string, { content: Uint8Array }>;
      const edition = readDossierFile(Buffer.from(attached['dossier.json']!.content));
      expect(edition.edition).toEqual({ of: 'bidder', bid: letter.bid });
    }
    const compared = await compareLetters(house.services, TENDER, renderPdf);
    expect(compared.map(({ kept, again }) => [kept, again])).toEqual([
      ['as-sent', 'same'],
      ['as-sent', 'same'],
    ]);
  });

  it('is held against the log by an auditor, on the page of the re-run and in the statement', async () => {
    const page = await house.get('auditor', `/tenders/${TENDER}/re-run`);
    const t = nl.letters.compared;
    for (const part of [t.title, t.found(2, 2), t.kept['as-sent'], state().issuedLetters[1]!.document.sha256])
      expect(page.text).toContain(part);
    expect((await house.get('auditor', `/tenders/${TENDER}/audit-statement.pdf`)).status).toBe(200);
  });

  it('is read by who may see the award, and sent by the chair alone', async () => {
    for (const { id } of PEOPLE) {
      const reads = [
        'chair',
        'assessor',
        'colleague',
        'keeper',
        'witness',
        'committee',
        'auditor',
        'onlooker',
      ].includes(id);
      const { status } = await house.get(id, path('/1.pdf'));
      if (reads) expect([id, status]).toEqual([id, 200]);
      if (id !== 'chair') expect([id, (await house.post(id, path('/new'), FORM)).status]).not.toEqual([id, 200]);
    }
    for (const person of ['other-officer', 'administrator']) {
      expect([403, 404]).toContain((await house.get(person, path('/1.pdf'))).status);
    }
    expect((await house.get('chair', path('/99.pdf'))).status).toBe(404);
  });

  it('is sent anew with the reason, and begins a new term', async () => {
    const again = { ...FORM, sentOn: '5-3-2027' };
    const refused = await house.post('chair', path('/new'), again);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('al verzonden')]);
    await house.confirm('chair', path('/new'), { ...again, again: 'De motivering is aangevuld.' });
    expect(state().lots.get('lot-1')).toEqual({ is: 'sent', on: '2027-03-05', until: '2027-03-25' });
    expect(state().issuedLetters).toHaveLength(4);
  });

  it('a contract waits for the term and for a judge', async () => {
    const sign = (signedOn: string) => () =>
      chair(say({ type: 'lot-fixed', payload: { lot: 'lot-1', reason: 'Getekend.', signedOn } }));
    expect(sign('2027-03-25')).toThrow('standstill-running');
    const proceeding = { startedOn: '20-3-2027', court: 'Rechtbank Noord-Nederland', claim: 'Een herbeoordeling.' };
    const acts = `/tenders/${TENDER}/acts`;
    expect((await house.post('chair', `${acts}/start-proceeding`, { lots: 'lot-1', ...proceeding })).status).toBe(303);
    expect(sign('2027-04-20')).toThrow('proceeding-pending');
    expect((await house.get('chair', path())).text).toContain(nl.letters.page.pending);
    const ruling = { proceeding: '1', endedOn: '15-4-2027', outcome: 'De vordering is afgewezen.' };
    expect((await house.post('chair', `${acts}/end-proceeding`, ruling)).status).toBe(303);
    expect(sign('2027-04-20')).not.toThrow();
  });
});
