import type { Outcome } from '../evaluation/evaluate.ts';
import type { Bid } from '../rules/bid.ts';
import type { PriceOffer } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { EvaluationInput, FallenBid } from '../scoring/input.ts';
import type { DraftScore, TenderEvent } from './events.ts';

/** Where a tender stands. Each phase starts with the event of the same name. */
export type Phase = 'registration' | 'assessment' | 'consensus' | 'quality-closed' | 'awarded';

/** One assessor's assessment of one bid in one lot. `version` is the place of its last event: what a form edits and sends back. */
export interface Assessment {
  version: number;
  submitted: boolean;
  scores: readonly DraftScore[];
  at: string;
}

export interface RecordedConsensus {
  version: number;
  score: string;
  motivation: string;
  at: string;
}

/** The fold of the events of one dossier. Only {@link evolve} writes in it. */
export interface TenderState {
  readonly dossier: string;
  /** Number of events folded in. */
  version: number;
  phase: Phase;
  title: string;
  rules: TenderRules;
  rulesSha256: string;
  chair: string;
  fictional: boolean;
  readonly decision: { readonly dossier: string; readonly head: string } | null;
  readonly assessors: Set<string>;
  readonly bids: Map<string, Bid>;
  /** assessor -> {@link placeKey} -> assessment */
  readonly assessments: Map<string, Map<string, Assessment>>;
  /** {@link placeKey} -> criterion -> consensus */
  readonly consensus: Map<string, Map<string, RecordedConsensus>>;
  /** {@link placeKey} -> what the bid asks there */
  readonly prices: Map<string, { readonly version: number; readonly price: PriceOffer }>;
  readonly fallen: FallenBid[];
  draw: { readonly order: readonly string[]; readonly method: string; readonly at: string } | null;
  /** The award that stands; null before the first, and while a new one must be computed. */
  award: { engine: number; outcome: Outcome; at: string; seq: number } | null;
  /** An award was computed at some moment: from then on prices do not change any more. */
  everAwarded: boolean;
  lastEventAt: string;
}

export const placeKey = (bid: string, lot: string): string => `${bid} ${lot}`;

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
    bids: new Map(),
    assessments: new Map(),
    consensus: new Map(),
    prices: new Map(),
    fallen: [],
    draw: null,
    award: null,
    everAwarded: false,
    lastEventAt: first.at,
  };
}

/**
 * Moves the state one event on, in place: a dossier of ten thousand events is folded in one pass without a copy per event.
 * Deterministic, touches nothing but the state it was given, and checks nothing: what may happen is the business of `admit`.
 */
export function evolve(state: TenderState, event: TenderEvent): void {
  switch (event.type) {
    case 'rules-published':
      break;
    case 'assessor-appointed':
      state.assessors.add(event.payload.assessor);
      break;
    case 'bid-registered':
      state.bids.set(event.payload.bid.id, event.payload.bid);
      break;
    case 'assessment-opened':
      state.phase = 'assessment';
      break;
    case 'assessment-saved':
    case 'assessment-submitted': {
      const { bid, lot, scores } = event.payload;
      mapIn(state.assessments, event.actor).set(placeKey(bid, lot), {
        version: event.seq,
        submitted: event.type === 'assessment-submitted',
        scores,
        at: event.at,
      });
      break;
    }
    case 'consensus-opened':
      state.phase = 'consensus';
      break;
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
    case 'quality-closed':
      state.phase = 'quality-closed';
      break;
    case 'price-recorded': {
      const { price } = event.payload;
      state.prices.set(placeKey(price.bid, price.lot), { version: event.seq, price });
      break;
    }
    case 'bid-set-aside':
      state.fallen.push(event.payload.fallen);
      state.phase = 'quality-closed';
      state.award = null;
      break;
    case 'draw-recorded':
      state.draw = { ...event.payload, at: event.at };
      state.phase = 'quality-closed';
      state.award = null;
      break;
    case 'award-computed':
      state.phase = 'awarded';
      state.everAwarded = true;
      state.award = {
        engine: event.payload.engine,
        outcome: event.payload.outcome as unknown as Outcome,
        at: event.at,
        seq: event.seq,
      };
      break;
  }
  state.version = event.seq;
  state.lastEventAt = event.at;
}

/** What the evaluation of this dossier depends on. */
export const evaluationInputOf = (state: TenderState): EvaluationInput => ({
  rules: state.rules,
  bids: [...state.bids.values()],
  consensus: [...state.consensus].flatMap(([place, criteria]) => {
    const [bid, lot] = place.split(' ') as [string, string];
    return [...criteria].map(([criterion, { score, motivation }]) => ({ bid, lot, criterion, score, motivation }));
  }),
  ...(state.prices.size > 0 ? { prices: [...state.prices.values()].map(({ price }) => price) } : {}),
  ...(state.fallen.length > 0 ? { fallen: [...state.fallen] } : {}),
  ...(state.draw ? { draw: [...state.draw.order] } : {}),
});

function mapIn<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const inner = outer.get(key) ?? new Map<string, V>();
  outer.set(key, inner);
  return inner;
}
