import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../../src/messages/en.ts';
import { nl } from '../../../src/messages/nl.ts';

import { FILES } from '../../support/files.ts';
import { declaring, openPrices, say } from '../../support/formalities.ts';
import { type Installation, openInstallation } from '../../support/installation.ts';
import { BASE, bring, PEOPLE, RULES, TENDER } from '../../support/secret-tender.ts';

const BIDS = `/tenders/${TENDER}/bids`;
const OF_A = `${BIDS}/a/documents`;
const SEALED = `${BIDS}/a/sealed-documents`;
const html = Buffer.from('<script>alert(1)</script>');

let installation: Installation;
beforeEach(async () => {
  installation = await openInstallation(PEOPLE);
});
afterEach(() => installation.close());

const add = (name: string, content: Buffer, path = OF_A, person = 'chair', fields = {}) =>
  installation.upload(person, path, fields, { name, content });
const execute = (actor: string, command: Parameters<Installation['services']['tenders']['execute']>[2]) =>
  installation.services.tenders.execute(TENDER, actor, command);
const statusOf = async (person: string, path: string): Promise<number> => (await installation.get(person, path)).status;

describe('a document that is added', () => {
  beforeEach(() => bring(installation, 'registration', BASE));

  it('is there for who may see the bid, on the page of the bids, with what it is', async () => {
    const { status, location } = await add('Plan & aanpak (2).PDF', FILES.pdf);
    expect([status, location]).toEqual([303, `${OF_A}?notice=added`]);
    expect((await installation.get('chair', `${OF_A}?notice=added`)).text).toContain(nl.documents.add.done);
    const { text } = await installation.get('assessor', BIDS);
    expect(text).toContain('Plan &amp; aanpak (2).PDF');
    expect(text).toContain('PDF, 1 kB · 1 maart 2027');
    expect(text).toContain(`href="${OF_A}/document-2" target="_blank" rel="noopener"`);
    expect(text).toContain(`(${nl.documents.opensInTab})`);
    expect(text).not.toContain(`href="${OF_A}"`);
    const answer = await installation.get('assessor', `${OF_A}/document-2`);
    expect(answer.bytes).toEqual(FILES.pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(FILES.pdf.length),
      'content-disposition': `inline; filename="document.pdf"; filename*=UTF-8''Plan%20%26%20aanpak%20%282%29.PDF`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is downloaded when it is no PDF, and runs nowhere', async () => {
    expect((await add('bericht.txt', html)).status).toBe(303);
    const { headers, bytes } = await installation.get('assessor', `${OF_A}/document-2`);
    expect(bytes).toEqual(html);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox$/);
  });

  it.each([
    ['kwaad.pdf', Buffer.from('MZ\x90\x00'), nl.errors['document-type-differs']({ type: 'pdf' })],
    ['kwaad.exe', Buffer.from('MZ\x90\x00'), nl.errors['document-type-unknown']({})],
    ['pagina.html', html, nl.errors['document-type-unknown']({})],
    ['leeg.pdf', Buffer.alloc(0), nl.errors['document-empty']({})],
    ['woord.docx', FILES.xlsx, nl.errors['document-type-differs']({ type: 'docx' })],
    [`${'n'.repeat(200)}.pdf`, FILES.pdf, nl.common.tooLong(nl.documents.add.nameLabel, 200)],
    ['plan\u202efdp.pdf', FILES.pdf, 'U+202E'],
    ['Plan van aanpak.txt', Buffer.from('Wij gaan aan de slag. a'), nl.errors['document-already-there']({})],
  ])('is refused in words at its field: %s', async (name, content, words) => {
    const { status, text } = await add(name, content);
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(text).toContain('href="#document"');
    expect(text).toContain('aria-describedby="document-hint document-error"');
  });

  it('is asked for where none was chosen, in the language of who asks', async () => {
    expect((await installation.upload('chair', OF_A, {}, null)).text).toContain(nl.documents.add.missing);
    await installation.post('chair', '/language', { language: 'en', returnTo: '/' });
    expect((await installation.upload('chair', OF_A, {}, null)).text).toContain(en.documents.add.missing);
    expect((await installation.post('chair', OF_A, {})).status).toBe(422);
  });

  it('is for nobody else to add, and not for another tender, bid or lot', async () => {
    for (const [person, path, status] of [
      ['assessor', OF_A, 403],
      ['keeper', OF_A, 403],
      ['auditor', OF_A, 403],
      ['other-officer', OF_A, 404],
      ['chair', SEALED, 403],
      ['chair', `${BIDS}/x/documents`, 404],
      ['chair', '/tenders/tender-leaks-9/bids/a/documents', 404],
    ] as const) {
      expect([person, path, (await add('plan.pdf', FILES.pdf, path, person)).status]).toEqual([person, path, status]);
    }
    const elsewhere = await add('plan.pdf', FILES.pdf, OF_A, 'chair', { lot: 'lot-9' });
    expect(elsewhere.status).toBe(422);
    expect((await add('plan.pdf', FILES.pdf, OF_A, 'chair', { lot: 'lot-1' })).status).toBe(303);
  });

  it('is removed with a reason, and then opened by nobody; its reason can be read', async () => {
    await add('Verkeerd plan.pdf', FILES.pdf);
    const path = `/tenders/${TENDER}/acts/remove-document`;
    expect((await installation.post('chair', path, { document: 'a document-2', reason: '' })).status).toBe(422);
    const done = await installation.post('chair', path, { document: 'a document-2', reason: 'Hoort bij een ander.' });
    expect(done.location).toContain('notice=remove-document');
    for (const person of ['chair', 'assessor', 'onlooker'] as const) {
      expect(await statusOf(person, `${OF_A}/document-2`)).toBe(404);
      expect((await installation.get(person, BIDS)).text).not.toContain('Verkeerd plan');
    }
    expect((await installation.get('chair', OF_A)).text).toContain('Hoort bij een ander.');
    expect(await statusOf('chair', `${OF_A}/document-9`)).toBe(404);
  });
});

