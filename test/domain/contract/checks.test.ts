import { describe, expect, it } from 'vitest';
import type { NewContractEvent } from '../../../src/domain/contract/events.ts';
import { contractDossier, contractFor } from '../../support/contract-dossier.ts';
import { figuresOf, indexOf } from '../../support/contracts.ts';
import { refusalOf } from '../../support/refusal.ts';

/** What is allowed beside what is refused; every refusal has its provocation in test/errors/contracts.ts. */

const reason = 'Zoals besproken.';
/** With what the last of these events is refused, after the others. */
function lastOf(...events: readonly NewContractEvent[]): string | undefined {
  const { say } = contractDossier();
  for (const event of events.slice(0, -1)) say(event);
  return refusalOf(() => say(events.at(-1)!));
}
const added = (start: string, until: string): NewContractEvent => ({
  type: 'contract-added',
  payload: contractFor('west', { start, until }),
});
const ended = (on: string): NewContractEvent => ({
  type: 'contract-ended',
  payload: { area: 'west', on, reason, document: null },
});
const figures = (quarter: string, on: string, change: string | null = null) =>
  figuresOf('west', quarter, on, [10, 10, 80, 20], { reason: change });
const considered = (extension: number): NewContractEvent => ({
  type: 'growth-path-considered',
  payload: { extension, steps: [], communityInitiatives: null, reason },
});
const decided = (extension: number, decidedOn: string, extended = true): NewContractEvent => ({
  type: 'extension-decided',
  payload: { area: 'west', extension, extended, decidedOn, by: 'Het college', reason },
});
const agreed: NewContractEvent = {
  type: 'deciding-agreed',
  payload: { monthsBefore: 12, decider: 'Het college', reason: null },
};
const withdrawn = (seq: number): NewContractEvent => ({ type: 'entry-withdrawn', payload: { seq, reason } });

describe('a contract', () => {
  it('comes after the one before it ended, and not on its last day', () => {
    expect(lastOf(ended('2028-12-31'), added('2029-01-01', '2029-01-01'))).toBeUndefined();
    expect(lastOf(ended('2028-12-31'), added('2028-12-31', '2029-12-31'))).toBe('area-has-contract');
    expect(lastOf(ended('2026-12-31'))).toBe('before-the-start');
    expect(lastOf(ended('2027-01-01'))).toBeUndefined();
  });

  it('can have its end withdrawn while nothing came after it', () => {
    expect(lastOf(ended('2028-12-31'), withdrawn(4))).toBeUndefined();
    expect(lastOf(ended('2028-12-31'), added('2029-01-01', '2029-12-31'), withdrawn(4))).toBe('entry-is-used');
  });
});

describe('figures of a quarter', () => {
  it('come in from the day after its end, once, and then with a reason', () => {
    expect(lastOf(figures('2027-Q1', '2027-03-31'))).toBe('quarter-not-over');
    expect(lastOf(figures('2027-Q1', '2027-04-01'))).toBeUndefined();
    expect(lastOf(figures('2027-Q1', '2027-04-01'), figures('2027-Q1', '2027-04-02'))).toBe('change-needs-reason');
    expect(lastOf(figures('2027-Q1', '2027-04-01'), figures('2027-Q1', '2027-04-02', reason))).toBeUndefined();
  });

  it('are those of a quarter in which the contract ran, if only for a day', () => {
    expect(lastOf(ended('2028-01-01'), figures('2028-Q1', '2028-04-01'))).toBeUndefined();
    expect(lastOf(ended('2027-12-31'), figures('2028-Q1', '2028-04-01'))).toBe('quarter-outside-term');
    expect(lastOf(figures('2031-Q1', '2031-04-01'))).toBe('quarter-after-term');
    expect(lastOf(agreed, considered(1), decided(1, '2029-12-31'), figures('2031-Q1', '2031-04-01'))).toBeUndefined();
  });
});

describe('a percentage', () => {
  it('can become final, and be corrected with a reason', () => {
    const final = indexOf(2026, 'final', '3.4', '2027-04-01');
    expect(lastOf(indexOf(2026, 'provisional', '3.1', '2026-10-01'), final)).toBeUndefined();
    expect(lastOf(final, indexOf(2026, 'final', '3.5', '2027-05-01'))).toBe('change-needs-reason');
    expect(lastOf(final, indexOf(2026, 'final', '3.5', '2027-05-01', reason))).toBeUndefined();
    expect(lastOf(indexOf(2026, 'final', '-99.9', '2027-04-01'))).toBeUndefined();
  });
});

describe('an extension', () => {
  it('is decided on until its last moment, after the growth path was considered', () => {
    expect(lastOf(agreed, considered(1), decided(1, '2029-12-31'))).toBeUndefined();
    expect(lastOf(agreed, considered(1), decided(1, '2030-01-01'))).toBe('extension-too-late');
    expect(lastOf(considered(1), decided(1, '2030-12-31'))).toBeUndefined();
  });

  it('can be declined late, and without considering', () => {
    expect(lastOf(agreed, decided(1, '2030-01-01', false))).toBeUndefined();
  });

  it('follows the one before it', () => {
    const first = [considered(1), considered(2), decided(1, '2029-10-01')];
    expect(lastOf(...first, decided(2, '2032-10-01'))).toBeUndefined();
    expect(lastOf(considered(1), decided(1, '2029-10-01', false), considered(2), decided(2, '2032-10-01'))).toBe(
      'extension-not-next',
    );
    expect(lastOf(...first, withdrawn(4))).toBe('entry-is-used');
    expect(lastOf(...first, withdrawn(6), withdrawn(5), withdrawn(4))).toBeUndefined();
  });
});
