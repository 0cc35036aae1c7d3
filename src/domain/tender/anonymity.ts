import type { Viewer } from '../roles.ts';
import type { Bid } from '../rules/bid.ts';
import { atWhichSeen, readerOf } from './access.ts';
import { PHASES, type TenderState } from './state/state.ts';

/**
 * Anonymous bidders: where the rules say so, assessors see letters in the place of names, until the announced moment. The letters are dealt out by
 * chance when the assessment opens, and recorded; before that an assessor sees no bid at all. Names come first and apart: everybody declares
 * interests by name, in the order of the names.
 */

/** Whether this person must not know yet whose bid is whose. */
export function isVeiledFrom(state: TenderState, viewer: Viewer): boolean {
  const until = state.rules.course?.anonymousUntil;
  if (until === undefined || readerOf(state, viewer) !== 'assessor') return false;
  return PHASES.indexOf(atWhichSeen(state, viewer)) < PHASES.indexOf(until);
}

/**
 * The tender as this person may see it: with letters for bidders, as long as that is so.
 * @param nameOf what a bidder with a letter is called: "Inschrijver A"
 */
export function veiled(
  state: Readonly<TenderState>,
  viewer: Viewer,
  nameOf: (letter: string) => string,
): Readonly<TenderState> {
  if (!isVeiledFrom(state, viewer)) return state;
  const bids = new Map(
    state.letters.flatMap((id, place) => {
      const bid = state.bids.get(id);
      return bid ? [[id, withoutNames(bid, nameOf(letterOf(place)))] as const] : [];
    }),
  );
  return { ...state, bids };
}

/** "A", …, "Z", "AA": the letter of a place, from 0. */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${letterOf(Math.floor(place / 26) - 1)}${last}`;
}

/** A bid without all that tells who is behind it; that it is a consortium tells as well. */
const withoutNames = ({ bidder: _, ...bid }: Bid, name: string): Bid => ({
  ...bid,
  bidder: { name, form: 'single', members: [{ id: NOBODY, name }] },
});

/** Whether the names were left out of a bid, so that nothing is known of who is behind it. */
export const isWithoutNames = ({ bidder: { members } }: Bid): boolean => members[0]?.id === NOBODY;

/** In the place of the organisation of a bid without names. */
const NOBODY = 'nobody-known-yet';
