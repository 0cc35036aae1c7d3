import { fault, type Path } from '../domain/faults.ts';
import { plainName } from '../domain/ids.ts';
import type { Bid } from '../domain/rules/bid.ts';
import { scoredCriteria } from '../domain/rules/criteria-tree.ts';
import { COMMON, rulesIn } from '../domain/rules/in-lot.ts';
import { measuresOf } from '../domain/rules/measures.ts';
import { type PlaceKey, placeKey } from '../domain/rules/place.ts';
import { partsOf } from '../domain/rules/price-rules.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { EvaluationInput } from '../domain/scoring/input.ts';
import { type Found, inText, type Named, named, present } from './names-in-file.ts';
import type { RuleNames } from './rules-file.ts';
import {
  type BidFile,
  type EvaluationFile,
  FIGURE,
  type FileFound,
  type FileOffer,
  type FileValues,
} from './tender-file-shape.ts';

type Offer = NonNullable<EvaluationInput['prices']>[number];
type Score = EvaluationInput['consensus'][number];
type AssessorScore = NonNullable<EvaluationInput['assessments']>[number];

/** What the bids of a file say, written out. */
export interface BidsInFull {
  readonly bids: Bid[];
  readonly names: Named;
  readonly consensus: Score[];
  readonly assessments: AssessorScore[];
  readonly prices: Offer[];
  /** Where each of these stands in the file. */
  readonly places: { readonly consensus: Path[]; readonly assessments: Path[]; readonly prices: Path[] };
}

/** With the place of each offer in the list of prices. */
type Growing = BidsInFull & { readonly offered: Map<PlaceKey, number> };

/** What is said where: names and rules that it refers to. */
interface Writing {
  readonly found: Found;
  readonly names: RuleNames;
  readonly rules: TenderRules;
}

/** @param rules as the file has them, in full and without a fault of shape */
export function bidsOf(file: EvaluationFile, rules: TenderRules, names: RuleNames, found: Found): BidsInFull {
  const writing = { found, names, rules };
  const bidders = file.bids.map(({ id, bidder }) => ({ id, name: typeof bidder === 'string' ? bidder : bidder.name }));
  const ids = named(bidders, 'bid');
  const all: Growing = {
    offered: new Map(),
    bids: [],
    names: ids,
    consensus: [],
    assessments: [],
    prices: [],
    places: { consensus: [], assessments: [], prices: [] },
  };
  file.bids.forEach((bid, place) => {
    addBid(writing, bid, ids.ids[place]!, ['bids', place], all);
  });
  return all;
}

function addBid(writing: Writing, file: BidFile, id: string, path: Path, all: Growing): void {
  const { found, names, rules } = writing;
  const places = (file.lots ?? rules.lots.map((lot) => lot.id)).map((one, place) => {
    const given = typeof one === 'string' ? { lot: one } : one;
    const at = [...path, 'lots', place];
    return { ...given, lot: found.refer(names.lots, given.lot, typeof one === 'string' ? at : [...at, 'lot']), at };
  });
  all.bids.push(
    present({
      id,
      bidder: bidderOf(file.bidder, id),
      lots: places.map(({ lot, growthPath, meetsReservation, values, at }) => {
        const ofBid = asked(valuesOf(writing, file.values, [...path, 'values']), measuresOf(rules, lot, 'open'));
        const sealed = measuresOf(rules, lot, 'sealed');
        const ofLot = valuesOf(writing, values, [...at, 'values']).filter(
          ({ criterion }) => !sealed.some((node) => node.criterion.id === criterion),
        );
        const own = [...ofBid.filter(({ criterion }) => !ofLot.some((one) => one.criterion === criterion)), ...ofLot];
        return present({
          lot,
          growthPath: growthPath && {
            steps: growthPath.steps.map(({ by, percentage }) => ({ by, percentage: inText(percentage) })),
            communityInitiatives: inText(growthPath.communityInitiatives),
          },
          meetsReservation,
          values: someOf(own),
        });
      }),
      preferences: file.preferences?.map((lot, place) => found.refer(names.lots, lot, [...path, 'preferences', place])),
      maximumLots: file.maximumLots,
      values: someOf(asked(valuesOf(writing, file.values, [...path, 'values']), measuresOf(rules, COMMON, 'open'))),
      capacity: file.capacity === undefined ? undefined : inText(file.capacity),
      discounts: file.discounts?.map(({ lots, percentage }, place) => ({
        lots: lots.map((lot, at) => found.refer(names.lots, lot, [...path, 'discounts', place, 'lots', at])),
        percentage: inText(percentage),
      })),
    }) as Bid,
  );
  checkValueNames(writing, typeof file.bidder === 'string' ? file.bidder : file.bidder.name, file.values, [
    ...path,
    'values',
  ]);
  // What stands with a lot goes before what stands with the bid, for all its lots.
  const ofLots = new Set<string>();
  for (const { lot, at, scores, values, price } of places) {
    addFound(writing, id, [lot], { scores, values, price }, at, all);
    for (const name of Object.keys(scores ?? {})) ofLots.add(placeKey(lot, names.criteria.find(name) ?? name));
  }
  const lots = places.map(({ lot }) => lot);
  addFound(writing, id, [COMMON, ...lots], file, path, all, ofLots);
}

