import { phasesAfter } from '../admission/procedure.ts';
import { propose, succeed } from '../succession.ts';
import type { PlanEvent } from './events.ts';
import { planProcedure } from './procedure.ts';
import type { PlanState } from './state.ts';

/** The state after the first event, or undefined when a dossier cannot start with it. */
export function startPlan(dossier: string, event: PlanEvent): PlanState | undefined {
  if (event.type !== 'plan-opened') return undefined;
  const { title, year, officer, model, modelSha256, note, follows } = event.payload;
  return {
    dossier,
    version: event.seq,
    phase: 'drafting',
    title,
    year,
    model,
    modelSha256,
    note,
    follows: follows ?? null,
    openedOn: event.at,
    officer,
    succession: null,
    entries: [],
    withdrawn: new Map(),
    adopted: null,
    changedVersion: event.seq,
    lastEventAt: event.at,
  };
}

/** Moves the state one event on, in place; checks nothing. */
export function evolvePlan(state: PlanState, event: PlanEvent): void {
  switch (event.type) {
    case 'log-format-changed':
    case 'plan-opened':
    case 'dossier-closed':
      break;
    case 'officer-changed':
    case 'officer-succeeded':
      succeed(state, event.payload.officer);
      break;
    case 'successor-proposed':
      propose(state, event.payload, event.actor);
      break;
    case 'service-planned':
    case 'phase-planned':
    case 'moment-planned':
      state.entries.push(event);
      state.changedVersion = event.seq;
      break;
    case 'entry-withdrawn': {
      const { seq, reason } = event.payload;
      state.withdrawn.set(seq, { seq: event.seq, at: event.at, by: event.actor, reason });
      state.changedVersion = event.seq;
      break;
    }
    case 'plan-adopted':
      state.adopted = { seq: event.seq, ...event.payload };
      break;
    case 'dossier-reopened':
      state.changedVersion = event.seq;
      break;
    default:
      event satisfies never;
  }
  state.phase = phasesAfter(planProcedure, event.type, { plan: state.phase }).plan ?? state.phase;
  state.version = event.seq;
  state.lastEventAt = event.at;
}
