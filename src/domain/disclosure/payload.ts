import { isSameJson } from '../json.ts';
import { type BidList, cutNames, isCutDeep, PARTS_APART, type PartApart, type PartsOfType } from './parts.ts';
import { fits, isObject, type Pointer, placeOf, placesOf } from './pointer.ts';

/** What a payload says of one bid, by the pointers of the lists that it was taken from; null fills up the number of pieces. */
export type Piece = { readonly bid: string; readonly taken: { readonly [list: string]: readonly unknown[] } } | null;

export interface CutPayload {
  readonly content: unknown;
  /** Per part, what was taken, by pointer. */
  readonly apart: { readonly [Name in PartApart]?: Readonly<Record<string, unknown>> };
  readonly pieces: readonly Piece[];
}

/** The number of pieces tells no more than a power of two. */
const FEWEST_PIECES = 8;

/** Cuts a payload into its parts. The payload is not changed. @param payload any JSON value, also one of another shape than the type has */
export function cutPayload({ apart = {}, bids }: PartsOfType, payload: unknown): CutPayload {
  const content: unknown = structuredClone(payload);
  const taken: { [Name in PartApart]?: Record<string, unknown> } = {};
  for (const name of PARTS_APART) {
    const cut = apart[name];
    if (!cut) continue;
    const own: Record<string, unknown> = {};
    for (const pointer of cut.of) {
      for (const { holder, key, path } of placesOf(content, pointer)) {
        own[path] = holder[key];
        delete holder[key];
      }
    }
    taken[name] = own;
  }
  return { content, apart: taken, pieces: bids ? cutLists(content, bids.lists) : [] };
}

function cutLists(content: unknown, lists: readonly BidList[]): Piece[] {
  const pieces = new Map<string, Record<string, unknown[]>>();
  for (const { list, kind } of lists) {
    for (const { holder, key, path } of placesOf(content, list)) {
      const elements: unknown = holder[key];
      if (!Array.isArray(elements)) continue;
      const bids = elements.map((element) => (kind === 'named' ? bidIn(element) : element));
      if (!bids.every((bid) => typeof bid === 'string')) continue;
      holder[key] = kind === 'named' ? bids : [];
      elements.forEach((element, place) => {
        const piece = pieces.get(bids[place]!) ?? {};
        pieces.set(bids[place]!, piece);
        const taken = piece[path] ?? [];
        piece[path] = taken;
        taken.push(kind === 'named' ? element : place);
      });
    }
  }
  const found: Piece[] = [...pieces].map(([bid, taken]) => ({ bid, taken }));
  return [...found, ...Array<null>(piecesFor(found.length) - found.length).fill(null)];
}

function piecesFor(bids: number): number {
  let count = FEWEST_PIECES;
  while (count < bids) count *= 2;
  return count;
}

/**
 * Puts a payload together again. It has one form: every part holds what the table says, no more, and nothing stands in two of them.
 * @returns undefined when the parts do not fit together
 */
export function joinPayload(
  parts: PartsOfType,
  { content: kept, apart: taken, pieces }: CutPayload,
): { readonly payload: unknown } | undefined {
  if (isCutDeep(parts)) return joinDeep(parts, { content: kept, apart: taken, pieces });
  // Most payloads are only cut at the top, and share the rest.
  const payload: unknown = isObject(kept) ? { ...kept } : kept;
  for (const name of cutNames(parts)) {
    const own = taken[name];
    if (!isObject(own)) return undefined;
    const { of } = parts.apart![name]!;
    // What has a part of its own stands in no other.
    if (isObject(kept) && of.some((pointer) => Object.hasOwn(kept, pointer.slice(1)))) return undefined;
    for (const path of Object.keys(own)) {
      const key = path.slice(1);
      if (!of.includes(path as Pointer) || !isObject(payload) || Object.hasOwn(payload, key)) return undefined;
      payload[key] = own[path];
    }
  }
  return { payload };
}

