import { awardLots } from '../award/award.ts';
import type { AwardOutcome } from '../award/outcome.ts';
import type { SolveOptions } from '../award/search/solve.ts';
import { type Exact, toFractionText } from '../number.ts';
import { rulesIn } from '../rules/in-lot.ts';
import { biddable, type TenderRules, type TieBreakStep } from '../rules/rules.ts';
import { checkInput, type EvaluationInput } from '../scoring/input.ts';
import { evaluateLots, type LotPrices, type LotResult, type SetAside } from '../scoring/lot.ts';
import type { ComparedPrice, PriceFlag } from '../scoring/price.ts';
import { type CriterionPoints, linesOf } from '../scoring/quality-score.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { bestTotal } from '../scoring/total.ts';

/** The version of the meaning of {@link evaluate}. A change of meaning is a new version; engine-1.ts tells what the first one stored. */
export const ENGINE = 3;

/** The outcome of an evaluation: plain data, exact numbers as text, ready to be stored and compared to the last digit. */
export interface Outcome {
  readonly engine: number;
  /** Whether the highest or the lowest total is best. */
  readonly best: 'highest' | 'lowest';
  /** Every lot, then every combination of lots. */
  readonly lots: readonly LotOutcome[];
  readonly award: AwardOutcome;
}

export interface LotOutcome {
  readonly lot: string;
  readonly ranking: readonly RankedBid[];
  readonly setAside: readonly SetAside[];
  /** What prices were measured against; null where the price is fixed or nobody is valid. */
  readonly prices: LotPrices | null;
  readonly flags: readonly PriceFlag[];
}

export interface RankedBid {
  readonly bid: string;
  readonly rank: number;
  /** The total that ranks, rounded when the rules say so, and the total before rounding. */
  readonly total: string;
  readonly exactTotal: string;
  readonly lines: readonly CriterionPoints[];
  /** Quality points in all. */
  readonly quality: string;
  readonly price: RankedPrice | null;
  readonly separatedBy: TieBreakStep | null;
}

/** How a price counts: offered + VAT + cost of time = compared. `points` is null where the method gives none. */
export interface RankedPrice extends RankedAmount {
  /** Of every part, where the price has several; the amounts above are then their sums. */
  readonly parts?: readonly ({ readonly part: string } & RankedAmount)[];
}

export interface RankedAmount {
  readonly offered: string;
  readonly vat: string;
  readonly timeCost: string;
  readonly compared: string;
  readonly points: string | null;
}

/**
 * Scores, ranks and awards. Deterministic: the outcome depends on the input alone, not on the order of bids or scores.
 * @param options of the search for the award; the suggestion of another solver counts as input
 * @throws DomainError what {@link checkInput} and the announced method throw: an incomplete or contradictory input has no outcome
 */
export function evaluate(input: EvaluationInput, options: SolveOptions = {}): Outcome {
  checkInput(input);
  const results = evaluateLots(input);
  const rankings = new Map([...results].map(([lot, { ranking }]) => [lot, ranking]));
  return {
    engine: input.engine ?? ENGINE,
    best: bestTotal(input.rules),
    lots: biddable(input.rules).map(({ id }) => toOutcome(rulesIn(input.rules, id), id, results.get(id)!)),
    award: awardLots(input, rankings, options),
  };
}

const toOutcome = (rules: TenderRules, lot: string, { ranking, setAside, prices, flags }: LotResult): LotOutcome => ({
  lot,
  ranking: ranking.map((one) => toRankedBid(rules, one)),
  setAside,
  prices,
  flags,
});

const toRankedBid = (
  rules: TenderRules,
  { bid, rank, total, exactTotal, quality, price, pricePoints, partPoints, separatedBy }: Ranked,
): RankedBid => ({
  bid,
  rank,
  total: toFractionText(total),
  exactTotal: toFractionText(exactTotal),
  lines: linesOf(rules, quality),
  quality: toFractionText(quality.total),
  price: price && {
    ...amountsOf(price, pricePoints),
    ...(price.parts
      ? {
          parts: [...price.parts].map(([part, one]) => ({ part, ...amountsOf(one, partPoints?.get(part) ?? null) })),
        }
      : {}),
  },
  separatedBy,
});

const amountsOf = (price: ComparedPrice, points: Exact | null): RankedAmount => ({
  offered: toFractionText(price.offered),
  vat: toFractionText(price.vat),
  timeCost: toFractionText(price.timeCost),
  compared: toFractionText(price.compared),
  points: points && toFractionText(points),
});
