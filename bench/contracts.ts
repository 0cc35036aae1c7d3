import { join } from 'node:path';
import { projectRoot } from '../src/config.ts';
import { loadRuleSets } from '../src/criteria/rule-sets.ts';
import { decideContracts } from '../src/domain/contract/decide.ts';
import type { ContractPayloads, NewContractEvent } from '../src/domain/contract/events.ts';
import { evolveContracts, startContracts } from '../src/domain/contract/evolve.ts';
import { overviewOf } from '../src/domain/contract/overview.ts';
import { quartersOf } from '../src/domain/contract/quarter.ts';
import type { ContractState } from '../src/domain/contract/state.ts';
import { lastDayAfterYears } from '../src/domain/contract/term.ts';
import {
  budgetOfDossier,
  continuityOfDossier,
  growthOfDossier,
  termOfDossier,
} from '../src/explanation/contract/dossier.ts';
import { messagesIn } from '../src/messages/messages.ts';
import { type BenchLine, measure } from './harness.ts';

const TARGET_MS = 100;
const RUNS = 20;
const AREAS = 12;
const YEARS = 15;

/** All that the pages of a contract dossier compute and say: 12 areas, 15 years, figures of every quarter. */
export function benchContracts(): BenchLine[] {
  const state = followed();
  const asOf = `${2027 + YEARS}-02-01`;
  const m = messagesIn('nl');
  const computed = measure(RUNS, () => overviewOf(state, asOf));
  const said = measure(RUNS, () => {
    const overview = overviewOf(state, asOf);
    for (const part of [budgetOfDossier, growthOfDossier, termOfDossier, continuityOfDossier]) part(m, state, overview);
  });
  const line = (what: string, median: number): BenchLine => ({
    what: `follow contracts, ${AREAS} areas x ${YEARS} years x 4 quarters, ${what}`,
    median,
    unit: 'ms',
    target: `under ${TARGET_MS} ms`,
    met: median < TARGET_MS,
  });
  return [line('computed', computed.median), line('computed and put into words, all parts', said.median)];
}

/** Twelve contracts with a budget, percentages for every year and figures of every quarter, all of them admitted. */
function followed(): ContractState {
  const { rules, sha256 } = loadRuleSets(join(projectRoot(), 'criteria')).contracts.get('gon-2027.v1')!;
  const start = '2027-01-01';
  const contracts = Array.from({ length: AREAS }, (_, place): ContractPayloads['contract-added'] => ({
    area: { id: `area-${place + 1}`, name: `Gebied ${place + 1}` },
    provider: { name: `Aanbieder ${place + 1}`, members: [] },
    subcontractors: [],
    reference: null,
    start,
    until: lastDayAfterYears(start, YEARS),
    price: null,
    promises: { growthPath: null, others: [] },
    awarded: null,
  }));
  const opening = {
    title: 'Contracten',
    rules,
    rulesSha256: sha256,
    officer: 'officer',
    manager: 'manager',
    fictional: true,
  };
  let state: ContractState | undefined;
  const append = (events: readonly NewContractEvent[]): void => {
    for (const event of events) {
      const told = { ...event, seq: (state?.version ?? 0) + 1, at: '2042-02-01T09:00:00.000Z', actor: 'officer' };
      if (state) evolveContracts(state, told);
      else state = startContracts('contract-bench', told);
    }
  };
  append(decideContracts(undefined, 'officer', { type: 'open-contracts', opening, contracts }));
  const said: NewContractEvent[] = [
    {
      type: 'budget-set',
      payload: {
        chosen: [],
        firstYear: 2027,
        catchUp: 'ratio',
        keys: [{ key: 'population', weight: '1' }],
        figures: contracts.map(({ area }, place) => ({
          key: 'population' as const,
          area: area.id,
          figure: String(9_000 + 137 * place),
        })),
        volumes: [],
        savings: [],
        agreements: [],
        available: [],
        reason: null,
      },
    },
    ...Array.from(
      { length: YEARS + 1 },
      (_, place): NewContractEvent => ({
        type: 'index-recorded',
        payload: {
          year: 2026 + place,
          percentage: `2.${place}`,
          status: 'final',
          publishedOn: '2026-01-01',
          on: '2042-02-01',
          source: 'Voorbeeld',
          reason: null,
        },
      }),
    ),
    ...contracts.flatMap(({ area }, place) =>
      Array.from({ length: YEARS }, (_, year) => quartersOf(2027 + year)).flatMap((quarters, year) =>
        quarters.map(
          (quarter, part): NewContractEvent => ({
            type: 'figures-recorded',
            payload: {
              area: area.id,
              quarter,
              on: '2042-02-01',
              users: {
                basicVolunteers: 10 + year + part,
                basicProfessionals: 40 + 3 * year + part + place,
                additional: 200 - 5 * year,
                communityInitiatives: 5 + part,
              },
              complaints: part % 2,
              spent: '100000.5',
              reason: null,
            },
          }),
        ),
      ),
    ),
  ];
  append(decideContracts(state, 'officer', { type: 'say', events: said }));
  return state!;
}
