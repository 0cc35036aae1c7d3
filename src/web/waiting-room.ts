import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Account } from '../actions/accounts.ts';
import { DomainError } from '../domain/errors.ts';
import { ROLES } from '../domain/roles.ts';
import type { WorkSize } from '../messages/long-task.ts';
import type { Job } from '../threads/threads.ts';
import { type Recorded, sendRecorded } from './asked.ts';
import type { Services } from './context.ts';
import { HttpError } from './http-error.ts';
import { nameOf } from './long-work.ts';
import { stateInWords, waitingModel } from './pages/waiting.ts';
import type { Web } from './routes/context.ts';
import type { LongRoute } from './routes.ts';

/** Longer than this, and whoever waits in a browser gets a page that says what is going on. */
const PATIENCE_MS = 1000;
/** An answer that nobody came for is forgotten. */
const KEPT_MS = 5 * 60_000;
/** Who was told to wait for a page gets the answer that was waited for; who asks later than this gets a new one. */
const FRESH_MS = 30_000;
/** Answers that are kept of one account, and of all; the oldest is forgotten for a new one. */
const MOST_KEPT = 4;
const MOST_BYTES = { account: 64_000_000, all: 256_000_000 } as const;
/** Without scripts the page asks again. */
const REFRESH_SECONDS = 5;

/** Something that was asked and is worked on, or is ready for who asked. */
interface Visit {
  readonly id: string;
  readonly account: string;
  readonly session: string;
  /** The same question of the same session is the same visit; null for a form: sent twice, it is done twice. */
  readonly question: string | null;
  readonly route: LongRoute;
  /** Null once it is ready: what was asked is not kept with the answer. */
  job: Job<Recorded, WorkSize> | null;
  readonly settled: Promise<Ready>;
  ready: Ready | null;
  /** A browser was shown that it must wait. */
  waitedFor: boolean;
}

/** An answer, or why there is none. */
type Ready = { readonly at: number; readonly bytes: number } & (
  | { readonly answer: Recorded }
  | { readonly error: unknown }
);

/**
 * Where long routes are waited for. The answer comes at once when it is there within a second; else a browser is shown a page that says
 * what is going on and finds its way to the answer, with and without scripts. Whoever does not ask for a page just waits.
 */
