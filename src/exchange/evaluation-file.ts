import { canonicalJson } from '../chain/canonical.ts';
import { DomainError, type ErrorCode, type Fault } from '../domain/errors.ts';
import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { fault, type Path } from '../domain/faults.ts';
import { exact, toDecimalText } from '../domain/number.ts';
import type { Organisation } from '../domain/rules/bid.ts';
import { scoredCriteria } from '../domain/rules/criteria-tree.ts';
import { COMMON } from '../domain/rules/in-lot.ts';
import { type Names, namesOf } from '../domain/rules/names.ts';
import { enterRegistration } from '../domain/rules/registration.ts';
import { biddable, type TenderRules, tenderRules } from '../domain/rules/rules.ts';
import { type EvaluationInput, evaluationInput, inputFaults, scoreAsAnnounced } from '../domain/scoring/input.ts';
import { amountFaults } from '../domain/scoring/price.ts';
import { ruleFaults } from '../domain/scoring/rule-faults.ts';
import { pathText } from '../domain/shape.ts';
import { amountsOf, type BidsInFull, bidsOf, valuesOf } from './bids-in-file.ts';
import { finding, inText, present } from './names-in-file.ts';
import { parseEntered, parseJson } from './parse.ts';
import { expandRules, type RuleNames } from './rules-file.ts';
import { type EvaluationFile, evaluationFile, rulesFile } from './tender-file-shape.ts';

/** An input that can be read and breaks its own rules: with the names in it, for whoever tells people. */
class RefusedInput extends DomainError {
  readonly names: Names;

  constructor({ code, details }: Fault, faults: readonly Fault[], names: Names) {
    super(code, details, faults);
    this.names = names;
  }
}

export const namesIn = (error: unknown): Names | undefined => (error instanceof RefusedInput ? error.names : undefined);

/**
 * Reads rules of a tender from a file.
 * @throws DomainError what {@link parseJson} throws, and everything that is wrong with what the file leaves out or refers to
 */
export function readRulesFile(text: string): TenderRules {
  const { rules, faults } = expandRules(parseJson(text, rulesFile));
  return inShape(rules, faults, []);
}

/**
 * Reads the input of an evaluation from a file: its texts, registrations and scores come in as they do by a form.
 * @throws DomainError what {@link parseJson} throws, and everything else that is wrong in the file
 */
export function readEvaluationInput(text: string): EvaluationInput {
  const file = parseJson(text, evaluationFile);
  const expanded = expandRules(file.rules);
  const ofRules = expanded.faults.map((one) => within(one, 'rules'));
  const rules = inShape(expanded.rules, ofRules, ['rules']);
  const found = finding();
  const bids = bidsOf(file, rules, expanded.names, found);
  const input = inputOf(file, rules, expanded.names, bids, found);
  const rulesWrong = ruleFaults(rules).map((one) => within(one, 'rules'));
  const faults = [...found.faults, ...registrationFaults(file)];
  if (faults.length > 0) refuse([...rulesWrong, ...faults]);
  const read = entered({ ...parseEntered(input, besideRules), rules });
  const inputWrong = rulesWrong.length > 0 ? [] : inputFaults(read);
  const [first] = [...rulesWrong, ...inputWrong];
  if (!first) return read;
  const inPlace = [...inputWrong, ...(inputWrong.length > 0 ? amountFaults(rules, read.prices ?? []) : [])];
  const wrong = [...rulesWrong, ...inPlace.map((one) => inFile(one, file, bids.places))];
  throw new RefusedInput(first, eachOnce(wrong), namesOf(rules, read.bids));
}

const besideRules = evaluationInput.omit({ rules: true });

/** The rules as the schema reads them. @throws DomainError with every fault, where there are any */
function inShape(rules: unknown, faults: readonly Fault[], path: Path): TenderRules {
  // What was said of the file is not said again of what was made of it.
  const said = new Set(faults.map(placeOf));
  const unknown = new Set(faults.flatMap((one) => (NAMING.includes(one.code) ? [one.path.join('.')] : [])));
  const isNew = (one: Fault): boolean => !said.has(placeOf(one)) && !unknown.has(one.path.join('.'));
  try {
    const read = parseEntered(rules, tenderRules);
    if (faults.length === 0) return read;
    const ofRules = ruleFaults(read).map((one) => within(one, ...path));
    refuse([...faults, ...ofRules.filter(isNew)]);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'file-invalid') throw error;
    const ofShape = error.faults.map((one) => shapeWithin(one, ...path));
    const all = [...faults, ...ofShape.filter(isNew)];
    if (all.length === 0) throw error;
    refuse(all);
  }
}

