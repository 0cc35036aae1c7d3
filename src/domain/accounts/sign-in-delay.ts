/** How failed tries of one kind add up: freely at first, then each with twice the wait of the one before. Times in milliseconds. */
export interface DelayRule {
  /** So many failures wait for nothing. */
  readonly free: number;
  /** No wait is longer. */
  readonly longest: number;
  /** One failure is forgotten in so long. */
  readonly forgets: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * - `account`: from places where the account never signed in, however many there are. A guesser with a thousand addresses gets four
 *   tries an hour.
 * - `known`: from one browser or address where the account signed in before: who makes a mistake there waits a minute at most, whatever
 *   happens elsewhere.
 * - `address`: one address that tries many accounts. Its bound is high, because an office has one address: failures on one account,
 *   slowed by that account, never reach it.
 */
export const DELAY_RULES = {
  account: { free: 5, longest: 15 * MINUTE, forgets: 30 * MINUTE },
  known: { free: 5, longest: MINUTE, forgets: 10 * MINUTE },
  address: { free: 100, longest: 5 * MINUTE, forgets: MINUTE },
} as const satisfies Readonly<Record<string, DelayRule>>;

/** What is known of failed tries: how many still count, when the last was, and from when on the next may be. */
export interface Tries {
  readonly level: number;
  readonly at: number;
  readonly freeAt: number;
}

/** How long the next try must wait, in milliseconds; 0 when it need not. */
export const waitOf = (tries: Tries | undefined, now: number): number => Math.max(0, (tries?.freeAt ?? 0) - now);

/** The tries after one more that failed. */
export function afterFailure(rule: DelayRule, tries: Tries | undefined, now: number): Tries {
  const before = Math.max(0, (tries?.level ?? 0) - Math.max(0, now - (tries?.at ?? now)) / rule.forgets);
  // More than what gives the longest wait does not count: after an attack the waits are soon short again.
  const most = rule.free + Math.ceil(Math.log2(rule.longest / SECOND)) + 1;
  const level = Math.min(before + 1, most);
  const wait = level <= rule.free ? 0 : Math.min(rule.longest, SECOND * 2 ** (Math.ceil(level - rule.free) - 1));
  return { level, at: now, freeAt: now + wait };
}

/** The tries when the last one turned out right: it does not count. */
export const withoutLast = (tries: Tries, now: number): Tries => ({
  level: Math.max(0, tries.level - 1),
  at: now,
  freeAt: 0,
});