export function createWaitingRoom({ threads, config, tenders, decisions }: Services) {
  const visits = new Map<string, Visit>();
  const forget = (visit: Visit): void => void visits.delete(visit.id);

  const begin = (route: LongRoute, request: Request, account: Account, question: string | null): Visit => {
    const { method, path, originalUrl, params, query, body, context } = request;
    const { messages, session, origin, sessionToken, csrfToken } = context;
    const { pages, heavy } = threads!;
    const job = (route.task === 'page' ? pages : heavy).start(account.id, {
      route: nameOf(route),
      ...{ method, path, originalUrl, params: { ...params }, query: { ...query }, body: { ...body } },
      ...{ account, language: messages.language, session, origin, sessionToken, csrfToken },
      changed: [...tenders.changedSince(), ...decisions.changedSince()],
    });
    const visit: Visit = {
      id: randomBytes(16).toString('base64url'),
      account: account.id,
      session: sessionToken,
      question,
      route,
      job,
      settled: job.result.then(
        (answer) => ({ answer, at: Date.now(), bytes: answer.body.length }),
        (error: unknown) => ({ error, at: Date.now(), bytes: 0 }),
      ),
      ready: null,
      waitedFor: false,
    };
    visits.set(visit.id, visit);
    void visit.settled.then((ready) => {
      visit.ready = ready;
      visit.job = null;
      makeRoom(visit);
      setTimeout(forget, KEPT_MS, visit).unref();
    });
    return visit;
  };

  /** Forgets the oldest answers, so that not too many are kept beside a new one. */
  const makeRoom = (newest: Visit): void => {
    const kept = [...visits.values()].filter((one) => one.ready !== null && one !== newest);
    const own = kept.filter(({ account }) => account === newest.account);
    const bytesOf = (some: readonly Visit[]): number => some.reduce((sum, { ready }) => sum + (ready?.bytes ?? 0), 0);
    const size = newest.ready!.bytes;
    while (own.length >= MOST_KEPT || bytesOf(own) + size > MOST_BYTES.account) {
      const oldest = own.shift();
      if (!oldest) break;
      forget(oldest);
    }
    const others = kept.filter(({ id }) => visits.has(id));
    while (bytesOf(others) + size > MOST_BYTES.all) {
      const oldest = others.shift();
      if (!oldest) break;
      forget(oldest);
    }
  };

  const send = (response: Response, ready: Ready): void => {
    if ('error' in ready) throw ready.error;
    sendRecorded(response, ready.answer);
  };

  /** Still worked on, or just ready for who was told to wait. */
  const isFresh = ({ ready, waitedFor }: Visit): boolean =>
    ready === null || (waitedFor && Date.now() - ready.at < FRESH_MS);

  /** What came of it; null when a browser should not wait for it any longer without a word. */
  const result = async (visit: Visit, request: Request): Promise<Ready | null> => {
    if (!isBrowser(request)) return await visit.settled;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, null);
    });
    const ready = await Promise.race([visit.settled, late]).finally(() => clearTimeout(timer));
    if (ready === null) visit.waitedFor = true;
    return ready;
  };

  let page: (request: Request, response: Response, visit: Visit) => Promise<void>;

  return {
    /** Answers a long route: in a thread, or here where there is none. */
    answer: async (route: LongRoute, request: Request, response: Response, account: Account): Promise<void> => {
      if (!threads) return await route.handler(request, response, account);
      const { sessionToken, messages } = request.context;
      const question = request.method === 'POST' ? null : `${sessionToken} ${messages.language} ${request.originalUrl}`;
      const same = [...visits.values()].filter((one) => question !== null && one.question === question);
      const visit = same.find(isFresh) ?? begin(route, request, account, question);
      const ready = await result(visit, request);
      if (ready === null) {
        if (question === null) return response.redirect(303, `/waiting/${visit.id}`);
        return await page(request, response, visit);
      }
      forget(visit);
      send(response, ready);
    },

    /** The routes of the waiting room itself, for everybody: a visit is known only in the session that it belongs to. */
    declare: ({ routes, render, layout }: Web): void => {
      page = async (request, response, visit) => {
        const m = request.context.messages;
        const model = waitingModel(m, {
          id: visit.id,
          task: visit.route.task,
          begun: visit.job?.begun() ?? null,
          now: new Date(),
          size: visit.job?.note() ?? null,
          deadlineSeconds: config.deadlineSeconds,
          isDownload: visit.route.task === 'report',
          address: request.originalUrl,
        });
        await render(
          response,
          'waiting/waiting',
          { layout: layout(request, { title: m.work.title, refreshSeconds: REFRESH_SECONDS }), ...model },
          202,
        );
      };
      const visitOf = (request: Request): Visit => {
        const visit = visits.get(String(request.params.visit));
        if (visit?.session !== request.context.sessionToken) throw new HttpError(404);
        return visit;
      };

      routes.get('/waiting/:visit', ROLES, async (request, response) => {
        const visit = visitOf(request);
        const ready = await result(visit, request);
        if (ready) send(response, ready);
        else await page(request, response, visit);
      });

      routes.get('/waiting/:visit/state', ROLES, (request, response) => {
        const visit = visitOf(request);
        const m = request.context.messages;
        const size = visit.job?.note() ?? null;
        const text = visit.ready ? m.work.done : stateInWords(m, visit.job?.begun() ?? null, new Date(), size);
        response.json({ ready: visit.ready !== null, text });
      });

      routes.post('/waiting/:visit/stop', ROLES, async (request, response) => {
        const visit = visitOf(request);
        visit.job?.stop();
        const ready = await visit.settled;
        // Too late: it was done, and what it stored stands.
        if (!('error' in ready && isStopped(ready.error))) return response.redirect(303, `/waiting/${visit.id}`);
        forget(visit);
        response.redirect(303, '/?notice=stopped');
      });
    },
  };
}

const isStopped = (error: unknown): boolean => error instanceof DomainError && error.code === 'computation-stopped';

/** Whether a person looks at the answer; a script that fetches a file gets the file, however long it takes. */
const isBrowser = ({ headers }: Request): boolean => headers.accept?.includes('text/html') ?? false;
