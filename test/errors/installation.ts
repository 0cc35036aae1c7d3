import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createAccounts } from '../../src/actions/accounts.ts';
import { appointAssessor } from '../../src/actions/appoint-assessor.ts';
import { createDrafts, DRAFTS } from '../../src/actions/drafts.ts';
import { nameAuditor } from '../../src/actions/name-auditor.ts';
import { openTender } from '../../src/actions/open-tender.ts';
import { proveInstallation, type Witness } from '../../src/actions/prove-installation.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { run as user } from '../../src/cli/user.ts';
import { projectRoot, readConfig } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import { type AccountEventType, noAccounts, standAnew } from '../../src/domain/accounts/accounts.ts';
import { type AccountsShape, admitAccountEvent } from '../../src/domain/accounts/procedure.ts';
import type { EventOf } from '../../src/domain/admission/procedure.ts';
import { DomainError, type ErrorCode } from '../../src/domain/errors.ts';
import { INSTALLATION } from '../../src/domain/roles.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { startServer } from '../../src/server.ts';
import { openServices } from '../../src/services.ts';
import { openStorage, openToRead } from '../../src/storage/database.ts';
import { createFairQueue } from '../../src/threads/fair-queue.ts';
import type { Job } from '../../src/threads/threads.ts';
import { addWithPassword, HERE } from '../support/accounts.ts';
import { testConfig } from '../support/config.ts';
import { appendAll, writeOldDatabase } from '../support/dossiers.ts';
import { inFolder } from '../support/folder.ts';
import { startTestServer } from '../support/http.ts';
import { smallRules } from '../support/tender.ts';
import { sampleThreads } from '../support/threads.ts';
import type { OtherWays, Provocations } from './provocation.ts';

const clock = (): Date => new Date('2026-11-02T09:00:00Z');
const PASSWORD = 'een lang wachtwoord';
const person = (id: string, role: 'administrator' | 'assessor') => ({
  id,
  name: 'Anna de Vries',
  roles: [role],
});

/** An installation with Anna, its administrator, and Ben, an assessor; and what is then done. */
const kept = (work: (accounts: ReturnType<typeof createAccounts>) => unknown) => async (): Promise<void> => {
  const accounts = createAccounts(openStorage(':memory:'), clock);
  accounts.add(INSTALLATION, person('anna', 'administrator'));
  accounts.add('anna', person('ben', 'assessor'));
  await work(accounts);
};
/** Keeps drafts for Anna. */
const drafting = (work: (drafts: ReturnType<typeof createDrafts>) => unknown) => (): void => {
  const storage = openStorage(':memory:');
  createAccounts(storage, clock).add(INSTALLATION, person('anna', 'administrator'));
  work(createDrafts(storage, clock));
};
/** Sets a first password. */
const setting = (password: string) =>
  kept((accounts) => accounts.setPassword(accounts.makeLink('anna', 'ben').token, password, HERE));
/** Lets somebody take part in a tender; there are no assessors and no auditors here. */
const appoint = async (whom: string, how = appointAssessor): Promise<void> => {
  const storage = openStorage(':memory:');
  const accounts = createAccounts(storage, clock);
  accounts.add(INSTALLATION, person('anna', 'administrator'));
  const tenders = createTenders(storage, clock);
  const dossier = openTender(tenders, 'chair', 'Proef', { rules: smallRules({}), sha256: '0'.repeat(64) });
  how({ accounts, tenders }, dossier, 'chair', whom);
};
/** A database after somebody changed the list of steps that were applied to it. */
const migrated = (sql: string) => () =>
  inFolder((folder) => {
    const file = join(folder, 'gunwijzer.sqlite');
    openStorage(file).close();
    const database = new Database(file);
    database.exec(sql);
    database.close();
    openStorage(file);
  });

/** What is found wrong in a database after somebody changed it, as a person who verifies it is told. */
const proven = (code: ErrorCode, sql: string, witness?: Witness) => (): Promise<void> =>
  inFolder(async (folder) => {
    const file = join(folder, 'gunwijzer.sqlite');
    const storage = openStorage(file);
    const accounts = createAccounts(storage, clock);
    await addWithPassword(accounts, INSTALLATION, person('anna', 'administrator'), PASSWORD);
    openTender(createTenders(storage, clock), 'chair', 'Proef', { rules: smallRules({}), sha256: '0'.repeat(64) });
    storage.close();
    const database = new Database(file);
    database.exec('DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_removed');
    database.exec(sql);
    database.close();
    const read = openToRead(file);
    const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
    const { findings } = proveInstallation({ storage: read, ruleSets }, witness);
    read.close();
    for (const found of findings) if (found.code === code) throw new DomainError(found.code, found.details);
  });

