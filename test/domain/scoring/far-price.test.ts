import { describe, expect, it } from 'vitest';
import { exact } from '../../../src/domain/number.ts';
import { isFarFromOthers } from '../../../src/domain/scoring/far-price.ts';

const isFar = (price: string, ...others: string[]): boolean => isFarFromOthers(exact(price), others.map(exact));

describe('a price that is far from the others', () => {
  it.each([
    ['ten times as high', '1000000', ['90000', '110000'], true],
    ['a tenth', '10000', ['90000', '110000'], true],
    ['three times the middle is not yet far', '300000', ['90000', '110000'], false],
    ['just more is', '300000.01', ['90000', '110000'], true],
    ['a third of the middle is not yet far', '100000', ['290000', '310000'], false],
    ['zero among others', '0', ['1', '2'], true],
    ['among zeros any price is', '1', ['0', '0'], true],
    ['zero among zeros is not', '0', ['0', '0'], false],
    ['against one other nothing is said', '1000000', ['1'], false],
    ['the first price is never far', '1000000', [], false],
  ])('%s', (_, price, others, far) => expect(isFar(price, ...others)).toBe(far));
});
