import type { Account } from '../../actions/accounts.ts';
import { newestLaw } from '../../criteria/rule-sets.ts';
import { standingOf } from '../../domain/set-up/findings.ts';
import type { Asked, Reply } from '../asked.ts';
import { todayBy } from '../dutch-date.ts';
import type { FormBody } from '../forms/text.ts';
import { errorLinks } from '../pages/score-field.ts';
import { baseOf } from '../pages/set-up.ts';
import { tryOutModel } from '../pages/try-out.ts';
import type { Web } from './context.ts';
import { setUpOf, setUpTrail } from './set-up-context.ts';

const OFFICER = ['procurement-officer'] as const;

/** Tries out a draft on made-up bids, which can be typed over. Nothing is stored. */
export function tryOutRoutes({ services, routes, render, layout }: Web): void {
  const { setUps } = services;
  const law = newestLaw(services.ruleSets);
  const page = async (request: Asked, response: Reply, account: Account, body: FormBody): Promise<void> => {
    const setUp = setUpOf(setUps, account, request);
    const base = baseOf(setUp.id);
    if (setUp.publishedAs !== null) return response.redirect(303, `${base}/publish`);
    const model = tryOutModel(request.context.messages, setUp, standingOf(setUp.draft, todayBy(services)), law, body);
    const frame = {
      title: model.text.title,
      trail: setUpTrail(request, setUp),
      returnTo: `${base}/try`,
      errors: errorLinks(model.problems),
    };
    const status = model.problems.length > 0 ? 422 : 200;
    await render(response, 'set-up/try', { layout: layout(request, frame), ...model }, status);
  };

  routes.long('get', '/set-ups/:setUp/try', OFFICER, 'rehearsal', (request, response, account) =>
    page(request, response, account, {}),
  );
  routes.long('post-large', '/set-ups/:setUp/try', OFFICER, 'rehearsal', (request, response, account) =>
    page(request, response, account, request.body),
  );
}
