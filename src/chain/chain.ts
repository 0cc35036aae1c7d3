import { FORMAT_CHANGED } from '../domain/disclosure/format.ts';
import { type PartsOfType, partNames } from '../domain/disclosure/parts.ts';
import { cutPayload } from '../domain/disclosure/payload.ts';
import { DomainError } from '../domain/errors.ts';
import { areDigests, type CommittedBody, type EventBody, isCommitted, isMoment, readBody, textOf } from './body.ts';
import { sha256 } from './canonical.ts';
import type { Salt } from './commitment.ts';
import { type Disclosed, linesOf, type PartLines, partValue, readParts, writeParts } from './parts-text.ts';

/**
 * The hash chain of a dossier. The body of an event is the canonical JSON of its fields; its hash is the sha256 of that body, and the body
 * holds the hash of the event before it. So the hash of the last event, the head, stands for every byte of the dossier. In format 2 the body
 * holds a digest of each part of what the event says; the parts stand beside it, and can be left out (docs/dossier-format.md).
 */

/** An event as it is stored and exported. */
export interface LoggedText {
  /** Canonical JSON: the bytes that are hashed. */
  readonly body: string;
  /** The parts that are disclosed; null for an event of format 1, which has none. */
  readonly parts: string | null;
}
export interface SealedEvent extends LoggedText {
  readonly hash: string;
}

/** The same with its parts where they stand in bytes. */
export interface LoggedLines {
  readonly body: string;
  readonly parts: PartLines | null;
}
const inLines = ({ body, parts }: LoggedText): LoggedLines => ({
  body,
  parts: parts === null ? null : linesOf(parts),
});

/** An event of format 2 with what is disclosed of it, each part proven by its digest. */
export interface CommittedEvent extends CommittedBody {
  /** When it happened, where that is disclosed. */
  readonly at: string | undefined;
  readonly disclosed: Disclosed;
}
/** An event whose place in the chain was proven. */
export type ChainEvent = EventBody | CommittedEvent;

export const isCommittedEvent = (event: ChainEvent): event is CommittedEvent => isCommitted(event);

/** What the first event of a dossier names as the one before it. */
export const GENESIS = '0'.repeat(64);

/** How far a chain was read: its head so far, and the event that has this hash. */
export interface ChainPlace {
  readonly head: string;
  readonly last:
    | {
        readonly dossier: string;
        readonly seq: number;
        /** The last moment that is known of. */
        readonly at: string;
        readonly format: 1 | 2;
      }
    | undefined;
}
const START: ChainPlace = { head: GENESIS, last: undefined };

/** An event that is about to be written, with the place that it gets. */
export interface NewLogEvent {
  readonly dossier: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly payload: unknown;
  readonly previous: string;
  readonly admission: number;
}

/** Seals an event in format 2. @param parts what the type of event is cut into @param salt gives the salts; random but for tests */
export function seal(event: NewLogEvent, parts: PartsOfType, salt?: () => Salt): SealedEvent {
  const { dossier, seq, type, at, actor, payload, previous, admission } = event;
  const { text, digests } = writeParts(actor, at, cutPayload(parts, payload), parts.bids !== undefined, salt);
  const body = textOf({ format: 2, dossier, seq, type, previous, admission, parts: digests });
  return { body, parts: text, hash: sha256(body) };
}

/**
 * Reads the events of one dossier and checks the chain: numbered from 1, each naming the hash of the one before, all of one dossier, each
 * part what was committed to, times never running back as far as they are disclosed, and from format 1 to 2 only by the event that says so.
 * @param logged the events, in order
 * @param from the place up to which the chain was read before; the start when left out
 * @returns the events and the place reached, with the head hash
 * @throws DomainError `chain-broken` with the sequence number at which it breaks and why
 */
export const readChain = (logged: readonly LoggedText[], from?: ChainPlace): ReturnType<typeof readChainInLines> =>
  readChainInLines(logged.map(inLines), from);

/** The same of events whose parts stand in lines. @throws DomainError `chain-broken` */
export function readChainInLines(
  logged: readonly LoggedLines[],
  from: ChainPlace = START,
): { events: ChainEvent[]; head: string; place: ChainPlace } {
  const events: ChainEvent[] = [];
  let { head, last: before }: ChainPlace = from;
  for (const text of logged) {
    const seq = (before?.seq ?? 0) + 1;
    const event = readLogged(text, seq);
    if (event.seq !== seq) broken(seq, 'sequence');
    if (event.previous !== head) broken(seq, 'previous-hash');
    if (before && event.dossier !== before.dossier) broken(seq, 'other-dossier');
    const format = isCommitted(event) ? 2 : 1;
    const changes = event.type === FORMAT_CHANGED;
    if (changes ? before?.format !== 1 || format !== 2 : before && format !== before.format) broken(seq, 'format');
    const { at } = event;
    if (at !== undefined && before && at < before.at) broken(seq, 'time-runs-back');
    events.push(event);
    head = sha256(text.body);
    before = { dossier: event.dossier, seq, at: at ?? before?.at ?? '', format };
  }
  return { events, head, place: { head, last: before } };
}

/**
 * The same of events as they are stored, each with its hash beside it: every hash must be that of its own body.
 * @throws DomainError `chain-broken`
 */
export function readSealed(sealed: readonly SealedEvent[], from: ChainPlace = START): ReturnType<typeof readChain> {
  const read = readChain(sealed, from);
  sealed.forEach(({ hash }, index) => {
    // The chain has just been read: what an event names as the one before it is the hash of that one's body.
    const proven = read.events[index + 1]?.previous ?? read.head;
    if (hash !== proven) broken(read.events[index]!.seq, 'previous-hash');
  });
  return read;
}

function readLogged({ body, parts }: LoggedLines, seq: number): ChainEvent {
  const event = readBody(body);
  if (event === 'not-json' || event === 'not-an-event') return broken(seq, event);
  if (!isCommitted(event)) return parts === null ? event : broken(seq, 'part-layout');
  const disclosed = readParts(parts ?? broken(seq, 'part-layout'), event.parts);
  if (typeof disclosed === 'string') return broken(seq, disclosed);
  const names = Object.keys(event.parts);
  const isWhole = names.length === disclosed.parts.length;
  const withheld = isWhole ? [] : names.filter((name) => !disclosed.parts.some((part) => part.name === name));
  if (!areDigests(event, withheld)) return broken(seq, 'not-an-event');
  const moment = disclosed.parts.find(({ name }) => name === 'moment');
  if (!moment) return Object.assign(event, { disclosed, at: undefined });
  const at = partValue(moment);
  return isMoment(at) ? Object.assign(event, { disclosed, at }) : broken(seq, 'not-an-event');
}

/**
 * Whether the digests of an event are those of its type, no more and no fewer: they tell nothing of what it says.
 * @throws DomainError `chain-broken`
 */
export function requireParts({ seq, parts }: CommittedEvent, type: PartsOfType): void {
  const names = partNames(type);
  const own = Object.keys(parts);
  if (own.length !== names.length || !names.every((name) => Object.hasOwn(parts, name))) broken(seq, 'other-parts');
}

function broken(seq: number, why: string): never {
  throw new DomainError('chain-broken', { seq, why });
}