/** A figure that no criterion measures would be lost in silence. */
function checkValueNames(
  { found, names, rules }: Writing,
  bid: string,
  values: FileValues | undefined,
  path: Path,
): void {
  for (const [name, at] of keysOf(values, path)) {
    const id = names.criteria.find(name);
    const measured = [COMMON, ...rules.lots.map((lot) => lot.id)].some((lot) =>
      (['open', 'sealed'] as const).some((when) => measuresOf(rules, lot, when).some((one) => one.criterion.id === id)),
    );
    if (id !== undefined && !measured) {
      found.faults.push(fault('value-not-asked', at, { bid, criterion: id }, { kind: 'remove' }));
    }
  }
}

const keysOf = (values: FileValues | undefined, path: Path): [string, Path][] =>
  Array.isArray(values)
    ? values.map(({ criterion }, place) => [criterion, [...path, place, 'criterion']])
    : Object.keys(values ?? {}).map((name) => [name, [...path, name]]);

/** Only the figures that are asked at a place: what stands with a bid holds in all its lots. */
const asked = (
  values: readonly { criterion: string; value: string }[],
  nodes: readonly { readonly criterion: { readonly id: string } }[],
): { criterion: string; value: string }[] =>
  values.filter(({ criterion }) => nodes.some((node) => node.criterion.id === criterion));

const AMOUNTS = new Set(['amount', 'lines', 'percentage', 'time', 'statedTotal', 'parts']);

const someOf = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

function bidderOf(given: BidFile['bidder'], id: string): Bid['bidder'] {
  const bidder = typeof given === 'string' ? { name: given } : given;
  const members = (bidder.members ?? [bidder.name]).map((one) => (typeof one === 'string' ? { name: one } : one));
  const ids = named(members, id);
  return present({
    name: bidder.name,
    form: bidder.form ?? (members.length > 1 ? 'consortium' : 'single'),
    members: members.map((member, place) => ({ ...member, id: bidder.members ? ids.ids[place]! : id })),
    group: bidder.group,
  });
}

/**
 * Adds what was found of a bid at places: scores, what is sealed with the price, and the price itself.
 * @param said lots and criteria of which the score was said before
 */
function addFound(
  writing: Writing,
  bid: string,
  places: readonly string[],
  { scores, values, price }: FileFound,
  path: Path,
  all: Growing,
  said: ReadonlySet<string> = new Set(),
): void {
  const { found, names, rules } = writing;
  for (const [name, score] of Object.entries(scores ?? {})) {
    const criterion = found.refer(names.criteria, name, [...path, 'scores', name]);
    const scoredAt = places.filter((lot) => isScoredAt(rules, lot, criterion));
    if (scoredAt.length === 0 && names.criteria.find(name) !== undefined) {
      found.faults.push(fault('unknown-criterion', [...path, 'scores', name], { criterion }, { kind: 'remove' }));
    }
    for (const lot of scoredAt) {
      if (said.has(placeKey(lot, criterion))) continue;
      if (Array.isArray(score)) {
        score.forEach((one, place) => {
          all.places.assessments.push([...path, 'scores', name, place]);
          all.assessments.push({ assessor: `assessor-${place + 1}`, bid, lot, criterion, score: inText(one) });
        });
      } else {
        all.places.consensus.push([...path, 'scores', name]);
        all.consensus.push({ bid, lot, criterion, score: inText(score) });
      }
    }
  }
  const sealed = valuesOf(writing, values, [...path, 'values']);
  for (const lot of places) {
    const own = someOf(asked(sealed, measuresOf(rules, lot, 'sealed')));
    const amounts =
      price === undefined || lot === COMMON ? undefined : offerOf(writing, lot, price, [...path, 'price']);
    if (own || amounts)
      addOffer(all, present({ bid, lot, ...amounts, values: own }) as Offer, [...path, amounts ? 'price' : 'values']);
  }
}

