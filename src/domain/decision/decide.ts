import { admitBy, type EventOf } from '../admission/procedure.ts';
import { type MatrixRules, matrixOf } from '../decision-matrix/rules.ts';
import { DomainError } from '../errors.ts';
import type { Link } from '../link.ts';
import { analyse, DECISION_ENGINE } from './analyse.ts';
import type { DecisionEventType, NewDecisionEvent } from './events.ts';
import { type DecisionShape, decisionProcedure } from './procedure.ts';
import type { DecisionState } from './state.ts';
import type { Weighing } from './weighing.ts';

/** What a person wants to do with a decision. `version` is that of the thing the form edits. */
export type DecisionCommand =
  | {
      readonly type: 'publish-matrix';
      readonly title: string;
      readonly rules: MatrixRules;
      readonly rulesSha256: string;
      readonly officer: string;
      readonly weighing: Weighing;
      readonly follows?: Link;
    }
  | { readonly type: 'record-weighing'; readonly weighing: Weighing; readonly version: number }
  | {
      readonly type: 'choose-alternative';
      readonly alternative: string;
      readonly reason: string | null;
      readonly version: number;
    }
  | { readonly type: 'sign-decision' }
  /** Events that are said as they are; all of them, or none. */
  | { readonly type: 'say'; readonly events: readonly NewDecisionEvent[] };

/** @throws DomainError the broken rule; `stale` when the thing that the form edits has changed since */
export function decideDecision(
  state: DecisionState | undefined,
  actor: string,
  command: DecisionCommand,
): NewDecisionEvent[] {
  const events = eventsFor(state, command);
  for (const event of events) admitDecision(state, actor, event);
  return events;
}

function eventsFor(state: DecisionState | undefined, command: DecisionCommand): NewDecisionEvent[] {
  switch (command.type) {
    case 'publish-matrix': {
      const { type: _, ...payload } = command;
      return [{ type: 'matrix-published', payload }];
    }
    case 'record-weighing':
      fresh(command.version, state?.weighingVersion);
      return [{ type: 'weighing-recorded', payload: command.weighing }];
    case 'choose-alternative':
      fresh(command.version, state?.chosenVersion);
      return [{ type: 'alternative-chosen', payload: { alternative: command.alternative, reason: command.reason } }];
    case 'sign-decision': {
      if (!state) throw new DomainError('matrix-not-published');
      const outcome = analyse(matrixOf(state.rules), state.weighing);
      const stored = JSON.parse(JSON.stringify(outcome));
      return [{ type: 'decision-signed', payload: { engine: DECISION_ENGINE, outcome: stored } }];
    }
    case 'say':
      return [...command.events];
    default:
      return command satisfies never;
  }
}

/**
 * The business rules of a decision, once: asked of every new event, and again of every stored one by the audit.
 * @param version of the procedure under which the event was admitted; that of now for a new one
 * @throws DomainError with the rule that is broken
 */
const admitDecision = <T extends DecisionEventType>(
  state: DecisionState | undefined,
  actor: string,
  event: EventOf<DecisionShape, T>,
  version?: number,
): void => admitBy(decisionProcedure, state, actor, event, version);

function fresh(version: number, current: number | undefined): void {
  if (current !== undefined && version !== current) throw new DomainError('stale', { version, current });
}
