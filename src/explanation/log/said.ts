import type { Messages } from '../../messages/messages.ts';

/** One thing that an event says: what it is about, what it is, and what it was where something was there before. */
export interface Said {
  readonly what: string;
  readonly is: string;
  readonly was?: string | undefined;
}

/** One thing that an event says; none for what it does not say. */
export const said = (what: string, is: string | null | undefined, was?: string | null): Said[] =>
  is === null || is === undefined ? [] : [{ what, is, was: was ?? undefined }];

/** "Team: van “Noord” naar “Zuid”." */
export function saidInWords(m: Messages, { what, is, was }: Said): string {
  const t = m.logFacts;
  if (was === undefined) return t.is(what, is);
  return was === is ? t.unchanged(what, is) : t.changed(what, was, is);
}

/** Facts by what they are called. */
export type Facts = ReadonlyMap<string, string>;

/** Everything that was recorded for the first time; or only what differs from what was, with "nothing" for what is not there. */
export function changes(m: Messages, is: Facts, was: Facts | undefined): Said[] {
  if (!was) return [...is].map(([what, value]) => ({ what, is: value }));
  const nothing = m.logFacts.nothing;
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((what) => {
    const [before, now] = [was.get(what) ?? nothing, is.get(what) ?? nothing];
    return before === now ? [] : [{ what, is: now, was: before }];
  });
}
