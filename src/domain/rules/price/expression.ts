import { createRequire } from 'node:module';
import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { DomainError } from '../../errors.ts';
import { add, divide, type Exact, exact, maximum, minimum, multiply, ONE, subtract, ZERO } from '../../number.ts';

/** An own formula, parsed once: gives the exact value for exact values of its symbols. */
export type Expression = (values: ReadonlyMap<string, Exact>) => Exact;

const require = createRequire(import.meta.url);

/** mathjs takes a third of a second and 40 MB to load: only a rule set with an own formula pays for it. */
const mathjs = (): { parse(text: string): MathNode } => require('mathjs/number');

/**
 * Compiles a formula. mathjs reads it; what it means is decided here: whole and decimal numbers, the declared symbols,
 * + - * /, a whole power from 0 to 9, min, max and brackets, all exact. Nothing else, so that no formula can round in silence.
 * @param symbols the names that may be used
 * @throws DomainError `formula-invalid` when it cannot be read, with the character where it stops being readable, `formula-unknown-symbol`, `formula-not-allowed` with what is not allowed;
 *   on evaluation `division-by-zero`
 */
export function compileExpression(text: string, symbols: ReadonlySet<string>): Expression {
  const strange = /[^\w\s.,+\-*/^()]/.exec(text)?.[0];
  if (strange !== undefined) throw new DomainError('formula-not-allowed', { what: strange });
  for (const literal of text.match(/(?<![\w.])[\d.][\w.]*/g) ?? []) {
    if (!/^\d{1,9}(\.\d{1,6})?$/.test(literal)) throw new DomainError('formula-not-allowed', { what: literal });
  }
  try {
    return compile(mathjs().parse(text), symbols);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('formula-invalid', { formula: text, position: positionIn(error) });
  }
}

/** Where mathjs stopped reading, counted from 1; null where it does not say. Its own words are English, and not shown. */
const positionIn = (error: unknown): number | null =>
  error instanceof SyntaxError && 'char' in error && typeof error.char === 'number' ? error.char : null;

function compile(node: MathNode, symbols: ReadonlySet<string>): Expression {
  switch (node.type) {
    case 'ConstantNode': {
      const { value } = node as ConstantNode;
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(node);
      const constant = exact(String(value));
      return () => constant;
    }
    case 'SymbolNode': {
      const { name } = node as SymbolNode;
      if (!symbols.has(name)) {
        throw new DomainError('formula-unknown-symbol', { symbol: name, symbols: [...symbols].sort() });
      }
      return (values) => values.get(name)!;
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

function compileOperator(node: OperatorNode, symbols: ReadonlySet<string>): Expression {
  // "2 price" would be a product that nobody wrote down.
  if (node.implicit) return refuse(node);
  const parts = node.args.map((argument) => compile(argument, symbols));
  const [left, right] = parts as [Expression, Expression];
  switch (node.fn as string) {
    case 'unaryMinus':
      return (values) => subtract(ZERO, left(values));
    case 'unaryPlus':
      return left;
    case 'add':
      return (values) => add(left(values), right(values));
    case 'subtract':
      return (values) => subtract(left(values), right(values));
    case 'multiply':
      return (values) => multiply(left(values), right(values));
    case 'divide':
      return (values) => divide(left(values), right(values));
    case 'pow': {
      const power = node.args[1] as ConstantNode;
      if (power.type !== 'ConstantNode' || !/^[0-9]$/.test(String(power.value))) return refuse(node);
      return (values) => Array.from({ length: Number(power.value) }, () => left(values)).reduce(multiply, ONE);
    }
    default:
      return refuse(node);
  }
}

function compileFunction(node: FunctionNode, symbols: ReadonlySet<string>): Expression {
  const choose = { min: minimum, max: maximum }[node.fn.name];
  if (!choose || node.args.length === 0) return refuse(node);
  const parts = node.args.map((argument) => compile(argument, symbols));
  return (values) => parts.map((part) => part(values)).reduce(choose);
}

function refuse(node: MathNode): never {
  throw new DomainError('formula-not-allowed', { what: node.toString() });
}
