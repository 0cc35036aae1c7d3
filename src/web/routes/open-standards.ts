import type { Account } from '../../actions/accounts.ts';
import { noticesFile, noticesOf } from '../../actions/publish-eforms.ts';
import { publishOcdsOf } from '../../actions/publish-ocds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeThing } from '../../domain/tender/visibility.ts';
import { sees } from '../access.ts';
import type { Reply } from '../asked.ts';
import { eformsModel } from '../pages/eforms.ts';
import { requireSight, sizeOfTender, tenderOf, tenderTrail, type Web } from './context.ts';

/**
 * What is published of a tender, by open standards: the call for who sees the rules, the award as well for who sees the report. Every bid with
 * its scores is asked for in so many words.
 */
export function openStandardRoutes({ services, routes, render, layout }: Web): void {
  const tellsAward = (state: Readonly<TenderState>, account: Account): boolean =>
    state.award !== null && maySeeThing(state, account, 'report');

  routes.long('get', '/tenders/:tender/ocds.json', sees('rules'), 'page', (request, response, account) => {
    const file = services.storage.snapshot(() => {
      const state = tenderOf(services, account, request);
      const everything = request.query?.scores === 'yes';
      if (everything) requireSight(state, account, 'report');
      request.context.about(sizeOfTender(state));
      const award = everything ? 'everything' : tellsAward(state, account) ? 'published' : 'none';
      return { name: state.dossier, text: publishOcdsOf(services, state, services.config.publisher, award) };
    });
    sendJson(response, `${file.name}-ocds`, file.text);
  });

  routes.long('get', '/tenders/:tender/eforms', sees('rules'), 'page', async (request, response, account) => {
    const m = request.context.messages;
    const state = tenderOf(services, account, request);
    request.context.about(sizeOfTender(state));
    const withAward = tellsAward(state, account);
    const model = eformsModel(m, state, noticesOf(state, services.config.publisher, withAward), withAward);
    const frame = { title: model.text.title, trail: [tenderTrail(state)] };
    await render(response, 'tender/eforms', { layout: layout(request, frame), ...model });
  });

  routes.long('get', '/tenders/:tender/eforms.json', sees('rules'), 'page', (request, response, account) => {
    const state = tenderOf(services, account, request);
    request.context.about(sizeOfTender(state));
    sendJson(
      response,
      `${state.dossier}-eforms`,
      noticesFile(noticesOf(state, services.config.publisher, tellsAward(state, account))),
    );
  });
}

const sendJson = (response: Reply, name: string, text: string): unknown =>
  response.type('application/json').set('Content-Disposition', `attachment; filename="${name}.json"`).send(text);
