import { DomainError } from '../errors.ts';
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  minimum as lower,
  multiply,
  ONE,
  ratio,
  roundHalfUp,
  subtract,
  toDecimalText,
  toPlainText,
  ZERO,
} from '../number.ts';
import { rulesIn } from '../rules/in-lot.ts';
import type { Place } from '../rules/place.ts';
import {
  lineKind,
  type OfferedAmounts,
  type PricedRules,
  type PriceLine,
  type PriceOffer,
  partsOf,
} from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import { comparePrice, isSetAside } from '../scoring/price.ts';
import { usualPrices } from '../scoring/price-example.ts';

/**
 * What a made-up bid asks in a lot: an amount between the lowest and the middle one of the usual prices, with lines that come to it.
 * @param share how far between them, in percent
 */
export function exampleAmounts(rules: TenderRules, { bid, lot }: Place, share: number): Omit<PriceOffer, keyof Place> {
  const own = rulesIn(rules, lot);
  const parts = partsOf(own.price);
  const value = rules.lots.find(({ id }) => id === lot)?.value;
  const [whole] = parts;
  if (!whole) return {};
  if (whole.id === null) return amountsOf(whole.rules, { bid, lot }, target(whole.rules, value, share));
  return {
    parts: parts.map(({ id, rules: price }, place) => {
      // The value of the lot is that of what is asked first; what is asked beside it is smaller.
      const wanted = target(price, place === 0 ? value : SMALL, share);
      return { part: id!, ...amountsOf(price, { bid, lot }, wanted) };
    }),
  };
}

/** Of a part about which nothing is announced: a rate per hour, say. */
const SMALL = '60';

/** What the price should come to when it is compared. */
function target(price: PricedRules, value: string | undefined, share: number): Exact {
  const [low, middle] = usualPrices(price, value);
  const wanted = add(low, multiply(subtract(middle, low), ratio(BigInt(share), 100n)));
  const least = price.bounds?.minimum;
  // Somewhat above the least that is announced.
  return least !== undefined && compare(wanted, exact(least)) <= 0
    ? multiply(exact(least), ratio(BigInt(105 + share), 100n))
    : wanted;
}

/** How a price is filled in: as round as it can be without falling outside the bounds. */
function amountsOf(price: PricedRules, at: Place, wanted: Exact): OfferedAmounts {
  const time = price.time ? timeOf(price.time.costPerUnit, wanted) : undefined;
  const filledIn = (factor: Exact, round: Rounding): OfferedAmounts => ({
    ...filled(price, multiply(wanted, factor), factor, round),
    ...(time === undefined ? {} : { time }),
  });
  const comesTo = (amounts: OfferedAmounts): Exact => comparePrice(price, { ...at, ...amounts }).compared;
  try {
    // What is compared is what is filled in times something, and something that does not change.
    const [once, twice] = [comesTo(filledIn(ONE, FINE)), comesTo(filledIn(exact('2'), FINE))];
    const slope = subtract(twice, once);
    const factor = compare(slope, ZERO) > 0 ? divide(subtract(wanted, subtract(once, slope)), slope) : ONE;
    const fitting = compare(factor, ZERO) > 0 ? factor : ONE;
    const round = filledIn(fitting, ROUND);
    return isSetAside(price, comesTo(round)) ? filledIn(fitting, FINE) : round;
  } catch (error) {
    if (error instanceof DomainError) return filledIn(ONE, FINE);
    throw error;
  }
}

type Rounding = (amount: Exact) => string;

const FINE: Rounding = (amount) => toDecimalText(amount, 2);
/** Three or four figures that say something, the rest zeros; cents below a thousand euro. */
const ROUND: Rounding = (amount) => {
  const figures = toDecimalText(amount, 0).length;
  if (figures <= 3) return FINE(amount);
  const step = exact(10n ** BigInt(Math.max(0, figures - 4)));
  return toPlainText(multiply(roundHalfUp(divide(amount, step), 0), step));
};

/** Time that costs about a twentieth of the price. */
function timeOf(costPerUnit: string, wanted: Exact): string {
  const cost = exact(costPerUnit);
  if (compare(cost, ZERO) <= 0) return '10';
  const units = roundHalfUp(divide(wanted, multiply(cost, exact('20'))), 0);
  return toPlainText(compare(units, ONE) < 0 ? ONE : units);
}

function filled({ form }: PricedRules, amount: Exact, factor: Exact, round: Rounding): OfferedAmounts {
  switch (form.kind) {
    case 'amount':
      return { amount: round(amount) };
    case 'percentage': {
      const percentage = multiply(divide(amount, exact(form.reference)), exact('100'));
      return { percentage: toDecimalText(percentage, round === ROUND ? 1 : 4) };
    }
    case 'sheet': {
      const each = divide(amount, exact(BigInt(form.lines.length)));
      return { lines: form.lines.map((line) => ({ line: line.id, price: lineOf(line, each, factor, round) })) };
    }
    default:
      return form satisfies never;
  }
}

/** What is filled in at a line whose share in the sum this is; what is taken off is small. */
function lineOf(line: PriceLine, each: Exact, factor: Exact, round: Rounding): string {
  const share = line.subtracts ? divide(each, exact('20')) : each;
  const kind = lineKind(line);
  switch (kind) {
    case 'unit-price': {
      const quantity = exact(line.quantity!);
      return compare(quantity, ZERO) > 0 ? FINE(divide(share, quantity)) : '1';
    }
    case 'amount':
      return round(share);
    case 'percentage':
      // A percentage of an announced amount may as well be higher in a higher price.
      return line.of === 'lines-above' ? '5' : toDecimalText(lower(multiply(exact('5'), factor), exact('100')), 2);
    default:
      return kind satisfies never;
  }
}
