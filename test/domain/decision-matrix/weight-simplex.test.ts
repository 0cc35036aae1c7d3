import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cutEdge,
  heightAt,
  partAbove,
  partAboveInBigints,
  sumAt,
  wholeSimplex,
  withHeights,
} from '../../../src/domain/decision-matrix/weight-simplex.ts';
import { bigints, doubles } from '../../../src/domain/decision-matrix/whole-numbers.ts';
import { add, type Exact, equals, multiply, ratio } from '../../../src/domain/number.ts';

const volume = ({ corners, determinant }: Cell<bigint>): Exact =>
  ratio(
    determinant,
    corners.reduce((product, corner) => product * corner[sumAt(corners.length)]!, 1n),
  );

const someForm = fc.array(fc.bigInt({ min: -4n, max: 4n }), { minLength: 2, maxLength: 6 });

describe('a cell of weight space', () => {
  it('has volume one when it is the whole simplex', () => {
    expect(volume(wholeSimplex(4)).toFraction()).toBe('1');
  });

  it('is divided by a cut into two cells that together have its volume', () => {
    fc.assert(
      fc.property(someForm, (form) => {
        const upper = form.findIndex((value) => value > 0n);
        const lower = form.findIndex((value) => value < 0n);
        fc.pre(upper >= 0 && lower >= 0);
        const cell = withHeights(wholeSimplex(form.length), [form], bigints)!;
        const { withoutLower, withoutUpper } = cutEdge(cell, upper, lower, heightAt(form.length, 0), bigints)!;
        expect(add(volume(withoutLower), volume(withoutUpper)).toFraction()).toBe('1');
        expect(withoutLower.corners[lower]![heightAt(form.length, 0)]).toBe(0n);
      }),
    );
  });

  it('refuses heights that a double cannot hold', () => {
    expect(withHeights(wholeSimplex(2), [[2n ** 60n, -1n]], doubles)).toBeUndefined();
  });
});

describe("Varsi's formula", () => {
  const part = (form: readonly bigint[]): string => {
    const cell = withHeights(wholeSimplex(form.length), [form], bigints)!;
    const { part: above, whole } = partAbove(cell.corners, heightAt(form.length, 0), bigints);
    return ratio(above, whole).toFraction();
  };

  it('gives known parts', () => {
    expect(part([1n, -1n])).toBe('1/2');
    expect(part([1n, -2n])).toBe('1/3');
    expect(part([1n, -1n, -1n])).toBe('1/4');
    expect(part([1n, 0n, -1n, 0n])).toBe('1/2');
    expect(part([1n, 1n, -1n, -1n])).toBe('1/2');
    expect(part([1n, 2n])).toBe('1');
    expect(part([-1n, 0n])).toBe('0');
  });

  it('equals the volume of the cells above, found by cutting', () => {
    const above = (cell: Cell<bigint>, height: number): Exact => {
      const upper = cell.corners.findIndex((corner) => corner[height]! > 0n);
      const lower = cell.corners.findIndex((corner) => corner[height]! < 0n);
      if (upper < 0) return ratio(0n, 1n);
      if (lower < 0) return volume(cell);
      const { withoutLower, withoutUpper } = cutEdge(cell, upper, lower, height, bigints)!;
      return add(above(withoutLower, height), above(withoutUpper, height));
    };
    fc.assert(
      fc.property(someForm, (form) => {
        fc.pre(form.some((value) => value !== 0n));
        const cell = withHeights(wholeSimplex(form.length), [form], bigints)!;
        expect(part(form)).toBe(above(cell, heightAt(form.length, 0)).toFraction());
      }),
    );
  });

  it('is the same in doubles, as long as they can hold it', () => {
    fc.assert(
      fc.property(someForm, (form) => {
        const height = heightAt(form.length, 0);
        const { corners } = withHeights(wholeSimplex(form.length), [form], doubles)!;
        const small = partAbove(corners, height, doubles);
        fc.pre(!Number.isNaN(small.part) && !Number.isNaN(small.whole));
        const large = partAboveInBigints(corners, height);
        expect(
          equals(
            ratio(BigInt(small.part), BigInt(small.whole)),
            multiply(ratio(large.part, 1n), ratio(1n, large.whole)),
          ),
        ).toBe(true);
      }),
    );
  });
});
