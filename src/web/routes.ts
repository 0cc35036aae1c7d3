import type { Express, Request, RequestHandler, Response } from 'express';
import type { Account } from '../actions/accounts.ts';
import { hasRole } from '../domain/roles.ts';
import { type Access, rolesOf } from './access.ts';
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
 * who has none of those roles gets 403.
 */
export function createRoutes(app: Express): Routes {
  const declared: { method: 'get' | 'post'; path: string; access: Access }[] = [];
  const add =
    (method: 'get' | 'post') =>
    (path: string, access: Access, handler: Handler | OpenHandler): void => {
      declared.push({ method, path, access });
      const guarded: RequestHandler = async (request, response) => {
        if (access === 'everyone') return await (handler as OpenHandler)(request, response);
        const { account } = request.context;
        if (!account) return requireSignIn(request, response);
        if (!hasRole(account, ...rolesOf(access))) throw new HttpError(403);
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
