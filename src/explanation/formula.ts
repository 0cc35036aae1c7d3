import { type Exact, exact } from '../domain/number.ts';
import { rulesIn } from '../domain/rules/in-lot.ts';
import { ownValue, symbolValues } from '../domain/rules/price/own-formula.ts';
import type { PricedPlace } from '../domain/rules/price/record.ts';
import { priceReference, qualityReference } from '../domain/rules/price/reference.ts';
import type { PricedRules } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { type Entrant, enterLots } from '../domain/scoring/lot.ts';
import { comparePrice, outsideBounds } from '../domain/scoring/price.ts';
import { isGoodEnough, qualityScores } from '../domain/scoring/quality-score.ts';
import { decimalsOf } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';

/** An own formula with the numbers of one bid in it, and its value. */
export interface FilledFormula {
  /** "40 × (100.000 ÷ 125.000) + 10" */
  readonly text: string;
  readonly value: Exact;
  /** No number in it was cut off. */
  readonly inFull: boolean;
}

/** Fills in the own formula of the rules, per lot and bid; undefined for rules that have none. */
export function filledFormulas(
  m: Messages,
  input: EvaluationInput,
): ((lot: string, bid: string) => FilledFormula | undefined) | undefined {
  if (!('form' in input.rules.price) || !formulaIn(input.rules.price)) return undefined;
  const entrants = enterLots(input);
  const places = new Map<string, ReadonlyMap<string, PricedPlace>>();
  return (lot, bid) => {
    const own = rulesIn(input.rules, lot);
    const { price } = own;
    const formula = 'form' in price ? formulaIn(price) : undefined;
    if (!('form' in price) || !formula) return undefined;
    const constants = price.method === 'weighted-factor' || price.method === 'formula' ? price.constants : undefined;
    const weight = exact(price.method === 'weighted-factor' ? price.weight : '0');
    const inLot = places.get(lot) ?? placesIn(own, price, lot, entrants.get(lot) ?? []);
    places.set(lot, inLot);
    const place = inLot.get(bid);
    if (!place) return undefined;
    const named = Object.entries(constants ?? {}).map(([name, value]): [string, Exact] => [name, exact(value)]);
    const values = new Map([...named, ...Object.entries(symbolValues(place, weight))]);
    return { ...fillFormula(m, formula.expression, values), value: ownValue(formula, constants, place, weight) };
  };
}

/** The rules that hold the formula: of the total, or of the price points. */
function formulaIn(price: PricedRules): { readonly expression: string } | undefined {
  if (price.method === 'formula') return price;
  return price.method === 'weighted-factor' && price.points.kind === 'formula' ? price.points : undefined;
}

/** What the formula looks at, for every bid that sets what bids are measured against: an outcome does not keep all of it. */
function placesIn(
  rules: TenderRules,
  price: PricedRules,
  lot: string,
  entrants: readonly Entrant[],
): Map<string, PricedPlace> {
  const prices = new Map(
    entrants.filter((one) => measures(rules, one)).map(({ bid, offer }) => [bid, comparePrice(price, offer!).compared]),
  );
  const valid = entrants.filter(({ bid }) => {
    const compared = prices.get(bid);
    return compared && !(price.bounds?.outside === 'set-aside' && outsideBounds(price, compared));
  });
  const scores = qualityScores(rules, new Map(valid.map(({ bid, quality }) => [bid, quality!])));
  const reference = priceReference(valid.map(({ bid }) => prices.get(bid)!));
  if (!reference) return new Map();
  const qualities = qualityReference([...scores.values()].map(({ total }) => total));
  return new Map(
    valid.map(({ bid }) => [
      bid,
      {
        bid,
        lot,
        price: prices.get(bid)!,
        quality: scores.get(bid)!.total,
        reference,
        qualities: () => qualities,
        pointsDecimals: rules.rounding.price,
      },
    ]),
  );
}

/** A bid that fell away measures others only where the rules say so, and only when it was withdrawn after the ranking. */
function measures(rules: TenderRules, { quality, offer, fallen }: Entrant): boolean {
  if (!quality || !offer || !isGoodEnough(quality)) return false;
  return !fallen || (fallen.stage === 'withdrawn' && rules.onWithdrawal === 'keep');
}

const TOKEN = /[a-z_][a-z0-9_]*|\d+(?:\.\d+)?|\^\s*\d|\S/gi;

/** The formula in the notation of the reader: numbers for names, × and ÷ for * and /. */
export function fillFormula(
  m: Messages,
  expression: string,
  values: ReadonlyMap<string, Exact>,
): { readonly text: string; readonly inFull: boolean } {
  let inFull = true;
  let text = '';
  let before = '';
  for (const [token] of expression.matchAll(TOKEN)) {
    const value = values.get(token);
    if (value) {
      const shown = m.format.readable(value);
      if (decimalsOf(value) === undefined) inFull = false;
      text += shown.startsWith('−') ? `(${shown})` : shown;
    } else if (/^\d/.test(token)) {
      text += m.format.readable(token);
    } else {
      text += signed(token, before);
    }
    before = token;
  }
  return { text, inFull };
}

/** A sign between two numbers has space around it; one before a number has none. */
function signed(token: string, before: string): string {
  const unary = before === '' || /^[-+*/(,^]$/.test(before);
  switch (token) {
    case '*':
      return ' × ';
    case '/':
      return ' ÷ ';
    case '+':
      return unary ? '+' : ' + ';
    case '-':
      return unary ? '−' : ' − ';
    case ',':
      // A comma is the mark of decimals for half of the readers.
      return '; ';
    default:
      return POWERS[token.replace(/\s/g, '')] ?? token;
  }
}

const POWERS: Readonly<Record<string, string>> = { '^2': '²', '^3': '³' };
