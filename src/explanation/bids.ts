import type { Bid, Organisation } from '../domain/rules/bid.ts';
import { KVK, type Registration } from '../domain/rules/registration.ts';
import { biddable, type TenderRules } from '../domain/rules/rules.ts';
import { type FallenBid, fallenIn, lotShortfalls } from '../domain/scoring/input.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';

export interface BidsInWords {
  readonly title: string;
  readonly text: Messages['bids'];
  readonly labels: Messages['common'];
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
      readonly reasons: readonly string[];
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
    title: t.title,
    text: t,
    labels: m.common,
    growthColumns: rules.growthPath
      ? [...rules.growthPath.steps.map((step) => t.endOf(step.by.slice(0, 4))), t.initiatives]
      : [],
    caption: rules.growthPath ? t.caption : t.captionPlain,
    bids: [...bids].map((bid) => ({
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
      lots: bid.lots.map(({ lot, growthPath }) => {
        const shortfalls = lotShortfalls(rules, bid, lot);
        const setAside = fallenIn(fallen, bid.id, lot);
        return {
          lot: biddable(rules).find((one) => one.id === lot)!.name,
          percentages: growthPath
            ? [...growthPath.steps.map((step) => step.percentage), growthPath.communityInitiatives].map(
                m.format.decimal,
              )
            : [],
          valid: shortfalls.length === 0 && !setAside,
          status: shortfalls.length > 0 ? t.invalid : setAside ? t.setAside : growthPath ? t.meetsPath : t.registered,
          reasons: [
            ...shortfalls.map((one) => shortfallText(m, one)),
            ...(setAside ? [m.award.fallen[setAside.stage](setAside.reason)] : []),
          ],
        };
      }),
    })),
  };
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
