import { DomainError, type Fault } from '../errors.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  equals,
  exact,
  isNegative,
  multiply,
  roundHalfUp,
  subtract,
  sum,
  toFractionText,
  ZERO,
} from '../number.ts';
import { COMMON, rulesIn } from '../rules/in-lot.ts';
import { medianOf } from '../rules/price/middle.ts';
import {
  betterOf,
  type LowTest,
  lineKind,
  lowTests,
  methodOf,
  type OfferedAmounts,
  type PricedRules,
  type PriceForm,
  type PriceLine,
  type PriceOffer,
  type PriceRules,
  partsOf,
} from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';

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
  /** Of every part, where the price has several: the amounts above are then their sums. */
  readonly parts: ReadonlyMap<string, ComparedPrice> | null;
}

/** Where an amount is offered, for what is said of it. */
type At = Pick<PriceOffer, 'bid' | 'lot'> & { readonly part?: string };

const HUNDRED = exact('100');

/**
 * The amount that is compared: offered + VAT + cost of time; of a price in parts, each part by itself.
 * @throws DomainError `price-not-asked`, `price-incomplete`, `unknown-price-line`, `duplicate-price-line`, `price-negative`,
 *   `discount-above-sum`, `price-zero`: an amount of zero is refused where the announced formula then has no outcome, unless announced bounds
 *   set the bid aside
 */
export function comparePrice(rules: PriceRules, offer: PriceOffer): ComparedPrice {
  const { bid, lot } = offer;
  const parts = partsOf(rules);
  const [whole] = parts;
  if (!whole) throw new DomainError('price-not-asked', { bid, lot, part: 'price' });
  if (whole.id === null) {
    if (offer.parts !== undefined) throw new DomainError('price-not-asked', { bid, lot, part: 'parts' });
    return comparePart(whole.rules, { bid, lot }, offer);
  }
  for (const key of ['amount', 'lines', 'percentage', 'time', 'statedTotal'] as const) {
    if (offer[key] !== undefined) throw new DomainError('price-not-asked', { bid, lot, part: key });
  }
  const offered = new Map<string, OfferedAmounts>();
  for (const { part, ...amounts } of offer.parts ?? []) {
    if (!parts.some(({ id }) => id === part)) throw new DomainError('price-not-asked', { bid, lot, part });
    if (offered.has(part)) throw new DomainError('duplicate-price-line', { bid, lot, line: part });
    offered.set(part, amounts);
  }
  const compared = new Map(
    parts.map(({ id, rules: own }): [string, ComparedPrice] => {
      const amounts = offered.get(id!);
      if (!amounts) throw new DomainError('price-incomplete', { bid, lot, part: id });
      return [id!, comparePart(own, { bid, lot, part: id! }, amounts)];
    }),
  );
  const summed = (amount: (price: ComparedPrice) => Exact): Exact => sum([...compared.values()].map(amount));
  return {
    offered: summed((one) => one.offered),
    vat: summed((one) => one.vat),
    timeCost: summed((one) => one.timeCost),
    compared: summed((one) => one.compared),
    statedTotal: null,
    parts: compared,
  };
}

/**
 * What is wrong with the amounts of offers, each by itself. An evaluation finds it too, of the bids that it compares; whoever lists everything
 * that is wrong tells it with the rest.
 */
export const amountFaults = (rules: TenderRules, offers: readonly PriceOffer[]): Fault[] =>
  offers.flatMap((offer, place) => {
    if (offer.lot === COMMON || partsOf(rules.price).length === 0) return [];
    try {
      comparePrice(rulesIn(rules, offer.lot).price, offer);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [{ path: ['prices', place], code: error.code, details: error.details, mends: null }];
    }
  });

/** The offers in which the bidder names a total that its own amounts do not add up to, of the price as a whole or of a part. */
export const offersWithOtherTotal = (rules: TenderRules, offers: readonly PriceOffer[]): readonly PriceOffer[] =>
  offers.filter((offer) => {
    if (amountFaults(rules, [offer]).length > 0 || offer.lot === COMMON) return false;
    const { statedTotal, parts } = comparePrice(rulesIn(rules, offer.lot).price, offer);
    return statedTotal !== null || [...(parts?.values() ?? [])].some((part) => part.statedTotal !== null);
  });

