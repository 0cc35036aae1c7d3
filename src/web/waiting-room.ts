import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Account } from '../actions/accounts.ts';
import { ROLES } from '../domain/roles.ts';
import type { WorkSize } from '../messages/long-task.ts';
import type { Job } from '../work/threads.ts';
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
/** Of one session; the oldest is forgotten for a new one. */
const MOST_KEPT = 4;
/** Without scripts the page asks again. */
const REFRESH_SECONDS = 5;

/** Something that was asked and is worked on, or is ready for who asked. */
interface Visit {
  readonly id: string;
  readonly session: string;
  /** The same question of the same session is the same visit; null for a form: sent twice, it is done twice. */
  readonly question: string | null;
  readonly route: LongRoute;
  readonly job: Job<Recorded, WorkSize>;
  readonly settled: Promise<void>;
  ready: boolean;
}

/**
 * Where long routes are waited for. The answer comes at once when it is there within a second; else a browser is shown a page that says
 * what is going on and finds its way to the answer, with and without scripts. Whoever does not ask for a page just waits.
 */
export function createWaitingRoom({ threads, config }: Pick<Services, 'threads' | 'config'>) {
  const visits = new Map<string, Visit>();
  const forget = (visit: Visit): void => void visits.delete(visit.id);

  const begin = (route: LongRoute, request: Request, account: Account, question: string | null): Visit => {
    const { method, path, originalUrl, params, query, body, context } = request;
    const { messages, sessionToken, csrfToken } = context;
    const own = [...visits.values()].filter(({ session }) => session === sessionToken);
    for (const old of own.filter(({ ready }) => ready).slice(0, -MOST_KEPT + 1)) forget(old);
    const job = threads!.start(account.id, {
      route: nameOf(route),
      ...{ method, path, originalUrl, params: { ...params }, query: { ...query }, body: { ...body } },
      ...{ account, language: messages.language, sessionToken, csrfToken },
    });
    const visit: Visit = {
      id: randomBytes(16).toString('base64url'),
      session: sessionToken,
      question,
      route,
      job,
      ready: false,
      settled: job.result.then(
        () => {},
        () => {},
      ),
    };
    visits.set(visit.id, visit);
    void visit.settled.then(() => {
      visit.ready = true;
      setTimeout(forget, KEPT_MS, visit).unref();
    });
    return visit;
  };

  const isThere = async ({ settled }: Visit, request: Request): Promise<boolean> => {
    if (!isBrowser(request)) return await settled.then(() => true);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, false);
    });
    return await Promise.race([settled.then(() => true), late]).finally(() => clearTimeout(timer));
  };

  let page: (request: Request, response: Response, visit: Visit) => Promise<void>;

  return {
    /** Answers a long route: in a thread, or here where there is none. */
    answer: async (route: LongRoute, request: Request, response: Response, account: Account): Promise<void> => {
      if (!threads) return await route.handler(request, response, account);
      const { sessionToken, messages } = request.context;
      const question = request.method === 'POST' ? null : `${sessionToken} ${messages.language} ${request.originalUrl}`;
      const known = question === null ? undefined : [...visits.values()].find((one) => one.question === question);
      const visit = known ?? begin(route, request, account, question);
      if (!(await isThere(visit, request))) {
        if (question === null) return response.redirect(303, `/work/${visit.id}`);
        return await page(request, response, visit);
      }
      forget(visit);
      sendRecorded(response, await visit.job.result);
    },

    /** The routes of the waiting room itself, for everybody: a visit is known only in the session that it belongs to. */
    declare: ({ routes, render, layout }: Web): void => {
      page = async (request, response, visit) => {
        const m = request.context.messages;
        const model = waitingModel(m, {
          id: visit.id,
          task: visit.route.task,
          begun: visit.job.begun(),
          now: new Date(),
          size: visit.job.note(),
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
        const visit = visits.get(String(request.params.work));
        if (visit?.session !== request.context.sessionToken) throw new HttpError(404);
        return visit;
      };

      routes.get('/work/:work', ROLES, async (request, response) => {
        const visit = visitOf(request);
        if (await isThere(visit, request)) sendRecorded(response, await visit.job.result);
        else await page(request, response, visit);
      });

      routes.get('/work/:work/state', ROLES, (request, response) => {
        const visit = visitOf(request);
        const m = request.context.messages;
        const text = visit.ready ? m.work.done : stateInWords(m, visit.job.begun(), new Date());
        response.json({ ready: visit.ready, text });
      });

      routes.post('/work/:work/stop', ROLES, (request, response) => {
        const visit = visitOf(request);
        visit.job.stop();
        forget(visit);
        response.redirect(303, '/?notice=stopped');
      });
    },
  };
}

/** Whether a person looks at the answer; a script that fetches a file gets the file, however long it takes. */
const isBrowser = ({ headers }: Request): boolean => headers.accept?.includes('text/html') ?? false;
