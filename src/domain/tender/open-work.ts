import { scoredCriteria } from '../rules/criteria-tree.ts';
import { type Place, placeKey } from '../rules/place.ts';
import { pricedRules } from '../rules/price-rules.ts';
import { assessedLots, fallenIn } from '../scoring/input.ts';
import { ownQuality } from '../scoring/quality-score.ts';
import { perVersion } from './per-version.ts';
import type { Assessment, TenderState } from './state.ts';

/** What still has to be done in a tender before its next step: read by the checks of the procedure, the task list and the pages. */

export const assessmentOf = (state: TenderState, assessor: string, { bid, lot }: Place): Assessment | undefined =>
  state.assessments.get(assessor)?.get(placeKey(bid, lot));

/** Assessments that still have to be submitted before the consensus round can open. */
export const openAssessments = (state: TenderState): ({ readonly assessor: string } & Place)[] => {
  const places = assessedLots(state.rules, state.bids.values());
  return [...state.assessors].flatMap((assessor) =>
    places
      .filter((place) => !assessmentOf(state, assessor, place)?.submitted)
      .map(({ bid, lot }) => ({ assessor, bid, lot })),
  );
};

/** Consensus scores that still have to be recorded before the quality round can close. */
export const openConsensus = (state: TenderState): ({ readonly criterion: string } & Place)[] => {
  const criteria = scoredCriteria(state.rules).map((node) => node.criterion.id);
  return assessedLots(state.rules, state.bids.values()).flatMap(({ bid, lot }) =>
    criteria
      .filter((criterion) => !state.consensus.get(placeKey(bid, lot))?.has(criterion))
      .map((criterion) => ({ bid, lot, criterion })),
  );
};

/** Every place that is assessed, and whether its quality falls short, so that its price need not be opened. */
export const placesWithPrice = perVersion((state): readonly (Place & { readonly setAside: boolean })[] => {
  const { rules } = state;
  return assessedLots(rules, state.bids.values()).map((place) => {
    const scores = new Map(
      [...(state.consensus.get(placeKey(place.bid, place.lot)) ?? [])].map(([criterion, { score }]) => [
        criterion,
        score,
      ]),
    );
    const { belowMinimum, belowPoints } = ownQuality(rules, scores);
    return { ...place, setAside: belowMinimum.length + belowPoints.length > 0 };
  });
});

/** Places of which a price must still be recorded before the award can be computed. */
export const openPrices = (state: TenderState): readonly Place[] =>
  pricedRules(state.rules.price)
    ? placesWithPrice(state).filter(
        ({ bid, lot, setAside }) =>
          !setAside && !state.prices.has(placeKey(bid, lot)) && !fallenIn(state.fallen, bid, lot),
      )
    : [];
