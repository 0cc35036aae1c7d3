import type { Request } from 'express';
import { newestVersions, type Published } from '../../criteria/rule-sets.ts';
import { DOSSIER_ROLES, hasRole } from '../../domain/roles.ts';
import { typedAll } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { addressIn, type Chosen, chosenRules, type Heading, OVERVIEWS } from '../pages/choose.ts';
import { comparisonProblems, contractModelComparison } from '../pages/contract-model-comparison.ts';
import { COMPARE, contractModelModel, contractModelsModel } from '../pages/contract-models.ts';
import { demandLedInstrumentsModel } from '../pages/demand-led-instruments.ts';
import { functionalModelModel, readPillarFilter } from '../pages/functional-model.ts';
import { lawModel, readProcedure } from '../pages/law.ts';
import { neighbourhoodTeamsModel, readFactFilter } from '../pages/neighbourhood-teams.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';

const PLANNERS = ['procurement-officer', 'committee-member', 'auditor'] as const;

/** Reading what there is to choose from: the contract models, the neighbourhood teams and the demand-led instruments, and the law around it. */
export function contractModelRoutes({ services, routes, render, layout }: Web): void {
  const { matrices, comparisons, options, laws, formerLaws, functionalModels } = services.ruleSets;
  const catalogueTrail = ({ context: { messages: m } }: Request, key: string | null) => ({
    href: addressIn(OVERVIEWS.contractModels, key),
    // That of an older set is another page than the one in the menu.
    label: key === null ? m.choose.contractModels.title : m.choose.contractModels.all,
  });

  routes.get(OVERVIEWS.contractModels, DOSSIER_ROLES, async (request, response, account) => {
    const m = request.context.messages;
    const model = contractModelsModel(m, asked(matrices, request), account);
    await render(response, 'contract-models/overview', {
      layout: layout(request, { title: model.text.title }),
      ...model,
    });
  });

  routes.get(COMPARE, DOSSIER_ROLES, async (request, response) => {
    const m = request.context.messages;
    const chosen = asked(matrices, request);
    const ids = typedAll(request.query, 'model');
    const problems = comparisonProblems(m, chosen, ids);
    const model = contractModelComparison(m, chosen, ids, problems);
    const frame = {
      title: model.text.compareTitle,
      trail: [catalogueTrail(request, chosen.key)],
      errors: errorLinks(problems),
    };
    const status = problems.length > 0 ? 422 : 200;
    await render(response, 'contract-models/compare', { layout: layout(request, frame), ...model }, status);
  });

  routes.get(`${OVERVIEWS.contractModels}/:model`, DOSSIER_ROLES, async (request, response, account) => {
    const m = request.context.messages;
    const chosen = asked(matrices, request);
    const model = contractModelModel(m, chosen, String(request.params.model), hasRole(account, ...PLANNERS));
    if (!model) throw new HttpError(404);
    const frame = { title: model.model.name, trail: [catalogueTrail(request, chosen.key)] };
    await render(response, 'contract-models/model', { layout: layout(request, frame), ...model });
  });

  routes.get(OVERVIEWS.neighbourhoodTeams, DOSSIER_ROLES, async (request, response, account) => {
    const m = request.context.messages;
    const chosen = asked(comparisons, request);
    const { filter, problems } = readFactFilter(m, chosen, request.query);
    const model = neighbourhoodTeamsModel(m, chosen, filter, problems, hasRole(account, 'procurement-officer'));
    const frame = { title: model.text.title, errors: errorLinks(problems) };
    const status = problems.length > 0 ? 422 : 200;
    await render(response, 'contract-models/neighbourhood-teams', { layout: layout(request, frame), ...model }, status);
  });

  routes.get(OVERVIEWS.instruments, DOSSIER_ROLES, async (request, response) => {
    const m = request.context.messages;
    const model = demandLedInstrumentsModel(m, asked(options, request));
    const frame = { title: model.text.title };
    await render(response, 'contract-models/instruments', { layout: layout(request, frame), ...model });
  });

  routes.get(OVERVIEWS.functionalModel, DOSSIER_ROLES, async (request, response) => {
    const m = request.context.messages;
    const chosen = asked(functionalModels, request);
    const { filter, problems } = readPillarFilter(m, chosen, request.query);
    const model = functionalModelModel(m, chosen, filter, problems);
    const frame = { title: model.text.title, errors: errorLinks(problems) };
    const status = problems.length > 0 ? 422 : 200;
    await render(response, 'purchase-plan/functional-model', { layout: layout(request, frame), ...model }, status);
  });

  routes.get(OVERVIEWS.law, DOSSIER_ROLES, async (request, response) => {
    const m = request.context.messages;
    const { procedure, problems } = readProcedure(m, request.query.procedure);
    const former = newestVersions(formerLaws).map(([, { rules }]) => rules);
    const model = lawModel(m, asked(laws, request), former, procedure, problems);
    const frame = { title: model.text.title, errors: errorLinks(problems) };
    const status = problems.length > 0 ? 422 : 200;
    await render(response, 'contract-models/law', { layout: layout(request, frame), ...model }, status);
  });
}

/** The rule set that the address asks for with `?rules=...`, or 404. */
function asked<Rules extends Heading>(sets: ReadonlyMap<string, Published<Rules>>, request: Request): Chosen<Rules> {
  const chosen = chosenRules(sets, request.query.rules);
  if (!chosen) throw new HttpError(404);
  return chosen;
}
