import { readOutcome } from '../evaluation/stored-outcome.ts';
import { placeKey } from '../rules/place.ts';
import { drawnLots } from './checks.ts';
import type { TenderEvent } from './events.ts';
import { tenderProcedure } from './procedure.ts';
import type { TenderState } from './state.ts';

/** The state of a dossier whose first event is `rules-published`. */
export function startState(dossier: string, first: Extract<TenderEvent, { type: 'rules-published' }>): TenderState {
  const { title, rules, rulesSha256, chair, fictional, decision = null } = first.payload;
  return {
    dossier,
    version: first.seq,
    phase: 'registration',
    title,
    rules,
    rulesSha256,
    chair,
    fictional,
    decision,
    assessors: new Set(),
    onlookers: new Set(),
    bids: new Map(),
    assessments: new Map(),
    consensus: new Map(),
    prices: new Map(),
    fallen: [],
    draws: [],
    award: null,
    everAwarded: false,
    lastEventAt: first.at,
    lastOf: new Map([['rules-published', first.at]]),
  };
}

/**
 * Moves the state one event on, in place: a dossier of ten thousand events is folded in one pass without a copy per event.
 * Deterministic, touches nothing but the state it was given, and checks nothing: what may happen is the business of `admit`.
 * The phase that an event leads to stands in the procedure.
 */
export function evolve(state: TenderState, event: TenderEvent): void {
  switch (event.type) {
    case 'log-format-changed':
    case 'rules-published':
      break;
    case 'assessor-appointed':
      state.assessors.add(event.payload.assessor);
      break;
    case 'auditor-named':
      state.onlookers.add(event.payload.auditor);
      break;
    case 'auditor-released':
      state.onlookers.delete(event.payload.auditor);
      break;
    case 'bid-registered':
      state.bids.set(event.payload.bid.id, event.payload.bid);
      break;
    case 'assessment-opened':
    case 'consensus-opened':
    case 'quality-closed':
      break;
    case 'assessment-saved':
    case 'assessment-submitted': {
      const { bid, lot, scores } = event.payload;
      const own = mapIn(state.assessments, event.actor);
      const place = placeKey(bid, lot);
      own.set(place, {
        version: (own.get(place)?.version ?? 0) + 1,
        submitted: event.type === 'assessment-submitted',
        scores,
        at: event.at,
      });
      break;
    }
    case 'consensus-recorded': {
      const { bid, lot, criterion, score, motivation } = event.payload;
      mapIn(state.consensus, placeKey(bid, lot)).set(criterion, {
        version: event.seq,
        score,
        motivation,
        at: event.at,
      });
      break;
    }
    case 'price-recorded': {
      const { price } = event.payload;
      state.prices.set(placeKey(price.bid, price.lot), { version: event.seq, price });
      break;
    }
    case 'bid-set-aside':
      state.fallen.push(event.payload.fallen);
      state.award = null;
      break;
    case 'draw-recorded':
      state.draws.push({
        order: event.payload.order,
        // The first draws did not say it: they were held for what the award of that moment left open.
        lots: event.payload.lots ?? drawnLots(state),
        method: event.payload.method,
        at: event.at,
      });
      state.award = null;
      break;
    case 'award-computed':
      state.everAwarded = true;
      state.award = {
        engine: event.payload.engine,
        outcome: readOutcome(event.payload.engine, event.payload.outcome),
        at: event.at,
        seq: event.seq,
      };
      break;
    default:
      event satisfies never;
  }
  state.phase = tenderProcedure.steps[event.type].opens?.tender ?? state.phase;
  state.version = event.seq;
  state.lastEventAt = event.at;
  state.lastOf.set(event.type, event.at);
}

function mapIn<K, L, V>(outer: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const inner = outer.get(key) ?? new Map<L, V>();
  outer.set(key, inner);
  return inner;
}
