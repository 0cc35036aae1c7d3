import { createRequire } from 'node:module';
import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { DomainError } from '../../errors.ts';
import { denominator, type Exact, exact, numerator, ratio } from '../../number.ts';

/**
 * An own formula, parsed once: gives the exact value for exact values of its symbols.
 * @throws DomainError `division-by-zero`; `formula-too-large` where the numbers under way could get more than {@link MOST_DIGITS} digits
 */
export type Expression = ((values: ReadonlyMap<string, Exact>) => Exact) & { readonly size: FormulaSize };

/** How large a formula is, before it is given any number. */
export interface FormulaSize {
  /** Numbers, names and operations. */
  readonly parts: number;
  /** How many operations stand inside each other at most. */
  readonly depth: number;
  /** How many numbers its value is made of, at most: two for a sum or a product of two, nine for a ninth power. What the figures of its value grow with. */
  readonly factors: number;
}

/** What a number under way may have at most: far more than prices and quality give in any formula of {@link LARGEST_FORMULA}. */
const MOST_DIGITS = 40_000;

/** The largest formula that may be announced; older ones stay what they are. */
export const LARGEST_FORMULA: FormulaSize = { parts: 500, depth: 100, factors: 100 };

const require = createRequire(import.meta.url);

/** mathjs takes a third of a second and 40 MB to load: only a rule set with an own formula pays for it. */
const mathjs = (): { parse(text: string): MathNode } => require('mathjs/number');

/**
 * Compiles a formula. mathjs reads it; what it means is decided here: whole and decimal numbers, the declared symbols,
 * + - * /, a whole power from 0 to 9, min, max and brackets, all exact. Nothing else, so that no formula can round in silence.
 * @param symbols the names that may be used
 * @throws DomainError `formula-invalid` when it cannot be read, with the character where it stops being readable, `formula-unknown-symbol`, `formula-not-allowed` with what is not allowed
 */
export function compileExpression(text: string, symbols: ReadonlySet<string>): Expression {
  const strange = /[^\w\s.,+\-*/^()]/.exec(text)?.[0];
  if (strange !== undefined) throw new DomainError('formula-not-allowed', { what: strange });
  for (const literal of text.match(/(?<![\w.])[\d.][\w.]*/g) ?? []) {
    if (!/^\d{1,9}(\.\d{1,6})?$/.test(literal)) throw new DomainError('formula-not-allowed', { what: literal });
  }
  try {
    const { value, size } = compile(mathjs().parse(text), symbols);
    const named = new Set(text.match(/[a-z_]\w*/gi));
    const used = [...symbols].filter((symbol) => named.has(symbol));
    return Object.assign(
      (values: ReadonlyMap<string, Exact>): Exact => {
        requireRoom(size, used, values);
        const { above, below } = value(values);
        return ratio(above, below);
      },
      { size },
    );
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('formula-invalid', { formula: text, position: positionIn(error) });
  }
}

/** Where mathjs stopped reading, counted from 1; null where it does not say. Its own words are English, and not shown. */
const positionIn = (error: unknown): number | null =>
  error instanceof SyntaxError && 'char' in error && typeof error.char === 'number' ? error.char : null;

/** Literals have 15 digits at most. */
const DIGITS_OF_LITERAL = 15;

/** No number under way has more digits than its factors have together, and one for every sum. */
function requireRoom({ factors }: FormulaSize, used: readonly string[], values: ReadonlyMap<string, Exact>): void {
  let longest = DIGITS_OF_LITERAL;
  for (const symbol of used) {
    const value = values.get(symbol)!;
    longest = Math.max(longest, digits(numerator(value)), digits(denominator(value)));
  }
  const found = factors * (longest + 1);
  if (found > MOST_DIGITS)
    throw new DomainError('formula-too-large', { bound: 'digits', found: String(found), limit: String(MOST_DIGITS) });
}

const digits = (whole: bigint): number => (-TEN_DIGITS < whole && whole < TEN_DIGITS ? 10 : whole.toString().length);
const TEN_DIGITS = 10n ** 10n;

/** A formula that can be used, as it is built up: for whoever writes it in another language. */
export type ExpressionTree =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: ExpressionTree }
  | { readonly kind: 'power'; readonly of: ExpressionTree; readonly exponent: number }
  | { readonly kind: 'min' | 'max'; readonly of: readonly ExpressionTree[] }
  | {
      readonly kind: 'add' | 'subtract' | 'multiply' | 'divide';
      readonly left: ExpressionTree;
      readonly right: ExpressionTree;
    };

/** How a formula is built up that {@link compileExpression} takes. @throws DomainError what that throws */
export const expressionTree = (text: string): ExpressionTree => treeOf(mathjs().parse(text));

function treeOf(node: MathNode): ExpressionTree {
  switch (node.type) {
    case 'ConstantNode':
      return { kind: 'number', value: String((node as ConstantNode).value) };
    case 'SymbolNode':
      return { kind: 'symbol', name: (node as SymbolNode).name };
    case 'ParenthesisNode':
      return treeOf((node as ParenthesisNode).content);
    case 'OperatorNode': {
      const { fn, args } = node as OperatorNode;
      const operator = fn as string;
      if (operator === 'unaryPlus') return treeOf(args[0]!);
      if (operator === 'unaryMinus') return { kind: 'minus', of: treeOf(args[0]!) };
      const [left, right] = [treeOf(args[0]!), treeOf(args[1]!)];
      if (operator === 'pow' && right.kind === 'number') {
        return { kind: 'power', of: left, exponent: Number(right.value) };
      }
      const kind = (['add', 'subtract', 'multiply', 'divide'] as const).find((one) => one === operator);
      return kind ? { kind, left, right } : refuse(node);
    }
    case 'FunctionNode': {
      const { fn, args } = node as FunctionNode;
      const kind = (['min', 'max'] as const).find((one) => one === fn.name);
      return kind ? { kind, of: args.map(treeOf) } : refuse(node);
    }
    default:
      return refuse(node);
  }
}

