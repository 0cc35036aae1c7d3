import { unzipSync } from 'fflate';
import { saltedIn, withoutSalted } from './dossiers.ts';
import type { Installation } from './installation.ts';
import { pathsOf } from './secret-tender.ts';

/** What installations answer, to be held against each other byte by byte: for the tests of who sees what. */

type Answer = Awaited<ReturnType<Installation['get']>>;

/** A workbook is compared by what is in it: packed, nothing in it could be recognised. */
const readable = (text: string, bytes: Uint8Array): string =>
  text.startsWith('PK') && text.includes('xl/workbook.xml')
    ? Object.entries(unzipSync(Uint8Array.from(bytes)))
        .map(([name, part]) => `${name} ${Buffer.from(part).toString('utf8')}`)
        .join('\n')
    : text;

/** What is compared of an answer: everything but tokens. */
export const told = ({ status, location, headers, text, bytes }: Answer): string =>
  `${status} ${location} ${headers.get('content-type')} ${readable(text, bytes).replace(/(name="_csrf" value="|data-csrf=")[^"]*/g, '$1#')}`;

/** Pages that know no dossier: they are the same for every installation, and no test of what is seen. */
export const OF_NO_DOSSIER =
  /^\/(accessibility|contract-models|contract-rules|demand-led-instruments|examples|functional-model|law|matrices|neighbourhood-teams|rehearsal|schemas)\b/;

/** A report is named after the hash of its log. */
const NAMED_AFTER_LOG = /"contentHash":"[0-9a-f]*"/;

/**
 * What somebody gets on every page. No two logs have the same hashes: each part of an event is committed to under a salt of its own, so that
 * a hash tells nothing of what is withheld. Those are left out; every other hash is of what stands beside it, and is compared.
 * @param more addresses besides those that are declared
 * @param asks whether a page is asked for, by who may use it
 */
export async function answersOf(
  installation: Installation,
  person: string,
  more: readonly string[] = [],
  asks: (access: ReturnType<typeof pathsOf>[number]['access'], path: string) => boolean = () => true,
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const salted = saltedIn(installation.services.storage);
  for (const path of [
    ...pathsOf(installation)
      .filter(({ access, path }) => asks(access, path))
      .map((one) => one.path),
    ...more,
  ]) {
    if (OF_NO_DOSSIER.test(path)) continue;
    const answer = withoutSalted(told(await installation.get(person, path)), salted);
    answers.set(path, path.endsWith('.pdf') ? answer.replace(NAMED_AFTER_LOG, '') : answer);
  }
  return answers;
}

/** The pages on which two sets of answers differ, with the first words that do. */
export const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one].flatMap(([path, text]) => {
    const against = other.get(path) ?? '';
    if (text === against) return [];
    const at = [...text].findIndex((character, index) => character !== against[index]);
    return [`${path}: ${text.slice(Math.max(0, at - 40), at + 40)} | ${against.slice(Math.max(0, at - 40), at + 40)}`];
  });
