import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import type { Asked } from '../asked.ts';
import { goesBack, isAgreed } from '../confirm/confirmation.ts';
import { confirmationOfKeeping } from '../confirm/keeping.ts';
import type { Services } from '../context.ts';
import type { PriceEntry } from '../forms/price-entry.ts';
import { bidderPriceSheet, emptyPriceSheet, PRICE_SHEET, readPriceSheet } from '../forms/price-sheet.ts';
import { faultProblems, SHEET } from '../forms/sheet-faults.ts';
import { type FieldProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { placesToKeep, sealedPricesModel } from '../pages/prices.ts';
import { errorLinks } from '../pages/score-field.ts';
import { SHEET_TYPES, type SheetType, sendSheet } from '../send-sheet.ts';
import { carriedWithSheet, type SheetOffer } from '../sheet-upload.ts';
import { confirmPage } from './confirming.ts';
import { requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

/** Sheets of prices: empty ones to be filled in, and those that came back, which are taken into keeping. */
export function priceSheetRoutes(web: Web): void {
  const { services, routes, render, layout, sheets } = web;
  for (const type of Object.keys(SHEET_TYPES) as SheetType[]) {
    const kept = causes('price-sealed');
    routes.long('get', `/tenders/:tender/sealed-prices.${type}`, kept, 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = keptTender(services, account, request);
      const sheet = emptyPriceSheet(m, state, placesToKeep(state));
      sendSheet(response, m, type, [sheet], state.title, m.prices.keep.sheet.fileName);
    });
    const blank = sees('rules');
    routes.long('get', `/tenders/:tender/price-sheet.${type}`, blank, 'page', (request, response, account) => {
      const m = request.context.messages;
      const state = tenderOf(services, account, request);
      if (!hasSealed(state.rules)) throw new HttpError(404);
      sendSheet(response, m, type, [bidderPriceSheet(m, state)], state.title, m.prices.keep.sheet.blankName);
    });
  }

  /** Shows what a sheet says, to be agreed to, or what is wrong with it; takes into keeping what was agreed to. */
  const takeSheet = async (
    request: Request,
    response: Response,
    account: Account,
    state: Readonly<TenderState>,
    read: SheetOffer,
  ) => {
    const m = request.context.messages;
    const bid = typed(request.body, 'bid');
    const refuse = (problems: readonly FieldProblem[]) => {
      const title = m.prices.keep.title;
      const returnTo = `/tenders/${state.dossier}/sealed-prices`;
      const frame = { title, trail: [tenderTrail(state)], returnTo, errors: errorLinks(problems) };
      const model = sealedPricesModel(m, state, problems, bid);
      return render(response, 'prices/sealed', { layout: layout(request, frame), ...model }, 422);
    };
    if (!read) return await refuse([{ field: SHEET, text: m.sheets.missing }]);
    if ('faults' in read) return await refuse(faultProblems(m, read.faults));
    const { prices, problems } = await readPriceSheet(m, state, placesToKeep(state), read.sheet, bid);
    if (problems.length > 0) return await refuse(problems);
    if (prices.length === 0) return await refuse([{ field: SHEET, text: m.prices.keep.empty }]);
    const { confirmation, details } = confirmationOfKeeping(m, state, prices);
    const carried = carriedWithSheet(read, { bid });
    if (!isAgreed(request.body, confirmation, carried)) {
      const kept = `/tenders/${state.dossier}/sealed-prices`;
      const trail = [tenderTrail(state), { href: kept, label: m.prices.keep.title }];
      return await confirmPage(web, request, response, confirmation, { carried, details, trail, returnTo: kept });
    }
    const refusal = keepPrices(services, m, state, account, prices);
    if (refusal !== undefined) return await refuse([{ field: SHEET, text: refusal }]);
    response.redirect(303, `/tenders/${state.dossier}/sealed-prices?notice=saved`);
  };
  routes.upload(
    '/tenders/:tender/sealed-prices',
    causes('price-sealed'),
    async (request, response, account, upload) => {
      request.body = upload.fields;
      const state = keptTender(services, account, request);
      await takeSheet(request, response, account, state, await sheets.uploaded(account.id, upload, SHEET, PRICE_SHEET));
    },
  );
  routes.postLarge(
    '/tenders/:tender/sealed-prices/keep',
    causes('price-sealed'),
    async (request, response, account) => {
      const state = keptTender(services, account, request);
      if (goesBack(request.body)) return response.redirect(303, `/tenders/${state.dossier}/sealed-prices`);
      const sheet = await sheets.carried(account.id, request.body, SHEET, PRICE_SHEET);
      await takeSheet(request, response, account, state, sheet);
    },
  );
}

/** The tender of who keeps its prices, while they are closed. */
export function keptTender(services: Services, account: Account, request: Asked): Readonly<TenderState> {
  const state = tenderOf(services, account, request);
  if (!hasSealed(state.rules)) throw new HttpError(404);
  requireStep(state, account, 'price-sealed');
  return state;
}

/** Takes prices into keeping, all or none. @returns why they are refused, in words */
export function keepPrices(
  { tenders }: Services,
  m: Messages,
  state: Readonly<TenderState>,
  account: Account,
  prices: PriceEntry['prices'],
): string | undefined {
  try {
    const events = prices.map(({ price }) => ({ type: 'price-sealed', payload: { price } }) as const);
    tenders.execute(state.dossier, account.id, { type: 'say', events });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return describeError(m, error, namesOf(state.rules, state.bids.values()));
  }
}
