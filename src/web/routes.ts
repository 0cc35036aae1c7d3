import type { Request, Response } from 'express';
import type { Account } from '../actions/accounts.ts';
import { hasRole } from '../domain/roles.ts';
import type { LongTask } from '../messages/long-task.ts';
import { type Access, rolesOf } from './access.ts';
import type { Asked, Reply } from './asked.ts';
import { drain, type FormBounds, LARGE_FORM, MEMBER_FORM, OPEN_FORM } from './form-reader.ts';
import { HttpError } from './http-error.ts';
import { withoutNotice } from './notices.ts';
import { UPLOAD_FORM, type Upload } from './upload-reader.ts';

type OpenHandler = (request: Request, response: Response) => void | Promise<void>;
type Handler = (request: Request, response: Response, account: Account) => void | Promise<void>;
/** Reads the file itself, as it comes in. */
type UploadHandler = (request: Request, response: Response, account: Account, upload: Upload) => void | Promise<void>;
/** Works on what can cross to another thread, and so may take long. */
export type LongHandler = (asked: Asked, reply: Reply, account: Account) => void | Promise<void>;

type Restricted = Exclude<Access, 'everyone'>;
type Method = 'get' | 'post';

/** Every route with its access, and how large a form it takes. */
export type Declared = { readonly method: Method; readonly path: string; readonly form: FormBounds } & (
  | { readonly kind: 'open'; readonly access: 'everyone'; readonly handler: OpenHandler }
  | { readonly kind: 'short'; readonly access: Restricted; readonly handler: Handler }
  /** Also for whose session ended a short time ago: what is typed is kept, and nothing is shown. */
  | { readonly kind: 'kept'; readonly access: Restricted; readonly handler: Handler }
  | { readonly kind: 'upload'; readonly access: Restricted; readonly handler: UploadHandler }
  | { readonly kind: 'long'; readonly access: Restricted; readonly task: LongTask; readonly handler: LongHandler }
);
export type LongRoute = Extract<Declared, { kind: 'long' }>;

/** Where the forms of who may send them come in; and those of who no longer may. */
export interface FormDesk {
  /**
   * Reads a form into the body of the request.
   * @param keeps whether what comes from a page of an earlier session of the same account is kept, and shown to be sent again
   * @returns false when it was kept, and so is answered
   * @throws HttpError 419 when it is of no page of this person, and what the reader throws
   */
  take(request: Request, response: Response, bounds: FormBounds, keeps: boolean): Promise<boolean>;
  /**
   * Reads what somebody typed, from a page of this session or of an earlier one of the same account, also when it ended a short time ago.
   * @returns whose it is @throws HttpError 401 for anybody else, 419 when it is of no page of this person
   */
  takeKept(request: Request, response: Response, bounds: FormBounds): Promise<Account>;
  /**
   * Reads a form up to the file in it, which comes in while it is worked on. What comes from a page of an earlier session is not kept.
   * @throws HttpError 419, 429, and what the reader throws; DomainError `too-many-uploads`
   */
  takeUpload(request: Request, response: Response): Promise<Upload>;
  /**
   * Answers a form of who is not signed in: when the session ended a short time ago, what was typed is kept for after signing in again.
   * @throws HttpError 401 for who has no such session: nothing of the form is read
   */
  refuse(request: Request, response: Response): Promise<void>;
}

export interface Routes {
  get(path: string, access: 'everyone', handler: OpenHandler): void;
  get(path: string, access: Restricted, handler: Handler): void;
  post(path: string, access: 'everyone', handler: OpenHandler): void;
  post(path: string, access: Restricted, handler: Handler): void;
  /** A route whose form is as large as the rules of a tender or decision, or a file, make it. */
  postLarge(path: string, access: Restricted, handler: Handler): void;
  /** A route that keeps what somebody types: his or her session may have ended a short time ago. */
  postKept(path: string, access: Restricted, handler: Handler): void;
  /** A route with one file, which is never in memory whole; its fields stand before the file. Its page has the same path. */
  upload(path: string, access: Restricted, handler: UploadHandler): void;
  /** A route that can be more work than others may be made to wait for. @param task what whoever waits is told */
  long(method: Method | 'post-large', path: string, access: Restricted, task: LongTask, handler: LongHandler): void;
  /** For the test that walks them all. */
  readonly declared: readonly Declared[];
}

