import { join } from 'node:path';
import { publishOcdsFile } from '../actions/publish-ocds.ts';
import { projectRoot, readConfig } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { readDossierFile } from '../exchange/dossier-file.ts';
import { authorityOf } from '../reports/house-style.ts';
import type { Command } from './command.ts';
import { onlyFile, readFile } from './files.ts';

/** `gunwijzer ocds FILE [--scores]`: a whole dossier of a tender as an OCDS 1.1 release package. */
export const run: Command = async ({ arguments: files, options }) => {
  const read = readDossierFile(readFile(onlyFile(files, 'ocds BESTAND')));
  const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
  process.stdout.write(publishOcdsFile(read, ruleSets, authorityOf(readConfig()).publisher, options.scores === true));
  return 0;
};
