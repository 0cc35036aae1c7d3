import type { Account } from '../../actions/accounts.ts';
import {
  countTenders,
  type ListFilter,
  listContracts,
  listDecisions,
  listPlans,
  listTenders,
  type Page,
} from '../../actions/lists.ts';
import { setUpsLeft, withoutLeader } from '../../actions/succession.ts';
import { GROUPS } from '../../domain/listing.ts';
import { DOSSIER_ROLES, hasRole, ROLES } from '../../domain/roles.ts';
import { CHOICE_READERS, CONTRACT_READERS } from '../access.ts';
import { todayBy } from '../dutch-date.ts';
import { type AskedList, readListQuery } from '../forms/list-query.ts';
import { contractsModel } from '../pages/contract-list.ts';
import { decisionsModel, homeModel, workModel } from '../pages/home.ts';
import { noticeFrom } from '../pages/layout.ts';
import { lastPage, partOf, ROWS_OF_GROUP } from '../pages/pager.ts';
import type { Web } from './context.ts';
import { setUpTitle } from './set-up-context.ts';

/** The first page, and the lists of which it shows the first rows. None of them reads a dossier. */
export function homeRoutes({ services, routes, render, layout }: Web): void {
  const { storage, accounts } = services;
  const tenders = (account: Account, filter: Omit<ListFilter, 'today'>) =>
    listTenders(storage, account, { ...filter, today: todayBy(services) });
  const decisions = (account: Account, filter: Omit<ListFilter, 'today' | 'archived'>) =>
    listDecisions(storage, account, { ...filter, archived: false, today: todayBy(services) });
  const contracts = (account: Account, filter: Omit<ListFilter, 'today' | 'archived'>) =>
    listContracts(storage, account, { ...filter, archived: false, today: todayBy(services) });

  routes.get('/', ROLES, async (request, response, account) => {
    const m = request.context.messages;
    const frame = { title: m.app.home, notice: noticeFrom(request, { stopped: m.work.stopped }) };
    const query = readListQuery(request.query);
    const archived = query.show === 'archive';
    const { q, phase, year } = query;
    const [found, asked] = pageOf(query, (page) =>
      tenders(account, { archived, phase, year, title: q === '' ? undefined : q, ...partOf(page) }),
    );
    const ofGroup = (group: (typeof GROUPS)[number]) =>
      tenders(account, { archived: false, group, limit: ROWS_OF_GROUP, offset: 0 });
    const lists = {
      asked,
      today: todayBy(services),
      groups: { todo: ofGroup('todo'), waits: ofGroup('waits'), heeds: ofGroup('heeds') },
      tenders: found,
      counts: countTenders(storage, account),
      decisions: decisions(account, { limit: ROWS_OF_GROUP, offset: 0 }),
      contracts: contracts(account, { limit: ROWS_OF_GROUP, offset: 0 }),
      plans: listPlans(storage, account, {
        archived: false,
        today: todayBy(services),
        limit: ROWS_OF_GROUP,
        offset: 0,
      }),
    };
    const model = homeModel(m, account, accounts, lists, {
      keepsForms: services.keptForms.of(account.id).length > 0,
      findings: services.prover?.state().last?.proof.findings ?? [],
      leaderless: hasRole(account, 'administrator') ? withoutLeader(services) : [],
      setUpsLeft: hasRole(account, 'administrator')
        ? setUpsLeft(services).map(({ draft }) => setUpTitle(draft) || m.setUp.list.untitled)
        : [],
    });
    await render(response, 'home/home', { layout: layout(request, frame), ...model });
  });

  for (const group of GROUPS) {
    routes.get(`/tasks/${group}`, DOSSIER_ROLES, async (request, response, account) => {
      const m = request.context.messages;
      const [found, { page }] = pageOf(readListQuery(request.query), (asked) =>
        tenders(account, { archived: false, group, ...partOf(asked) }),
      );
      const model = workModel(m, accounts, group, page, found, todayBy(services));
      await render(response, 'home/work', { layout: layout(request, { title: model.group.title }), ...model });
    });
  }

  routes.get('/decisions', CHOICE_READERS, async (request, response, account) => {
    const query = readListQuery(request.query);
    const [found, asked] = pageOf(query, (page) =>
      decisions(account, { title: query.q === '' ? undefined : query.q, ...partOf(page) }),
    );
    const model = decisionsModel(request.context.messages, asked, found);
    await render(response, 'home/decisions', {
      layout: layout(request, { title: model.title, ownSheets: true }),
      ...model,
    });
  });

  routes.get('/contracts', CONTRACT_READERS, async (request, response, account) => {
    const query = readListQuery(request.query);
    const [found, asked] = pageOf(query, (page) =>
      contracts(account, { title: query.q === '' ? undefined : query.q, ...partOf(page) }),
    );
    const today = todayBy(services);
    const model = contractsModel(request.context.messages, account, asked, found, today);
    await render(response, 'home/contracts', {
      layout: layout(request, { title: model.title, ownSheets: true }),
      ...model,
    });
  });
}

/** The page that is asked for; the last one where there are not so many, and how the list is asked then. */
function pageOf<Row>(asked: AskedList, read: (page: number) => Page<Row>): [Page<Row>, AskedList] {
  const found = read(asked.page);
  if (found.rows.length > 0 || asked.page === 1) return [found, asked];
  const page = lastPage(read(1).total);
  return [read(page), { ...asked, page }];
}
