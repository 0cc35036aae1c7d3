import { isSameJson } from '../json.ts';

/**
 * An event is committed to part by part, so that each can be shown or withheld apart: who caused it, when, whom its payload names, what it
 * is about, what it says. Which parts a type of event has stands in a table and is the same for every event of the type, so that neither
 * their names nor their number tell what an event says. A published cut never changes: a part that is added is a new type of event.
 */

/** Parts that are taken out of a payload; what is left of it is the part `content`. A `note` decides nothing, and may be absent. */
export const PARTS_APART = ['confidential', 'name', 'note', 'person', 'result', 'scope'] as const;
export type PartApart = (typeof PARTS_APART)[number];

/** Every part that an event can have. `bids` lists the pieces of a payload that is about several bids, one piece per bid. */
export type PartName = 'actor' | 'moment' | 'content' | 'bids' | PartApart;

/**
 * Whom a part reaches: only whoever has the whole dossier, and the committee as well, and the bidder whose bid it is about, and all bidders,
 * and everybody. Each reach holds the ones before.
 */
const REACHES = ['whole', 'committee', 'own', 'bidders', 'public'] as const;
export type Reach = (typeof REACHES)[number];

/** Places in a payload (RFC 6901, JSON Pointer); `*` stands for every place of a list. */
export type Pointer = `/${string}`;

/**
 * A list of which every element is about one bid. 'named': objects with the bid in `bid`; the content keeps the order of the bids, the pieces
 * hold the objects. 'placed': the bids themselves; each piece holds the places of its bid, and the content nothing.
 */
export interface BidList {
  readonly list: Pointer;
  readonly kind: 'named' | 'placed';
}

/** The parts of one type of event, and whom each reaches. */
export interface PartsOfType {
  readonly actor: Reach;
  readonly moment: Reach;
  readonly content: Reach;
  readonly apart?: { readonly [Name in PartApart]?: { readonly of: readonly Pointer[]; readonly reach: Reach } };
  /** `reach` is that of the list of the pieces; each piece reaches the bidder whose bid it is about. */
  readonly bids?: { readonly lists: readonly BidList[]; readonly reach: Reach };
  /** Where the payload says which bid the event is about. */
  readonly about?: Pointer;
  /** A later event of the type with the same scope takes the place of this one: bidders and the public are only told the last. */
  readonly replaces?: true;
  /** Parts that reach everybody when the bid got a lot: who won is announced. */
  readonly whenAwarded?: readonly PartName[];
}

/** Every type of event has its parts: one that is forgotten does not compile. */
export type PartsTable<Payloads extends object> = { readonly [T in keyof Payloads]: PartsOfType };

/** An event of which nothing is known but that it happened. */
export const UNDIVIDED: PartsOfType = { actor: 'whole', moment: 'whole', content: 'whole' };

/** Whom a part reaches, as the table says; a part that is not in it reaches only the whole. */
export function reachOf(parts: PartsOfType, name: PartName): Reach {
  switch (name) {
    case 'actor':
    case 'moment':
    case 'content':
      return parts[name];
    case 'bids':
      return parts.bids?.reach ?? 'whole';
    default:
      return parts.apart?.[name]?.reach ?? 'whole';
  }
}

/** Stands for an account that is not named, where one is asked for. */
export const WITHHELD = 'withheld';

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

/** Of a table that never changes, what is asked again and again. */
const remembered = <Result>(work: (parts: PartsOfType) => Result): ((parts: PartsOfType) => Result) => {
  const known = new WeakMap<PartsOfType, { readonly result: Result }>();
  return (parts) => {
    const before = known.get(parts);
    if (before) return before.result;
    const result = work(parts);
    known.set(parts, { result });
    return result;
  };
};

/** The names of the parts of a type, ascending: the same list for every event of it. */
export const partNames = remembered(({ apart, bids }): readonly PartName[] => {
  const apartNames = PARTS_APART.filter((name) => apart?.[name]);
  return ['actor', 'moment', 'content', ...apartNames, ...(bids ? (['bids'] as const) : [])].sort() as PartName[];
});

const cutNames = remembered(({ apart }) => PARTS_APART.filter((name) => apart?.[name]));

/** Whether something is taken out of a payload from below its top. */
const isCutDeep = remembered(
  ({ apart = {}, bids }) =>
    bids !== undefined || PARTS_APART.some((name) => apart[name]?.of.some((pointer) => pointer.includes('/', 1))),
);

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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bidIn = (element: unknown): unknown =>
  isObject(element) && Object.hasOwn(element, 'bid') ? element.bid : undefined;

/** Where something stands: in which object, under which key. */
interface PlaceIn {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: string;
}

/** Every place that a pointer names, in which something stands. */
function placesOf(root: unknown, pointer: Pointer): PlaceIn[] {
  const tokens = pointer.slice(1).split('/');
  const last = tokens.pop()!;
  let nodes: { readonly node: unknown; readonly path: string }[] = [{ node: root, path: '' }];
  for (const token of tokens) {
    nodes = nodes.flatMap(({ node, path }) => {
      if (token === '*')
        return Array.isArray(node) ? node.map((one, place) => ({ node: one, path: `${path}/${place}` })) : [];
      return isObject(node) && Object.hasOwn(node, token) ? [{ node: node[token], path: `${path}/${token}` }] : [];
    });
  }
  return nodes.flatMap(({ node, path }) =>
    isObject(node) && Object.hasOwn(node, last) ? [{ holder: node, key: last, path: `${path}/${last}` }] : [],
  );
}

/** The one place that a path names; its key need not be there. */
function placeOf(root: unknown, path: string): PlaceIn | undefined {
  const tokens = path.slice(1).split('/');
  const key = tokens.pop()!;
  let node: unknown = root;
  for (const token of tokens) {
    if (Array.isArray(node) ? !/^(0|[1-9]\d{0,8})$/.test(token) : !isObject(node)) return undefined;
    if (!Object.hasOwn(node as object, token)) return undefined;
    node = (node as Record<string, unknown>)[token];
  }
  return isObject(node) ? { holder: node, key, path } : undefined;
}

/** Whether a path is one that a pointer stands for. */
function fits(path: string, pointer: Pointer): boolean {
  const [own, asked] = [path.split('/'), pointer.split('/')];
  return (
    own.length === asked.length &&
    asked.every((token, place) => (token === '*' ? /^(0|[1-9]\d{0,8})$/.test(own[place]!) : token === own[place]))
  );
}
