import { roomBeside } from '../award/by-ranking.ts';
import type { DiscountOffer } from '../award/discounts.ts';
import { type Parties, partiesOf } from '../award/parties.ts';
import { checkStability } from '../award/proof/blocking-pairs.ts';
import { checkCertificate } from '../award/proof/check-certificate.ts';
import { type Cap, countOf } from '../award/proof/problem.ts';
import { awardProblem, upForAward } from '../award/up-for-award.ts';
import { wholeScores } from '../award/whole-scores.ts';
import { exact } from '../number.ts';
import type { TenderRules } from '../rules/rules.ts';
import { type EvaluationInput, isFixed, isWithdrawn } from '../scoring/input.ts';
import type { Outcome } from './evaluate.ts';

/**
 * Checks a stored award against its own totals with the independent checkers, without searching again: a division under the highest
 * total by its certificate, one by preferences by looking for anyone who could rightly complain, one in a fixed order by walking it.
 * @returns null when it holds or when nothing was awarded, otherwise why not
 */
export function checkAward(input: EvaluationInput, outcome: Outcome): string | null {
  const { rules, bids } = input;
  const { award } = outcome;
  if (!award.proof || award.proof.kind === 'best-found') return award.status === 'awarded' ? 'proof-missing' : null;
  if (award.proof.kind !== 'optimal') {
    const parties = partiesOf(rules, bids, new Map((input.fixedLots ?? []).map(({ lot, bid }) => [lot, bid])));
    const fixed = new Map(
      (input.fixedLots ?? []).flatMap(({ lot, bid }) => (bid === null ? [] : [[lot, bid] as const])),
    );
    const wrong = [...fixed].some(([lot, bid]) => award.lots.find((one) => one.lot === lot)?.winner !== bid);
    if (wrong) return 'fixed-offer-missing';
    const left = { ...parties, list: roomBeside(rules, parties, [...fixed]) };
    const ranked = { input, rules, parties: left, outcome };
    return award.proof.kind === 'stable' ? checkStable(ranked, bids) : checkOrder(ranked);
  }

  const rankings = new Map(
    outcome.lots.map(({ lot, ranking }) => [lot, ranking.map(({ bid, total }) => ({ bid, total: exact(total) }))]),
  );
  const up = upForAward(input, rankings, discountsIn(outcome));
  const { parties } = up;
  const scores = wholeScores(up);
  const division = divisionOf(rules, parties, scores, outcome);
  if (!division) return 'offer-unknown';
  const total = division.reduce((so, place) => so + scores.offers[place]!.score, 0n);
  if (award.total === null || !scores.toTotal(total).equals(exact(award.total))) return 'value-wrong';
  const claim = { division, lotsAwarded: award.lotsAwarded, total };
  return checkCertificate(awardProblem(up, scores), claim, award.proof.certificate);
}

/** The discounts as they were stored. */
const discountsIn = ({ award }: Outcome): DiscountOffer[] =>
  (award.discounts ?? []).map(({ totals, ...one }) => ({
    ...one,
    totals: totals.map(({ lot, total, compared }) => ({ lot, total: exact(total), compared: exact(compared) })),
  }));

/** The places of the awarded offers; while a draw is needed, those of the first division that is left. */
function divisionOf(
  rules: TenderRules,
  parties: Parties,
  { offers, places }: ReturnType<typeof wholeScores>,
  { award }: Outcome,
): number[] | undefined {
  const equal = award.equalOutcomes.assignments[0];
  const offered = (lot: string, bid: string): string =>
    equal?.together?.find((one) => one.bid === bid && one.lots.includes(lot))?.offer ?? lot;
  const awarded =
    award.status === 'awarded'
      ? award.lots.flatMap(({ lot, winner, combination, discount }) =>
          winner === null ? [] : [{ lot: combination ?? discountOf(award, lot, winner, discount) ?? lot, bid: winner }],
        )
      : (equal?.lots ?? []).map(({ lot, bid }) => ({ lot: offered(lot, bid), bid }));
  const found = awarded.map(({ lot, bid }) =>
    offers.findIndex((offer, place) => places[place] === lot && parties.bids[offer.bid] === bid),
  );
  const division = [...new Set(found)];
  // A draw between divisions with combinations cannot be read back from lots alone.
  if (division.includes(-1)) return undefined;
  return rules.lots.length === 0 ? undefined : division;
}