/** A fraction that need not be in its lowest terms, `below` above zero: it is reduced once, when all is worked out. */
interface Quotient {
  readonly above: bigint;
  readonly below: bigint;
}

/** A part of a formula: its value, and how large it is. */
interface Part {
  readonly value: (values: ReadonlyMap<string, Exact>) => Quotient;
  readonly size: FormulaSize;
}

const LEAF: FormulaSize = { parts: 1, depth: 0, factors: 1 };

function compile(node: MathNode, symbols: ReadonlySet<string>): Part {
  switch (node.type) {
    case 'ConstantNode': {
      const { value } = node as ConstantNode;
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(node);
      const constant = quotientOf(exact(String(value)));
      return { value: () => constant, size: LEAF };
    }
    case 'SymbolNode': {
      const { name } = node as SymbolNode;
      if (!symbols.has(name)) {
        throw new DomainError('formula-unknown-symbol', { symbol: name, symbols: [...symbols].sort() });
      }
      return { value: (values) => quotientOf(values.get(name)!), size: LEAF };
    }
    case 'ParenthesisNode':
      return compile((node as ParenthesisNode).content, symbols);
    case 'OperatorNode':
      return compileOperator(node as OperatorNode, symbols);
    case 'FunctionNode':
      return compileFunction(node as FunctionNode, symbols);
    default:
      return refuse(node);
  }
}

const quotientOf = (value: Exact): Quotient => ({ above: numerator(value), below: denominator(value) });

/** Operations by the name that mathjs gives them. Without a prototype: a formula cannot name what JavaScript adds to every object. */
const OPERATORS: ReadonlyMap<string, (left: Quotient, right: Quotient) => Quotient> = new Map([
  ['add', plus],
  ['subtract', (left, right) => plus(left, negative(right))],
  ['multiply', times],
  [
    'divide',
    (left, right) => {
      if (right.above === 0n) throw new DomainError('division-by-zero');
      const turned = { above: right.below, below: right.above };
      return times(left, turned.below < 0n ? { above: -turned.above, below: -turned.below } : turned);
    },
  ],
]);

const CHOICES: ReadonlyMap<string, (a: Quotient, b: Quotient) => Quotient> = new Map([
  ['min', (a, b) => (a.above * b.below <= b.above * a.below ? a : b)],
  ['max', (a, b) => (a.above * b.below >= b.above * a.below ? a : b)],
]);

function plus(a: Quotient, b: Quotient): Quotient {
  if (a.below === b.below) return { above: a.above + b.above, below: a.below };
  return { above: a.above * b.below + b.above * a.below, below: a.below * b.below };
}

function times(a: Quotient, b: Quotient): Quotient {
  return { above: a.above * b.above, below: a.below * b.below };
}

const negative = ({ above, below }: Quotient): Quotient => ({ above: -above, below });

function compileOperator(node: OperatorNode, symbols: ReadonlySet<string>): Part {
  // "2 price" would be a product that nobody wrote down.
  if (node.implicit) return refuse(node);
  if ((node.fn as string) === 'pow') return compilePower(node, symbols);
  const parts = node.args.map((argument) => compile(argument, symbols));
  const [left, right] = parts as [Part, Part];
  if ((node.fn as string) === 'unaryPlus') return left;
  if ((node.fn as string) === 'unaryMinus') {
    return { value: (values) => negative(left.value(values)), size: around([left], left.size.factors) };
  }
  const operate = OPERATORS.get(node.fn as string);
  if (!operate) return refuse(node);
  return {
    value: (values) => operate(left.value(values), right.value(values)),
    size: around([left, right], left.size.factors + right.size.factors),
  };
}

function compilePower(node: OperatorNode, symbols: ReadonlySet<string>): Part {
  const [base, exponent] = node.args as [MathNode, ConstantNode];
  const { value, size } = compile(base, symbols);
  if (exponent.type !== 'ConstantNode' || !/^[0-9]$/.test(String(exponent.value))) return refuse(node);
  const power = Number(exponent.value);
  const part = { value, size };
  // To the power of zero everything is one, also what itself has no value.
  if (power === 0) return { value: () => ({ above: 1n, below: 1n }), size: around([part], 1) };
  return {
    value: (values) => {
      const { above, below } = value(values);
      return { above: above ** BigInt(power), below: below ** BigInt(power) };
    },
    size: around([part], size.factors * power),
  };
}

function compileFunction(node: FunctionNode, symbols: ReadonlySet<string>): Part {
  const choose = CHOICES.get(node.fn.name);
  if (!choose || node.args.length === 0) return refuse(node);
  const parts = node.args.map((argument) => compile(argument, symbols));
  return {
    value: (values) => parts.map((part) => part.value(values)).reduce(choose),
    size: around(parts, Math.max(...parts.map(({ size }) => size.factors))),
  };
}

/** The size of an operation on parts. */
const around = (parts: readonly Part[], factors: number): FormulaSize => ({
  parts: parts.reduce((all, { size }) => all + size.parts, 1),
  depth: 1 + Math.max(...parts.map(({ size }) => size.depth)),
  factors,
});

function refuse(node: MathNode): never {
  throw new DomainError('formula-not-allowed', { what: node.toString() });
}
