import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import {
  agreeToSuccessor,
  proposeSuccessor,
  type Succeeding,
  setUpsLeft,
  successionIn,
  withoutLeader,
} from '../../actions/succession.ts';
import { DomainError } from '../../domain/errors.ts';
import { describeError } from '../../messages/messages.ts';
import { causes } from '../access.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { successionsModel } from '../pages/successions.ts';
import type { Web } from './context.ts';

/** On one page, each with a form. */
const MOST_DOSSIERS = 25;

/** Where who leads a dossier is gone, two administrators name another: they see its title, and nothing else of it. */
export function successionRoutes({ services, routes, render, layout }: Web): void {
  /** Those that can be read, as many as fit on a page; when one of them has a leader again the next comes. */
  const firstWithoutLeader = (): [Succeeding[], number] => {
    const all = withoutLeader(services);
    const shown = all.slice(0, MOST_DOSSIERS).flatMap(({ dossier }) => {
      try {
        return [successionIn(services, dossier)];
      } catch (error) {
        if (error instanceof DomainError) return [];
        throw error;
      }
    });
    return [shown, Math.max(0, all.length - MOST_DOSSIERS)];
  };
  const page = (
    request: Request,
    response: Response,
    account: Account,
    refused: { readonly dossier: string; readonly problems: readonly FieldProblem[] } | null,
  ) => {
    const m = request.context.messages;
    const form = request.body ?? {};
    const model = successionsModel(
      m,
      account,
      services.accounts,
      ...firstWithoutLeader(),
      refused && { ...refused, form },
      setUpsLeft(services),
    );
    const frame = {
      title: m.successions.title,
      returnTo: '/successions',
      errors: errorLinks(refused?.problems ?? []),
      notice: noticeFrom(request, {
        proposed: m.successions.proposedNotice,
        agreed: m.successions.agreedNotice,
        handedOver: m.successions.setUps.notice,
      }),
    };
    return render(response, 'accounts/successions', { layout: layout(request, frame), ...model }, refused ? 422 : 200);
  };
  /** The dossier in the path, where nobody leads it: of every other an administrator does not know. */
  const dossierOf = (request: Request): string => {
    const found = withoutLeader(services).find(({ dossier }) => dossier === request.params.led);
    if (!found) throw new HttpError(404);
    return found.dossier;
  };

  routes.get('/successions', causes('succession-proposed'), async (request, response, account) => {
    await page(request, response, account, null);
  });

  routes.post('/successions/:led', causes('succession-proposed'), async (request, response, account) => {
    const t = request.context.messages.successions;
    const dossier = dossierOf(request);
    const [successor, reason] = [typed(request.body, 'successor'), typed(request.body, 'reason')];
    const wrong = reason === '' ? t.reasonMissing : textProblem(request.context.messages, reason, t.reason, 2000);
    const problems = [
      ...(successor === '' ? [{ field: `successor-${dossier}`, text: t.chooseMissing }] : []),
      ...(wrong === undefined ? [] : [{ field: `reason-${dossier}`, text: wrong }]),
    ];
    if (problems.length > 0) return await page(request, response, account, { dossier, problems });
    try {
      proposeSuccessor(services, dossier, account.id, successor, reason);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const text = describeError(request.context.messages, error);
      return await page(request, response, account, {
        dossier,
        problems: [{ field: `successor-${dossier}`, text }],
      });
    }
    response.redirect(303, '/successions?notice=proposed');
  });

  routes.post('/successions/set-ups/:setUp', causes('succession-proposed'), async (request, response, account) => {
    const m = request.context.messages;
    const { setUp } = request.params;
    // Of every other set-up an administrator does not know.
    const found = setUpsLeft(services).find(({ id }) => id === setUp);
    if (!found) throw new HttpError(404);
    try {
      services.setUps.share(found.id, services.accounts.find(typed(request.body, 'officer')));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problems = [{ field: `officer-${found.id}`, text: m.successions.setUps.chooseMissing }];
      return await page(request, response, account, { dossier: found.id, problems });
    }
    response.redirect(303, '/successions?notice=handedOver');
  });

  routes.post('/successions/:led/agree', causes('chair-succeeded'), (request, response, account) => {
    agreeToSuccessor(services, dossierOf(request), account.id, typed(request.body, 'successor'));
    response.redirect(303, '/successions?notice=agreed');
  });
}
