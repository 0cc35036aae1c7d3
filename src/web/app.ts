import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { projectRoot } from '../config.ts';
import type { Services } from './context.ts';
import type { ErrorPage } from './error-page.ts';
import { createFormDesk } from './form-desk.ts';
import { HttpError } from './http-error.ts';
import { createNotices } from './notices.ts';
import type { Web } from './routes/context.ts';
import { guarded, type Routes } from './routes.ts';
import { createSessions } from './session.ts';
import { inWordsOfTender } from './tender-words.ts';
import { createWaitingRoom } from './waiting-room.ts';
import { createWeb } from './web.ts';

export interface App {
  readonly express: Express;
  readonly routes: Routes;
}

/** The web application, top to bottom: what every request goes through, then the rooms, then what is left. */
export function createApp(services: Services): App {
  const app = express();
  app.disable('x-powered-by');
  // Nothing is kept by browsers, so nothing needs a fingerprint; of a large page or report it would hold up everybody.
  app.disable('etag');
  app.set('trust proxy', services.config.behindProxy ? 1 : false);

  app.use(securityHeaders(services.config.behindProxy));
  const assets = join(projectRoot(), 'dist', 'assets');
  app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', index: false }));
  const sessions = createSessions(services);
  app.use(sessions.read);
  app.use((request: Request, _response: Response, next: NextFunction): void => {
    request.context = inWordsOfTender(services, request.context, request.path);
    next();
  });
  app.use(neverCached);
  app.use(createNotices());

  const room = createWaitingRoom(services);
  const desk = createFormDesk(services, sessions, () => web);
  const web: Web & { readonly errorPage: ErrorPage } = createWeb(services, sessions, (route) =>
    app[route.method](route.path, guarded(route, desk, room.answer)),
  );
  room.declare(web);

  app.use(() => {
    throw new HttpError(404);
  });
  app.use(async (error: unknown, request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (response.headersSent) return next(error);
    await web.errorPage(error, request, response);
  });
  return { express: app, routes: web.routes };
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
        // The script asks this server how far it is, and whether somebody is still signed in.
        connectSrc: ["'self'"],
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

function neverCached(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
