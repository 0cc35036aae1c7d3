import { awardProblem } from '../award/award-problem.ts';
import { type Parties, partiesOf } from '../award/parties.ts';
import { checkStability } from '../award/proof/blocking-pairs.ts';
import { checkCertificate } from '../award/proof/check-certificate.ts';
import { wholeScores } from '../award/whole-scores.ts';
import { exact } from '../number.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import type { Outcome } from './evaluate.ts';

/**
 * Checks a stored award against its own totals with the independent checkers, without searching again: a division under the highest
 * total by its certificate, one by preferences by looking for anyone who could rightly complain, one in a fixed order by walking it.
 * @returns null when it holds or when nothing was awarded, otherwise why not
 */
export function checkAward({ rules, bids }: Pick<EvaluationInput, 'rules' | 'bids'>, outcome: Outcome): string | null {
  const { award } = outcome;
  if (!award.proof || award.proof.kind === 'best-found') return award.status === 'awarded' ? 'proof-missing' : null;
  const parties = partiesOf(rules, bids);
  if (award.proof.kind !== 'optimal') {
    const ranked = { rules, parties, outcome };
    return award.proof.kind === 'stable' ? checkStable(ranked, bids) : checkOrder(ranked);
  }

  const rankings = new Map(
    outcome.lots.map(({ lot, ranking }) => [lot, ranking.map(({ bid, total }) => ({ bid, total: exact(total) }))]),
  );
  const scores = wholeScores(rules, rankings, parties);
  const division = divisionOf(rules, parties, scores, outcome);
  if (!division) return 'offer-unknown';
  const total = division.reduce((so, place) => so + scores.offers[place]!.score, 0n);
  if (award.total === null || !scores.toTotal(total).equals(exact(award.total))) return 'value-wrong';
  const claim = { division, lotsAwarded: award.lotsAwarded, total };
  return checkCertificate(awardProblem(rules, parties, scores), claim, award.proof.certificate);
}

/** The places of the awarded offers; while a draw is needed, those of the first division that is left. */
function divisionOf(
  rules: TenderRules,
  parties: Parties,
  { offers, places }: ReturnType<typeof wholeScores>,
  { award }: Outcome,
): number[] | undefined {
  const equal = award.equalOutcomes.assignments[0]?.lots;
  const awarded =
    award.status === 'awarded'
      ? award.lots.flatMap(({ lot, winner, combination }) =>
          winner === null ? [] : [{ lot: combination ?? lot, bid: winner }],
        )
      : (equal ?? []).map((one) => one);
  const found = awarded.map(({ lot, bid }) =>
    offers.findIndex((offer, place) => places[place] === lot && parties.bids[offer.bid] === bid),
  );
  const division = [...new Set(found)];
  // A draw between divisions with combinations cannot be read back from lots alone.
  if (division.includes(-1)) return undefined;
  return rules.lots.length === 0 ? undefined : division;
}

interface Ranked {
  readonly rules: TenderRules;
  readonly parties: Parties;
  readonly outcome: Outcome;
}

const holdersIn = ({ rules, parties, outcome }: Ranked): (number | null)[] =>
  rules.lots.map(({ id }) => {
    const winner = outcome.award.lots.find(({ lot }) => lot === id)?.winner ?? null;
    return winner === null ? null : parties.bids.indexOf(winner);
  });

function checkStable(ranked: Ranked, bids: EvaluationInput['bids']): string | null {
  const { rules, parties, outcome } = ranked;
  const lotPlace = new Map(rules.lots.map(({ id }, place) => [id, place]));
  const rankingOf = (lot: string) => outcome.lots.find((one) => one.lot === lot)!.ranking;
  const pairs = checkStability({
    rankings: rules.lots.map(({ id }) => rankingOf(id).map(({ bid }) => parties.bids.indexOf(bid))),
    wishes: parties.bids.map((id) =>
      (bids.find((bid) => bid.id === id)!.preferences ?? []).map((lot) => lotPlace.get(lot)!),
    ),
    parties: parties.list,
    holders: holdersIn(ranked),
  });
  // Bids of equal rank have no claim on each other.
  const rightly = pairs.filter(({ lot, bid }) => {
    const { id } = rules.lots[lot]!;
    const rankOf = (one: string | null) => rankingOf(id).find((entry) => entry.bid === one)?.rank;
    return rankOf(parties.bids[bid]!) !== rankOf(outcome.award.lots.find((one) => one.lot === id)!.winner);
  });
  return rightly.length === 0 ? null : 'not-stable';
}

/** Walks the announced order: every lot must be with the best-ranked bid that had room at that moment. */
function checkOrder(ranked: Ranked): string | null {
  const { rules, parties, outcome } = ranked;
  const holders = holdersIn(ranked);
  const before = new Set<number>();
  const held = (bids: readonly number[]): number =>
    [...before].filter((lot) => holders[lot] !== null && bids.includes(holders[lot]!)).length;
  for (const id of rules.award.lotOrder ?? []) {
    const lot = rules.lots.findIndex((one) => one.id === id);
    const { ranking } = outcome.lots.find((one) => one.lot === id)!;
    const first = ranking.find(({ bid }) => {
      const place = parties.bids.indexOf(bid);
      const party = parties.list[parties.partyOf[place]!]!;
      const members = party.bids.map((one) => one.bid);
      const own = held([place]);
      const maximum = party.bids.find((one) => one.bid === place)!.maximumLots;
      return own < maximum && held(members) < party.maximumLots && !(party.oneBid && held(members) > own);
    });
    const holder = holders[lot] ?? null;
    // Bids of equal rank are equally right here: a draw would have been needed if it mattered.
    const rank = ranking.find(({ bid }) => parties.bids.indexOf(bid) === holder)?.rank ?? null;
    if ((first?.rank ?? null) !== rank) return 'not-in-order';
    before.add(lot);
  }
  return null;
}
