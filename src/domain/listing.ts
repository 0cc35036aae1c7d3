/**
 * What lists say of a dossier, so that no list has to read dossiers: kept with its last event, and made anew from its log at any time. Data, not
 * words: the language is that of the reader.
 */
export interface Listing {
  readonly title: string;
  /** In which it was opened; null where that is not known of this kind. */
  readonly year: number | null;
  /** How far it is, for who looks for dossiers by that. */
  readonly phase: string;
  /** Whether it is put away. */
  readonly archived: boolean;
  /** Who leads it, while it needs somebody who does. */
  readonly leader: string | null;
  /** Nothing in it is late any more. */
  readonly over: boolean;
  /** Dates that everybody may know who may know of the dossier. */
  readonly dates: readonly ListedDate[];
  /** What all who see it are told in: how its rules call things. */
  readonly words: unknown;
  readonly seats: readonly ListedSeat[];
  readonly people: readonly ListedPerson[];
  /** The dossiers that it follows from, each once. */
  readonly follows: readonly string[];
}

export interface ListedDate {
  /** "2027-03-12" */
  readonly date: string;
  readonly what: unknown;
}

/** What somebody sees of a dossier in one capacity. Who has several sees it in the first by rank; one that is not shown hides those after it. */
export interface ListedSeat {
  /** Null for everybody who has no seat of their own in this dossier. */
  readonly account: string | null;
  /** From 0; of somebody's seats the first counts. */
  readonly rank: number;
  readonly shown: boolean;
  /** Whether there is something to do, to wait for, and to pay heed to. */
  readonly groups: Readonly<Record<Group, boolean>>;
  /** The first day that something in it waits for, besides the dates of the dossier. */
  readonly due: string | null;
  readonly view: unknown;
}

/** The parts of a list of what somebody has to do with. */
export const GROUPS = ['todo', 'waits', 'heeds'] as const;
export type Group = (typeof GROUPS)[number];

/** What a dossier has to do with somebody, whatever he or she may see of it. */
export interface ListedPerson {
  readonly account: string;
  /** Takes part in what is not decided yet, and so may not look into the register of all dossiers. */
  readonly keptFromRegister: boolean;
  /** What the dossier is left without when the account closes. */
  readonly leaves: readonly string[];
}
