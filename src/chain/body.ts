import { z } from 'zod';
import { identifier } from '../domain/text.ts';
import { type Digests, PROTOTYPE } from './parts-text.ts';

const HASH = /^[0-9a-f]{64}$/;
const hash = z.string().regex(HASH);

/** An event of format 1, as it is hashed: everything that it says. Read for ever, no longer written. */
export const eventBody = z.strictObject({
  dossier: z.string(),
  seq: z.int().min(1),
  type: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  payload: z.unknown(),
  previous: hash,
  /** The version of the procedure that the event was admitted by; absent for the first. */
  admission: z.int().min(2).optional(),
});
export type EventBody = z.infer<typeof eventBody>;

const NAME = '[a-z][a-z0-9-]*';

/** An event of format 2, as it is hashed: what it is, and what commits to the parts of what it says. */
export const committedBody = z.strictObject({
  format: z.literal(2),
  dossier: identifier,
  seq: z.int().min(1),
  type: z.string().regex(new RegExp(`^${NAME}$`)),
  previous: hash,
  admission: z.int().min(1),
  parts: z.record(z.string().regex(/^[a-z]+$/), hash),
});
export type CommittedBody = z.infer<typeof committedBody>;

/**
 * Reads the body of an event. A body of format 2 has one form only; whether the hashes in it are hashes is left to who compares them
 * ({@link areDigests}).
 * @returns why not, for what is no body of an event
 */
export function readBody(text: string): EventBody | CommittedBody | 'not-json' | 'not-an-event' {
  const committed = readCommitted(text);
  if (committed) return committed;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not-json';
  }
  return isEventBody(value) && !text.includes(PROTOTYPE) ? value : 'not-an-event';
}

export const isCommitted = (body: EventBody | CommittedBody): body is CommittedBody => 'parts' in body;

/** The canonical JSON of a body, written out: its names are known, and in order. */
export function textOf({ admission, dossier, parts, previous, seq, type }: CommittedBody): string {
  const digests: Digests = parts;
  let list = '';
  for (const name of Object.keys(digests).sort()) list += `${list === '' ? '' : ','}"${name}":"${digests[name]}"`;
  return `{"admission":${admission},"dossier":"${dossier}","format":2,"parts":{${list}},"previous":"${previous}","seq":${seq},"type":"${type}"}`;
}

/** What stands between the values of a body. */
const BEFORE = {
  admission: '{"admission":',
  dossier: ',"dossier":"',
  parts: '","format":2,"parts":{',
  previous: '},"previous":"',
  seq: '","seq":',
  type: ',"type":"',
} as const;
const END = '"}';
const DIGITS = 64;
const TYPE = new RegExp(`^${NAME}$`);
const DOSSIER = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Of the body before: the next is almost always of the same dossier, and often of the same type. */
let lastDossier = '';
let lastType = '';

/**
 * A body of format 2, if this is the text of one. It has one form, so that its values are where they must be, and it is read by writing it
 * anew; as JSON it would take three times as long. A test holds it against {@link committedBody}.
 */
function readCommitted(text: string): CommittedBody | undefined {
  if (!text.startsWith(BEFORE.admission)) return undefined;
  const dossierAt = text.indexOf(',', BEFORE.admission.length) + BEFORE.dossier.length;
  const partsAt = text.indexOf('"', dossierAt) + BEFORE.parts.length;
  const partsEnd = text.indexOf('}', partsAt);
  const previousAt = partsEnd + BEFORE.previous.length;
  const seqAt = previousAt + DIGITS + BEFORE.seq.length;
  const typeAt = text.indexOf(',', seqAt) + BEFORE.type.length;
  const parts: Record<string, string> = {};
  for (let at = partsAt + 1; at < partsEnd; ) {
    const end = text.indexOf('"', at);
    if (end === -1) return undefined;
    parts[text.slice(at, end)] = text.slice(end + 3, end + 3 + DIGITS);
    at = end + 3 + DIGITS + 3;
  }
  let dossier = text.slice(dossierAt, partsAt - BEFORE.parts.length);
  let type = text.slice(typeAt, -END.length);
  if (dossier === lastDossier) dossier = lastDossier;
  else if (!DOSSIER.test(dossier)) return undefined;
  if (type === lastType) type = lastType;
  else if (!TYPE.test(type)) return undefined;
  const body: CommittedBody = {
    format: 2,
    dossier,
    type,
    previous: text.slice(previousAt, previousAt + DIGITS),
    parts,
    admission: Number(text.slice(BEFORE.admission.length, dossierAt - BEFORE.dossier.length)),
    seq: Number(text.slice(seqAt, typeAt - BEFORE.type.length)),
  };
  const isCounted = isCount(body.admission, 1) && isCount(body.seq, 1);
  if (!isCounted || textOf(body) !== text) return undefined;
  lastDossier = dossier;
  lastType = type;
  return body;
}

/** Whether the digests of these parts are written as digests; of a part that is disclosed that is proven by calculating it. */
export const areDigests = ({ parts }: CommittedBody, names: readonly string[]): boolean =>
  names.every((name) => PART.test(name) && HASH.test(parts[name] ?? ''));
const PART = /^[a-z]+$/;

const FIELDS = Object.keys(eventBody.shape);
const REQUIRED = FIELDS.length - 1;
const DATE_TIME = z.regexes.datetime({});

/**
 * The same question that {@link eventBody} answers, asked by hand: a chain is read at every start and every audit, and these fields
 * are most of what the schema would cost. A test holds the two against each other.
 */
export function isEventBody(value: unknown): value is EventBody {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  const { dossier, seq, type, at, actor, previous, admission } = value as Record<string, unknown>;
  return (
    keys.length === ('admission' in value ? REQUIRED + 1 : REQUIRED) &&
    keys.every((key) => FIELDS.includes(key)) &&
    typeof dossier === 'string' &&
    isCount(seq, 1) &&
    typeof type === 'string' &&
    isMoment(at) &&
    typeof actor === 'string' &&
    typeof previous === 'string' &&
    HASH.test(previous) &&
    'payload' in value &&
    (!('admission' in value) || isCount(admission, 2))
  );
}

export const isMoment = (value: unknown): value is string => typeof value === 'string' && DATE_TIME.test(value);
const isCount = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;
