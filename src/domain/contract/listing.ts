import { z } from 'zod';
import type { ListedDate, Listing } from '../listing.ts';
import { DOSSIER_ROLES, type Viewer } from '../roles.ts';
import { mayViewContracts, readerOf } from './access.ts';
import { contractsOf } from './contracts.ts';
import { areaOverview } from './overview.ts';
import type { ContractShape } from './procedure.ts';
import type { ContractState } from './state.ts';

/** What somebody sees of contracts in lists. */
export const contractSeat = z.strictObject({
  phase: z.enum(['followed', 'closed']),
  areas: z.int().min(0),
  providers: z.int().min(0),
  lastSeen: z.string(),
});
export type ContractSeat = z.infer<typeof contractSeat>;

/** A day that contracts wait for: the last one to decide on an extension of an area. */
export const dateOfContract = z.strictObject({ kind: z.literal('extension'), area: z.string(), extension: z.int() });
export type DateOfContract = z.infer<typeof dateOfContract>;

/** In which capacities people look on, the first first: of several the first counts. */
export const CONTRACT_CAPACITIES = [
  'officer',
  'manager',
  'committee',
  'auditor',
] as const satisfies readonly ContractShape['reader'][];

/** What lists say of a contract dossier. */
export function contractListing(state: Readonly<ContractState>): Listing {
  const { title, phase, officer, manager } = state;
  const contracts = contractsOf(state);
  const view: ContractSeat = {
    phase,
    areas: new Set(contracts.map(({ area }) => area.id)).size,
    providers: new Set(contracts.map(({ provider }) => provider.name)).size,
    lastSeen: state.lastEventAt,
  };
  return {
    title,
    year: Number(state.openedAt.slice(0, 4)),
    phase,
    archived: false,
    leader: phase === 'closed' ? null : officer,
    over: phase === 'closed',
    dates: phase === 'closed' ? [] : datesOf(state),
    words: null,
    seats: [...new Set([officer, manager]), null].flatMap((account) =>
      CONTRACT_CAPACITIES.flatMap((capacity, rank) => {
        const viewer = DOSSIER_ROLES.map((role): Viewer => ({ id: account ?? '', roles: [role] })).find(
          (one) => readerOf(state, one) === capacity,
        );
        if (!viewer) return [];
        const shown = mayViewContracts(state, viewer);
        const groups = { todo: false, waits: false, heeds: false };
        return [{ account, rank, shown, groups, due: null, view: shown ? view : null }];
      }),
    ),
    follows: state.follows ? [state.follows.dossier] : [],
    people: [...new Set([officer, manager])].map((account) => ({
      account,
      keptFromRegister: false,
      leaves: phase === 'closed' ? [] : ['follows'],
    })),
  };
}

/** The last day to decide on the next extension of every area. What has passed is a matter of the page. */
const datesOf = (state: Readonly<ContractState>): ListedDate[] =>
  contractsOf(state)
    .filter(({ until }) => until === null)
    .flatMap((contract) => {
      const next = areaOverview(state, contract, state.lastEventAt.slice(0, 10)).term?.next;
      if (!next?.decideBy) return [];
      const what: DateOfContract = { kind: 'extension', area: contract.area.name, extension: next.extension };
      return [{ date: next.decideBy, what }];
    });
