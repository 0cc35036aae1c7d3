import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { mayViewContracts } from '../../domain/contract/access.ts';
import { decideContracts } from '../../domain/contract/decide.ts';
import { describeContractError } from '../../explanation/contract/named-error.ts';
import { CONTRACT_READERS, records } from '../access.ts';
import { type ContractAct, type ContractActs, contractAsking } from '../acts/contract-act-kind.ts';
import { CONTRACT_ACT_NAMES, CONTRACT_ACTS, type ContractActName } from '../acts/contract-acts.ts';
import { todayBy } from '../dutch-date.ts';
import type { FormBody } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { contractActModel, contractActsModel } from '../pages/contract-acts.ts';
import { errorLinks } from '../pages/score-field.ts';
import type { Web } from './context.ts';
import { contractOf, contractTrail, requireContractStep } from './contract-context.ts';
import { type ActInDossier, doAct, showAct } from './one-act.ts';

const EVENTS = [...new Set(CONTRACT_ACT_NAMES.map((name) => CONTRACT_ACTS[name].event))];

/** What is recorded of contracts with a form of a few fields. */
export function contractActRoutes({ services, routes, render, layout }: Web): void {
  const { contracts, accounts } = services;
  const askingNow = (request: Request, account: Account) =>
    contractAsking(
      request.context.messages,
      contractOf(services, account, request),
      account,
      accounts,
      todayBy(services),
    );

  routes.get('/contracts/:contract/acts', CONTRACT_READERS, async (request, response, account) => {
    const asking = askingNow(request, account);
    const frame = { title: asking.m.contractActs.title, trail: [contractTrail(asking.state)] };
    await render(response, 'tender/acts', { layout: layout(request, frame), ...contractActsModel(asking) });
  });

  /** The act in the path, as this person does it in this dossier. @throws DomainError where he or she may not, now */
  const actIn = (request: Request, response: Response, account: Account): ActInDossier<ContractActs> => {
    const asking = askingNow(request, account);
    const { m, state } = asking;
    const { dossier } = state;
    const name = nameOf(request.params.act);
    const act: ContractAct = CONTRACT_ACTS[name];
    requireContractStep(state, account, act.event);
    const trail = [contractTrail(state), { href: `/contracts/${dossier}/acts`, label: m.contractActs.title }];
    // An address can fill in what an act is about.
    const form: FormBody = request.method === 'GET' ? request.query : request.body;
    return {
      act,
      asking,
      action: `/contracts/${dossier}/acts/${name}`,
      dossierHref: `/contracts/${dossier}`,
      trail,
      page: (problems, status) => {
        const model = contractActModel(askingNow(request, account), name, form, problems);
        const frame = { title: model.title, trail, returnTo: model.action, errors: errorLinks(problems) };
        return render(response, 'tender/act', { layout: layout(request, frame), ...model }, status);
      },
      check: (events) => {
        decideContracts(contracts.get(dossier), account.id, { type: 'say', events });
      },
      execute: (events) => contracts.execute(dossier, account.id, { type: 'say', events }),
      describe: (error) => describeContractError(m, state, error),
      // Who hands over may not see the dossier any more.
      done: () => {
        const stays = mayViewContracts(contracts.get(dossier), account);
        response.redirect(303, stays ? `/contracts/${dossier}?notice=${name}` : '/contracts');
      },
    };
  };
  const path = '/contracts/:contract/acts/:act';
  routes.get(path, records(...EVENTS), (request, response, account) =>
    showAct({ render, layout }, request, response, actIn(request, response, account)),
  );
  routes.post(path, records(...EVENTS), (request, response, account) =>
    doAct({ render, layout }, request, response, actIn(request, response, account)),
  );
}

function nameOf(given: unknown): ContractActName {
  const found = CONTRACT_ACT_NAMES.find((one) => one === given);
  if (!found) throw new HttpError(404);
  return found;
}
