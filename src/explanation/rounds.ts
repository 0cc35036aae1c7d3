import { namesOf } from '../domain/rules/names.ts';
import { type PlaceKey, placeIn, placeKey } from '../domain/rules/place.ts';
import { middleCriteria, middleScores } from '../domain/scoring/middle-score.ts';
import { assessorsIn, criteriaAt, placesFound, scoresIn, standingRoundAt } from '../domain/tender/state/rounds.ts';
import type { Round, TenderState } from '../domain/tender/state/state.ts';
import { inLanguage, lotName, type Messages } from '../messages/messages.ts';
import { type Prose, withTyped } from './blocks.ts';

/** What a round is about and how far it is, and what changed by it. */
export interface RoundInWords {
  readonly title: string;
  readonly facts: readonly Prose[];
  /** Of a further round that is closed: every score beside the one of before, and which of the two counts. */
  readonly differences: readonly {
    readonly bidder: string;
    readonly lot: string;
    readonly criterion: string;
    readonly before: string;
    readonly now: string;
    readonly counts: string;
  }[];
}

/** @param sees whether the scores of a round may be seen, and those of a bid */
export function roundsInWords(
  m: Messages,
  state: Readonly<TenderState>,
  nameOf: (account: string) => string,
  sees: { readonly round: (round: Round) => boolean; readonly bid: (bid: string) => boolean },
): RoundInWords[] {
  const t = m.rounds;
  return state.rounds.filter(sees.round).map((round) => ({
    title: t.name(round.number),
    facts: [
      ...(round.reason === null ? [] : [withTyped(m, t.reason(round.reason), round.reason)]),
      t.assessors(m.format.list(assessorsIn(round).map(nameOf))),
      t.cells(cellsOf(state, round).length),
      round.closedAt === null
        ? `${t.name(round.number)}: ${t.stages[round.stage]}.`
        : t.closedOn(m.format.moment(round.closedAt)),
      ...(round.annulled === null ? [] : [withTyped(m, t.annulled(round.annulled), round.annulled)]),
    ],
    differences: round.number > 1 && round.stage === 'closed' ? differencesIn(m, state, round, sees.bid) : [],
  }));
}

/** Every score of a further round beside the one that was there before it. */
function differencesIn(
  m: Messages,
  state: Readonly<TenderState>,
  round: Round,
  sees: (bid: string) => boolean,
): RoundInWords['differences'] {
  const names = namesOf(state.rules, state.bids.values());
  const earlier = state.rounds.slice(0, round.number - 1);
  const seen = cellsOf(state, round).filter(({ place }) => sees(placeIn(place).bid));
  return seen.map(({ place, criterion }) => {
    const before = earlier.findLast((one) => one.annulled === null && scoreIn(state, one, place, criterion) !== null);
    const score = (one: Round | undefined): string => {
      const found = one ? scoreIn(state, one, place, criterion) : null;
      return found === null ? m.rounds.none : m.format.readable(found);
    };
    const standing = standingRoundAt(state, placeIn(place), criterion);
    return {
      bidder: names.bidder(placeIn(place).bid),
      lot: lotName(m, names, placeIn(place).lot),
      criterion: inLanguage(names.criterion(criterion), m),
      before: score(before),
      now: score(round),
      counts:
        standing === round ? m.rounds.countsNow : standing === undefined ? m.rounds.countsNone : m.rounds.countsBefore,
    };
  });
}

const cellsOf = (state: Readonly<TenderState>, round: Round): { place: PlaceKey; criterion: string }[] =>
  placesFound(state, round).flatMap((place) =>
    criteriaAt(state.rules, round, place).map((criterion) => ({ place: placeKey(place.bid, place.lot), criterion })),
  );

/** The score that a round gave: by consensus, or in the middle of what assessors gave. */
function scoreIn(state: Readonly<TenderState>, round: Round, key: PlaceKey, criterion: string): string | null {
  if (!middleCriteria(state.rules).has(criterion)) return round.consensus.get(key)?.get(criterion)?.score ?? null;
  const { bid, lot } = placeIn(key);
  const assessments = scoresIn(state, round, { bid, lot }, criterion).map(({ assessor, score }) => ({
    assessor,
    bid,
    lot,
    criterion,
    score,
  }));
  return middleScores({ rules: state.rules, assessments })[0]?.score ?? null;
}

/** Awards that were computed before the one of now: when, and who then won what. */
export const pastAwardsInWords = (m: Messages, state: Readonly<TenderState>): string[] =>
  state.pastAwards.map(({ at, outcome: stored }) => {
    const t = m.rounds;
    const names = namesOf(state.rules, state.bids.values());
    const winners =
      stored.engine === 'unreadable'
        ? t.unreadable
        : m.format.list(
            stored.outcome.award.lots.map(({ lot, winner }) =>
              winner === null ? t.notAwarded(names.lot(lot)) : t.winner(names.lot(lot), names.bidder(winner)),
            ),
          );
    return t.pastAward(m.format.moment(at), winners);
  });
