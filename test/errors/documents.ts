import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../src/domain/errors.ts';
import type { NewTenderEvent } from '../../src/domain/tender/state/events.ts';
import { typeCheck, typeOfName } from '../../src/exchange/document-type.ts';
import { createDocumentStore } from '../../src/storage/document-store.ts';
import { createTransferBudget } from '../../src/web/transfer-budget.ts';
import { dossierIn } from '../support/dossier.ts';
import { anything, FILES, inPieces } from '../support/files.ts';
import { inFolder } from '../support/folder.ts';
import { declaring, say } from '../support/formalities.ts';
import { pricedInput, pricedRules, weighted } from '../support/priced.ts';
import { smallInput, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

/** What goes wrong with the documents of bids. */

const small = () => smallInput(smallRules({ minimumWinners: 1 }), { 'a lot-1': '8', 'b lot-2': '6' });
const priced = () =>
  pricedInput(
    pricedRules(weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' })),
    { a: ['30', '100'], b: ['20', '90'] },
  );
const document = (n: number, of = n) => ({
  id: `document-${n}`,
  name: 'Plan.pdf',
  sha256: of.toString(16).padStart(64, '0'),
  size: 10,
  type: 'pdf' as const,
});
const added = (n: number, of = n, lot?: string): NewTenderEvent => ({
  type: 'document-added',
  payload: { bid: 'a', ...(lot === undefined ? {} : { lot }), document: document(n, of) },
});
const chair =
  (...events: readonly NewTenderEvent[]) =>
  () =>
    dossierIn('registration', small()).run('chair', say(...events));
const keeper =
  (event: NewTenderEvent, of = priced) =>
  () => {
    const { run } = dossierIn('registration', of());
    run('chair', say({ type: 'keeper-named', payload: { keeper: 'bewaarder' } }));
    run('bewaarder', declaring('ab'));
    run('bewaarder', say(event));
  };
const sealed: NewTenderEvent = { type: 'document-sealed', payload: { bid: 'a', document: document(1) } };

/** A file that is stored, and what is then done in its folder. */
const stored = (change: (file: string) => void, then: 'open' | 'prove') => () =>
  inFolder(async (folder) => {
    const store = createDocumentStore(folder, 0);
    const { sha256, size } = await store.receive(inPieces(FILES.pdf), 1000, anything);
    change(join(folder, sha256.slice(0, 2), readdirSync(join(folder, sha256.slice(0, 2)))[0]!));
    await store[then]({ sha256, size });
  });
const longer = (file: string): void => writeFileSync(file, 'x', { flag: 'a' });
const changed = (file: string): void => writeFileSync(file, Buffer.from(FILES.pdf).fill(0x20, 50, 51));
const receiving =
  (content: Buffer, most = 1000, spare = 0) =>
  () =>
    inFolder((folder) => createDocumentStore(folder, spare).receive(inPieces(content), most, anything));
const checking = (type: Parameters<typeof typeCheck>[0], content: Buffer) => async () => {
  const check = typeCheck(type);
  check.piece(content);
  await check.whole(content.length, async (from, length) => content.subarray(from, from + length));
};

export const documents = {
  'too-many-documents': chair(...Array.from({ length: 101 }, (_, n) => added(n + 1))),
  'document-already-there': chair(added(1), added(2, 1)),
  'document-not-there': chair({
    type: 'document-removed',
    payload: { bid: 'a', document: 'document-7', reason: 'Fout.' },
  }),
  'documents-not-sealed': keeper(sealed, small),
  'nothing-sealed': keeper({ type: 'sealed-documents-removed', payload: { bid: 'a', reason: 'Verkeerd.' } }),
  'document-type-unknown': () => typeOfName('plan.exe'),
  'document-type-differs': checking('pdf', FILES.docx),
  'document-empty': receiving(Buffer.alloc(0)),
  'document-too-large': receiving(FILES.pdf, 10),
  'document-missing': stored((file) => rmSync(file), 'open'),
  'document-length-differs': stored(longer, 'open'),
  'document-changed': stored(changed, 'open'),
  'storage-full': receiving(FILES.pdf, 1000, Number.MAX_SAFE_INTEGER),
  'too-many-uploads': () => {
    const budget = createTransferBudget({ perOwner: 1, inAll: 2 }, () => new DomainError('too-many-uploads'));
    budget.take('inkoper');
    budget.take('inkoper');
  },
} satisfies Provocations;

export const otherDocuments: OtherWays = [
  ['unknown-bid', chair({ type: 'document-added', payload: { bid: 'nee', document: document(1) } })],
  ['lot-not-bid-for', chair(added(1, 1, 'lot-2'))],
  ['document-already-there', chair(added(1), added(1, 2))],
  ['document-type-unknown', () => typeOfName('plan')],
  ['document-type-differs', checking('txt', Buffer.from([0x61, 0, 0x62]))],
  ['document-missing', stored((file) => rmSync(file), 'prove')],
  ['document-length-differs', stored(longer, 'prove')],
  ['document-changed', stored(changed, 'prove')],
];
