import { namesOf } from '../../domain/rules/names.ts';
import { placeKey } from '../../domain/rules/place.ts';
import { placesWithPrice } from '../../domain/tender/open-work.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { priceInputs } from '../forms/price-form.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { type TextField, textField } from './fields.ts';

export interface PricesModel {
  readonly text: Messages['prices'];
  /** Null when the prices are only shown. */
  readonly action: string | null;
  readonly places: readonly {
    readonly title: string;
    readonly note: string | null;
    readonly fields: readonly TextField[];
  }[];
}

/** The prices of every bid in every lot. @param form what was typed; without it what is recorded */
export function pricesModel(
  m: Messages,
  state: Readonly<TenderState>,
  form: FormBody | undefined,
  problems: readonly FieldProblem[],
  editable: boolean,
): PricesModel {
  const names = namesOf(state.rules, state.bids.values());
  return {
    text: m.prices,
    action: editable ? `/tenders/${state.dossier}/prices` : null,
    places: placesWithPrice(state).map((place) => ({
      title: m.prices.place(names.bidder(place.bid), names.lot(place.lot)),
      note: place.setAside ? m.prices.setAsideNote : null,
      fields: priceInputs(m, state.rules, place, state.prices.get(placeKey(place.bid, place.lot))?.price, form).map(
        ({ name, label, hint, value }) =>
          textField({ name, label, hint, value, inputmode: 'decimal' }, problems, m.app.errorPrefix),
      ),
    })),
  };
}
