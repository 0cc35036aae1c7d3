import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { canonicalJson, sha256 } from './canonical.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The hash chain of a dossier. The body of an event is the canonical JSON of its fields; its hash is the sha256 of that body,
 * and the body holds the hash of the event before it. So the hash of the last event, the head, stands for every byte of the dossier.
 */
export const eventBody = z.strictObject({
  dossier: z.string(),
  seq: z.int().min(1),
  type: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  payload: z.unknown(),
  previous: z.string().regex(SHA256),
  /** The version of the procedure that the event was admitted by; absent for the first. */
  admission: z.int().min(2).optional(),
});
export type EventBody = z.infer<typeof eventBody>;
const FIELDS = Object.keys(eventBody.shape);
const REQUIRED = FIELDS.length - 1;
const DATE_TIME = z.regexes.datetime({});

export interface SealedEvent {
  /** Canonical JSON: the bytes that are hashed, stored and exported. */
  readonly body: string;
  readonly hash: string;
}

/** What the first event of a dossier names as the one before it. */
export const GENESIS = '0'.repeat(64);

/** How far a chain was read: its head so far, and the event that has this hash. */
export interface ChainPlace {
  readonly head: string;
  readonly last: Pick<EventBody, 'dossier' | 'seq' | 'at'> | undefined;
}
const START: ChainPlace = { head: GENESIS, last: undefined };

export function seal(event: EventBody): SealedEvent {
  const body = canonicalJson(event);
  return { body, hash: sha256(body) };
}

/**
 * Reads the events of one dossier from their bodies and checks the chain: numbered from 1, each naming the hash of the one before,
 * all of one dossier, times never running back.
 * @param bodies the bytes of the events, in order
 * @param from the place up to which the chain was read before; the start when left out
 * @returns the events and the place reached, with the head hash
 * @throws DomainError `chain-broken` with the sequence number at which it breaks and why
 */
export function readChain(
  bodies: Iterable<string | Uint8Array>,
  from: ChainPlace = START,
): { events: EventBody[]; head: string; place: ChainPlace } {
  const events: EventBody[] = [];
  let { head, last: before }: ChainPlace = from;
  for (const bytes of bodies) {
    const seq = (before?.seq ?? 0) + 1;
    const event = parseBody(bytes, seq);
    if (event.seq !== seq) broken(seq, 'sequence');
    if (event.previous !== head) broken(seq, 'previous-hash');
    if (before && event.dossier !== before.dossier) broken(seq, 'other-dossier');
    if (before && event.at < before.at) broken(seq, 'time-runs-back');
    events.push(event);
    head = sha256(bytes);
    before = event;
  }
  return { events, head, place: { head, last: before } };
}

/**
 * The same of events as they are stored, each with its hash beside it: every hash must be that of its own body.
 * @throws DomainError `chain-broken`
 */
export function readSealed(sealed: readonly SealedEvent[], from: ChainPlace = START): ReturnType<typeof readChain> {
  const read = readChain(
    sealed.map(({ body }) => body),
    from,
  );
  sealed.forEach(({ hash }, index) => {
    // The chain has just been read: what an event names as the one before it is the hash of that one's body.
    const proven = read.events[index + 1]?.previous ?? read.head;
    if (hash !== proven) broken(read.events[index]!.seq, 'previous-hash');
  });
  return read;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function parseBody(bytes: string | Uint8Array, seq: number): EventBody {
  let value: unknown;
  try {
    value = JSON.parse(typeof bytes === 'string' ? bytes : UTF_8.decode(bytes));
  } catch {
    return broken(seq, 'not-json');
  }
  return isEventBody(value) ? value : broken(seq, 'not-an-event');
}

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
    Number.isSafeInteger(seq) &&
    (seq as number) >= 1 &&
    typeof type === 'string' &&
    typeof at === 'string' &&
    DATE_TIME.test(at) &&
    typeof actor === 'string' &&
    typeof previous === 'string' &&
    SHA256.test(previous) &&
    'payload' in value &&
    (!('admission' in value) || (Number.isSafeInteger(admission) && (admission as number) >= 2))
  );
}

function broken(seq: number, why: string): never {
  throw new DomainError('chain-broken', { seq, why });
}
