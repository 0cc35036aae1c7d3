import { type Exact, exact, multiply, toFractionText } from '../number.ts';
import type { RuledCap } from './caps.ts';
import { ask, awardedIn, type Found, type Search } from './division-search.ts';
import type { LimitCost, Variant } from './outcome.ts';
import { withoutCaps } from './parties.ts';
import { EXPLAINED_OFFERS } from './passed-over.ts';
import type { AwardProblem } from './proof/problem.ts';
import type { AwardSolution } from './search/solve.ts';

/** Variants are shown up to this maximum of lots, and this number of winners. */
const VARIANTS = 12;

/** What the award would be under other limits: of lots per bidder (null for the announced ones), and of winners. */
type UnderLimits = (
  maximumLots: number | null,
  limits: AwardProblem['limits'],
  ...without: readonly RuledCap['kind'][]
) => Found | undefined | 'unknown';

/** What each limit costs, and what the award would be with other values of it. */
export function costsOfLimits(
  search: Search,
  best: AwardSolution,
  winners: number,
): { readonly limitCosts: LimitCost[]; readonly variants: Variant[] } {
  const under = underLimits(search);
  return { limitCosts: limitCosts(search, best, under), variants: variants(search, best, winners, under) };
}

/** Answers each combination of limits once. */
function underLimits(search: Search): UnderLimits {
  const { problem, rules, parties } = search;
  const answers = new Map<string, Found | undefined | 'unknown'>();
  return (maximumLots, { minimumWinners, maximumWinners }, ...without) => {
    const limits = { minimumWinners, maximumWinners: Math.min(maximumWinners, problem.lots) };
    const lots = maximumLots === rules.award.maximumLotsPerBidder ? null : maximumLots;
    const key = `${lots} ${limits.minimumWinners} ${limits.maximumWinners} ${without.join()}`;
    if (answers.has(key)) return answers.get(key);
    const list = lots === null ? parties.list : parties.withMaximum(lots);
    const changed = { ...problem, limits, parties: without.length === 0 ? list : withoutCaps(list, ...without) };
    const answer = ask(changed);
    answers.set(key, answer);
    return answer;
  };
}

function limitCosts(search: Search, best: AwardSolution, under: UnderLimits): LimitCost[] {
  const { limits, lots } = search.problem;
  const noMinimum = { ...limits, minimumWinners: 1 };
  const noMaximum = { ...limits, maximumWinners: lots };
  const { lotGroups, capacity } = search.rules.award;
  const caps = [...(lotGroups ? (['lot-groups'] as const) : []), ...(capacity ? (['capacity'] as const) : [])];
  const changed = [
    ['maximum-lots', under(lots, limits)],
    ...caps.map((kind) => [kind, under(null, limits, kind)] as const),
    ['minimum-winners', under(null, noMinimum)],
    ['maximum-winners', under(null, noMaximum)],
    ['all-limits', under(lots, { ...noMinimum, ...noMaximum, minimumWinners: 1 }, ...caps)],
  ] as const;
  return changed.flatMap(([without, found]) => {
    // Every division within the limits is one without them, so there is always a best one; it may not be proven.
    if (!found || found === 'unknown') return [];
    return [
      {
        without,
        total: toFractionText(search.scores.toTotal(found.total)),
        cost: toFractionText(improvement(search, found, best)),
        lots: awardedIn(search, found.first()),
      },
    ];
  });
}

/** How much better one sum of totals is than another, also where lower is better. */
const improvement = ({ scores }: Search, found: Found, best: AwardSolution): Exact => {
  const difference = scores.toTotal(found.total - best.total);
  return scores.toTotal(1n).s < 0n ? multiply(difference, exact('-1')) : difference;
};

function variants(search: Search, best: AwardSolution, winners: number, under: UnderLimits): Variant[] {
  const { problem, rules } = search;
  if (problem.offers.length > EXPLAINED_OFFERS) return [];
  const most = Math.min(problem.lots, VARIANTS);
  const values = Array.from({ length: most }, (_, index) => index + 1);
  const variant = (limit: Variant['limit'], value: number, current: boolean): Variant[] => {
    const found =
      limit === 'maximum-lots'
        ? under(value, problem.limits)
        : under(null, { minimumWinners: value, maximumWinners: value });
    if (found === 'unknown') return [];
    return [
      {
        limit,
        value,
        current,
        total: found ? toFractionText(search.scores.toTotal(found.total)) : null,
        cost: found ? toFractionText(improvement(search, found, best)) : null,
        lots: found ? awardedIn(search, found.first()) : [],
      },
    ];
  };
  return [
    ...values.flatMap((value) => variant('maximum-lots', value, value === rules.award.maximumLotsPerBidder)),
    ...values.flatMap((value) => variant('exactly-winners', value, value === winners)),
  ];
}
