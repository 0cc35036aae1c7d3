import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, NextFunction, Request, Response } from 'express';
import { sha256 } from '../chain/canonical.ts';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { messagesIn } from '../messages/messages.ts';
import { browserName } from './browser-name.ts';
import type { Services } from './context.ts';

const SESSION_COOKIE = 'gunwijzer_session';
/** The name of a browser, by which it is known that an account was used from it. It opens nothing. */
const DEVICE_COOKIE = 'gunwijzer_device';
const LANGUAGE_COOKIE = 'gunwijzer_language';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const YEAR_MS = 365 * 24 * 3_600_000;

const KNOWN_MS = 90 * 24 * 3_600_000;

/** The name of the hidden field that every form carries. */
export const CSRF_FIELD = '_csrf';
/** The name of the hidden field of a form that was kept, and is sent after all. */
export const KEPT_FIELD = '_kept';
/** The name of the hidden field by which a form says that it was kept while it was typed. */
export const DRAFT_FIELD = '_draft';
/** What a form carries for us alone. */
export const OWN_FIELDS = [CSRF_FIELD, KEPT_FIELD];
/** Where a page asks how long the session lasts. */
export const SESSION_PATH = '/session';

/** A page asks by itself how long a session lasts, or how far long work is: that does not make the session last longer. */
const asksByItself = ({ method, path }: Request): boolean =>
  method === 'GET' && (path === SESSION_PATH || /^\/waiting\/[^/]+\/state$/.test(path));

/**
 * Reads who is asking and in which language. Every visitor has a random token in a cookie; signing in replaces it.
 * A form is only accepted with the token's own CSRF token: an HMAC of it with the secret of this installation.
 */
export function createSessions({ config, storage, accounts }: Services) {
  const secret = storage.settings.secret();
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: config.behindProxy, path: '/' };
  const csrfOf = (tokenSha256: string): string => createHmac('sha256', secret).update(tokenSha256).digest('base64url');

  return {
    /** Puts `context` on the request. */
    read: (request: Request, response: Response, next: NextFunction): void => {
      const cookies = parseCookies(request.headers.cookie);
      const known = tokenIn(cookies, SESSION_COOKIE);
      const token = known ?? newToken();
      if (token !== known) response.cookie(SESSION_COOKIE, token, cookie);
      const wished = cookies.get(LANGUAGE_COOKIE) as Language | undefined;
      const language = wished !== undefined && LANGUAGES.includes(wished) ? wished : 'nl';
      if (!asksByItself(request)) accounts.see(token);
      const session = accounts.session(token);
      request.context = {
        messages: messagesIn(language),
        account: session?.state === 'open' ? session.account : null,
        session: session?.state === 'open' ? session : null,
        endedFor: session?.state === 'ended' ? session.account : null,
        origin: {
          address: plainAddress(request.ip),
          browser: browserName(request.headers['user-agent']),
          device: tokenIn(cookies, DEVICE_COOKIE) ?? newToken(),
        },
        sessionToken: token,
        csrfToken: csrfOf(sha256(token)),
        about: () => {},
      };
      next();
    },

    /** Whether a form has the CSRF token of who sends it. */
    isToken: (request: Request, given: string): boolean => sameText(given, request.context.csrfToken),

    /** Whether a form comes from a page of another session of this account, also one that has ended. */
    isTokenOfOtherSession: ({ context: { account } }: Request, given: string): boolean =>
      account !== null &&
      storage.sessions.of(account.id).some(({ tokenSha256 }) => sameText(given, csrfOf(tokenSha256))),

    start: (response: Response, token: string, device: string): void => {
      response.cookie(SESSION_COOKIE, token, cookie);
      response.cookie(DEVICE_COOKIE, device, { ...cookie, maxAge: KNOWN_MS });
    },
    /** The browser keeps its name: an account is known to be used from here. */
    rememberDevice: (response: Response, device: string): void => {
      response.cookie(DEVICE_COOKIE, device, { ...cookie, maxAge: KNOWN_MS });
    },
    end: (response: Response): void => {
      response.clearCookie(SESSION_COOKIE, cookie);
    },
    rememberLanguage: (response: Response, language: Language): void => {
      response.cookie(LANGUAGE_COOKIE, language, { ...cookie, maxAge: YEAR_MS });
    },
  };
}
export type Sessions = ReturnType<typeof createSessions>;

const newToken = (): string => randomBytes(32).toString('base64url');

function tokenIn(cookies: ReadonlyMap<string, string>, name: string): string | undefined {
  const known = cookies.get(name);
  return known !== undefined && TOKEN.test(known) ? known : undefined;
}

/** An address as people know it: an IPv4 address that came in as one of IPv6 is one of IPv4. */
const plainAddress = (address: string | undefined): string => (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');

function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) cookies.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return cookies;
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
