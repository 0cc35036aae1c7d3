import { phasesAfter } from '../admission/procedure.ts';
import { propose, succeed } from '../succession.ts';
import type { DecisionEvent } from './events.ts';
import { decisionProcedure } from './procedure.ts';
import type { DecisionState } from './state.ts';
import { readDecisionOutcome } from './stored-outcome.ts';

/** The state after the first event, or undefined when a dossier cannot start with it. */
export function startDecision(dossier: string, event: DecisionEvent): DecisionState | undefined {
  if (event.type !== 'matrix-published') return undefined;
  const { title, rules, rulesSha256, officer, weighing, follows } = event.payload;
  return {
    dossier,
    version: event.seq,
    phase: 'weighing',
    title,
    rules,
    rulesSha256,
    officer,
    succession: null,
    follows: follows ?? null,
    weighing,
    weighingVersion: event.seq,
    chosen: null,
    chosenVersion: 0,
    signed: null,
    lastEventAt: event.at,
  };
}

/** Moves the state one event on, in place; checks nothing. */
export function evolveDecision(state: DecisionState, event: DecisionEvent): void {
  switch (event.type) {
    case 'log-format-changed':
    case 'matrix-published':
      break;
    case 'successor-proposed':
      propose(state, event.payload, event.actor);
      break;
    case 'officer-succeeded':
      succeed(state, event.payload.officer);
      break;
    case 'weighing-recorded':
      state.weighing = event.payload;
      state.weighingVersion = event.seq;
      // A choice was made under the weighing before; it has to be made again.
      state.chosen = null;
      state.chosenVersion = 0;
      break;
    case 'alternative-chosen':
      state.chosen = event.payload;
      state.chosenVersion = event.seq;
      break;
    case 'decision-signed':
      state.signed = {
        engine: event.payload.engine,
        outcome: readDecisionOutcome(event.payload.engine, event.payload.outcome),
        at: event.at,
      };
      break;
    default:
      event satisfies never;
  }
  state.phase = phasesAfter(decisionProcedure, event.type, { decision: state.phase }).decision ?? state.phase;
  state.version = event.seq;
  state.lastEventAt = event.at;
}