function comparePart(rules: PricedRules, at: At, offer: OfferedAmounts): ComparedPrice {
  const round = (amount: Exact): Exact =>
    rules.rounding?.amounts === undefined ? amount : roundHalfUp(amount, rules.rounding.amounts);
  const sums = amountOf(rules, at, offer);
  const [offered, vat, timeCost] = [round(sums.offered), round(sums.vat), round(timeCostOf(rules, at, offer))];
  const compared = sum([offered, vat, timeCost]);
  if (isNegative(compared)) {
    const discounted = rules.form.kind === 'sheet' && rules.form.lines.some(({ subtracts }) => subtracts);
    throw new DomainError(discounted ? 'discount-above-sum' : 'price-negative', at);
  }
  const zero = equals(compared, ZERO) && !isSetAside(rules, compared) ? methodOf(rules).zeroPrice(rules) : null;
  if (zero) throw new DomainError('price-zero', { ...at, why: zero });
  const stated = offer.statedTotal === undefined ? null : exact(offer.statedTotal);
  const statedTotal = stated && equals(stated, offered) ? null : stated;
  return { offered, vat, timeCost, compared, statedTotal, parts: null };
}

function amountOf(rules: PricedRules, at: At, offer: OfferedAmounts): { offered: Exact; vat: Exact } {
  const { form } = rules;
  only(form, at, offer);
  if (form.kind === 'sheet') return sheet(rules, form, at, offer);
  const given = form.kind === 'amount' ? offer.amount : offer.percentage;
  if (given === undefined) throw new DomainError('price-incomplete', { ...at, part: at.part ?? form.kind });
  const value = notNegative(given, at);
  const offered = form.kind === 'amount' ? value : divide(multiply(exact(form.reference), value), HUNDRED);
  return { offered, vat: share(offered, rules.vatPercentage) };
}

/** @throws DomainError `price-not-asked`: a part that this tender does not ask is refused, not ignored */
function only(form: PriceForm, at: At, offer: OfferedAmounts): void {
  const given = { amount: offer.amount, sheet: offer.lines, percentage: offer.percentage };
  for (const [kind, value] of Object.entries(given)) {
    if (value !== undefined && kind !== form.kind) throw new DomainError('price-not-asked', { ...at, part: kind });
  }
}

function sheet(
  { rounding }: PricedRules,
  form: Extract<PriceForm, { kind: 'sheet' }>,
  at: At,
  offer: OfferedAmounts,
): { offered: Exact; vat: Exact } {
  const prices = new Map<string, Exact>();
  for (const { line, price } of offer.lines ?? []) {
    if (prices.has(line)) throw new DomainError('duplicate-price-line', { ...at, line });
    if (!form.lines.some((one) => one.id === line)) throw new DomainError('unknown-price-line', { ...at, line });
    prices.set(line, notNegative(price, at));
  }
  let offered = ZERO;
  let vat = ZERO;
  for (const line of form.lines) {
    const price = prices.get(line.id);
    if (!price) throw new DomainError('price-incomplete', { ...at, part: line.id });
    const exactly = lineAmount(line, price, offered);
    const amount = rounding?.lines === undefined ? exactly : roundHalfUp(exactly, rounding.lines);
    const taxed = share(amount, line.vatPercentage);
    offered = line.subtracts ? subtract(offered, amount) : add(offered, amount);
    vat = line.subtracts ? subtract(vat, taxed) : add(vat, taxed);
  }
  return { offered, vat };
}

/** What was filled in at a line makes so much. @param above the sum of the lines above it */
function lineAmount(line: PriceLine, filledIn: Exact, above: Exact): Exact {
  const kind = lineKind(line);
  switch (kind) {
    case 'unit-price':
      return multiply(filledIn, exact(line.quantity!));
    case 'amount':
      return filledIn;
    case 'percentage':
      return divide(multiply(line.of === 'lines-above' ? above : exact(line.of!), filledIn), HUNDRED);
    default:
      return kind satisfies never;
  }
}

function timeCostOf(rules: PricedRules, at: At, offer: OfferedAmounts): Exact {
  if (!rules.time) {
    if (offer.time === undefined) return ZERO;
    throw new DomainError('price-not-asked', { ...at, part: 'time' });
  }
  if (offer.time === undefined) throw new DomainError('price-incomplete', { ...at, part: 'time' });
  return multiply(notNegative(offer.time, at), exact(rules.time.costPerUnit));
}

const share = (amount: Exact, percentage: string | undefined): Exact =>
  percentage === undefined ? ZERO : divide(multiply(amount, exact(percentage)), HUNDRED);

function notNegative(text: string, at: At): Exact {
  const value = exact(text);
  if (isNegative(value)) throw new DomainError('price-negative', at);
  return value;
}

/** A price that asks for an explanation; the bid stays in. `part`: of a price in parts. */
export type PriceFlag = { readonly bid: string; readonly part?: string } & (
  | {
      readonly flag: 'abnormally-low' | 'abnormally-high';
      readonly threshold: string;
      readonly of: string;
      readonly compared: string;
    }
  | { readonly flag: 'below-minimum' | 'above-maximum'; readonly threshold: string; readonly compared: string }
  | { readonly flag: 'stated-total-differs'; readonly stated: string; readonly computed: string }
);

