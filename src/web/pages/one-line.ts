import type { Account } from '../../actions/accounts.ts';
import { kindOf } from '../../actions/kinds.ts';
import { mayViewContracts, readerOf } from '../../domain/contract/access.ts';
import { contractsOf } from '../../domain/contract/contracts.ts';
import { areaOverview } from '../../domain/contract/overview.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { mayViewDecision } from '../../domain/decision/access.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { mayViewPlan } from '../../domain/purchase-plan/access.ts';
import type { PlanState } from '../../domain/purchase-plan/state.ts';
import { hasRole } from '../../domain/roles.ts';
import { mayViewTender } from '../../domain/tender/access.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { maySeeThing } from '../../domain/tender/visibility.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Services } from '../context.ts';

/** The line from the choice of a contract model to the next plan, as far as somebody may see it. Partial: `partials/one-line`. */
export interface OneLine {
  readonly text: Messages['watching']['line'];
  readonly steps: readonly {
    readonly label: string;
    readonly state: 'done' | 'current' | 'to-come';
    /** What there is at this step; without an address where one is there already, or may not see it. */
    readonly items: readonly { readonly label: string; readonly href: string | null }[];
  }[];
}

type Item = OneLine['steps'][number]['items'][number] & {
  /** A way on that was not taken yet. */
  readonly isOffer?: boolean;
};
type Step = keyof Messages['watching']['line']['steps'];

/** The dossiers of one line. `null` where there is one that this person may not see. */
interface Line {
  readonly decision: Readonly<DecisionState> | null | undefined;
  readonly tenders: readonly (Readonly<TenderState> | null)[];
  readonly contracts: readonly Readonly<ContractState>[];
  readonly plans: readonly Readonly<PlanState>[];
  /** In which the choice was foreseen. */
  readonly foreseenIn: Readonly<PlanState> | null;
  /** The choices that were foreseen in the plans at the end of the line. */
  readonly choices: readonly Readonly<DecisionState>[];
}

/**
 * The line that a dossier is in, walked back by what it follows from and forth by what follows from it.
 * @param dossier of the page that it stands on @param here the step of that page
 */
export function oneLine(m: Messages, services: Services, account: Account, dossier: string, here: Step): OneLine {
  const line = lineOf(services, account, dossier);
  const t = m.watching.line;
  const there = (label: string, href: string): Item => ({ label, href: href.endsWith(`/${dossier}`) ? null : href });
  const hidden: Item = { label: t.hidden, href: null };
  const items: Readonly<Record<Step, readonly Item[]>> = {
    choice: [
      ...(line.foreseenIn ? [there(t.foreseenIn(line.foreseenIn.title), `/plans/${line.foreseenIn.dossier}`)] : []),
      ...(line.decision === undefined
        ? []
        : [line.decision ? there(line.decision.title, `/decisions/${line.decision.dossier}`) : hidden]),
    ],
    tender: line.tenders.map((one) => (one ? there(one.title, `/tenders/${one.dossier}`) : hidden)),
    award: line.tenders.flatMap((one) =>
      one?.award && maySeeThing(one, account, 'award')
        ? [{ label: t.award(one.title), href: `/tenders/${one.dossier}/award` }]
        : [],
    ),
    contract: line.contracts.map(({ title, dossier: id }) =>
      there(m.watching.line.contracts(title), `/contracts/${id}`),
    ),
    evaluation: line.contracts.flatMap((state) =>
      evaluationsOf(state).map(({ area, year, seq }) => ({
        label: t.evaluation(area, String(year)),
        href: `/contracts/${state.dossier}/evaluations/${seq}`,
      })),
    ),
    plan:
      line.plans.length > 0
        ? [
            ...line.plans.map(({ title, dossier: id }) => there(title, `/plans/${id}`)),
            ...line.choices.map(({ title, dossier: id }) => there(t.choice(title), `/decisions/${id}`)),
          ]
        : line.contracts
            .filter((state) => mayBeginPlan(state, account))
            .flatMap((state) =>
              evaluationsOf(state)
                .slice(-1)
                .map(({ seq }) => ({ label: t.plan, href: nextPlanHref(state.dossier, seq), isOffer: true })),
            ),
  };
  const steps = Object.keys(items) as Step[];
  return {
    text: t,
    steps: steps.map((step, place) => ({
      label: t.steps[step],
      state:
        step === here
          ? 'current'
          : items[step].some(({ href, isOffer }) => href !== null && !isOffer)
            ? 'done'
            : 'to-come',
      items:
        items[step].length > 0
          ? items[step]
          : [{ label: place < steps.indexOf(here) ? t.notBefore : t.none, href: null }],
    })),
  };
}

