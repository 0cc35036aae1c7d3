import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStored } from '../../src/actions/kinds.ts';
import { openStored } from '../../src/actions/read-stored.ts';
import { tenderKind } from '../../src/actions/tenders.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets } from '../../src/criteria/rule-sets.ts';
import type { SubmittedScore } from '../../src/domain/tender/state/events.ts';
import { nl } from '../../src/messages/nl.ts';
import { openStorage } from '../../src/storage/database.ts';
import { RUNNING } from '../support/demo.ts';
import { visitor } from '../support/http.ts';

/** What the demo leaves open in the tender that is being assessed: five assessments of two assessors. */
const OPEN = { 'beoordelaar-1': 2, 'beoordelaar-2': 3 };
const SUBMISSIONS_PER_ASSESSMENT = 200;
const KILL_AFTER = 400;

const folder = mkdtempSync(join(tmpdir(), 'gunwijzer-'));
const database = join(folder, 'gunwijzer.sqlite');
let server: Awaited<ReturnType<typeof startProcess>>;
afterAll(() => {
  server?.process.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** The real server in a process of its own; ready when it has printed its address. */
async function startProcess(): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/run/gunwijzer.js'), 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', GUNWIJZER_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { process: child, url };
  }
  throw new Error('the server stopped before it printed its address');
}

async function stopProcess(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = once(server.process, 'exit');
  server.process.kill(signal);
  await ended;
}

type Visitor = ReturnType<typeof visitor>;

/** Every form of this assessor with the page as it is now. */
async function formsOf(assessor: Visitor): Promise<Map<string, string>> {
  const { text } = await assessor.get(`/tenders/${RUNNING}/assessments`);
  const forms = [...text.matchAll(/href="(\/tenders\/[^"/]+\/assessments\/[^"/]+\/[^"/]+)"/g)].map(
    (match) => match[1]!,
  );
  return new Map(await Promise.all(forms.map(async (form) => [form, (await assessor.get(form)).text] as const)));
}

/** The forms of what this assessor has not submitted yet: those that do not say that a change is submitted. */
async function openForms(assessor: Visitor): Promise<string[]> {
  const pages = [...(await formsOf(assessor))];
  return pages.filter(([, page]) => !page.includes(nl.assessment.submitAgain)).map(([form]) => form);
}

const marker = (request: number): string => `Verzoek ${request}.`;
const criteriaOn = (page: string): string[] =>
  [...page.matchAll(/<textarea [^>]*name="motivation\.([a-z0-9-]+)"/g)].map((match) => match[1]!);

const draftOn = (page: string, criterion: string): string =>
  new RegExp(`name="draft\\.${criterion}" value="(\\d+)"`).exec(page)![1]!;

const scoreForm = (page: string, request: number): Record<string, string> => ({
  intent: 'submit',
  ...Object.fromEntries(
    criteriaOn(page).flatMap((criterion) => [
      [`draft.${criterion}`, draftOn(page, criterion)],
      [`score.${criterion}`, String((request % 6) * 2)],
      [`motivation.${criterion}`, `${marker(request)} Het plan voor ${criterion} is concreet en past bij het gebied.`],
    ]),
  ),
});

