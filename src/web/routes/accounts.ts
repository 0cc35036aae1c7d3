import type { Request, Response } from 'express';
import type { Account, PasswordLink } from '../../actions/accounts.ts';
import { leftBehind } from '../../actions/left-behind.ts';
import { setUpsOnlyOf } from '../../actions/succession.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseRole } from '../../domain/roles.ts';
import { identifier } from '../../domain/text.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { confirmationOfClosing } from '../confirm/closing.ts';
import { isAgreed } from '../confirm/confirmation.ts';
import { type FieldProblem, type FormBody, textProblem, typed, typedAll } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { accountModel, accountsModel, passwordLinkMadeModel } from '../pages/accounts.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { confirmPage } from './confirming.ts';
import type { Web } from './context.ts';
import { setUpTitle } from './set-up-context.ts';

const ADMINISTRATOR = ['administrator'] as const;

/** Who may sign in, with which roles. */
export function accountRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { accounts } = services;

  const listPage = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const { title, closedNotice: closed } = m.accounts;
    const notice = noticeFrom(request, { closed });
    const frame = { title, returnTo: '/accounts', errors: errorLinks(problems), notice };
    const model = accountsModel(m, accounts, request.body ?? {}, problems);
    return render(response, 'accounts/accounts', { layout: layout(request, frame), ...model }, status);
  };

  const accountOf = (request: Request): Account => {
    const account = accounts.find(String(request.params.account));
    if (!account) throw new HttpError(404);
    return account;
  };
  const trail = (request: Request, account?: Account) => [
    { href: '/accounts', label: request.context.messages.accounts.title },
    ...(account ? [{ href: `/accounts/${account.id}/change`, label: account.name }] : []),
  ];

  const accountPage = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const account = accountOf(request);
    const { changed, renamed, reopened } = m.accounts;
    const frame = {
      title: account.name,
      trail: trail(request),
      returnTo: `/accounts/${account.id}/change`,
      errors: errorLinks(problems),
      notice: noticeFrom(request, { changed, renamed, reopened }),
    };
    const model = accountModel(
      m,
      accounts,
      account,
      accounts.refusalOfClosing(request.context.account!.id, account.id),
      request.body ?? {},
      problems,
    );
    return render(response, 'accounts/account', { layout: layout(request, frame), ...model }, status);
  };

  /** The link is in this one answer, and nowhere else. */
  const linkPage = (request: Request, response: Response, account: Account, link: PasswordLink) => {
    const m = request.context.messages;
    const frame = { title: m.accounts.link.title, trail: trail(request, account), returnTo: '/accounts' };
    const model = passwordLinkMadeModel(m, account, link, `${request.protocol}://${request.host}`);
    return render(response, 'accounts/link', { layout: layout(request, frame), ...model });
  };

  routes.get('/accounts', ADMINISTRATOR, (request, response) => listPage(request, response, [], 200));

  routes.post('/accounts', ADMINISTRATOR, async (request, response, administrator) => {
    const m = request.context.messages;
    const body = request.body as FormBody;
    const id = typed(body, 'id');
    const { name, problems } = nameIn(m, body);
    if (!identifier.safeParse(id).success) problems.unshift({ field: 'id', text: m.accounts.idInvalid });
    if (typedAll(body, 'roles').length === 0) problems.push(problemOf(m, new DomainError('role-missing'), 'roles'));
    if (problems.length > 0) return await listPage(request, response, problems, 422);
    let link: PasswordLink;
    try {
      const roles = typedAll(body, 'roles').map(parseRole);
      link = accounts.add(administrator.id, { id, name, roles });
    } catch (error) {
      return await listPage(request, response, [problemOf(m, error, 'id')], 422);
    }
    await linkPage(request, response, accounts.find(id)!, link);
  });

  routes.get('/accounts/:account/change', ADMINISTRATOR, (request, response) =>
    accountPage(request, response, [], 200),
  );

  routes.post('/accounts/:account/name', ADMINISTRATOR, async (request, response, administrator) => {
    const { id } = accountOf(request);
    const { name, problems } = nameIn(request.context.messages, request.body);
    if (problems.length > 0) return await accountPage(request, response, problems, 422);
    accounts.correctName(administrator.id, id, name);
    response.redirect(303, `/accounts/${id}/change?notice=renamed`);
  });

  routes.post('/accounts/:account/roles', ADMINISTRATOR, async (request, response, administrator) => {
    const m = request.context.messages;
    const { id } = accountOf(request);
    try {
      accounts.changeRoles(administrator.id, id, typedAll(request.body, 'roles').map(parseRole));
    } catch (error) {
      return await accountPage(request, response, [problemOf(m, error, 'roles')], 422);
    }
    response.redirect(303, `/accounts/${id}/change?notice=changed`);
  });

  routes.post('/accounts/:account/link', ADMINISTRATOR, async (request, response, administrator) => {
    const account = accountOf(request);
    await linkPage(request, response, account, accounts.makeLink(administrator.id, account.id));
  });

  const closing = (request: Request, administrator: Account) => {
    const account = accountOf(request);
    if (account.closed) throw new DomainError('account-closed', { account: account.id });
    const refusal = accounts.refusalOfClosing(administrator.id, account.id);
    if (refusal) throw refusal;
    const m = request.context.messages;
    const left = [
      ...leftBehind(services.storage, account.id),
      ...setUpsOnlyOf(services, account.id).map(({ draft }) => ({
        title: setUpTitle(draft) || m.setUp.list.untitled,
        as: 'prepares' as const,
      })),
    ];
    return { account, confirmation: confirmationOfClosing(m, account, left) };
  };
  const askToClose = (request: Request, response: Response, { account, confirmation }: ReturnType<typeof closing>) =>
    confirmPage(web, request, response, confirmation, {
      backHref: `/accounts/${account.id}/change`,
      trail: trail(request, account),
    });
  routes.get('/accounts/:account/close', ADMINISTRATOR, (request, response, administrator) =>
    askToClose(request, response, closing(request, administrator)),
  );
  routes.post('/accounts/:account/close', ADMINISTRATOR, async (request, response, administrator) => {
    const asked = closing(request, administrator);
    if (!isAgreed(request.body, asked.confirmation)) return await askToClose(request, response, asked);
    accounts.close(administrator.id, asked.account.id);
    response.redirect(303, '/accounts?notice=closed');
  });

  routes.post('/accounts/:account/reopen', ADMINISTRATOR, (request, response, administrator) => {
    const { id } = accountOf(request);
    accounts.reopen(administrator.id, id);
    response.redirect(303, `/accounts/${id}/change?notice=reopened`);
  });
}

/** The name that was typed, and what is wrong with it. */
function nameIn(m: Messages, body: FormBody): { readonly name: string; readonly problems: FieldProblem[] } {
  const name = typed(body, 'name');
  const wrong = name === '' ? m.accounts.nameRequired : textProblem(m, name, m.accounts.name, 200, 'one');
  return { name, problems: wrong === undefined ? [] : [{ field: 'name', text: wrong }] };
}

/** What the rules say against a form, beside the field that they name; or else beside this one. */
function problemOf(m: Messages, error: unknown, field: string): FieldProblem {
  if (!(error instanceof DomainError)) throw error;
  return { field: error.field ?? field, text: describeError(m, error) };
}
