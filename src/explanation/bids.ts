import type { Bid, Organisation } from '../domain/rules/bid.ts';
import { KVK, type Registration } from '../domain/rules/registration.ts';
import { biddable, type TenderRules } from '../domain/rules/rules.ts';
import { type FallenBid, fallenIn, lotShortfalls } from '../domain/scoring/input.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { Prose } from './blocks.ts';
import { givenColumn } from './columns.ts';
import { fallenInWords } from './fallen.ts';

export interface BidsInWords {
  /** Column heads of the growth path: one per announced date, and the share through initiatives; none without a growth path. */
  readonly caption: string;
  readonly growthColumns: readonly string[];
  readonly bids: readonly {
    readonly name: string;
    readonly form: string;
    readonly lots: readonly {
      readonly lot: string;
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
  fallen: readonly FallenBid[] = [],
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
  fallen: readonly FallenBid[],
): BidsInWords['bids'][number] {
  const t = m.bids;
  const percentages = committedShares(m, bid);
  return {
    name: bid.bidder.name,
    form: sentences(
      bid.bidder.form === 'consortium'
        ? m.common.consortium(bid.bidder.members.map((member) => memberInWords(m, member)))
        : singleInWords(m, bid),
      ...(bid.bidder.group === undefined ? [] : [t.inGroup(bid.bidder.group)]),
      ...(bid.maximumLots === undefined ? [] : [t.wantsAtMost(bid.maximumLots)]),
      ...(bid.preferences
        ? [t.prefers(bid.preferences.map((lot) => biddable(rules).find(({ id }) => id === lot)!.name))]
        : []),
    ),
    lots: bid.lots.map(({ lot, growthPath }, row) => {
      const shortfalls = lotShortfalls(rules, bid, lot);
      const setAside = fallenIn(fallen, bid.id, lot);
      return {
        lot: biddable(rules).find((one) => one.id === lot)!.name,
        percentages: percentages[row]!,
        valid: shortfalls.length === 0 && !setAside,
        status: shortfalls.length > 0 ? t.invalid : setAside ? t.setAside : growthPath ? t.meetsPath : t.registered,
        reasons: [...shortfalls.map((one) => shortfallText(m, one)), ...(setAside ? [fallenInWords(m, setAside)] : [])],
      };
    }),
  };
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
function singleInWords(m: Messages, { bidder }: Bid): string {
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
