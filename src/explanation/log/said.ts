import type { Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import { type Prose, withTyped } from '../blocks.ts';

/** One thing that an event says: what it is about, what it is, and what it was where something was there before. */
export interface Said {
  readonly what: string;
  readonly is: Words;
  readonly was?: Words | undefined;
}

/** What stands in the log in the language of who reads it; or what somebody typed, in the language of the dossier. */
export type Words = string | Typed;

interface Typed {
  /** In quotation marks. */
  readonly typed: string;
}

/** What somebody typed, as it is quoted. */
export const typed = (text: string): Typed => ({ typed: quote(text) });

/** One thing that an event says; none for what it does not say. */
export const said = (what: string, is: Words | null | undefined, was?: Words | null): Said[] =>
  is === null || is === undefined ? [] : [{ what, is, was: was ?? undefined }];

const textOf = (words: Words): string => (typeof words === 'string' ? words : words.typed);

/** "Team: van “Noord” naar “Zuid”." */
export function saidInWords(m: Messages, { what, is, was }: Said): Prose {
  const t = m.logFacts;
  const texts = [was, is].flatMap((one) => (one === undefined || typeof one === 'string' ? [] : [one.typed]));
  if (was === undefined) return withTyped(m, t.is(what, textOf(is)), ...texts);
  return textOf(was) === textOf(is)
    ? withTyped(m, t.unchanged(what, textOf(is)), ...texts.slice(1))
    : withTyped(m, t.changed(what, textOf(was), textOf(is)), ...texts);
}

/** Facts by what they are called. */
export type Facts = ReadonlyMap<string, Words>;

/** Everything that was recorded for the first time; or only what differs from what was, with "nothing" for what is not there. */
export function changes(m: Messages, is: Facts, was: Facts | undefined): Said[] {
  if (!was) return [...is].map(([what, value]) => ({ what, is: value }));
  const nothing = m.logFacts.nothing;
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((what) => {
    const [before, now] = [was.get(what) ?? nothing, is.get(what) ?? nothing];
    return textOf(before) === textOf(now) ? [] : [{ what, is: now, was: before }];
  });
}
