import { join } from 'node:path';
import { type InstallationProof, proveInstallation } from '../actions/prove-installation.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { readRegister } from '../exchange/register-file.ts';
import { describeError, type Messages } from '../messages/messages.ts';
import { openToRead } from '../storage/database.ts';
import type { Command } from './command.ts';
import { readFile } from './files.ts';

/**
 * Proves everything in a database: the register, every dossier, and the passwords; while a server works with it or not.
 * @param file the database
 * @returns 1 when something is wrong
 */
export function verifyDatabase({ options, messages: m }: Parameters<Command>[0], file: string): number {
  const entries = options.register === undefined ? [] : readRegister(readFile(options.register));
  const storage = openToRead(file);
  try {
    const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
    const proof = proveInstallation({ storage, ruleSets }, { entries, head: options.head ?? null });
    if (options.json) console.log(JSON.stringify(proof, null, 2));
    else print(m, proof, options.register !== undefined || options.head !== undefined);
    return proof.findings.length === 0 ? 0 : 1;
  } finally {
    storage.close();
  }
}

function print(
  m: Messages,
  { register, dossiers, passwords, documents, findings }: InstallationProof,
  hasWitness: boolean,
): void {
  const t = m.register;
  for (const { dossier, code, details } of findings) {
    console.log(`${m.cli.error}: ${dossier ?? t.overAll}: ${describeError(m, new DomainError(code, details))}`);
  }
  for (const { dossier, events, outcome, rules } of dossiers) {
    console.log(`${dossier}: ${m.cli.dossierInOrder(events, m.cli.outcomes[outcome])}`);
    if (rules === 'name-of-published') console.log(`  ${m.reRun.rulesStanding[rules]}`);
  }
  console.log(t.checkedRegister(register.length));
  console.log(`${t.head}: ${register.head}`);
  console.log(t.checkedPasswords(passwords.bound, passwords.unbound));
  if (documents > 0) console.log(m.documents.checked(documents));
  console.log(findings.length === 0 ? m.cli.databaseInOrder : m.cli.databaseNotInOrder);
  console.log(t.notProven);
  console.log(`- ${t.notProvenNames}`);
  if (!hasWitness) console.log(`- ${t.notProvenEnd}`);
}
