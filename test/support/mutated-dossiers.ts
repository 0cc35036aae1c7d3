import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import { createAccounts } from '../../src/actions/accounts.ts';
import { exportDossier } from '../../src/actions/export-dossier.ts';
import { openStored } from '../../src/actions/read-stored.ts';
import { createTenders, tenderKind } from '../../src/actions/tenders.ts';
import { canonicalJson } from '../../src/chain/canonical.ts';
import { seal } from '../../src/chain/chain.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { Edition } from '../../src/domain/disclosure/edition.ts';
import { FORMAT_CHANGED } from '../../src/domain/disclosure/format.ts';
import { INSTALLATION } from '../../src/domain/roles.ts';
import { writeDossierFile } from '../../src/exchange/dossier-file.ts';
import { openStorage } from '../../src/storage/database.ts';
import { demoServices, FINISHED } from './demo.ts';
import { goldenBytes, goldenFiles } from './dossiers.ts';
import { declaring, openPrices } from './formalities.ts';
import { draftInLog } from './log-draft.ts';
import { pricedRules, weighted } from './priced.ts';
import { sealOpen } from './seal-open.ts';
import { singleBid } from './tender.ts';

/**
 * Dossier files that somebody changed: clumsily, and with all hashes and the seal made anew. What stands here reads and writes the layout of
 * docs/dossier-format.md by itself, so that it can also write what the code under test never would.
 */

const TENDER = 'tender-small-1';

/** Dossiers of both formats and of every edition, by what they are. */
export async function dossiersToMutate(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>(goldenFiles().map((name) => [name, goldenBytes(name).toString('utf8')]));
  const small = smallTender();
  const demo = await demoServices();
  const editions: readonly Edition[] = [
    { of: 'whole' },
    { of: 'committee' },
    { of: 'bidder', bid: 'a' },
    { of: 'public' },
  ];
  for (const edition of editions) found.set(`tender, ${edition.of}`, exportDossier(small, TENDER, edition));
  found.set('tender, of both formats', mixed(small));
  found.set('large tender, bidder', exportDossier(demo, FINISHED, { of: 'bidder', bid: 'grutto' }));
  found.set('decision, public', exportDossier(demo, 'decision-contract-models-2013-1', { of: 'public' }));
  found.set('accounts', exportDossier(demo, 'accounts'));
  for (const name of ['contracts', 'contracts-public', 'purchase-plan', 'purchase-plan-committee']) {
    found.set(name, goldenBytes(`succession-1/${name}.dossier.json`).toString('utf8'));
  }
  return found;
}

/** A tender with an event of nearly every type: bids a and b are equal, until a draw and then a withdrawal part them. */
function smallTender() {
  const storage = openStorage(':memory:');
  let minute = 0;
  const clock = (): Date => new Date(Date.UTC(2027, 2, 1, 9, minute++));
  const accounts = createAccounts(storage, clock);
  const tenders = createTenders(storage, clock);
  const by =
    (actor: string) =>
    (...[command]: [Parameters<typeof tenders.execute>[2]]) =>
      tenders.execute(TENDER, actor, command);
  const [chair, assessor] = [by('chair'), by('assessor')];
  const rules = pricedRules(
    weighted('40', { kind: 'proportional', reference: 'lowest', belowZero: 'clip', aboveMaximum: 'clip' }),
  );
  const bids = { a: ['30', '100'], b: ['30', '100'], c: ['20', '120'] } as const;
  const title = 'Een aanbesteding met “tekens”: é, €, \u{1f600}, / en \\ en "citaten".';
  chair({ type: 'publish-rules', title, rules, rulesSha256: '0'.repeat(64), chair: 'chair', fictional: true });
  chair({ type: 'appoint-assessor', assessor: 'assessor' });
  for (const type of ['name-auditor', 'release-auditor'] as const) chair({ type, auditor: 'auditor' });
  for (const bid of Object.keys(bids)) chair({ type: 'register-bid', bid: singleBid(bid, ['lot-1']) });
  for (const one of [chair, assessor]) one(declaring(Object.keys(bids)));
  chair({ type: 'open-assessment' });
  for (const [bid, [score]] of Object.entries(bids)) {
    const place = { bid, lot: 'lot-1' };
    const scores = [{ criterion: 'quality', score, motivation: 'Goed onderbouwd.' }];
    assessor(draftInLog(place));
    assessor({ type: 'submit-assessment', ...place, version: 1, scores });
  }
  chair({ type: 'open-consensus' });
  for (const [bid, [score]] of Object.entries(bids)) {
    const scores = [{ criterion: 'quality', score, motivation: 'Zo besproken.', version: 0 }];
    chair({ type: 'record-consensus', bid, lot: 'lot-1', scores });
  }
  chair({ type: 'close-quality' });
  openPrices((actor, command) => by(actor)(command), 'chair', 'assessor');
  const prices = Object.entries(bids).map(([bid, [, amount]]) => ({
    price: { bid, lot: 'lot-1', amount },
    version: 0,
  }));
  chair({ type: 'record-prices', prices });
  chair({ type: 'compute-award' });
  chair({ type: 'record-draw', order: ['b', 'a'], method: 'Door de notaris.', witnesses: 'Twee getuigen' });
  chair({ type: 'set-aside-bid', fallen: { bid: 'c', stage: 'withdrawn', reason: 'Ingetrokken.' } });
  return { storage, accounts, ruleSets: loadRuleSets(join(projectRoot(), 'criteria')) };
}

