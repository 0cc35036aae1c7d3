import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseRole } from '../../domain/roles.ts';
import { identifier } from '../../domain/text.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed, typedAll } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { accountModel, accountsModel } from '../pages/accounts.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const ADMINISTRATOR = ['administrator'] as const;

/** Who may sign in, with which roles. */
export function accountRoutes({ services, routes, render, layout }: Web): void {
  const { accounts } = services;

  const listPage = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const { title, added, closedNotice: closed } = m.accounts;
    const frame = {
      title,
      returnTo: '/accounts',
      errors: errorLinks(problems),
      notice: noticeFrom(request, { added, closed }),
    };
    const model = accountsModel(m, accounts.list(), request.body ?? {}, problems);
    return render(response, 'accounts/accounts', { layout: layout(request, frame), ...model }, status);
  };

  const accountOf = (request: Request): Account => {
    const account = accounts.find(String(request.params.account));
    if (!account) throw new HttpError(404);
    return account;
  };

  const accountPage = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const account = accountOf(request);
    const frame = {
      title: account.name,
      trail: [{ href: '/accounts', label: m.accounts.title }],
      returnTo: `/accounts/${account.id}`,
      errors: errorLinks(problems),
      notice: noticeFrom(request, { changed: m.accounts.changed }),
    };
    const form = request.method === 'POST' ? (request.body as FormBody) : undefined;
    const model = accountModel(m, account, form, problems);
    return render(response, 'accounts/account', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/accounts', ADMINISTRATOR, (request, response) => listPage(request, response, [], 200));

  routes.post('/accounts', ADMINISTRATOR, async (request, response, administrator) => {
    const m = request.context.messages;
    const body = request.body as FormBody;
    const [id, name] = [typed(body, 'id'), typed(body, 'name')];
    const password = typeof body.password === 'string' ? body.password : '';
    const problems: FieldProblem[] = [];
    if (!identifier.safeParse(id).success) problems.push({ field: 'id', text: m.accounts.idInvalid });
    const wrong = name === '' ? m.accounts.nameRequired : textProblem(m, name, m.accounts.name, 200, 'one');
    if (wrong !== undefined) problems.push({ field: 'name', text: wrong });
    if (problems.length > 0) return await listPage(request, response, problems, 422);
    try {
      const roles = typedAll(body, 'roles').map(parseRole);
      await accounts.add(administrator.id, { id, name, roles, password });
    } catch (error) {
      return await listPage(request, response, [problemOf(m, error, 'id')], 422);
    }
    response.redirect(303, '/accounts?notice=added');
  });

  routes.get('/accounts/:account', ADMINISTRATOR, (request, response) => accountPage(request, response, [], 200));

  routes.post('/accounts/:account/roles', ADMINISTRATOR, async (request, response, administrator) => {
    const m = request.context.messages;
    const { id } = accountOf(request);
    try {
      accounts.changeRoles(administrator.id, id, typedAll(request.body, 'roles').map(parseRole));
    } catch (error) {
      return await accountPage(request, response, [problemOf(m, error, 'roles')], 422);
    }
    response.redirect(303, `/accounts/${id}?notice=changed`);
  });

  routes.post('/accounts/:account/close', ADMINISTRATOR, (request, response, administrator) => {
    accounts.close(administrator.id, accountOf(request).id);
    response.redirect(303, '/accounts?notice=closed');
  });
}

/** What the rules say against a form, beside the field that they name; or else beside this one. */
function problemOf(m: Messages, error: unknown, field: string): FieldProblem {
  if (!(error instanceof DomainError)) throw error;
  return { field: error.field ?? field, text: describeError(m, error) };
}
