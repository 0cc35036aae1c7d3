import type { Request, Response } from 'express';
import rateLimit from 'express-rate-limit';
import { LANGUAGES, type Language } from '../../messages/language.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { errorLinks } from '../pages/score-field.ts';
import { signInModel } from '../pages/sign-in.ts';
import { localPath } from '../routes.ts';
import type { Web } from './context.ts';

const QUARTER_MS = 15 * 60_000;
const FAILED_ATTEMPTS = 10;

/** Signing in and out, and the choice of language: the only routes for who is not signed in. */
export function signInRoutes({ services, routes, sessions, render, layout }: Web): void {
  const { accounts } = services;
  const limit = rateLimit({
    windowMs: QUARTER_MS,
    limit: FAILED_ATTEMPTS,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode < 400,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new HttpError(429)),
  });
  const limited = (request: Request, response: Response): Promise<void> =>
    new Promise((resolve, reject) => {
      void limit(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
    });

  const page = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const returnTo = localPath(request.method === 'POST' ? request.body?.returnTo : request.query.returnTo);
    const demo = accounts.list().some((account) => account.demo && !account.closed);
    const frame = { title: m.signIn.title, returnTo: '/sign-in', errors: errorLinks(problems) };
    const model = signInModel(m, request.body ?? {}, returnTo, demo, problems);
    return render(response, 'sign-in/sign-in', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/sign-in', 'everyone', async (request, response) => {
    if (request.context.account) return response.redirect(303, '/');
    await page(request, response, [], 200);
  });

  routes.post('/sign-in', 'everyone', async (request, response) => {
    await limited(request, response);
    const t = request.context.messages.signIn;
    const body = request.body as Record<string, unknown>;
    const id = typed(body, 'account');
    const password = typeof body.password === 'string' ? body.password : '';
    const problems: FieldProblem[] = [];
    if (id === '') problems.push({ field: 'account', text: t.required(t.account) });
    if (password === '') problems.push({ field: 'password', text: t.required(t.password) });
    if (problems.length > 0) return await page(request, response, problems, 422);

    const token = password.length > 1000 ? undefined : await accounts.signIn(id, password);
    if (token === undefined) return await page(request, response, [{ field: 'account', text: t.wrong }], 422);
    sessions.start(response, token);
    response.redirect(303, localPath(body.returnTo));
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
