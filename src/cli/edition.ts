import { join } from 'node:path';
import { namedIn } from '../actions/export-dossier.ts';
import { KINDS, kindOf } from '../actions/kinds.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { type Edition, READERS_OF_EDITIONS } from '../domain/disclosure/edition.ts';
import { DomainError } from '../domain/errors.ts';
import { readDossierFile, writeDossierFile } from '../exchange/dossier-file.ts';
import type { Command } from './command.ts';
import { onlyFile, readFile } from './files.ts';

/** `gunwijzer edition FILE --for committee|bidder|public [--bid ID]`: withholds of a whole dossier what such a reader may not see. */
export const run: Command = async ({ arguments: files, options }) => {
  const file = readFile(onlyFile(files, 'edition BESTAND --for LEZER'));
  const edition = asked(options.for, options.bid);
  const whole = readDossierFile(file);
  const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
  const logged = KINDS[kindOf(whole.dossier)].edit(whole, whole.logged(), ruleSets)(edition);
  const named = namedIn(edition, logged);
  const people = whole.people.filter(({ id }) => named.has(id));
  process.stdout.write(writeDossierFile(whole.dossier, edition, people, logged, whole.head));
  return 0;
};

/** @throws DomainError `no-such-edition`, `unknown-bid` */
function asked(reader: string | undefined, bid: string | undefined): Edition {
  const of = READERS_OF_EDITIONS.find((one) => one === reader);
  if (of === undefined || of === 'whole') throw new DomainError('no-such-edition', { edition: reader ?? '' });
  if (of !== 'bidder') return { of };
  if (bid === undefined) throw new DomainError('unknown-bid', { bid: '' });
  return { of, bid };
}