function joinDeep(
  parts: PartsOfType,
  { content: kept, apart: taken, pieces }: CutPayload,
): { readonly payload: unknown } | undefined {
  const { apart = {}, bids } = parts;
  const content: unknown = structuredClone(kept);
  if (bids && !joinLists(content, bids.lists, pieces)) return undefined;
  for (const name of PARTS_APART) {
    const cut = apart[name];
    if (!cut) continue;
    const own = taken[name];
    if (!isObject(own)) return undefined;
    for (const [path, value] of Object.entries(own)) {
      if (!cut.of.some((pointer) => fits(path, pointer))) return undefined;
      const place = placeOf(content, path);
      if (!place || Object.hasOwn(place.holder, place.key)) return undefined;
      place.holder[place.key] = value;
    }
  }
  return isCutLike(parts, content, { content: kept, apart: taken, pieces }) ? { payload: content } : undefined;
}

/** Whether these are the parts that a payload is cut into: nothing stands in another part than its own. */
function isCutLike(parts: PartsOfType, payload: unknown, given: CutPayload): boolean {
  const cut = cutPayload(parts, payload);
  const byBid = (pieces: readonly Piece[]) =>
    Object.fromEntries(pieces.flatMap((piece) => (piece === null ? [] : [[piece.bid, piece.taken]])));
  return (
    isSameJson(cut.content, given.content) &&
    cutNames(parts).every((name) => isSameJson(cut.apart[name], given.apart[name])) &&
    isSameJson(byBid(cut.pieces), byBid(given.pieces))
  );
}

function joinLists(content: unknown, lists: readonly BidList[], pieces: readonly Piece[]): boolean {
  const found = new Map<string, Map<string, readonly unknown[]>>();
  const known = new Set<string>();
  for (const piece of pieces) {
    if (piece === null) continue;
    if (!isObject(piece) || typeof piece.bid !== 'string' || !isObject(piece.taken)) return false;
    // One piece for a bid, and nothing besides.
    if (known.has(piece.bid) || Object.keys(piece.taken).length === 0 || Object.keys(piece).length !== 2) return false;
    known.add(piece.bid);
    for (const [path, elements] of Object.entries(piece.taken)) {
      const byBid = found.get(path) ?? new Map<string, readonly unknown[]>();
      found.set(path, byBid);
      if (byBid.has(piece.bid) || !Array.isArray(elements) || elements.length === 0) return false;
      byBid.set(piece.bid, elements);
    }
  }
  if (pieces.length !== piecesFor(known.size)) return false;
  return [...found].every(([path, byBid]) => {
    const list = lists.find((one) => fits(path, one.list));
    const place = placeOf(content, path);
    const kept: unknown = place?.holder[place.key];
    if (!list || !place || !Array.isArray(kept)) return false;
    const whole = list.kind === 'named' ? inOrder(kept, byBid) : atPlaces(kept, byBid);
    if (!whole) return false;
    place.holder[place.key] = whole;
    return true;
  });
}

/** The objects of all bids, in the order that was kept of them. */
function inOrder(bids: readonly unknown[], byBid: ReadonlyMap<string, readonly unknown[]>): unknown[] | undefined {
  const next = new Map<string, number>();
  const whole = bids.map((bid) => {
    const place = next.get(bid as string) ?? 0;
    next.set(bid as string, place + 1);
    const element = byBid.get(bid as string)?.[place];
    return bidIn(element) === bid ? element : undefined;
  });
  const allUsed = [...byBid].every(([bid, elements]) => next.get(bid) === elements.length);
  return allUsed && whole.every((element) => element !== undefined) ? whole : undefined;
}

/** All bids at the places that their pieces name: each place once, from the first to the last. */
function atPlaces(kept: readonly unknown[], byBid: ReadonlyMap<string, readonly unknown[]>): string[] | undefined {
  const count = [...byBid.values()].reduce((sum, places) => sum + places.length, 0);
  const whole = new Map<unknown, string>();
  for (const [bid, places] of byBid) {
    if (places.some((place, index) => index > 0 && !((place as number) > (places[index - 1] as number))))
      return undefined;
    for (const place of places) whole.set(place, bid);
  }
  const inPlace = Array.from({ length: count }, (_, place) => whole.get(place));
  return kept.length === 0 && inPlace.every((bid) => bid !== undefined) ? inPlace : undefined;
}

const bidIn = (element: unknown): unknown =>
  isObject(element) && Object.hasOwn(element, 'bid') ? element.bid : undefined;
