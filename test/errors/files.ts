import { cpSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, kindOf } from '../../src/actions/kinds.ts';
import { tenderKind } from '../../src/actions/tenders.ts';
import { joinLines, keepParts, partsInLines } from '../../src/chain/parts-text.ts';
import { run as edition } from '../../src/cli/edition.ts';
import { onlyFile, readFile, writeFile } from '../../src/cli/files.ts';
import { run as verify } from '../../src/cli/verify.ts';
import { projectRoot } from '../../src/config.ts';
import { readRules } from '../../src/criteria/read-rules.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { WHOLE } from '../../src/domain/disclosure/edition.ts';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { readDossierFile, writeDossierFile } from '../../src/exchange/dossier-file.ts';
import { readEvaluationInput } from '../../src/exchange/evaluation-file.ts';
import { readRegister } from '../../src/exchange/register-file.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { auditTender, goldenBytes, publishedRules, readGolden, sealAnew, wholeEvents } from '../support/dossiers.ts';
import { inFolder } from '../support/folder.ts';
import { sample, smallInput, smallRules } from '../support/tender.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const golden = join(projectRoot(), 'data', 'golden');
const dossierFile = (): string => join(golden, 'gon-2027-engine-2.dossier.json');
const bytes = (): Buffer => goldenBytes('gon-2027-engine-2.dossier.json');
const stored = (engine = 2) => readGolden(`gon-2027-engine-${engine}.dossier.json`);
type Body = ReturnType<typeof stored>['events'][number];

/** An audit of the dossier in data/golden after somebody changed its events and made all hashes anew. */
const audit = (change: (event: Body) => Body, engine = 2) => {
  const { dossier, events } = stored(engine);
  return auditTender(dossier, events.map(change));
};
/** The same dossier in format 2, and a file of it after somebody took parts away. */
const committed = () => ({ ...stored(), ...sealAnew(wholeEvents(stored().events, tenderKind), 2) });
const withoutActors = () => {
  const { dossier, people, logged, head } = committed();
  const left = logged.map((event) => ({
    ...event,
    parts: joinLines(
      keepParts(
        partsInLines(event.parts!),
        (name) => name !== 'actor',
        () => true,
      ),
    ),
  }));
  return readDossierFile(Buffer.from(writeDossierFile(dossier, WHOLE, people, left, head)));
};
const committedText = (): string => {
  const { dossier, people, logged, head } = committed();
  return writeDossierFile(dossier, WHOLE, people, logged, head);
};

const changing =
  (type: string, change: (payload: never) => unknown) =>
  (event: Body): Body =>
    event.type === type
      ? { ...event, payload: change(structuredClone(event.payload) as never) as Body['payload'] }
      : event;
const withOutcome = (change: (outcome: never) => unknown) =>
  changing('award-computed', (payload: { outcome: never }) => ({ ...payload, outcome: change(payload.outcome) }));

const call = (words: readonly string[], options: Readonly<Record<string, string | boolean>> = {}) => ({
  arguments: words,
  options,
  messages: messagesIn('nl'),
});
const rulesText = (): string => readFileSync(join(projectRoot(), 'criteria/tenders/gon-2027.v1.json'), 'utf8');
const input = () => smallInput(smallRules({}), { 'a lot-1': '8' });
const withNumber = (number: string) => {
  const { bids, ...rest } = input();
  const [{ bidder, ...bid }] = bids as [(typeof bids)[number]];
  const members = bidder.members.map((member) => ({ ...member, registration: { register: 'kvk', number } }));
  return JSON.stringify({ ...rest, bids: [{ ...bid, bidder: { ...bidder, members } }] });
};

/** The published rules in a folder of one's own, after a change. */
const ruleSets = (change: (folder: string) => void) =>
  inFolder((folder) => {
    cpSync(join(projectRoot(), 'criteria'), folder, { recursive: true });
    change(folder);
    loadRuleSets(folder);
  });
const rewrite = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

