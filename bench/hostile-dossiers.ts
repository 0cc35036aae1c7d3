import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '../src/chain/canonical.ts';
import { GENESIS } from '../src/chain/chain.ts';
import { projectRoot } from '../src/config.ts';
import { readDossierFile, writeDossierFile } from '../src/exchange/dossier-file.ts';

/** A dossier file that somebody tampered with, and how. */
export interface HostileDossier {
  readonly what: string;
  readonly bytes: Buffer;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const GOLDEN = [
  'gon-2027-engine-1.dossier.json',
  'gon-2027-engine-2.dossier.json',
  'price-and-quality-engine-2.dossier.json',
];

/**
 * Dossiers made of the golden ones, always the same ones for a seed. Most are sealed anew after the change, so that the chain holds and
 * whoever replays the dossier meets what was changed; others have bytes that no writer leaves.
 */
export function* hostileDossiers(count: number, seed: number): Generator<HostileDossier> {
  const goldens = GOLDEN.map((name) => readFileSync(join(projectRoot(), 'data', 'golden', name)));
  const random = createRandom(seed);
  for (let made = 0; made < count; made++) {
    const golden = goldens[random.below(goldens.length)]!;
    yield random.below(8) === 0 ? withOtherBytes(golden, random) : sealedAnew(golden, random);
  }
}

/** As canonical JSON, but it also writes what that refuses. */
function sortedJson(value: Json): string {
  return JSON.stringify(value, (_, one: Json) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

interface Random {
  readonly below: (limit: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
}

function createRandom(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % limit;
  };
  return { below, of: (list) => list[below(list.length)]! };
}

/** Stands in a value for text that is put in afterwards: what is nested this deeply cannot be written by recursion. */
const HOLE = '@@hole@@';

function sealedAnew(golden: Buffer, random: Random): HostileDossier {
  const { dossier, edition, people, events } = readDossierFile(golden);
  const bodies = structuredClone(events) as unknown as { [key: string]: Json }[];
  let text: string | undefined;
  const told: string[] = [];
  for (let change = 0; change <= random.below(3); change++) {
    const [what, hole] = random.of(CHANGES)(bodies, random);
    told.push(what);
    text = hole ?? text;
  }
  let previous = GENESIS;
  const written = bodies.map((body) => {
    const line = sortedJson({ ...body, previous }).replaceAll(`"${HOLE}"`, text ?? '0');
    previous = sha256(line);
    return { body: line, parts: null };
  });
  const bytes = Buffer.from(writeDossierFile(dossier, edition, [...people], written, previous));
  return { what: told.join('; '), bytes };
}

type Change = (bodies: { [key: string]: Json }[], random: Random) => readonly [what: string, hole?: string];

const CHANGES: readonly Change[] = [
  putAnywhere,
  putAnywhere,
  putAnywhere,
  putAnywhere,
  putWhereItHurts,
  putWhereItHurts,
  nestCriteria,
  nestProof,
  otherEvents,
  otherEnvelope,
  longList,
  otherReferences,
];

/** Values that no reader expects. */
const VALUES: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER,
  () => '',
  () => ' ',
  () => '0',
  () => '-1',
  () => '1/0',
  () => '1/3',
  () => `${'9'.repeat(399)}/7`,
  () => '9'.repeat(100_000),
  () => '999999999999.999999',
  () => '0.000001',
  () => 'constructor',
  () => '__proto__',
  () => 'toString',
  () => '\u0000\ud800',
  () => 'a'.repeat(1_000_000),
  () => '((((((price)^9)^9)^9)^9)^9',
  () => [],
  () => ({}),
  () => [[]],
  () => ({ constructor: 1, prototype: [] }),
  () => Array.from({ length: 10_000 }, () => '1'),
  () => HOLE,
];

function putAnywhere(bodies: { [key: string]: Json }[], random: Random): readonly [string, string?] {
  const body = random.of(bodies);
  const places = placesIn(body.payload ?? null);
  if (places.length === 0) return ['nothing'];
  return put(random.of(places), random);
}

/** Fields that lists, sums and searches are made of. */
const SORE =
  /^(weight|children|id|lot|bid|criterion|maximum|minimum|maximumLotsPerBidder|expression|exponent|decimals|engine|outcome|proof|certificate|prices|denominator|value|scale|lots|bids|members|order|amount|total|exactTotal|wins|loses|suggestion|tieBreak|combinations)$/;

function putWhereItHurts(bodies: { [key: string]: Json }[], random: Random): readonly [string, string?] {
  const body = random.of([bodies[0]!, bodies.at(-1)!, random.of(bodies)]);
  const places = placesIn(body.payload ?? null).filter(({ key }) => SORE.test(String(key)));
  return places.length === 0 ? ['nothing'] : put(random.of(places), random);
}

interface PlaceIn {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string | number;
}

function placesIn(value: Json): PlaceIn[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: (string | number)[] = Array.isArray(value) ? value.map((_, place) => place) : Object.keys(value);
  return keys.flatMap((key) => [{ holder: value, key }, ...placesIn((value as { [key: string]: Json })[key]!)]);
}

function put({ holder, key }: PlaceIn, random: Random): readonly [string, string?] {
  const target = holder as { [key: string]: Json };
  const way = random.below(10);
  if (way === 0 && !Array.isArray(holder)) {
    delete target[key];
    return [`without ${key}`];
  }
  if (way === 1 && !Array.isArray(holder)) {
    Object.defineProperty(target, random.of(['__proto__', 'constructor', 'hasOwnProperty', 'extra']), {
      value: random.of(VALUES)(),
      enumerable: true,
    });
    return [`another key beside ${key}`];
  }
  if (way === 2 && Array.isArray(holder)) {
    holder.push(...structuredClone(holder));
    return ['a list twice'];
  }
  target[key] = random.of(VALUES)();
  const depth = random.of([50, 200, 500, 1000, 2000, 5000, 100_000]);
  const [open, close] = random.of([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const);
  return [
    `${key} = ${JSON.stringify(target[key]).slice(0, 40)} (${depth})`,
    open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth),
  ];
}

function nestCriteria([first]: { [key: string]: Json }[], random: Random): readonly [string, string?] {
  const rules = (first!.payload as { rules?: { criteria?: Json[] } } | undefined)?.rules;
  if (!Array.isArray(rules?.criteria)) return ['nothing'];
  const depth = random.of([20, 60, 100, 240, 500, 1000, 2000]);
  const text = { nl: 'Diep', en: 'Deep' };
  const last = canonicalJson({ description: text, id: 'deepest', name: text, sources: [], weight: '100' });
  let nested = last;
  for (let level = 0; level < depth; level++) {
    const top = canonicalJson({ description: text, id: `level-${level}`, name: text, sources: [], weight: '100' });
    nested = `{"children":[${nested}],${top.slice(1)}`;
  }
  rules.criteria = random.below(2) === 0 ? [HOLE] : [...rules.criteria, HOLE];
  return [`criteria ${depth} deep`, nested];
}

function nestProof(bodies: { [key: string]: Json }[], random: Random): readonly [string, string?] {
  const award = bodies
    .map(({ payload }) => payload as { outcome?: { award?: { proof?: Json } } })
    .find((one) => one?.outcome)?.outcome?.award;
  if (!award) return ['nothing'];
  const depth = random.of([50, 300, 900, 2000, 5000]);
  const proof = `${'{"loses":{"prices":0},"party":0,"wins":'.repeat(depth)}{"prices":0}${'}'.repeat(depth)}`;
  award.proof = { certificate: { denominator: '1', prices: [['0']], proof: HOLE }, kind: 'optimal' };
  return [`proof ${depth} deep`, proof];
}

function otherEvents(bodies: { [key: string]: Json }[], random: Random): readonly [string] {
  const [one, other] = [random.below(bodies.length), random.below(bodies.length)];
  const way = random.below(4);
  if (way === 0) bodies.splice(one, 1);
  else if (way === 1) bodies.splice(one, 0, structuredClone(bodies[other]!));
  else if (way === 2) [bodies[one], bodies[other]] = [bodies[other]!, bodies[one]!];
  else bodies.splice(Math.max(1, one));
  const at = String(bodies[0]?.at ?? '2027-01-01T00:00:00.000Z');
  for (const [place, body] of bodies.entries()) Object.assign(body, { seq: place + 1, at });
  return [`events in another order (${way})`];
}

function otherEnvelope(bodies: { [key: string]: Json }[], random: Random): readonly [string, string?] {
  const body = random.of(bodies);
  const key = random.of(['type', 'actor', 'at', 'admission', 'payload', 'seq']);
  const types = [...bodies.map(({ type }) => type!), 'constructor', '__proto__', 'decision-opened', 'account-added'];
  const value =
    key === 'type' ? random.of(types) : random.of(key === 'admission' ? [2, 3, 99, 1e9] : VALUES.map((make) => make()));
  body[key] = value;
  return [`${key} of an event = ${JSON.stringify(value).slice(0, 40)}`, '['.repeat(3000) + ']'.repeat(3000)];
}

function longList(bodies: { [key: string]: Json }[], random: Random): readonly [string] {
  const lists = placesIn(random.of([bodies[0]!, bodies.at(-1)!]).payload ?? null)
    .map(({ holder, key }) => [key, (holder as { [key: string]: Json })[key]] as const)
    .filter((one): one is readonly [string | number, Json[]] => Array.isArray(one[1]) && one[1].length > 0);
  if (lists.length === 0) return ['nothing'];
  const [key, list] = random.of(lists);
  const length = random.of([500, 5_000]);
  const one = list[0]!;
  for (let more = 0; more < length; more++) {
    list.push(typeof one === 'object' && one !== null && 'id' in one ? { ...one, id: `more-${more}` } : one);
  }
  return [`${key}: a list of ${length}`];
}

/** Ids that point at each other, at themselves or at nothing. */
function otherReferences(bodies: { [key: string]: Json }[], random: Random): readonly [string] {
  const ids = bodies.flatMap(({ payload }) =>
    placesIn(payload ?? null).filter(({ key }) =>
      /^(id|bid|lot|criterion|group|assessor|chair|actor|winner)$/.test(String(key)),
    ),
  );
  for (let change = 0; change <= random.below(4) && ids.length > 0; change++) {
    const [one, other] = [random.of(ids), random.of(ids)];
    (one.holder as { [key: string]: Json })[one.key] = (other.holder as { [key: string]: Json })[other.key]!;
  }
  return ['ids that stand for other ids'];
}

/** Bytes that no writer of dossiers leaves: other UTF-8, a key twice, a cut, a changed bracket. */
function withOtherBytes(golden: Buffer, random: Random): HostileDossier {
  const bytes = Buffer.from(golden);
  const at = random.below(bytes.length);
  switch (random.below(6)) {
    case 0:
      bytes[at] = random.of([0, 0x80, 0xc0, 0xed, 0xff]);
      return { what: 'a byte that is no UTF-8', bytes };
    case 1:
      return { what: 'cut off', bytes: bytes.subarray(0, at) };
    case 2:
      return { what: 'written twice', bytes: Buffer.concat([bytes, bytes]) };
    case 3: {
      const text = bytes.toString('utf8').replace('"actor":', '"actor":"x","actor":');
      return { what: 'a key twice', bytes: Buffer.from(text) };
    }
    case 4: {
      const deep = '['.repeat(random.of([100, 3_000, 1_000_000]));
      return {
        what: 'brackets that open',
        bytes: Buffer.from(bytes.toString('utf8').replace('"payload":', `"payload":${deep}`)),
      };
    }
    default: {
      const people = `"people":[{"id":"x","name":${'['.repeat(5_000)}`;
      return {
        what: 'a first line that is nested',
        bytes: Buffer.from(bytes.toString('utf8').replace('"people":[', people)),
      };
    }
  }
}
