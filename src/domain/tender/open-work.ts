import { assessedIn, COMMON, rulesIn } from '../rules/in-lot.ts';
import { type Place, placeKey } from '../rules/place.ts';
import { assessedPlaces, fallenIn, pricedPlaces, validPlaces } from '../scoring/input.ts';
import { middleCriteria } from '../scoring/middle-score.ts';
import { isGoodEnough, ownQuality } from '../scoring/quality-score.ts';
import { perVersion } from './per-version.ts';
import { scoresAt } from './scores-at.ts';
import type { Assessment, TenderState } from './state.ts';

/** What still has to be done in a tender before its next step: read by the checks of the procedure, the task list and the pages. */

export const assessmentOf = (state: TenderState, assessor: string, { bid, lot }: Place): Assessment | undefined =>
  state.assessments.get(assessor)?.get(placeKey(bid, lot));

/** Assessments that still have to be submitted before the consensus round can open. */
export const openAssessments = (state: TenderState): ({ readonly assessor: string } & Place)[] => {
  const places = assessedPlaces(state.rules, state.bids.values());
  return [...state.assessors].flatMap((assessor) =>
    places
      .filter((place) => !assessmentOf(state, assessor, place)?.submitted)
      .map(({ bid, lot }) => ({ assessor, bid, lot })),
  );
};

/** The criteria of a place on which a consensus score is recorded: not those of which the mean or the median of assessors counts. */
export const agreedIn = (state: Pick<TenderState, 'rules'>, lot: string): readonly string[] => {
  const middle = middleCriteria(state.rules);
  return assessedIn(state.rules, lot).flatMap(({ criterion: { id } }) => (middle.has(id) ? [] : [id]));
};

/** Consensus scores that still have to be recorded before the quality round can close. */
export const openConsensus = (state: TenderState): ({ readonly criterion: string } & Place)[] =>
  assessedPlaces(state.rules, state.bids.values()).flatMap(({ bid, lot }) =>
    agreedIn(state, lot)
      .filter((criterion) => !state.consensus.get(placeKey(bid, lot))?.has(criterion))
      .map((criterion) => ({ bid, lot, criterion })),
  );

/** Every place of which something sealed is opened, and whether its quality falls short, so that it need not be. */
export const placesWithPrice = perVersion((state): readonly (Place & { readonly setAside: boolean })[] => {
  const { rules } = state;
  const bids = [...state.bids.values()];
  const fallsShort = new Map(
    validPlaces(rules, bids).map((place) => {
      const values = new Map(
        [bids.find(({ id }) => id === place.bid)!].flatMap(({ values: common, lots }) =>
          [...(common ?? []), ...(lots.find(({ lot }) => lot === place.lot)?.values ?? [])].map(
            ({ criterion, value }) => [criterion, value] as const,
          ),
        ),
      );
      const quality = ownQuality(rulesIn(rules, place.lot), place, scoresAt(state, place), values);
      return [placeKey(place.bid, place.lot), !isGoodEnough(quality)] as const;
    }),
  );
  const ofBid = (bid: string): boolean =>
    bids.find(({ id }) => id === bid)!.lots.every(({ lot }) => fallsShort.get(placeKey(bid, lot)) ?? true);
  return pricedPlaces(rules, bids).map((place) => ({
    ...place,
    setAside: place.lot === COMMON ? ofBid(place.bid) : fallsShort.get(placeKey(place.bid, place.lot))!,
  }));
});

/** Places of which what is sealed must still be recorded before the award can be computed. */
export const openPrices = (state: TenderState): readonly Place[] =>
  placesWithPrice(state).filter(
    ({ bid, lot, setAside }) => !setAside && !state.prices.has(placeKey(bid, lot)) && !fallenAt(state, bid, lot),
  );

/** What is common to all lots of a bid is not opened once it fell away in all of them. */
function fallenAt({ bids, fallen }: TenderState, bid: string, lot: string): boolean {
  if (lot !== COMMON) return fallenIn(fallen, bid, lot) !== undefined;
  return bids.get(bid)!.lots.every((offer) => fallenIn(fallen, bid, offer.lot) !== undefined);
}
