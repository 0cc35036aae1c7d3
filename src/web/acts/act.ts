import type { Account, Accounts } from '../../actions/accounts.ts';
import type { Names } from '../../domain/rules/names.ts';
import type { NewTenderEvent, TenderEventType } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Fact } from '../../explanation/blocks.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Confirmation } from '../confirm/confirmation.ts';

/** What an act is asked with: the tender as it stands, and who asks. */
export interface Asking {
  readonly m: Messages;
  readonly state: Readonly<TenderState>;
  readonly account: Account;
  readonly accounts: Accounts;
  readonly names: Names;
}

export interface ActOption {
  readonly value: string;
  readonly label: string;
}

/** A field of the form of an act; its label and hint stand with the messages, by its name. */
export type ActField =
  | {
      readonly kind: 'select' | 'many';
      readonly name: FieldName;
      readonly options: (asking: Asking) => readonly ActOption[];
      /** What leaving it out means, as the first of the answers. */
      readonly all?: (asking: Asking) => string;
    }
  | { readonly kind: 'choice'; readonly name: FieldName; readonly options: (asking: Asking) => readonly ActOption[] }
  | { readonly kind: 'text'; readonly name: FieldName; readonly most: number; readonly lines: 'one' | 'many' }
  | { readonly kind: 'date'; readonly name: FieldName };

export type FieldName = keyof Messages['acts']['fields'];

/** What was filled in: every value is one of the answers, or a text that may be. */
export interface Values {
  readonly one: (name: FieldName) => string;
  readonly many: (name: FieldName) => readonly string[];
  /** Undefined where it was left out. */
  readonly given: (name: FieldName) => string | undefined;
}

/** Under which heading an act is offered. */
export const ACT_GROUPS = ['bids', 'people', 'assessment', 'prices', 'lots', 'tender'] as const;
export type ActGroup = (typeof ACT_GROUPS)[number];

/** Something that can be done with a form of a few fields: an event that is said as it is, with its reason. */
export interface Act {
  readonly group: ActGroup;
  /** The event that it is about: who may cause that now may do this. */
  readonly event: TenderEventType;
  readonly fields: readonly ActField[];
  /** Whether there is anything to do it to. */
  readonly offered: (asking: Asking) => boolean;
  readonly events: (values: Values, asking: Asking) => readonly NewTenderEvent[];
  /** Of one that cannot be undone at once: what is read and agreed to before it is done. */
  readonly confirmation?: {
    readonly text: keyof Messages['confirm']['acts'];
    /** Beside what was filled in. */
    readonly facts?: (asking: Asking, values: Values) => readonly Fact[];
    /** Beside the last event of its kind. */
    readonly basis?: (state: Readonly<TenderState>) => Confirmation['basis'];
  };
}

export const isOffered = ({ fields, offered }: Act, asking: Asking): boolean =>
  offered(asking) &&
  fields.every(
    (field) =>
      (field.kind !== 'select' && field.kind !== 'many') || field.all !== undefined || field.options(asking).length > 0,
  );
