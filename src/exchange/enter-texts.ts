import { z } from 'zod';
import { enterText, type Lines, linesOf, type RefusedCharacter } from '../domain/text.ts';

/** A text of a file with what may not come in, at its path: "bids.0.bidder.name"; "." for the value as a whole. */
export interface RefusedAt {
  readonly place: string;
  readonly lines: Lines;
  readonly refused: readonly RefusedCharacter[];
}

/**
 * Brings every text of a value in by the door for text, as a form does with what was typed: where the shape has a text.
 * What does not fit the shape stays as it is, for the shape to refuse.
 * @returns the value as it came in, and every text in it that may not
 */
export function enterTexts(value: unknown, shape: z.core.$ZodType): { value: unknown; refused: readonly RefusedAt[] } {
  const refused = new Map<string, RefusedAt>();
  return { value: entered(value, shape, [], refused), refused: [...refused.values()] };
}

/** No text of a file may be so long, whatever is left of it. */
const LONGEST = 200_000;

type Path = readonly (string | number)[];

function entered(value: unknown, shape: z.core.$ZodType, path: Path, refused: Map<string, RefusedAt>): unknown {
  // The shape refuses it for its length.
  if (typeof value === 'string' && value.length > LONGEST) return value;
  if (typeof value === 'string') return linesAt(shape) ? enteredText(value, linesAt(shape)!, path, refused) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable || shape instanceof z.ZodLazy) {
    return entered(value, shape.unwrap(), path, refused);
  }
  if (shape instanceof z.ZodUnion) {
    return shape.options.reduce((all, option) => entered(all, option, path, refused), value as unknown);
  }
  if (Array.isArray(value)) {
    if (!(shape instanceof z.ZodArray)) return value;
    return value.map((one, index) => entered(one, shape.element, [...path, index], refused));
  }
  const shapeAt = fieldsOf(shape);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const field = shapeAt(key);
      return [key, field ? entered(one, field, [...path, key], refused) : one];
    }),
  );
}

/** How many lines a text has at this place of the shape; undefined where the shape has no text. */
function linesAt(shape: z.core.$ZodType): Lines | undefined {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable || shape instanceof z.ZodLazy) {
    return linesAt(shape.unwrap());
  }
  if (shape instanceof z.ZodUnion) return shape.options.map(linesAt).find((lines) => lines !== undefined);
  return shape._zod.def.type === 'string' ? linesOf(shape) : undefined;
}

function fieldsOf(shape: z.core.$ZodType): (key: string) => z.core.$ZodType | undefined {
  if (shape instanceof z.ZodObject) return (key) => (Object.hasOwn(shape.shape, key) ? shape.shape[key] : undefined);
  if (shape instanceof z.ZodRecord) return () => shape.valueType;
  return () => undefined;
}

function enteredText(raw: string, lines: Lines, path: Path, refused: Map<string, RefusedAt>): string {
  const text = enterText(raw, { lines });
  const place = path.join('.') || '.';
  if (text.refused.length > 0) refused.set(place, { place, lines, refused: text.refused });
  return text.text;
}
