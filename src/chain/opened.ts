import { PARTS_APART, type PartApart, type PartsOfType, partNames, WITHHELD } from '../domain/disclosure/parts.ts';
import { joinPayload, type Piece } from '../domain/disclosure/payload.ts';
import { DomainError } from '../domain/errors.ts';
import { type ChainEvent, isCommittedEvent, requireParts } from './chain.ts';
import { type DisclosedPart, partValue } from './parts-text.ts';

/** An event as far as it is disclosed: what is null is withheld. */
export interface OpenedEvent {
  readonly dossier: string;
  readonly seq: number;
  readonly type: string;
  readonly admission: number;
  readonly actor: string | null;
  readonly at: string | null;
  /** Null where some of it is withheld, but for a note, and the people that it names: `WITHHELD` stands for each of those. */
  readonly payload: { readonly of: unknown; readonly namesPeople: boolean; readonly hasNote: boolean } | null;
}

/** An event of which nothing is withheld. */
export interface WholeEvent {
  readonly dossier: string;
  readonly seq: number;
  readonly type: string;
  readonly admission: number;
  readonly actor: string;
  readonly at: string;
  readonly payload: unknown;
}

/**
 * Puts together what is disclosed of an event.
 * @param parts what its type is cut into
 * @throws DomainError `chain-broken` where it has other parts than its type, or parts that do not fit together
 */
export function openEvent(event: ChainEvent, parts: PartsOfType): OpenedEvent {
  const { dossier, seq, type, admission = 1 } = event;
  if (!isCommittedEvent(event)) {
    return {
      dossier,
      seq,
      type,
      admission,
      actor: event.actor,
      at: event.at,
      payload: { of: event.payload, namesPeople: true, hasNote: true },
    };
  }
  requireParts(event, parts);
  const { disclosed } = event;
  const apart: { [Name in PartApart]?: Readonly<Record<string, unknown>> } = {};
  let content: unknown;
  let actor: string | null = null;
  const at = event.at ?? null;
  let withheld = partNames(parts).length - disclosed.parts.length;
  let namesPeople = parts.apart?.person === undefined;
  // A note that is withheld is one that was not made.
  if (parts.apart?.note) apart.note = {};
  let hasNote = parts.apart?.note === undefined;
  for (const part of disclosed.parts) {
    const { name } = part;
    // When it happened is known already.
    if (name === 'moment') continue;
    const value = valueIn(seq, part);
    if (name === 'content') content = value;
    else if (name === 'actor') actor = typeof value === 'string' ? value : notAnEvent(seq);
    else if (isApart(name)) apart[name] = value as Readonly<Record<string, unknown>>;
    if (name === 'person') namesPeople = true;
    if (name === 'note') hasNote = true;
  }
  const pieces = disclosed.pieces.map((piece) => valueIn(seq, piece) as Piece);
  // Who and when are not in the payload; the people it names can be stood in for.
  withheld -= Number(actor === null) + Number(at === null) + Number(!namesPeople) + Number(!hasNote);
  if (withheld > 0 || pieces.length < (disclosed.listed?.size ?? 0)) {
    return { dossier, seq, type, admission, actor, at, payload: null };
  }
  if (!namesPeople) apart.person = nobodyFor(parts);
  const joined = joinPayload(parts, { content, apart, pieces });
  if (!joined) throw new DomainError('chain-broken', { seq, why: 'parts-do-not-fit' });
  const payload = { of: joined.payload, namesPeople, hasNote };
  return { dossier, seq, type, admission, actor, at, payload };
}

const isApart = (name: string): name is PartApart => (PARTS_APART as readonly string[]).includes(name);

function notAnEvent(seq: number): never {
  throw new DomainError('chain-broken', { seq, why: 'not-an-event' });
}

/** @throws DomainError `chain-broken` */
function valueIn(seq: number, part: DisclosedPart): unknown {
  const value = partValue(part);
  if (value === undefined) throw new DomainError('chain-broken', { seq, why: 'part-layout' });
  return value;
}

const nobodyFor = ({ apart }: PartsOfType): Record<string, string> =>
  Object.fromEntries((apart?.person?.of ?? []).map((pointer) => [pointer, WITHHELD]));

/** How many parts of an event are withheld, the pieces of what it says of several bids included. */
export function withheldIn(event: ChainEvent, parts: PartsOfType): number {
  if (!isCommittedEvent(event)) return 0;
  const { disclosed } = event;
  return partNames(parts).length - disclosed.parts.length + (disclosed.listed?.size ?? 0) - disclosed.pieces.length;
}

/**
 * What an event is about, by pointer into its payload; null for one that has no such part. Nothing else of it is opened, but nothing may be missing.
 * @throws DomainError `chain-broken` where it has other parts than its type, `part-withheld`
 */
export function scopeOfWhole(event: ChainEvent, parts: PartsOfType): Readonly<Record<string, unknown>> | null {
  if (!isCommittedEvent(event)) return null;
  requireParts(event, parts);
  const { seq, disclosed } = event;
  if (withheldIn(event, parts) > 0) throw new DomainError('part-withheld', { seq });
  const scope = disclosed.parts.find(({ name }) => name === 'scope');
  return scope ? (valueIn(seq, scope) as Readonly<Record<string, unknown>>) : null;
}

/** The same as {@link openEvent} of an event that must be whole. @throws DomainError `part-withheld`, and what {@link openEvent} throws */
export function openWhole(event: ChainEvent, parts: PartsOfType): WholeEvent {
  const { actor, at, payload, ...rest } = openEvent(event, parts);
  if (actor === null || at === null || !payload?.namesPeople || !payload.hasNote)
    throw new DomainError('part-withheld', { seq: event.seq });
  return { ...rest, actor, at, payload: payload.of };
}
