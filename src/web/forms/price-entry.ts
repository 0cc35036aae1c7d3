import { DomainError } from '../../domain/errors.ts';
import { type Exact, toFractionText } from '../../domain/number.ts';
import { COMMON, rulesIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { type Place, placeKey } from '../../domain/rules/place.ts';
import { type PriceOffer, partsOf } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { isFarFromOthers } from '../../domain/scoring/far-price.ts';
import { comparePrice } from '../../domain/scoring/price.ts';
import type { VersionedPrice } from '../../domain/tender/decide.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { euros } from '../../explanation/method.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import { priceInputs, readPrice, sureName, versionName } from './price-form.ts';
import { readVersion } from './score-fields.ts';
import { type FieldProblem, type FormBody, typed } from './text.ts';

/** What a form with prices holds: what can be recorded, what is wrong, and which prices are far from the others. */
export interface PriceEntry {
  readonly prices: readonly VersionedPrice[];
  readonly problems: readonly FieldProblem[];
  readonly far: readonly Place[];
}

/** The field of a place that a refusal of its price leads to. */
export const firstFieldOf = (m: Messages, { rules }: Readonly<TenderState>, place: Place): string =>
  priceInputs(m, rules, place, undefined, undefined)[0]!.name;

/** Reads the prices of these places; one that is wrong says so at its own fields and keeps no other out. */
export function readPrices(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly Place[],
  form: FormBody,
): PriceEntry {
  const read = places.map((place) => readPlace(m, state, place, form));
  return {
    prices: read.flatMap(({ prices }) => prices),
    problems: read.flatMap(({ problems }) => problems),
    far: read.flatMap(({ far }) => far),
  };
}

const NOTHING: PriceEntry = { prices: [], problems: [], far: [] };

function readPlace(m: Messages, state: Readonly<TenderState>, place: Place, form: FormBody): PriceEntry {
  const names = namesOf(state.rules, state.bids.values());
  const title = m.prices.place(names.bidder(place.bid), lotName(m, names, place.lot));
  const { price, problems } = readPrice(m, state.rules, place, title, form);
  if (problems.length > 0) return { ...NOTHING, problems };
  const known = state.prices.get(placeKey(place.bid, place.lot))?.price;
  const field = firstFieldOf(m, state, place);
  if (!price) return known ? { ...NOTHING, problems: [{ field, text: m.prices.emptied(title) }] } : NOTHING;
  const entry = { price, version: readVersion(form, versionName(place)) };
  const amount = amountOf(state, price);
  const isFar = amount !== undefined && !isSame(known, price) && isFarFromOthers(amount, otherAmounts(state, place));
  if (!isFar) return { ...NOTHING, prices: [entry] };
  if (typed(form, sureName(place)) === 'yes') return { ...NOTHING, prices: [entry], far: [place] };
  const text = m.prices.far(title, euros(m, toFractionText(amount)));
  return { ...NOTHING, far: [place], problems: [{ field, text }] };
}

const isSame = (known: PriceOffer | undefined, price: PriceOffer): boolean =>
  JSON.stringify(known) === JSON.stringify(price);

/** The recorded amounts of the other bids in the same lot. */
const otherAmounts = (state: Readonly<TenderState>, { bid, lot }: Place): Exact[] =>
  [...state.prices.values()].flatMap(({ price }) => {
    const amount = price.lot === lot && price.bid !== bid ? amountOf(state, price) : undefined;
    return amount ? [amount] : [];
  });

/** A price never changes once it is recorded, so its amount is worked out once. */
const amounts = new WeakMap<PriceOffer, { readonly rules: TenderRules; readonly amount: Exact | undefined }>();

/** The amount that is compared; undefined for a price that the rules refuse, which is then said elsewhere. */
function amountOf({ rules }: Readonly<TenderState>, price: PriceOffer): Exact | undefined {
  const before = amounts.get(price);
  if (before?.rules === rules) return before.amount;
  const amount = workedOut(rules, price);
  amounts.set(price, { rules, amount });
  return amount;
}

function workedOut(rules: TenderRules, price: PriceOffer): Exact | undefined {
  if (price.lot === COMMON || partsOf(rules.price).length === 0) return undefined;
  try {
    return comparePrice(rulesIn(rules, price.lot).price, price).compared;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
