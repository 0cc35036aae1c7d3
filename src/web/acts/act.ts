import type { Account, Accounts } from '../../actions/accounts.ts';
import type { Fact } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Confirmation } from '../confirm/confirmation.ts';
import type { FieldProblem } from '../forms/text.ts';

/** What differs between the kinds of dossier in which things are done with a form of a few fields. */
export interface ActKind {
  /** The dossier as it stands. */
  readonly state: unknown;
  /** Under which headings acts are offered. */
  readonly group: string;
  /** The events that acts are about. */
  readonly event: string;
  /** What is said to do one. */
  readonly said: unknown;
  /** The fields that there are: each has a label and a hint in the words. */
  readonly field: string;
  /** The confirmations that there are, in the words. */
  readonly text: string;
  /** What else is known of what is asked. */
  readonly more: object;
}

/** The words of a kind: the same shape whatever it is about. */
export interface ActWords<K extends ActKind> {
  readonly fields: Readonly<Record<K['field'], { readonly label: string; readonly hint: string | null }>>;
  readonly confirmations: Readonly<
    Record<
      K['text'],
      {
        readonly title: string;
        readonly yes: string;
        readonly consequences: readonly string[];
        readonly undo: string;
      }
    >
  >;
}

/** What an act is asked with: the dossier as it stands, and who asks. */
export type Asking<K extends ActKind> = {
  readonly m: Messages;
  readonly words: ActWords<K>;
  readonly state: Readonly<K['state']>;
  /** The moment or the place of the last event of a kind: a page that was made before the next is out of date. */
  readonly lastOf: (event: K['event']) => string | number | undefined;
  readonly account: Account;
  readonly accounts: Accounts;
} & K['more'];

export interface ActOption {
  readonly value: string;
  readonly label: string;
}

/** A field of the form of an act; its label and hint stand with the words, by its name. */
export type ActField<K extends ActKind> =
  | {
      readonly kind: 'select' | 'many';
      readonly name: K['field'];
      readonly options: (asking: Asking<K>) => readonly ActOption[];
      /** What leaving it out means, as the first of the answers. */
      readonly all?: (asking: Asking<K>) => string;
    }
  | {
      readonly kind: 'choice';
      readonly name: K['field'];
      readonly options: (asking: Asking<K>) => readonly ActOption[];
    }
  | {
      readonly kind: 'text';
      readonly name: K['field'];
      readonly most: number;
      readonly lines: 'one' | 'many';
      /** May be left out; or must be there only with something else, which its hint says. */
      readonly optional?: true | 'depends';
    }
  /** A date, a whole number of people or things, or a percentage of 0 to 100. */
  | { readonly kind: 'date' | 'count' | 'percentage'; readonly name: K['field']; readonly optional?: true | 'depends' };

/** What was filled in: every value is one of the answers, or a text that may be. */
export interface Values<K extends ActKind> {
  readonly one: (name: K['field']) => string;
  readonly many: (name: K['field']) => readonly string[];
  /** Undefined where it was left out. */
  readonly given: (name: K['field']) => string | undefined;
}

/** Something that can be done with a form of a few fields: an event that is said as it is, with its reason. */
export interface Act<K extends ActKind> {
  readonly group: K['group'];
  /** The event that it is about: who may cause that now may do this. */
  readonly event: K['event'];
  readonly fields: readonly ActField<K>[];
  /** Whether there is anything to do it to. */
  readonly offered: (asking: Asking<K>) => boolean;
  /** Where what the rules refuse stands in this form, where a field of it has another name. */
  readonly fieldOf?: Readonly<Record<string, K['field']>>;
  /** What is wrong with fields together, where each is right alone. */
  readonly faults?: (values: Values<K>, asking: Asking<K>) => readonly FieldProblem[];
  readonly events: (values: Values<K>, asking: Asking<K>) => readonly K['said'][];
  /** Of one that cannot be undone at once: what is read and agreed to before it is done. */
  readonly confirmation?: {
    readonly text: K['text'];
    /** Beside what was filled in. */
    readonly facts?: (asking: Asking<K>, values: Values<K>) => readonly Fact[];
    /** What makes the page out of date when it changes. */
    readonly basis?: (state: Readonly<K['state']>) => Confirmation['basis'];
  };
}

export const isOffered = <K extends ActKind>(
  { fields, offered }: Pick<Act<K>, 'fields' | 'offered'>,
  asking: Asking<K>,
): boolean =>
  offered(asking) &&
  fields.every(
    (field) =>
      (field.kind !== 'select' && field.kind !== 'many') || field.all !== undefined || field.options(asking).length > 0,
  );
