import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDecisions } from '../../src/actions/decisions.ts';
import { createDrafts } from '../../src/actions/drafts.ts';
import { createKeptForms } from '../../src/actions/kept-forms.ts';
import { createTenders } from '../../src/actions/tenders.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { Role } from '../../src/domain/roles.ts';
import { INSTALLATION } from '../../src/domain/roles.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import type { Report } from '../../src/reports/report.ts';
import { openStorage } from '../../src/storage/database.ts';
import { createApp } from '../../src/web/app.ts';
import { addWithPassword } from './accounts.ts';
import { testConfig } from './config.ts';
import { createAccounts, projectRoot, visitor } from './http.ts';

export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** The clock of a test jumps by hours; that ends no session. */
const IDLE_MINUTES = 600;
const PASSWORD = 'een-wachtwoord-voor-de-proef';

/**
 * The real application on a database of its own, with only these people and a clock that the test sets. A report is answered as what it
 * says, attachments included, before it is drawn: the drawing follows from that alone.
 * @param options `draw` to answer reports as PDF all the same
 */
export async function openInstallation(people: readonly Person[], { draw = false }: { draw?: boolean } = {}) {
  const storage = openStorage(':memory:');
  const time = { now: new Date('2027-03-01T08:00:00.000Z') };
  const clock = (): Date => time.now;
  const accounts = createAccounts(storage, clock, { idleMinutes: IDLE_MINUTES });
  for (const { id, roles } of people) {
    await addWithPassword(accounts, INSTALLATION, { id, name: `Persoon ${id}`, roles }, PASSWORD);
  }
  const services = {
    config: { ...testConfig(':memory:'), production: true },
    storage,
    accounts,
    keptForms: createKeptForms(storage, clock),
    drafts: createDrafts(storage, clock),
    tenders: createTenders(storage, clock),
    decisions: createDecisions(storage, clock),
    ruleSets: loadRuleSets(join(projectRoot(), 'criteria')),
    renderer: { render: draw ? renderPdf : async (report: Report) => Buffer.from(said(report)) },
    threads: null,
    prover: null,
    logError: (error: unknown) => {
      throw error;
    },
  };
  const { express, routes } = createApp(services);
  const server = createServer(express);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visitors = new Map<string, ReturnType<typeof visitor>>();
  const tokens = new Map<string, string>();
  for (const { id } of people) {
    const someone = visitor(url);
    await someone.signIn(id, PASSWORD);
    visitors.set(id, someone);
    tokens.set(id, await someone.csrf('/'));
  }
  return {
    services,
    url,
    declared: routes.declared,
    /** What the browser of this person keeps, for a real browser at the same server. */
    cookiesOf: (person: string) => [...visitors.get(person)!.jar].map(([name, value]) => ({ name, value, url })),
    get: (person: string, path: string) => visitors.get(person)!.get(path),
    post: (person: string, path: string, fields: Record<string, string> | [string, string][]) =>
      visitors.get(person)!.post(path, fields, tokens.get(person)),
    /** Sends a form that is agreed to on a page first, and agrees there. */
    confirm: (person: string, path: string, fields: Record<string, string> | [string, string][] = {}) =>
      visitors.get(person)!.confirm(path, fields, tokens.get(person)),
    upload: (
      person: string,
      path: string,
      fields: Readonly<Record<string, string>>,
      file: { readonly name: string; readonly content: Uint8Array } | null,
    ) => visitors.get(person)!.upload(path, fields, file, tokens.get(person)),
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

const said = (report: Report): string =>
  JSON.stringify({
    ...report,
    attachments: report.attachments.map(({ bytes, ...one }) => ({ ...one, text: Buffer.from(bytes).toString('utf8') })),
  });
