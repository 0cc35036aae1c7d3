import type { z } from 'zod';

/** What is wrong with the shape of a value from a file, for the edge to put into words. */
export type ShapeFault =
  | { readonly kind: 'missing' | 'no-known-shape' | 'too-deep' }
  | { readonly kind: 'unknown-field'; readonly field: string }
  /** `expected` as a schema names it: string, number, int, boolean, array, object. */
  | { readonly kind: 'not-a'; readonly expected: string }
  | { readonly kind: 'not-one-of'; readonly values: readonly string[] }
  /** Characters of a text, parts of a list, or the number itself. */
  | { readonly kind: 'too-little' | 'too-much'; readonly of: 'text' | 'list' | 'number'; readonly limit: string }
  /** In the words of the schema: "not a decimal number". */
  | { readonly kind: 'other'; readonly reason: string };

/**
 * Reads a value by a schema. One that is nested thousands of levels deep exhausts the stack of whoever reads it: that is its own fault.
 * @returns the value as the schema reads it, or the first thing that is wrong and where
 */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly data: T } | { readonly path: string; readonly fault: ShapeFault } {
  try {
    const parsed = schema.safeParse(value);
    return parsed.success ? { data: parsed.data } : shapeFault(parsed.error);
  } catch (error) {
    if (error instanceof RangeError) return { path: '.', fault: { kind: 'too-deep' } };
    throw error;
  }
}

/** The first thing that a schema found wrong, and where: "criteria.0.weight"; "." for the value as a whole. */
export function shapeFault({ issues: [issue] }: z.ZodError): { path: string; fault: ShapeFault } {
  return { path: issue!.path.join('.') || '.', fault: faultOf(issue!) };
}

function faultOf(issue: z.core.$ZodIssue): ShapeFault {
  switch (issue.code) {
    case 'invalid_type':
      // The value itself is not in the issue; that there was none, only its text tells.
      if (issue.message.endsWith('received undefined')) return { kind: 'missing' };
      return { kind: 'not-a', expected: issue.expected };
    case 'unrecognized_keys':
      return { kind: 'unknown-field', field: issue.keys[0]! };
    case 'invalid_value':
      return { kind: 'not-one-of', values: issue.values.map(String) };
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return options.length > 0 ? { kind: 'not-one-of', values: options } : { kind: 'no-known-shape' };
    }
    case 'too_small':
      return { kind: 'too-little', of: measured(issue.origin), limit: String(issue.minimum) };
    case 'too_big':
      return { kind: 'too-much', of: measured(issue.origin), limit: String(issue.maximum) };
    default:
      return { kind: 'other', reason: issue.message };
  }
}

function measured(origin: string): 'text' | 'list' | 'number' {
  if (origin === 'string') return 'text';
  return origin === 'array' || origin === 'set' ? 'list' : 'number';
}
