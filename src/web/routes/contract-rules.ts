import { DOSSIER_ROLES } from '../../domain/roles.ts';
import { HttpError } from '../http-error.ts';
import { contractRuleSetsModel, contractRulesModel } from '../pages/contract-rules.ts';
import type { Web } from './context.ts';

/** The published rule sets of contracts, to read. */
export function contractRulesRoutes({ services, routes, render, layout }: Web): void {
  const { contracts } = services.ruleSets;

  routes.get('/contract-rules', DOSSIER_ROLES, async (request, response) => {
    const m = request.context.messages;
    const frame = { title: m.watching.rules.title };
    const model = contractRuleSetsModel(m, contracts);
    await render(response, 'contracts/rule-sets', { layout: layout(request, frame), ...model });
  });

  routes.get('/contract-rules/:key', DOSSIER_ROLES, async (request, response) => {
    const m = request.context.messages;
    const published = contracts.get(String(request.params.key));
    if (!published) throw new HttpError(404);
    const model = contractRulesModel(m, published, contracts, request.path, request.query);
    const trail = [{ href: '/contract-rules', label: m.watching.rules.title }];
    await render(response, 'contracts/rules', { layout: layout(request, { title: model.title, trail }), ...model });
  });
}