function isScoredAt(rules: TenderRules, lot: string, criterion: string): boolean {
  const node = scoredCriteria(lot === COMMON ? rules : rulesIn(rules, lot)).find(
    (one) => one.criterion.id === criterion,
  );
  return node !== undefined && node.common === (lot === COMMON);
}

/** What stands with the bid and what stands with its lot is one offer; what was said first holds. */
function addOffer({ prices, offered, places }: Growing, offer: Offer, path: Path): void {
  const key = placeKey(offer.bid, offer.lot);
  const place = offered.get(key);
  if (place === undefined) {
    offered.set(key, prices.length);
    prices.push(offer);
    places.prices.push(path);
  } else {
    const before = prices[place]!;
    const own = before.values ?? [];
    const others = (offer.values ?? []).filter(({ criterion }) => !own.some((one) => one.criterion === criterion));
    const { bid, lot, values: _, ...amounts } = Object.keys(before).some((key) => AMOUNTS.has(key)) ? before : offer;
    prices[place] = present({ bid, lot, ...amounts, values: someOf([...own, ...others]) }) as Offer;
  }
}

/** An offer in full: an amount alone is that of the whole price, in the form that is asked. */
function offerOf({ found, names, rules }: Writing, lot: string, offer: FileOffer, path: Path): Partial<Offer> {
  const form = (part: string | null) =>
    partsOf(rulesIn(rules, lot).price).find(({ id }) => id === part)?.rules.form.kind ?? 'amount';
  const plain = (part: string | null, amount: string | number): Partial<Offer> =>
    form(part) === 'percentage' ? { percentage: inText(amount) } : { amount: inText(amount) };
  if (typeof offer !== 'object') return plain(null, offer);
  const { parts, note, ...amounts } = offer;
  const listed = Array.isArray(parts)
    ? parts.map(({ part, ...rest }, place) => ({ part, given: rest, at: [...path, 'parts', place, 'part'] }))
    : Object.entries(parts ?? {}).map(([part, given]) => ({ part, given, at: [...path, 'parts', part] }));
  return present({
    ...amountsOf(found, names, amounts, path),
    note,
    parts:
      parts &&
      listed.map(({ part, given, at }) => {
        const id = found.refer(names.parts, part, at);
        return { part: id, ...(typeof given === 'object' ? amountsOf(found, names, given, at) : plain(id, given)) };
      }),
  }) as Partial<Offer>;
}

type FileAmounts = Pick<
  Exclude<FileOffer, string | number>,
  'amount' | 'lines' | 'percentage' | 'time' | 'statedTotal'
>;

export function amountsOf(
  found: Found,
  names: RuleNames,
  { lines, ...amounts }: FileAmounts,
  path: Path,
): Partial<Offer> {
  const listed = Array.isArray(lines) ? lines : Object.entries(lines ?? {}).map(([line, price]) => ({ line, price }));
  return present({
    ...Object.fromEntries(
      Object.entries(amounts).map(([key, value]) => [key, value === undefined ? undefined : inText(value)]),
    ),
    lines:
      lines &&
      listed.map(({ line, price }, place) => ({
        line: found.refer(names.lines, line, [...path, 'lines', Array.isArray(lines) ? place : line]),
        price: inText(price),
      })),
  });
}

/** Figures by criterion: a number, or a number with the announced unit. */
export function valuesOf(
  { found, names, rules }: Writing,
  values: FileValues | undefined,
  path: Path,
): { criterion: string; value: string }[] {
  const listed = Array.isArray(values)
    ? values
    : Object.entries(values ?? {}).map(([criterion, value]) => ({ criterion, value }));
  return listed.map(({ criterion, value }, place) => {
    const at = [...path, Array.isArray(values) ? place : criterion];
    const id = found.refer(names.criteria, criterion, at);
    const text = inText(value);
    const [, figure, unit] = FIGURE.exec(text) ?? [];
    if (unit === undefined) return { criterion: id, value: figure ?? text };
    const announced = unitsOf(rules, id);
    if (announced.some((one) => plainName(one) === plainName(unit))) return { criterion: id, value: figure! };
    const details = { criterion: id, value: text, unit: announced[0] ?? '' };
    found.faults.push(fault('unit-differs', at, details, { kind: 'one-of', values: announced }));
    return { criterion: id, value: figure! };
  });
}

const unitsOf = (rules: TenderRules, id: string): string[] =>
  rules.criteria.flatMap(function units(one): string[] {
    const own = one.id === id && one.measured ? [one.measured.unit.nl, one.measured.unit.en] : [];
    return [...new Set([...own, ...(one.children ?? []).flatMap(units)])];
  });
