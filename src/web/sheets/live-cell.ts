import {
  add,
  approximate,
  divide,
  type Exact,
  equals,
  exact,
  maximum,
  minimum,
  multiply,
  roundHalfUp,
  subtract,
  toDecimalText,
  ZERO,
} from '../../domain/number.ts';
import { decimalOf } from '../../exchange/spreadsheet/cell-format.ts';
import type { TableNumber } from '../../exchange/spreadsheet/table.ts';

/** A formula of a spreadsheet, which is worked out here as well: exactly, and in the binary fractions of a spreadsheet program. */
export type Formula =
  | PlacedCell
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'sum' | 'least' | 'greatest'; readonly of: readonly Formula[] }
  | { readonly kind: 'product' | 'quotient' | 'difference'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'rounded'; readonly of: Formula; readonly decimals: number };

/** A number that stands in a cell already: what it stands for, and the binary fraction that the program has of it. */
export interface PlacedCell {
  readonly kind: 'cell';
  /** "B2", or "'Noord'!B2" on another sheet. */
  readonly ref: string;
  readonly exact: Exact;
  readonly double: number;
}

/** `method`: the formula is not how the outcome is worked out; `rounding`: binary fractions would show other decimals. */
export type WhyHeld = 'method' | 'rounding';

export interface LiveCell {
  readonly cell: TableNumber;
  readonly placed: PlacedCell;
  /** Why the cell holds the value of the outcome itself; null where it holds a formula. */
  readonly held: WhyHeld | null;
}

/** Programs take 8,192 characters. */
const LONGEST_FORMULA = 8_000;

/** A number that is given: the nearest that a spreadsheet program can have of it. */
export function figureCell(ref: string, value: Exact, decimals: number): LiveCell {
  const double = approximate(value);
  const isExact = equals(exactOf(double), value);
  // A number whose digits never end shows the decimals of the outcome all the same, or it is written with these alone.
  const number = isExact || shows(double, value, decimals) ? decimalOf(double) : toDecimalText(value, decimals);
  return {
    cell: { number, decimals },
    placed: { kind: 'cell', ref, exact: value, double: Number(number) },
    held: null,
  };
}

/**
 * A cell that holds a formula where that gives exactly the outcome, and shows the same decimals in a spreadsheet program; the outcome itself
 * where it does not.
 * @param value of the outcome
 */
export function liveCell(ref: string, formula: Formula, value: Exact, decimals: number): LiveCell {
  const exactly = worth(formula);
  const held = exactly === undefined || !equals(exactly, value) ? 'method' : null;
  const double = held ? Number.NaN : inBinary(formula);
  const text = held ? '' : written(formula);
  if (held === null && text.length <= LONGEST_FORMULA && shows(double, value, decimals)) {
    const cell = { number: decimalOf(double), decimals, formula: text };
    return { cell, placed: { kind: 'cell', ref, exact: value, double }, held };
  }
  const { cell, placed } = figureCell(ref, value, decimals);
  return { cell, placed, held: held ?? 'rounding' };
}

const exactOf = (double: number): Exact => {
  const text = decimalOf(double);
  return text.startsWith('-') ? subtract(ZERO, exact(text.slice(1))) : exact(text);
};

/** Whether a program that has this binary fraction shows the decimals of the outcome. */
const shows = (double: number, value: Exact, decimals: number): boolean =>
  Number.isFinite(double) && equals(roundHalfUp(exactOf(double), decimals), roundHalfUp(value, decimals));

/** Exactly; undefined where it divides by zero. */
function worth(formula: Formula): Exact | undefined {
  switch (formula.kind) {
    case 'cell':
      return formula.exact;
    case 'number':
      return formula.value;
    case 'sum':
      return formula.of.reduce<Exact | undefined>((total, one) => {
        const own = worth(one);
        return total && own && add(total, own);
      }, ZERO);
    case 'least':
    case 'greatest': {
      const all = formula.of.flatMap((one) => worth(one) ?? []);
      if (all.length < formula.of.length || all.length === 0) return undefined;
      return all.reduce(formula.kind === 'least' ? minimum : maximum);
    }
    case 'rounded': {
      const whole = worth(formula.of);
      return whole && roundHalfUp(whole, formula.decimals);
    }
    case 'product':
    case 'quotient':
    case 'difference': {
      const [left, right] = [worth(formula.left), worth(formula.right)];
      if (!left || !right) return undefined;
      if (formula.kind === 'product') return multiply(left, right);
      if (formula.kind === 'difference') return subtract(left, right);
      return equals(right, ZERO) ? undefined : divide(left, right);
    }
    default:
      return formula satisfies never;
  }
}

function inBinary(formula: Formula): number {
  switch (formula.kind) {
    case 'cell':
      return formula.double;
    case 'number':
      return approximate(formula.value);
    case 'sum':
      return formula.of.reduce((total, one) => total + inBinary(one), 0);
    case 'least':
      return Math.min(...formula.of.map(inBinary));
    case 'greatest':
      return Math.max(...formula.of.map(inBinary));
    case 'rounded':
      // Programs round the fifteen digits that they show.
      return approximate(roundHalfUp(exactOf(inBinary(formula.of)), formula.decimals));
    case 'product':
      return inBinary(formula.left) * inBinary(formula.right);
    case 'quotient':
      return inBinary(formula.left) / inBinary(formula.right);
    case 'difference':
      return inBinary(formula.left) - inBinary(formula.right);
    default:
      return formula satisfies never;
  }
}

function written(formula: Formula): string {
  switch (formula.kind) {
    case 'cell':
      return formula.ref;
    case 'number':
      return decimalOf(approximate(formula.value));
    case 'sum':
      return formula.of.length === 1 ? written(formula.of[0]!) : `SUM(${formula.of.map(written).join(',')})`;
    case 'least':
      return `MIN(${formula.of.map(written).join(',')})`;
    case 'greatest':
      return `MAX(${formula.of.map(written).join(',')})`;
    case 'rounded':
      return `ROUND(${written(formula.of)},${formula.decimals})`;
    case 'product':
      return `${inside(formula.left, ['difference'])}*${inside(formula.right, COMPOUND)}`;
    case 'quotient':
      return `${inside(formula.left, ['difference'])}/${inside(formula.right, COMPOUND)}`;
    case 'difference':
      return `${written(formula.left)}-${inside(formula.right, ['difference'])}`;
    default:
      return formula satisfies never;
  }
}

const COMPOUND: readonly Formula['kind'][] = ['difference', 'product', 'quotient'];

/** A part of a formula, between brackets where it would be read with what stands before it. A negative number always stands between them. */
const inside = (formula: Formula, bracketed: readonly Formula['kind'][]): string => {
  if (formula.kind === 'sum' && formula.of.length === 1) return inside(formula.of[0]!, bracketed);
  const text = written(formula);
  return bracketed.includes(formula.kind) || text.startsWith('-') ? `(${text})` : text;
};
