import type { register as nl } from '../nl/register.ts';
import { quote, sentences } from '../sentence.ts';
import { count, format } from './words.ts';

/** The register over all dossiers. */
export const register: typeof nl = {
  title: 'Register',
  lead: 'Every event, of every dossier and of the accounts, is in one register. Whoever takes one away or changes it leaves a gap.',
  length: 'Number of events',
  head: 'Hash of the register',
  verdict: {
    never: 'The whole database is still being checked.',
    failed: 'The whole database could not be checked. The administrator finds the reason in the log of the server.',
    fine: (moment) => `In order: the whole database was checked on ${moment}.`,
    findings: (moment, findings) => `Not in order: ${count(findings, 'fault was', 'faults were')} found on ${moment}.`,
    notHere: 'This server keeps its data in memory and does not check itself.',
  },
  again: 'It is being checked again, because something other than the server itself has written in the database.',
  findings: 'What was found?',
  overAll: 'Over all dossiers',
  toDossier: (dossier) => `Look at ${dossier}`,
  dossiers: {
    title: 'Dossiers',
    lead: 'Every dossier with its last check. Ask for a check whenever you want: it runs in the background, and nobody waits for it.',
    caption: 'Dossiers and their last check',
    dossier: 'Dossier',
    kind: 'Kind',
    events: 'Events',
    state: 'Standing',
    verdict: 'Check',
    verify: 'Check',
    verifyOf: (title) => `Check ${quote(title)}`,
    verifyAll: 'Check all dossiers',
    asked: 'The check was asked for. Reload this page to see what came of it.',
    refresh: 'Reload this page',
    good: 'in order',
    wrong: 'not in order',
    waits: 'being checked',
    never: 'not checked yet',
    confirmed: 'outcome re-run and the same',
    at: (moment) => `on ${moment}`,
    grown: (n) => `up to event ${n}`,
    accounts: 'Accounts',
    log: 'Audit log',
    logOf: (title) => `Audit log of ${quote(title)}`,
    reRun: 'Re-run',
    reRunOf: (title) => `Re-run of ${quote(title)}`,
  },
  checks: 'What was checked?',
  checkedRegister: (events) => `The register, from the first to the last of ${count(events, 'event', 'events')}.`,
  checkedDossiers: (dossiers) =>
    `${count(dossiers, 'dossier', 'dossiers')}: the chain, each part, whether every event was allowed, and the outcome.`,
  checkedPasswords: (bound, unbound) =>
    sentences(
      bound === 0
        ? ''
        : `${count(bound, 'password', 'passwords')}: it is the one that was set according to the audit log.`,
      unbound === 0
        ? ''
        : `Of ${count(unbound, 'password', 'passwords')} the audit log did not record yet which one was set.`,
      bound + unbound === 0 ? 'There are no passwords.' : '',
    ),
  namesOfPublished: (dossiers) =>
    `Note: the rules in ${format.list(dossiers)} carry the name and the version of rules that Gunwijzer knows, but differ from them.`,
  notProven: 'What is not proven?',
  notProvenNames: 'The names of people: they stand outside the register, because a name can be corrected or removed.',
  notProvenEnd:
    'Whether the end of the register was taken away, or all of it was forged and calculated anew. So keep an export elsewhere from time to time.',
  export: 'Keeping it elsewhere',
  exportText:
    'The export is a list of hashes, without what they are of. An earlier export is always the beginning of a later one. Keep one a day, for example, and check in the folder of Gunwijzer:',
  exportLink: 'Export the register',
  closed: 'You take part in a tender that is under way. Until its award is calculated, you cannot see the register.',
  finding: 'The check of the whole database has found something.',
  look: 'Look at the register',
};
