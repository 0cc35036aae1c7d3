import { join } from 'node:path';
import { KINDS, kindOf, type Verdict } from '../actions/kinds.ts';
import { requireOrigin } from '../actions/prove-origin.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets, type RuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { type ReadDossier, readDossierFile } from '../exchange/dossier-file.ts';
import { eventName } from '../explanation/event-names.ts';
import { provenInWords } from '../explanation/verdict.ts';
import type { Messages } from '../messages/messages.ts';
import type { Command } from './command.ts';
import { isDatabase, onlyFile, readFile } from './files.ts';
import { verifyDatabase } from './verify-database.ts';

/**
 * `gunwijzer verify FILE [--head HASH] [--follows FILE]...`, and of a whole database with `[--register FILE]`: proves that an exported dossier is what was recorded, that every event was allowed,
 * and that the stored outcome follows from the stored inputs, as far as the edition discloses them.
 */
export const run: Command = async (call) => {
  const { arguments: files, options, messages: m } = call;
  const file = onlyFile(files, 'verify BESTAND');
  if (isDatabase(file)) {
    if (options.follows !== undefined) throw new DomainError('unknown-option', { option: '--follows' });
    return verifyDatabase(call, file);
  }
  if (options.register !== undefined) throw new DomainError('unknown-option', { option: '--register' });
  const read = readDossierFile(readFile(file));
  const { dossier, edition, events, head } = read;
  if (options.head !== undefined && options.head !== head) {
    throw new DomainError('head-differs', { found: head, expected: options.head });
  }
  const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
  const own = soundly(read, ruleSets);
  const verdict = { ...own, follows: lookUp(own.follows, options.follows ?? [], ruleSets) };
  if (options.json) {
    const { outcome, ...proven } = verdict;
    const told = { dossier, edition: edition.of, ...ofBid(edition), events: events.length, head, ...proven };
    console.log(JSON.stringify({ ...told, verdict: outcome === 'none' ? 'no-outcome' : outcome }, null, 2));
    return 0;
  }
  const proven = { ...verdict, events: events.length, edition: edition.of };
  print(
    m,
    provenInWords(m, proven, (type) => eventName(m, type), options.head !== undefined),
    head,
  );
  return 0;
};

/** @throws DomainError `outcome-differs`, and what verifying throws */
function soundly(read: ReadDossier, ruleSets: RuleSets): Verdict {
  const verdict = KINDS[kindOf(read.dossier)].verify(read, ruleSets);
  if (verdict.outcome === 'different') throw new DomainError('outcome-differs');
  return verdict;
}

/**
 * Looks up what a dossier follows from in the files of those dossiers, each verified as well; and what those follow from, in further files.
 * @throws DomainError `follows-another` for a file of a dossier that nothing follows from, `link-broken`
 */
function lookUp(first: Verdict['follows'], files: readonly string[], ruleSets: RuleSets): Verdict['follows'] {
  const links = [...first];
  for (const file of files) {
    const read = readDossierFile(readFile(file));
    const { dossier, events, head } = read;
    if (!links.some((one) => one.dossier === dossier)) throw new DomainError('follows-another', { dossier });
    const log = events.map(({ seq }, place) => ({ seq, hash: events[place + 1]?.previous ?? head }));
    const { follows } = soundly(read, ruleSets);
    for (const [place, link] of links.entries()) {
      if (link.dossier !== dossier) continue;
      requireOrigin(link, log);
      links[place] = { ...link, proven: true };
    }
    links.push(...follows);
  }
  return links;
}

const ofBid = (edition: ReturnType<typeof readDossierFile>['edition']) =>
  edition.of === 'bidder' ? { bid: edition.bid } : {};

function print(
  m: Messages,
  { checks, warnings, notProven, verdict }: ReturnType<typeof provenInWords>,
  head: string,
): void {
  for (const check of checks) console.log(check);
  console.log(`${m.cli.headLabel} ${head}`);
  for (const warning of warnings) console.log(warning);
  console.log(verdict);
  console.log(`${m.reRun.notProven}`);
  for (const one of notProven) console.log(`- ${one}`);
}
