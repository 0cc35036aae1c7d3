import { describe, expect, it } from 'vitest';
import { LaidOut } from '../../../src/reports/pdf/laid-out.ts';

describe('what is laid out when it is asked for', () => {
  it('is laid out once until it is drawn, in the order in which it is asked for', () => {
    const asked: number[] = [];
    const things = new LaidOut(3, (index) => {
      asked.push(index);
      return { index };
    });
    expect(things.length).toBe(3);
    const first = things.get(0);
    things.get(1);
    expect(things.get(0)).toBe(first);
    expect(things.take(0)).toBe(first);
    expect(things.take(1)).toEqual({ index: 1 });
    expect(asked).toEqual([0, 1]);
  });

  it('is let go when it is taken', () => {
    const things = new LaidOut(1, () => ({}));
    expect(things.take(0)).not.toBe(things.take(0));
  });
});