export const files = {
  'not-json': () => readRules('{\n  "kind": oops\n}'),
  'not-utf8': () => readRules(Buffer.from([0x7b, 0xff, 0x7d]).toString('utf8')),
  'key-twice': () => readRules('{"lots": [{"name": "a", "name": "b"}]}'),
  'file-is-input': () => readRules(JSON.stringify(sample())),
  'file-is-rules': () => readEvaluationInput(rulesText()),
  'file-invalid': () => readRules(JSON.stringify({ ...smallRules({}), scale: 'hoog' })),
  'text-refused': () => readRules(rulesText().replace('"name": "', '"name": "\u202e')),
  'kvk-number': () => readEvaluationInput(withNumber('1234567')),
  'file-unreadable': () => inFolder((folder) => readFile(join(folder, 'weg.json'))),
  'file-unwritable': () => inFolder((folder) => writeFile(join(folder, 'weg', 'rapport.pdf'), new Uint8Array())),
  'file-too-large': () =>
    inFolder((folder) => {
      const file = join(folder, 'groot.json');
      writeFileSync(file, '');
      truncateSync(file, 2 ** 27);
      readFile(file);
    }),
  'one-file': () => onlyFile([], 'evaluate'),
  'not-a-dossier': () => readDossierFile(Buffer.from(rulesText())),
  'dossier-damaged': () => readDossierFile(bytes().subarray(0, -1)),
  'chain-broken': () => readDossierFile(Buffer.from(bytes().toString('utf8').replace('"score":"8"', '"score":"10"'))),
  'part-withheld': () => KINDS.tender.verify(withoutActors(), publishedRules()),
  'no-such-edition': () => edition(call([dossierFile()], { for: 'public' })),
  'not-a-register': () => readRegister(bytes()),
  'head-differs': () => verify(call([dossierFile()], { head: '0'.repeat(64) })),
  'event-invalid': () => audit(changing('assessor-appointed', () => ({ assessor: 7 }))),
  'event-not-allowed': () =>
    audit((event) => (event.type === 'bid-registered' ? { ...event, actor: 'auditor' } : event)),
  'outcome-differs': () =>
    inFolder((folder) => {
      const { dossier, people, events } = stored();
      const changed = events.map(withOutcome((outcome: object) => ({ ...outcome, best: 'lowest' })));
      const { logged, head } = sealAnew(wholeEvents(changed, tenderKind), 1);
      const file = join(folder, 'dossier.json');
      writeFileSync(file, writeDossierFile(dossier, WHOLE, people, logged, head));
      return verify(call([file]));
    }),
  'outcome-unreadable': () => standingOutcome(audit(withOutcome(() => null)).state),
  'certificate-wrong': () =>
    audit(
      withOutcome((outcome: { award: { proof: { certificate: { prices: string[][] } } } }) => {
        outcome.award.proof.certificate.prices = [];
        return outcome;
      }),
    ),
  'admission-falls': () => audit((event) => (event.seq === 7 ? { ...event, admission: 2 } : event)),
  'rules-differ': () => {
    const golden = stored();
    const change = changing('rules-published', (payload: { rules: { title: { nl: string } } }) => {
      payload.rules.title.nl = 'Iets anders';
      return payload;
    });
    return KINDS.tender.verify({ ...golden, events: golden.events.map(change) }, publishedRules());
  },
  'unknown-kind': () => kindOf('bid-x-1'),
  'rule-set-invalid': () =>
    ruleSets((folder) =>
      rewrite(join(folder, 'tenders/gon-2027.v1.json'), (text) => text.replace(/"weight": "\d+"/, '"weight": "1"')),
    ),
  'rule-set-not-frozen': () => ruleSets((folder) => writeFileSync(join(folder, 'frozen.json'), '{}')),
  'rule-set-changed': () =>
    ruleSets((folder) => rewrite(join(folder, 'tenders/gon-2027.v1.json'), (text) => `${text}\n`)),
} satisfies Provocations;

