import { requireNotAhead } from '../domain/contract/dates-ahead.ts';
import { type ContractCommand, decideContracts } from '../domain/contract/decide.ts';
import { CONTRACT_ENGINE, evaluateYear, readYearOutcome, type YearOutcome } from '../domain/contract/evaluate-year.ts';
import { contractEvents, ENTRY_TYPES } from '../domain/contract/events.ts';
import { evolveContracts, startContracts } from '../domain/contract/evolve.ts';
import { contractListing } from '../domain/contract/listing.ts';
import { contractParts } from '../domain/contract/parts.ts';
import { type ContractShape, contractProcedure } from '../domain/contract/procedure.ts';
import type { ContractState } from '../domain/contract/state.ts';
import { DomainError } from '../domain/errors.ts';
import type { Storage } from '../storage/database.ts';
import type { AuditedKind } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** The dossiers of contracts, and how they are audited. */
export const contractKind: AuditedKind<ContractShape, ContractState, ContractCommand, YearOutcome> = {
  prefix: 'contract-',
  admission: contractProcedure.version,
  procedure: contractProcedure,
  parts: contractParts,
  toEvent: (event) => {
    const read = readEvent(contractEvents, event);
    requireNotAhead(read);
    return read;
  },
  unopened: null,
  start: startContracts,
  evolve: evolveContracts,
  decide: decideContracts,
  listed: { kind: 'contract', of: contractListing },
  partsSince: 1,
  outcomes: ['year-evaluated'],
  stored: (event) => (event.type === 'year-evaluated' ? event.payload : undefined),
  computedFrom: () => ['contracts-opened', 'entry-withdrawn', ...ENTRY_TYPES],
  engines: {
    [CONTRACT_ENGINE]: {
      // Which area and year it is about stands in what was stored; that it is the one of the evaluation was asked when that was admitted.
      compute: (state, { outcome }) => {
        const stored = readYearOutcome(outcome);
        if (!stored) throw new DomainError('outcome-unreadable');
        return evaluateYear(state, stored.area, stored.year);
      },
      read: readYearOutcome,
      comparable: (outcome) => outcome,
      // It gives no proof: all of it is computed again.
      fault: null,
    },
  },
  follows: ({ follows }) => (follows ? [follows] : []),
  ownPoints: null,
  editions: ['committee', 'public'],
  awarded: () => new Set(),
  rules: { of: (state) => [state], published: ({ contracts }) => contracts },
};

export type Contracts = Shelf<ContractState, ContractCommand>;

export const createContracts = (storage: Storage, clock: Clock, room?: number): Contracts =>
  createShelf(contractKind, storage, clock, room);
