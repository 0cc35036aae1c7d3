import { createContracts } from '../../src/actions/contracts.ts';
import { contractsByHand } from '../../src/actions/open-contracts.ts';
import type { Installation, Person } from './installation.ts';

/** A dossier of contracts with everybody who has to do with it, for tests over HTTP. */

export const CONTRACT_PEOPLE = [
  { id: 'officer', roles: ['procurement-officer'] },
  { id: 'other-officer', roles: ['procurement-officer'] },
  { id: 'manager', roles: ['contract-manager'] },
  { id: 'other-manager', roles: ['contract-manager'] },
  { id: 'committee', roles: ['committee-member'] },
  { id: 'auditor', roles: ['auditor'] },
  { id: 'assessor', roles: ['assessor'] },
  { id: 'administrator', roles: ['administrator'] },
] as const satisfies readonly Person[];

export const CONTRACTS = 'contract-gon-2027-1';
const PUBLISHED = 'gon-2027.v1';

/** Opens a dossier of two contracts under the rules of 2027. */
export function openContracts({ services: { contracts, ruleSets } }: Installation): void {
  const published = ruleSets.contracts.get(PUBLISHED)!;
  const opening = { title: 'Contracten in de wijk', officer: 'officer', manager: 'manager', published, sum: null };
  const entered = published.rules.areas.slice(0, 2).map((area, place) => ({
    area,
    provider: { name: ['Stichting De Linde', 'Zorg B.V.'][place]!, members: [] },
    subcontractors: [],
    reference: null,
    start: '2027-01-01',
    until: '2030-12-31',
    price: null,
    promises: { growthPath: null, others: [] },
    awarded: null,
  }));
  contracts.execute(CONTRACTS, 'officer', contractsByHand(opening, entered));
}

/** What happens later on, on a clock of its own: the sessions of the people here end when that of the house jumps. */
export const later = ({ services: { storage } }: Installation, moment: string) =>
  createContracts(storage, () => new Date(moment));

export const contractsIn = ({ services: { contracts } }: Installation) => contracts.get(CONTRACTS);
