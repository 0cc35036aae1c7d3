import { z } from 'zod';
import { sha256 } from '../../chain/canonical.ts';
import type { Fact } from '../../explanation/blocks.ts';
import { carriedFile, type FormBody, fileText, typed } from '../forms/text.ts';
import { OWN_FIELDS } from '../session.ts';

/** What somebody reads before a step that cannot be undone at once: what is about to happen, from the dossier as it stands now. */
export interface Confirmation {
  readonly title: string;
  readonly yes: string;
  /** Where agreeing is sent to: the address of the step itself. */
  readonly action: string;
  /** What it is about, as it was read and as the dossier stands. */
  readonly facts: readonly Fact[];
  /** What freezes, and who sees what from then on. */
  readonly consequences: readonly string[];
  /** What undoes it, or that nothing does. */
  readonly undo: string;
  /**
   * What makes the page out of date when it changes, beside the facts: moments, numbers, ids. It is hashed into the page, so nothing that
   * who reads it may not see.
   */
  readonly basis: readonly (string | number | null | undefined)[];
}

/** A form that is carried along: its fields, with its files packed. */
export type Carried = readonly (readonly [name: string, value: string])[];

const CONFIRMED = 'confirmed';
const SHOWN = 'shown';
const INTENT = 'intent';
const BACK = 'back';
/** What the page of a confirmation adds to a form. */
const ADDED = [CONFIRMED, SHOWN, INTENT, ...OWN_FIELDS];

/** The fields of a form that go along with its confirmation. @param files the names of its fields for files */
export function carriedFields(body: FormBody, files: readonly string[] = []): Carried {
  const isFile = (name: string): boolean => files.some((file) => name === file || name === `${file}-packed`);
  const fields = Object.entries(body)
    .filter(([name]) => !ADDED.includes(name) && !isFile(name))
    .flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
    );
  const packed = files.flatMap((name) => {
    const text = fileText(body, name);
    return text === '' ? [] : [carriedFile(name, text)];
  });
  return [...fields, ...packed.map(({ name, value }) => [name, value] as const)];
}

/** Whether this form agrees to exactly this: what was read is what is done. Without a page that was read nothing is agreed to. */
export const isAgreed = (body: FormBody, confirmation: Confirmation, carried: Carried = []): boolean =>
  typed(body, INTENT) !== BACK && typed(body, CONFIRMED) === printOf(confirmation, carried);

/** Whether who read it wants to go on with the form instead. */
export const goesBack = (body: FormBody): boolean => typed(body, INTENT) === BACK && typed(body, CONFIRMED) !== '';

export const BACK_BUTTON = { name: INTENT, value: BACK } as const;

/** The hidden fields with which a page is agreed to. */
export const agreeing = (confirmation: Confirmation, carried: Carried): { name: string; value: string }[] => [
  ...carried.map(([name, value]) => ({ name, value })),
  { name: CONFIRMED, value: printOf(confirmation, carried) },
  { name: SHOWN, value: JSON.stringify(confirmation.facts.map(({ term, value }) => [term, value])) },
];

export interface Change {
  readonly term: string;
  /** Null for what was not there. */
  readonly was: string | null;
  /** Null for what is there no more. */
  readonly now: string | null;
}

/** What differs from the page that was agreed to; undefined where no page was, empty where it is nothing that stands on the page. */
export function changesSince(body: FormBody, { facts }: Confirmation): readonly Change[] | undefined {
  if (typed(body, CONFIRMED) === '') return undefined;
  const before = new Map(shownIn(body));
  const after = new Map(facts.map(({ term, value }) => [term, value]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((term) => ({ term, was: before.get(term) ?? null, now: after.get(term) ?? null }))
    .filter(({ was, now }) => was !== now);
}

const pairs = z.array(z.tuple([z.string(), z.string()]));

function shownIn(body: FormBody): readonly (readonly [string, string])[] {
  try {
    return pairs.parse(JSON.parse(typed(body, SHOWN)));
  } catch {
    return [];
  }
}

/** Stands for everything that is agreed to. */
const printOf = ({ action, facts, consequences, basis }: Confirmation, carried: Carried): string =>
  sha256(
    JSON.stringify([
      action,
      facts.map(({ term, value }) => [term, value]),
      consequences,
      basis.map((one) => one ?? null),
      // Browsers write the ends of lines in their own way.
      carried.map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]),
    ]),
  );
