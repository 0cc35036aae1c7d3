import { faultOfMarks, markedPassages } from '../../confidential.ts';
import { type Bid, lotsOf } from '../../rules/bid.ts';
import { scoredCriteria } from '../../rules/criteria-tree.ts';
import { COMMON, rulesIn } from '../../rules/in-lot.ts';
import { type Place, type PlaceKey, placeKey } from '../../rules/place.ts';
import { middleCriteria } from '../../scoring/middle-score.ts';
import { perVersion } from './per-version.ts';
import { isExcluded, scoresIn, standingRoundAt } from './rounds.ts';
import { scoresAt } from './scores-at.ts';
import type { TenderState } from './state.ts';

/**
 * What a letter about the decision tells a bidder of its own bid: of every criterion the score and the motivation. All reasons are given at once, so a
 * letter that lacks one is refused.
 */

/** What was found of a bid on one criterion of a lot. */
export interface FoundScore {
  readonly criterion: string;
  readonly score: string;
  /** That of the committee; where the mean or the median of assessors counts, those of the assessors, in the order of their role codes. */
  readonly motivations: readonly { readonly assessor: string | null; readonly text: string }[];
}

/** The bids that are told about a decision on these lots, and the lots and combinations of each that it is about. */
export const addressees = (state: TenderState, lots: readonly string[]): { bid: Bid; places: string[] }[] =>
  [...state.bids.values()].flatMap((bid) => {
    const places = placesIn(state, bid, lots);
    return places.length === 0 ? [] : [{ bid, places }];
  });

/** The lots and combinations of one bid that a decision on these lots is about. */
export const placesIn = (state: TenderState, bid: Bid | undefined, lots: readonly string[]): string[] =>
  (bid?.lots ?? []).map(({ lot }) => lot).filter((lot) => isAbout(state, lot, lots));

/** Whether an offer for a lot, or for a combination of lots, is about one of these lots. */
const isAbout = ({ rules }: TenderState, offered: string, lots: readonly string[]): boolean =>
  lotsOf(rules, offered).some((lot) => lots.includes(lot));

const foundByPlace = perVersion(() => new Map<PlaceKey, readonly FoundScore[]>());

/** Everything that was found of a bid in a lot, in the order of the criteria. What was not scored is left out. */
export function foundScores(state: TenderState, place: Place): readonly FoundScore[] {
  const known = foundByPlace(state);
  const key = placeKey(place.bid, place.lot);
  const found = known.get(key) ?? findScores(state, place);
  known.set(key, found);
  return found;
}

function findScores(state: TenderState, { bid, lot }: Place): readonly FoundScore[] {
  const middle = middleCriteria(state.rules);
  const scores = scoresAt(state, { bid, lot });
  return scoredCriteria(rulesIn(state.rules, lot)).flatMap(({ criterion: { id } }): FoundScore[] => {
    const score = scores.get(id);
    if (score === undefined) return [];
    const found = [lot, COMMON].flatMap((at): FoundScore['motivations'] => {
      const round = standingRoundAt(state, { bid, lot: at }, id);
      if (!round) return [];
      if (middle.has(id)) {
        return scoresIn(state, round, { bid, lot: at }, id).map(({ assessor, motivation }) => ({
          assessor,
          text: motivation,
        }));
      }
      const recorded = round.consensus.get(placeKey(bid, at))?.get(id);
      return recorded ? [{ assessor: null, text: recorded.motivation }] : [];
    });
    return [{ criterion: id, score, motivations: [...found].sort(byCode(state)) }];
  });
}

const byCode = (state: TenderState) => (one: { assessor: string | null }, other: { assessor: string | null }) =>
  roleCode(state, one.assessor) - roleCode(state, other.assessor);

/** Which assessor of a tender somebody is, from 1, in the order in which they were appointed; 0 for the committee. Letters name nobody. */
export function roleCode({ rounds }: Pick<TenderState, 'rounds'>, assessor: string | null): number {
  if (assessor === null) return 0;
  return [...new Set(rounds.flatMap(({ members }) => [...members.keys()]))].indexOf(assessor) + 1;
}

/** What keeps a letter from being sent: a criterion without a motivation, or with marks of what is confidential that are not clear. */
export interface LetterFault extends Place {
  readonly criterion: string;
  readonly fault: 'no-motivation' | 'marks-unclear';
}

/** Of a bid that was excluded before it was assessed nothing needs to have been found. */
export function faultsOfLetter(state: TenderState, bid: string, places: readonly string[]): LetterFault[] {
  return places.flatMap((lot) =>
    foundScores(state, { bid, lot }).flatMap(({ criterion, motivations }): LetterFault[] => {
      if (motivations.some(({ text }) => faultOfMarks(text) !== undefined)) {
        return [{ bid, lot, criterion, fault: 'marks-unclear' }];
      }
      return motivations.some(({ text }) => saysSomething(text))
        ? []
        : [{ bid, lot, criterion, fault: 'no-motivation' }];
    }),
  );
}

/** Whether something is left of a motivation without what is confidential. */
const saysSomething = (text: string): boolean =>
  markedPassages(text).some((passage) => !passage.confidential && passage.text.trim() !== '');

/** A motivation that two bidders would read word for word. */
export interface SameWords {
  readonly lot: string;
  readonly criterion: string;
  readonly bids: readonly string[];
}

/** The motivations in a lot that say the same of several bids; spaces and capitals make no difference. */
export const sameWordsIn = (state: TenderState, lot: string): readonly SameWords[] =>
  sameWordsPerLot(state).get(lot) ?? [];

const sameWordsPerLot = perVersion((state): ReadonlyMap<string, readonly SameWords[]> => {
  const seen = new Map<string, { lot: string; criterion: string; bids: Set<string> }>();
  for (const { id: bid, lots } of state.bids.values()) {
    for (const { lot } of lots) {
      if (isExcluded(state, bid, lot)) continue;
      for (const { criterion, motivations } of foundScores(state, { bid, lot })) {
        for (const { text } of motivations) {
          const words = text.trim().replace(/\s+/g, ' ').toLowerCase();
          const key = JSON.stringify([lot, criterion, words]);
          const known = seen.get(key) ?? { lot, criterion, bids: new Set<string>() };
          known.bids.add(bid);
          seen.set(key, known);
        }
      }
    }
  }
  const found = new Map<string, SameWords[]>();
  for (const { lot, criterion, bids } of seen.values()) {
    if (bids.size > 1) found.set(lot, [...(found.get(lot) ?? []), { lot, criterion, bids: [...bids] }]);
  }
  return found;
});
