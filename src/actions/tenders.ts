import type { EventBody } from '../chain/chain.ts';
import { checkAward } from '../domain/evaluation/check-award.ts';
import { asEngine1 } from '../domain/evaluation/engine-1.ts';
import { evaluate } from '../domain/evaluation/evaluate.ts';
import { readOutcome, type StoredOutcome } from '../domain/evaluation/stored-outcome.ts';
import { admit } from '../domain/tender/admit.ts';
import { decide, suggesting, type TenderCommand } from '../domain/tender/decide.ts';
import { type TenderEvent, tenderEvents } from '../domain/tender/events.ts';
import { evolve, startState } from '../domain/tender/evolve.ts';
import { tenderProcedure } from '../domain/tender/procedure.ts';
import { evaluationInputOf, type TenderState } from '../domain/tender/state.ts';
import type { Storage } from '../storage/database.ts';
import { type Audit, type AuditedKind, auditDossier } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** An outcome that an event of a tender stores, with the engine that computed it. */
export type StoredAward = Exclude<StoredOutcome, { engine: 'unreadable' }>;

/** The dossiers of tenders, and how they are audited. */
export const tenderKind: AuditedKind<TenderState, TenderEvent, TenderCommand, StoredAward> = {
  prefix: 'tender-',
  admission: tenderProcedure.version,
  toEvent: (body) => readEvent(tenderEvents, body),
  start: (dossier, event) => (event.type === 'rules-published' ? startState(dossier, event) : undefined),
  evolve,
  decide,
  admit,
  stored: (event) => (event.type === 'award-computed' ? event.payload : undefined),
  read: ({ engine, outcome }) => {
    const read = readOutcome(engine, outcome);
    return read.engine === 'unreadable' ? null : read;
  },
  comparable: withoutCertificate,
  fault: (state, stored) => (stored.engine === 2 ? checkAward(evaluationInputOf(state), stored.outcome) : null),
  engines: {
    1: (state) => asEngine1(evaluate(evaluationInputOf(state))),
    2: (state, { suggestion }) => evaluate(evaluationInputOf(state), suggesting(suggestion)),
  },
};

/** The outcome without the certificate of its award: other prices can prove the same division. */
function withoutCertificate({ engine, outcome }: StoredAward): unknown {
  if (engine === 1 || outcome.award.proof?.kind !== 'optimal') return outcome;
  return { ...outcome, award: { ...outcome.award, proof: { kind: 'optimal' } } };
}

export type Tenders = Shelf<TenderState, TenderCommand>;

export const createTenders = (storage: Storage, clock: Clock): Tenders => createShelf(tenderKind, storage, clock);

export type TenderAudit = Audit<TenderState, StoredAward>;

/** Replays the dossier of a tender whose chain was read; see {@link auditDossier}. */
export const auditTender = (dossier: string, events: readonly EventBody[]): TenderAudit =>
  auditDossier(tenderKind, dossier, events);
