import type { Fault } from '../errors.ts';
import { fault, type Path } from '../faults.ts';
import { type TenderRules, tenderRules } from '../rules/rules.ts';
import { criteriaSizeFaults } from '../scoring/criteria-faults.ts';
import { formulaFaults } from '../scoring/formula-trial.ts';
import { ruleFaults } from '../scoring/rule-faults.ts';
import { type PlacedShapeFault, readShape } from '../shape.ts';
import { type Draft, isList, type Json, valueAt, withValue } from './draft.ts';
import { placeholder } from './placeholder.ts';
import { type FieldShape, type Shape, shapeMeant, shapeOf } from './shape.ts';

/** What a draft says, as far as it can be read. */
export interface ReadDraft {
  /** The rules when nothing is wrong with their form; there may still be faults in what they say. */
  readonly rules: TenderRules | undefined;
  /** The same with something harmless in every field that cannot be read, to show what the rest says; undefined where that is not possible. */
  readonly tried: TenderRules | undefined;
  /** Fields that cannot be read yet. */
  readonly unread: readonly PlacedShapeFault[];
  /** What is wrong in what can be read. */
  readonly faults: readonly Fault[];
}

const RULES = shapeOf(tenderRules);
/** More rounds than any draft needs: what mends one field can lay bare what is wrong inside it. */
const MOST_ROUNDS = 12;

/** Reads a draft: everything that is wrong in it at once, also where other fields are still empty. */
export function readDraft(draft: Draft): ReadDraft {
  const first = readShape(tenderRules, draft);
  if ('data' in first) return { rules: first.data, tried: first.data, unread: [], faults: faultsOf(first.data) };
  let tried: Draft = draft;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const read = readShape(tenderRules, tried);
    if ('data' in read) {
      const faults = faultsOf(read.data).filter((one) => !first.faults.some(({ path }) => isAbout(one.path, path)));
      return { rules: undefined, tried: read.data, unread: first.faults, faults };
    }
    tried = read.faults.reduce(mended, tried);
  }
  return { rules: undefined, tried: undefined, unread: first.faults, faults: [] };
}

/** @returns what is wrong in rules that somebody is about to announce */
function faultsOf(rules: TenderRules): Fault[] {
  const size = criteriaSizeFaults(rules);
  if (size.length > 0) return size;
  const faults = ruleFaults(rules);
  return [...faults, ...(faults.length === 0 ? formulaFaults(rules) : []), ...lotsLeftOpen(rules)];
}

/** @returns `lots-stay-open`: with so few winners of so few lots each, some lots go to nobody whoever bids */
function lotsLeftOpen({ lots, award: { winners, maximumLotsPerBidder } }: TenderRules): Fault[] {
  const most = winners.maximum * maximumLotsPerBidder;
  if (most >= lots.length) return [];
  const details = { winners: winners.maximum, each: maximumLotsPerBidder, lots: lots.length, open: lots.length - most };
  return [fault('lots-stay-open', ['award', 'maximumLotsPerBidder'], details, null)];
}

/** Whether a fault is about a field that cannot be read, or about something in it. */
const isAbout = (path: Path, unread: Path): boolean => unread.length > 0 && unread.every((key, at) => path[at] === key);

/** The draft with something in the place of what a schema refuses. */
function mended(draft: Draft, { path, fault: wrong }: PlacedShapeFault): Draft {
  const field = fieldAt(path, draft);
  if (wrong.kind === 'unknown-field') return withValue(draft, [...path, wrong.field], undefined);
  if (!field) return path.length === 0 ? draft : mended(draft, { path: path.slice(0, -1), fault: wrong });
  const value = valueAt(draft, path);
  const shape = shapeMeant(field.shape, value);
  if (shape.kind === 'list' && isList(value)) return withValue(draft, path, fitting(shape, value));
  if (field.optional) return withValue(draft, path, undefined);
  return withValue(draft, path, placeholder(shape));
}

/** A list with as many items as it must have, and no more than it may have. */
const fitting = ({ item, least, most }: Extract<Shape, { kind: 'list' }>, list: readonly Json[]): Json => [
  ...list.slice(0, most),
  ...Array.from({ length: Math.max(0, least - list.length) }, (_, place) => placeholder(item, list.length + place)),
];

/** What the schema of rules asks at a path; undefined where it asks nothing. */
export function fieldAt(path: Path, draft: Draft): FieldShape | undefined {
  let field: FieldShape | undefined = { shape: RULES, optional: false, nullable: false };
  let value: Json | undefined = draft;
  for (const key of path) {
    if (!field) return undefined;
    field = stepInto(field.shape, value, key);
    value = valueAt(value, [key]);
  }
  return field;
}

function stepInto(shape: Shape, value: Json | undefined, key: string | number): FieldShape | undefined {
  const meant = shapeMeant(shape, value);
  switch (meant.kind) {
    case 'group':
      return meant.at(String(key));
    case 'list':
      return typeof key === 'number' ? { shape: meant.item, optional: false, nullable: false } : undefined;
    case 'figures':
      return { shape: { kind: 'signed' }, optional: true, nullable: false };
    case 'variants': {
      const name = valueAt(value, [meant.by]);
      return typeof name === 'string' && meant.names.includes(name) ? stepInto(meant.of(name), value, key) : undefined;
    }
    default:
      return undefined;
  }
}
