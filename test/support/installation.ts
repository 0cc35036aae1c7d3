import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createContracts } from '../../src/actions/contracts.ts';
import { createDecisions } from '../../src/actions/decisions.ts';
import { createDrafts } from '../../src/actions/drafts.ts';
import { createKeptForms } from '../../src/actions/kept-forms.ts';
import { createPurchasePlans } from '../../src/actions/purchase-plans.ts';
import { createSetUps } from '../../src/actions/set-ups.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { sha256 } from '../../src/chain/canonical.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { Role } from '../../src/domain/roles.ts';
import { INSTALLATION } from '../../src/domain/roles.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import type { Report } from '../../src/reports/report.ts';
import { openStorage, type Storage } from '../../src/storage/database.ts';
import { createApp } from '../../src/web/app.ts';
import { HERE } from './accounts.ts';
import { testConfig } from './config.ts';
import { createAccounts, projectRoot, visitor } from './http.ts';

export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** The clock of a test jumps by hours; that ends no session. */
const IDLE_MINUTES = 600;
/** The cookie of a session. */
const SESSION_COOKIE = 'gunwijzer_session';
/** Rule sets never change. */
const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));

/**
 * The real application on a database of its own, with only these people and a clock that the test sets. A report is answered as what it
 * says, attachments included, before it is drawn: the drawing follows from that alone. Everybody is signed in, without a password: to hash one
 * takes longer than most tests do.
 * @param options `draw` to answer reports as PDF all the same; `now` is when everybody signs in
 */
export async function openInstallation(
  people: readonly Person[],
  { draw = false, now = '2027-03-01T08:00:00.000Z' }: { draw?: boolean; now?: string } = {},
) {
  const storage = openStorage(':memory:');
  const time = { now: new Date(now) };
  const clock = (): Date => time.now;
  const accounts = createAccounts(storage, clock, { idleMinutes: IDLE_MINUTES });
  for (const { id, roles } of people) {
    accounts.add(INSTALLATION, { id, name: `Persoon ${id}`, roles });
  }
  const services = {
    clock,
    config: { ...testConfig(':memory:'), production: true },
    storage,
    accounts,
    keptForms: createKeptForms(storage, clock),
    drafts: createDrafts(storage, clock),
    setUps: createSetUps(storage, clock),
    tenders: createTenders(storage, clock),
    decisions: createDecisions(storage, clock),
    contracts: createContracts(storage, clock),
    plans: createPurchasePlans(storage, clock),
    ruleSets,
    renderer: { render: draw ? renderPdf : async (report: Report) => Buffer.from(said(report)) },
    threads: null,
    prover: null,
    logError: (error: unknown) => {
      throw error;
    },
  };
  const { express, routes } = createApp(services);
  const server = createServer(express);
  // A visitor asks again on a connection that is open: on a busy machine that may be later than the usual five seconds.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visitors = new Map<string, ReturnType<typeof visitor>>();
  const tokens = new Map<string, string>();
  for (const { id } of people) {
    const someone = visitor(url);
    someone.jar.set(SESSION_COOKIE, openSession(storage, id, time.now));
    visitors.set(id, someone);
  }
  /** The token of a form of this person: of the first page that is asked for it. */
  const tokenOf = async (person: string): Promise<string> => {
    const token = tokens.get(person) ?? (await visitors.get(person)!.csrf('/'));
    tokens.set(person, token);
    return token;
  };
  return {
    services,
    url,
    declared: routes.declared,
    /** What the browser of this person keeps, for a real browser at the same server. */
    cookiesOf: (person: string) => [...visitors.get(person)!.jar].map(([name, value]) => ({ name, value, url })),
    get: (person: string, path: string) => visitors.get(person)!.get(path),
    post: async (person: string, path: string, fields: Record<string, string> | [string, string][]) =>
      await visitors.get(person)!.post(path, fields, await tokenOf(person)),
    /** Sends a form that is agreed to on a page first, and agrees there. */
    confirm: async (person: string, path: string, fields: Record<string, string> | [string, string][] = {}) =>
      await visitors.get(person)!.confirm(path, fields, await tokenOf(person)),
    upload: async (
      person: string,
      path: string,
      fields: Readonly<Record<string, string>>,
      file: { readonly name: string; readonly content: Uint8Array } | null,
    ) => await visitors.get(person)!.upload(path, fields, file, await tokenOf(person)),
    now: (): string => time.now.toISOString(),
    at: (moment: string): void => {
      time.now = new Date(moment);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
      storage.close();
    },
  };
}

export type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** A session as signing in opens it. @returns what the browser keeps of it */
function openSession(storage: Storage, account: string, now: Date): string {
  const token = randomBytes(32).toString('base64url');
  const begun = now.toISOString();
  storage.sessions.open(
    {
      tokenSha256: sha256(token),
      id: randomBytes(12).toString('hex'),
      account,
      begunAt: begun,
      seenAt: begun,
      expiresAt: new Date(now.getTime() + IDLE_MINUTES * 60_000).toISOString(),
      endedAt: null,
      toldOfOthers: 0,
      ...HERE,
    },
    begun,
  );
  return token;
}

const said = (report: Report): string =>
  JSON.stringify({
    ...report,
    attachments: report.attachments.map(({ bytes, ...one }) => ({ ...one, text: Buffer.from(bytes).toString('utf8') })),
  });
