import type { Bid, Organisation } from '../domain/rules/bid.ts';
import { measuredCriteria } from '../domain/rules/criteria-tree.ts';
import { KVK, type Registration } from '../domain/rules/registration.ts';
import { biddable, type TenderRules } from '../domain/rules/rules.ts';
import { fallenIn, lotShortfalls, type SaidOfBid } from '../domain/scoring/input.ts';
import { isWithoutNames } from '../domain/tender/anonymity.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import { capital } from '../messages/noun.ts';
import { sentences } from '../messages/sentence.ts';
import type { Prose } from './blocks.ts';
import { givenColumn } from './columns.ts';
import { fallenInWords } from './fallen.ts';

export interface BidsInWords {
  /** Column heads of the growth path: one per announced date, and the share through initiatives; none without a growth path. */
  readonly caption: string;
  readonly growthColumns: readonly string[];
  readonly bids: readonly {
    readonly id: string;
    readonly name: string;
    readonly form: string;
    readonly lots: readonly {
      readonly lot: string;
      /** What it offers there on the criteria that are measured. */
      readonly figures: readonly string[];
      readonly percentages: readonly string[];
      readonly valid: boolean;
      readonly status: string;
      readonly reasons: readonly Prose[];
    }[];
  }[];
}

/** @param fallen bids that were set aside */
export function bidsInWords(
  given: Messages,
  rules: TenderRules,
  bids: Iterable<Bid>,
  fallen: readonly SaidOfBid[] = [],
): BidsInWords {
  const m = forRules(given, rules);
  const t = m.bids;
  return {
    growthColumns: rules.growthPath
      ? [...rules.growthPath.steps.map((step) => t.endOf(step.by.slice(0, 4))), t.initiatives]
      : [],
    caption: rules.growthPath ? t.caption : t.captionPlain,
    bids: [...bids].map((bid) => bidInWords(m, rules, bid, fallen)),
  };
}

function bidInWords(
  m: Messages,
  rules: TenderRules,
  bid: Bid,
  fallen: readonly SaidOfBid[],
): BidsInWords['bids'][number] {
  const t = m.bids;
  const percentages = committedShares(m, bid);
  return {
    id: bid.id,
    name: bid.bidder.name,
    form: sentences(
      bid.bidder.form === 'consortium'
        ? m.common.consortium(bid.bidder.members.map((member) => memberInWords(m, member)))
        : singleInWords(m, bid),
      ...(bid.bidder.subcontractors ? [t.subcontractors(m.format.list(bid.bidder.subcontractors))] : []),
      ...(bid.bidder.group === undefined ? [] : [t.inGroup(bid.bidder.group)]),
      ...(bid.maximumLots === undefined ? [] : [t.wantsAtMost(bid.maximumLots)]),
      ...(bid.preferences
        ? [t.prefers(bid.preferences.map((lot) => biddable(rules).find(({ id }) => id === lot)!.name))]
        : []),
      ...figuresInWords(m, rules, bid.values),
      ...capacityInWords(m, rules, bid),
      ...(bid.discounts ?? []).map(({ lots, percentage }) =>
        t.discount(
          m.common.percentage(m.format.decimal(percentage)),
          lots.map((lot) => biddable(rules).find(({ id }) => id === lot)!.name),
        ),
      ),
    ),
    lots: bid.lots.map(({ lot, growthPath, values }, row) => {
      const shortfalls = lotShortfalls(rules, bid, lot);
      const setAside = fallenIn(fallen, bid.id, lot);
      return {
        lot: biddable(rules).find((one) => one.id === lot)!.name,
        figures: figuresInWords(m, rules, values),
        percentages: percentages[row]!,
        valid: shortfalls.length === 0 && !setAside,
        status: shortfalls.length > 0 ? t.invalid : setAside ? t.setAside : growthPath ? t.meetsPath : t.registered,
        reasons: [...shortfalls.map((one) => shortfallText(m, one)), ...(setAside ? [fallenInWords(m, setAside)] : [])],
      };
    }),
  };
}

/** What a bid offers on criteria that are measured: "Reistijd: 20 minuten". */
export const figuresInWords = (m: Messages, rules: TenderRules, values: Bid['values'] = []): string[] =>
  figuresOf(m, rules, values).map(({ name, value, unit }) => m.bids.figure(name, value, unit));

/** The same in parts. */
export const figuresOf = (
  m: Messages,
  rules: TenderRules,
  values: Bid['values'] = [],
): { readonly name: string; readonly value: string; readonly unit: string }[] =>
  values.flatMap(({ criterion, value }) => {
    const found = measuredCriteria(rules).find((node) => node.criterion.id === criterion)?.criterion;
    if (!found) return [];
    const unit = inLanguage(found.measured!.unit, m);
    return [{ name: inLanguage(found.name, m), value: m.format.readable(value), unit }];
  });

function capacityInWords(m: Messages, { award }: TenderRules, { capacity }: Bid): string[] {
  if (!award.capacity || capacity === undefined) return [];
  const { name, unit } = award.capacity;
  return [m.bids.figure(capital(inLanguage(name, m)), m.format.readable(capacity), inLanguage(unit, m))];
}

/** The shares that a bid commits to, per lot: each column of the growth path with its own decimals, none without a growth path. */
function committedShares(m: Messages, { lots }: Bid): string[][] {
  const paths = lots.map(({ growthPath }) =>
    growthPath ? [...growthPath.steps.map((step) => step.percentage), growthPath.communityInitiatives] : [],
  );
  const columns = (paths.find((path) => path.length > 0) ?? []).map((_, column) =>
    givenColumn(
      m,
      paths.flatMap((path) => path[column] ?? []),
    ),
  );
  return paths.map((path) => path.map((_, column) => columns[column]!.shift()!));
}

/** The words of the form of a bid: a growth path is spoken of only where the rules ask for one. */
export function bidFormInWords(given: Messages, rules: TenderRules): Messages['bids']['form'] {
  const t = forRules(given, rules).bids.form;
  return rules.growthPath ? { ...t, lots: t.lotsWithGrowthPath, lotsHint: t.lotsWithGrowthPathHint } : t;
}

/** A consortium names its organisations; of a single one only what the name of the bidder does not say. */
function singleInWords(m: Messages, bid: Bid): string {
  if (isWithoutNames(bid)) return m.bids.withoutNames;
  const { bidder } = bid;
  const member = bidder.members[0]!;
  if (member.name !== bidder.name) return `${m.common.single}: ${memberInWords(m, member)}`;
  return member.registration
    ? m.bids.withNumber(m.common.single, numberInWords(m, member.registration))
    : m.common.single;
}

const memberInWords = (m: Messages, { name, registration }: Organisation): string =>
  registration ? m.bids.withNumber(name, numberInWords(m, registration)) : name;

const numberInWords = (m: Messages, { register, number }: Registration): string =>
  `${register === KVK ? m.bids.form.registers.kvk : register} ${number}`;

/** Why a commitment makes a bid invalid in a lot, in words. */
export const shortfallText = (
  m: Messages,
  { by, committed, minimum }: { by: string | null; committed: string; minimum: string },
): string =>
  m.bids.shortfall(by === null ? null : m.format.date(by), m.format.decimal(committed), m.format.decimal(minimum));
