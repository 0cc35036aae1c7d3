import type { Fault } from '../domain/errors.ts';
import { fault, type Path } from '../domain/faults.ts';
import { idOf, idsFor, plainName } from '../domain/ids.ts';
import type { BilingualText } from '../domain/text.ts';
import type { FileNumber, FileText } from './tender-file-shape.ts';

/** A text of a file in both languages: one that is given in one language is that in both. */
export function inBoth(text: FileText): BilingualText {
  if (typeof text === 'string') return { nl: text, en: text };
  if (!('nl' in text)) return { nl: text.en, en: text.en };
  return { nl: text.nl, en: text.en ?? text.nl };
}

/** A number of a file as decimal text. */
export const inText = (number: FileNumber): string => String(number);

/** Things of a file that have ids and names: made where they are left out, found by either. */
export interface Named {
  /** In the order of the list. */
  readonly ids: readonly string[];
  /** The id that is meant; undefined for a name that is not known, or that two of them have. */
  readonly find: (ref: string) => string | undefined;
  /** Whether two of them have this name, so that it means neither. */
  readonly isTwice: (ref: string) => boolean;
  readonly names: readonly string[];
}

/** @param fallback for a name without letters and digits */
export function named(
  list: readonly { readonly id?: string | undefined; readonly name: FileText }[],
  fallback: string,
): Named {
  const texts = list.map(({ name }) => inBoth(name));
  const ids = idsFor(
    list.map(({ id }, place) => ({ id, names: [plainName(texts[place]!.nl), plainName(texts[place]!.en)] })),
    fallback,
  );
  const byName = new Map<string, string | null>();
  texts.forEach((text, place) => {
    for (const name of new Set([plainName(text.nl), plainName(text.en)])) {
      // A name that two of them have means neither.
      byName.set(name, byName.has(name) ? null : ids[place]!);
    }
  });
  const nameless = (place: number): boolean => byName.get(plainName(texts[place]!.nl)) === null;
  // An id that was made for one of two with the same name is not written anywhere: nobody can mean it.
  const byId = new Set(ids.filter((_, place) => list[place]!.id !== undefined || !nameless(place)));
  // Files refer to few names very often.
  const asked = new Map<string, string | undefined>();
  return {
    ids,
    find: (ref) => {
      if (byId.has(ref)) return ref;
      if (!asked.has(ref)) asked.set(ref, byName.get(plainName(ref)) ?? undefined);
      return asked.get(ref);
    },
    isTwice: (ref) => !byId.has(ref) && byName.get(plainName(ref)) === null,
    names: texts.map(({ nl }) => nl),
  };
}

/** Everything that is wrong in a file besides its shape, as it is found. */
export interface Found {
  readonly faults: Fault[];
  /** The id that is meant; of a name that is not known one that could be meant, and the fault is noted. */
  readonly refer: (to: Named, ref: string, path: Path) => string;
}

export function finding(): Found {
  const faults: Fault[] = [];
  return {
    faults,
    refer: (to, ref, path) => {
      const id = to.find(ref);
      if (id !== undefined) return id;
      if (to.isTwice(ref)) {
        faults.push(fault('name-twice', path, { name: ref }, { kind: 'rename' }));
        return idOf('', ref, 'unknown');
      }
      const mends =
        to.names.length > 0 ? ({ kind: 'one-of', values: [...to.names] } as const) : ({ kind: 'remove' } as const);
      faults.push(fault('unknown-name', path, { name: ref }, mends));
      return idOf('', ref, 'unknown');
    },
  };
}

/** Without the keys that have no value: a field that is left out is not there. */
export const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
