import type { Request, Response } from 'express';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeKey } from '../../domain/rules/place.ts';
import { pricedRules } from '../../domain/rules/price-rules.ts';
import { isChair, mayAudit } from '../../domain/tender/access.ts';
import { placesWithPrice } from '../../domain/tender/open-work.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { describeError } from '../../messages/messages.ts';
import { priceInputs, readPrice } from '../forms/price-form.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { HttpError } from '../http-error.ts';
import { textField } from '../pages/fields.ts';
import { noticeFrom } from '../pages/layout.ts';
import { errorLinks } from '../pages/score-field.ts';
import { requireAccess, requireQualityClosed, tenderOf, tenderTrail, type Web } from './context.ts';

const READERS = ['procurement-officer', 'auditor'] as const;
const OFFICER = ['procurement-officer'] as const;

/** Prices are opened and recorded only when quality is closed; nobody else than the chair and an auditor sees this page. */
export function priceRoutes({ services, routes, render, layout }: Web): void {
  const page = (
    request: Request,
    response: Response,
    state: Readonly<TenderState>,
    problems: readonly FieldProblem[],
    status: number,
    editable: boolean,
  ) => {
    const m = request.context.messages;
    const names = namesOf(state.rules, state.bids.values());
    const body = request.method === 'POST' ? (request.body as FormBody) : undefined;
    return render(
      response,
      'prices/prices',
      {
        layout: layout(request, {
          title: m.prices.title,
          trail: [tenderTrail(state)],
          notice: noticeFrom(request, { saved: m.prices.saved }),
          errors: errorLinks(problems),
        }),
        text: m.prices,
        action: editable ? `/tenders/${state.dossier}/prices` : null,
        places: placesWithPrice(state).map((place) => ({
          title: m.prices.place(names.bidder(place.bid), names.lot(place.lot)),
          note: place.setAside ? m.prices.setAsideNote : null,
          fields: priceInputs(m, state.rules, place, state.prices.get(placeKey(place.bid, place.lot))?.price, body).map(
            ({ name, label, hint, value }) =>
              textField(
                { name, label, ...(hint ? { hint } : {}), value, inputmode: 'decimal' },
                problems,
                m.app.errorPrefix,
              ),
          ),
        })),
      } as never,
      status,
    );
  };

  /** The tender, when it asks prices and this is their moment. */
  const pricedTender = (account: Parameters<typeof tenderOf>[1], dossier: unknown): Readonly<TenderState> => {
    const state = tenderOf(services, account, dossier);
    requireAccess(isChair(state, account) || mayAudit(state, account));
    if (!pricedRules(state.rules.price)) throw new HttpError(404);
    requireQualityClosed(state);
    return state;
  };

  routes.get('/tenders/:tender/prices', READERS, async (request, response, account) => {
    const state = pricedTender(account, request.params.tender);
    const editable = isChair(state, account) && state.phase === 'quality-closed' && !state.everAwarded;
    await page(request, response, state, [], 200, editable);
  });

  routes.post('/tenders/:tender/prices', OFFICER, async (request, response, account) => {
    const m = request.context.messages;
    const state = pricedTender(account, request.params.tender);
    const names = namesOf(state.rules, state.bids.values());
    const read = placesWithPrice(state).map((place) =>
      readPrice(m, state.rules, place, m.prices.place(names.bidder(place.bid), names.lot(place.lot)), request.body),
    );
    const problems = read.flatMap((one) => one.problems);
    if (problems.length > 0) return await page(request, response, state, problems, 422, true);
    const prices = read.flatMap(({ price }) => (price ? [price] : []));
    try {
      services.tenders.execute(state.dossier, account.id, { type: 'record-prices', prices });
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('price-')) throw error;
      const first = prices.find(({ bid, lot }) => bid === error.details.bid && lot === error.details.lot) ?? prices[0]!;
      const field = priceInputs(m, state.rules, first, undefined, undefined)[0]!.name;
      return await page(request, response, state, [{ field, text: describeError(m, error, names) }], 422, true);
    }
    response.redirect(303, `/tenders/${state.dossier}/prices?notice=saved`);
  });
}
