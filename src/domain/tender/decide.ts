import type { SolveOptions } from '../award/search/solve.ts';
import { DomainError } from '../errors.ts';
import { ENGINE, evaluate } from '../evaluation/evaluate.ts';
import type { Bid } from '../rules/bid.ts';
import { placeKey } from '../rules/place.ts';
import type { PriceOffer } from '../rules/price-rules.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { FallenBid } from '../scoring/input.ts';
import { admit, may, refusalOfType } from './admit.ts';
import { everythingIsScored } from './checks/course.ts';
import { evaluationInputOf } from './evaluation-input.ts';
import { evolve } from './evolve.ts';
import { everSealed } from './state/documents.ts';
import type { DraftScore, NewTenderEvent, SubmittedScore, TenderEvent, TenderPayload } from './state/events.ts';
import { currentRound, inRound } from './state/rounds.ts';
import type { TenderState } from './state/state.ts';
import { drawnLots } from './state/stored-award.ts';

/** What a person wants to do with a tender. `version` is that of the thing the form edits, 0 when it was not there yet. */
export type TenderCommand =
  | {
      readonly type: 'publish-rules';
      readonly title: string;
      readonly rules: TenderRules;
      readonly rulesSha256: string;
      readonly chair: string;
      readonly fictional: boolean;
      readonly decision?: { readonly dossier: string; readonly head: string };
    }
  | { readonly type: 'appoint-assessor'; readonly assessor: string; readonly team?: string }
  | { readonly type: 'name-auditor' | 'release-auditor'; readonly auditor: string }
  | { readonly type: 'register-bid'; readonly bid: Bid }
  /** `shuffle` deals out the letters where bidders are anonymous. */
  | { readonly type: 'open-assessment'; readonly shuffle?: (bids: readonly string[]) => readonly string[] }
  | ({ readonly type: 'submit-assessment' } & VersionedAssessment)
  /** All of them, or none. */
  | { readonly type: 'submit-assessments'; readonly assessments: readonly VersionedAssessment[] }
  | { readonly type: 'open-consensus' }
  | ({ readonly type: 'record-consensus' } & VersionedConsensus)
  /** All of them, or none. */
  | { readonly type: 'record-consensus-everywhere'; readonly places: readonly VersionedConsensus[] }
  | { readonly type: 'close-quality' }
  | { readonly type: 'record-prices'; readonly prices: readonly VersionedPrice[] }
  | ({ readonly type: 'correct-price'; readonly reason: string } & VersionedPrice)
  | { readonly type: 'set-aside-bid'; readonly fallen: FallenBid }
  | {
      readonly type: 'record-draw';
      readonly order: readonly string[];
      readonly method: string;
      readonly witnesses?: string;
      /** Of a draw that is held again, or was recorded wrongly: why, and for which lots. */
      readonly again?: { readonly reason: string; readonly lots: readonly string[] };
    }
  /** A file that lies beside the database already; it gets its number here. */
  | {
      readonly type: 'add-document' | 'seal-document';
      readonly bid: string;
      readonly lot?: string;
      readonly document: Omit<TenderPayload<'document-added'>['document'], 'id'>;
    }
  /** What is said as it is: nothing is computed from it, and it edits nothing that another may have changed. */
  | { readonly type: 'say'; readonly events: readonly NewTenderEvent[] }
  | { readonly type: 'compute-award'; readonly suggestion?: readonly number[] };

/** What an assessor hands in of a bid in a lot, and how often he or she had done so when its form was made; 0 for never. */
export interface VersionedAssessment {
  readonly bid: string;
  readonly lot: string;
  readonly version: number;
  readonly scores: readonly DraftScore[];
}

/** What the committee agrees on of a bid in a lot, each with the version of what was recorded when the form was made; 0 for nothing. */
export interface VersionedConsensus {
  readonly bid: string;
  readonly lot: string;
  readonly scores: readonly (DraftScore & { readonly version: number; readonly discussed?: boolean })[];
}

