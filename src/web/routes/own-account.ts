import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import { ROLES } from '../../domain/roles.ts';
import { passwordProblems } from '../forms/password-problems.ts';
import { asTyped, type FieldProblem, type FormBody, typed } from '../forms/text.ts';
import { noticeFrom } from '../pages/layout.ts';
import { ownAccountModel } from '../pages/own-account.ts';
import { errorLinks } from '../pages/score-field.ts';
import { SESSION_PATH } from '../session.ts';
import type { Web } from './context.ts';

/** One's own account: the password and the sessions. */
export function ownAccountRoutes({ services, routes, render, layout }: Web): void {
  const { accounts } = services;

  const page = (
    request: Request,
    response: Response,
    account: Account,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const { title, changed, ended } = m.ownAccount;
    const frame = {
      title,
      returnTo: '/account',
      errors: errorLinks(problems),
      notice: noticeFrom(request, { changed, ended }),
    };
    const sessions = accounts.openSessions(account.id, request.context.sessionToken);
    const model = ownAccountModel(m, account, sessions, problems);
    return render(response, 'account/own', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/account', ROLES, (request, response, account) => page(request, response, account, [], 200));

  routes.post('/account/password', ROLES, async (request, response, account) => {
    const { messages: m, origin, sessionToken } = request.context;
    const body = request.body as FormBody;
    const [present, next] = [asTyped(body, 'password-present'), asTyped(body, 'password')];
    const problems: FieldProblem[] = [];
    if (present === '') problems.push({ field: 'password-present', text: m.ownAccount.presentRequired });
    if (next !== asTyped(body, 'password-again'))
      problems.push({ field: 'password-again', text: m.ownAccount.differs });
    if (problems.length > 0) return await page(request, response, account, problems, 422);
    try {
      const waits = await accounts.changePassword(account.id, sessionToken, { present, next }, origin);
      if (waits) {
        response.set('Retry-After', String(waits.wait));
        const problem = { field: 'password-present', text: m.signIn.wait(waits.wait) };
        return await page(request, response, account, [problem], 429);
      }
    } catch (error) {
      if (!(error instanceof DomainError) || error.field === null) throw error;
      return await page(request, response, account, passwordProblems(m, error, error.field), 422);
    }
    response.redirect(303, '/account?notice=changed');
  });

  routes.post('/account/sessions', ROLES, (request, response, account) => {
    const session = typed(request.body, 'session');
    if (session === 'others') accounts.endOtherSessions(account.id, request.context.sessionToken);
    else accounts.endSession(account.id, session);
    response.redirect(303, '/account?notice=ended');
  });

  /** For the script of the pages: asking does not make the session last longer, sending does. */
  const howLong = (request: Request, response: Response): void => {
    const { secondsLeft, extends: lastsLonger } = request.context.session!;
    response.json({ secondsLeft, lastsLonger });
  };
  routes.get(SESSION_PATH, ROLES, howLong);
  routes.post(SESSION_PATH, ROLES, howLong);
}
