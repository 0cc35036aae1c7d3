import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/config.ts';
import { admitBy, maySee, refusalOfStep } from '../../../src/domain/admission/procedure.ts';
import { decideContracts } from '../../../src/domain/contract/decide.ts';
import { type ContractEventType, contractEvents } from '../../../src/domain/contract/events.ts';
import { contractProcedure } from '../../../src/domain/contract/procedure.ts';
import type { ContractState } from '../../../src/domain/contract/state.ts';
import type { ErrorCode } from '../../../src/domain/errors.ts';
import { INSTALLATION } from '../../../src/domain/roles.ts';
import { contractDossier, contractFor, GON } from '../../support/contract-dossier.ts';
import { refusalOf } from '../../support/refusal.ts';

/** Every event in every state by everybody: refused to who may not, refused when it is not its time, each with the error of its own. */

const PEOPLE = ['officer', 'manager', 'administrator', INSTALLATION] as const;
type Person = (typeof PEOPLE)[number];
const TYPES = Object.keys(contractEvents) as ContractEventType[];

const reason = 'Zoals besproken.';
const STATES: Readonly<Record<string, () => ContractState>> = {
  followed: () => contractDossier().state(),
  closed: () => {
    const { say, state } = contractDossier();
    say({ type: 'dossier-closed', payload: { reason } });
    return state();
  },
  reopened: () => {
    const { say, state } = contractDossier();
    say({ type: 'dossier-closed', payload: { reason } });
    say({ type: 'dossier-reopened', payload: { reason } });
    return state();
  },
};

const OF_OFFICER: readonly ContractEventType[] = [
  'contract-added',
  'contract-ended',
  'budget-set',
  'growth-path-considered',
  'deciding-agreed',
  'extension-decided',
  'dossier-closed',
  'dossier-reopened',
];

/** What is said to a person, written down by hand. */
function expected(name: string, type: ContractEventType, person: Person): ErrorCode | undefined {
  if (type === 'contracts-opened') return 'already-published';
  if (type === 'log-format-changed') return person === INSTALLATION ? undefined : 'not-the-installation';
  // An administrator is who takes no part.
  if (type === 'successor-proposed' || type === 'officer-succeeded') {
    if (person === 'officer' || person === 'manager') return 'takes-part-otherwise';
    return name === 'closed' ? 'contracts-are-closed' : undefined;
  }
  if (OF_OFFICER.includes(type)) {
    if (person !== 'officer') return 'not-the-officer';
  } else if (person !== 'officer' && person !== 'manager') return 'not-in-contract-team';
  const closed = name === 'closed';
  if (type === 'people-changed') return undefined;
  if (type === 'dossier-reopened') return closed ? undefined : 'contracts-are-closed';
  return closed ? 'contracts-are-closed' : undefined;
}

describe.each(Object.entries(STATES))('contracts in the state %s', (name, make) => {
  const state = make();
  it.each(TYPES)('%s', (type) => {
    for (const person of PEOPLE) {
      const refused = refusalOfStep(contractProcedure, state, person, type);
      expect([person, refused?.code]).toEqual([person, expected(name, type, person)]);
    }
  });
});

describe('contracts that were not opened', () => {
  it('are opened by who will lead them, and nothing else can happen', () => {
    const admitted = (actor: string) =>
      refusalOf(() =>
        admitBy(contractProcedure, undefined, actor, { type: 'contract-added', payload: contractFor('west') }),
      );
    expect(admitted('officer')).toBe('contracts-not-opened');
    const opening = {
      title: 'Proef',
      rules: GON,
      rulesSha256: '0'.repeat(64),
      officer: 'officer',
      manager: 'manager',
      fictional: true,
    };
    const opened = (actor: string) =>
      refusalOf(() => decideContracts(undefined, actor, { type: 'open-contracts', opening, contracts: [] }));
    expect([opened('officer'), opened('manager')]).toEqual([undefined, 'not-the-officer']);
  });
});

describe('what is seen of contracts', () => {
  it.each(TYPES)('is all that was recorded, from the start, by everybody who follows them: %s', (type) => {
    const state = contractDossier().state();
    for (const reader of ['officer', 'manager', 'committee', 'auditor'] as const) {
      expect(maySee(contractProcedure, state, reader, contractProcedure.steps[type].seen.what)).toBe(true);
    }
  });
});

describe('what undoes or corrects an event of contracts', () => {
  const rows = [
    ...readFileSync(join(projectRoot(), 'docs', 'events.md'), 'utf8')
      .split('## The dossier of contracts')[1]!
      .split('\n## ')[0]!
      .matchAll(/^\| `([a-z-]+)` \|.*\| ([^|]+) \|$/gm),
  ].map(([, type, undone]) => [type!, undone!] as const);

  it.each(rows)('stands in docs/events.md for %s, by an event that there is, or why nothing does', (_, undone) => {
    const named = [...undone.matchAll(/`([a-z-]+)`/g)].map(([, type]) => type!);
    for (const type of named) expect(TYPES).toContain(type);
    expect(named.length > 0 || /^nothing: \S.{10,}/.test(undone)).toBe(true);
  });

  it('stands there for every event', () => {
    expect(rows.map(([type]) => type)).toEqual(Object.keys(contractProcedure.steps));
  });
});
