import { DomainError } from '../../domain/errors.ts';
import { readDecimal, writeAmount } from '../../domain/figures.ts';
import { type Bid, checkBid } from '../../domain/rules/bid.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import { assessedIn, COMMON } from '../../domain/rules/in-lot.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import type { Place } from '../../domain/rules/place.ts';
import type { PriceOffer } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import {
  assessedPlaces,
  checkOnScale,
  type EvaluationInput,
  pricedPlaces,
  scoreAsAnnounced,
} from '../../domain/scoring/input.ts';
import { exampleEverywhere, exampleInput, exampleOf } from '../../domain/set-up/example-bids.ts';
import { describeError, inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { CAPACITY, discountField, ONLY_DISCOUNT, valueField } from './bid-figures.ts';
import { fieldOfRefusal, growthField, readBidForm } from './bid-form.ts';
import { priceInputs, readPrice } from './price-form.ts';
import { asTyped, type FieldProblem, type FormBody, typedAll } from './text.ts';

/** Of the form with made-up bids: says that it was sent, so that a lot that is not ticked is not bid for. */
export const SENT = 'sent';

/** A field of a bid has the name that it has in the form of one bid, after the id of the bid. */
export const fieldOf = (bid: string, name: string): string => `${bid}.${name}`;
export const scoreField = ({ bid, lot }: Place, criterion: string): string => fieldOf(bid, `score.${lot}.${criterion}`);

/**
 * The form as it stands: what was typed, and the example wherever nothing was asked.
 * @param body what was sent; nothing yet where it does not say that it was
 */
export function exampleForm(m: Messages, rules: TenderRules, names: readonly string[], body: FormBody): FormBody {
  const fields = fieldsOfExample(m, rules, names);
  if (!Object.hasOwn(body, SENT)) return fields;
  const sent = Object.entries(fields).map(([name, value]) => {
    if (Array.isArray(value)) return [name, isNew(body, name) ? value : typedAll(body, name)];
    return [name, Object.hasOwn(body, name) ? asTyped(body, name) : value];
  });
  return Object.fromEntries(sent);
}

/** Whether the bid of a field is one more than those that were sent. */
const isNew = (body: FormBody, name: string): boolean =>
  !Object.hasOwn(body, fieldOf(name.slice(0, name.indexOf('.')), 'name'));

function fieldsOfExample(
  m: Messages,
  rules: TenderRules,
  names: readonly string[],
): Record<string, string | readonly string[]> {
  const fields: Record<string, string | readonly string[]> = {};
  const write = (figure: string): string => writeAmount(figure, m.format.decimalMark === ',');
  const everywhere = exampleEverywhere(rules, names);
  const { bids } = exampleInput(rules, names);
  for (const { id, bidder, lots, values = [] } of everywhere.bids) {
    const own = bids.find((one) => one.id === id)!;
    const set = (name: string, value: string | readonly string[]): void => {
      fields[fieldOf(id, name)] = value;
    };
    set('name', bidder.name);
    set(
      'lots',
      own.lots.map(({ lot }) => lot),
    );
    if (rules.award.discounts) {
      set(discountField(ONLY_DISCOUNT, 'lots'), []);
      set(discountField(ONLY_DISCOUNT, 'percentage'), '');
    }
    if (own.capacity !== undefined) set(CAPACITY, write(own.capacity));
    for (const { criterion, value } of values) set(valueField(COMMON, criterion), write(value));
    for (const { lot, growthPath, values: here = [] } of lots) {
      for (const { criterion, value } of here) set(valueField(lot, criterion), write(value));
      for (const { by, percentage } of growthPath?.steps ?? []) set(growthField(lot, by), write(percentage));
      if (growthPath) set(growthField(lot, 'initiatives'), write(growthPath.communityInitiatives));
      const wanted = own.preferences?.indexOf(lot) ?? -1;
      if (own.preferences) set(`preference.${lot}`, wanted < 0 ? '' : String(wanted + 1));
    }
  }
  for (const { criterion, score, ...place } of [...everywhere.consensus, ...(everywhere.middles ?? [])]) {
    fields[scoreField(place, criterion)] = write(score);
  }
  for (const offer of everywhere.prices ?? []) {
    for (const { name, value } of priceInputs(m, rules, offer, offer, undefined)) fields[name] = value;
  }
  return fields;
}

/**
 * Reads the form with made-up bids.
 * @param names of the bidders in the example
 * @returns the input of an evaluation, not yet checked as a whole, or everything that is wrong with the form
 */
export function readExampleForm(
  m: Messages,
  rules: TenderRules,
  names: readonly string[],
  form: FormBody,
): { readonly input: EvaluationInput } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const bids: Bid[] = [];
  for (const example of exampleEverywhere(rules, names).bids) {
    const read = readBid(m, rules, example.id, form, bids);
    // What is wrong with the scores of a bid is said even where more of it is wrong.
    bids.push('bid' in read ? read.bid : offering(example, form));
    if ('problems' in read) problems.push(...read.problems);
  }
  const named = namesOf(rules, bids);
  const scores = assessedPlaces(rules, bids).flatMap((place) =>
    assessedIn(rules, place.lot).map((node) => ({
      ...place,
      criterion: node.criterion.id,
      score: readScore({ m, rules, names: named, form, problems }, place, node),
    })),
  );
  const prices = pricedPlaces(rules, bids).flatMap((place): PriceOffer[] => {
    const title = m.prices.place(named.bidder(place.bid), lotName(m, named, place.lot));
    const read = readPrice(m, rules, place, title, form);
    problems.push(...read.problems);
    if (read.price) return [read.price];
    const [first] = priceInputs(m, rules, place, undefined, form);
    if (read.problems.length === 0) problems.push({ field: first!.name, text: m.prices.missing(title) });
    return [];
  });
  if (problems.length > 0) return { problems };
  return { input: exampleOf(rules, bids, scores, prices) };
}

