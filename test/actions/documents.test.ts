import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDocument, fileNamedBy, sweepDocuments } from '../../src/actions/documents.ts';
import { openTender } from '../../src/actions/open-tender.ts';
import { proveInstallation } from '../../src/actions/prove-installation.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { TenderEvent } from '../../src/domain/tender/state/events.ts';
import { openStorage } from '../../src/storage/database.ts';
import { documentFolder } from '../../src/storage/document-store.ts';
import { FILES, inPieces } from '../support/files.ts';
import { declaring, say } from '../support/formalities.ts';
import { pricedRules, weighted } from '../support/priced.ts';
import { singleBid } from '../support/tender.ts';

const RULES = pricedRules(
  weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
);
const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
const clock = (): Date => new Date('2027-03-01T09:00:00Z');

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
  database = join(folder, 'proef.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A tender with two bids, in a database on the disk. */
function withTender() {
  const storage = openStorage(database);
  const tenders = createTenders(storage, clock);
  const dossier = openTender(tenders, 'chair', 'Proef', { rules: RULES, sha256: '0'.repeat(64) }, { fictional: true });
  for (const bid of 'ab') tenders.execute(dossier, 'chair', { type: 'register-bid', bid: singleBid(bid, ['lot-1']) });
  const add = (name: string, content: Uint8Array, bid = 'a', actor = 'chair', sealed = false, lot?: string) =>
    addDocument({ storage, tenders }, { dossier, actor, bid, lot, sealed }, { name, pieces: inPieces(content) });
  return { storage, tenders, dossier, add };
}
const filesIn = (root = documentFolder(database)!): string[] =>
  existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => !/^[0-9a-f]{2}$/.test(name))
    : [];

describe('a document of a bid', () => {
  it('is numbered, known by what it is, and stays when it is removed', async () => {
    const { storage, tenders, dossier, add } = withTender();
    await add('Plan van aanpak.pdf', FILES.pdf);
    await add('Bijlage.DOCX', FILES.docx, 'a', 'chair', false, 'lot-1');
    const removal = { bid: 'a', document: 'document-1', reason: 'Hoort hier niet.' };
    tenders.execute(dossier, 'chair', say({ type: 'document-removed', payload: removal }));
    await add('Plan van aanpak.pdf', FILES.pdf);
    const found = tenders.get(dossier).documents.get('a')!;
    expect(found.map(({ id, name, type, lot, removed }) => [id, name, type, lot, removed?.reason ?? null])).toEqual([
      ['document-1', 'Plan van aanpak.pdf', 'pdf', null, 'Hoort hier niet.'],
      ['document-2', 'Bijlage.DOCX', 'docx', 'lot-1', null],
      ['document-3', 'Plan van aanpak.pdf', 'pdf', null, null],
    ]);
    expect(filesIn()).toHaveLength(2);
    expect(proveInstallation({ storage, ruleSets })).toMatchObject({ documents: 2, findings: [] });
    storage.close();
  });

  it('that the rules refuse is not read, and one that is refused afterwards leaves no file', async () => {
    const { storage, tenders, dossier, add } = withTender();
    async function* never(): AsyncGenerator<Uint8Array> {
      yield await Promise.reject(new Error('it was read'));
    }
    const place = { dossier, actor: 'chair', bid: 'a', lot: undefined, sealed: false };
    const ofBid = (change: object) =>
      addDocument({ storage, tenders }, { ...place, ...change }, { name: 'Plan.pdf', pieces: never() });
    await expect(ofBid({ bid: 'x' })).rejects.toThrow('unknown-bid');
    await expect(ofBid({ lot: 'lot-2' })).rejects.toThrow('lot-not-bid-for');
    await expect(ofBid({ actor: 'iemand' })).rejects.toThrow('not-the-chair');
    await expect(add('Plan.pdf', FILES.docx)).rejects.toThrow('document-type-differs');
    expect(filesIn()).toEqual([]);
    await add('Plan.pdf', FILES.pdf);
    // What is there already is only known when it is whole; its file is that of the first.
    await expect(add('Nog eens.pdf', FILES.pdf)).rejects.toThrow('document-already-there');
    await add('Plan.pdf', FILES.pdf, 'b');
    expect(filesIn()).toHaveLength(1);
    storage.close();
  });

  it('comes in beside others at the same moment, each with a number of its own', async () => {
    const { storage, tenders, dossier, add } = withTender();
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        add(`${n}.txt`, Buffer.alloc(70_000 + n, 0x61 + (n % 3)), n % 2 ? 'a' : 'b'),
      ),
    );
    const found = [...tenders.get(dossier).documents.values()].flat();
    expect(found).toHaveLength(12);
    for (const bid of 'ab')
      expect(
        new Set(
          tenders
            .get(dossier)
            .documents.get(bid)!
            .map(({ id }) => id),
        ).size,
      ).toBe(6);
    expect(filesIn()).toHaveLength(12);
    storage.close();
  });

  it('that is sealed is kept apart until prices are opened, and all of it can be taken out', async () => {
    const { storage, tenders, dossier, add } = withTender();
    tenders.execute(dossier, 'chair', say({ type: 'keeper-named', payload: { keeper: 'bewaarder' } }));
    tenders.execute(dossier, 'bewaarder', declaring('ab'));
    await add('Prijsblad.pdf', FILES.pdf, 'a', 'bewaarder', true);
    // The same once more: whether it is there already is not told.
    await add('Prijsblad.pdf', FILES.pdf, 'a', 'bewaarder', true);
    await expect(add('Prijsblad.pdf', FILES.pdf, 'a', 'chair', true)).rejects.toThrow('not-the-keeper');
    expect(tenders.get(dossier).documents.size).toBe(0);
    const wrong = { bid: 'a', reason: 'Verkeerd bestand.' };
    tenders.execute(dossier, 'bewaarder', say({ type: 'sealed-documents-removed', payload: wrong }));
    expect(() =>
      tenders.execute(dossier, 'bewaarder', say({ type: 'sealed-documents-removed', payload: wrong })),
    ).toThrow('nothing-sealed');
    await add('Prijsblad.ods', FILES.ods, 'a', 'bewaarder', true);
    expect(tenders.get(dossier).sealedDocuments.get('a')!.at(-1)).toMatchObject({ id: 'price-3', ofPrice: true });
    storage.close();
  });
});

