import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximate, type Exact, exact, toFractionText } from '../../../../src/domain/number.ts';
import { compileExpression } from '../../../../src/domain/rules/price/expression.ts';
import { refusalOf } from '../../../support/refusal.ts';

const valuesOf = (values: Readonly<Record<string, string>>): ReadonlyMap<string, Exact> =>
  new Map(Object.entries(values).map(([name, value]) => [name, exact(value)]));
const evaluated = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  toFractionText(compileExpression(text, new Set(Object.keys(values)))(valuesOf(values)));
const refusal = (text: string): string | undefined =>
  refusalOf(() => compileExpression(text, new Set(['price', 'lowest'])));

describe('an own formula', () => {
  it('counts exactly: a third of three is one, and three tenths are three tenths', () => {
    expect(evaluated('1 / 3 * 3')).toBe('1');
    expect(evaluated('0.1 + 0.2 - 0.3')).toBe('0');
    expect(evaluated('price / 3', { price: '1' })).toBe('1/3');
  });

  it('knows the order of operations, brackets, powers, min and max', () => {
    expect(evaluated('2 + 3 * 4')).toBe('14');
    expect(evaluated('(2 + 3) * 4')).toBe('20');
    expect(evaluated('-2 ^ 2')).toBe('-4');
    expect(evaluated('8 - 4 - 2')).toBe('2');
    expect(evaluated('price ^ 0', { price: '7' })).toBe('1');
    expect(evaluated('price ^ 9', { price: '2' })).toBe('512');
    expect(evaluated('max(0, price - 5, 2) + min(price, 4)', { price: '3' })).toBe('5');
  });

  it('takes a constant with figures in its name', () => {
    expect(evaluated('x1e5 * q2', { x1e5: '2', q2: '3' })).toBe('6');
  });

  it('refuses a percentage, a comment and other signs', () => {
    expect(['50%', 'price # note', 'price; 2', 'price!'].map(refusal)).toEqual(Array(4).fill('formula-not-allowed'));
  });

  it('knows no function that JavaScript adds to every object', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      expect([name, refusal(`${name}(price, lowest)`)]).toEqual([name, 'formula-not-allowed']);
    }
  });

  it('gives no value to a division by zero, except where its power is zero', () => {
    expect(evaluated('(1 / (price - 2)) ^ 0', { price: '2' })).toBe('1');
    expect(refusalOf(() => evaluated('(1 / (price - 2)) ^ 1', { price: '2' }))).toBe('division-by-zero');
    expect(evaluated('1 / (0 - price) * -6', { price: '2' })).toBe('3');
  });

  it('says how large it is, before it is given any number', () => {
    const sizeOf = (text: string) => compileExpression(text, new Set(['price', 'lowest'])).size;
    expect(sizeOf('price')).toEqual({ parts: 1, depth: 0, factors: 1 });
    expect(sizeOf('price / lowest + 1')).toEqual({ parts: 5, depth: 2, factors: 3 });
    expect(sizeOf('max(price, lowest, 1)')).toEqual({ parts: 4, depth: 1, factors: 1 });
    expect(sizeOf('-((price - lowest) ^ 9)')).toEqual({ parts: 5, depth: 3, factors: 18 });
    expect(sizeOf('(((((price)^9)^9)^9)^9)^9')).toEqual({ parts: 6, depth: 5, factors: 59_049 });
  });

  it.each([
    '(((((price)^9)^9)^9)^9)^9',
    '(((((1 / price)^9)^9)^9)^9)^9',
    '(((((price / lowest - 1)^9)^9)^9)^9)^0 - (((((-2)^9)^9)^9)^9)^9',
  ])('refuses to work out %s: no number under way grows without end', (text) => {
    expect(refusalOf(() => evaluated(text, { price: '123456.78', lowest: '99999.99' }))).toBe('formula-too-large');
  });

  it('looks at no more names than it uses', () => {
    const long = `1${'0'.repeat(398)}/${'3'.repeat(399)}`;
    expect(evaluated('(price ^ 9) ^ 9', { price: '1', quality: long })).toBe('1');
    expect(refusalOf(() => evaluated('((quality ^ 9) ^ 9) ^ 2', { price: '1', quality: long }))).toBe(
      'formula-too-large',
    );
  });

  it('divides by zero only with an error', () => {
    expect(refusalOf(() => evaluated('1 / (price - 2)', { price: '2' }))).toBe('division-by-zero');
  });

  it('is refused with the reason when it cannot be read', () => {
    for (const text of ['', '(price', 'price +', 'price price price *', '1 2', 'max(price', '))']) {
      expect([text, refusal(text)]).toEqual([text, expect.stringMatching(/^formula-(invalid|not-allowed)$/)]);
    }
    expect(refusal('(price')).toBe('formula-invalid');
  });

  it.each([
    '2 price',
    'price(2)',
    'price ^ 0.5',
    'price ^ 10',
    'price ^ -1',
    'price ^ lowest',
    'sqrt(price)',
    'log(price)',
    'round(price)',
    'random()',
    'max()',
    'price > lowest',
    'price == lowest ? 1 : 2',
    'price.constructor',
    'price["x"]',
    '[price, lowest]',
    'f(x) = x',
    'x = 1',
    'price; lowest',
    '"price"',
    'true',
    'price!',
    'price mod 2',
    '1e3',
    '0x10',
    '0b11',
    '.5',
    '1.',
    '1.1234567',
    '1234567890',
  ])('refuses %s: nothing but the documented operations', (text) => {
    expect(refusal(text)).toBe('formula-not-allowed');
  });

  it('refuses a name that was not declared', () => {
    for (const text of ['prijs', 'PRICE', 'pi', 'e', 'Infinity', 'import', 'price * constructor', '__proto__']) {
      expect([text, refusal(text)]).toEqual([text, expect.stringMatching(/^formula-(unknown-symbol|not-allowed)$/)]);
    }
    expect(refusal('prijs')).toBe('formula-unknown-symbol');
  });
});

