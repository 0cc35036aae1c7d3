import type { Request, Response } from 'express';
import { DomainError } from '../../domain/errors.ts';
import { passwordProblems } from '../forms/password-problems.ts';
import { asTyped, type FieldProblem } from '../forms/text.ts';
import { passwordLinkModel } from '../pages/password-link.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const PATH = '/password/:token';

/** Setting a password with the link that an administrator handed over. Whatever is wrong with a link, the answer is the same. */
export function passwordLinkRoutes({ services, routes, sessions, render, layout }: Web): void {
  const { accounts } = services;

  const page = async (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const subject = accounts.accountOfLink(String(request.params.token));
    const frame = { title: m.passwordLink.title, returnTo: '/sign-in', errors: errorLinks(problems) };
    const model = passwordLinkModel(m, request.path, subject, problems);
    await render(response, 'account/password-link', { layout: layout(request, frame), ...model }, status);
  };
  /** The address of this page is a secret: no other page gets to know it. */
  const secretly = (response: Response): void => {
    response.set('Referrer-Policy', 'no-referrer');
  };

  routes.get(PATH, 'everyone', async (request, response) => {
    secretly(response);
    await page(request, response, [], 200);
  });

  routes.post(PATH, 'everyone', async (request, response) => {
    secretly(response);
    const { messages: m, origin } = request.context;
    const password = asTyped(request.body, 'password');
    if (password !== asTyped(request.body, 'password-again')) {
      return await page(request, response, [{ field: 'password-again', text: m.ownAccount.differs }], 422);
    }
    try {
      await accounts.setPassword(String(request.params.token), password, origin);
    } catch (error) {
      if (!(error instanceof DomainError) || error.field !== 'password') throw error;
      return await page(request, response, passwordProblems(m, error, 'password'), 422);
    }
    sessions.rememberDevice(response, origin.device);
    response.redirect(303, '/sign-in?notice=password-set');
  });
}
