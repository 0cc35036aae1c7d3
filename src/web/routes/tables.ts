import type { Account } from '../../actions/accounts.ts';
import { listContracts, listDecisions, listPlans, listTenders } from '../../actions/lists.ts';
import { ROLES, type Role } from '../../domain/roles.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { isShutOut } from '../../domain/tender/state/rounds.ts';
import type { Table } from '../../exchange/spreadsheet/table.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Storage } from '../../storage/database.ts';
import { CHOICE_READERS, CONTRACT_READERS, sees } from '../access.ts';
import { todayBy } from '../dutch-date.ts';
import { type AskedList, readListQuery } from '../forms/list-query.ts';
import { recordedPriceSheet } from '../forms/price-sheet.ts';
import { HttpError } from '../http-error.ts';
import { contractTable } from '../pages/contract-list.ts';
import { decisionTable, planTable } from '../pages/home.ts';
import { recordedPlaces } from '../pages/prices.ts';
import { progressOf } from '../pages/tender.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { bidsTable } from '../sheets/bids-table.ts';
import { contractsTable, decisionsTable, tendersTable } from '../sheets/list-tables.ts';
import { progressTable } from '../sheets/progress-table.ts';
import { scoresTable } from '../sheets/scores-table.ts';
import { roundOf } from './consensus.ts';
import { requireDeclared, requireSight, tenderOf, type Web } from './context.ts';

/** So many rows of a list are in one file. */
const WHOLE = { limit: 5_000, offset: 0 } as const;

/** The lists of which a page shows a part. */
interface WholeList {
  readonly path: string;
  readonly readers: readonly Role[];
  readonly table: (storage: Storage, account: Account, m: Messages, asked: AskedList, today: string) => Table;
}
const running = ({ q }: AskedList, today: string) => ({
  ...WHOLE,
  archived: false,
  title: q === '' ? undefined : q,
  today,
});
const LISTS: readonly WholeList[] = [
  {
    path: '/tenders',
    readers: ROLES,
    table: (storage, account, m, asked, today) => {
      const { phase, year, show } = asked;
      const filter = { ...running(asked, today), archived: show === 'archive', phase, year };
      return tendersTable(m, listTenders(storage, account, filter), today);
    },
  },
  {
    path: '/decisions',
    readers: CHOICE_READERS,
    table: (storage, account, m, asked, today) =>
      decisionsTable(m.decision.list, decisionTable(m, listDecisions(storage, account, running(asked, today)))),
  },
  {
    path: '/plans',
    readers: CHOICE_READERS,
    table: (storage, account, m, asked, today) =>
      decisionsTable(m.planPages.list, planTable(m, listPlans(storage, account, running(asked, today)), today)),
  },
  {
    path: '/contracts',
    readers: CONTRACT_READERS,
    table: (storage, account, m, asked, today) =>
      contractsTable(contractTable(m, listContracts(storage, account, running(asked, today)), today)),
  },
];

/** Tables of pages as spreadsheets: the same rows, for the same people. */
export function tableRoutes({ services, routes }: Web): void {
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    for (const list of LISTS) {
      routes.long('get', `${list.path}.${type}`, list.readers, 'page', (request, response, account) => {
        const m = request.context.messages;
        const table = list.table(services.storage, account, m, readListQuery(request.query), todayBy(services));
        sendSheet(response, m, type, [table], '', table.name);
      });
    }

    routes.long('get', `/tenders/:tender/bids.${type}`, sees('bids'), 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      requireDeclared(state, account);
      const bids = [...state.bids.values()].filter(({ id }) => !isShutOut(state, account.id, id));
      sendSheet(response, m, type, [bidsTable(m, state.rules, bids)], state.title, m.sheets.bids.fileName);
    });

    routes.long('get', `/tenders/:tender/progress.${type}`, sees('progress'), 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      requireSight(state, account, 'progress');
      const rows = progressOf(m, state, services.accounts);
      sendSheet(response, m, type, [progressTable(m, rows)], state.title, m.tender.progressSheet);
    });

    const prices = sees('price-forms');
    routes.long('get', `/tenders/:tender/prices.${type}`, prices, 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      if (!hasSealed(state.rules)) throw new HttpError(404);
      requireSight(state, account, 'price-forms');
      const table = recordedPriceSheet(m, state, recordedPlaces(state));
      sendSheet(response, m, type, [table], state.title, m.prices.keep.sheet.fileName);
    });

    const scores = sees('others-scores', 'consensus');
    routes.long('get', `/tenders/:tender/scores.${type}`, scores, 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      const round = roundOf(state, account, request.query);
      requireDeclared(state, account);
      const table = scoresTable(m, state, round, account.id, services.accounts.nameOf);
      sendSheet(response, m, type, [table], state.title, m.sheets.scores.sheet);
    });
  }
}
