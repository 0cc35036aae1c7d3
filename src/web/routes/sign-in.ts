import type { Request, Response } from 'express';
import { LANGUAGES, type Language } from '../../messages/language.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { type SignInReason, signInModel } from '../pages/sign-in.ts';
import { localPath } from '../routes.ts';
import type { Web } from './context.ts';

interface Asked {
  readonly problems?: readonly FieldProblem[];
  readonly status?: number;
  readonly reason?: SignInReason | null;
}

/** Signing in and out, and the choice of language: for who is not signed in. */
export function signInRoutes(web: Web): void {
  const { services, routes, sessions } = web;
  const { accounts, keptForms } = services;

  routes.get('/sign-in', 'everyone', async (request, response) => {
    if (request.context.account) return response.redirect(303, '/');
    await signInPage(web, request, response, { reason: request.context.endedFor ? 'ended' : null });
  });

  routes.post('/sign-in', 'everyone', async (request, response) => {
    const t = request.context.messages.signIn;
    const { origin } = request.context;
    const body = request.body as Record<string, unknown>;
    const id = typed(body, 'account');
    const password = typeof body.password === 'string' ? body.password : '';
    const refuse = (status: number, ...problems: readonly FieldProblem[]) =>
      signInPage(web, request, response, { problems, status });
    const missing: FieldProblem[] = [];
    if (id === '') missing.push({ field: 'account', text: t.required(t.account) });
    if (password === '') missing.push({ field: 'password', text: t.required(t.password) });
    if (missing.length > 0) return await refuse(422, ...missing);

    const signedIn = await accounts.signIn(id, password, origin);
    switch (signedIn.outcome) {
      case 'refused':
        return await refuse(422, { field: 'account', text: t.wrong });
      case 'wait':
        response.set('Retry-After', String(signedIn.seconds));
        return await refuse(429, { field: 'account', text: t.wait(signedIn.seconds) });
      case 'signed-in': {
        sessions.start(response, signedIn.token, origin.device);
        const kept = keptForms.of(signedIn.account.id).length > 0;
        return response.redirect(303, kept ? '/kept' : localPath(body.returnTo));
      }
      default:
        signedIn satisfies never;
    }
  });

  routes.post('/sign-out', 'everyone', (request, response) => {
    accounts.signOut(request.context.sessionToken);
    sessions.end(response);
    response.redirect(303, '/sign-in');
  });

  routes.post('/language', 'everyone', (request, response) => {
    const language = request.body?.language as Language;
    if (!LANGUAGES.includes(language)) throw new HttpError(422);
    sessions.rememberLanguage(response, language);
    response.redirect(303, localPath(request.body?.returnTo));
  });
}

/** Answers a form that was sent when the session had ended. @param kept whether what was typed is kept */
export const askToSignIn = (web: Web, request: Request, response: Response, kept: boolean): Promise<void> =>
  signInPage(web, request, response, { status: 401, reason: kept ? 'kept' : 'lost' });

async function signInPage(
  { services, render, layout }: Web,
  request: Request,
  response: Response,
  { problems = [], status = 200, reason = null }: Asked,
): Promise<void> {
  const m = request.context.messages;
  const isOwnForm = request.method === 'POST' && reason === null;
  const returnTo = localPath(isOwnForm ? request.body?.returnTo : request.query.returnTo);
  const demo = services.accounts.list().some((account) => account.demo && !account.closed);
  const frame = {
    title: m.signIn.title,
    returnTo: '/sign-in',
    errors: errorLinks(problems),
    notice: noticeFrom(request, { 'password-set': m.passwordLink.done }),
  };
  const model = signInModel(m, isOwnForm ? (request.body ?? {}) : {}, { returnTo, demo, reason }, problems);
  await render(response, 'sign-in/sign-in', { layout: layout(request, frame), ...model }, status);
}
