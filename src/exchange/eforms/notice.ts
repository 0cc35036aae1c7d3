/**
 * A notice as a table of fields, to copy into the form of the platform on which it is published. Only fields of which a dossier can say something,
 * and those without which it cannot be sent, stand in it; the SDK of eForms is the list of all.
 */
export interface Notice {
  /** 20: the call for social and other specific services; 33: their result. */
  readonly subtype: 20 | 33;
  /** How many lots there are. */
  readonly lots: number;
  readonly groups: readonly FieldGroup[];
}

/** Fields that belong together: of the procedure, of a lot, of one criterion in it, of its result or of the bid that won it. */
export interface FieldGroup {
  readonly of: 'procedure' | 'lot' | 'criterion' | 'result' | 'winner';
  /** "LOT-0001"; null for the procedure. */
  readonly lot: string | null;
  /** The name of the lot or the criterion; null for the procedure. */
  readonly name: string | null;
  readonly rows: readonly FieldRow[];
}

export interface FieldRow {
  readonly field: FieldNumber;
  /** Null where the dossier does not say it: somebody fills it in. */
  readonly value: string | number | null;
}

/** The business terms of eForms that are filled in, or named to be. */
export type FieldNumber =
  | 'BT-21'
  | 'BT-24'
  | 'BT-22'
  | 'BT-23'
  | 'BT-262'
  | 'BT-27'
  | 'BT-31'
  | 'BT-33'
  | 'BT-36'
  | 'BT-58'
  | 'BT-536'
  | 'BT-88'
  | 'BT-99'
  | 'BT-105'
  | 'BT-131'
  | 'BT-137'
  | 'BT-142'
  | 'BT-144'
  | 'BT-145'
  | 'BT-1451'
  | 'BT-161'
  | 'BT-171'
  | 'BT-1711'
  | 'BT-500'
  | 'BT-501'
  | 'BT-539'
  | 'BT-540'
  | 'BT-541'
  | 'BT-5421'
  | 'BT-5422'
  | 'BT-5423'
  | 'BT-543'
  | 'BT-720'
  | 'BT-734'
  | 'BT-759'
  | 'BT-760';

/** What is said in words, in Dutch: the explanation says it, and not this room. */
export interface NoticeWords {
  /** The contracting authority, by name; null where the installation does not know it. */
  readonly authority: string | null;
  /** The main features of the procedure, and how the lots are divided. */
  readonly features: string;
  /** How price and quality decide. */
  readonly method: string;
  /** Until when the decision that was sent can be contested; null while none was. */
  readonly review: string | null;
}

export const row = (field: FieldNumber, value: FieldRow['value']): FieldRow => ({ field, value });

/** The lot by its number in the notice: "LOT-0001". */
export const lotNumber = (place: number): string => `LOT-${String(place + 1).padStart(4, '0')}`;
