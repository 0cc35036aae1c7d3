import type { EventBody } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import { isTenderEventType, type TenderEvent, tenderEvents } from '../domain/tender/events.ts';

/**
 * A stored event as the domain knows it.
 * @throws DomainError `event-invalid` with the sequence number, for an unknown type or a payload of another shape
 */
export function toTenderEvent({ seq, type, at, actor, payload }: EventBody): TenderEvent {
  if (!isTenderEventType(type)) throw new DomainError('event-invalid', { seq, type, reason: 'unknown type' });
  const parsed = tenderEvents[type].safeParse(payload);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new DomainError('event-invalid', { seq, type, reason: `${issue.path.join('.')}: ${issue.message}` });
  }
  return { type, seq, at, actor, payload: parsed.data } as TenderEvent;
}
