import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { compare, exact, multiply, sum } from '../number.ts';
import { decimalText, identifier, oneLine } from '../text.ts';
import { growthPathCommitment } from './growth-path.ts';
import { COMMON } from './in-lot.ts';
import { checkValues, measuresOf } from './measures.ts';
import { mechanismOf } from './mechanisms.ts';
import { offeredValue } from './price-rules.ts';
import { KVK, registration, registrationKey } from './registration.ts';
import { biddable, type TenderRules } from './rules.ts';

/**
 * An organisation that takes part in a bid. Bids of before there was a `registration` have their number in `id`; now an `id` is only a name for
 * use in files.
 */
export const organisation = z.strictObject({
  id: identifier,
  name: oneLine(200),
  registration: registration.optional(),
});
export type Organisation = z.infer<typeof organisation>;

/** What a bidder hands in. A consortium counts as one bidder (Koersnota 2025, 3.1). */
export const bid = z.strictObject({
  id: identifier,
  bidder: z.strictObject({
    name: oneLine(200),
    form: z.enum(['single', 'consortium']),
    members: z.array(organisation).min(1).max(50),
    /** Who carries out a part for the bidder, as the bid names them. */
    subcontractors: z.array(oneLine(200)).min(1).max(50).optional(),
    /** The group of affiliated organisations that the bidder declares to belong to. */
    group: identifier.optional(),
  }),
  /** Lots, and combinations of lots where the tender reserves them. */
  lots: z
    .array(
      z.strictObject({
        lot: identifier,
        growthPath: growthPathCommitment.optional(),
        /** The bidder meets the condition of a reserved lot. */
        meetsReservation: z.boolean().optional(),
        /** Figures for the criteria that are measured and not sealed. */
        values: z.array(offeredValue).max(100).optional(),
      }),
    )
    .min(1)
    .max(550),
  /** All lots of this bid, the most wanted first: where the lots are awarded by bidders' preferences. */
  preferences: z.array(identifier).max(500).optional(),
  /** The bidder wants no more lots than this. */
  maximumLots: z.int().min(1).max(500).optional(),
  /** Figures for the criteria that are measured, not sealed, and common to all lots. */
  values: z.array(offeredValue).max(100).optional(),
  /** What the bidder can take on, in the announced unit: where a capacity is asked. */
  capacity: decimalText.optional(),
  /** A percentage off the amounts of these lots if the bidder wins all of them: where discounts are asked. */
  discounts: z
    .array(z.strictObject({ lots: z.array(identifier).min(2).max(100), percentage: decimalText }))
    .max(50)
    .optional(),
});
export type Bid = z.infer<typeof bid>;

/**
 * Checks a bid against the rules and the bids that are already there.
 * @throws DomainError `duplicate-bid`, `unknown-lot`, `duplicate-lot`, `bidder-form`, `organisation-twice-in-bid`,
 *   `organisation-in-two-bids` (an organisation takes part in at most one bid per lot, also inside a consortium),
 *   `growth-path-missing`, `growth-path-not-asked`, `lot-reserved`, `too-many-lots`, `preferences-incomplete`, `preference-not-bid-for`,
 *   `preferences-not-asked`, `capacity-missing`, `capacity-not-asked`, `discount-not-asked`, `discount-on-other-lots`, and what `checkValues` throws
 */