describe('who has an interest in a bid', () => {
  it('sees and opens nothing of it; who has not declared any interest sees nothing of any bid', async () => {
    await bring(installation, 'assessment', BASE);
    execute('assessor', declaring('ab', 'a'));
    execute('chair', { type: 'appoint-assessor', assessor: 'other-assessor' });
    for (const [person, bid, status] of [
      ['assessor', 'a', 403],
      ['assessor', 'b', 200],
      ['colleague', 'a', 200],
      ['other-assessor', 'a', 409],
      ['other-assessor', 'b', 409],
    ] as const) {
      expect([person, bid, await statusOf(person, `${BIDS}/${bid}/documents/document-1`)]).toEqual([
        person,
        bid,
        status,
      ]);
    }
    const { text } = await installation.get('assessor', BIDS);
    expect([text.includes(`${BIDS}/a/`), text.includes(`${BIDS}/b/documents/document-1`)]).toEqual([false, true]);
    expect((await installation.get('other-assessor', BIDS)).text).not.toContain('Plan van aanpak');
  });
});

describe('anonymous bidders', () => {
  it('have documents with a number for a name, until they are named', async () => {
    const rules = { ...RULES, course: { anonymousUntil: 'consensus' as const } };
    await bring(installation, 'assessment', { ...BASE, rules });
    await add('Inschrijver a.pdf', FILES.pdf);
    expect((await installation.get('chair', OF_A)).text).toContain(nl.documents.add.anonymous);
    const veiled = await installation.get('assessor', BIDS);
    expect(veiled.text).toContain('Document 2<span');
    expect(veiled.text).not.toContain('Inschrijver a.pdf');
    const named = async () =>
      (await installation.get('assessor', `${OF_A}/document-2`)).headers.get('content-disposition');
    expect(await named()).toMatch(/filename\*=UTF-8''Document%202\.pdf$/);
    execute('colleague', declaring('ab'));
    execute('chair', { type: 'open-consensus' });
    expect(await named()).toMatch(/filename\*=UTF-8''Inschrijver%20a\.pdf$/);
  });
});

