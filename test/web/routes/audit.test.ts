import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../../src/server.ts';
import { CONTRACTS, contractsOn, followDemoContracts } from '../../support/contracts.ts';
import { FINISHED, RUNNING } from '../../support/demo.ts';
import { startTestServer, visitor } from '../../support/http.ts';

let server: RunningServer;
let auditor: ReturnType<typeof visitor>;
beforeAll(async () => {
  server = await startTestServer();
  auditor = visitor(server.url);
  await auditor.signIn('auditor');
});
afterAll(() => server.close());

const log = `/tenders/${FINISHED}/log`;
const rowsOf = async (path: string): Promise<string[][]> =>
  Papa.parse<string[]>((await auditor.get(path)).text.replace(/^\uFEFF/, '').trim(), { delimiter: ';' }).data;

describe('the log of a tender', () => {
  it('says in words what events mean, with the recorded data folded', async () => {
    const { text } = await auditor.get(log);
    expect(text).toContain('in “West”: “Combinatie Wulp en Tureluur”.');
    expect(text).toContain('Fase: van “Kwaliteit afgesloten” naar “Gunning berekend”.');
    expect(text.replace(/<details[\s\S]*?<\/details>/g, '')).not.toContain('&#34;engine&#34;');
  });

  it('says in English in which language its own words and those of people are', async () => {
    await auditor.post('/language', { language: 'en', returnTo: '/' });
    const { text } = await auditor.get(`${log}?kind=consensus-recorded`);
    await auditor.post('/language', { language: 'nl', returnTo: '/' });
    expect(text).toMatch(/Motivation: <span lang="nl">“[^<]+”<\/span>/);
    expect(text).not.toMatch(/lang="nl">[^<]*Motivation/);
  });

  it('is chosen by person, kind and phase, which stays so on every page', async () => {
    const { text } = await auditor.get(`${log}?person=inkoper&kind=&phase=`);
    expect(text).toContain('<option value="inkoper" selected>');
    expect(text).toMatch(/href="[^"]*\/log\?person=inkoper&amp;page=2"/);
    expect(text).toContain(`href="${log}.csv?person=inkoper"`);
    const rows = await rowsOf(`${log}.csv?person=inkoper&kind=consensus-recorded&phase=consensus`);
    expect(new Set(rows.slice(1).map((row) => row.slice(2, 5).join()))).toEqual(
      new Set(['Ilse Inkoper,Consensus,Consensusscore vastgelegd']),
    );
  });

  it('says that nothing was found, and has no page that there is not', async () => {
    const none = await auditor.get(`${log}?kind=award-computed&person=beoordelaar-1`);
    expect([none.status, none.text.includes('Geen gebeurtenis voldoet aan deze keuze.')]).toEqual([200, true]);
    for (const asked of ['page=999', 'page=0', 'page=x', `person=${'x'.repeat(101)}`]) {
      expect((await auditor.get(`${log}?${asked}`)).status).toBe(404);
    }
  });

  it('is downloaded whole, with what the page has and no formulas', async () => {
    const [heads, ...rows] = await rowsOf(`${log}.csv`);
    expect(heads).toEqual(['Nr.', 'Wanneer', 'Wie', 'Fase', 'Gebeurtenis', 'Wat', 'Hash']);
    expect(rows).toHaveLength(server.services.storage.events.head(FINISHED).seq);
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('tells no more in the file than on the page of what may not be read yet', async () => {
    const rows = await rowsOf(`/tenders/${RUNNING}/log.csv`);
    const submitted = rows.filter(([, , , , event]) => event === 'Beoordeling ingediend');
    expect(submitted.length).toBeGreaterThan(0);
    for (const row of submitted) expect(row[5]).toMatch(/^Inhoud te zien vanaf de fase/);
  });

  it('is for auditors, and so are the statement and the file', async () => {
    for (const account of ['inkoper', 'beoordelaar-1', 'commissielid', 'beheerder']) {
      const other = visitor(server.url);
      await other.signIn(account);
      for (const path of ['log', 'log.csv', 'audit-statement.pdf']) {
        expect((await other.get(`/tenders/${FINISHED}/${path}`)).status).toBe(403);
      }
    }
  });
});

describe('the logs of choices and of accounts', () => {
  it('are in words and downloaded too', async () => {
    const decision = server.services.storage.events.dossiers().find((one) => one.startsWith('decision-'))!;
    const rows = await rowsOf(`/decisions/${decision}/log.csv`);
    expect(rows.map((row) => row.join(' ')).join('\n')).toMatch(/Gekozen: “/);
    const accounts = await rowsOf('/accounts/log.csv?kind=account-added');
    expect(accounts[0]).not.toContain('Fase');
    expect(accounts[1]!.join(' ')).toMatch(/Rollen: /);
  });
});

describe('the statement', () => {
  it('is a PDF, of a tender and of a choice; not while its content may not be seen', async () => {
    const decision = server.services.storage.events.dossiers().find((one) => one.startsWith('decision-'))!;
    for (const base of [`/tenders/${FINISHED}`, `/decisions/${decision}`]) {
      const answer = await auditor.get(`${base}/audit-statement.pdf`);
      expect(answer.headers.get('content-disposition')).toContain('controleverklaring.pdf');
      expect(answer.text.startsWith('%PDF')).toBe(true);
    }
    expect((await auditor.get(`/tenders/${RUNNING}/audit-statement.pdf`)).status).not.toBe(200);
    expect((await auditor.get('/tenders/tender-none-1/audit-statement.pdf')).status).toBe(404);
  });
});

describe('the audit of contracts', () => {
  it('has log, file, re-run, statement and editions, for auditors alone', async () => {
    const { services } = server;
    followDemoContracts({ ...services, ...contractsOn(services.storage) });
    const base = `/contracts/${CONTRACTS}`;
    const rows = await rowsOf(`${base}/log.csv`);
    expect(rows).toHaveLength(services.storage.events.head(CONTRACTS).seq + 1);
    expect((await auditor.get(`${base}/log?kind=entry-withdrawn`)).text).toContain('Zuid en Haren');
    const { text } = await auditor.get(`${base}/re-run`);
    expect(text).toContain(`Waaruit dit dossier volgt, staat zo in dossier “${FINISHED}”`);
    expect(text).toContain('West, 31 december 2027');
    expect((await auditor.get(`${base}/audit-statement.pdf`)).status).toBe(200);
    for (const edition of ['whole', 'committee', 'public']) {
      expect((await auditor.get(`${base}/dossier.json?edition=${edition}`)).status).toBe(200);
    }
    for (const account of ['inkoper', 'contractmanager', 'commissielid']) {
      const other = visitor(server.url);
      await other.signIn(account);
      for (const path of ['log', 're-run', 'dossier.json', 'audit-statement.pdf']) {
        expect((await other.get(`${base}/${path}`)).status).toBe(403);
      }
    }
  });
});
