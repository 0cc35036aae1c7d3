import { z } from 'zod';
import { weightText } from '../rules/criterion.ts';
import { constants } from '../rules/price/basis.ts';
import { signedDecimal } from '../rules/price-rules.ts';
import { bilingualName, bilingualText, dateText, decimalText, identifier, linesOf } from '../text.ts';

/** What a schema asks at one place, as a form needs to know it. */
export type Shape =
  | LeafShape
  | { readonly kind: 'group'; readonly keys: readonly string[]; readonly at: (key: string) => FieldShape | undefined }
  | { readonly kind: 'list'; readonly item: Shape; readonly least: number; readonly most: number }
  /** One of several groups, told apart by the value of one key. */
  | {
      readonly kind: 'variants';
      readonly by: string;
      readonly names: readonly string[];
      readonly of: (name: string) => Shape;
    }
  /** One of several shapes, told apart by what the value has. */
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] };

/** What stands in one field of a form. */
export type LeafShape =
  | { readonly kind: 'name' | 'text' | 'decimal' | 'signed' | 'weight' | 'date' | 'id' | 'yes' | 'flag' }
  /** Names of one's own with a figure each. */
  | { readonly kind: 'figures' }
  | { readonly kind: 'line'; readonly lines: 'one' | 'many'; readonly longest: number }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** A word, or a figure instead. */
  | { readonly kind: 'word-or-figure'; readonly values: readonly string[] };

export interface FieldShape {
  readonly shape: Shape;
  readonly optional: boolean;
  /** Nothing is said by null, where the key itself must be there. */
  readonly nullable: boolean;
}

export const isLeaf = (shape: Shape): shape is LeafShape =>
  !['group', 'list', 'variants', 'either'].includes(shape.kind);

const known = new WeakMap<z.core.$ZodType, Shape>();

/** @throws Error for a schema of a kind that no rules have: a new kind needs a field of its own */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const before = known.get(schema);
  if (before) return before;
  const shape = readSchema(schema);
  known.set(schema, shape);
  return shape;
}

const LEAVES = new Map<z.core.$ZodType, LeafShape>([
  [bilingualName, { kind: 'name' }],
  [bilingualText, { kind: 'text' }],
  [decimalText, { kind: 'decimal' }],
  [signedDecimal, { kind: 'signed' }],
  [weightText, { kind: 'weight' }],
  [dateText, { kind: 'date' }],
  [identifier, { kind: 'id' }],
  [constants, { kind: 'figures' }],
]);

function readSchema(schema: z.core.$ZodType): Shape {
  const leaf = LEAVES.get(schema);
  if (leaf) return leaf;
  if (schema instanceof z.ZodLazy) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodObject) return group(schema);
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', item: shapeOf(schema.element), ...boundsOf(schema) };
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return variants(schema);
  if (schema instanceof z.ZodUnion) return either(schema.options);
  if (schema instanceof z.ZodEnum) return { kind: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) {
    return schema.value === true ? { kind: 'yes' } : { kind: 'choice', values: [...schema.values].map(String) };
  }
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodNumber) {
    return { kind: 'integer', least: schema.minValue ?? 0, most: schema.maxValue ?? Number.MAX_SAFE_INTEGER };
  }
  if (schema instanceof z.ZodString) {
    return { kind: 'line', lines: linesOf(schema), longest: schema.maxLength ?? 4000 };
  }
  throw new Error(`no field for a ${schema._zod.def.type}`);
}

/** How many items a list has; without bounds as many as any list of rules. */
function boundsOf(schema: z.ZodArray): { least: number; most: number } {
  const bounds = { least: 0, most: 1000 };
  for (const check of schema._zod.def.checks ?? []) {
    const { check: kind } = check._zod.def;
    if (kind === 'min_length') bounds.least = (check as z.core.$ZodCheckMinLength)._zod.def.minimum;
    if (kind === 'max_length') bounds.most = (check as z.core.$ZodCheckMaxLength)._zod.def.maximum;
  }
  return bounds;
}

function group(schema: z.ZodObject): Shape {
  const fields = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
  return {
    kind: 'group',
    keys: Object.keys(fields),
    at: (key) => {
      if (!Object.hasOwn(fields, key)) return undefined;
      let inner = fields[key]!;
      let [optional, nullable] = [false, false];
      while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
        if (inner instanceof z.ZodOptional) optional = true;
        else nullable = true;
        inner = inner.unwrap();
      }
      return { shape: shapeOf(inner), optional, nullable };
    },
  };
}

function variants(schema: z.ZodDiscriminatedUnion): Shape {
  const by = schema.def.discriminator;
  const options = new Map(
    (schema.options as readonly z.core.$ZodType[]).map((option) => [nameOfVariant(option, by), option]),
  );
  return { kind: 'variants', by, names: [...options.keys()], of: (name) => shapeOf(options.get(name)!) };
}

function nameOfVariant(option: z.core.$ZodType, by: string): string {
  const literal = option instanceof z.ZodObject ? option.shape[by] : undefined;
  if (!(literal instanceof z.ZodLiteral)) throw new Error(`a variant without ${by}`);
  return String(literal.value);
}

/** A word or a figure is one field; anything else is told apart by its value. */
function either(options: readonly z.core.$ZodType[]): Shape {
  const shapes = options.map(shapeOf);
  const words = shapes.flatMap((shape) => (shape.kind === 'choice' ? shape.values : []));
  const others = shapes.filter(({ kind }) => kind !== 'choice');
  if (words.length > 0 && others.length === 1 && others[0]!.kind === 'decimal') {
    return { kind: 'word-or-figure', values: words };
  }
  return { kind: 'either', shapes };
}

/** The shape that a value has, of several that it may have: the first where nothing tells. */
export function shapeMeant(shape: Shape, value: unknown): Exclude<Shape, { kind: 'either' }> {
  if (shape.kind !== 'either') return shape;
  const found =
    shape.shapes.find((one) =>
      Array.isArray(value)
        ? one.kind === 'list'
        : one.kind === 'group' &&
          typeof value === 'object' &&
          value !== null &&
          Object.keys(value).every((key) => one.at(key)),
    ) ?? shape.shapes[0]!;
  return shapeMeant(found, value);
}