export const otherFiles: OtherWays = [
  ['engine-superseded', () => audit((event) => ({ ...event, admission: 2 }), 1)],
  ['unknown-admission', () => audit((event) => ({ ...event, admission: 99 }))],
  ['not-json', () => readRules('{"kind": ')],
  ['not-json', () => readRules('')],
  ['key-twice', () => readRules('{"kind": 1, "kind": 2}')],
  ['file-invalid', () => readRules('7')],
  ['file-invalid', () => readRules(JSON.stringify({ ...smallRules({}), colour: 'rood' }))],
  ['file-invalid', () => readRules(JSON.stringify({ ...smallRules({}), lots: [] }))],
  ['file-invalid', () => readRules(JSON.stringify({ ...smallRules({}), lots: [{ id: 'Noord!', name: '' }] }))],
  ['file-invalid', () => readRules(JSON.stringify({ ...smallRules({}), version: 10_000 }))],
  ['file-invalid', () => readRules(JSON.stringify({ ...smallRules({}), price: { method: 'gokken' } }))],
  ['file-invalid', () => readRules(`{"criteria": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`)],
  ['text-refused', () => readRules(rulesText().replace('"name": "', '"name": "a\\n'))],
  ['kvk-number', () => readEvaluationInput(withNumber('123456789012'))],
  ['kvk-number', () => readEvaluationInput(withNumber('twaalf'))],
  ['file-unreadable', () => readFile(golden)],
  ['file-unwritable', () => writeFile(golden, new Uint8Array())],
  ['one-file', () => verify(call([]))],
  ['dossier-damaged', () => readDossierFile(Buffer.from(bytes().toString('utf8').replace('"seal":"', '"seal":"0')))],
  [
    'dossier-damaged',
    () => readDossierFile(Buffer.from(bytes().toString('utf8').replace('"dossier":"tender-', '"dossier":"tender-x-'))),
  ],
  ['dossier-damaged', () => readDossierFile(Buffer.from(`{"dossier":"tender-x-1"}\n`))],
  ['chain-broken', () => readDossierFile(Buffer.from(bytes().toString('utf8').replace('"seq":2', '"seq":3')))],
  [
    'chain-broken',
    () => readDossierFile(Buffer.from(bytes().toString('utf8').replace('"actor":"', '"actor":7,"x":"'))),
  ],
  ['chain-broken', () => readDossierFile(Buffer.from(committedText().replace('"score":"8"', '"score":"10"')))],
  [
    'dossier-damaged',
    () => readDossierFile(Buffer.from(committedText().replace('"edition":"whole"', '"edition":"public"'))),
  ],
  ['part-withheld', () => wholeEvents(withoutActors().events, tenderKind)],
  ['no-such-edition', () => edition(call([dossierFile()]))],
  ['no-such-edition', () => edition(call([dossierFile()], { for: 'whole' }))],
  ['no-such-edition', () => KINDS.accounts.verify({ ...stored(), edition: { of: 'public' } }, publishedRules())],
  ['unknown-bid', () => edition(call([dossierFile()], { for: 'bidder' }))],
  ['not-a-register', () => readRegister(Buffer.from('gunwijzer-register/1\nx\n'))],
  ['event-invalid', () => audit((event) => (event.seq === 2 ? { ...event, type: 'bid-bought' } : event))],
  ['unknown-engine', () => audit(changing('award-computed', (payload: object) => ({ ...payload, engine: 99 })))],
  ['rule-set-invalid', () => ruleSets((folder) => rewrite(join(folder, 'frozen.json'), (text) => text.slice(0, -3)))],
  [
    'rule-set-invalid',
    () =>
      ruleSets((folder) => {
        renameSync(join(folder, 'tenders/gon-2027.v1.json'), join(folder, 'tenders/gon-2028.v1.json'));
        rewrite(join(folder, 'frozen.json'), (text) => text.replace('tenders/gon-2027.v1', 'tenders/gon-2028.v1'));
      }),
  ],
  [
    'rule-set-invalid',
    () =>
      ruleSets((folder) =>
        rewrite(join(folder, 'tenders/gon-2027.v1.json'), (text) => text.replace('"version"', '"versie"')),
      ),
  ],
  [
    'rule-set-invalid',
    () =>
      ruleSets((folder) =>
        rewrite(join(folder, 'contracts/gon-2027.v1.json'), (text) => text.replace('"priceLevel"', '"prijspeil"')),
      ),
  ],
  [
    'rule-set-invalid',
    () =>
      ruleSets((folder) =>
        rewrite(join(folder, 'contracts/transport-2013.v1.json'), (text) =>
          text.replace('"id": "cut-2015"', '"id": "measure-2013"'),
        ),
      ),
  ],
  [
    'rule-set-invalid',
    () =>
      ruleSets((folder) =>
        rewrite(join(folder, 'contract-models/contract-models-2013.v1.json'), (text) =>
          text.replace('"symbol": "+"', '"symbol": "-"'),
        ),
      ),
  ],
  [
    'rule-set-invalid',
    () =>
      ruleSets((folder) =>
        rewrite(join(folder, 'contract-models/contract-models-2013.v1.json'), (text) =>
          text.replace('"scale"', '"schaal"'),
        ),
      ),
  ],
];
