import { scoredCriteria } from '../../rules/criteria-tree.ts';
import { COMMON, rulesIn } from '../../rules/in-lot.ts';
import { type Place, placeKey } from '../../rules/place.ts';
import { fallenIn, pricedPlaces, validPlaces } from '../../scoring/input.ts';
import { middleCriteria } from '../../scoring/middle-score.ts';
import { isGoodEnough, ownQuality } from '../../scoring/quality-score.ts';
import { perVersion } from './per-version.ts';
import { assessorsIn, criteriaAt, currentRound, isAssigned, isHandedIn, isSaid, placesOf } from './rounds.ts';
import { scoresAt } from './scores-at.ts';
import type { Round, TenderState } from './state.ts';

/** What still has to be done in a tender before its next step: read by the checks of the procedure, the task list and the pages. */

/** Assessments that still have to be submitted before the consensus of the round can open. */
export const openAssessments = perVersion((state): readonly ({ readonly assessor: string } & Place)[] => {
  const round = currentRound(state);
  const places = placesOf(state, round);
  return assessorsIn(round).flatMap((assessor) =>
    places
      .filter((place) => isAssigned(state, round, assessor, place) && !isHandedIn(state, round, assessor, place))
      .map(({ bid, lot }) => ({ assessor, bid, lot })),
  );
});

/** The criteria of a place on which a consensus score is recorded in a round: not those of which the mean or the median of assessors counts. */
export const agreedIn = (state: TenderState, round: Round, place: Place): readonly string[] => {
  const middle = middleCriteria(state.rules);
  return criteriaAt(state.rules, round, place).filter((id) => !middle.has(id));
};

/** Consensus scores that still have to be recorded before the round can close. */
export const openConsensus = perVersion((state): readonly ({ readonly criterion: string } & Place)[] => {
  const round = currentRound(state);
  return placesOf(state, round).flatMap((place) =>
    agreedIn(state, round, place)
      .filter((criterion) => !round.consensus.get(placeKey(place.bid, place.lot))?.has(criterion))
      .map((criterion) => ({ bid: place.bid, lot: place.lot, criterion })),
  );
});

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
      const excluded = fallenIn(state.fallen, place.bid, place.lot)?.stage === 'excluded';
      const scores = excluded ? null : scoresAt(state, place);
      const complete = scores !== null && isComplete(state, place.lot, scores);
      // A bid without scores is not measured: it was excluded, or counts again and is still to be scored.
      const short = complete && !isGoodEnough(ownQuality(rulesIn(rules, place.lot), place, scores, values));
      return [placeKey(place.bid, place.lot), short] as const;
    }),
  );
  const ofBid = (bid: string): boolean =>
    bids.find(({ id }) => id === bid)!.lots.every(({ lot }) => fallsShort.get(placeKey(bid, lot)) ?? true);
  return pricedPlaces(rules, bids)
    .filter(({ lot }) => !isSaid(state, lot, 'withdrawn'))
    .map((place) => ({
      ...place,
      setAside: place.lot === COMMON ? ofBid(place.bid) : fallsShort.get(placeKey(place.bid, place.lot))!,
    }));
});

/** Whether everything that is scored in a lot has a score. */
const isComplete = ({ rules }: TenderState, lot: string, scores: ReadonlyMap<string, string>): boolean =>
  scoredCriteria(rulesIn(rules, lot)).every(({ criterion: { id } }) => scores.has(id));

/** Places of which what is sealed must still be recorded before the award can be computed. */
export const openPrices = (state: TenderState): readonly Place[] =>
  placesWithPrice(state).filter(
    ({ bid, lot, setAside }) =>
      !setAside && !state.prices.has(placeKey(bid, lot)) && !fallenAt(state, bid, lot) && !isSaid(state, lot, 'fixed'),
  );

/** What is common to all lots of a bid is not opened once it fell away in all of them. */
function fallenAt({ bids, fallen }: TenderState, bid: string, lot: string): boolean {
  if (lot !== COMMON) return fallenIn(fallen, bid, lot) !== undefined;
  return bids.get(bid)!.lots.every((offer) => fallenIn(fallen, bid, offer.lot) !== undefined);
}
