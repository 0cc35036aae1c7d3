import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, NextFunction, Request, Response } from 'express';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Services } from './context.ts';

const SESSION_COOKIE = 'gunwijzer_session';
const LANGUAGE_COOKIE = 'gunwijzer_language';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const YEAR_MS = 365 * 24 * 3_600_000;

/** The name of the hidden field that every form carries. */
export const CSRF_FIELD = '_csrf';

/**
 * Reads who is asking and in which language. Every visitor has a random token in a cookie; signing in replaces it.
 * A form is only accepted with the token's own CSRF token: an HMAC of it with the secret of this installation.
 */
export function createSessions({ config, storage, accounts }: Services) {
  const secret = storage.settings.secret();
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: config.behindProxy, path: '/' };
  const csrfOf = (token: string): string => createHmac('sha256', secret).update(token).digest('base64url');

  return {
    /** Puts `context` on the request. */
    read: (request: Request, response: Response, next: NextFunction): void => {
      const cookies = parseCookies(request.headers.cookie);
      const known = cookies.get(SESSION_COOKIE);
      const token = known !== undefined && TOKEN.test(known) ? known : randomBytes(32).toString('base64url');
      if (token !== known) response.cookie(SESSION_COOKIE, token, cookie);
      const wished = cookies.get(LANGUAGE_COOKIE) as Language | undefined;
      const language = wished !== undefined && LANGUAGES.includes(wished) ? wished : 'nl';
      request.context = {
        messages: messagesIn(language),
        account: accounts.ofSession(token) ?? null,
        sessionToken: token,
        csrfToken: csrfOf(token),
        about: () => {},
      };
      next();
    },

    /** Whether a form has the CSRF token of who sends it. */
    isToken: (request: Request, given: string): boolean => sameText(given, request.context.csrfToken),

    start: (response: Response, token: string): void => {
      response.cookie(SESSION_COOKIE, token, cookie);
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
