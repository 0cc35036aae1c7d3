import { canonicalJson } from '../chain/canonical.ts';
import { type EventBody, readChain } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import { ENGINE, evaluate, type Outcome } from '../domain/evaluation/evaluate.ts';
import { admit } from '../domain/tender/admit.ts';
import { evaluationInputOf, evolve, startState, type TenderState } from '../domain/tender/state.ts';
import type { Storage } from '../storage/database.ts';
import { toTenderEvent } from './tender-events.ts';

export interface TenderAudit {
  readonly state: TenderState;
  /** The stored outcome beside the one that was computed just now from the stored inputs; null while nothing was awarded. */
  readonly reRun: null | {
    readonly engine: number;
    readonly stored: Outcome;
    readonly recomputed: Outcome;
    readonly identical: boolean;
  };
}

/**
 * Proves the log of a stored tender and replays it.
 * @throws DomainError `chain-broken`, `unknown-dossier`, and what {@link auditTender} throws
 */
export function auditStoredTender(
  storage: Storage,
  dossier: string,
): { readonly audit: TenderAudit; readonly head: string; readonly events: number } {
  const stored = storage.events.since(dossier, 0);
  const { events, head } = readChain(stored.map(({ body }) => body));
  if (stored[stored.length - 1]?.hash !== head) {
    throw new DomainError('chain-broken', { seq: stored.length, why: 'previous-hash' });
  }
  return { audit: auditTender(dossier, events), head, events: events.length };
}

/**
 * Replays a dossier: asks of every event whether it was allowed at its moment, and computes every stored outcome again.
 * The chain itself must have been read (and so proven) before.
 * @throws DomainError `event-not-allowed` with the sequence number and the broken rule, `event-invalid`, `unknown-engine`
 */
export function auditTender(dossier: string, events: readonly EventBody[]): TenderAudit {
  let state: TenderState | undefined;
  let reRun: TenderAudit['reRun'] = null;
  for (const body of events) {
    const event = toTenderEvent(body);
    try {
      admit(state, event.actor, event);
      if (event.type === 'award-computed') {
        reRun = compareOutcomes(event.payload.engine, event.payload.outcome, recompute(state!, event.payload.engine));
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('event-not-allowed', { seq: event.seq, rule: error.code, details: error.details });
    }
    if (state) evolve(state, event);
    else if (event.type === 'rules-published') state = startState(dossier, event);
  }
  if (!state) throw new DomainError('unknown-dossier', { dossier });
  return { state, reRun };
}

/** Every engine that ever stored an outcome stays here, so that old dossiers re-run for ever. */
function recompute(state: TenderState, engine: number): Outcome {
  if (engine === ENGINE) return evaluate(evaluationInputOf(state));
  throw new DomainError('unknown-engine', { engine });
}

function compareOutcomes(engine: number, stored: unknown, recomputed: Outcome): TenderAudit['reRun'] {
  return {
    engine,
    stored: stored as Outcome,
    recomputed,
    identical: canonicalJson(stored) === canonicalJson(recomputed),
  };
}
