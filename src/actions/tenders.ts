import { type ChainEvent, isCommittedEvent } from '../chain/chain.ts';
import { partValue } from '../chain/parts-text.ts';
import type { Piece } from '../domain/disclosure/payload.ts';
import { checkAward } from '../domain/evaluation/check-award.ts';
import { asEngine1 } from '../domain/evaluation/engine-1.ts';
import { evaluate } from '../domain/evaluation/evaluate.ts';
import { readOutcome, type StoredOutcome } from '../domain/evaluation/stored-outcome.ts';
import { middleCriteria } from '../domain/scoring/middle-score.ts';
import { decide, suggesting, type TenderCommand } from '../domain/tender/decide.ts';
import { evaluationInputOf } from '../domain/tender/evaluation-input.ts';
import { evolve, startState } from '../domain/tender/evolve.ts';
import { tenderListing } from '../domain/tender/listing.ts';
import { type OwnPoints, recomputeOwnPoints } from '../domain/tender/own-points.ts';
import { tenderParts } from '../domain/tender/parts.ts';
import { type TenderShape, tenderProcedure } from '../domain/tender/procedure.ts';
import { tenderEvents } from '../domain/tender/state/events.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import type { Storage } from '../storage/database.ts';
import type { Audit, AuditedKind, Engine } from './audit.ts';
import { readEvent } from './read-event.ts';
import { type Clock, createShelf, type Shelf } from './shelf.ts';

/** An outcome that an event of a tender stores, with the engine that computed it. */
export type StoredAward = Exclude<StoredOutcome, { engine: 'unreadable' }>;

type AwardEngine<E extends StoredAward['engine']> = Engine<TenderState, Extract<StoredAward, { engine: E }>>;

/** An engine that is forgotten does not compile, nor one of which it is not said who checks its proofs. */
const engines: { readonly [E in StoredAward['engine']]: AwardEngine<E> } = {
  1: {
    compute: (state) => asEngine1(evaluate(evaluationInputOf(state, 2))),
    read: (outcome) => {
      const read = readOutcome(1, outcome);
      return read.engine === 1 ? read : null;
    },
    comparable: (stored) => stored,
    // It gave no proof: all of its outcome is computed again.
    fault: null,
  },
  2: {
    compute: (state, { suggestion }) => evaluate(evaluationInputOf(state, 2), suggesting(suggestion)),
    read: (outcome) => {
      const read = readOutcome(2, outcome);
      return read.engine === 2 ? read : null;
    },
    comparable: withoutCertificate,
    fault: (state, { outcome }) => checkAward(evaluationInputOf(state, 2), outcome),
  },
  3: {
    compute: (state, { suggestion }) => evaluate(evaluationInputOf(state), suggesting(suggestion)),
    read: (outcome) => {
      const read = readOutcome(3, outcome);
      return read.engine === 3 ? read : null;
    },
    comparable: withoutCertificate,
    fault: (state, { outcome }) => checkAward(evaluationInputOf(state), outcome),
  },
};

/** The dossiers of tenders, and how they are audited. */
export const tenderKind: AuditedKind<TenderShape, TenderState, TenderCommand, StoredAward> = {
  prefix: 'tender-',
  admission: tenderProcedure.version,
  procedure: tenderProcedure,
  parts: tenderParts,
  toEvent: (event) => readEvent(tenderEvents, event),
  unopened: null,
  start: (dossier, event) => (event.type === 'rules-published' ? startState(dossier, event) : undefined),
  evolve,
  decide,
  listed: { kind: 'tender', of: tenderListing },
  partsSince: tenderProcedure.steps['log-format-changed'].since,
  outcomes: ['award-computed'],
  stored: (event) => (event.type === 'award-computed' ? event.payload : undefined),
  computedFrom: ({ rules }) => [
    'rules-published',
    'rules-amended',
    'bid-registered',
    'bid-corrected',
    'bid-struck',
    'consensus-recorded',
    'price-recorded',
    'price-sealed',
    'price-corrected',
    'prices-opened',
    'bid-set-aside',
    'bid-reinstated',
    'draw-recorded',
    'lot-fixed',
    'lot-unfixed',
    'lot-withdrawn',
    'lot-reopened',
    'consensus-opened',
    'quality-closed',
    'quality-reopened',
    'round-consensus-opened',
    'round-closed',
    'round-opened',
    'bid-reassessed',
    'round-annulled',
    'round-restored',
    // Where the mean or the median counts, so does what each assessor found.
    ...(middleCriteria(rules).size > 0
      ? ([
          'assessment-submitted',
          'assessment-submitted/actor',
          'assessor-released',
          'assessor-released/person',
          'conflict-found',
          'conflict-found/person',
        ] as const)
      : []),
  ],
  engines: engines as Readonly<Record<number, Engine<TenderState, StoredAward>>>,
  follows: ({ decision }) => (decision ? [{ dossier: decision.dossier, seq: null, hash: decision.head }] : []),
  ownPoints: ownPointsIn,
  editions: ['committee', 'bidder', 'public'],
  awarded: awardedIn,
  rules: { of: ({ announced }) => announced, published: ({ tenders }) => tenders },
};

/** The outcome without the certificate of its award: other prices can prove the same division. */
function withoutCertificate({ outcome }: Extract<StoredAward, { engine: 2 | 3 }>): unknown {
  if (outcome.award.proof?.kind !== 'optimal') return outcome;
  return { ...outcome, award: { ...outcome.award, proof: { kind: 'optimal' } } };
}

function awardedIn({ award }: Readonly<TenderState>): ReadonlySet<string> {
  if (!award || award.outcome.engine === 'unreadable') return new Set();
  return new Set(award.outcome.outcome.award.lots.flatMap(({ winner }) => winner ?? []));
}

/** What a withheld award says of the one bidder whose piece is disclosed. */
function ownPointsIn(state: TenderState, event: ChainEvent, bid: string): OwnPoints | null {
  if (!isCommittedEvent(event)) return null;
  const { pieces } = event.disclosed;
  const piece = pieces.length === 1 ? (partValue(pieces[0]!) as Piece | undefined) : null;
  return piece?.bid === bid ? recomputeOwnPoints(state, piece) : null;
}

export type Tenders = Shelf<TenderState, TenderCommand>;

export const createTenders = (storage: Storage, clock: Clock, room?: number): Tenders =>
  createShelf(tenderKind, storage, clock, room);

export type TenderAudit = Audit<TenderState, StoredAward>;
