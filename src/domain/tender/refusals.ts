import type { DomainError } from '../errors.ts';
import { refusalOf } from './admit.ts';
import { evolve } from './evolve.ts';
import type { NewTenderEvent, TenderEvent } from './state/events.ts';
import type { TenderState } from './state/state.ts';

/**
 * Why each of these events would be refused when all are said in one go; undefined where it would not. What is refused does not count for the
 * ones after it, so that everything that is wrong can be told at once.
 */
export function refusalsOf(
  state: TenderState,
  actor: string,
  events: readonly NewTenderEvent[],
): (DomainError | undefined)[] {
  const after = structuredClone(state);
  return events.map((event) => {
    const refusal = refusalOf(after, actor, event);
    if (!refusal) evolve(after, { ...event, seq: after.version + 1, at: after.lastEventAt, actor } as TenderEvent);
    return refusal;
  });
}
