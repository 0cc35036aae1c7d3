import type { Names } from '../../domain/rules/names.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderEventType } from '../../domain/tender/state/events.ts';
import { perAssignment } from '../../domain/tender/state/per-version.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { forRules, inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import type { Said } from './said.ts';

/** Who the log of a tender is told to. */
export interface Listener {
  readonly m: Messages;
  /** The name of whoever has or had an account. */
  readonly person: (account: string) => string;
  /** Whether events of all these types, from up to some moment, may be read by now: else what they said is not told as what was before. */
  readonly mayRead: (at: string, types: readonly TenderEventType[]) => boolean;
  /** What differs between two versions of announced rules. */
  readonly differences: (m: Messages, was: TenderState['rules'], is: TenderState['rules']) => readonly Said[];
}

/** A listener, with the names that things have where an event happened. */
export interface Teller {
  readonly m: Messages;
  readonly person: (account: string) => string;
  readonly names: Names;
  /** What was before, when those who read may know of it. @param types the events that may have said it */
  readonly before: <T>(value: T | null | undefined, ...types: readonly TenderEventType[]) => T | undefined;
  /** “Zorg B.V.” in “Noord” */
  readonly at: (bid: string, lot?: string | undefined) => string;
  /** “Noord” */
  readonly lot: (lot: string) => string;
  readonly criterion: (criterion: string) => string;
}

const namesAt = perAssignment((state) => namesOf(state.rules, state.bids.values()));

/** @param at the moment of the event that is told */
export function tellerAt({ m: given, person, mayRead }: Listener, state: TenderState, at: string): Teller {
  const m = forRules(given, state.rules);
  const names = namesAt(state);
  return {
    m,
    person,
    names,
    before: (value, ...types) => (value !== null && value !== undefined && mayRead(at, types) ? value : undefined),
    at: (bid, lot) =>
      lot === undefined ? quote(names.bidder(bid)) : m.logFacts.in(names.bidder(bid), lotName(m, names, lot)),
    lot: (lot) => quote(lotName(m, names, lot)),
    criterion: (criterion) => inLanguage(names.criterion(criterion), m),
  };
}