/** The record with Ben as an assessor, of the time of some version of the procedure, and what is then to happen. */
const recorded = <T extends AccountEventType>(actor: string, event: EventOf<AccountsShape, T>) => {
  const state = noAccounts('accounts');
  standAnew(state.accounts, { type: 'account-added', payload: { account: 'ben', role: 'assessor', demo: false } });
  admitAccountEvent(state, actor, event);
};

/** A server with this house style. */
const styled = (text: string) => (): Promise<void> =>
  inFolder((folder) => {
    const file = join(folder, 'stijl.json');
    writeFileSync(file, text);
    openServices({ ...testConfig(':memory:'), houseStyle: file });
  });

/** Work in a thread of its own, and what is done meanwhile. */
const inThread = async (
  task: object,
  deadlineSeconds: number,
  meanwhile: (job: Job<unknown, unknown>) => void = () => {},
): Promise<void> => {
  const threads = sampleThreads(deadlineSeconds, 64);
  try {
    const job = threads.start('anna', task);
    meanwhile(job);
    await job.result;
  } finally {
    await threads.close();
  }
};

export const installation = {
  'draft-too-long': drafting((drafts) => drafts.save('anna', 'stuk', 0, { tekst: 'a'.repeat(DRAFTS.characters) })),
  'too-many-drafts': drafting((drafts) => {
    const all = Array.from({ length: DRAFTS.perAccount + 1 }, (_, number) => `stuk-${number}`);
    drafts.saveAll(
      'anna',
      all.map((about) => ({ about, base: 0, fields: { tekst: 'a' } })),
    );
  }),
  'account-exists': kept((accounts) => accounts.add('anna', person('ben', 'assessor'))),
  'password-too-short': setting('kort'),
  'password-too-long': setting('x'.repeat(129)),
  'password-often-used': setting('password1234'),
  'password-is-name': setting('anna-de-vries-1990'),
  'password-is-demo': setting('gunwijzer-demo'),
  'password-link-gone': kept((accounts) => accounts.setPassword('weg', PASSWORD, HERE)),
  'password-wrong': kept(async (accounts) => {
    await accounts.setPassword(accounts.makeLink('anna', 'ben').token, PASSWORD, HERE);
    await accounts.changePassword('ben', '', { present: 'iets anders', next: PASSWORD }, HERE);
  }),
  'not-your-account': () => {
    const state = noAccounts('accounts');
    admitAccountEvent(state, 'ben', { type: 'password-set', payload: { account: 'ben' } });
  },
  'not-the-installation': () => recorded('ben', { type: 'log-format-changed', payload: { format: 2 } }),
  'password-not-committed': () => recorded('ben', { type: 'password-set', payload: { account: 'ben' } }),
  'account-is-open': kept((accounts) => accounts.reopen('anna', 'ben')),
  'accounts-damaged': () => {
    const storage = openStorage(':memory:');
    appendAll(storage, 'accounts', INSTALLATION, clock().toISOString(), [{ type: 'account-forgotten', payload: {} }]);
    createAccounts(storage, clock).list();
    createAccounts(storage, clock).find('anna');
  },
  'not-an-administrator': kept((accounts) => accounts.close('ben', 'anna')),
  'last-administrator': kept((accounts) => accounts.close('anna', 'anna')),
  'unknown-account': kept((accounts) => accounts.close('anna', 'niemand')),
  'account-closed': kept((accounts) => {
    accounts.close('anna', 'ben');
    accounts.changeRoles('anna', 'ben', ['auditor']);
  }),
  'role-missing': kept((accounts) => accounts.changeRoles('anna', 'ben', [])),
  'roles-apart': kept((accounts) => accounts.changeRoles('anna', 'ben', ['committee-member', 'auditor'])),
  'not-an-assessor-account': () => appoint('anna'),
  'not-an-auditor-account': () => appoint('anna', nameAuditor),
  'unknown-role': () => user({ arguments: ['add', 'cas'], options: { role: ['chair'] }, messages: messagesIn('nl') }),
  'unknown-dossier': () => createTenders(openStorage(':memory:'), clock).get('tender-weg-1'),
  'setting-invalid': () => readConfig({ PORT: 'drieduizend' }),
  'migration-changed': migrated(`UPDATE migrations SET sha256 = '${'0'.repeat(64)}'`),
  'migration-unknown': migrated(`INSERT INTO migrations VALUES ('9999-later.sql', '${'0'.repeat(64)}', '2030-01-01')`),
  'register-broken': proven('register-broken', `UPDATE events SET register = '${'0'.repeat(64)}' WHERE position = 2`),
  'register-differs': proven('register-differs', '', { entries: ['0'.repeat(64)], head: null }),
  'password-differs': proven('password-differs', "UPDATE passwords SET hash = 'een andere hash'"),
  'account-not-on-record': proven('account-not-on-record', "INSERT INTO accounts VALUES ('dirk', 'Dirk')"),
  'account-missing': proven('account-missing', 'PRAGMA foreign_keys = OFF; DELETE FROM accounts'),
  'schema-differs': proven('schema-differs', 'CREATE TABLE notes (text TEXT)'),
  'list-differs': proven('list-differs', "UPDATE listed_dossiers SET title = 'Anders'"),
  'database-unreadable': () =>
    inFolder((folder) => {
      const file = join(folder, 'half.sqlite');
      writeFileSync(file, `SQLite format 3\0${'x'.repeat(5000)}`);
      openToRead(file);
    }),
  'not-our-database': () =>
    inFolder((folder) => {
      const file = join(folder, 'other.sqlite');
      new Database(file).close();
      openToRead(file);
    }),
  'database-older': () =>
    inFolder((folder) => {
      const file = join(folder, 'old.sqlite');
      writeOldDatabase(file, 'accounts', []);
      openToRead(file);
    }),
  'computation-too-long': () => inThread({ forever: true }, 1),
  'computation-too-large': () => inThread({ memory: true }, 60),
  'computation-stopped': () => inThread({ forever: true }, 60, (job) => job.stop()),
  'dossier-moves': async () => {
    const tenders = createTenders(openStorage(':memory:'), clock);
    const dossier = openTender(tenders, 'chair', 'Proef', { rules: smallRules({}), sha256: '0'.repeat(64) });
    let assessor = 0;
    await tenders.executeLong(dossier, 'chair', async () => {
      assessor += 1;
      tenders.execute(dossier, 'chair', { type: 'appoint-assessor', assessor: `assessor-${assessor}` });
      return { type: 'appoint-assessor', assessor: 'somebody-else' };
    });
  },
  'too-busy': async () => {
    const queue = createFairQueue({ atOnce: 1, waitingPerOwner: 1 });
    const never = (): Promise<void> => new Promise(() => {});
    void queue.run('anna', never);
    void queue.run('anna', never);
    await queue.run('anna', never);
  },
  'address-in-use': async () => {
    const server = await startTestServer();
    const { hostname, port } = new URL(server.url);
    try {
      await startServer({ ...testConfig(':memory:'), host: hostname, port: Number(port) });
    } finally {
      await server.close();
    }
  },
  'unknown-option': () => user({ arguments: ['drop', 'ben'], options: {}, messages: messagesIn('nl') }),
} satisfies Provocations;