/** The discount under which a lot is held, by its id. */
const discountOf = (award: Outcome['award'], lot: string, winner: string, percentage: string | undefined) =>
  award.discounts?.find(
    (one) =>
      one.bid === winner &&
      one.percentage === percentage &&
      one.lots.includes(lot) &&
      one.lots.every((other) => award.lots.some((held) => held.lot === other && held.winner === winner)),
  )?.id;

interface Ranked {
  readonly input: EvaluationInput;
  readonly rules: TenderRules;
  readonly parties: Parties;
  readonly outcome: Outcome;
}

/** Whether a lot is up for award: neither fixed nor withdrawn. */
const isUp = ({ input }: Ranked, lot: string): boolean => !isFixed(input, lot) && !isWithdrawn(input, lot);

const holdersIn = (ranked: Ranked): (number | null)[] =>
  ranked.rules.lots.map(({ id }) => {
    const { parties, outcome } = ranked;
    if (!isUp(ranked, id)) return null;
    const winner = outcome.award.lots.find(({ lot }) => lot === id)?.winner ?? null;
    return winner === null ? null : parties.bids.indexOf(winner);
  });

function checkStable(ranked: Ranked, bids: EvaluationInput['bids']): string | null {
  const { rules, parties, outcome } = ranked;
  const lotPlace = new Map(rules.lots.map(({ id }, place) => [id, place]));
  const rankingOf = (lot: string) => outcome.lots.find((one) => one.lot === lot)!.ranking;
  const pairs = checkStability({
    rankings: rules.lots.map(({ id }) =>
      isUp(ranked, id) ? rankingOf(id).map(({ bid }) => parties.bids.indexOf(bid)) : [],
    ),
    wishes: parties.bids.map((id) => {
      const { preferences, lots } = bids.find((bid) => bid.id === id)!;
      return (preferences ?? lots.map(({ lot }) => lot)).map((lot) => lotPlace.get(lot)!);
    }),
    parties: parties.list,
    holders: holdersIn(ranked),
  });
  // Bids of equal rank have no claim on each other; a bid that may not have what it holds is not right by its rank.
  const rightly = pairs.filter(({ lot, bid }) => {
    const { id } = rules.lots[lot]!;
    const rankOf = (one: string | null) => rankingOf(id).find((entry) => entry.bid === one)?.rank;
    const { winner } = outcome.award.lots.find((one) => one.lot === id)!;
    return parties.bids[bid] === winner || rankOf(parties.bids[bid]!) !== rankOf(winner);
  });
  return rightly.length === 0 ? null : 'not-stable';
}

/** Walks the announced order: every lot must be with the best-ranked bid that had room at that moment. */
function checkOrder(ranked: Ranked): string | null {
  const { rules, parties, outcome } = ranked;
  const holders = holdersIn(ranked);
  const before = new Set<number>();
  const heldBy = (bids: readonly number[]): number[] =>
    [...before].filter((lot) => holders[lot] !== null && bids.includes(holders[lot]!));
  const held = (bids: readonly number[]): number => heldBy(bids).length;
  for (const id of rules.award.lotOrder ?? []) {
    if (!isUp(ranked, id)) continue;
    const lot = rules.lots.findIndex((one) => one.id === id);
    const { ranking } = outcome.lots.find((one) => one.lot === id)!;
    const first = ranking.find(({ bid }) => {
      const place = parties.bids.indexOf(bid);
      const party = parties.list[parties.partyOf[place]!]!;
      const members = party.bids.map((one) => one.bid);
      const own = held([place]);
      const maximum = party.bids.find((one) => one.bid === place)!.maximumLots;
      const fits = (cap: Cap): boolean =>
        !cap.bids.includes(place) || countOf(cap, [...heldBy(cap.bids), lot]) <= cap.most;
      if (!(party.caps ?? []).every(fits)) return false;
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
