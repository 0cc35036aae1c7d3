import { type PartName, type PartsOfType, type Reach, reachOf } from './parts.ts';

/** For whom an edition of a dossier is made: what is withheld in it is withheld from them. */
export const READERS_OF_EDITIONS = ['whole', 'committee', 'bidder', 'public'] as const;
export type ReaderOfEdition = (typeof READERS_OF_EDITIONS)[number];

/** An edition of a dossier; that of a bidder is about one bid. */
export type Edition =
  | { readonly of: Exclude<ReaderOfEdition, 'bidder'> }
  | { readonly of: 'bidder'; readonly bid: string };

export const WHOLE: Edition = { of: 'whole' };

/** What is known of an event, to tell whom its parts reach. */
export interface About {
  /** The bid that the event is about; null for one that is about no bid, or about all. */
  readonly bid: string | null;
  /** Whether that bid got a lot. */
  readonly awarded: boolean;
  /** Whether a later event took its place. */
  readonly replaced: boolean;
}

/** Whether an edition has this part of an event. */
export function editionHas(
  edition: Edition,
  parts: PartsOfType,
  name: PartName,
  { bid, awarded, replaced }: About,
): boolean {
  if (awarded && parts.whenAwarded?.includes(name)) return true;
  const reach = reachOf(parts, name);
  return reaches(edition, replaced && reach !== 'whole' ? 'committee' : reach, bid);
}

/** Whether an edition has what an award or a draw says of this bid; null for a piece that only fills up their number. */
export const editionHasPiece = (edition: Edition, bid: string | null, replaced: boolean): boolean =>
  reaches(edition, replaced ? 'committee' : 'own', bid);

function reaches(edition: Edition, reach: Reach, bid: string | null): boolean {
  switch (edition.of) {
    case 'whole':
      return true;
    case 'committee':
      return reach !== 'whole';
    case 'bidder':
      return reach === 'public' || reach === 'bidders' || (reach === 'own' && bid === edition.bid);
    case 'public':
      return reach === 'public';
    default:
      return edition satisfies never;
  }
}
