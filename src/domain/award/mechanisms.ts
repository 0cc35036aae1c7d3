import type { MECHANISMS, Mechanism } from '../rules/mechanisms.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import type { Ranked } from '../scoring/ranking.ts';
import { awardByHighestTotal, holdersByHighestTotal } from './by-highest-total.ts';
import { byPreferences } from './by-preferences.ts';
import { awardByRanking, holdersByRanking } from './by-ranking.ts';
import { inFixedOrder } from './in-fixed-order.ts';
import type { AwardOutcome } from './outcome.ts';
import type { RankingMechanism } from './ranking-mechanism.ts';
import type { SolveOptions } from './search/solve.ts';

type Rankings = ReadonlyMap<string, readonly Ranked[]>;

/** Lot -> bid; null where the lot stays open, undefined where a draw is needed or nothing can be awarded. */
export type Holders = ReadonlyMap<string, string | null | undefined>;

/** How a mechanism awards. What rules under it announce stands in rules/mechanisms.ts. */
export interface AwardMechanism {
  readonly award: (input: EvaluationInput, rankings: Rankings, options: SolveOptions) => AwardOutcome;
  /** The award alone, without explanation and proof. */
  readonly holders: (input: EvaluationInput, rankings: Rankings) => Holders;
  /** The mechanism that goes by the ranking per lot; null where it looks at sums. */
  readonly byRanking: RankingMechanism | null;
}

const byHighestTotal = {
  award: awardByHighestTotal,
  holders: holdersByHighestTotal,
  byRanking: null,
} as const satisfies AwardMechanism;

const goingByRanking = (byRanking: RankingMechanism) =>
  ({
    award: (input, rankings) => awardByRanking(byRanking, input, rankings),
    holders: (input, rankings) => holdersByRanking(byRanking, input, rankings),
    byRanking,
  }) as const satisfies AwardMechanism;

/** One per mechanism; whether it goes by sums is as its rules say. */
const AWARDS = {
  'highest-total': byHighestTotal,
  preferences: goingByRanking(byPreferences),
  'fixed-order': goingByRanking(inFixedOrder),
} as const satisfies {
  [M in Mechanism]: AwardMechanism & {
    readonly byRanking: (typeof MECHANISMS)[M]['bySum'] extends true ? null : RankingMechanism;
  };
};

export const awardMechanism = ({ rules }: Pick<EvaluationInput, 'rules'>): AwardMechanism =>
  AWARDS[rules.award.mechanism];
