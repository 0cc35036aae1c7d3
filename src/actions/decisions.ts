import { analyse, DECISION_ENGINE, type DecisionOutcome } from '../domain/decision/analyse.ts';
import { admitDecision, type DecisionCommand, decideDecision } from '../domain/decision/decide.ts';
import { type DecisionEvent, decisionEvents } from '../domain/decision/events.ts';
import { evolveDecision, startDecision } from '../domain/decision/evolve.ts';
import { decisionProcedure } from '../domain/decision/procedure.ts';
import type { DecisionState } from '../domain/decision/state.ts';
import { readDecisionOutcome } from '../domain/decision/stored-outcome.ts';
import { matrixOf } from '../domain/decision-matrix/rules.ts';
import type { Storage } from '../storage/database.ts';
import type { AuditedKind } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** The dossiers of contract-model decisions, and how they are audited. */
export const decisionKind: AuditedKind<DecisionState, DecisionEvent, DecisionCommand, DecisionOutcome> = {
  prefix: 'decision-',
  admission: decisionProcedure.version,
  toEvent: (body) => readEvent(decisionEvents, body),
  start: startDecision,
  evolve: evolveDecision,
  decide: decideDecision,
  admit: admitDecision,
  read: ({ engine, outcome }) => readDecisionOutcome(engine, outcome),
  stored: (event) => (event.type === 'decision-signed' ? event.payload : undefined),
  engines: { [DECISION_ENGINE]: (state) => analyse(matrixOf(state.rules), state.weighing) },
};

export type Decisions = Shelf<DecisionState, DecisionCommand>;

export const createDecisions = (storage: Storage, clock: Clock): Decisions => createShelf(decisionKind, storage, clock);
