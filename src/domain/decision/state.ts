import type { MatrixRules } from '../decision-matrix/rules.ts';
import type { DecisionOutcome } from './analyse.ts';
import type { DecisionEvent } from './events.ts';
import type { Weighing } from './weighing.ts';

/** The fold of the events of one decision. Only {@link evolveDecision} writes in it. */
export interface DecisionState {
  readonly dossier: string;
  version: number;
  phase: 'weighing' | 'signed';
  title: string;
  rules: MatrixRules;
  rulesSha256: string;
  officer: string;
  weighing: Weighing;
  /** The place of the last weighing and of the last choice: what their forms edit and send back. */
  weighingVersion: number;
  chosen: { readonly alternative: string; readonly reason: string | null } | null;
  chosenVersion: number;
  signed: { readonly engine: number; readonly outcome: DecisionOutcome; readonly at: string } | null;
  lastEventAt: string;
}

/** The state after the first event, or undefined when a dossier cannot start with it. */
export function startDecision(dossier: string, event: DecisionEvent): DecisionState | undefined {
  if (event.type !== 'matrix-published') return undefined;
  const { title, rules, rulesSha256, officer, weighing } = event.payload;
  return {
    dossier,
    version: event.seq,
    phase: 'weighing',
    title,
    rules,
    rulesSha256,
    officer,
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
    case 'matrix-published':
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
      state.phase = 'signed';
      state.signed = {
        engine: event.payload.engine,
        outcome: event.payload.outcome as unknown as DecisionOutcome,
        at: event.at,
      };
      break;
  }
  state.version = event.seq;
  state.lastEventAt = event.at;
}
