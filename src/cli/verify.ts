import { join } from 'node:path';
import { KINDS, kindOf } from '../actions/kinds.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { readDossierFile } from '../exchange/dossier-file.ts';
import type { Command } from './command.ts';
import { onlyFile, readFile } from './files.ts';

/**
 * `gunwijzer verify FILE [--head HASH]`: proves that an exported dossier is whole, that every event was allowed,
 * and that the stored outcome follows from the stored inputs.
 */
export const run: Command = async ({ arguments: files, options, messages: m }) => {
  const file = onlyFile(files, 'verify BESTAND');
  const { dossier, events, head } = readDossierFile(readFile(file));
  if (options.head !== undefined && options.head !== head) {
    throw new DomainError('head-differs', { found: head, expected: options.head });
  }
  const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
  const { admissions, engine, identical } = KINDS[kindOf(dossier)].audit(dossier, events, ruleSets);
  if (identical === false) throw new DomainError('outcome-differs');
  if (options.json) {
    const verdict = identical === null ? 'no-outcome' : 'confirmed';
    console.log(JSON.stringify({ dossier, events: events.length, head, admissions, engine, verdict }, null, 2));
    return 0;
  }
  console.log(m.cli.verified(events.length));
  console.log(m.reRun.admissions(admissions));
  if (engine !== null) console.log(m.reRun.engine(engine));
  console.log(`${m.cli.headLabel} ${head}`);
  if (options.head === undefined) console.log(m.cli.headNotCompared);
  console.log(identical === null ? m.reRun.verdict.none : m.reRun.verdict.confirmed);
  return 0;
};
