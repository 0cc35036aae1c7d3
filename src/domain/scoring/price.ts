import { DomainError } from '../errors.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  equals,
  exact,
  isNegative,
  multiply,
  subtract,
  sum,
  toFractionText,
  ZERO,
} from '../number.ts';
import { medianOf } from '../rules/price/middle.ts';
import { methodOf, type PricedRules, type PriceForm, type PriceOffer } from '../rules/price-rules.ts';

/** How one offered price became the amount that is compared. Exact, in euro. */
export interface ComparedPrice {
  /** The amount as offered: the lump sum, the sum of the price sheet, or the percentage of the announced amount. */
  readonly offered: Exact;
  readonly vat: Exact;
  /** Offered time x cost per unit. */
  readonly timeCost: Exact;
  readonly compared: Exact;
  /** The total that the bid states, where it is not the computed one. */
  readonly statedTotal: Exact | null;
}

const HUNDRED = exact('100');

/**
 * The amount that is compared: offered + VAT + cost of time.
 * @throws DomainError `price-not-asked`, `price-incomplete`, `unknown-price-line`, `duplicate-price-line`, `price-negative`, `price-zero`:
 *   an amount of zero is refused where the announced formula then has no outcome, unless announced bounds set the bid aside
 */
export function comparePrice(rules: PricedRules, offer: PriceOffer): ComparedPrice {
  const { offered, vat } = amountOf(rules, offer);
  const timeCost = timeCostOf(rules, offer);
  const compared = sum([offered, vat, timeCost]);
  if (isNegative(compared)) throw new DomainError('price-negative', { bid: offer.bid, lot: offer.lot });
  const zero = equals(compared, ZERO) && !isSetAside(rules, compared) ? methodOf(rules).zeroPrice(rules) : null;
  if (zero) throw new DomainError('price-zero', { bid: offer.bid, lot: offer.lot, why: zero });
  const stated = offer.statedTotal === undefined ? null : exact(offer.statedTotal);
  return { offered, vat, timeCost, compared, statedTotal: stated && equals(stated, offered) ? null : stated };
}

function amountOf(rules: PricedRules, offer: PriceOffer): { offered: Exact; vat: Exact } {
  const { form } = rules;
  only(form, offer);
  if (form.kind === 'sheet') return sheet(form, offer);
  const given = form.kind === 'amount' ? offer.amount : offer.percentage;
  if (given === undefined)
    throw new DomainError('price-incomplete', { bid: offer.bid, lot: offer.lot, part: form.kind });
  const value = notNegative(given, offer);
  const offered = form.kind === 'amount' ? value : divide(multiply(exact(form.reference), value), HUNDRED);
  return { offered, vat: share(offered, rules.vatPercentage) };
}

/** @throws DomainError `price-not-asked`: a part that this tender does not ask is refused, not ignored */
function only(form: PriceForm, offer: PriceOffer): void {
  const given = { amount: offer.amount, sheet: offer.lines, percentage: offer.percentage };
  for (const [kind, value] of Object.entries(given)) {
    if (value !== undefined && kind !== form.kind) {
      throw new DomainError('price-not-asked', { bid: offer.bid, lot: offer.lot, part: kind });
    }
  }
}

function sheet(form: Extract<PriceForm, { kind: 'sheet' }>, offer: PriceOffer): { offered: Exact; vat: Exact } {
  const prices = new Map<string, Exact>();
  for (const { line, price } of offer.lines ?? []) {
    if (prices.has(line)) throw new DomainError('duplicate-price-line', { bid: offer.bid, lot: offer.lot, line });
    if (!form.lines.some((one) => one.id === line)) {
      throw new DomainError('unknown-price-line', { bid: offer.bid, lot: offer.lot, line });
    }
    prices.set(line, notNegative(price, offer));
  }
  let offered = ZERO;
  let vat = ZERO;
  for (const line of form.lines) {
    const price = prices.get(line.id);
    if (!price) throw new DomainError('price-incomplete', { bid: offer.bid, lot: offer.lot, part: line.id });
    const amount = multiply(price, exact(line.quantity));
    offered = add(offered, amount);
    vat = add(vat, share(amount, line.vatPercentage));
  }
  return { offered, vat };
}

