import { z } from 'zod';
import { growthPathCommitment } from '../contract/growth-path.ts';
import { DomainError } from '../errors.ts';
import { humanText, identifier } from '../text.ts';
import type { TenderRules } from './rules.ts';

/** An organisation that takes part in a bid; `id` is its registration number (in practice the number at the Chamber of Commerce). */
export const organisation = z.strictObject({ id: identifier, name: humanText(200) });
export type Organisation = z.infer<typeof organisation>;

/** What a bidder hands in. A consortium counts as one bidder (Koersnota 2025, 3.1). */
export const bid = z.strictObject({
  id: identifier,
  bidder: z.strictObject({
    name: humanText(200),
    form: z.enum(['single', 'consortium']),
    members: z.array(organisation).min(1).max(50),
  }),
  lots: z
    .array(z.strictObject({ lot: identifier, growthPath: growthPathCommitment.optional() }))
    .min(1)
    .max(100),
});
export type Bid = z.infer<typeof bid>;

/**
 * Checks a bid against the rules and the bids that are already there.
 * @throws DomainError `duplicate-bid`, `unknown-lot`, `duplicate-lot`, `bidder-form`, `organisation-twice-in-bid`,
 *   `organisation-in-two-bids` (an organisation takes part in at most one bid per lot, also inside a consortium),
 *   `growth-path-missing`, `growth-path-not-asked`, and what `checkCommitment` throws
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

  const lots = new Set<string>();
  for (const offer of candidate.lots) {
    if (!rules.lots.some((lot) => lot.id === offer.lot)) throw new DomainError('unknown-lot', { lot: offer.lot });
    if (lots.has(offer.lot)) throw new DomainError('duplicate-lot', { lot: offer.lot, bidder: name });
    lots.add(offer.lot);
    if (rules.growthPath && !offer.growthPath) throw new DomainError('growth-path-missing', { lot: offer.lot });
    if (!rules.growthPath && offer.growthPath) throw new DomainError('growth-path-not-asked', { lot: offer.lot });
  }

  for (const other of earlier) {
    if (other.id === candidate.id) throw new DomainError('duplicate-bid', { bid: candidate.id });
    if (other.bidder.name === name) throw new DomainError('duplicate-bidder', { bidder: name });
    const shared = other.lots.find((offer) => lots.has(offer.lot));
    const known = shared && identitiesOf(other);
    const member = known && members.find((one) => known.has(one.id) || known.has(plainName(one.name)));
    if (shared && member) {
      throw new DomainError('organisation-in-two-bids', {
        organisation: member.name,
        bidders: [other.bidder.name, name],
        lot: shared.lot,
      });
    }
  }
}

/** The same registration number, or the same name apart from capitals and spaces: another number does not make another organisation. */
const sameOrganisation = (a: Organisation, b: Organisation): boolean =>
  a.id === b.id || plainName(a.name) === plainName(b.name);
const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The numbers and plain names of a bid's organisations, worked out once: a bid never changes. */
const identities = new WeakMap<Bid, ReadonlySet<string>>();
function identitiesOf(bid: Bid): ReadonlySet<string> {
  const known = identities.get(bid) ?? new Set(bid.bidder.members.flatMap(({ id, name }) => [id, plainName(name)]));
  identities.set(bid, known);
  return known;
}