describe('a server that is killed in the middle of a thousand scores that are kept and submitted', () => {
  const sent = new Set<number>();
  const acknowledged = new Set<number>();
  /** Of what is kept as it is typed: per score the last that the page called saved, and the last that was sent. */
  const kept = new Map<string, { saved: number; sent: number }>();
  const assessors: Visitor[] = [];
  let inFlight = 0;
  let inFlightAtKill = 0;
  let killed: Promise<void> | undefined;

  /** One after the other as a person does: read the form, send it with the versions that it holds. */
  async function fillIn(assessor: Visitor, form: string, token: string): Promise<void> {
    for (let turn = 0; turn < SUBMISSIONS_PER_ASSESSMENT && !killed; turn++) {
      const { text: page } = await assessor.get(form);
      const request = requests++;
      sent.add(request);
      await sending(assessor.post(form, scoreForm(page, request), token), 303);
      acknowledged.add(request);
    }
  }

  /** The same of one score, as the script keeps it while somebody types. */
  async function typeOn(assessor: Visitor, form: string, token: string): Promise<void> {
    const [criterion] = criteriaOn((await assessor.get(form)).text);
    const path = `${form}/${criterion}/draft`;
    let version = draftOn((await assessor.get(form)).text, criterion!);
    for (let turn = 0; turn < SUBMISSIONS_PER_ASSESSMENT && !killed; turn++) {
      const request = requests++;
      kept.set(path, { saved: kept.get(path)?.saved ?? -1, sent: request });
      const fields = { 'draft.kept': version, 'score.kept': '8', 'motivation.kept': marker(request), 'found.kept': '' };
      const { text } = await sending(assessor.post(path, fields, token), 200);
      version = String(JSON.parse(text).version);
      kept.set(path, { saved: request, sent: request });
    }
  }

  let requests = 0;
  async function sending<Answer extends { status: number }>(answer: Promise<Answer>, status: number): Promise<Answer> {
    inFlight++;
    if (requests >= KILL_AFTER && inFlight >= 2 && !killed) {
      inFlightAtKill = inFlight;
      killed = stopProcess('SIGKILL');
    }
    const given = await answer;
    inFlight--;
    expect(given.status).toBe(status);
    return given;
  }

  beforeAll(async () => {
    server = await startProcess();
    const work: (() => Promise<void>)[] = [];
    for (const [id, count] of Object.entries(OPEN)) {
      const assessor = visitor(server.url);
      expect((await assessor.signIn(id)).status).toBe(303);
      assessors.push(assessor);
      const token = await assessor.csrf('/');
      const forms = await openForms(assessor);
      expect(forms).toHaveLength(count);
      for (const [place, form] of forms.entries()) {
        work.push(() => (place === 0 ? typeOn(assessor, form, token) : fillIn(assessor, form, token)));
      }
    }
    const ends = await Promise.allSettled(work.map((fill) => fill()));
    await killed;
    // Only what was under way when the server died may have failed, and only because the connection broke.
    for (const end of ends)
      if (end.status === 'rejected')
        expect(String(end.reason)).toMatch(/ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|aborted/);
    server = await startProcess();
  }, 60_000);

  it('was killed while several submissions were under way', () => {
    expect(killed).toBeDefined();
    expect(acknowledged.size).toBeGreaterThan(KILL_AFTER / 10);
    expect(kept.size).toBe(2);
    expect(inFlightAtKill).toBeGreaterThanOrEqual(2);
  });

  it('has every acknowledged submission in its log, whole and once, and nothing that was not sent', () => {
    const storage = openStorage(database);
    const log = openStored(tenderKind, storage, RUNNING);
    storage.close();
    const stored = log.flatMap(({ event: { payload } }) => {
      const motivations = ((payload as { scores?: SubmittedScore[] }).scores ?? []).map((score) => score.motivation);
      const requests = new Set(motivations.flatMap((text) => /^Verzoek (\d+)\./.exec(text)?.[1] ?? []));
      expect(requests.size).toBeLessThanOrEqual(1);
      if (requests.size === 1) expect(motivations).toHaveLength(7);
      return [...requests].map(Number);
    });
    expect(new Set(stored).size).toBe(stored.length);
    expect([...acknowledged].filter((request) => !stored.includes(request))).toEqual([]);
    expect(stored.filter((request) => !sent.has(request))).toEqual([]);
  });

  it('has what the page called saved last, or what was being sent', () => {
    const storage = openStorage(database);
    for (const [path, { saved, sent: last }] of kept) {
      const [, , dossier, , bid, lot, criterion] = path.split('/');
      const about = `${dossier}/rounds/1/scores/${bid}/${lot}/${criterion}`;
      const drafts = Object.keys(OPEN).flatMap((account) => storage.drafts.of(account, about));
      const texts = drafts.map(({ fields }) => fields.motivation);
      expect([marker(saved), marker(last)]).toContain(texts[0]);
      expect(saved).toBeGreaterThan(10);
    }
    storage.close();
  });

  it('has a chain that verifies, and a log in which every event was allowed', () => {
    const storage = openStorage(database);
    const ruleSets = loadRuleSets(join(projectRoot(), 'criteria'));
    for (const dossier of storage.events.dossiers().filter((name) => name.startsWith('tender-'))) {
      const { audit, events, head } = verifyStored(tenderKind, { storage, ruleSets }, dossier);
      expect(storage.events.head(dossier)).toEqual({ seq: events, hash: head, format: 2 });
      expect(audit.state!.version).toBe(events);
    }
    storage.close();
  });

  it('has a database without a flaw', () => {
    const file = new Database(database);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    file.close();
  });

  it('answers again: who was signed in can go on with the next submission', async () => {
    const again = visitor(server.url);
    for (const [name, value] of assessors[0]!.jar) again.jar.set(name, value);
    const [form] = [...(await formsOf(again)).keys()];
    const { text: page } = await again.get(form!);
    const { status } = await again.post(form!, scoreForm(page, requests++));
    expect(status).toBe(303);
  });
});
