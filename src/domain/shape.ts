import type { z } from 'zod';
import type { Path } from './faults.ts';
import type { Remedy } from './remedy.ts';

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

/** One thing that is wrong with a shape, and where. */
export interface PlacedShapeFault {
  /** Empty for the value as a whole. */
  readonly path: Path;
  readonly fault: ShapeFault;
}

/**
 * Reads a value by a schema. One that is nested thousands of levels deep exhausts the stack of whoever reads it: that is its own fault.
 * @returns the value as the schema reads it, or everything that is wrong and where, at least one thing
 */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly data: T } | { readonly faults: readonly PlacedShapeFault[] } {
  try {
    const parsed = schema.safeParse(value);
    return parsed.success ? { data: parsed.data } : { faults: shapeFaults(parsed.error) };
  } catch (error) {
    if (error instanceof RangeError) return { faults: [{ path: [], fault: { kind: 'too-deep' } }] };
    throw error;
  }
}

/** Everything that a schema found wrong; every unknown field by itself. */
export const shapeFaults = ({ issues }: Pick<z.ZodError, 'issues'>): PlacedShapeFault[] =>
  issues.flatMap((issue): PlacedShapeFault[] => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const meant = issue.code === 'invalid_union' ? formMeant(issue.errors) : undefined;
    if (meant) {
      return shapeFaults({ issues: meant }).map((one) => ({ ...one, path: [...path, ...one.path] }));
    }
    if (issue.code !== 'unrecognized_keys') return [{ path, fault: faultOf(issue) }];
    return issue.keys.map((field) => ({ path, fault: { kind: 'unknown-field', field } }));
  });

/**
 * Of a value that may have several forms: what is wrong with the one that it comes nearest to, of those of which it is at least a text, a
 * list or an object; the last of those that are as near, which is the fullest.
 */
function formMeant(forms: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const meant = forms.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return meant.reduce<z.core.$ZodIssue[] | undefined>(
    (best, issues) => (best && best.length < issues.length ? best : issues),
    undefined,
  );
}

/** A path as one text: "criteria.0.weight"; "." for the value as a whole. */
export const pathText = (path: Path): string => path.join('.') || '.';

/** What mends it; null where its text says what the value must be. */
export function remedyOf(fault: ShapeFault): Remedy | null {
  switch (fault.kind) {
    case 'missing':
      return { kind: 'add' };
    case 'unknown-field':
      return { kind: 'remove' };
    case 'not-one-of':
      return { kind: 'one-of', values: fault.values };
    case 'too-little':
      return fault.of === 'number' ? { kind: 'at-least', limit: fault.limit } : null;
    case 'too-much':
      return fault.of === 'number' ? { kind: 'at-most', limit: fault.limit } : null;
    case 'no-known-shape':
    case 'too-deep':
    case 'not-a':
    case 'other':
      return null;
  }
}

function faultOf(issue: Exclude<z.core.$ZodIssue, z.core.$ZodIssueUnrecognizedKeys>): ShapeFault {
  switch (issue.code) {
    case 'invalid_type':
      // The value itself is not in the issue; that there was none, only its text tells.
      if (issue.message.endsWith('received undefined')) return { kind: 'missing' };
      return { kind: 'not-a', expected: issue.expected };
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
