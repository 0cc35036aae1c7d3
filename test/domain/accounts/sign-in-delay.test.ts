import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  DELAY_RULES,
  type Tries,
  waitOf,
  withoutLast,
} from '../../../src/domain/accounts/sign-in-delay.ts';

const HOUR = 3_600_000;
const START = Date.parse('2027-03-01T08:00:00Z');

/** A guesser who tries again at the first moment at which that is allowed: how many tries in so long. */
function triesIn(kind: keyof typeof DELAY_RULES, hours: number): number {
  let [now, tries, made]: [number, Tries | undefined, number] = [START, undefined, 0];
  while (now < START + hours * HOUR) {
    tries = afterFailure(DELAY_RULES[kind], tries, now);
    made += 1;
    now += Math.max(1000, waitOf(tries, now));
  }
  return made;
}

describe('failed tries', () => {
  it('are free at first, then wait twice as long each time', () => {
    let tries: Tries | undefined;
    const waits: number[] = [];
    for (let index = 0; index < 9; index++) {
      tries = afterFailure(DELAY_RULES.account, tries, START);
      waits.push(waitOf(tries, START) / 1000);
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8]);
  });

  it('never reach a hundred an hour on one account (OWASP ASVS 2.2.1)', () => {
    expect(triesIn('account', 1)).toBeLessThan(20);
    expect(triesIn('account', 24)).toBeLessThan(140);
    expect(triesIn('known', 1)).toBeLessThan(100);
  });

  it('on one account do not come near the bound of an address', () => {
    let address: Tries | undefined;
    let [now, known]: [number, Tries | undefined] = [START, undefined];
    while (now < START + 24 * HOUR) {
      known = afterFailure(DELAY_RULES.known, known, now);
      address = afterFailure(DELAY_RULES.address, address, now);
      expect(waitOf(address, now)).toBe(0);
      now += Math.max(1000, waitOf(known, now));
    }
    expect(address!.level).toBeLessThan(DELAY_RULES.address.free / 2);
  });

  it('wait within their bound whatever happens, and are forgotten within a day', () => {
    const kinds = fc.constantFrom(...Object.values(DELAY_RULES));
    fc.assert(
      fc.property(kinds, fc.array(fc.integer({ min: 0, max: 10 * 60_000 }), { maxLength: 400 }), (rule, gaps) => {
        let [now, tries]: [number, Tries | undefined] = [START, undefined];
        for (const gap of gaps) {
          now += gap;
          tries = afterFailure(rule, tries, now);
          expect(waitOf(tries, now)).toBeLessThanOrEqual(rule.longest);
        }
        expect(waitOf(afterFailure(rule, tries, now + 24 * HOUR), now + 24 * HOUR)).toBe(0);
      }),
    );
  });

  it('a right password takes its own try back', () => {
    const before = afterFailure(DELAY_RULES.address, undefined, START);
    expect(withoutLast(afterFailure(DELAY_RULES.address, before, START), START).level).toBe(before.level);
  });
});