/** A price, and the version of what was recorded for that bid and lot when its form was made; 0 for nothing. */
export interface VersionedPrice {
  readonly price: PriceOffer;
  readonly version: number;
}

/**
 * Turns a command into the events that follow from it, or refuses it.
 * @throws DomainError the broken rule; `stale` when the thing that the form edits has changed since
 */
export function decide(state: TenderState | undefined, actor: string, command: TenderCommand): NewTenderEvent[] {
  const events = eventsFor(state, actor, command);
  // What is said in one go may hang together: each event is asked of the state after the ones before.
  const after = state && command.type === 'say' && events.length > 1 ? structuredClone(state) : state;
  events.forEach((event, place) => {
    admit(after, actor, event);
    if (after && after !== state && place < events.length - 1)
      evolve(after, { ...event, seq: after.version + 1, at: after.lastEventAt, actor } as TenderEvent);
  });
  return events;
}

function eventsFor(state: TenderState | undefined, actor: string, command: TenderCommand): NewTenderEvent[] {
  switch (command.type) {
    case 'publish-rules': {
      const { type: _, ...payload } = command;
      return [{ type: 'rules-published', payload }];
    }
    case 'appoint-assessor':
      return [
        {
          type: 'assessor-appointed',
          payload: { assessor: command.assessor, ...(command.team === undefined ? {} : { team: command.team }) },
        },
      ];
    case 'name-auditor':
      return [{ type: 'auditor-named', payload: { auditor: command.auditor } }];
    case 'release-auditor':
      return [{ type: 'auditor-released', payload: { auditor: command.auditor } }];
    case 'register-bid':
      return [{ type: 'bid-registered', payload: { bid: command.bid } }];
    case 'open-assessment':
      return [{ type: 'assessment-opened', payload: lettersFor(state, command.shuffle) }];
    case 'submit-assessment':
      return [assessmentEvent(state, actor, command)];
    case 'submit-assessments':
      return command.assessments.map((one) => assessmentEvent(state, actor, one));
    case 'open-consensus':
      return [{ type: 'consensus-opened', payload: {} }];
    case 'record-consensus':
      return consensusEvents(state, command);
    case 'record-consensus-everywhere':
      return command.places.flatMap((place) => consensusEvents(state, place));
    case 'close-quality':
      return [{ type: 'quality-closed', payload: {} }];
    case 'record-prices':
      return command.prices.flatMap((entry) => priceEvents(state, entry));
    case 'correct-price':
      return priceEvents(state, command, command.reason);
    case 'set-aside-bid':
      return [{ type: 'bid-set-aside', payload: { fallen: command.fallen } }];
    case 'record-draw':
      return [
        {
          type: 'draw-recorded',
          payload: {
            order: [...command.order],
            method: command.method,
            ...(command.witnesses === undefined ? {} : { witnesses: command.witnesses }),
            ...(command.again
              ? { lots: [...command.again.lots], reason: command.again.reason }
              : state
                ? { lots: drawnLots(state) }
                : {}),
          },
        },
      ];
    case 'add-document':
    case 'seal-document':
      return [documentEvent(state, command)];
    case 'say':
      return [...command.events];
    case 'compute-award': {
      // Asked before there is anything to compute: only a closed round is complete.
      if (!state) throw new DomainError('rules-not-published');
      const refusal = refusalOfType(state, actor, 'award-computed');
      if (refusal) throw refusal;
      everythingIsScored(state);
      const { suggestion } = command;
      const outcome = evaluate(evaluationInputOf(state), suggesting(suggestion));
      const payload = { engine: ENGINE, outcome: JSON.parse(JSON.stringify(outcome)) };
      return [{ type: 'award-computed', payload: suggestion ? { ...payload, suggestion: [...suggestion] } : payload }];
    }
  }
}

/** Search options in which a recorded suggestion stands for the solver that made it, so that a re-run needs no other solver. */
export const suggesting = (suggestion: readonly number[] | undefined): SolveOptions =>
  suggestion ? { integerProgram: () => suggestion } : {};

