import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { shapeFault } from '../domain/shape.ts';

/** No file that the product reads is larger than this. */
export const MAXIMUM_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a JSON file strictly.
 * @throws DomainError `not-json` with the parser's reason, `file-invalid` with the path in the file and what is wrong there
 */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new DomainError('not-json', { reason: (error as Error).message });
  }
  return parseValue(json, schema);
}

/** @throws DomainError `file-invalid` with the path in the value and what is wrong there */
export function parseValue<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = safely(() => schema.safeParse(value));
  if (parsed.success) return parsed.data;
  throw new DomainError('file-invalid', shapeFault(parsed.error));
}

/** A file that is nested thousands of levels deep exhausts the stack of whoever checks it: that is the file's fault. */
function safely<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('file-invalid', { path: '.', fault: { kind: 'too-deep' } });
    throw error;
  }
}
