import type { z } from 'zod';
import type { EventBody } from '../chain/chain.ts';
import { DomainError } from '../domain/errors.ts';
import { shapeFault } from '../domain/shape.ts';

/**
 * A stored event as the domain knows it.
 * @param schemas the payload of every type of event that this kind of dossier can hold
 * @throws DomainError `event-invalid` with the sequence number, for an unknown type or a payload of another shape
 */
export function readEvent(
  schemas: Readonly<Record<string, z.ZodType>>,
  { seq, type, at, actor, payload }: EventBody,
): { type: string; seq: number; at: string; actor: string; payload: unknown } {
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) throw new DomainError('event-invalid', { seq, type, reason: 'unknown type' });
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new DomainError('event-invalid', { seq, type, ...shapeFault(parsed.error) });
  return { type, seq, at, actor, payload: parsed.data };
}
