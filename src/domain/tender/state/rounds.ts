import { lotsOf } from '../../rules/bid.ts';
import { assessedIn, COMMON } from '../../rules/in-lot.ts';
import { type Place, type PlaceKey, placeIn, placeKey } from '../../rules/place.ts';
import type { TenderRules } from '../../rules/rules.ts';
import { assessedPlaces, fallenIn } from '../../scoring/input.ts';
import { middleCriteria } from '../../scoring/middle-score.ts';
import { perAssignment, perVersion } from './per-version.ts';
import type { Assessment, Interest, Member, Phase, Round, SaidOfLot, TenderState } from './state.ts';

/**
 * Rounds: what is scored, by whom, and which round counts where. The first covers everything; a re-assessment, or a bid that counts again after
 * quality was closed, is a further round over a part.
 */

/** The round that is under way, else the last one. */
export const currentRound = ({ rounds }: Pick<TenderState, 'rounds'>): Round => rounds.at(-1)!;

/** The round that is under way, else the last one that was not annulled. */
export const lastStandingRound = (state: Pick<TenderState, 'rounds' | 'roundPhase'>): Round =>
  openFurtherRound(state) ?? state.rounds.findLast(({ annulled }) => annulled === null) ?? currentRound(state);

/** The further round that is under way; undefined where there is none. */
export const openFurtherRound = (state: Pick<TenderState, 'rounds' | 'roundPhase'>): Round | undefined => {
  const round = currentRound(state);
  return round.number > 1 && state.roundPhase !== 'none' ? round : undefined;
};

/** How far a round is, in the words of the tender as a whole: what is found in it is seen from the same states on. */
export function phaseOfRound(state: Pick<TenderState, 'phase'>, { number, stage }: Round): Phase {
  if (number === 1 || stage === 'closed') return state.phase;
  return stage === 'planned' ? 'registration' : stage;
}

/** How an event says in which round it is: not at all in the first. */
export const inRound = ({ number }: Round): { readonly round?: number } => (number === 1 ? {} : { round: number });

/** Who assesses in a round: not who was released altogether. */
export const assessorsIn = ({ members }: Round): string[] =>
  [...members].flatMap(([account, { released }]) => (released === null ? [account] : []));

/** Whether somebody assesses in the round that is under way, or did in the last. */
export const isMember = (state: Pick<TenderState, 'rounds'>, account: string): boolean =>
  currentRound(state).members.get(account)?.released === null;

/** Every account that assesses, or assessed until the end, in any round. */
export const everyAssessor = ({ rounds }: Pick<TenderState, 'rounds'>): string[] => [
  ...new Set(rounds.flatMap(assessorsIn)),
];

/** Whether an account is one of {@link everyAssessor}. */
export const everAssesses = ({ rounds }: Pick<TenderState, 'rounds'>, account: string): boolean =>
  rounds.some(({ members }) => members.get(account)?.released === null);

/** What somebody declared of a bidder, or what was found of it since. */
export const interestOf = (
  { interests }: Pick<TenderState, 'interests'>,
  account: string,
  bid: string,
): Interest | undefined => interests.get(account)?.get(bid);

/** Whether a conflict of interest keeps somebody out of a bid: declared, and not judged to be none. */
export function isShutOut(state: Pick<TenderState, 'interests'>, account: string, bid: string): boolean {
  const interest = interestOf(state, account, bid);
  return interest !== undefined && (interest.judged?.conflict ?? interest.conflict);
}

/** Whether somebody declared of every bidder that there is. */
export const hasDeclared = (state: Pick<TenderState, 'interests' | 'bids'>, account: string): boolean =>
  [...state.bids.keys()].every((bid) => interestOf(state, account, bid) !== undefined);

/** Conflicts that were declared and about which nothing was done yet. */
export const openConflicts = ({ interests }: Pick<TenderState, 'interests'>): { account: string; bid: string }[] =>
  [...interests].flatMap(([account, ofBids]) =>
    [...ofBids].flatMap(([bid, { conflict, judged }]) => (conflict && judged === null ? [{ account, bid }] : [])),
  );