export function checkBid(rules: TenderRules, earlier: Iterable<Bid>, candidate: Bid): void {
  const { name, form, members } = candidate.bidder;
  if ((form === 'single') !== (members.length === 1)) {
    throw new DomainError('bidder-form', { bidder: name, form, members: members.length });
  }
  members.forEach((member, index) => {
    const twin = members.slice(0, index).find((other) => sameOrganisation(member, other));
    if (twin) throw new DomainError('organisation-twice-in-bid', { organisation: member.name, bidder: name });
  });

  checkOffers(rules, candidate);
  checkPreferences(rules, candidate);
  checkFigures(rules, candidate);
  checkDiscounts(rules, candidate);

  const lots = new Set(candidate.lots.flatMap((offer) => lotsOf(rules, offer.lot)));
  for (const other of earlier) {
    if (other.id === candidate.id) throw new DomainError('duplicate-bid', { bid: candidate.id });
    if (other.bidder.name === name) throw new DomainError('duplicate-bidder', { bidder: name });
    const refusal = rules.award.organisationInSeveralBids ?? 'refused-in-one-lot';
    if (refusal === 'counted-as-one') continue;
    const shared = other.lots.find((offer) => lotsOf(rules, offer.lot).some((lot) => lots.has(lot)));
    if (!shared && refusal === 'refused-in-one-lot') continue;
    const member = sharedOrganisation(other, candidate);
    if (member) {
      throw new DomainError(refusal === 'refused' ? 'organisation-in-several-bids' : 'organisation-in-two-bids', {
        organisation: member.name,
        bidders: [other.bidder.name, name],
        ...(shared ? { lot: shared.lot } : {}),
      });
    }
  }
}

/** The lots of an offer: one lot, or those of a combination. */
export const lotsOf = (rules: TenderRules, offered: string): readonly string[] =>
  rules.combinations?.find((one) => one.id === offered)?.lots ?? [offered];

function checkOffers(rules: TenderRules, { bidder, lots }: Bid): void {
  const seen = new Set<string>();
  for (const offer of lots) {
    const known = biddable(rules).some((lot) => lot.id === offer.lot);
    if (!known) throw new DomainError('unknown-lot', { lot: offer.lot });
    if (seen.has(offer.lot)) throw new DomainError('duplicate-lot', { lot: offer.lot, bidder: bidder.name });
    seen.add(offer.lot);
    const reserved = rules.lots.find((lot) => lot.reserved && lotsOf(rules, offer.lot).includes(lot.id));
    if (reserved && !offer.meetsReservation)
      throw new DomainError('lot-reserved', { lot: reserved.id, bidder: bidder.name });
    if (rules.growthPath && !offer.growthPath) throw new DomainError('growth-path-missing', { lot: offer.lot });
    if (!rules.growthPath && offer.growthPath) throw new DomainError('growth-path-not-asked', { lot: offer.lot });
  }
  const different = new Set(lots.flatMap((offer) => lotsOf(rules, offer.lot))).size;
  const maximum = rules.award.maximumLotsToBidFor ?? rules.lots.length;
  if (different > maximum) throw new DomainError('too-many-lots', { bidder: bidder.name, lots: different, maximum });
}

function checkPreferences(rules: TenderRules, { bidder, lots, preferences }: Bid): void {
  if (!mechanismOf(rules).asksPreferences) {
    if (preferences) throw new DomainError('preferences-not-asked', { bidder: bidder.name });
    return;
  }
  const listed = preferences ?? [];
  const foreign = listed.find((lot) => !lots.some((offer) => offer.lot === lot));
  if (foreign !== undefined) throw new DomainError('preference-not-bid-for', { bidder: bidder.name, lot: foreign });
  const missing = lots.find((offer) => !listed.includes(offer.lot));
  if (missing || new Set(listed).size !== listed.length) {
    throw new DomainError('preferences-incomplete', { bidder: bidder.name, lot: missing?.lot ?? null });
  }
}

/** The figures that are handed in with the bid, and what it can take on. */
function checkFigures(rules: TenderRules, { id, bidder, lots, values, capacity }: Bid): void {
  for (const offer of lots) {
    checkValues({ bid: bidder.name, lot: offer.lot }, measuresOf(rules, offer.lot, 'open'), offer.values);
  }
  checkValues({ bid: bidder.name, lot: COMMON }, measuresOf(rules, COMMON, 'open'), values);
  if (rules.award.capacity && capacity === undefined)
    throw new DomainError('capacity-missing', { bidder: bidder.name });
  if (rules.award.capacity && capacity !== undefined && !fitsSomeLot(rules, lots, capacity)) {
    throw new DomainError('capacity-fits-no-lot', { bidder: bidder.name, capacity });
  }
  if (!rules.award.capacity && capacity !== undefined) throw new DomainError('capacity-not-asked', { bid: id });
}