interface Made {
  readonly text: string;
  readonly value: number;
}
const names = { price: 12.5, lowest: 10, quality: 3.75 };
const { expression } = fc.letrec<{ expression: Made; leaf: Made; operation: Made }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...Object.entries(names)).map(([text, value]) => ({ text, value })),
    fc.integer({ min: 0, max: 99_999 }).map((n) => ({ text: (n / 100).toFixed(2), value: n / 100 })),
  ),
  operation: fc
    .tuple(
      fc.constantFrom('+', '-', '*', '/', 'min', 'max', '^'),
      tie('expression'),
      tie('expression'),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([operator, a, b, power]): Made => {
      switch (operator) {
        case '+':
          return { text: `(${a.text} + ${b.text})`, value: a.value + b.value };
        case '-':
          return { text: `(${a.text} - ${b.text})`, value: a.value - b.value };
        case '*':
          return { text: `(${a.text} * ${b.text})`, value: a.value * b.value };
        case '/':
          return { text: `(${a.text} / ${b.text})`, value: a.value / b.value };
        case '^':
          return { text: `(${a.text}) ^ ${power}`, value: a.value ** power };
        default:
          return {
            text: `${operator}(${a.text}, ${b.text})`,
            value: operator === 'min' ? Math.min(a.value, b.value) : Math.max(a.value, b.value),
          };
      }
    }),
  expression: fc.oneof({ maxDepth: 4, depthSize: 'small' }, tie('leaf'), tie('operation')),
}));

describe('any formula of these operations', () => {
  it('gives what floating point gives, as far as that goes', () => {
    const symbols = new Set(Object.keys(names));
    const values = new Map(Object.entries(names).map(([name, value]) => [name, exact(String(value))]));
    fc.assert(
      fc.property(expression, ({ text, value }) => {
        const compiled = compileExpression(text, symbols);
        let found: number;
        try {
          found = approximate(compiled(values));
        } catch {
          expect(refusalOf(() => compiled(values))).toBe('division-by-zero');
          return;
        }
        // Differences of nearly equal figures lose their digits in floating point, and so do quotients by them.
        fc.pre(Number.isFinite(value) && Math.abs(value) < 1e12 && Math.abs(value) > 1e-6);
        expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
      }),
      { numRuns: 500 },
    );
  });
});
