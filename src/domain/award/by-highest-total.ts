import { toFractionText } from '../number.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { contradictionOf } from './contradiction.ts';
import { awardedIn, createSearch, type Search, winnersOf } from './division-search.ts';
import { decideEqual, requireCompleteDraws, type Tied } from './equal-divisions.ts';
import { costsOfLimits } from './limit-costs.ts';
import type { AwardOutcome, EqualOutcome, LotAward } from './outcome.ts';
import { lotAward, whyOpen } from './passed-over.ts';
import type { AwardSolution, SolveOptions } from './search/solve.ts';
import { upForAwardWithDiscounts } from './up-for-award.ts';
import { contests, wholeScores } from './whole-scores.ts';

type Rankings = ReadonlyMap<string, readonly Ranked[]>;

const EQUAL_OUTCOMES_LISTED = 100;

/**
 * Highest total: the division that leaves the fewest lots open and then has the best sum of totals, within the limits.
 * Equal sums go to the announced tie-break, and what that leaves equal to a draw.
 * @throws DomainError `award-too-large`, `draw-incomplete`
 */
export function awardByHighestTotal(
  input: EvaluationInput,
  rankings: Rankings,
  options: SolveOptions = {},
): AwardOutcome {
  const { rules } = input;
  const up = upForAwardWithDiscounts(input, rankings);
  const search = createSearch(input, rankings, up, wholeScores(up), options);
  const best = search.solve(search.problem);
  if (!best) return impossible(rules, search);
  if (!best.proven) return bestFound(rules, search, best);

  const decided = decideEqual(input, search, best);
  requireCompleteDraws(input, decided);
  const { equal, capped, remaining, decidedBy, settled } = decided;
  const draw = remaining.length > 1 || capped;
  const chosen = remaining[0]!.division;
  const winners = winnersOf(search, chosen);

  return {
    status: draw ? 'draw-needed' : 'awarded',
    lots: rules.lots.map(({ id }) =>
      settled(id)
        ? lotAward(search, best, chosen, id)
        : { lot: id, winner: null, combination: null, open: 'draw', passedOver: [] },
    ),
    total: toFractionText(search.scores.toTotal(best.total)),
    lotsAwarded: best.lotsAwarded,
    winners,
    equalOutcomes: {
      atLeast: equal.length > EQUAL_OUTCOMES_LISTED || capped,
      assignments: [...remaining, ...equal.filter((one) => !remaining.includes(one))]
        .slice(0, EQUAL_OUTCOMES_LISTED)
        .map((one) => equalOutcome(search, one, remaining.includes(one), input.engine !== 2)),
    },
    decidedBy: draw ? null : decidedBy,
    drawBetween: draw ? between(rules, remaining) : [],
    ...costsOfLimits(search, best, winners),
    contradiction: null,
    proof: { kind: 'optimal', certificate: best.certificate()! },
    ...discountsIn(search),
  };
}

/**
 * Who gets which lot, without any explanation: null where it stays open, undefined where a draw is needed or nothing is awarded. A draw that leaves out
 * a bid decides nothing here: what is asked of may never happen.
 * @throws DomainError `award-too-large`
 */
export function holdersByHighestTotal(
  input: EvaluationInput,
  rankings: Rankings,
): Map<string, string | null | undefined> {
  const up = upForAwardWithDiscounts(input, rankings);
  const search = createSearch(input, rankings, up, contests(up).with({}), {});
  const best = search.solve(search.problem);
  const { lots } = input.rules;
  if (!best?.proven) return new Map(lots.map(({ id }) => [id, undefined]));
  const { remaining, settled } = decideEqual(input, search, best);
  const { holders } = remaining[0]!;
  return new Map(lots.map(({ id }) => [id, settled(id) ? (holders.get(id) ?? null) : undefined]));
}

function equalOutcome(
  search: Search,
  { division, tieBreak }: Tied,
  remains: boolean,
  tellsTogether: boolean,
): EqualOutcome {
  const { scores, parties, rules } = search;
  const together = division
    .filter((place) => tellsTogether && scores.offers[place]!.lots.length > 1)
    .map((place) => ({
      offer: scores.places[place]!,
      bid: parties.bids[scores.offers[place]!.bid]!,
      lots: scores.offers[place]!.lots.map((lot) => rules.lots[lot]!.id),
    }));
  return {
    lots: awardedIn(search, division),
    tieBreak: tieBreak.map(({ step, value }) => ({ step, value: toFractionText(value) })),
    remains,
    ...(together.length > 0 ? { together } : {}),
  };
}

/** The discounts that could hold, for whoever checks the award; none where none are announced. */
const discountsIn = ({ up }: Search): Pick<AwardOutcome, 'discounts'> =>
  up.discounts.length === 0
    ? {}
    : {
        discounts: up.discounts.map(({ id, bid, lots, percentage, totals }) => ({
          id,
          bid,
          lots,
          percentage,
          totals: totals.map(({ lot, total, compared }) => ({
            lot,
            total: toFractionText(total),
            compared: toFractionText(compared),
          })),
        })),
      };

/** The bids that hold a lot in some of these divisions and not in others. */
function between({ lots }: TenderRules, remaining: readonly Tied[]): string[] {
  const bids = new Set<string>();
  for (const { id } of lots) {
    const holding = new Set(remaining.map(({ holders }) => holders.get(id)));
    if (holding.size > 1) for (const bid of holding) if (bid !== undefined) bids.add(bid);
  }
  return [...bids].sort();
}

function impossible(rules: TenderRules, search: Search): AwardOutcome {
  return {
    status: 'impossible',
    lots: openLots(rules, search),
    total: null,
    lotsAwarded: 0,
    winners: 0,
    equalOutcomes: { atLeast: false, assignments: [] },
    decidedBy: null,
    drawBetween: [],
    limitCosts: [],
    variants: [],
    contradiction: contradictionOf(rules, search.parties, search.problem),
    proof: null,
  };
}

/** The search could not rule out a better division: what it found is shown as that, and nothing is awarded. */
function bestFound(rules: TenderRules, search: Search, best: AwardSolution): AwardOutcome {
  return {
    ...impossible(rules, search),
    status: 'best-found',
    total: toFractionText(search.scores.toTotal(best.total)),
    lotsAwarded: best.lotsAwarded,
    winners: winnersOf(search, best.division),
    equalOutcomes: {
      atLeast: true,
      assignments: [{ lots: awardedIn(search, best.division), tieBreak: [], remains: true }],
    },
    contradiction: null,
    proof: { kind: 'best-found', gap: toFractionText(search.scores.toTotal(best.bound - best.value)) },
  };
}

const openLots = (rules: TenderRules, search: Search): LotAward[] =>
  rules.lots.map(({ id: lot }) => {
    const why = whyOpen(search, lot);
    return { lot, winner: null, combination: null, open: why === 'limits' ? 'impossible' : why, passedOver: [] };
  });
