import type { Request, Response } from 'express';
import type { Account } from '../../actions/accounts.ts';
import { recordPrices } from '../../actions/record-prices.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { may } from '../../domain/tender/admit.ts';
import { placesWithPrice } from '../../domain/tender/state/open-work.ts';
import { everAwarded, type TenderState } from '../../domain/tender/state/state.ts';
import { describeError } from '../../messages/messages.ts';
import { causes, sees } from '../access.ts';
import { firstFieldOf, readPrices } from '../forms/price-entry.ts';
import { type FieldProblem, textProblem, typed } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { noticeFrom } from '../pages/layout.ts';
import {
  fitsOnOnePage,
  type PriceMode,
  placesToKeep,
  priceFormModel,
  pricesModel,
  type RefusedPrices,
  sealedPricesModel,
} from '../pages/prices.ts';
import { errorLinks } from '../pages/score-field.ts';
import { requireSight, requireStep, tenderOf, tenderTrail, type Web } from './context.ts';
import { keepPrices, keptTender } from './price-sheet.ts';

/** Prices are opened and recorded only when quality is closed; nobody else than the chair and an auditor sees these pages. */
export function priceRoutes(web: Web): void {
  const { services, routes, render, layout } = web;
  /** The tender, when it asks prices and this is their moment. */
  const pricedTender = (account: Account, request: Request): Readonly<TenderState> => {
    const state = tenderOf(services, account, request);
    if (!hasSealed(state.rules)) throw new HttpError(404);
    requireSight(state, account, 'price-forms');
    return state;
  };
  /** Before the first award prices are recorded and change freely; after it one is corrected with a reason. Null where they are only read. */
  const modeOf = (state: Readonly<TenderState>, account: Account): 'record' | 'correct' | null => {
    if (!everAwarded(state) && state.pricesOpened && may(state, account.id, 'price-recorded')) return 'record';
    return everAwarded(state) && may(state, account.id, 'price-corrected') ? 'correct' : null;
  };

  routes.get('/tenders/:tender/prices', sees('price-forms'), async (request, response, account) => {
    const m = request.context.messages;
    const state = pricedTender(account, request);
    const frame = {
      title: m.prices.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, { saved: m.prices.saved, qualityClosed: m.tender.notice.qualityClosed }),
    };
    const model = pricesModel(m, state, modeOf(state, account) !== null);
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
    mode: PriceMode | null,
    refused?: RefusedPrices & { readonly recorded: number },
  ) => {
    const m = request.context.messages;
    const path = request.originalUrl.split('?')[0]!;
    const model = priceFormModel(m, state, bid, places, mode === null ? null : path, refused, mode ?? 'record');
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
      const state = pricedTender(account, request);
      await page(request, response, state, bidOf(state, request), modeOf(state, account));
    });

    routes.postLarge(path, causes('price-recorded', 'price-corrected'), async (request, response, account) => {
      const state = pricedTender(account, request);
      const mode = modeOf(state, account) ?? 'record';
      requireStep(state, account, mode === 'correct' ? 'price-corrected' : 'price-recorded');
      if (!state.pricesOpened && state.prices.size === 0) throw new DomainError('prices-not-opened');
      const about = bidOf(state, request);
      const m = request.context.messages;
      const names = namesOf(state.rules, state.bids.values());
      const { prices, problems, far } = readPrices(m, state, about.places, request.body);
      const reason = mode === 'correct' ? typed(request.body, 'reason') : undefined;
      const wrongReason =
        reason === undefined
          ? undefined
          : reason === ''
            ? m.prices.reasonMissing
            : textProblem(m, reason, m.prices.reason, 2000);
      if (wrongReason !== undefined) {
        const refused = {
          form: request.body,
          problems: [{ field: 'reason', text: wrongReason }],
          stale: [],
          far,
          recorded: 0,
        };
        return await page(request, response, state, about, mode, refused);
      }
      const refusals = recordPrices(services.tenders, state.dossier, account.id, prices, reason);
      const stale = refusals.filter(({ error }) => error.code === 'stale').map(({ place }) => place);
      const wrong = refusals
        .filter(({ error }) => error.code !== 'stale')
        .map(({ place, error }) => ({ field: firstFieldOf(m, state, place), text: describeError(m, error, names) }));
      if (problems.length + refusals.length > 0) {
        const recorded = prices.length - refusals.length;
        const refused = { form: request.body, problems: [...problems, ...wrong], stale, far, recorded };
        return await page(request, response, tenderOf(services, account, request), about, mode, refused);
      }
      response.redirect(303, `/tenders/${state.dossier}/prices?notice=saved`);
    });
  }

  routes.get('/tenders/:tender/sealed-prices', causes('price-sealed'), async (request, response, account) => {
    const m = request.context.messages;
    const state = keptTender(services, account, request);
    const frame = {
      title: m.prices.keep.title,
      trail: [tenderTrail(state)],
      notice: noticeFrom(request, { saved: m.prices.keep.saved }),
    };
    await render(response, 'prices/sealed', { layout: layout(request, frame), ...sealedPricesModel(m, state, []) });
  });
  const sealedPath = '/tenders/:tender/sealed-prices/:bid/:lot';
  const keptBidOf = (state: Readonly<TenderState>, request: Request) => {
    const bid = state.bids.get(String(request.params.bid));
    const places = placesToKeep(state).filter((place) => place.bid === bid?.id && place.lot === request.params.lot);
    if (!bid || places.length === 0) throw new HttpError(404);
    return { bid, places };
  };
  routes.get(sealedPath, causes('price-sealed'), async (request, response, account) => {
    const state = keptTender(services, account, request);
    await page(request, response, state, keptBidOf(state, request), 'keep');
  });
  routes.postLarge(sealedPath, causes('price-sealed'), async (request, response, account) => {
    const m = request.context.messages;
    const state = keptTender(services, account, request);
    const about = keptBidOf(state, request);
    const { prices, problems } = readPrices(m, state, about.places, request.body);
    const empty = prices.length + problems.length === 0;
    const first = firstFieldOf(m, state, about.places[0]!);
    const refuse = (all: readonly FieldProblem[]) =>
      page(request, response, state, about, 'keep', {
        form: request.body,
        problems: all,
        stale: [],
        far: [],
        recorded: 0,
      });
    if (empty) return await refuse([{ field: first, text: m.prices.keep.empty }]);
    if (problems.length > 0) return await refuse(problems);
    const refusal = keepPrices(services, m, state, account, prices);
    if (refusal !== undefined) return await refuse([{ field: first, text: refusal }]);
    response.redirect(303, `/tenders/${state.dossier}/sealed-prices?notice=saved`);
  });
}

function noticeOf(
  m: Request['context']['messages'],
  refused: (RefusedPrices & { readonly recorded: number }) | undefined,
) {
  if (!refused) return null;
  if (refused.stale.length > 0) return { tone: 'warning', title: m.prices.staleTitle, text: m.prices.stale } as const;
  return refused.recorded > 0 ? ({ tone: 'information', title: null, text: m.prices.savedRest } as const) : null;
}