function timeCostOf(rules: PricedRules, offer: PriceOffer): Exact {
  if (!rules.time) {
    if (offer.time === undefined) return ZERO;
    throw new DomainError('price-not-asked', { bid: offer.bid, lot: offer.lot, part: 'time' });
  }
  if (offer.time === undefined)
    throw new DomainError('price-incomplete', { bid: offer.bid, lot: offer.lot, part: 'time' });
  return multiply(notNegative(offer.time, offer), exact(rules.time.costPerUnit));
}

const share = (amount: Exact, percentage: string | undefined): Exact =>
  percentage === undefined ? ZERO : divide(multiply(amount, exact(percentage)), HUNDRED);

function notNegative(text: string, { bid, lot }: PriceOffer): Exact {
  const value = exact(text);
  if (isNegative(value)) throw new DomainError('price-negative', { bid, lot });
  return value;
}

/** A price that asks for an explanation; the bid stays in. */
export type PriceFlag =
  | {
      readonly bid: string;
      readonly flag: 'abnormally-low';
      readonly threshold: string;
      readonly of: string;
      readonly compared: string;
    }
  | {
      readonly bid: string;
      readonly flag: 'below-minimum' | 'above-maximum';
      readonly threshold: string;
      readonly compared: string;
    }
  | { readonly bid: string; readonly flag: 'stated-total-differs'; readonly stated: string; readonly computed: string };

/** Prices that the announced check finds too low, and stated totals that do not add up. In the order of the bids. */
export function priceFlags(rules: PricedRules, prices: ReadonlyMap<string, ComparedPrice>): PriceFlag[] {
  return [...prices].flatMap(([bid, price]): PriceFlag[] => {
    const compared = toFractionText(price.compared);
    const flags: PriceFlag[] = [];
    if (rules.bounds?.outside === 'flag') {
      const side = outsideBounds(rules, price.compared);
      if (side) flags.push({ bid, flag: side.flag, threshold: side.threshold, compared });
    }
    const threshold = lowThreshold(rules, bid, prices);
    if (threshold && compare(price.compared, threshold) < 0) {
      const { of } = rules.abnormallyLow!;
      flags.push({ bid, flag: 'abnormally-low', threshold: toFractionText(threshold), of, compared });
    }
    if (price.statedTotal) {
      const [stated, computed] = [toFractionText(price.statedTotal), toFractionText(price.offered)];
      flags.push({ bid, flag: 'stated-total-differs', stated, computed });
    }
    return flags;
  });
}

/** On which side of the announced bounds an amount lies; undefined inside them. Bounds are inclusive. */
export function outsideBounds(
  { bounds }: PricedRules,
  compared: Exact,
): { flag: 'below-minimum' | 'above-maximum'; threshold: string } | undefined {
  if (bounds?.minimum !== undefined && compare(compared, exact(bounds.minimum)) < 0) {
    return { flag: 'below-minimum', threshold: bounds.minimum };
  }
  if (bounds?.maximum !== undefined && compare(compared, exact(bounds.maximum)) > 0) {
    return { flag: 'above-maximum', threshold: bounds.maximum };
  }
  return undefined;
}

/** Whether an amount lies outside announced bounds that set a bid aside: it then measures nobody, and no formula is applied to it. */
export const isSetAside = (rules: PricedRules, compared: Exact): boolean =>
  rules.bounds?.outside === 'set-aside' && outsideBounds(rules, compared) !== undefined;

/** The amount below which a bid is flagged; undefined when there is nothing to compare with. */
function lowThreshold(
  { abnormallyLow }: PricedRules,
  bid: string,
  prices: ReadonlyMap<string, ComparedPrice>,
): Exact | undefined {
  if (!abnormallyLow) return undefined;
  const all = [...prices.values()].map(({ compared }) => compared).sort(compare);
  const base = (): Exact | undefined => {
    switch (abnormallyLow.of) {
      case 'estimate':
        return exact(abnormallyLow.estimate!);
      case 'mean-of-all':
        return divide(sum(all), exact(BigInt(all.length)));
      case 'mean-of-others': {
        const others = subtract(sum(all), prices.get(bid)!.compared);
        return all.length < 2 ? undefined : divide(others, exact(BigInt(all.length - 1)));
      }
      case 'median-of-all':
        return medianOf(all);
      case 'second-lowest':
        return all[1];
    }
  };
  const of = base();
  return of && divide(multiply(of, subtract(HUNDRED, exact(abnormallyLow.percentageBelow))), HUNDRED);
}
