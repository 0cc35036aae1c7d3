import type { GrowthNorms } from './growth-path.ts';
import { type ContractState, standing } from './state.ts';

/** The norms of the growth path that hold: those of the rules, and those that were set before an extension. Null where the rules have none. */
export function normsOf(state: Pick<ContractState, 'rules' | 'entries' | 'withdrawn'>): GrowthNorms | null {
  const { growthPath } = state.rules;
  if (!growthPath) return null;
  const byExtension = new Map(
    standing(state, 'growth-path-considered').map(({ payload }) => [payload.extension, payload]),
  );
  const considered = [...byExtension.values()].sort((a, b) => a.extension - b.extension);
  const community = considered.findLast(({ communityInitiatives }) => communityInitiatives !== null);
  return {
    steps: [...growthPath.steps, ...considered.flatMap(({ steps }) => steps)],
    communityInitiatives: community?.communityInitiatives ?? growthPath.communityInitiatives.minimumPercentage,
  };
}
