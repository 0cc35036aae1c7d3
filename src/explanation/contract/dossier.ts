import { normsOf } from '../../domain/contract/norms.ts';
import type { AreaOverview, Overview } from '../../domain/contract/overview.ts';
import { areasOf } from '../../domain/contract/overview.ts';
import { type ContractState, lastStanding } from '../../domain/contract/state.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import { type Block, paragraph } from '../blocks.ts';
import { budgetBlocks } from './budget.ts';
import { continuityBlocks } from './continuity.ts';
import { type GrowthOfArea, growthPathBlocks } from './growth-path.ts';
import { termBlocks } from './term.ts';

/** The parts of a contract dossier, each from what follows from its log. A part that its rules do not have is empty. */

type Dossier = Readonly<ContractState>;

export function termOfDossier(m: Messages, { rules, ...state }: Dossier, { areas }: Overview): Block[] {
  if (!rules.term) return [];
  const deciding = lastStanding(state, 'deciding-agreed')?.payload ?? null;
  return termBlocks(
    m,
    rules.term,
    areas.flatMap(({ contract, term, continuity }) =>
      term && contract.until === null
        ? [
            {
              name: contract.area.name,
              start: contract.added.payload.start,
              term,
              awardedOn: contract.added.payload.awarded?.on ?? null,
              consulted: continuity?.allConsulted ?? null,
            },
          ]
        : [],
    ),
    deciding,
    m.following.term.perArea,
  );
}

export function growthOfDossier(m: Messages, state: Dossier, { areas }: Overview): Block[] {
  const norms = normsOf(state);
  const { growthPath } = state.rules;
  if (!growthPath || !norms) return [];
  return growthPathBlocks(
    m,
    growthPath,
    norms.communityInitiatives,
    areas.flatMap(growthOfArea),
    m.following.growth.perArea,
  );
}

/** The growth path of one area, with its figures; none where the rules have no growth path. */
const growthOfArea = ({ contract, growthPath, quarters }: AreaOverview): GrowthOfArea[] =>
  growthPath
    ? [
        {
          name: contract.area.name,
          path: growthPath,
          corrections: new Map(
            quarters.map(({ quarter, now, before }) => [
              quarter,
              [...before, now].flatMap(({ payload }) => (payload.reason === null ? [] : [payload.reason])),
            ]),
          ),
          users: new Map(quarters.map(({ quarter, now }) => [quarter, now.payload.users])),
        },
      ]
    : [];

export function continuityOfDossier(m: Messages, { rules }: Dossier, { areas }: Overview): Block[] {
  if (!rules.continuity) return [];
  return continuityBlocks(
    m,
    rules.continuity,
    areas.flatMap(({ contract, continuity }) => (continuity ? [{ name: contract.area.name, continuity }] : [])),
    m.following.continuity.perArea,
  );
}

/** The budget as it was set; why it cannot be computed, where what was recorded since does not go with it. */
export function budgetOfDossier(m: Messages, state: Dossier, { budget }: Overview): Block[] {
  const { rules } = state;
  if (!rules.budget) return [];
  const t = m.following.budget;
  const set = lastStanding(state, 'budget-set');
  if (!budget || !set) return [paragraph(t.notSet)];
  if ('refusal' in budget) {
    return [{ kind: 'note', tone: 'warning', title: t.refused, text: describeError(m, budget.refusal) }];
  }
  const { catchUp, agreements } = set.payload;
  return budgetBlocks(m, { rules: rules.budget, areas: areasOf(state), outcome: budget.outcome, catchUp, agreements });
}
