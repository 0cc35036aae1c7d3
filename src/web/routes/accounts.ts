import type { Request, Response } from 'express';
import { DomainError } from '../../domain/errors.ts';
import { parseRole } from '../../domain/roles.ts';
import { identifier } from '../../domain/text.ts';
import { describeError } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from '../forms/text.ts';
import { accountsModel } from '../pages/accounts.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const ADMINISTRATOR = ['administrator'] as const;

/** Who may sign in, with which role. */
export function accountRoutes({ services, routes, render, layout }: Web): void {
  const { accounts } = services;

  const page = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const { title, added, changed, closedNotice: closed } = m.accounts;
    const frame = {
      title,
      returnTo: '/accounts',
      errors: errorLinks(problems),
      notice: noticeFrom(request, { added, changed, closed }),
    };
    const model = accountsModel(m, accounts.list(), request.body ?? {}, problems);
    return render(response, 'accounts/accounts', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/accounts', ADMINISTRATOR, (request, response) => page(request, response, [], 200));

  routes.post('/accounts', ADMINISTRATOR, async (request, response, administrator) => {
    const m = request.context.messages;
    const body = request.body as FormBody;
    const [id, name] = [typed(body, 'id'), typed(body, 'name')];
    const password = typeof body.password === 'string' ? body.password : '';
    const problems: FieldProblem[] = [];
    if (!identifier.safeParse(id).success) problems.push({ field: 'id', text: m.accounts.idInvalid });
    const wrong = name === '' ? m.accounts.nameRequired : textProblem(m, name, m.accounts.name, 200, 'one');
    if (wrong !== undefined) problems.push({ field: 'name', text: wrong });
    if (problems.length > 0) return await page(request, response, problems, 422);
    try {
      const role = parseRole(typed(body, 'role'));
      await accounts.add(administrator.id, { id, name, role, password });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields: Record<string, string> = { 'unknown-role': 'role', 'password-too-short': 'password' };
      const field = fields[error.code] ?? 'id';
      return await page(request, response, [{ field, text: describeError(m, error) }], 422);
    }
    response.redirect(303, '/accounts?notice=added');
  });

  routes.post('/accounts/:account/role', ADMINISTRATOR, (request, response, administrator) => {
    const account = String(request.params.account);
    accounts.changeRole(administrator.id, account, parseRole(typed(request.body, 'role')));
    response.redirect(303, '/accounts?notice=changed');
  });

  routes.post('/accounts/:account/close', ADMINISTRATOR, (request, response, administrator) => {
    accounts.close(administrator.id, String(request.params.account));
    response.redirect(303, '/accounts?notice=closed');
  });
}
