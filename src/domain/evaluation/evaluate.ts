import { type AwardOutcome, awardLots } from '../award/award.ts';
import type { Shortfall } from '../contract/growth-path.ts';
import { toFractionText } from '../number.ts';
import type { TenderRules } from '../tender/rules.ts';
import { assessedLots, checkInput, type EvaluationInput, lotShortfalls } from './input.ts';
import { type BelowMinimum, type CriterionPoints, qualityScorer } from './quality-score.ts';
import { type Ranked, rankLot } from './ranking.ts';

/** The version of the meaning of {@link evaluate}. A change of meaning is a new version; the old one stays, so that old dossiers re-run. */
export const ENGINE = 1;

/** The outcome of an evaluation: plain data, exact numbers as text, ready to be stored and compared to the last digit. */
export interface Outcome {
  readonly engine: number;
  readonly lots: readonly LotOutcome[];
  readonly award: AwardOutcome;
}

export interface LotOutcome {
  readonly lot: string;
  readonly ranking: readonly RankedBid[];
  readonly setAside: readonly SetAside[];
}

export interface RankedBid {
  readonly bid: string;
  readonly rank: number;
  /** The total that ranks, rounded when the rules say so, and the sum before rounding. */
  readonly total: string;
  readonly exactTotal: string;
  readonly lines: readonly CriterionPoints[];
  readonly separatedBy: string | null;
}

/** A bid that cannot win this lot, with every reason. */
export interface SetAside {
  readonly bid: string;
  readonly belowMinimum: readonly BelowMinimum[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * Scores, ranks and awards. Deterministic: the outcome depends on the input alone, not on the order of bids or scores.
 * @throws DomainError what {@link checkInput} throws: an incomplete or contradictory input has no outcome
 */
export function evaluate(input: EvaluationInput): Outcome {
  checkInput(input);
  const { rules, bids } = input;
  const scoresOf = groupScores(input);
  const score = qualityScorer(rules);
  const assessed = assessedLots(rules, bids);

  const rankings = new Map<string, readonly Ranked[]>();
  const lots = rules.lots.map(({ id: lot }): LotOutcome => {
    const scored = assessed
      .filter((place) => place.lot === lot)
      .map(({ bid }) => ({ bid, quality: score(scoresOf.get(`${bid} ${lot}`)!) }));
    const ranked = rankLot(
      rules,
      scored.filter(({ quality }) => quality.belowMinimum.length === 0),
    );
    rankings.set(lot, ranked);
    return { lot, ranking: ranked.map(toRankedBid), setAside: setAside(rules, bids, lot, scored) };
  });

  return { engine: ENGINE, lots, award: awardLots(rules, rankings) };
}

function groupScores({ consensus }: EvaluationInput): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  for (const { bid, lot, criterion, score } of consensus) {
    const key = `${bid} ${lot}`;
    groups.set(key, (groups.get(key) ?? new Map<string, string>()).set(criterion, score));
  }
  return groups;
}

const toRankedBid = ({ bid, rank, quality, separatedBy }: Ranked): RankedBid => ({
  bid,
  rank,
  total: toFractionText(quality.total),
  exactTotal: toFractionText(quality.exactTotal),
  lines: quality.lines,
  separatedBy,
});

function setAside(
  rules: TenderRules,
  bids: EvaluationInput['bids'],
  lot: string,
  scored: readonly { bid: string; quality: { belowMinimum: readonly BelowMinimum[] } }[],
): SetAside[] {
  return bids
    .filter((bid) => bid.lots.some((offer) => offer.lot === lot))
    .map((bid) => ({
      bid: bid.id,
      belowMinimum: scored.find((one) => one.bid === bid.id)?.quality.belowMinimum ?? [],
      shortfalls: lotShortfalls(rules, bid, lot),
    }))
    .filter(({ belowMinimum, shortfalls }) => belowMinimum.length > 0 || shortfalls.length > 0)
    .sort((a, b) => (a.bid < b.bid ? -1 : 1));
}