describe('a server that is killed while a document comes in', () => {
  const STEPS = [
    ['folder made', 'nothing'],
    ['half written', 'incoming'],
    ['file written', 'incoming'],
    ['file synced', 'incoming'],
    ['renamed', 'orphan'],
    ['folder synced', 'orphan'],
    ['before the event', 'orphan'],
    ['event not committed', 'orphan'],
    ['event committed', 'document'],
    ['acknowledged', 'document'],
  ] as const;

  it.each(STEPS)('(%s) leaves %s, and nothing but documents after the next start', (step, left) => {
    const before = withTender();
    const { dossier } = before;
    before.storage.close();
    const script = join(projectRoot(), 'test/support/killed-upload.mjs');
    const { signal, stdout, stderr } = spawnSync(process.execPath, [script, database, dossier, step], {
      encoding: 'utf8',
    });
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
    expect(stdout).toBe(step === 'acknowledged' ? 'acknowledged\n' : '');
    const found = left === 'nothing' ? [] : [left === 'incoming'];
    expect(filesIn().map((name) => name.startsWith('.incoming-'))).toEqual(found);

    const storage = openStorage(database);
    sweepDocuments(storage);
    const documents = createTenders(storage, clock).get(dossier).documents.get('a') ?? [];
    expect(documents).toHaveLength(left === 'document' ? 1 : 0);
    expect(filesIn()).toEqual(documents.map(({ sha256 }) => join(sha256.slice(0, 2), sha256)));
    expect(proveInstallation({ storage, ruleSets })).toMatchObject({ documents: documents.length, findings: [] });
    storage.close();
  });
});

it('what is swept is named by no event of any dossier, also not by one that cannot be read', async () => {
  const { storage, tenders, dossier, add } = withTender();
  await add('Plan.pdf', FILES.pdf);
  tenders.execute(dossier, 'chair', say({ type: 'bid-struck', payload: { bid: 'a', reason: 'Vergissing.' } }));
  const kept = filesIn();
  writeFileSync(join(documentFolder(database)!, '.incoming-1'), 'half');
  sweepDocuments(storage);
  expect(filesIn()).toEqual(kept);
  expect(kept).toHaveLength(1);
  storage.close();
});

it('an event names a file only where it is that of a document', () => {
  const document = { id: 'document-1', name: 'Plan.pdf', sha256: 'a'.repeat(64), size: 3, type: 'pdf' as const };
  const added: Pick<TenderEvent, 'type' | 'payload'> = { type: 'document-added', payload: { bid: 'a', document } };
  expect(fileNamedBy(added)).toEqual({ sha256: 'a'.repeat(64), size: 3 });
  expect(fileNamedBy({ type: 'bid-struck', payload: { bid: 'a', reason: 'x' } })).toBeUndefined();
});
