import { admitBy, type EventOf, refusalBy, refusalOfStep } from '../admission/procedure.ts';
import type { DomainError } from '../errors.ts';
import { type TenderShape, tenderProcedure } from './procedure.ts';
import type { TenderEventType } from './state/events.ts';
import type { TenderState } from './state/state.ts';

/**
 * The business rules of a tender, once: may this event happen now, by this actor?
 * `decide` asks it of every new event, and the verification of a stored dossier asks it again of every old one,
 * so that a log in which somebody scored too late or closed too early is found even when its hashes are right.
 * @param state the state before the event; undefined when the dossier is still empty
 * @param version of the procedure under which the event was admitted; that of now for a new one
 * @throws DomainError with the rule that is broken
 */
export const admit = <T extends TenderEventType>(
  state: TenderState | undefined,
  actor: string,
  event: EventOf<TenderShape, T>,
  version?: number,
): void => admitBy(tenderProcedure, state, actor, event, version);

/** May this event happen now, and if not, why? Undefined when it may. */
export const refusalOf = <T extends TenderEventType>(
  state: TenderState | undefined,
  actor: string,
  event: EventOf<TenderShape, T>,
): DomainError | undefined => refusalBy(tenderProcedure, state, actor, event);

/** The same of a type of event, before it is known what it will say: for forms, buttons and tasks. */
export const refusalOfType = (state: TenderState, actor: string, type: TenderEventType): DomainError | undefined =>
  refusalOfStep(tenderProcedure, state, actor, type);

export const may = (state: TenderState, actor: string, type: TenderEventType): boolean =>
  refusalOfType(state, actor, type) === undefined;