/** Whether a bidder can take on at least one of the lots that it bids for. */
function fitsSomeLot(rules: TenderRules, lots: Bid['lots'], capacity: string): boolean {
  const room = multiply(exact(capacity), exact(rules.award.capacity?.factor ?? '1'));
  const sizeOf = (lot: string) => exact(rules.lots.find(({ id }) => id === lot)?.size ?? '0');
  return lots.some((offer) => compare(sum(lotsOf(rules, offer.lot).map(sizeOf)), room) <= 0);
}

/** @throws DomainError `discount-never-holds`, `discount-not-asked`, `discount-on-other-lots`: a set of lots that the bid is for, each once, and no set twice */
function checkDiscounts(rules: TenderRules, { bidder, lots, discounts = [] }: Bid): void {
  if (discounts.length > 0 && !rules.award.discounts) {
    throw new DomainError('discount-not-asked', { bidder: bidder.name });
  }
  const sets = new Set<string>();
  for (const discount of discounts) {
    const key = [...discount.lots].sort().join(' ');
    const foreign = discount.lots.find((lot) => !lots.some((offer) => offer.lot === lot));
    const twice = discount.lots.find((lot, place) => discount.lots.indexOf(lot) !== place);
    const lot = foreign ?? twice ?? (sets.has(key) ? discount.lots[0] : undefined);
    if (lot !== undefined) throw new DomainError('discount-on-other-lots', { bidder: bidder.name, lot });
    if (compare(exact(discount.percentage), exact('100')) > 0) {
      throw new DomainError('percentage-above-100', { committed: discount.percentage });
    }
    const { maximumLotsPerBidder, lotGroups = [] } = rules.award;
    const tooMany =
      discount.lots.length > maximumLotsPerBidder ||
      lotGroups.some((group) => discount.lots.filter((one) => group.lots.includes(one)).length > group.maximumLots);
    if (tooMany) throw new DomainError('discount-never-holds', { bidder: bidder.name, maximum: maximumLotsPerBidder });
    sets.add(key);
  }
}

/** An organisation that takes part in both bids. */
export function sharedOrganisation(one: Bid, other: Bid): Organisation | undefined {
  const own = identitiesOf(one);
  return other.bidder.members.find((member) => identitiesOfMember(member).some((identity) => own.has(identity)));
}

/**
 * The same registration, the same name apart from capitals, spaces and look-alike letters (another number does not make another organisation),
 * or the same id, which was the number before there were registrations.
 */
const sameOrganisation = (a: Organisation, b: Organisation): boolean =>
  a.id === b.id ||
  plainName(a.name) === plainName(b.name) ||
  numbersOf(a).some((number) => numbersOf(b).includes(number));

/** The numbers that an organisation is known by. */
const numbersOf = ({ id, registration: given }: Organisation): string[] =>
  given ? [registrationKey(given), ...(given.register === KVK ? [given.number] : [])] : [id];

const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[а-яіјѕһӏα-ωɑɡ]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();

/** Cyrillic, Greek and phonetic letters that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    к: 'k',
    м: 'm',
    т: 't',
    н: 'h',
    в: 'b',
    һ: 'h',
    ӏ: 'l',
  },
  ...{ α: 'a', ε: 'e', ο: 'o', ρ: 'p', υ: 'u', χ: 'x', ι: 'i', κ: 'k', ν: 'v', τ: 't' },
  ...{ ɑ: 'a', ɡ: 'g' },
};

/** What an organisation is known by, worked out once: every bid is held against every other. */
const organisations = new WeakMap<Organisation, readonly string[]>();
function identitiesOfMember(member: Organisation): readonly string[] {
  const before = organisations.get(member);
  if (before) return before;
  const own = [member.id, plainName(member.name), ...numbersOf(member)];
  organisations.set(member, own);
  return own;
}

/** The identities of a bid's organisations, worked out once: a bid never changes. */
const identities = new WeakMap<Bid, ReadonlySet<string>>();
function identitiesOf(bid: Bid): ReadonlySet<string> {
  const before = identities.get(bid);
  if (before) return before;
  const own = new Set(bid.bidder.members.flatMap(identitiesOfMember));
  identities.set(bid, own);
  return own;
}