/** The same tender as one that began in format 1 and went on in format 2 halfway. */
function mixed({ storage }: ReturnType<typeof smallTender>): string {
  const events = openStored(tenderKind, storage, TENDER).map(({ event }) => event);
  const half = Math.floor(events.length / 2);
  const change = { ...events[half]!, type: FORMAT_CHANGED, actor: INSTALLATION, payload: { format: 2 } };
  let previous = GENESIS;
  const logged = [...events.slice(0, half), change, ...events.slice(half)].map((event, place) => {
    const numbered = { ...event, seq: place + 1, previous };
    const sealed =
      place < half
        ? sealOpen(numbered)
        : seal(numbered, tenderKind.parts[event.type as keyof typeof tenderKind.parts]!);
    previous = sealed.hash;
    return sealed;
  });
  return writeDossierFile(TENDER, { of: 'whole' }, [{ id: 'chair', name: 'Cor' }], logged, previous);
}

/** A file as lines say it. */
interface Loose {
  /** The first line as JSON. */
  top: string;
  events: LooseEvent[];
}
interface LooseEvent {
  body: string;
  /** Null in format 1. */
  parts: string[] | null;
}
type Body = Record<string, unknown>;

const GENESIS = '0'.repeat(64);
const EVENTS = ',"events":[';
const BODY = '{"body":';
const PARTS = ',"parts":{';
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const digestOf = (salt: string, text: string): string =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(text, 'utf8').digest('hex');

function readLoose(file: string): Loose {
  const lines = file.split('\n').slice(0, -2);
  const events: LooseEvent[] = [];
  for (let place = 1; place < lines.length; place++) {
    const line = lines[place]!;
    if (!line.startsWith(BODY)) {
      events.push({ body: line.replace(/,$/, ''), parts: null });
      continue;
    }
    const parts: string[] = [];
    for (place++; !lines[place]!.startsWith('}}'); place++) parts.push(lines[place]!.replace(/,$/, ''));
    events.push({ body: line.slice(BODY.length, -PARTS.length), parts });
  }
  return { top: `${lines[0]!.slice(0, -EVENTS.length)}}`, events };
}

const headOf = ({ events }: Loose): string => (events.length === 0 ? GENESIS : sha256(events.at(-1)!.body));

/** The lines of a file before the last. */
function linesOf({ top, events }: Loose): string[] {
  const texts = events.map(({ body, parts }) =>
    parts === null ? body : `${BODY}${body}${PARTS}\n${parts.length === 0 ? '' : `${parts.join(',\n')}\n`}}}`,
  );
  return [`${top.slice(0, -1)}${EVENTS}`, ...(texts.length === 0 ? [] : texts.join(',\n').split('\n'))];
}

function sealed(
  lines: readonly string[],
  head: string,
  change: (bottom: string) => string = (bottom) => bottom,
): string {
  const bottom = `],"head":"${head}","seal":"${sha256(`${lines[0]}\n${head}`)}"}`;
  return `${lines.join('\n')}\n${change(bottom)}\n`;
}

const writeLoose = (loose: Loose): string => sealed(linesOf(loose), headOf(loose));

/** Says in the first line how many lines of parts there are. */
function recount(loose: Loose): void {
  const lines = loose.events.reduce((sum, { parts }) => sum + (parts?.length ?? 0), 0);
  loose.top = loose.top.replace(/"disclosed":\d+/, `"disclosed":${lines}`);
}

/** Chance, the same for the same seed (mulberry32). */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  readonly under: (below: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
}
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const under = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return { under, oneOf: (list) => list[under(list.length)]! };
}

/** Changes a file. @throws NothingOfTheSort where it has nothing of the sort to change */
type Mutation = (file: string, by: Chance) => Buffer | string;
class NothingOfTheSort extends Error {}
function needs(holds: boolean): asserts holds {
  if (!holds) throw new NothingOfTheSort();
}

