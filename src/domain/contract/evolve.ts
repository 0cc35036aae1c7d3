import { phasesAfter } from '../admission/procedure.ts';
import { propose, succeed } from '../succession.ts';
import type { ContractEvent } from './events.ts';
import { contractProcedure } from './procedure.ts';
import type { ContractState } from './state.ts';

/** The state after the first event, or undefined when a dossier cannot start with it. */
export function startContracts(dossier: string, event: ContractEvent): ContractState | undefined {
  if (event.type !== 'contracts-opened') return undefined;
  const { title, rules, rulesSha256, fictional, follows, officer, manager } = event.payload;
  return {
    dossier,
    version: event.seq,
    phase: 'followed',
    title,
    rules,
    rulesSha256,
    fictional,
    follows: follows ?? null,
    openedAt: event.at,
    officer,
    manager,
    succession: null,
    entries: [],
    withdrawn: new Map(),
    lastEventAt: event.at,
  };
}

/** Moves the state one event on, in place; checks nothing. */
export function evolveContracts(state: ContractState, event: ContractEvent): void {
  switch (event.type) {
    case 'log-format-changed':
    case 'contracts-opened':
    case 'dossier-closed':
    case 'dossier-reopened':
      break;
    case 'people-changed':
      succeed(state, event.payload.officer);
      state.manager = event.payload.manager;
      break;
    case 'successor-proposed':
      propose(state, event.payload, event.actor);
      break;
    case 'officer-succeeded':
      succeed(state, event.payload.officer);
      break;
    case 'entry-withdrawn': {
      const { seq, reason } = event.payload;
      state.withdrawn.set(seq, { seq: event.seq, at: event.at, by: event.actor, reason });
      break;
    }
    case 'contract-added':
    case 'contract-signed':
    case 'contract-changed':
    case 'contract-ended':
    case 'budget-set':
    case 'index-recorded':
    case 'figures-recorded':
    case 'growth-path-considered':
    case 'extension-decided':
    case 'deciding-agreed':
    case 'take-over-recorded':
    case 'year-evaluated':
      state.entries.push(event);
      break;
    default:
      event satisfies never;
  }
  state.phase = phasesAfter(contractProcedure, event.type, { contracts: state.phase }).contracts ?? state.phase;
  state.version = event.seq;
  state.lastEventAt = event.at;
}