/** @throws DomainError `stale` when it was handed in since, `missing-score`, `missing-motivation` */
function assessmentEvent(
  state: TenderState | undefined,
  actor: string,
  { bid, lot, version, scores }: VersionedAssessment,
): NewTenderEvent {
  const round = state && currentRound(state);
  const current = round?.assessments.get(actor)?.get(placeKey(bid, lot))?.version ?? 0;
  if (state && may(state, actor, 'assessment-submitted') && version !== current)
    throw new DomainError('stale', { version, current });
  const within = round ? inRound(round) : {};
  return { type: 'assessment-submitted', payload: { bid, lot, scores: scores.map(complete), ...within } };
}

/** A document is numbered among those of its bid: what is in keeping apart, for that number tells how much that is. */
function documentEvent(
  state: TenderState | undefined,
  { type, bid, lot, document }: Extract<TenderCommand, { type: 'add-document' | 'seal-document' }>,
): NewTenderEvent {
  const within = { bid, ...(lot === undefined ? {} : { lot }) };
  if (type === 'add-document') {
    const shown = (state?.documents.get(bid) ?? []).filter(({ ofPrice }) => !ofPrice);
    return {
      type: 'document-added',
      payload: { ...within, document: { id: `document-${shown.length + 1}`, ...document } },
    };
  }
  const kept = state ? everSealed(state, bid) : 0;
  return { type: 'document-sealed', payload: { ...within, document: { id: `price-${kept + 1}`, ...document } } };
}

/** Nothing where bidders are known; without a shuffle nothing either, which is then refused. */
function lettersFor(
  state: TenderState | undefined,
  shuffle: ((bids: readonly string[]) => readonly string[]) | undefined,
): { readonly letters?: string[] } {
  if (!shuffle || state?.rules.course?.anonymousUntil === undefined) return {};
  return { letters: [...shuffle([...state.bids.keys()])] };
}

/** One event for a price that is new or changed, or corrected with a reason. @throws DomainError `stale` when another form has changed it since */
function priceEvents(
  state: TenderState | undefined,
  { price, version }: VersionedPrice,
  reason?: string,
): NewTenderEvent[] {
  const { bid, lot } = price;
  const recorded = state?.prices.get(placeKey(bid, lot));
  if (samePrice(recorded?.price, price)) return [];
  const current = recorded?.version ?? 0;
  if (version !== current) throw new DomainError('stale', { bid, lot, version, current });
  return reason === undefined || !recorded
    ? [{ type: 'price-recorded', payload: { price } }]
    : [{ type: 'price-corrected', payload: { price, reason } }];
}

const samePrice = (known: PriceOffer | undefined, price: PriceOffer): boolean =>
  JSON.stringify(known) === JSON.stringify(price);

/** One event per score that is new or changed; a score that was left blank and never recorded stays open. */
function consensusEvents(state: TenderState | undefined, { bid, lot, scores }: VersionedConsensus): NewTenderEvent[] {
  const round = state && currentRound(state);
  const recorded = round?.consensus.get(placeKey(bid, lot));
  const within = round ? inRound(round) : {};
  return scores.flatMap((entry): NewTenderEvent[] => {
    const { criterion, version } = entry;
    const current = recorded?.get(criterion);
    if (version !== (current?.version ?? 0)) throw new DomainError('stale', { criterion, version });
    if (entry.score === null && entry.motivation === null && !current) return [];
    const { score, motivation } = complete(entry);
    const discussed = entry.discussed === true ? ({ discussed: true } as const) : {};
    if (
      current?.score === score &&
      current.motivation === motivation &&
      current.discussed === (entry.discussed ?? false)
    )
      return [];
    const payload = { bid, lot, criterion, score, motivation, ...within, ...discussed };
    return [{ type: 'consensus-recorded', payload }];
  });
}

function complete({ criterion, score, motivation, foundAt }: DraftScore): SubmittedScore {
  if (score === null) throw new DomainError('missing-score', { criterion });
  if (motivation === null || motivation.trim() === '') throw new DomainError('missing-motivation', { criterion });
  return { criterion, score, motivation, ...(foundAt === undefined ? {} : { foundAt }) };
}