/** What a name means is not known: what the rules say of an id there is no news. */
const NAMING: readonly ErrorCode[] = ['unknown-name', 'name-twice'];

/** A fault of what the file says with a bid, at the place where it says so. */
function inFile(one: Fault, file: EvaluationFile, places: BidsInFull['places']): Fault {
  const [list, index, ...rest] = one.path;
  if ((list !== 'consensus' && list !== 'assessments' && list !== 'prices') || typeof index !== 'number') return one;
  const place = places[list][index - (file[list]?.length ?? 0)];
  return place ? { ...one, path: [...place, ...rest] } : one;
}

const placeOf = ({ code, path }: Fault): string => `${code} ${path.join('.')}`;

const within = (one: Fault, ...path: Path): Fault => ({ ...one, path: [...path, ...one.path] });

/** A fault of a shape says its place in words as well. */
function shapeWithin(one: Fault, ...path: Path): Fault {
  const placed = within(one, ...path);
  return { ...placed, details: { ...placed.details, path: pathText(placed.path) } };
}

function refuse(faults: readonly Fault[]): never {
  const [first] = faults;
  throw new DomainError(first!.code, first!.details, eachOnce(faults));
}

/** What a file says once can be wrong in many lots; it is told once. */
const eachOnce = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((one) => [JSON.stringify([one.code, one.path, one.details]), one])).values(),
];

function inputOf(
  file: EvaluationFile,
  rules: TenderRules,
  names: RuleNames,
  { bids, names: bidNames, places: _, ...found }: BidsInFull,
  finds: ReturnType<typeof finding>,
): unknown {
  const bidAt = (ref: string, ...path: Path): string => finds.refer(bidNames, ref, path);
  const lotAt = (ref: string, ...path: Path): string => (ref === COMMON ? COMMON : finds.refer(names.lots, ref, path));
  const [onlyLot, anotherLot] = biddable(rules);
  /** Where no lot is named: what is common, or in the only lot that there is. */
  const placeAt = (ref: string | undefined, isCommon: boolean, ...path: Path): string => {
    if (ref !== undefined) return lotAt(ref, ...path);
    if (isCommon) return COMMON;
    if (anotherLot) {
      finds.faults.push(fault('lot-not-named', path, {}, { kind: 'one-of', values: [...names.lots.names] }));
    }
    return onlyLot!.id;
  };
  const common = new Set(scoredCriteria(rules).flatMap((node) => (node.common ? [node.criterion.id] : [])));
  const criterionAt = (ref: string, ...path: Path): string => finds.refer(names.criteria, ref, path);
  const scoredIn = (one: { lot?: string | undefined; criterion: string }, ...path: Path) => {
    const criterion = criterionAt(one.criterion, ...path, 'criterion');
    return { criterion, lot: placeAt(one.lot, common.has(criterion), ...path, 'lot') };
  };
  const consensus = (file.consensus ?? []).map((one, place) => ({
    ...one,
    bid: bidAt(one.bid, 'consensus', place, 'bid'),
    ...scoredIn(one, 'consensus', place),
    score: inText(one.score),
  }));
  const assessments = (file.assessments ?? []).map((one, place) => ({
    ...one,
    bid: bidAt(one.bid, 'assessments', place, 'bid'),
    ...scoredIn(one, 'assessments', place),
    score: inText(one.score),
  }));
  const middles = file.middles?.map((one, place) => ({
    bid: bidAt(one.bid, 'middles', place, 'bid'),
    ...scoredIn(one, 'middles', place),
    score: inText(one.score),
  }));
  const prices = (file.prices ?? []).map(({ bid, lot, parts, values, note, ...amounts }, place) =>
    present({
      bid: bidAt(bid, 'prices', place, 'bid'),
      lot: placeAt(lot, false, 'prices', place, 'lot'),
      ...amountsOf(finds, names, amounts, ['prices', place]),
      parts: parts?.map(({ part, ...own }, at) => ({
        part: finds.refer(names.parts, part, ['prices', place, 'parts', at, 'part']),
        ...amountsOf(finds, names, own, ['prices', place, 'parts', at]),
      })),
      values: values && valuesOf({ found: finds, names, rules }, values, ['prices', place, 'values']),
      note,
    }),
  );
  const reasonOf = ({ reason }: { readonly reason?: string | undefined }): string => reason ?? '–';
  const optionalLot = (lot: string | undefined, ...path: Path) =>
    lot === undefined ? {} : { lot: lotAt(lot, ...path) };
  const draws = [
    ...(file.draw ? [{ order: file.draw.map((bid, at) => bidAt(bid, 'draw', at)) }] : []),
    ...(file.draws ?? []).map(({ order, lots, reason }, place) =>
      present({
        order: order.map((bid, at) => bidAt(bid, 'draws', place, 'order', at)),
        lots: lots?.map((lot, at) => lotAt(lot, 'draws', place, 'lots', at)),
        reason,
      }),
    ),
  ];
  const all = { consensus: [...consensus, ...found.consensus], assessments: [...assessments, ...found.assessments] };
  const offers = [...prices, ...found.prices];
  return present({
    engine: file.engine === 2 ? 2 : undefined,
    fictional: file.fictional,
    bids,
    consensus: all.consensus,
    assessments: all.assessments.length > 0 ? all.assessments : undefined,
    middles,
    prices: file.prices || offers.length > 0 ? offers : undefined,
    fallen: file.fallen?.map((one, place) => ({
      bid: bidAt(one.bid, 'fallen', place, 'bid'),
      ...optionalLot(one.lot, 'fallen', place, 'lot'),
      stage: one.stage,
      reason: reasonOf(one),
    })),
    draws: draws.length > 0 ? draws : undefined,
    fixedLots: file.fixedLots?.map((one, place) => ({
      lot: lotAt(one.lot, 'fixedLots', place, 'lot'),
      bid: one.bid === null ? null : bidAt(one.bid, 'fixedLots', place, 'bid'),
      reason: reasonOf(one),
    })),
    withdrawnLots: file.withdrawnLots?.map((one, place) => ({
      lot: lotAt(one.lot, 'withdrawnLots', place, 'lot'),
      reason: reasonOf(one),
    })),
  });
}