export const otherInstallations: OtherWays = [
  [
    'password-not-committed',
    () => recorded(INSTALLATION, { type: 'account-added', payload: { account: 'cas', role: 'assessor', demo: true } }),
  ],
  ['register-broken', proven('register-broken', 'DELETE FROM events WHERE position = 2')],
  ['register-broken', proven('register-broken', 'UPDATE events SET seq = 7 WHERE position = 2')],
  ['register-differs', proven('register-differs', '', { entries: Array(9).fill('0'.repeat(64)), head: null })],
  ['head-differs', proven('head-differs', '', { entries: [], head: '0'.repeat(64) })],
  ['password-differs', proven('password-differs', 'DELETE FROM passwords')],
  ['chain-broken', proven('chain-broken', `UPDATE events SET register = '${'0'.repeat(64)}' WHERE position = 2`)],
  ['setting-invalid', () => readConfig({ GUNWIJZER_BEHIND_PROXY: 'soms' })],
  ['setting-invalid', () => readConfig({ PORT: '70000' })],
  ['setting-invalid', () => readConfig({ GUNWIJZER_IDLE_MINUTES: '1' })],
  ['setting-invalid', styled('geen json')],
  ['setting-invalid', styled('{"name":"Gemeente Voorbeeldstad","accent":"#1b4f72","font":"Arial"}')],
  ['setting-invalid', styled('{"name":"Gemeente Voorbeeldstad","accent":"blauw"}')],
  ['setting-invalid', styled('{"name":"Gemeente Voorbeeldstad","accent":"#ffcc00"}')],
  ['setting-invalid', styled('{"name":"Gemeente Voorbeeldstad","accent":"#1b4f72","logo":"stijl.json"}')],
  ['file-unreadable', styled('{"name":"Gemeente Voorbeeldstad","accent":"#1b4f72","logo":"weg.png"}')],
  ['password-often-used', setting('Welkom2027!!!')],
  ['password-is-name', setting('ben123456789')],
  ['setting-invalid', () => readConfig({ HOST: '' })],
  [
    'file-invalid',
    () => user({ arguments: ['add', 'Ben!'], options: { role: ['assessor'] }, messages: messagesIn('nl') }),
  ],
  ['unknown-account', () => appoint('niemand')],
];
