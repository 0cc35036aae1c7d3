import type { z } from 'zod';
import type { ReadEvent } from '../domain/admission/follow.ts';
import { DomainError } from '../domain/errors.ts';
import { pathText, readShape } from '../domain/shape.ts';

type Schemas = Readonly<Record<string, z.ZodType>>;

/** A stored event: one of the types that the schemas name, with a payload of its shape. */
export type EventOfSchemas<S extends Schemas> = {
  [T in keyof S & string]: {
    readonly type: T;
    readonly seq: number;
    readonly at: string;
    readonly actor: string;
    readonly payload: z.infer<S[T]>;
  };
}[keyof S & string];

/**
 * A stored event as the domain knows it.
 * @param schemas the payload of every type of event that this kind of dossier can hold
 * @throws DomainError `event-invalid` with the sequence number, for an unknown type or a payload of another shape
 */
export function readEvent<S extends Schemas>(
  schemas: S,
  { seq, type, at, actor, payload }: ReadEvent,
): EventOfSchemas<S> {
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
  if (!schema) throw new DomainError('event-invalid', { seq, type, reason: 'unknown type' });
  const read = readShape(schema, payload);
  if ('faults' in read) {
    const { path, fault } = read.faults[0]!;
    throw new DomainError('event-invalid', { seq, type, path: pathText(path), fault });
  }
  // The schema of this very type has just read the payload.
  return { type, seq, at, actor, payload: read.data } as EventOfSchemas<S>;
}
