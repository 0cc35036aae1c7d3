import type { Express, Request, RequestHandler, Response } from 'express';
import type { Account } from '../actions/accounts.ts';
import { type Access, rolesOf } from './access.ts';
import { type FormBounds, MEMBER_FORM, OPEN_FORM } from './form-reader.ts';
import { HttpError } from './http-error.ts';

type Handler = (request: Request, response: Response, account: Account) => void | Promise<void>;
type OpenHandler = (request: Request, response: Response) => void | Promise<void>;

export interface Routes {
  get(path: string, access: 'everyone', handler: OpenHandler): void;
  get(path: string, access: Exclude<Access, 'everyone'>, handler: Handler): void;
  post(path: string, access: 'everyone', handler: OpenHandler): void;
  post(path: string, access: Exclude<Access, 'everyone'>, handler: Handler): void;
  /** Every route with its access, for the test that walks them all. */
  readonly declared: readonly { method: 'get' | 'post'; path: string; access: Access }[];
}

/**
 * The only way to add a route: with the roles that may use it. Who is not signed in is sent to the sign-in page,
 * who has another role gets 403. Only then the form that was sent is read.
 * @param readForm reads a form of at most this size @throws HttpError where it has no token, or is too large
 */
export function createRoutes(
  app: Express,
  readForm: (request: Request, bounds: FormBounds) => Promise<Request['body']>,
): Routes {
  const declared: { method: 'get' | 'post'; path: string; access: Access }[] = [];
  const add =
    (method: 'get' | 'post') =>
    (path: string, access: Access, handler: Handler | OpenHandler): void => {
      declared.push({ method, path, access });
      const guarded: RequestHandler = async (request, response) => {
        if (access === 'everyone') {
          if (method === 'post') request.body = await readForm(request, OPEN_FORM);
          return await (handler as OpenHandler)(request, response);
        }
        const { account } = request.context;
        if (!account) return requireSignIn(request, response);
        if (!rolesOf(access).includes(account.role)) throw new HttpError(403);
        if (method === 'post') request.body = await readForm(request, MEMBER_FORM);
        await handler(request, response, account);
      };
      app[method](path, guarded);
    };
  return { get: add('get'), post: add('post'), declared } as Routes;
}

function requireSignIn(request: Request, response: Response): void {
  if (request.method !== 'GET') throw new HttpError(401);
  const target = request.originalUrl === '/' ? '' : `?returnTo=${encodeURIComponent(request.originalUrl)}`;
  response.redirect(303, `/sign-in${target}`);
}

/** A path on this server to go back to; anything else (another host, a scheme, a back slash) becomes the home page. */
export const localPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(value) ? value : '/';
