import { createContracts } from '../../src/actions/contracts.ts';
import { openContractsFrom } from '../../src/actions/open-contracts.ts';
import type { ContractPayloads, NewContractEvent } from '../../src/domain/contract/events.ts';
import type { Storage } from '../../src/storage/database.ts';
import { demoServices, FINISHED } from './demo.ts';

/** The fictional contracts that follow from the award of the demo, over three years: with everything that can be recorded of them at least once. */

export const OFFICER = 'inkoper';
export const MANAGER = 'contractmanager';
export const CONTRACTS = 'contract-gon-2027-1';

export const WEST = 'west';

/** The demo, with a shelf of contracts whose clock is set, and what opens and records on it. */
export async function contractServices() {
  const services = await demoServices();
  return { ...services, ...contractsOn(services.storage) };
}

/** Contracts on a database, at a moment that the test sets. */
export function contractsOn(storage: Storage) {
  const time = { now: '2026-11-03T09:00:00Z' };
  const contracts = createContracts(storage, () => new Date(time.now));
  const say = (actor: string, ...events: readonly NewContractEvent[]): void => {
    contracts.execute(CONTRACTS, actor, { type: 'say', events });
  };
  return { contracts, time, say };
}

type ContractServices = Awaited<ReturnType<typeof contractServices>>;

/** Opens the contracts of the finished tender of the demo. */
export const openDemoContracts = ({ storage, tenders, contracts, ruleSets }: ContractServices): string =>
  openContractsFrom({ storage, contracts }, tenders.get(FINISHED), {
    title: 'Contracten GON 2027 (fictieve demo)',
    officer: OFFICER,
    manager: MANAGER,
    published: ruleSets.contracts.get('gon-2027.v1')!,
    sum: null,
  });

export const BUDGET: ContractPayloads['budget-set'] = {
  chosen: [{ component: 'personal-budgets', euro: '950000' }],
  firstYear: 2027,
  catchUp: 'ratio',
  keys: [
    { key: 'population', weight: '60' },
    { key: 'users', weight: '40' },
  ],
  figures: [
    ...keyed('population', ['71000', '52000', '58000', '49000']),
    ...keyed('users', ['812', '604', '655', '529']),
  ],
  volumes: [],
  savings: [],
  agreements: [{ kind: 'risk-sharing', threshold: '2', municipality: '50' }],
  available: [{ year: 2027, euro: '19000000' }],
  reason: null,
};

function keyed(key: 'population' | 'users', figures: readonly string[]): ContractPayloads['budget-set']['figures'] {
  const areas = ['centrum-oude-wijken', WEST, 'oost-ten-boer', 'zuid-haren'];
  return areas.map((area, place) => ({ key, area, figure: figures[place]! }));
}

/** Figures of a quarter: users by volunteers, by professionals, additional, and through community initiatives. */
export const figuresOf = (
  area: string,
  quarter: string,
  on: string,
  [volunteers, professionals, additional, initiatives]: readonly [number, number, number, number],
  more: Partial<Pick<ContractPayloads['figures-recorded'], 'complaints' | 'spent' | 'reason'>> = {},
): NewContractEvent => ({
  type: 'figures-recorded',
  payload: {
    area,
    quarter,
    on,
    users: {
      basicVolunteers: volunteers,
      basicProfessionals: professionals,
      additional,
      communityInitiatives: initiatives,
    },
    complaints: 0,
    spent: null,
    reason: null,
    ...more,
  },
});

export const indexOf = (
  year: number,
  status: 'provisional' | 'final',
  percentage: string,
  on: string,
  reason: string | null = null,
): NewContractEvent => ({
  type: 'index-recorded',
  payload: { year, status, percentage, publishedOn: on, on, source: 'Verzonnen advies over de index', reason },
});

const takeOver = (
  provider: string,
  step: ContractPayloads['take-over-recorded']['step'],
  on: string,
  users: number,
  staff: number,
  note?: string,
): NewContractEvent => ({
  type: 'take-over-recorded',
  payload: {
    area: WEST,
    provider,
    step,
    on,
    users,
    staff,
    consulted: step !== 'approached',
    ...(note === undefined ? {} : { note }),
  },
});

