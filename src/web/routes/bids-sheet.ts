import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { forRules } from '../../messages/messages.ts';
import { causes } from '../access.ts';
import { goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfBids } from '../confirm/new-bids.ts';
import { bidColumns, emptyBidsSheet } from '../forms/bid-columns.ts';
import { BIDS_SHEET, readBidsSheet, registering } from '../forms/bids-sheet.ts';
import { faultProblems, SHEET } from '../forms/sheet-faults.ts';
import type { FieldProblem } from '../forms/text.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sheetModel } from '../pages/sheet.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { carriedWithSheet, type SheetOffer } from '../sheet-upload.ts';
import { confirmPage } from './confirming.ts';
import { requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

/** All bids at once, out of a spreadsheet: read, shown, and registered together or not at all. */
export function bidsSheetRoutes(web: Web): void {
  const { services, routes, render, layout, sheets } = web;
  const PATH = '/tenders/:tender/bids/sheet';
  const registrable = (account: Account, request: Request): Readonly<TenderState> => {
    const state = tenderOf(services, account, request);
    requireStep(state, account, 'bid-registered');
    return state;
  };
  const pathOf = ({ dossier }: Readonly<TenderState>): string => `/tenders/${dossier}/bids/sheet`;

  const page = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
  ) => {
    const m = forRules(request.context.messages, state.rules);
    const { title, lead, submit } = m.sheets.bids;
    const columns = bidColumns(m, state.rules).filter(({ isShown, isMore }) => isShown && !isMore);
    const model = sheetModel(m, { title, lead, submit, columns, action: pathOf(state) }, problems);
    const frame = {
      title,
      trail: [tenderTrail(state)],
      returnTo: pathOf(state),
      errors: errorLinks(problems),
    };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'sheet/sheet', { layout: layout(request, frame), ...model }, status);
  };

  routes.get(PATH, causes('bid-registered'), async (request, response, account) => {
    await page(request, response, registrable(account, request), []);
  });
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.get(`${PATH}.${type}`, causes('bid-registered'), (request, response, account) => {
      const state = registrable(account, request);
      const m = forRules(request.context.messages, state.rules);
      sendSheet(response, m, type, emptyBidsSheet(m, state.rules), state.title, m.sheets.bids.fileName);
    });
  }

  /** Shows what a sheet says, to be agreed to, or what is wrong with it; registers what was agreed to. */
  const take = async (
    request: Request,
    response: Response,
    account: Account,
    state: Readonly<TenderState>,
    offer: SheetOffer,
  ) => {
    const m = request.context.messages;
    if (!offer) return await page(request, response, state, [{ field: SHEET, text: m.sheets.missing }]);
    if ('faults' in offer) return await page(request, response, state, faultProblems(m, offer.faults));
    const read = await readBidsSheet(m, state, account.id, offer.sheet);
    if ('problems' in read) return await page(request, response, state, read.problems);
    const { confirmation, details } = confirmationOfBids(m, state, read.bids);
    const carried = carriedWithSheet(offer);
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: [tenderTrail(state)], returnTo: pathOf(state) };
      return await confirmPage(web, request, response, confirmation, more);
    }
    services.tenders.execute(state.dossier, account.id, { type: 'say', events: registering(read.bids) });
    response.redirect(303, `/tenders/${state.dossier}?notice=bidsRegistered`);
  };

  routes.upload(PATH, causes('bid-registered'), async (request, response, account, upload) => {
    request.body = upload.fields;
    const state = registrable(account, request);
    await take(request, response, account, state, await sheets.uploaded(account.id, upload, SHEET, BIDS_SHEET));
  });
  routes.postLarge(`${PATH}/register`, causes('bid-registered'), async (request, response, account) => {
    const state = registrable(account, request);
    if (goesBack(request.body)) return response.redirect(303, pathOf(state));
    await take(request, response, account, state, await sheets.carried(account.id, request.body, SHEET, BIDS_SHEET));
  });
}
