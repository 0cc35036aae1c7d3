import type { Account } from '../../actions/accounts.ts';
import { mayCause } from '../../domain/contract/access.ts';
import { contractsOf } from '../../domain/contract/contracts.ts';
import { areaOverview } from '../../domain/contract/overview.ts';
import { earlierBlocks, historyBlocks, quarterBlocks } from '../../explanation/contract/area.ts';
import { contractBlocks } from '../../explanation/contract/contract.ts';
import { continuityOfDossier, growthOfDossier, termOfDossier } from '../../explanation/contract/dossier.ts';
import type { Messages } from '../../messages/messages.ts';
import type { ContractAsking } from '../acts/contract-act-kind.ts';
import { type BlocksModel, blocksModel, pageNames } from './blocks.ts';
import { actsInArea } from './contract-acts.ts';
import { mayBeginPlan, nextPlanHref } from './one-line.ts';

interface Link {
  readonly href: string;
  readonly label: string;
}

export interface ContractAreaModel {
  readonly title: string;
  readonly text: Messages['watching']['area'];
  readonly contract: BlocksModel;
  readonly acts: readonly Link[];
  readonly quarters: BlocksModel;
  /** To fill in figures, for who may. */
  readonly figures: readonly Link[];
  readonly evaluations: readonly {
    readonly href: string;
    readonly label: string;
    /** The plan that can follow from it. */
    readonly plan: Link | null;
  }[];
  readonly evaluate: Link | null;
  readonly rest: BlocksModel;
  readonly backHref: string;
}

/** The contract that an area has now, with everything that was recorded of it; undefined for an area without one. */
export function contractAreaModel(
  asking: ContractAsking,
  account: Account,
  area: string,
): ContractAreaModel | undefined {
  const { m, state, today, accounts } = asking;
  const all = contractsOf(state).filter((one) => one.area.id === area);
  const contract = all.at(-1);
  if (!contract) return undefined;
  const one = areaOverview(state, contract, today);
  const own = { areas: [one], budget: null };
  const base = `/contracts/${state.dossier}`;
  const t = m.watching.area;
  const names = pageNames();
  const reports = mayCause(state, account, 'figures-recorded');
  const year = (one.evaluations.at(-1)?.payload.year ?? Number(contract.added.payload.start.slice(0, 4)) - 1) + 1;
  const evaluates = mayCause(state, account, 'year-evaluated') && state.rules.evaluation !== undefined;
  return {
    title: contract.area.name,
    text: t,
    contract: blocksModel(m, contractBlocks(m, contract), names),
    acts: actsInArea(asking, area),
    quarters: blocksModel(
      m,
      quarterBlocks(m, contract.area.name, one.quarters, (quarter) =>
        reports ? `${base}/figures/new?area=${area}&quarter=${quarter}` : null,
      ),
      names,
    ),
    figures: reports
      ? [
          { href: `${base}/figures/new?area=${area}`, label: t.figures },
          { href: `${base}/figures-sheet`, label: t.sheet },
        ]
      : [],
    evaluations: one.evaluations.map(({ seq, payload }) => ({
      href: `${base}/evaluations/${seq}`,
      label: t.evaluationOf(String(payload.year)),
      plan: mayBeginPlan(state, account)
        ? { href: nextPlanHref(state.dossier, seq), label: t.nextPlan(String(payload.year)) }
        : null,
    })),
    evaluate:
      evaluates && `${year}-12-31` < today
        ? { href: `${base}/evaluations/new?area=${area}&year=${year}`, label: t.evaluate(String(year)) }
        : null,
    rest: blocksModel(
      m,
      [
        ...growthOfDossier(m, state, own),
        ...termOfDossier(m, state, own),
        ...continuityOfDossier(m, state, own),
        ...earlierBlocks(m, all.slice(0, -1).toReversed()),
        ...historyBlocks(m, state, area, accounts.nameOf, ({ seq }) =>
          mayCause(state, account, 'entry-withdrawn') ? `${base}/acts/withdraw?entry=${seq}` : null,
        ),
      ],
      names,
    ),
    backHref: base,
  };
}