/** Where the next plan is begun with what an evaluation says. */
export const nextPlanHref = (dossier: string, seq: number): string => `/plans/new?contract=${dossier}&event=${seq}`;

/** Whether somebody can go on from an evaluation of these contracts. */
export const mayBeginPlan = (state: Readonly<ContractState>, account: Account): boolean => {
  const reader = readerOf(state, account);
  return hasRole(account, 'procurement-officer') && (reader === 'officer' || reader === 'manager');
};

/** The evaluations that stand, the oldest first. */
const evaluationsOf = (state: Readonly<ContractState>) =>
  contractsOf(state)
    .flatMap((contract) =>
      areaOverview(state, contract, state.lastEventAt.slice(0, 10)).evaluations.map(({ seq, payload }) => ({
        area: contract.area.name,
        year: payload.year,
        seq,
      })),
    )
    .sort((a, b) => a.year - b.year || a.seq - b.seq);

function lineOf(services: Services, account: Account, dossier: string): Line {
  const line = coreOf(services, account, dossier);
  const foreseen = line.decision?.follows;
  return {
    ...line,
    foreseenIn: foreseen
      ? read(
          () => services.plans.get(foreseen.dossier),
          (state) => mayViewPlan(state, account),
        )
      : null,
    choices: line.plans.flatMap((plan) =>
      services.storage.lists
        .following(plan.dossier)
        .filter((one) => kindOf(one) === 'decision')
        .flatMap(
          (one) =>
            read(
              () => services.decisions.get(one),
              (state) => mayViewDecision(state, account),
            ) ?? [],
        ),
    ),
  };
}

/** The dossiers from the choice to the next plan. */
function coreOf(services: Services, account: Account, dossier: string): Omit<Line, 'foreseenIn' | 'choices'> {
  const { lists } = services.storage;
  const decisionOf = (id: string) =>
    read(
      () => services.decisions.get(id),
      (state) => mayViewDecision(state, account),
    );
  const tenderOf = (id: string) =>
    read(
      () => services.tenders.get(id),
      (state) => mayViewTender(state, account),
    );
  const contractsAfter = (tender: string): Readonly<ContractState>[] =>
    lists
      .following(tender)
      .filter((one) => kindOf(one) === 'contract')
      .flatMap(
        (one) =>
          read(
            () => services.contracts.get(one),
            (state) => mayViewContracts(state, account),
          ) ?? [],
      );
  const kind = kindOf(dossier);
  switch (kind) {
    case 'decision': {
      const ids = lists.following(dossier).filter((one) => kindOf(one) === 'tender');
      // What is not for this person to see is not told of here: it has not been named to him or her before.
      const tenders = ids.flatMap((id) => tenderOf(id) ?? []);
      const contracts = ids.flatMap(contractsAfter);
      return { decision: decisionOf(dossier), tenders, contracts, plans: contracts.flatMap(plansAfter) };
    }
    case 'tender': {
      const contracts = contractsAfter(dossier);
      return { ...before(dossier), contracts, plans: contracts.flatMap(plansAfter) };
    }
    case 'contract': {
      const state = services.contracts.get(dossier);
      return { ...beforeContracts(state), contracts: [state], plans: plansAfter(state) };
    }
    case 'plan': {
      const state = services.plans.get(dossier);
      const contracts = state.follows
        ? read(
            () => services.contracts.get(state.follows!.dossier),
            (one) => mayViewContracts(one, account),
          )
        : null;
      return contracts
        ? { ...beforeContracts(contracts), contracts: [contracts], plans: [state] }
        : { ...NOTHING, plans: [state] };
    }
    case 'accounts':
      return NOTHING;
    default:
      return kind satisfies never;
  }

  function beforeContracts({ follows }: Readonly<ContractState>): Pick<Line, 'decision' | 'tenders'> {
    return follows ? before(follows.dossier) : NOTHING;
  }

  function before(tender: string): Pick<Line, 'decision' | 'tenders'> {
    const state = tenderOf(tender);
    return { decision: state?.decision ? decisionOf(state.decision.dossier) : undefined, tenders: [state] };
  }

  function plansAfter({ dossier: contract }: Readonly<ContractState>): Readonly<PlanState>[] {
    return lists
      .following(contract)
      .filter((one) => kindOf(one) === 'plan')
      .flatMap(
        (one) =>
          read(
            () => services.plans.get(one),
            (state) => mayViewPlan(state, account),
          ) ?? [],
      );
  }
}

const NOTHING = { decision: undefined, tenders: [], contracts: [], plans: [] } as const;

/** Null for who may not see it, and for a log that is damaged: its own page says that. */
function read<State>(get: () => State, maySee: (state: State) => boolean): State | null {
  try {
    const state = get();
    return maySee(state) ? state : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
