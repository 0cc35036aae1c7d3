import { describe, expect, it } from 'vitest';
import { type Agreement, changesAnything, settle } from '../../../src/domain/contract/agreements.ts';
import { exact, toDecimalText } from '../../../src/domain/number.ts';

const of = (kind: Agreement['kind'], threshold: string, municipality: string): Agreement => ({
  kind,
  threshold,
  municipality,
});
const toMunicipality = (...[agreement, sum, figure, shortage]: [Agreement, string, string, string?]): string => {
  const settled = settle(agreement, exact(sum), exact(figure), exact(shortage ?? '0'));
  return toDecimalText(settled.municipality, 2);
};

describe('agreements with the figures of the user', () => {
  it('share the risk beyond a threshold, both ways', () => {
    const agreement = of('risk-sharing', '2', '50');
    // Sum a million, free 20,000: of 1,050,000 there is 30,000 beyond, of which half is for the municipality.
    expect(toMunicipality(agreement, '1000000', '1050000')).toBe('15000.00');
    expect(toMunicipality(agreement, '1000000', '950000')).toBe('-15000.00');
    expect(toMunicipality(agreement, '1000000', '1020000')).toBe('0.00');
    expect(changesAnything(settle(agreement, exact('1000000'), exact('1020000')))).toBe(false);
  });

  it('open a valve for policy of others', () => {
    expect(toMunicipality(of('policy-valve', '1', '100'), '1000000', '60000')).toBe('50000.00');
    expect(toMunicipality(of('policy-valve', '1', '100'), '1000000', '-60000')).toBe('-50000.00');
  });

  it('limit profit, of which that made through lack of staff goes back whole', () => {
    const agreement = of('profit-limit', '3', '50');
    expect(toMunicipality(agreement, '1000000', '50000')).toBe('-10000.00');
    // Of 50,000, 20,000 goes back whole; the other 30,000 is exactly what may be kept.
    expect(toMunicipality(agreement, '1000000', '50000', '20000')).toBe('-20000.00');
    expect(toMunicipality(agreement, '1000000', '-5000')).toBe('0.00');
  });
});