/** Scores as they were announced, and registrations as they are written. */
const entered = (input: EvaluationInput): EvaluationInput => ({
  ...input,
  bids: input.bids.map((bid) => ({
    ...bid,
    bidder: {
      ...bid.bidder,
      members: bid.bidder.members.map((member) =>
        member.registration ? { ...member, registration: enterRegistration(member.registration) } : member,
      ),
    },
  })),
  consensus: input.consensus.map((entry) => ({
    ...entry,
    score: scoreAsAnnounced(input.rules, entry.criterion, entry.score),
  })),
});

/** @returns `kvk-number` for every number that is none */
const registrationFaults = ({ bids }: EvaluationFile): Fault[] =>
  bids.flatMap(({ bidder }, at) => {
    const members = typeof bidder === 'string' ? [] : (bidder.members ?? []);
    return members.flatMap((member, place) => {
      const written = typeof member === 'string' ? undefined : member.registration;
      const wrong = written && refusalOf(written);
      if (!wrong) return [];
      const path = ['bids', at, 'bidder', 'members', place, 'registration', 'number'];
      return [fault(wrong.code, path, { ...wrong.details, path: path.join('.') }, null)];
    });
  });

function refusalOf(written: NonNullable<Organisation['registration']>): DomainError | undefined {
  try {
    enterRegistration(written);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/**
 * The same input as a file: reading it gives the same outcome. What was noted with a price for the log is no part of it.
 * @returns JSON with its keys in order, so that equal inputs are equal files
 */
export const writeEvaluationInput = (input: EvaluationInput): string =>
  asFile(
    evaluationInput.parse({
      ...input,
      ...(input.prices ? { prices: input.prices.map(({ note, ...price }) => price) } : {}),
    }),
  );

/** An outcome as a file, to the last digit: equal outcomes are equal files, whether they were calculated now or stored before. */
export const writeOutcome = (outcome: Outcome): string => asFile(outcome);

/** The same with a decimal number beside every fraction, for who reads it. */
export const writeOutcomeWithDecimals = (outcome: Outcome): string => asFile(withDecimals(outcome) as object);

const DECIMALS = 6;
const FRACTION = /^-?\d+\/\d+$/;

function withDecimals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDecimals);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      typeof one === 'string' && FRACTION.test(one)
        ? [
            [key, one],
            [`${key}Decimal`, toDecimalText(exact(one), DECIMALS)],
          ]
        : [[key, withDecimals(one)]],
    ),
  );
}

const asFile = (value: object): string => `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