/** Makes the hashes anew of all events after a place, and the numbers as well where asked. */
function rehash(events: LooseEvent[], from: number, renumber = false): void {
  for (let place = from; place < events.length; place++) {
    const body = bodyOf(events[place]!);
    body.previous = place === 0 ? GENESIS : sha256(events[place - 1]!.body);
    if (renumber) body.seq = place + 1;
    events[place]!.body = canonicalJson(body);
  }
}
const bodyOf = ({ body }: LooseEvent): Body => JSON.parse(body) as Body;

/** Changes a file in its lines; the seal is made anew. */
const loosely =
  (change: (loose: Loose, by: Chance) => unknown, counts = true): Mutation =>
  (file, by) => {
    const loose = readLoose(file);
    change(loose, by);
    if (counts) recount(loose);
    return writeLoose(loose);
  };

/** Changes one body, and makes all hashes behind it anew. */
const inBody = (change: (body: Body, by: Chance, event: LooseEvent) => unknown): Mutation =>
  loosely(({ events }, by) => {
    const place = by.under(events.length);
    const event = events[place]!;
    const body = bodyOf(event);
    const text = change(body, by, event);
    event.body = typeof text === 'string' ? text : canonicalJson(body);
    rehash(events, place + 1);
  });

interface LoosePart {
  name: string;
  salt: string;
  text: string;
}
const readPart = (line: string): LoosePart => {
  const [, name, salt, text] = /^"([^"]*)":\["([^"]*)",(.*)\]$/s.exec(line)!;
  return { name: name!, salt: salt!, text: text! };
};
const writePart = ({ name, salt, text }: LoosePart): string => `"${name}":["${salt}",${text}]`;

/** Changes the parts of one event that has some. */
const inParts = (change: (parts: LoosePart[], by: Chance, body: Body) => unknown): Mutation =>
  loosely(({ events }, by) => {
    const having = events.flatMap(({ parts }, place) => (parts && parts.length > 0 ? [place] : []));
    needs(having.length > 0);
    const place = by.oneOf(having);
    const event = events[place]!;
    const [parts, body] = [event.parts!.map(readPart), bodyOf(event)];
    change(parts, by, body);
    event.parts = parts.map(writePart);
    event.body = canonicalJson(body);
    rehash(events, place + 1);
  });

const inOrder = (parts: LoosePart[]): LoosePart[] => parts.sort((a, b) => (a.name < b.name ? -1 : 1));

/** Gives a part another text and commits to that: in the body, or in the list of pieces. */
function commitTo(parts: LoosePart[], part: LoosePart, text: string, body: Body): void {
  const digests = body.parts as Record<string, string>;
  const before = part.name;
  part.text = text;
  const digest = digestOf(part.salt, text);
  if (!before.startsWith('piece:')) {
    digests[before] = digest;
    return;
  }
  part.name = `piece:${digest}`;
  inOrder(parts);
  const bids = parts.find(({ name }) => name === 'bids')!;
  const listed = (JSON.parse(bids.text) as string[]).map((one) => (before.endsWith(one) ? digest : one));
  commitTo(parts, bids, JSON.stringify(listed.sort()), body);
}

/** Commits anew to one part with a text that is made of the one before. */
const recommitting = (change: (text: string, by: Chance) => string, name?: string): Mutation =>
  inParts((parts, by, body) => {
    const asked = parts.filter((part) => name === undefined || part.name === name);
    needs(asked.length > 0);
    const part = by.oneOf(asked);
    commitTo(parts, part, change(part.text, by), body);
  });

