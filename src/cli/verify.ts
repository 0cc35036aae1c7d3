import { join } from 'node:path';
import { KINDS, kindOf } from '../actions/kinds.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { readDossierFile } from '../exchange/dossier-file.ts';
import { eventName } from '../explanation/event-names.ts';
import { provenInWords } from '../explanation/verdict.ts';
import type { Messages } from '../messages/messages.ts';
import type { Command } from './command.ts';
import { isDatabase, onlyFile, readFile } from './files.ts';
import { verifyDatabase } from './verify-database.ts';

/**
 * `gunwijzer verify FILE [--head HASH]`, and of a whole database with `[--register FILE]`: proves that an exported dossier is what was recorded, that every event was allowed,
 * and that the stored outcome follows from the stored inputs, as far as the edition discloses them.
 */
export const run: Command = async (call) => {
  const { arguments: files, options, messages: m } = call;
  const file = onlyFile(files, 'verify BESTAND');
  if (isDatabase(file)) return verifyDatabase(call, file);
  if (options.register !== undefined) throw new DomainError('unknown-option', { option: '--register' });
  const read = readDossierFile(readFile(file));
  const { dossier, edition, events, head } = read;
  if (options.head !== undefined && options.head !== head) {
    throw new DomainError('head-differs', { found: head, expected: options.head });
  }
  const verdict = KINDS[kindOf(dossier)].verify(read, loadRuleSets(join(projectRoot(), 'criteria')));
  if (verdict.outcome === 'different') throw new DomainError('outcome-differs');
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
