import { type Contract, contractsOf } from '../../domain/contract/contracts.ts';
import { areaOverview } from '../../domain/contract/overview.ts';
import { TAKE_OVER_STEPS } from '../../domain/contract/rules/continuity.ts';
import { hasRole, type Role } from '../../domain/roles.ts';
import { entrySubject } from '../../explanation/contract/entry.ts';
import type { ActOption } from './act.ts';
import type { ContractActField, ContractActs, ContractAsking } from './contract-act-kind.ts';

/** The fields that acts of contracts are made of: what they can be about, as the dossier stands. */

type Name = ContractActs['field'];

const NAME = 200;
const REASON = 2000;
const LONG = 5000;
const REFERENCE = 300;
/** Names of so many subcontractors, each on a line. */
const NAMES = 10_000;

export const reason: ContractActField = { kind: 'text', name: 'reason', most: REASON, lines: 'many' };
export const newReason: ContractActField = {
  kind: 'text',
  name: 'newReason',
  most: REASON,
  lines: 'many',
  optional: 'depends',
};
export const line = (name: Name): ContractActField => ({ kind: 'text', name, most: NAME, lines: 'one' });
export const text = (name: Name): ContractActField => ({ kind: 'text', name, most: LONG, lines: 'many' });
export const names = (name: Name): ContractActField => ({
  kind: 'text',
  name,
  most: NAMES,
  lines: 'many',
  optional: true,
});
export const reference = (name: Name): ContractActField => ({
  kind: 'text',
  name,
  most: REFERENCE,
  lines: 'one',
  optional: true,
});
export const changeDocument: ContractActField = {
  kind: 'text',
  name: 'changeDocument',
  most: REFERENCE,
  lines: 'one',
};
export const note: ContractActField = { kind: 'text', name: 'note', most: REASON, lines: 'many', optional: true };
export const date = (name: Name): ContractActField => ({ kind: 'date', name });
export const count = (name: Name): ContractActField => ({ kind: 'count', name });

/** The contracts that areas have now, by area. */
const contractsNow = (state: ContractAsking['state']): Contract[] =>
  contractsOf(state).filter(({ until }) => until === null);

/** An area by the contract that it has now. */
export const areaThat = (holds: (contract: Contract) => boolean): ContractActField => ({
  kind: 'select',
  name: 'area',
  options: ({ m, state }) =>
    contractsNow(state)
      .filter(holds)
      .map(({ area, provider }) => ({
        value: area.id,
        label: m.contractActs.contractOf(area.name, provider.name),
      })),
});

/** An extension of the rules, whatever the area. */
export const extension: ContractActField = {
  kind: 'select',
  name: 'extension',
  options: ({ m, state }) =>
    (state.rules.term?.extensions ?? []).map((_, place) => ({
      value: String(place + 1),
      label: m.contractActs.extension(place + 1),
    })),
};

/** The extension that each area is to decide on next, also when its last day has passed: then it can be said that it is not extended. */
export const nextExtension: ContractActField = {
  kind: 'select',
  name: 'extension',
  options: ({ m, state, today }) =>
    contractsNow(state)
      .filter(({ ended }) => ended === null)
      .flatMap((contract): ActOption[] => {
        const periods = areaOverview(state, contract, today).term?.periods ?? [];
        const next = periods.find(({ status }) => status === 'open' || status === 'late');
        if (!next) return [];
        const { extension: number, from, until } = next;
        const { id, name } = contract.area;
        const label = m.contractActs.extensionOf(name, number, m.format.date(from), m.format.date(until));
        return [{ value: `${id} ${number}`, label }];
      }),
};

export const yesOrNo = (name: 'change' | 'extended' | 'consulted'): ContractActField => ({
  kind: 'choice',
  name,
  options: ({ m }) => [
    { value: 'yes', label: m.contractActs.answers[name].yes },
    { value: 'no', label: m.contractActs.answers[name].no },
  ],
});

export const step: ContractActField = {
  kind: 'choice',
  name: 'step',
  options: ({ m }) => TAKE_OVER_STEPS.map((value) => ({ value, label: m.following.continuity.steps[value] })),
};

export const person = (name: 'officer' | 'manager', ...roles: readonly Role[]): ContractActField => ({
  kind: 'select',
  name,
  options: ({ accounts }) =>
    accounts
      .list()
      .filter((one) => hasRole(one, ...roles) && !one.closed)
      .map((one) => ({ value: one.id, label: one.name })),
});

/** The dates of new norms, with the share that each asks. */
export const NORMS = [
  ['by', 'share'],
  ['by2', 'share2'],
  ['by3', 'share3'],
  ['by4', 'share4'],
] as const;
export const norms: readonly ContractActField[] = NORMS.flatMap(([by, share]): ContractActField[] => [
  { kind: 'date', name: by, optional: 'depends' },
  { kind: 'percentage', name: share, optional: 'depends' },
]);
export const community: ContractActField = { kind: 'percentage', name: 'community', optional: true };

/** Everything that was recorded and counts, the last first. */
export const entry: ContractActField = {
  kind: 'select',
  name: 'entry',
  options: ({ m, state }) =>
    state.entries
      .filter(({ seq }) => !state.withdrawn.has(seq))
      .toReversed()
      .map((one) => ({
        value: String(one.seq),
        label: m.contractActs.entry(m.contractLog.types[one.type], entrySubject(m, state, one), m.format.date(one.at)),
      })),
};