/** The same JSON value in other forms; a text that has nothing of the sort comes back as it was. */
const OTHER_FORMS: readonly ((text: string) => string)[] = [
  (text) => ` ${text}`,
  (text) => `${text} `,
  (text) => text.replace(/[:,](?=")/, '$& '),
  // A key that stands twice.
  (text) => text.replace(/^\{("[^"]*":)/, '{$11,$1'),
  (text) => text.replace(/"([a-z])/, (_, one: string) => `"\\u00${one.charCodeAt(0).toString(16)}`),
  (text) => text.replace('/', '\\/'),
  (text) => text.replace(/:(\d+)([,}])/, ':$1.0$2'),
  (text) => text.replace(/:(\d+)([,}])/, ':$1e0$2'),
  (text) => {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? JSON.stringify(Object.fromEntries(Object.entries(value).reverse())) : text;
  },
];
function inAnotherForm(text: string, by: Chance): string {
  const other = by.oneOf(OTHER_FORMS)(text);
  needs(other !== text);
  return other;
}

/** Texts of values that a reader may take for canonical where they are not, and the other way round. */
const ODD_TEXTS: readonly string[] = [
  '0 ¦ -0 ¦ 1.0 ¦ 1e0 ¦ 01 ¦ +1 ¦ 1. ¦ .5 ¦ 0.5 ¦ -0.5 ¦ 0.50 ¦ 5e-1 ¦ 1e21 ¦ 1e+21 ¦ 1E+21 ¦ 1e+021 ¦ 1e30 ¦ 1e+30 ¦ 1_0 ¦ 4.5',
  '100000000000000000000 ¦ 1000000000000000000000 ¦ 9007199254740991 ¦ 9007199254740992 ¦ 9007199254740993 ¦ 1e400',
  '0.000001 ¦ 1e-6 ¦ 1e-7 ¦ 1.5e-7 ¦ 0.0000001 ¦ 333333333.3333333 ¦ 5e-324 ¦ 123456789012345680000 ¦ 0.30000000000000004',
  '2.2250738585072014e-308 ¦ 1.7976931348623157e+308 ¦ NaN ¦ Infinity ¦ -Infinity ¦ None ¦ True ¦ true ¦ null ¦ nul',
  '[] ¦ [ ] ¦ [1,] ¦ {} ¦ {"a":1,"b":2} ¦ {"b":1,"a":2} ¦ {"a":1,"a":1} ¦ {"10":1,"9":2} ¦ {"9":1,"10":2} ¦ {"a":1,"1":2}',
  String.raw`{"__proto__":1} ¦ {"__proto__":1,"a":2} ¦ {"a":2,"__proto__":1} ¦ {"constructor":{},"toJSON":1} ¦ {"":1} ¦ {"\r":1,"a":2}`,
  // By code unit the face stands before the wave, by code point after it.
  String.raw`{"😀":1,"～":2} ¦ {"～":2,"😀":1} ¦ {"é":1,"€":2} ¦ {"€":1,"é":2} ¦ "" ¦ "é" ¦ "/" ¦ "\/" ¦ "\b\f\n\r\t\"\\" ¦ "😀"`,
  String.raw`"\u0041" ¦ "\u00e9" ¦ "\u0008" ¦ "\u000b" ¦ "\u000B" ¦ "\u001f" ¦ "\u007f" ¦ "\u2028" ¦ "\ud83d\ude00" ¦ "\ud800" ¦ "\udc00a"`,
  '" " ¦ 1  ¦  1 ¦ "\u007f" ¦ "\u2028\u2029\ufeff" ¦ "\t"',
  `${'['.repeat(300)}${']'.repeat(300)}`,
  String.raw`{"\ud800":1} ¦ "\ud83d ¦ "\x41" ¦ "a ¦ 'a' ¦ 1,2 ¦ 1],"x":[ ¦ "]" ¦ "],["`,
].flatMap((line) => line.split(' ¦ '));

const MOMENTS: readonly string[] = [
  '2027-03-01T09:00:00.000Z 2026-01-01T00:00:00Z 2099-12-31T23:59:59.999Z 2027-03-01T09:00:00.0001Z 9999-12-31T00:00:00Z',
  '2024-02-29T00:00:00Z 2023-02-29T00:00:00Z 2000-02-29T00:00:00Z 2100-02-29T00:00:00Z 0000-02-29T00:00:00Z 0100-02-29T00:00:00Z',
  '2027-04-31T00:00:00Z 2027-13-01T00:00:00Z 2027-00-01T00:00:00Z 2027-03-00T00:00:00Z 2027-03-01T24:00:00Z 2027-03-01T09:60:00Z',
  '2027-03-01T09:00:60Z 2027-03-01T09:00Z 2027-03-01T09:00:00 2027-03-01T09:00:00+01:00 2027-03-01T09:00:00.Z 2027-03-01T09:00:00z',
  '\u0662027-03-01T09:00:00Z',
].flatMap((line) => line.split(' '));
const ODD_VALUES: readonly unknown[] = JSON.parse(
  `[null, true, 0, 1, 2, 3, -1, 1.5, 9007199254740992, "", "1", "x", [], {}, ["x"], "${GENESIS}", "${'A'.repeat(64)}"]`,
);

/** Changes to the bytes or the lines; the seal stays what it was. */
const CLUMSY: readonly Mutation[] = [
  ...[1, 255].map(
    (most): Mutation =>
      (file, by) => {
        const bytes = Buffer.from(file);
        const place = by.under(bytes.length);
        bytes[place] = bytes[place]! ^ (1 + by.under(most));
        return bytes;
      },
  ),
  (file, by) => {
    const bytes = Buffer.from(file);
    const place = by.under(bytes.length);
    return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
  },
  (file, by) => {
    const bytes = Buffer.from(file);
    const place = by.under(bytes.length + 1);
    const added = by.oneOf([' ', '\n', '\r', '\t', ',', '\0', '\ufeff', '"']);
    return Buffer.concat([bytes.subarray(0, place), Buffer.from(added), bytes.subarray(place)]);
  },
  (file, by) => Buffer.from(file).subarray(0, by.under(file.length)),
  (file, by) => file + by.oneOf(['\n', ' ', '\0', '{}']),
  (file) => `\ufeff${file}`,
  (file) => file.replaceAll('\n', '\r\n'),
  (file) => file.slice(0, -1),
  (file) => JSON.stringify(JSON.parse(file)),
  (file) => `${JSON.stringify(JSON.parse(file), null, 2)}\n`,
  (file) => file,
];

/** Changes to the lines, with the seal made anew over whatever came of it. */
const LINES: readonly Mutation[] = (
  [
    (lines, by) => lines.splice(by.under(lines.length), 1),
    (lines, by) => lines.splice(by.under(lines.length), 0, by.oneOf(lines)),
    // As long as what should stand there, and something else.
    (lines, by) => {
      const [from, to] = by.oneOf([
        [EVENTS, ',"evenst":['],
        [EVENTS, ',"event":[['],
        [PARTS, ',"patrs":{'],
        [BODY, '{"doby":'],
        ['}},', '}},,'],
        ['}},', '},}'],
        ['],', '];'],
      ] as const);
      const having = lines.flatMap((line, place) => (line.startsWith(from) || line.endsWith(from) ? [place] : []));
      needs(having.length > 0);
      const place = by.oneOf(having);
      const line = lines[place]!;
      lines[place] = line.startsWith(from) ? to + line.slice(from.length) : line.slice(0, -from.length) + to;
    },
    (lines, by) => {
      const [one, other] = [by.under(lines.length), by.under(lines.length)];
      [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    },
    (lines, by) => {
      const place = by.under(lines.length);
      lines[place] = by.oneOf([
        lines[place]!.replace(/,$/, ''),
        `${lines[place]},`,
        `${lines[place]} `,
        `${lines[place]!.slice(0, -1)};`,
        ` ${lines[place]}`,
        `${lines[place]}\r`,
        lines[place]!.replace('":', '": '),
      ]);
    },
    (lines, by) =>
      lines.splice(
        1 + by.under(lines.length),
        0,
        by.oneOf(['}}', '}},', '{}', 'null,', ',', '', '{"body":,"parts":{']),
      ),
  ] satisfies ((lines: string[], by: Chance) => unknown)[]
).map((change) => (file, by) => {
  const loose = readLoose(file);
  const lines = linesOf(loose);
  change(lines, by);
  needs(lines.length > 0);
  const parts = lines.filter((line) => /^"[^"]*":\["/.test(line)).length;
  if (by.under(2) === 0) lines[0] = lines[0]!.replace(/"disclosed":\d+/, `"disclosed":${parts}`);
  return sealed(lines, headOf(loose));
});

/** Changes to events and their order. */
const EVENTS_OF: readonly Mutation[] = [
  loosely(({ events }, by) => events.splice(-1 - by.under(Math.min(5, events.length - 1)))),
  loosely(({ events }, by) => events.splice(1 + by.under(events.length - 1))),
  ...[false, true].flatMap((renumber) => [
    loosely(({ events }, by) => {
      const place = by.under(events.length);
      events.splice(place, 1);
      rehash(events, place, renumber);
    }),
    loosely(({ events }, by) => {
      const place = by.under(events.length);
      events.splice(place, 0, { ...by.oneOf(events) });
      rehash(events, place, renumber);
    }),
    loosely(({ events }, by) => {
      const place = by.under(events.length - 1);
      events.splice(place, 2, events[place + 1]!, events[place]!);
      rehash(events, place, renumber);
    }),
  ]),
  loosely(({ events }, by) => {
    const [one, other] = [by.oneOf(events), by.oneOf(events)];
    [one.parts, other.parts] = [other.parts, one.parts];
  }),
  loosely(({ events }, by) => {
    const event = by.oneOf(events);
    event.parts = event.parts === null ? [] : null;
  }),
  loosely(({ events }, by) => rehash(events, by.under(events.length))),
  loosely(({ events }) => {
    events.length = 0;
  }),
  // Without making the hashes behind it anew.
  loosely(({ events }, by) => {
    const event = by.oneOf(events);
    event.body = canonicalJson({ ...bodyOf(event), previous: sha256(String(by.under(9))) });
  }),
];

/** Changes to the body of an event, and to its fields. */
const BODIES: readonly Mutation[] = [
  inBody((body, by) => {
    body[by.oneOf(Object.keys(body))] = by.oneOf(ODD_VALUES);
  }),
  inBody((body, by) => {
    body[by.oneOf(['more', '__proto', 'format', 'at', 'actor', 'payload', 'parts', 'admission'])] =
      by.oneOf(ODD_VALUES);
  }),
  inBody((body, by) => delete body[by.oneOf(Object.keys(body))]),
  inBody((body, by) => {
    body.admission = by.oneOf([1, 2, 3, 4, 99, 0, -1, 1.5, '2', null, 2 ** 53 - 1, 2 ** 53]);
  }),
  inBody((body, by) => {
    body.type = by.oneOf([
      FORMAT_CHANGED,
      'quality-closed',
      'assessment-opened',
      'x',
      'constructor',
      'decision-signed',
      '',
    ]);
  }),
  inBody((body, by) => {
    needs('at' in body);
    body.at = by.oneOf(MOMENTS);
  }),
  inBody((body, by) => {
    needs('payload' in body);
    body.payload = by.oneOf([{}, null, [], 'x', { bid: 'a', score: '10' }, [1e30, 1e-7, 0.1]]);
  }),
  inBody((body, by) => {
    needs('payload' in body);
    const { payload: _, ...rest } = body;
    return canonicalJson({ ...rest, payload: '§' }).replace('"§"', () => by.oneOf(ODD_TEXTS));
  }),
  inBody((body, by) => inAnotherForm(canonicalJson(body), by)),
  inBody((body, by) => {
    const digests = body.parts as Record<string, string> | undefined;
    needs(digests !== undefined);
    const name = by.oneOf(Object.keys(digests));
    const digest = digests[name]!;
    delete digests[name];
    const [other, changed] = by.oneOf<[string, string] | [null, null]>([
      [null, null],
      [by.oneOf(['actor', 'scope', 'bids', 'more', 'Actor', 'a1', '']), digest],
      [name, digest.toUpperCase()],
      [name, digest.slice(1)],
      [name, sha256(digest)],
    ]);
    if (other !== null) digests[other] = changed;
  }),
  inBody((body, by) => {
    const digests = body.parts as Record<string, string> | undefined;
    needs(digests !== undefined);
    digests[by.oneOf(['scope', 'bids', 'result', 'more', 'person'])] ??= sha256('more');
  }),
];

/** Changes to the parts of an event. */
const PARTS_OF: readonly Mutation[] = [
  // Withheld without saying so in the first line.
  loosely(({ events }, by) => {
    const having = events.flatMap(({ parts }) => (parts && parts.length > 0 ? [parts] : []));
    needs(having.length > 0);
    const parts = by.oneOf(having);
    parts.splice(by.under(parts.length), 1);
  }, false),
  inParts((parts, by) => parts.splice(by.under(parts.length), 1)),
  inParts((parts, by) => parts.splice(by.under(parts.length))),
  inParts((parts) => parts.splice(0)),
  inParts((parts) => {
    const pieces = parts.findIndex(({ name }) => name.startsWith('piece:'));
    needs(pieces >= 0);
    parts.splice(pieces, 1);
  }),
  inParts((parts, by) => parts.splice(by.under(parts.length), 0, by.oneOf(parts))),
  inParts((parts, by) => {
    needs(parts.length >= 2);
    const place = by.under(parts.length - 1);
    parts.splice(place, 2, parts[place + 1]!, parts[place]!);
  }),
  ...(['salt', 'text', 'name'] as const).map((field) =>
    inParts((parts, by) => {
      const [one, other] = [by.oneOf(parts), by.oneOf(parts)];
      [one[field], other[field]] = [other[field], one[field]];
      inOrder(parts);
    }),
  ),
  inParts((parts, by) => {
    const part = by.oneOf(parts);
    part.salt = by.oneOf([
      part.salt.toUpperCase(),
      part.salt.slice(2),
      `${part.salt}00`,
      sha256(part.salt),
      '',
      'x'.repeat(64),
    ]);
  }),
  inParts((parts, by) => {
    const part = by.oneOf(parts);
    part.name = by.oneOf(['actor', 'more', 'Actor', '', 'piece:', `piece:${sha256('x')}`, part.name.toUpperCase()]);
    inOrder(parts);
  }),
  recommitting((text) => text.replace('a', 'b')),
  recommitting(inAnotherForm),
  recommitting((_, by) => by.oneOf(ODD_TEXTS)),
  recommitting((_, by) => by.oneOf(ODD_TEXTS), 'content'),
  recommitting((_, by) => by.oneOf(ODD_TEXTS), 'person'),
  recommitting((_, by) => JSON.stringify(by.oneOf(MOMENTS)), 'moment'),
  recommitting((_, by) => JSON.stringify(by.oneOf(['iemand', '', 1, ['x'], {}])), 'actor'),
  recommitting((text, by) => {
    const listed = JSON.parse(text) as string[];
    const place = by.under(listed.length);
    return JSON.stringify(
      by.oneOf<unknown>([
        [...listed].reverse(),
        listed.toSpliced(place, 1),
        [...listed, sha256('more')].sort(),
        listed.toSpliced(place, 0, listed[place]!),
        listed.with(place, listed[place]!.toUpperCase()),
        listed.with(place, 'x'),
        [...listed, 1],
        [],
        {},
        null,
        listed.join(''),
      ]),
    );
  }, 'bids'),
];

/** Changes to the first line and the last. */
const ENDS: readonly Mutation[] = [
  ...(
    [
      (top, by) => {
        top.edition = by.oneOf(['whole', 'committee', 'bidder', 'public', 'Public', 'all', '', null]);
      },
      (top, by) => {
        top.edition = by.oneOf(['whole', 'committee', 'bidder', 'public']);
        top.bid = by.oneOf(['a', 'b', 'no-such-bid', 'A', '', 'x'.repeat(65), 1, null]);
      },
      (top) => {
        const { format } = top;
        top.format = format === 'gunwijzer-dossier/2' ? 'gunwijzer-dossier/1' : 'gunwijzer-dossier/2';
        if (format === 'gunwijzer-dossier/1') Object.assign(top, { edition: 'whole', disclosed: 0 });
        else for (const field of ['edition', 'disclosed', 'bid']) delete top[field];
      },
      (top, by) => {
        top[by.oneOf(['format', 'dossier', 'people', 'more', 'edition', 'bid', 'disclosed'])] = by.oneOf(ODD_VALUES);
      },
      (top, by) => delete top[by.oneOf(Object.keys(top))],
      (top, by) => {
        top.format = by.oneOf(['gunwijzer-dossier/3', 'gunwijzer-dossier', 'gunwijzer-dossier/1', 2, null]);
      },
      (top, by) => {
        needs(typeof top.disclosed === 'number');
        top.disclosed = by.oneOf([top.disclosed + 1, top.disclosed - 1, 0, -1, 0.5, String(top.disclosed)]);
      },
      (top, by) => {
        top.people = by.oneOf<unknown>([
          [],
          [{ id: 'inkoper', name: 'Iemand anders' }],
          [{ id: 'inkoper', name: '' }],
          [{ id: 'Inkoper', name: 'x' }],
          [{ id: 'inkoper' }],
          [{ id: 'inkoper', name: 1 }],
          [{ id: 'inkoper', name: 'x', role: 'chair' }],
          ['inkoper'],
          {},
        ]);
      },
      (top, by) => {
        top.dossier = by.oneOf(['tender-x-1', 'decision-x-1', 'accounts', 'contract-x-1', 'tender', 'Tender-x-1']);
      },
    ] satisfies ((top: Body, by: Chance) => unknown)[]
  ).map((change) =>
    loosely((loose, by) => {
      const top = JSON.parse(loose.top) as Body;
      change(top, by);
      loose.top = canonicalJson(top);
    }, false),
  ),
  loosely((loose, by) => {
    loose.top = inAnotherForm(loose.top, by);
  }),
  // Another dossier, from its first line to its last event.
  loosely((loose, by) => {
    const dossier = by.oneOf(['tender-x-1', 'decision-x-1', 'accounts', 'accountsx', 'contract-x-1']);
    loose.top = canonicalJson({ ...(JSON.parse(loose.top) as Body), dossier });
    for (const event of loose.events) event.body = canonicalJson({ ...bodyOf(event), dossier });
    rehash(loose.events, 0);
  }),
  (file, by) => {
    const loose = readLoose(file);
    return sealed(
      linesOf(loose),
      headOf(loose),
      by.oneOf<(bottom: string) => string>([
        (bottom) => bottom.toUpperCase(),
        (bottom) => bottom.replace(',"seal', ', "seal'),
        (bottom) => bottom.replace(/"head":"(.)/, (_, one: string) => `"head":"${one === '0' ? '1' : '0'}`),
        (bottom) => bottom.replace(/"seal":"(.)/, (_, one: string) => `"seal":"${one === '0' ? '1' : '0'}`),
        (bottom) => bottom.replace(/(\],)(.*),(.*)\}/, '$1$3,$2}'),
        (bottom) => `${bottom} `,
        (bottom) => bottom.slice(0, -1),
      ]),
    );
  },
  // The head of a dossier of which the last event is not shown.
  (file) => {
    const loose = readLoose(file);
    const head = headOf(loose);
    loose.events.pop();
    return sealed(linesOf(loose), head);
  },
];

const KINDS_OF_MUTATION = { CLUMSY, LINES, EVENTS_OF, BODIES, PARTS_OF, ENDS };

export interface MutatedDossier {
  /** Which dossier, and which change of which kind. */
  readonly what: string;
  readonly bytes: Buffer;
}

/** So many files that are changed by chance, by nothing but the seed; now and then one is not changed at all. */
export function* mutatedDossiers(
  dossiers: ReadonlyMap<string, string>,
  count: number,
  seed: number,
): Generator<MutatedDossier> {
  const by = chance(seed);
  const names = [...dossiers.keys()];
  const kinds = Object.keys(KINDS_OF_MUTATION) as (keyof typeof KINDS_OF_MUTATION)[];
  for (let made = 0; made < count; made++) {
    // Half of what can be thought of is about parts.
    const kind = by.under(3) === 0 ? 'PARTS_OF' : by.oneOf(kinds);
    const place = by.under(KINDS_OF_MUTATION[kind].length);
    const change = KINDS_OF_MUTATION[kind][place]!;
    let mutated: MutatedDossier | undefined;
    while (!mutated) {
      const name = by.oneOf(names);
      try {
        mutated = { what: `${name}: ${kind} ${place}`, bytes: Buffer.from(change(dossiers.get(name)!, by)) };
      } catch (error) {
        if (!(error instanceof NothingOfTheSort)) throw error;
      }
    }
    yield mutated;
  }
}

/** A change to a dossier that one reader could take for something else than another, with all hashes and the seal made anew. */
interface Ambiguity {
  readonly what: string;
  readonly of: (dossiers: ReadonlyMap<string, string>) => Buffer;
}

const ambiguous = (what: string, name: string, change: (loose: Loose) => void): Ambiguity => ({
  what,
  of: (dossiers) => {
    const loose = readLoose(dossiers.get(name)!);
    change(loose);
    recount(loose);
    return Buffer.from(writeLoose(loose));
  },
});
/** Of the last event of a whole dossier. */
const ambiguousPart = (what: string, name: string, text: string): Ambiguity =>
  ambiguous(what, 'tender, whole', ({ events }) => {
    const event = events.at(-1)!;
    const [parts, body] = [event.parts!.map(readPart), bodyOf(event)];
    commitTo(parts, parts.find((part) => part.name === name)!, text, body);
    event.parts = parts.map(writePart);
    event.body = canonicalJson(body);
  });

/** Of the end of a line before the last. */
const ambiguousEnd = (what: string, from: string, to: string): Ambiguity => ({
  what,
  of: (dossiers) => {
    const loose = readLoose(dossiers.get('tender, whole')!);
    const lines = linesOf(loose);
    const place = lines.findIndex((line) => line.endsWith(from));
    lines[place] = lines[place]!.slice(0, -from.length) + to;
    return Buffer.from(sealed(lines, headOf(loose)));
  },
});

export const AMBIGUITIES: readonly Ambiguity[] = [
  ambiguous('another format', 'price-and-quality-engine-2.dossier.json', (loose) => {
    const { dossier, people } = JSON.parse(loose.top) as Body;
    loose.top = canonicalJson({ format: 'gunwijzer-dossier/3', dossier, edition: 'whole', people, disclosed: 0 });
  }),
  ambiguous('a log that goes on in format 2 without saying so', 'tender, of both formats', ({ events }) => {
    const place = events.findIndex(({ parts }) => parts !== null);
    events.splice(place, 1);
    rehash(events, place, true);
  }),
  ambiguous('a log that says twice that it goes on in format 2', 'tender, of both formats', ({ events }) => {
    const place = events.findIndex(({ parts }) => parts !== null);
    events.splice(place, 0, { ...events[place]! });
    rehash(events, place, true);
  }),
  ambiguousEnd('other letters at the end of the first line', EVENTS, ',"evenst":['),
  ambiguousEnd('other letters after a body', PARTS, ',"patrs":{'),
  ambiguousEnd('another sign than a comma after an event', '}},', '}};'),
  ambiguousEnd('another sign than a comma after a part', '],', '];'),
  ambiguousPart('nobody who caused an event, though nothing is withheld', 'actor', 'null'),
  ambiguousPart('no moment of an event, though nothing is withheld', 'moment', 'null'),
  ambiguousPart('a key that stands twice', 'content', '{"a":1,"a":2}'),
  ambiguous('half a character in the body of an event', 'tender, whole', ({ events }) => {
    const event = events.at(-1)!;
    event.body = event.body.replace(/"type":"[^"]*"/, '"type":"\\ud800"');
  }),
  ambiguous('an empty line where nothing is disclosed', 'tender, public', ({ events }) => {
    events.find(({ parts }) => parts?.length === 0)!.parts!.push('');
  }),
];
