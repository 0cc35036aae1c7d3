import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { recordPrices } from '../../actions/record-prices.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { may } from '../../domain/tender/admit.ts';
import { placesWithPrice } from '../../domain/tender/open-work.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { describeError } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import { firstFieldOf, readPrices } from '../forms/price-entry.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import { fitsOnOnePage, priceFormModel, pricesModel, type RefusedPrices } from '../pages/prices.ts';
import { errorLinks } from '../pages/score-field.ts';
import { requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';

/** Prices are opened and recorded only when quality is closed; nobody else than the chair and an auditor sees these pages. */
export function priceRoutes({ services, routes, render, layout }: Web): void {
  /** The tender, when it asks prices and this is their moment. */
  const pricedTender = (account: Account, dossier: unknown): Readonly<TenderState> => {
    const state = tenderOf(services, account, dossier);
    if (!hasSealed(state.rules)) throw new HttpError(404);
    requireSight(state, account, 'price-forms');
    return state;
  };
  const mayRecord = (state: Readonly<TenderState>, account: Account): boolean =>
    may(state, account.id, 'price-recorded') && !state.everAwarded;

  routes.get('/tenders/:tender/prices', sees('price-forms'), async (request, response, account) => {
    const m = request.context.messages;
    const state = pricedTender(account, request.params.tender);
    const frame = {
      title: m.prices.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, { saved: m.prices.saved, qualityClosed: m.tender.notice.qualityClosed }),
    };
    const model = pricesModel(m, state, mayRecord(state, account));
    await render(response, 'prices/prices', { layout: layout(request, frame), ...model });
  });

  /** A bid of the tender and the lots that the page is about: all of them where they fit on one page, or the one in the path. */
  const bidOf = (state: Readonly<TenderState>, request: Request) => {
    const bid = state.bids.get(String(request.params.bid));
    const own = placesWithPrice(state).filter((place) => place.bid === bid?.id);
    const { lot } = request.params;
    const places = lot === undefined ? own : own.filter((place) => place.lot === lot);
    if (!bid || places.length === 0 || (lot === undefined && !fitsOnOnePage(state, own))) throw new HttpError(404);
    return { bid, places };
  };

  const page = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    { bid, places }: { bid: Bid; places: ReturnType<typeof placesWithPrice> },
    editable: boolean,
    refused?: RefusedPrices & { readonly recorded: number },
  ) => {
    const m = request.context.messages;
    const path = request.originalUrl.split('?')[0]!;
    const model = priceFormModel(m, state, bid, places, editable ? path : null, refused);
    const frame = {
      title: model.title,
      trail: [tenderTrail(state), { href: model.backHref, label: m.prices.title }],
      returnTo: path,
      errors: errorLinks(refused?.problems ?? []),
      notice: noticeOf(m, refused),
    };
    const status = !refused ? 200 : refused.stale.length > 0 ? 409 : 422;
    return render(response, 'prices/form', { layout: layout(request, frame), ...model }, status);
  };

  for (const path of ['/tenders/:tender/prices/:bid', '/tenders/:tender/prices/:bid/:lot']) {
    routes.get(path, sees('price-forms'), async (request, response, account) => {
      const state = pricedTender(account, request.params.tender);
      await page(request, response, state, bidOf(state, request), mayRecord(state, account));
    });

    routes.postLarge(path, causes('price-recorded'), async (request, response, account) => {
      const state = pricedTender(account, request.params.tender);
      requireStep(state, account, 'price-recorded');
      if (state.everAwarded) throw new DomainError('prices-final');
      const about = bidOf(state, request);
      const m = request.context.messages;
      const names = namesOf(state.rules, state.bids.values());
      const { prices, problems, far } = readPrices(m, state, about.places, request.body);
      const refusals = recordPrices(services.tenders, state.dossier, account.id, prices);
      const stale = refusals.filter(({ error }) => error.code === 'stale').map(({ place }) => place);
      const wrong = refusals
        .filter(({ error }) => error.code !== 'stale')
        .map(({ place, error }) => ({ field: firstFieldOf(m, state, place), text: describeError(m, error, names) }));
      if (problems.length + refusals.length > 0) {
        const recorded = prices.length - refusals.length;
        const refused = { form: request.body, problems: [...problems, ...wrong], stale, far, recorded };
        return await page(request, response, services.tenders.get(state.dossier), about, true, refused);
      }
      response.redirect(303, `/tenders/${state.dossier}/prices?notice=saved`);
    });
  }
}

function noticeOf(
  m: Request['context']['messages'],
  refused: (RefusedPrices & { readonly recorded: number }) | undefined,
) {
  if (!refused) return null;
  if (refused.stale.length > 0) return { tone: 'warning', title: m.prices.staleTitle, text: m.prices.stale } as const;
  return refused.recorded > 0 ? ({ tone: 'information', title: null, text: m.prices.savedRest } as const) : null;
}
