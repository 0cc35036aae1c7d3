import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { projectRoot } from '../config.ts';
import { DomainError, type ErrorKind } from '../domain/errors.ts';
import { mayViewTender } from '../domain/tender/access.ts';
import { forRules } from '../messages/messages.ts';
import type { Services } from './context.ts';
import { readForm } from './form-reader.ts';
import { HttpError, type HttpStatus } from './http-error.ts';
import { errorModel } from './pages/error.ts';
import { createLayout, type MakeLayout } from './pages/layout.ts';
import { createRender, type Render } from './render.ts';
import { accountRoutes } from './routes/accounts.ts';
import { assessmentRoutes } from './routes/assessments.ts';
import { auditRoutes } from './routes/audit.ts';
import { awardRoutes } from './routes/award.ts';
import { consensusRoutes } from './routes/consensus.ts';
import { contractModelRoutes } from './routes/contract-models.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { exampleRoutes } from './routes/examples.ts';
import { homeRoutes } from './routes/home.ts';
import { newTenderRoutes } from './routes/new-tender.ts';
import { ownMatrixRoutes } from './routes/own-matrix.ts';
import { planRoutes } from './routes/plan.ts';
import { priceRoutes } from './routes/prices.ts';
import { rehearsalRoutes } from './routes/rehearsal.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { tenderRoutes } from './routes/tenders.ts';
import { createRoutes, type Routes } from './routes.ts';
import { createSessions } from './session.ts';

export interface App {
  readonly express: Express;
  readonly routes: Routes;
}

/** The web application, top to bottom: what every request goes through, then the rooms, then what is left. */
export function createApp(services: Services): App {
  const root = projectRoot();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.config.behindProxy ? 1 : false);

  app.use(securityHeaders(services.config.behindProxy));
  app.use('/assets', express.static(join(root, 'dist', 'assets'), { immutable: true, maxAge: '1y', index: false }));
  const sessions = createSessions(services);
  app.use(sessions.read);
  app.use('/tenders/:tender', inWordsOfTender(services));
  app.use(neverCached);

  const routes = createRoutes(app, (request, bounds) =>
    readForm(request, (text) => sessions.isToken(request, text), bounds),
  );
  const render = createRender(join(root, 'views'), { cache: services.config.production });
  const demo = (): boolean => services.accounts.list().some((account) => account.demo && !account.closed);
  const layout = createLayout(readAssets(root), demo);
  const web = { services, routes, sessions, render, layout };
  signInRoutes(web);
  homeRoutes(web);
  newTenderRoutes(web);
  tenderRoutes(web);
  assessmentRoutes(web);
  consensusRoutes(web);
  priceRoutes(web);
  awardRoutes(web);
  rehearsalRoutes(web);
  exampleRoutes(web);
  decisionRoutes(web);
  ownMatrixRoutes(web);
  auditRoutes(web);
  planRoutes(web);
  contractModelRoutes(web);
  accountRoutes(web);

  app.use(() => {
    throw new HttpError(404);
  });
  app.use(errorPage(services, render, layout));
  return { express: app, routes };
}

/** Everything comes from this server, nothing runs inline, nobody frames it. */
const securityHeaders = (https: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  });

/** The pages and errors of a tender call its things as its rules do, for who may see it. */
const inWordsOfTender =
  ({ tenders }: Services) =>
  ({ params, context }: Request, _response: Response, next: NextFunction): void => {
    try {
      const state = tenders.get(String(params.tender));
      if (context.account && mayViewTender(state, context.account)) {
        context.messages = forRules(context.messages, state.rules);
      }
    } catch (error) {
      // One that is not there or damaged has no names; its route says what is wrong.
      if (!(error instanceof DomainError)) throw error;
    }
    next();
  };

function neverCached(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}

/** The hashed names of the stylesheet and the script that the build made. */
function readAssets(root: string): { css: string; js: string } {
  const manifest = JSON.parse(readFileSync(join(root, 'dist', 'assets', 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  return { css: `/assets/${manifest['gunwijzer.css']}`, js: `/assets/${manifest['gunwijzer.js']}` };
}

/** Every error ends here: a page in words, with the right status, and nothing of the inside. */
function errorPage(services: Services, render: Render, layout: MakeLayout) {
  return async (error: unknown, request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status === 500) services.logError(error, `${request.method} ${request.path}`);
    // An address that cannot even be decoded fails before anything is known of the visitor.
    if (!request.context) return void response.status(status).type('text').send(`HTTP ${status}\n`);
    const { messages: m } = request.context;
    const model = errorModel(m, status, error);
    await render(response, 'error/error', { layout: layout(request, { title: model.title }), ...model }, status);
  };
}

/** What went wrong for whom, as a status. */
const STATUS_OF: Readonly<Record<ErrorKind, HttpStatus>> = {
  invalid: 422,
  conflict: 409,
  'not-found': 404,
  forbidden: 403,
};

function statusOf(error: unknown): HttpStatus {
  if (error instanceof HttpError) return error.status;
  if (error instanceof DomainError) return STATUS_OF[error.kind];
  // What Express and its body parser refuse: too large, malformed, a path that cannot be decoded.
  const status = (error as { status?: unknown }).status;
  if (status === 413) return 413;
  return typeof status === 'number' && status >= 400 && status < 500 ? 400 : 500;
}