/** @param earlier the bids that were read before it */
function readBid(
  m: Messages,
  rules: TenderRules,
  id: string,
  form: FormBody,
  earlier: readonly Bid[],
): ReturnType<typeof readBidForm> {
  const own = { ...ofBid(form, id), form: 'single' };
  const read = readBidForm(m, rules, own, id);
  if ('problems' in read) return { problems: read.problems.map((one) => ({ ...one, field: fieldOf(id, one.field) })) };
  try {
    checkBid(rules, earlier, read.bid);
    return read;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = fieldOf(id, fieldOfRefusal(error, rules, read.bid, own));
    return { problems: [{ field, text: describeError(m, error, namesOf(rules, [...earlier, read.bid])) }] };
  }
}

/** A bid of the example, for the lots that were ticked. */
const offering = (example: Bid, form: FormBody): Bid => {
  const ticked = typedAll(form, fieldOf(example.id, 'lots'));
  return { ...example, lots: example.lots.filter(({ lot }) => ticked.includes(lot)) };
};

/** The fields of one bid by the names that they have in its own form. */
const ofBid = (form: FormBody, bid: string): FormBody => {
  const start = fieldOf(bid, '');
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value]] : [],
    ),
  );
};

interface Reading {
  readonly m: Messages;
  readonly rules: TenderRules;
  readonly names: Names;
  readonly form: FormBody;
  readonly problems: FieldProblem[];
}

/** A score as it was announced; what is wrong with it is noted. */
function readScore({ m, rules, names, form, problems }: Reading, place: Place, node: WeightedCriterion): string {
  const field = scoreField(place, node.criterion.id);
  const raw = asTyped(form, field);
  const label = inLanguage(node.criterion.name, m);
  const figure = readDecimal(raw);
  if (figure === undefined) {
    problems.push({ field, text: raw.trim() === '' ? m.prices.missing(label) : m.prices.notANumber(label) });
    return '0';
  }
  const score = scoreAsAnnounced(rules, node.criterion.id, figure);
  try {
    checkOnScale(rules, node, score);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    problems.push({ field, text: describeError(m, error, names) });
  }
  return score;
}
