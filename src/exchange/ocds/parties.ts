import type { Bid, Organisation } from '../../domain/rules/bid.ts';
import { KVK } from '../../domain/rules/registration.ts';
import type { Publisher } from './publisher.ts';

export interface PartyReference {
  readonly id: string;
  readonly name: string;
}

interface Party extends PartyReference {
  readonly identifier?: { readonly scheme: string; readonly id: string; readonly legalName: string };
  readonly roles: readonly ('buyer' | 'procuringEntity' | 'tenderer' | 'supplier')[];
}

/** The scheme of the trade register of the Netherlands in the list of org-id.guide. */
const NL_KVK = 'NL-KVK';
const BUYER = 'buyer';

/** The organisations of a bid, each by the number under which it is registered, or else by its id in the dossier. */
export const tenderersOf = ({ bidder }: Bid): PartyReference[] =>
  bidder.members.map((member) => ({ id: partyId(member), name: member.name }));

export const buyerOf = ({ name }: Publisher): PartyReference | undefined =>
  name === null ? undefined : { id: BUYER, name };

/**
 * Everybody whom a release names, each once.
 * @param bids those that the release tells of @param awarded those of them that got a lot
 */
export function partiesOf(publisher: Publisher, bids: readonly Bid[], awarded: ReadonlySet<string>): Party[] {
  const parties = new Map<string, Party>();
  const buyer = buyerOf(publisher);
  if (buyer) parties.set(buyer.id, { ...buyer, roles: ['buyer', 'procuringEntity'] });
  for (const bid of bids) {
    for (const member of bid.bidder.members) {
      const id = partyId(member);
      const supplies = awarded.has(bid.id) || parties.get(id)?.roles.includes('supplier') === true;
      parties.set(id, { ...partyOf(member), roles: supplies ? ['tenderer', 'supplier'] : ['tenderer'] });
    }
  }
  return [...parties.values()];
}

function partyOf(member: Organisation): Omit<Party, 'roles'> {
  const { name, registration } = member;
  const identifier = registration && {
    scheme: registration.register === KVK ? NL_KVK : registration.register,
    id: registration.number,
    legalName: name,
  };
  return { id: partyId(member), name, ...(identifier ? { identifier } : {}) };
}

const partyId = ({ id, registration }: Organisation): string =>
  registration?.register === KVK ? `${NL_KVK}-${registration.number}` : id;