/** Every place that there is to score, now: not of a bid that was excluded, nor in a lot that is no longer awarded. */
export const placesToScore = perAssignment((state): readonly Place[] =>
  assessedPlaces(state.rules, state.bids.values()).filter(
    ({ bid, lot }) => !isExcluded(state, bid, lot) && !isSaid(state, lot, 'withdrawn'),
  ),
);

/** Whether this was said of a lot, or of any lot of a combination. */
export const isSaid = ({ lots, rules }: TenderState, lot: string, is: SaidOfLot['is']): boolean =>
  lots.size > 0 && lotsOf(rules, lot).some((one) => lots.get(one)?.is === is);

/** Whether a bid was excluded in a lot; of what is common to all lots, in all of them. */
export function isExcluded({ fallen, bids }: TenderState, bid: string, lot: string): boolean {
  if (fallen.length === 0) return false;
  const excludedIn = (one: string): boolean => fallenIn(fallen, bid, one)?.stage === 'excluded';
  if (lot !== COMMON) return excludedIn(lot);
  return (bids.get(bid)?.lots ?? []).every((offer) => excludedIn(offer.lot));
}

/** The places that a round is about, as there is still something to score. */
export function placesOf(state: TenderState, { cells }: Round): readonly Place[] {
  const places = placesToScore(state);
  return cells === null ? places : places.filter(({ bid, lot }) => cells.has(placeKey(bid, lot)));
}

const keysToScore = perAssignment(
  (state): ReadonlySet<PlaceKey> => new Set(placesToScore(state).map(({ bid, lot }) => placeKey(bid, lot))),
);

/** Whether a place is one of {@link placesOf} a round. */
export function isPlaceOf(state: TenderState, { cells }: Round, { bid, lot }: Place): boolean {
  const key = placeKey(bid, lot);
  return keysToScore(state).has(key) && (cells === null || cells.has(key));
}

/** The places of which a round found something: of one that is over also those of lots and bids that fell away later. */
export const placesFound = (state: TenderState, round: Round): readonly Place[] =>
  round.stage === 'closed' ? roundPlaces(state, round) : placesOf(state, round);

/** What there is to score at a place, as a round begins: what is scored there by the rules. */
export const criteriaAt = (rules: TenderRules, { cells }: Round, { bid, lot }: Place): readonly string[] => {
  const asked = assessedIn(rules, lot).map(({ criterion: { id } }) => id);
  if (cells === null) return asked;
  const own = cells.get(placeKey(bid, lot));
  return own === undefined ? [] : asked.filter((id) => own.has(id));
};

/** What one assessor scores at a place: nothing of a bid that he or she is kept out of, and only what his or her team scores. */
export function assignedTo(state: TenderState, round: Round, assessor: string, place: Place): readonly string[] {
  const member = round.members.get(assessor);
  if (!member || member.released !== null || member.releasedFor.has(place.bid)) return [];
  if (isShutOut(state, assessor, place.bid)) return [];
  return ofTeam(state.rules, member, criteriaAt(state.rules, round, place));
}

/** Whether a place is for this assessor, though nothing may be scored there: where price alone decides, assessors hand in that they looked. */
export function isAssigned(state: TenderState, round: Round, assessor: string, place: Place): boolean {
  const member = round.members.get(assessor);
  if (!member || member.released !== null || member.releasedFor.has(place.bid)) return false;
  if (isShutOut(state, assessor, place.bid)) return false;
  return state.rules.criteria.length === 0 || assignedTo(state, round, assessor, place).length > 0;
}

/** A criterion that no team names is scored by all. */
function ofTeam({ course }: TenderRules, { team }: Member, criteria: readonly string[]): readonly string[] {
  const teams = course?.teams;
  if (!teams || team === null) return criteria;
  const own = new Set(teams.find(({ id }) => id === team)?.criteria);
  const named = new Set(teams.flatMap((one) => one.criteria));
  return criteria.filter((id) => own.has(id) || !named.has(id));
}

export const assessmentIn = (round: Round, assessor: string, { bid, lot }: Place): Assessment | undefined =>
  round.assessments.get(assessor)?.get(placeKey(bid, lot));