/** The only way to add a route: with the roles that may use it. @param mount what is done with each */
export function createRoutes(mount: (route: Declared) => void): Routes {
  const declared: Declared[] = [];
  const add = (route: Declared): void => {
    declared.push(route);
    mount(route);
  };
  const short =
    (method: Method) =>
    (path: string, access: Access, handler: Handler | OpenHandler): void => {
      if (access === 'everyone') {
        add({ method, path, form: OPEN_FORM, kind: 'open', access, handler: handler as OpenHandler });
      } else add({ method, path, form: MEMBER_FORM, kind: 'short', access, handler });
    };
  return {
    get: short('get'),
    post: short('post'),
    postLarge: (path, access, handler) =>
      add({ method: 'post', path, form: LARGE_FORM, kind: 'short', access, handler }),
    postKept: (path, access, handler) =>
      add({ method: 'post', path, form: MEMBER_FORM, kind: 'kept', access, handler }),
    upload: (path, access, handler) =>
      add({ method: 'post', path, form: UPLOAD_FORM, kind: 'upload', access, handler }),
    long: (asked, path, access, task, handler) => {
      const [method, form] = asked === 'post-large' ? (['post', LARGE_FORM] as const) : ([asked, MEMBER_FORM] as const);
      add({ method, path, form, kind: 'long', access, task, handler });
    },
    declared,
  };
}

/**
 * Who is not signed in is sent to the sign-in page, who has none of its roles gets 403. Only then the form that was sent is read.
 * @param desk takes the form; or keeps it, for who must sign in again
 * @param answerLong for long routes
 */
export const guarded =
  (
    route: Declared,
    desk: FormDesk,
    answerLong: (route: LongRoute, request: Request, response: Response, account: Account) => unknown,
  ) =>
  async (request: Request, response: Response): Promise<void> => {
    if (route.kind === 'open') {
      if (route.method === 'post') await desk.take(request, response, route.form, false);
      return await route.handler(request, response);
    }
    if (route.kind === 'kept') return await keep(route, desk, request, response);
    const { account } = request.context;
    if (!account) return await answerStranger(route, desk, request, response);
    if (!hasRole(account, ...rolesOf(route.access))) throw new HttpError(403);
    if (route.kind === 'upload') {
      const upload = await desk.takeUpload(request, response);
      try {
        return await route.handler(request, response, account, upload);
      } finally {
        upload.end();
      }
    }
    if (route.method === 'post' && !(await desk.take(request, response, route.form, true))) return;
    if (route.kind === 'short') await route.handler(request, response, account);
    else await answerLong(route, request, response, account);
  };

async function keep(
  route: Extract<Declared, { kind: 'kept' }>,
  desk: FormDesk,
  request: Request,
  response: Response,
): Promise<void> {
  const whose = await desk.takeKept(request, response, route.form);
  if (!hasRole(whose, ...rolesOf(route.access))) throw new HttpError(403);
  await route.handler(request, response, whose);
}

/** What was typed when a session ended is kept; a file is not: after signing in again its page asks for it. */
async function answerStranger(route: Declared, desk: FormDesk, request: Request, response: Response): Promise<void> {
  if (route.method === 'get') return toSignIn(request, response);
  if (route.kind !== 'upload') return await desk.refuse(request, response);
  if (!request.context.endedFor) throw new HttpError(401);
  drain(request);
  toSignIn(request, response);
}

function toSignIn(request: Request, response: Response): void {
  const target = request.originalUrl === '/' ? '' : `?returnTo=${encodeURIComponent(request.originalUrl)}`;
  response.redirect(303, `/sign-in${target}`);
}

/** A path on this server to go back to, without a notice; anything else (another host, a scheme, a back slash) becomes the home page. */
export const localPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(value) ? withoutNotice(value) : '/';
