import { listTenders } from '../../actions/lists.ts';
import { ROLES } from '../../domain/roles.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { isShutOut } from '../../domain/tender/state/rounds.ts';
import type { Table } from '../../exchange/spreadsheet/table.ts';
import { statusInWords } from '../../explanation/status.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { sees } from '../access.ts';
import { dateInTheNetherlands } from '../dutch-date.ts';
import { readListQuery } from '../forms/list-query.ts';
import { recordedPriceSheet } from '../forms/price-sheet.ts';
import { HttpError } from '../http-error.ts';
import { recordedPlaces } from '../pages/prices.ts';
import { progressOf } from '../pages/tender.ts';
import { deadlineOf } from '../pages/work.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { bidsTable } from '../sheets/bids-table.ts';
import { progressTable } from '../sheets/progress-table.ts';
import { scoresTable } from '../sheets/scores-table.ts';
import { roundOf } from './consensus.ts';
import { requireDeclared, requireSight, tenderOf, type Web } from './context.ts';

/** So many tenders are listed in one file. */
const MOST_TENDERS = 5_000;

/** Tables of pages as spreadsheets: the same rows, for the same people. */
export function tableRoutes({ services, routes }: Web): void {
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.long('get', `/tenders.${type}`, ROLES, 'page', (request, response, account) => {
      const m = request.context.messages;
      const { q, phase, year, show } = readListQuery(request.query);
      const today = dateInTheNetherlands(new Date());
      const { rows } = listTenders(services.storage, account, {
        archived: show === 'archive',
        phase,
        year,
        title: q === '' ? undefined : q,
        today,
        limit: MOST_TENDERS,
        offset: 0,
      });
      const table = tendersTable(m, rows, today);
      sendSheet(response, m, type, [table], '', table.name);
    });

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

function tendersTable(m: Messages, rows: ReturnType<typeof listTenders>['rows'], today: string): Table {
  const t = m.home.list;
  return {
    name: m.home.dossiers,
    columns: [
      { header: t.tender, width: 50 },
      { header: t.status, width: 50 },
      { header: t.date, width: 22 },
      { header: m.sheets.deadlineOf, width: 40 },
      { header: t.changed, width: 30 },
    ],
    rows: rows.map((row) => {
      const deadline = deadlineOf(m, row, today);
      return [
        row.title,
        statusInWords(forRules(m, { award: row.words }), row.seat.status),
        row.date?.on ?? null,
        deadline?.what ?? null,
        m.format.moment(row.seat.lastSeen),
      ];
    }),
  };
}
