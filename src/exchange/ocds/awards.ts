import type { AwardOutcome, LotAward } from '../../domain/award/outcome.ts';
import type { Outcome } from '../../domain/evaluation/evaluate.ts';
import { lotsOf } from '../../domain/rules/bid.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { offeredIn, type Value } from './amount.ts';
import { type PartyReference, tenderersOf } from './parties.ts';

export interface Award {
  readonly id: string;
  readonly title: string;
  readonly status: 'pending' | 'active' | 'cancelled' | 'unsuccessful';
  readonly date?: string;
  readonly value?: Value;
  readonly suppliers?: readonly PartyReference[];
  readonly relatedLots: readonly string[];
  readonly relatedBids?: readonly string[];
  /** Why nobody has the lot. */
  readonly gunwijzer?: { readonly open: NonNullable<LotAward['open']> };
}

export interface Contract {
  readonly id: string;
  readonly awardID: string;
  readonly title: string;
  readonly status: 'active';
  readonly dateSigned?: string;
  readonly value?: Value;
  readonly relatedBids: readonly string[];
}

/** A bid at one place, a lot or a combination: OCDS and eForms count it as a bid of its own. */
export const bidAt = (bid: string, lot: string): string => `${bid}/${lot}`;

/** Where a lot was awarded: by itself, or as part of a combination. */
export const placeOfAward = ({ lot, combination }: LotAward): string => combination ?? lot;

/** Whether an award that was computed tells who gets what: not where a draw is needed first, and not where the rules contradict each other. */
export const isDecided = ({ status }: Pick<AwardOutcome, 'status'>): boolean =>
  status === 'awarded' || status === 'best-found';

/**
 * An award for each lot, or for each combination that is awarded as one whole: proposed until its contract is signed.
 * @param outcome of the award that stands
 */
export function awardsOf(state: Readonly<TenderState>, outcome: Outcome): Award[] {
  const names = namesOf(state.rules, state.bids.values());
  const seen = new Set<string>();
  return outcome.award.lots.flatMap((lot): Award[] => {
    const place = placeOfAward(lot);
    if (seen.has(place)) return [];
    seen.add(place);
    const about = { id: place, title: names.lot(place), relatedLots: lotsOf(state.rules, place) };
    if (lot.winner === null) {
      const status = lot.open === 'withdrawn' ? 'cancelled' : lot.open === 'draw' ? 'pending' : 'unsuccessful';
      return [{ ...about, status, ...(lot.open === null ? {} : { gunwijzer: { open: lot.open } }) }];
    }
    const bid = state.bids.get(lot.winner)!;
    const said = state.lots.get(lot.lot);
    return [
      {
        ...about,
        status: said?.is === 'fixed' ? 'active' : 'pending',
        ...(said?.is === 'sent' ? { date: startOf(said.on) } : {}),
        ...valueOfAward(state, outcome, lot),
        suppliers: tenderersOf(bid),
        relatedBids: [bidAt(bid.id, place)],
      },
    ];
  });
}

function valueOfAward({ rules }: Readonly<TenderState>, { lots }: Outcome, award: LotAward): { value?: Value } {
  const place = placeOfAward(award);
  const ranked = lots.find(({ lot }) => lot === place)?.ranking.find(({ bid }) => bid === award.winner);
  const value = ranked && offeredIn(rules, ranked, award.discount);
  return value ? { value } : {};
}

/** A contract for each award of which it is signed, with the last day of signing of its lots where the log says those. */
export const contractsOf = ({ lots }: Readonly<TenderState>, awards: readonly Award[]): Contract[] =>
  awards.flatMap(({ id, title, status, value, relatedLots, relatedBids }) => {
    if (status !== 'active') return [];
    const days = relatedLots.flatMap((lot) => {
      const said = lots.get(lot);
      return said?.is === 'fixed' && said.signedOn !== null ? [said.signedOn] : [];
    });
    const isKnown = days.length === relatedLots.length;
    const signed = isKnown ? { dateSigned: startOf(days.sort().at(-1)!) } : {};
    return [{ id, awardID: id, title, status, ...signed, ...(value ? { value } : {}), relatedBids: relatedBids! }];
  });

/** A day as a moment, which is what OCDS asks for. */
const startOf = (day: string): string => `${day}T00:00:00Z`;