/** Compared amounts by bid: of the valid bids, and of all that have a price, before any of them is set aside. */
export interface PricesInLot {
  readonly valid: ReadonlyMap<string, ComparedPrice>;
  readonly all: ReadonlyMap<string, ComparedPrice>;
}

/** Prices that the announced checks find too low, and stated totals that do not add up. In the order of the bids. */
export const priceFlags = (rules: PriceRules, prices: PricesInLot): PriceFlag[] =>
  partsOf(rules).flatMap(({ id, rules: own }) => {
    const flags = partFlags(
      own,
      id === null ? prices : { valid: partOf(prices.valid, id), all: partOf(prices.all, id) },
    );
    return id === null ? flags : flags.map((flag) => ({ ...flag, part: id }));
  });

/** The prices of one part. */
export const partOf = (prices: ReadonlyMap<string, ComparedPrice>, part: string): Map<string, ComparedPrice> =>
  new Map([...prices].map(([bid, price]) => [bid, price.parts!.get(part)!]));

const partFlags = (rules: PricedRules, { valid, all }: PricesInLot): PriceFlag[] =>
  [...valid].flatMap(([bid, price]): PriceFlag[] => {
    const compared = toFractionText(price.compared);
    const flags: PriceFlag[] = [];
    if (rules.bounds?.outside === 'flag') {
      const side = outsideBounds(rules, price.compared);
      if (side) flags.push({ bid, flag: side.flag, threshold: side.threshold, compared });
    }
    for (const test of lowTests(rules)) {
      const threshold = lowThreshold(rules, test, bid, test.among === 'all-bids' ? all : valid);
      if (!threshold) continue;
      const beyond =
        betterOf(rules) === 'lower' ? compare(threshold, price.compared) : compare(price.compared, threshold);
      if (beyond < 0 || (beyond === 0 && test.when !== 'or-more')) continue;
      const flag = betterOf(rules) === 'lower' ? 'abnormally-low' : 'abnormally-high';
      flags.push({ bid, flag, threshold: toFractionText(threshold), of: test.of, compared });
    }
    if (price.statedTotal) {
      const [stated, computed] = [toFractionText(price.statedTotal), toFractionText(price.offered)];
      flags.push({ bid, flag: 'stated-total-differs', stated, computed });
    }
    return flags;
  });

/** On which side of the announced bounds an amount lies; undefined inside them. A bound is inside, unless it was announced that it is not. */
export function outsideBounds(
  { bounds }: Pick<PricedRules, 'bounds'>,
  compared: Exact,
): { flag: 'below-minimum' | 'above-maximum'; threshold: string } | undefined {
  if (bounds?.minimum !== undefined) {
    const above = compare(compared, exact(bounds.minimum));
    if (above < 0 || (above === 0 && bounds.minimumIs === 'outside')) {
      return { flag: 'below-minimum', threshold: bounds.minimum };
    }
  }
  if (bounds?.maximum !== undefined) {
    const above = compare(compared, exact(bounds.maximum));
    if (above > 0 || (above === 0 && bounds.maximumIs === 'outside')) {
      return { flag: 'above-maximum', threshold: bounds.maximum };
    }
  }
  return undefined;
}

/** Whether an amount lies outside announced bounds that set a bid aside: it then measures nobody, and no formula is applied to it. */
export const isSetAside = (rules: Pick<PricedRules, 'bounds'>, compared: Exact): boolean =>
  rules.bounds?.outside === 'set-aside' && outsideBounds(rules, compared) !== undefined;

/** The amount beyond which a bid is flagged; undefined when there is nothing to compare with. */
function lowThreshold(
  rules: PricedRules,
  { of, estimate, percentageBelow }: LowTest,
  bid: string,
  prices: ReadonlyMap<string, ComparedPrice>,
): Exact | undefined {
  const sign = betterOf(rules) === 'lower' ? 1 : -1;
  const all = [...prices.values()].map(({ compared }) => compared).sort((a, b) => sign * compare(a, b));
  const base = (): Exact | undefined => {
    switch (of) {
      case 'estimate':
        return exact(estimate!);
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
      default:
        return of satisfies never;
    }
  };
  const from = base();
  const percentage = exact(percentageBelow);
  const left = betterOf(rules) === 'lower' ? subtract(HUNDRED, percentage) : add(HUNDRED, percentage);
  return from && divide(multiply(from, left), HUNDRED);
}
