import { type MatrixRules, matrixOf } from '../decision-matrix/rules.ts';
import { DomainError } from '../errors.ts';
import { analyse, DECISION_ENGINE } from './analyse.ts';
import type { NewDecisionEvent } from './events.ts';
import type { DecisionState } from './state.ts';
import { applyWeighing, type Weighing } from './weighing.ts';

/** What a person wants to do with a decision. `version` is that of the thing the form edits. */
export type DecisionCommand =
  | {
      readonly type: 'publish-matrix';
      readonly title: string;
      readonly rules: MatrixRules;
      readonly rulesSha256: string;
      readonly officer: string;
      readonly weighing: Weighing;
    }
  | { readonly type: 'record-weighing'; readonly weighing: Weighing; readonly version: number }
  | {
      readonly type: 'choose-alternative';
      readonly alternative: string;
      readonly reason: string | null;
      readonly version: number;
    }
  | { readonly type: 'sign-decision' };

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
  }
}

/**
 * The business rules of a decision, once: asked of every new event, and again of every stored one by the audit.
 * @throws DomainError with the rule that is broken
 */
export function admitDecision(state: DecisionState | undefined, actor: string, event: NewDecisionEvent): void {
  if (event.type === 'matrix-published') {
    if (state) throw new DomainError('already-published');
    if (actor !== event.payload.officer) throw new DomainError('not-the-officer', { actor });
    applyWeighing(matrixOf(event.payload.rules), event.payload.weighing);
    requirePurchaseKind(event.payload.rules, event.payload.weighing);
    return;
  }
  if (!state) throw new DomainError('matrix-not-published');
  if (actor !== state.officer) throw new DomainError('not-the-officer', { actor });
  if (state.phase === 'signed') throw new DomainError('decision-is-signed');

  switch (event.type) {
    case 'weighing-recorded':
      applyWeighing(matrixOf(state.rules), event.payload);
      requirePurchaseKind(state.rules, event.payload);
      return;
    case 'alternative-chosen': {
      const { alternative, reason } = event.payload;
      const outcome = analyse(matrixOf(state.rules), state.weighing);
      if (!outcome.alternatives.some((one) => one.alternative === alternative)) {
        throw new DomainError('unknown-alternative', { alternative });
      }
      const first = outcome.winners.length === 1 && outcome.winners[0] === alternative;
      if (!first && reason === null) throw new DomainError('choice-needs-reason', { alternative });
      return;
    }
    case 'decision-signed':
      if (!state.chosen) throw new DomainError('nothing-chosen');
      if (event.payload.engine !== DECISION_ENGINE) {
        throw new DomainError('unknown-engine', { engine: event.payload.engine });
      }
      return;
  }
}

function requirePurchaseKind(rules: MatrixRules, { purchaseKind }: Weighing): void {
  if (purchaseKind !== null && !rules.purchaseKinds.some((kind) => kind.id === purchaseKind)) {
    throw new DomainError('unknown-purchase-kind', { purchaseKind });
  }
}

function fresh(version: number, current: number | undefined): void {
  if (current !== undefined && version !== current) throw new DomainError('stale', { version, current });
}
