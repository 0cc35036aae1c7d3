import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeKey } from '../../domain/rules/place.ts';
import type { PriceOffer } from '../../domain/rules/price-rules.ts';
import { placesWithPrice } from '../../domain/tender/state/open-work.ts';
import { everAwarded, type TenderState } from '../../domain/tender/state/state.ts';
import { describeError } from '../../messages/messages.ts';
import { causes } from '../access.ts';
import type { Asked } from '../asked.ts';
import { goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfRecording } from '../confirm/keeping.ts';
import { PRICE_SHEET, readPriceSheet, recordedPriceSheet } from '../forms/price-sheet.ts';
import { faultProblems, SHEET } from '../forms/sheet-faults.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { bidderField } from '../pages/prices.ts';
import { errorLinks } from '../pages/score-field.ts';
import { sheetModel } from '../pages/sheet.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { carriedWithSheet, type SheetOffer } from '../sheet-upload.ts';
import { confirmPage } from './confirming.ts';
import { requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

const PATH = '/tenders/:tender/prices-sheet';

/** Prices out of a spreadsheet once they are open, until the first award: all of them are recorded, or none. */
export function recordedPriceSheetRoutes(web: Web): void {
  const { services, routes, render, layout, sheets } = web;
  const recordable = (account: Account, request: Asked): Readonly<TenderState> => {
    const state = tenderOf(services, account, request);
    if (!hasSealed(state.rules)) throw new HttpError(404);
    requireSight(state, account, 'price-forms');
    requireStep(state, account, 'price-recorded');
    if (!state.pricesOpened) throw new DomainError('prices-not-opened');
    if (everAwarded(state)) throw new DomainError('prices-final');
    return state;
  };
  const baseOf = ({ dossier }: Readonly<TenderState>): string => `/tenders/${dossier}/prices-sheet`;

  const page = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
  ) => {
    const m = request.context.messages;
    const { title, lead, submit, meaning } = m.prices.fromSheet;
    const columns = [{ head: m.prices.keep.sheet.value, meaning }];
    const field = bidderField(m, state, placesWithPrice(state), typed(request.body ?? {}, 'bid'));
    const model = sheetModel(m, { title, lead, submit, columns, action: baseOf(state) }, problems, field);
    const trail = [tenderTrail(state), { href: `/tenders/${state.dossier}/prices`, label: m.prices.title }];
    const frame = { title, trail, returnTo: baseOf(state), errors: errorLinks(problems) };
    const status = problems.length > 0 ? 422 : 200;
    return render(response, 'sheet/sheet', { layout: layout(request, frame), ...model }, status);
  };

  routes.get(PATH, causes('price-recorded'), async (request, response, account) => {
    await page(request, response, recordable(account, request), []);
  });
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    routes.long('get', `${PATH}.${type}`, causes('price-recorded'), 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = recordable(account, request);
      const sheet = recordedPriceSheet(m, state, placesWithPrice(state));
      sendSheet(response, m, type, [sheet], state.title, m.prices.keep.sheet.fileName);
    });
  }

  /** Shows what a sheet says, to be agreed to, or what is wrong with it; records what was agreed to. */
  const take = async (
    request: Request,
    response: Response,
    account: Account,
    state: Readonly<TenderState>,
    read: SheetOffer,
  ) => {
    const m = request.context.messages;
    const refuse = (problems: readonly FieldProblem[]) => page(request, response, state, problems);
    if (!read) return await refuse([{ field: SHEET, text: m.sheets.missing }]);
    if ('faults' in read) return await refuse(faultProblems(m, read.faults));
    const bid = typed(request.body, 'bid');
    const { prices: all, problems, far } = await readPriceSheet(m, state, placesWithPrice(state), read.sheet, bid);
    if (problems.length > 0) return await refuse(problems);
    const prices = all.filter(({ price }) => isNew(state, price));
    if (prices.length === 0) return await refuse([{ field: SHEET, text: m.prices.fromSheet.nothingNew }]);
    const { confirmation, details } = confirmationOfRecording(m, state, { prices, far });
    const carried = carriedWithSheet(read, { bid });
    if (!isAgreed(request.body, confirmation, carried)) {
      const more = { carried, details, trail: [tenderTrail(state)], returnTo: baseOf(state) };
      return await confirmPage(web, request, response, confirmation, more);
    }
    try {
      services.tenders.execute(state.dossier, account.id, { type: 'record-prices', prices });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const text = describeError(m, error, namesOf(state.rules, state.bids.values()));
      return await refuse([{ field: SHEET, text }]);
    }
    response.redirect(303, `/tenders/${state.dossier}/prices?notice=saved`);
  };
  routes.upload(PATH, causes('price-recorded'), async (request, response, account, upload) => {
    request.body = upload.fields;
    const state = recordable(account, request);
    await take(request, response, account, state, await sheets.uploaded(account.id, upload, SHEET, PRICE_SHEET));
  });
  routes.postLarge(`${PATH}/record`, causes('price-recorded'), async (request, response, account) => {
    const state = recordable(account, request);
    if (goesBack(request.body)) return response.redirect(303, baseOf(state));
    const sheet = await sheets.carried(account.id, request.body, SHEET, PRICE_SHEET);
    await take(request, response, account, state, sheet);
  });
}

/** Whether it is not what was recorded: the sheet is downloaded with that. */
const isNew = ({ prices }: Readonly<TenderState>, price: PriceOffer): boolean =>
  JSON.stringify(prices.get(placeKey(price.bid, price.lot))?.price) !== JSON.stringify(price);
