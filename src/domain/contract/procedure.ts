import { always, type Procedure, type Seen, since } from '../admission/procedure.ts';
import { FORMAT_CHANGED } from '../disclosure/format.ts';
import { INSTALLATION } from '../roles.ts';
import { proposerOf, successorIsAnother, successorWasProposed } from '../succession.ts';
import * as check from './checks.ts';
import { type ContractPayloads, ENTRY_TYPES } from './events.ts';
import type { ContractPhase, ContractState } from './state.ts';

/** Who takes part in following contracts, and in which state each may do what. */
export interface ContractShape {
  readonly state: ContractState;
  readonly payloads: ContractPayloads;
  /** `team`: the officer and the contract manager alike. */
  readonly capacity: 'officer' | 'team' | 'administrator' | 'installation';
  readonly reader: 'author' | 'officer' | 'manager' | 'committee' | 'auditor';
  readonly phases: { readonly contracts: ContractPhase };
  readonly moment: ContractPhase;
}

const seen: Seen<ContractShape> = {
  author: 'always',
  officer: 'always',
  manager: 'always',
  committee: 'always',
  auditor: 'always',
};
/** What was recorded is read whole: which entries count, and what the contracts are. */
const RECORDED = ['contracts-opened', 'entry-withdrawn', ...ENTRY_TYPES] as const;
const step = { since: 1, second: null, seen: { that: seen, what: seen }, opens: null } as const;
const whileFollowed: { readonly contracts: readonly ContractPhase[] } = { contracts: ['followed'] };
const byOfficer = { ...step, by: 'officer', during: whileFollowed } as const;
const byTeam = { ...step, by: 'team', during: whileFollowed } as const;

const byAdministrator = { ...step, since: 2, by: 'administrator', during: whileFollowed } as const;
/** From which it is known who leads and who manages, and who was proposed by whom. */
const PEOPLE = ['contracts-opened/person', 'people-changed/person', 'officer-succeeded/person'] as const;
const SUCCESSION = [
  'successor-proposed',
  'successor-proposed/person',
  'successor-proposed/actor',
  'officer-succeeded',
  'people-changed',
] as const;

export const contractProcedure: Procedure<ContractShape> = {
  version: 2,
  capacities: {
    officer: {
      role: 'procurement-officer',
      holds: (state, account) => state.officer === account,
      reads: PEOPLE,
      refusal: 'not-the-officer',
    },
    team: {
      role: null,
      holds: (state, account) => state.officer === account || state.manager === account,
      reads: PEOPLE,
      refusal: 'not-in-contract-team',
    },
    administrator: {
      role: 'administrator',
      // Who has that role stands in the dossier of the accounts; here it is never who takes part.
      holds: (state, account) => state.officer !== account && state.manager !== account,
      reads: PEOPLE,
      refusal: 'takes-part-otherwise',
    },
    installation: {
      role: null,
      holds: (_, account) => account === INSTALLATION,
      reads: [],
      refusal: 'not-the-installation',
    },
  },
  readers: {
    author: { roles: null },
    officer: { roles: ['procurement-officer'] },
    manager: { roles: ['contract-manager', 'procurement-officer'] },
    committee: { roles: ['committee-member'] },
    auditor: { roles: ['auditor'] },
  },
  phaseOf: ({ phase }) => ({ contracts: phase }),
  reached: (state, phase) => phase === 'followed' || state.phase === phase,
  codes: {
    alreadyOpened: 'already-published',
    neverOpened: 'contracts-not-opened',
    wrongState: { contracts: 'contracts-are-closed' },
  },
  steps: {
    [FORMAT_CHANGED]: { ...step, by: 'installation', during: { contracts: ['followed', 'closed'] }, checks: [] },
    'contracts-opened': {
      ...step,
      by: 'officer',
      during: 'opening',
      opens: { contracts: 'followed' },
      checks: [always(check.officerOpens, 'actor', 'contracts-opened/person')],
    },
    'people-changed': {
      ...step,
      by: 'team',
      during: { contracts: ['followed', 'closed'] },
      checks: [always(check.peopleChange, ...PEOPLE)],
    },
    'successor-proposed': { ...byAdministrator, checks: [since(2, successorIsAnother, ...PEOPLE)] },
    'officer-succeeded': {
      ...byAdministrator,
      second: { first: proposerOf, reads: SUCCESSION },
      checks: [since(2, successorWasProposed, ...SUCCESSION), since(2, successorIsAnother, ...PEOPLE)],
    },
    'contract-added': { ...byOfficer, checks: [always(check.contractCanBeAdded, ...RECORDED)] },
    'contract-signed': { ...byTeam, checks: [always(check.contractCanBeSigned, ...RECORDED)] },
    'contract-changed': { ...byTeam, checks: [always(check.contractCanChange, ...RECORDED)] },
    'contract-ended': { ...byOfficer, checks: [always(check.contractCanEnd, ...RECORDED)] },
    'budget-set': { ...byOfficer, checks: [always(check.budgetCanBeSet, ...RECORDED)] },
    'index-recorded': { ...byTeam, checks: [always(check.indexCanBeRecorded, ...RECORDED)] },
    'figures-recorded': {
      ...byTeam,
      checks: [always(check.figuresCanBeRecorded, ...RECORDED), since(2, check.quarterIsWithinTerm, ...RECORDED)],
    },
    'growth-path-considered': { ...byOfficer, checks: [always(check.normsCanBeConsidered, ...RECORDED)] },
    'deciding-agreed': { ...byOfficer, checks: [always(check.decidingCanBeAgreed, ...RECORDED)] },
    'extension-decided': { ...byOfficer, checks: [always(check.extensionCanBeDecided, ...RECORDED)] },
    'take-over-recorded': { ...byTeam, checks: [always(check.takeOverCanBeRecorded, ...RECORDED)] },
    'year-evaluated': { ...byTeam, checks: [always(check.yearCanBeEvaluated, ...RECORDED)] },
    'entry-withdrawn': { ...byTeam, checks: [always(check.entryCanBeWithdrawn, ...RECORDED)] },
    'dossier-closed': { ...byOfficer, opens: { contracts: 'closed' }, checks: [] },
    'dossier-reopened': {
      ...byOfficer,
      during: { contracts: ['closed'] },
      opens: { contracts: 'followed' },
      checks: [],
    },
  },
};