/** Whether an assessor handed in everything that there is to score for him or her at a place. */
export function isHandedIn(state: TenderState, round: Round, assessor: string, place: Place): boolean {
  const assessment = assessmentIn(round, assessor, place);
  if (!assessment?.submitted) return false;
  const given = new Set(assessment.scores.map(({ criterion }) => criterion));
  return assignedTo(state, round, assessor, place).every((criterion) => given.has(criterion));
}

/** What an assessor gave in a round counts while he or she takes part, and after a release where the rules say that it does. */
export function counts({ rules }: Pick<TenderState, 'rules'>, round: Round, assessor: string, bid: string): boolean {
  if (round.withdrawn.get(assessor)?.has(bid)) return false;
  const member = round.members.get(assessor);
  const released = member === undefined || member.released !== null || member.releasedFor.has(bid);
  return !released || rules.course?.releasedAssessors === 'count';
}

/** What one assessor gave. */
export interface GivenScore {
  readonly assessor: string;
  readonly score: string;
  readonly motivation: string;
  /** Where in the bid it is found. */
  readonly foundAt: string | null;
}

/** The scores that count at a place and criterion of a round, per assessor. */
export function scoresIn(
  state: Pick<TenderState, 'rules'>,
  round: Round,
  { bid, lot }: Place,
  criterion: string,
): GivenScore[] {
  return [...round.assessments].flatMap(([assessor, places]) => {
    const assessment = places.get(placeKey(bid, lot));
    if (!assessment?.submitted || !counts(state, round, assessor, bid)) return [];
    const found = assessment.scores.find((one) => one.criterion === criterion);
    if (found?.score == null) return [];
    return [{ assessor, score: found.score, motivation: found.motivation ?? '', foundAt: found.foundAt ?? null }];
  });
}

/** The last closed round that was not annulled, for every place and criterion that was scored in one. */
const standingRounds = perVersion((state): ReadonlyMap<PlaceKey, ReadonlyMap<string, Round>> => {
  const found = new Map<PlaceKey, Map<string, Round>>();
  for (const round of state.rounds) {
    if (round.stage !== 'closed' || round.annulled !== null) continue;
    for (const place of roundPlaces(state, round)) {
      const key = placeKey(place.bid, place.lot);
      const ofPlace = found.get(key) ?? new Map<string, Round>();
      for (const criterion of criteriaAt(state.rules, round, place)) ofPlace.set(criterion, round);
      found.set(key, ofPlace);
    }
  }
  return found;
});

/** Every place that a round was about, whatever became of the bids since. */
const roundPlaces = (state: TenderState, { cells }: Round): readonly Place[] =>
  cells === null ? assessedPlaces(state.rules, state.bids.values()) : [...cells.keys()].map(placeIn);

/** The round whose score counts at a place and criterion; undefined where none does. */
export const standingRoundAt = (state: TenderState, { bid, lot }: Place, criterion: string): Round | undefined =>
  standingRounds(state).get(placeKey(bid, lot))?.get(criterion);

/** The rounds that count somewhere, with what counts of them. */
export const standingCells = (state: TenderState): ReadonlyMap<PlaceKey, ReadonlyMap<string, Round>> =>
  standingRounds(state);

/** What is to be scored and was not in any round that counts: before an award a round over it is needed. */
export const unscoredCells = perVersion((state): readonly (Place & { readonly criterion: string })[] =>
  placesToScore(state).flatMap((place) =>
    isSaid(state, place.lot, 'fixed')
      ? []
      : assessedIn(state.rules, place.lot)
          .filter(({ criterion: { id } }) => !hasScore(state, place, id))
          .map(({ criterion: { id } }) => ({ ...place, criterion: id })),
  ),
);

function hasScore(state: TenderState, place: Place, criterion: string): boolean {
  const round = standingRoundAt(state, place, criterion);
  if (!round) return false;
  return middleCriteria(state.rules).has(criterion)
    ? scoresIn(state, round, place, criterion).length > 0
    : round.consensus.get(placeKey(place.bid, place.lot))?.has(criterion) === true;
}
