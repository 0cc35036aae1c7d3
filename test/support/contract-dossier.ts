import { type ContractCommand, decideContracts } from '../../src/domain/contract/decide.ts';
import type { ContractEvent, ContractPayloads, NewContractEvent } from '../../src/domain/contract/events.ts';
import { evolveContracts, startContracts } from '../../src/domain/contract/evolve.ts';
import type { ContractRules } from '../../src/domain/contract/rules/contract-rules.ts';
import type { ContractState } from '../../src/domain/contract/state.ts';
import { publishedRules } from './dossiers.ts';

/** A dossier of contracts in memory: two areas of the rules of 2027, each with a contract of four years, at the first of November 2026. */

export const GON: ContractRules = publishedRules().contracts.get('gon-2027.v1')!.rules;

/** A contract by hand, with what a test changes of it. */
export const contractFor = (
  area: string,
  change: Partial<ContractPayloads['contract-added']> = {},
): ContractPayloads['contract-added'] => ({
  area: { id: area, name: `Gebied ${area}` },
  provider: { name: 'Stichting Oeverlicht', members: [] },
  subcontractors: ['Zorghuis Lindehof', 'Werkplaats De Zeilmaker'],
  reference: null,
  start: '2027-01-01',
  until: '2030-12-31',
  price: null,
  promises: { growthPath: null, others: [] },
  awarded: null,
  ...change,
});

/** @param rules those of 2027 where they are left out */
export function contractDossier({
  rules = GON,
  areas = ['west', 'oost'],
}: {
  rules?: ContractRules;
  areas?: string[];
} = {}) {
  let state: ContractState | undefined;
  const run = (actor: string, command: ContractCommand): void => {
    for (const event of decideContracts(state, actor, command)) {
      const told: ContractEvent = {
        ...event,
        seq: (state?.version ?? 0) + 1,
        at: '2026-11-01T09:00:00.000Z',
        actor,
      };
      if (state) evolveContracts(state, told);
      else state = startContracts('contract-x-1', told);
    }
  };
  const say = (...events: readonly NewContractEvent[]): void => run('officer', { type: 'say', events });
  run('officer', {
    type: 'open-contracts',
    opening: {
      title: 'Proef',
      rules,
      rulesSha256: '0'.repeat(64),
      officer: 'officer',
      manager: 'manager',
      fictional: true,
    },
    contracts: areas.map((area) => contractFor(area)),
  });
  return { state: () => state!, run, say };
}
