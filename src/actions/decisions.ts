import { analyse, DECISION_ENGINE, type DecisionOutcome } from '../domain/decision/analyse.ts';
import { type DecisionCommand, decideDecision } from '../domain/decision/decide.ts';
import { decisionEvents } from '../domain/decision/events.ts';
import { evolveDecision, startDecision } from '../domain/decision/evolve.ts';
import { decisionListing } from '../domain/decision/listing.ts';
import { decisionParts } from '../domain/decision/parts.ts';
import { type DecisionShape, decisionProcedure } from '../domain/decision/procedure.ts';
import type { DecisionState } from '../domain/decision/state.ts';
import { readDecisionOutcome } from '../domain/decision/stored-outcome.ts';
import { matrixOf } from '../domain/decision-matrix/rules.ts';
import type { Storage } from '../storage/database.ts';
import type { AuditedKind } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** The dossiers of contract-model decisions, and how they are audited. */
export const decisionKind: AuditedKind<DecisionShape, DecisionState, DecisionCommand, DecisionOutcome> = {
  prefix: 'decision-',
  admission: decisionProcedure.version,
  procedure: decisionProcedure,
  parts: decisionParts,
  toEvent: (event) => readEvent(decisionEvents, event),
  unopened: null,
  start: startDecision,
  evolve: evolveDecision,
  decide: decideDecision,
  listed: { kind: 'decision', of: decisionListing },
  partsSince: decisionProcedure.steps['log-format-changed'].since,
  outcomes: ['decision-signed'],
  stored: (event) => (event.type === 'decision-signed' ? event.payload : undefined),
  computedFrom: () => ['matrix-published', 'weighing-recorded'],
  engines: {
    [DECISION_ENGINE]: {
      compute: (state) => analyse(matrixOf(state.rules), state.weighing),
      read: (outcome) => readDecisionOutcome(DECISION_ENGINE, outcome),
      comparable: (outcome) => outcome,
      // It gives no proof: all of its outcome is computed again.
      fault: null,
    },
  },
  follows: ({ follows }) => (follows ? [follows] : []),
  ownPoints: null,
  editions: ['committee', 'public'],
  awarded: () => new Set(),
  rules: { of: (state) => [state], published: ({ matrices }) => matrices },
};

export type Decisions = Shelf<DecisionState, DecisionCommand>;

export const createDecisions = (storage: Storage, clock: Clock, room?: number): Decisions =>
  createShelf(decisionKind, storage, clock, room);
