import type { Pointer } from './pointer.ts';

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
  /** Where the payload says which bid the event is about: in the part `scope`. */
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

/** The parts that are taken out of the payload of a type. */
export const cutNames = remembered(({ apart }) => PARTS_APART.filter((name) => apart?.[name]));

/** Whether something is taken out of a payload from below its top. */
export const isCutDeep = remembered(
  ({ apart = {}, bids }) =>
    bids !== undefined || PARTS_APART.some((name) => apart[name]?.of.some((pointer) => pointer.includes('/', 1))),
);
