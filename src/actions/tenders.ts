import type { EventBody } from '../chain/chain.ts';
import { checkAward } from '../domain/evaluation/check-award.ts';
import { asEngine1 } from '../domain/evaluation/engine-1.ts';
import { ENGINE, evaluate, type Outcome } from '../domain/evaluation/evaluate.ts';
import { admit } from '../domain/tender/admit.ts';
import { decide, suggesting, type TenderCommand } from '../domain/tender/decide.ts';
import { type TenderEvent, tenderEvents } from '../domain/tender/events.ts';
import { evaluationInputOf, evolve, startState, type TenderState } from '../domain/tender/state.ts';
import type { Storage } from '../storage/database.ts';
import { type Audit, type AuditedKind, auditDossier } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** The dossiers of tenders, and how they are audited. */
export const tenderKind: AuditedKind<TenderState, TenderEvent, TenderCommand, Outcome> = {
  prefix: 'tender-',
  toEvent: (body) => readEvent(tenderEvents, body) as TenderEvent,
  start: (dossier, event) => (event.type === 'rules-published' ? startState(dossier, event) : undefined),
  evolve,
  decide,
  admit,
  stored: (event) => (event.type === 'award-computed' ? event.payload : undefined),
  comparable: withoutCertificate,
  fault: (state, outcome) => (outcome.engine === ENGINE ? checkAward(evaluationInputOf(state), outcome) : null),
  engines: {
    1: (state) => asEngine1(evaluate(evaluationInputOf(state))) as Outcome,
    [ENGINE]: (state, { suggestion }) => evaluate(evaluationInputOf(state), suggesting(suggestion)),
  },
};

/** The outcome without the certificate of its award: other prices can prove the same division. */
function withoutCertificate(outcome: unknown): unknown {
  const { award } = outcome as Partial<Outcome>;
  if (award?.proof?.kind !== 'optimal') return outcome;
  return { ...(outcome as Outcome), award: { ...award, proof: { kind: 'optimal' } } };
}

export type Tenders = Shelf<TenderState, TenderCommand>;

export const createTenders = (storage: Storage, clock: Clock): Tenders => createShelf(tenderKind, storage, clock);

export type TenderAudit = Audit<TenderState, Outcome>;

/** Replays the dossier of a tender whose chain was read; see {@link auditDossier}. */
export const auditTender = (dossier: string, events: readonly EventBody[]): TenderAudit =>
  auditDossier(tenderKind, dossier, events);
