import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DecisionMatrix, decisionMatrix } from '../../../src/domain/decision-matrix/matrix.ts';
import { matrixOf, type PublishedMatrix, readDecisionRules } from '../../../src/domain/decision-matrix/rules.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import { approximate, type Exact } from '../../../src/domain/number.ts';

const file = 'contract-models-2013.v2.json';
const path = new URL(`../../../criteria/contract-models/${file}`, import.meta.url);

/** The published contract models with their matrix. */
export const contractModels = readDecisionRules(JSON.parse(readFileSync(path, 'utf8')), file) as PublishedMatrix;
export const catalogue: DecisionMatrix = matrixOf(contractModels);

export const ORDINAL = [
  { symbol: '+', value: '1' },
  { symbol: '+/-', value: '0.5' },
  { symbol: '-', value: '0' },
];

/** A matrix written as rows: { a: '+ - -', b: '- + +' }; the criteria are c1, c2, ... */
export function matrixFrom(rows: Readonly<Record<string, string>>, scale = ORDINAL): DecisionMatrix {
  const alternatives = Object.entries(rows).map(([id, row]) => ({ id, symbols: row.split(' ') }));
  const criteria = alternatives[0]!.symbols.map((_, index) => `c${index + 1}`);
  return decisionMatrix({
    scale,
    criteria,
    alternatives: alternatives.map(({ id, symbols }) => ({
      id,
      scores: Object.fromEntries(symbols.map((symbol, index) => [criteria[index]!, symbol])),
    })),
  });
}

/** Random ordinal matrices of some alternatives and criteria. */
export const someMatrix = (alternatives: number, criteria: number) =>
  fc
    .tuple(fc.integer({ min: 2, max: alternatives }), fc.integer({ min: 2, max: criteria }))
    .chain(([rows, columns]) => {
      const symbol = fc.constantFrom('+', '+/-', '-');
      const row = fc.array(symbol, { minLength: columns, maxLength: columns }).map((symbols) => symbols.join(' '));
      return fc.array(row, { minLength: rows, maxLength: rows });
    })
    .map((rows) => matrixFrom(Object.fromEntries(rows.map((row, index) => [`a${index + 1}`, row]))));

/** Texts of fractions, for reading in an expectation. */
export const texts = (values: readonly Exact[]): string[] => values.map((value) => value.toFraction());

export const numbers = (values: readonly Exact[]): number[] => values.map(approximate);

/** The code of the DomainError that a call throws, with its details. */
export function failure(call: () => unknown): { code: string; details: unknown } | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, details: error.details };
    throw error;
  }
  return undefined;
}