/** Records everything of three years, by who may. @returns the id of the dossier */
export function followDemoContracts(services: ContractServices): string {
  const { contracts, time, say } = services;
  const dossier = openDemoContracts(services);
  say(OFFICER, { type: 'deciding-agreed', payload: { monthsBefore: 12, decider: 'Het college', reason: null } });
  say(OFFICER, { type: 'budget-set', payload: BUDGET });
  say(MANAGER, indexOf(2026, 'provisional', '3.1', '2026-10-01'));
  say(MANAGER, takeOver('Stichting Oeverlicht', 'approached', '2026-11-03', 40, 6));
  time.now = '2026-12-15T09:00:00Z';
  say(
    MANAGER,
    takeOver('Stichting Oeverlicht', 'contracted', '2026-12-10', 38, 6, 'Er zijn afspraken over het personeel.'),
    takeOver('Zorghuis Lindehof', 'solved-otherwise', '2026-12-12', 4, 1),
    {
      type: 'contract-signed',
      payload: { area: WEST, signedOn: '2026-12-15', document: 'Contract West, getekend' },
    },
  );
  time.now = '2027-04-20T09:00:00Z';
  say(MANAGER, figuresOf(WEST, '2027-Q1', '2027-04-19', [30, 40, 530, 6], { complaints: 2, spent: '1100000.50' }));
  // Recorded in the wrong area: it stays readable.
  say(MANAGER, figuresOf('zuid-haren', '2027-Q1', '2027-04-20', [30, 40, 530, 6]));
  withdrawLast(services, 'Deze cijfers horen bij een ander gebied.');
  say(MANAGER, indexOf(2026, 'final', '3.4', '2027-04-01'), indexOf(2027, 'provisional', '2.8', '2027-04-01'));
  time.now = '2027-10-20T09:00:00Z';
  say(
    MANAGER,
    figuresOf(WEST, '2027-Q2', '2027-07-19', [36, 44, 520, 8], { complaints: 1, spent: '1090000' }),
    figuresOf(WEST, '2027-Q3', '2027-10-19', [44, 52, 504, 11], { spent: '1085000' }),
  );
  say(
    MANAGER,
    figuresOf(WEST, '2027-Q2', '2027-10-20', [36, 46, 518, 8], {
      complaints: 1,
      spent: '1090000',
      reason: 'Twee gebruikers waren bij de verkeerde soort ondersteuning geteld.',
    }),
    {
      type: 'contract-changed',
      payload: {
        area: WEST,
        from: '2027-10-01',
        what: 'Een onderaannemer is erbij gekomen.',
        reason: 'Er was meer vraag naar dagbesteding.',
        document: 'Allonge 1',
        subcontractors: [...contracts.get(dossier).entries.flatMap(subcontractorsInWest), 'Werkplaats De Zeilmaker'],
      },
    },
  );
  time.now = '2028-02-15T09:00:00Z';
  say(
    MANAGER,
    figuresOf(WEST, '2027-Q4', '2028-01-20', [52, 60, 488, 14], { complaints: 1, spent: '1120000' }),
    indexOf(2027, 'final', '2.5', '2028-02-01'),
  );
  contracts.execute(dossier, MANAGER, { type: 'evaluate-year', evaluation: evaluationOf(services, 2027) });
  time.now = '2029-11-01T09:00:00Z';
  say(OFFICER, {
    type: 'growth-path-considered',
    payload: {
      extension: 1,
      steps: [{ by: '2032-12-31', minimumPercentage: '75' }],
      communityInitiatives: null,
      reason: 'De groei vlakt af; 75% is haalbaar.',
    },
  });
  say(
    OFFICER,
    decided(WEST, true, 'De norm is gehaald en gebruikers zijn tevreden.'),
    decided('zuid-haren', false, 'Dit gebied wordt opnieuw aanbesteed.'),
  );
  return dossier;
}

const decided = (area: string, extended: boolean, reason: string): NewContractEvent => ({
  type: 'extension-decided',
  payload: { area, extension: 1, extended, decidedOn: '2029-10-30', by: 'Het college', reason },
});

/** A finding on every goal of the template. */
export const evaluationOf = (
  { contracts, time }: Pick<ContractServices, 'contracts' | 'time'>,
  year: number,
  reason: string | null = null,
): Omit<ContractPayloads['year-evaluated'], 'engine' | 'outcome'> => ({
  area: WEST,
  year,
  on: time.now.slice(0, 10),
  findings: contracts.get(CONTRACTS).rules.evaluation!.goals.map(({ id, level }) => ({
    goal: id,
    level,
    finding: 'Dit is in het eerste jaar op gang gekomen.',
    evidence: id === 'grip' ? 'Verslag van het overleg in november.' : null,
  })),
  conclusion: 'Het eerste jaar verliep zoals afgesproken.',
  reason,
});

function withdrawLast({ contracts, say }: Pick<ContractServices, 'contracts' | 'say'>, reason: string): void {
  say(MANAGER, { type: 'entry-withdrawn', payload: { seq: contracts.get(CONTRACTS).entries.at(-1)!.seq, reason } });
}

const subcontractorsInWest = (entry: { readonly type: string; readonly payload: object }): readonly string[] => {
  const { area, subcontractors } = entry.payload as Partial<ContractPayloads['contract-added']>;
  return entry.type === 'contract-added' && area?.id === WEST ? (subcontractors ?? []) : [];
};