describe('a document that is sealed', () => {
  const PRICE = `${BIDS}/a/price-documents/price-1`;

  it('is shown to nobody before the opening, and then to who may see prices', async () => {
    await bring(installation, 'assessment', { ...BASE, priceDocuments: [] });
    const { status, location } = await add('Prijsblad.pdf', FILES.pdf, SEALED, 'keeper');
    expect([status, location]).toEqual([303, `${SEALED}?notice=sealed`]);
    const { text } = await installation.get('keeper', SEALED);
    expect([text.includes(nl.documents.sealed.kept), text.includes('Prijsblad')]).toEqual([true, false]);
    for (const { id } of PEOPLE)
      expect([id, await statusOf(id, PRICE)]).toEqual([id, expect.toBeOneOf([403, 404, 409])]);
    await closeQuality();
    expect(await statusOf('chair', PRICE)).toBe(409);
    openPrices(execute, 'chair', 'assessor');
    const opened = await installation.get('chair', PRICE);
    expect([opened.status, opened.bytes]).toEqual([200, FILES.pdf]);
    expect((await installation.get('chair', BIDS)).text).toContain(`Prijsblad.pdf<span`);
    expect((await installation.get('assessor', BIDS)).text).not.toContain('Prijsblad');
    expect([await statusOf('assessor', PRICE), await statusOf('keeper', PRICE)]).toEqual([409, 409]);
    // It is known by its number among its own kind only.
    expect(await statusOf('chair', `${OF_A}/price-1`)).toBe(404);
  });

  it('of a bid that was excluded stays closed, until it counts again and is opened', async () => {
    await bring(installation, 'assessment', BASE);
    const why = { reason: 'Niet geschikt.' };
    execute('chair', say({ type: 'bid-set-aside', payload: { fallen: { bid: 'a', stage: 'excluded', ...why } } }));
    await closeQuality();
    openPrices(execute, 'chair', 'assessor');
    expect(await statusOf('chair', PRICE)).toBe(404);
    expect((await installation.get('chair', BIDS)).text).not.toContain('Prijsblad');
    execute('chair', say({ type: 'bid-reinstated', payload: { bid: 'a', ...why } }));
    expect(await statusOf('chair', PRICE)).toBe(404);
    openPrices(execute, 'chair', 'assessor');
    expect(await statusOf('chair', PRICE)).toBe(200);
  });

  it('is taken out of keeping with the others of its bid', async () => {
    await bring(installation, 'assessment', BASE);
    const path = `/tenders/${TENDER}/acts/remove-sealed-documents`;
    const page = await installation.get('keeper', path);
    expect([page.status, page.text.includes('Prijsblad')]).toEqual([200, false]);
    expect((await installation.post('keeper', path, { bid: 'a', reason: 'Verkeerd bestand.' })).status).toBe(303);
    expect((await installation.get('keeper', SEALED)).text).toContain(nl.documents.sealed.notKept);
    await closeQuality();
    openPrices(execute, 'chair', 'assessor');
    expect(await statusOf('chair', PRICE)).toBe(404);
  });

  it('alone keeps prices closed: there is something to open', async () => {
    await bring(installation, 'registration', BASE);
    expect((await add('Prijsblad.pdf', FILES.pdf, SEALED, 'keeper')).status).toBe(303);
    expect((await installation.get('keeper', `/tenders/${TENDER}/sealed-prices`)).text).toContain(
      nl.documents.sealed.handedIn,
    );
    expect(await statusOf('assessor', SEALED)).toBe(403);
  });

  async function closeQuality(): Promise<void> {
    const { tenders } = installation.services;
    execute('colleague', declaring('ab'));
    execute('chair', { type: 'open-consensus' });
    const bids = tenders.get(TENDER).fallen.length > 0 ? ['b'] : ['a', 'b'];
    for (const bid of bids) {
      const scores = [{ criterion: 'quality', score: '42', motivation: 'Zo besproken.', version: 0 }];
      execute('chair', { type: 'record-consensus', bid, lot: 'lot-1', scores });
    }
    execute('chair', { type: 'close-quality' });
  }
});
