import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import {
  contractsByHand,
  contractsFollowing,
  type Opening,
  openContractsByHand,
  openContractsFrom,
} from '../../actions/open-contracts.ts';
import { decideContracts } from '../../domain/contract/decide.ts';
import { DomainError } from '../../domain/errors.ts';
import { isChair } from '../../domain/tender/access.ts';
import type { Block } from '../../explanation/blocks.ts';
import { describeError } from '../../messages/messages.ts';
import { carriedFields, goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfContracts, contractsTable } from '../confirm/contracts.ts';
import { readOpening, rulesToFollow } from '../forms/contract-opening.ts';
import { asksForMoreContracts, readContractRows } from '../forms/contract-rows.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { contractsByHandModel, contractsOfAwardModel } from '../pages/new-contracts.ts';
import { errorLinks } from '../pages/score-field.ts';
import { confirmPage } from './confirming.ts';
import { requireAccess, requireSight, tenderOf, tenderTrail, type Web } from './context.ts';

const OFFICER = ['procurement-officer'] as const;

/** Opening a dossier of contracts: by hand, or from the award of a tender. */
export function newContractRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  const { accounts, contracts, ruleSets, storage } = services;
  const listTrail = (request: Request) => ({ href: '/contracts', label: request.context.messages.watching.list.title });

  const page = (request: Request, response: Response, problems: readonly FieldProblem[], status: number) => {
    const m = request.context.messages;
    const form: FormBody = request.body ?? {};
    const model = contractsByHandModel(m, ruleSets.contracts, accounts, { form, problems });
    const frame = {
      title: model.title,
      trail: [listTrail(request)],
      returnTo: '/contracts/new',
      errors: errorLinks(problems),
    };
    return render(response, 'contracts/new', { layout: layout(request, frame), ...model }, status);
  };

  routes.get('/contracts/new', OFFICER, (request, response) => page(request, response, [], 200));

  routes.postLarge('/contracts/new', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    if (asksForMoreContracts(request.body) || goesBack(request.body)) return await page(request, response, [], 200);
    const read = readOpening(m, ruleSets.contracts, accounts, account.id, request.body);
    const rows = readContractRows(m, 'opening' in read ? read.opening.published.rules : read.rules, request.body);
    const problems = [...('problems' in read ? read.problems : []), ...rows.problems];
    if ('problems' in read || problems.length > 0) return await page(request, response, problems, 422);
    const { opening } = read;
    const { confirmation, details } = confirmationOfContracts(
      m,
      opening,
      accounts.nameOf(opening.manager),
      rows.contracts,
      '/contracts/new',
      [],
    );
    try {
      // What the rules refuse is said before anything is to be agreed to.
      decideContracts(undefined, account.id, contractsByHand(opening, rows.contracts));
    } catch (error) {
      return await page(request, response, [refusedOpening(request, error)], 422);
    }
    const carried = carriedFields(request.body);
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: [listTrail(request)], returnTo: '/contracts/new' };
      return await confirmPage(web, request, response, confirmation, more);
    }
    const dossier = openContractsByHand(services, opening, rows.contracts);
    response.redirect(303, `/contracts/${dossier}?notice=created`);
  });

  const path = '/tenders/:tender/contracts/new';
  /** The tender whole, for who chairs it once an award stands. */
  const awarded = (request: Request, account: Account) => {
    const shown = tenderOf(services, account, request);
    requireSight(shown, account, 'award');
    requireAccess(isChair(shown, account));
    return services.tenders.get(shown.dossier);
  };
  const awardPage = (
    request: Request,
    response: Response,
    tender: ReturnType<typeof awarded>,
    problems: readonly FieldProblem[],
    status: number,
  ) => {
    const m = request.context.messages;
    const offered = rulesToFollow(ruleSets.contracts);
    const own = offered.find(([, { rules }]) => rules.tender === tender.rules.id) ?? offered.at(0);
    const asked: FormBody = request.method === 'POST' ? request.body : { title: tender.title, rules: own?.[0] ?? '' };
    const known = (): readonly Block[] => {
      if (!own) return [];
      const [, published] = own;
      const opening: Opening = { title: tender.title, officer: '', manager: '', published, sum: null };
      try {
        const found = contractsFollowing(storage, tender, opening).contracts;
        const t = m.watching.opening;
        return [{ kind: 'heading', level: 1, text: t.known }, contractsTable(m, t.knownCaption, found)];
      } catch (error) {
        // What these rules do not say, others may: it is said when they are chosen.
        if (error instanceof DomainError) return [];
        throw error;
      }
    };
    const existing = storage.lists.following(tender.dossier).filter((one) => one.startsWith('contract-')).length;
    const model = contractsOfAwardModel(m, ruleSets.contracts, accounts, tender.dossier, known(), existing, {
      form: asked,
      problems,
    });
    const frame = {
      title: model.title,
      trail: [tenderTrail(tender)],
      returnTo: model.action,
      errors: errorLinks(problems),
    };
    return render(response, 'contracts/new', { layout: layout(request, frame), ...model }, status);
  };

  routes.get(path, OFFICER, (request, response, account) =>
    awardPage(request, response, awarded(request, account), [], 200),
  );

  routes.post(path, OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const tender = awarded(request, account);
    if (goesBack(request.body)) return await awardPage(request, response, tender, [], 200);
    const read = readOpening(m, ruleSets.contracts, accounts, account.id, request.body);
    if ('problems' in read) return await awardPage(request, response, tender, read.problems, 422);
    const { opening } = read;
    let command: ReturnType<typeof contractsFollowing>;
    try {
      command = contractsFollowing(storage, tender, opening);
      decideContracts(undefined, account.id, command);
    } catch (error) {
      return await awardPage(request, response, tender, [refusedOpening(request, error)], 422);
    }
    const action = `/tenders/${tender.dossier}/contracts/new`;
    const { confirmation, details } = confirmationOfContracts(
      m,
      opening,
      accounts.nameOf(opening.manager),
      command.contracts,
      action,
      [tender.award?.seq, ...command.contracts.flatMap(({ area, provider }) => [area.id, provider.name])],
    );
    const carried = carriedFields(request.body);
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: [tenderTrail(tender)], returnTo: action };
      return await confirmPage(web, request, response, confirmation, more);
    }
    const dossier = openContractsFrom({ storage, contracts }, tender, opening);
    response.redirect(303, `/contracts/${dossier}?notice=created`);
  });
}

/** What the rules refuse, at the field that can mend it. */
function refusedOpening(request: Request, error: unknown): FieldProblem {
  if (!(error instanceof DomainError)) throw error;
  const text = describeError(request.context.messages, error);
  return { field: error.code === 'term-unknown' ? 'rules' : 'title', text };
}
