/** One limit: what is left of it, and what each of the things to choose from counts. */
export interface Limit {
  readonly room: bigint;
  readonly counts: readonly bigint[];
}

/** Beginnings of a choice that are looked at; beyond it the answer may be too high. */
export const CHOICE_STEPS = 200;

/** Steps that are left for many choices together; none left bounds every choice roughly. */
export interface Budget {
  steps: number;
}

/**
 * The most that can be chosen together within limits: by depth first, what is worth most first, each thing taken or not (Land & Doig 1960).
 * What is not looked at is bounded: by each limit alone, with a part of one thing (Dantzig 1957), and by limits on numbers of things of which
 * any two are disjoint or one within the other; there, taking what is worth most first is best (Edmonds 1971).
 * @param worth of each thing; each fits by itself
 * @param limits those on numbers of lots first, then the caps
 * @param caps how many of the limits are caps
 * @returns what can be reached, or more where there are too many choices; never less
 */
export function mostWithin(worth: readonly bigint[], limits: readonly Limit[], caps: number, budget: Budget): bigint {
  const order = [...worth.keys()]
    .filter((one) => worth[one]! > 0n)
    .sort((a, b) => (worth[a]! > worth[b]! ? -1 : worth[a]! < worth[b]! ? 1 : a - b));
  const lotLimits = limits.slice(0, limits.length - caps);
  const capLimits = limits.slice(limits.length - caps);
  const families = [
    nestedPart([...lotLimits, ...capLimits]),
    nestedPart([...lotLimits.slice(0, 1), ...capLimits, ...lotLimits.slice(1)]),
  ];
  const spent = limits.map(() => 0n);
  const roomOf = (limit: Limit): bigint => limit.room - spent[limits.indexOf(limit)]!;
  const spend = (one: number, times: 1n | -1n): void => {
    limits.forEach(({ counts }, place) => {
      spent[place]! += times * counts[one]!;
    });
  };
  const fits = (one: number): boolean => limits.every((limit) => limit.counts[one]! <= roomOf(limit));
  const boundOf = (left: readonly number[]): bigint => {
    let least = left.reduce((sum, one) => sum + worth[one]!, 0n);
    const lower = (bound: bigint): void => {
      if (bound < least) least = bound;
    };
    for (const family of families) lower(byNumbers(worth, family, roomOf, left));
    for (const limit of limits) lower(byShares(worth, limit, roomOf(limit), left));
    return least;
  };

  let best = 0n;
  let open = 0n;
  let steps = CHOICE_STEPS;
  // Depth first with a list of what is still to be done: what to take, and afterwards to give back.
  const todo: { from: readonly number[]; sum: bigint; above: bigint | undefined; take?: number; give?: number }[] = [
    { from: order, sum: 0n, above: undefined },
  ];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { from, sum, above, take, give } = next;
    if (give !== undefined) {
      spend(give, -1n);
      continue;
    }
    if (take !== undefined) {
      spend(take, 1n);
      todo.push({ from: [], sum, above, give: take });
    }
    const left = from.filter(fits);
    if (left.length === 0) {
      if (sum > best) best = sum;
      continue;
    }
    if (steps <= 0 || (above !== undefined && budget.steps <= 0)) {
      if (above !== undefined && above > open) open = above;
      continue;
    }
    steps--;
    budget.steps--;
    const own = sum + boundOf(left);
    const bound = above !== undefined && above < own ? above : own;
    if (bound <= best) continue;
    const taken: number[] = [];
    for (const one of left) {
      if (!fits(one)) continue;
      spend(one, 1n);
      taken.push(one);
    }
    const reached = taken.reduce((all, one) => all + worth[one]!, sum);
    for (const one of taken) spend(one, -1n);
    if (reached > best) best = reached;
    if (bound <= best) continue;
    const [first, ...others] = left;
    todo.push({ from: others, sum, above: bound });
    todo.push({ from: others, sum: sum + worth[first!]!, above: bound, take: first! });
  }
  return open > best ? open : best;
}

/** The first limits of which any two count different things, or one counts all that the other counts. */
function nestedPart(limits: readonly Limit[]): Limit[] {
  const chosen: Limit[] = [];
  for (const limit of limits) {
    const isNested = ({ counts }: Limit): boolean => {
      const own = limit.counts.filter((count) => count > 0n).length;
      const other = counts.filter((count) => count > 0n).length;
      const both = counts.filter((count, one) => count > 0n && limit.counts[one]! > 0n).length;
      return both === 0 || both === own || both === other;
    };
    if (chosen.every(isNested)) chosen.push(limit);
  }
  return chosen;
}

/** Each limit allows as many things as the ones that count least fit in it. */
function byNumbers(
  worth: readonly bigint[],
  family: readonly Limit[],
  roomOf: (limit: Limit) => bigint,
  left: readonly number[],
): bigint {
  const numbers = family.map((limit) => {
    const counts = left.map((one) => limit.counts[one]!).filter((count) => count > 0n);
    counts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    let used = 0n;
    const beyond = counts.findIndex((count) => {
      used += count;
      return used > roomOf(limit);
    });
    return beyond === -1 ? counts.length : beyond;
  });
  let sum = 0n;
  for (const one of left) {
    const counting = [...family.keys()].filter((place) => family[place]!.counts[one]! > 0n);
    if (counting.some((place) => numbers[place] === 0)) continue;
    for (const place of counting) numbers[place]!--;
    sum += worth[one]!;
  }
  return sum;
}

/** The other limits left aside: what is worth most for what it counts first, and of the first that does not fit a part. */
function byShares(worth: readonly bigint[], { counts }: Limit, room: bigint, left: readonly number[]): bigint {
  const ratio = (a: number, b: number): bigint => worth[b]! * counts[a]! - worth[a]! * counts[b]!;
  const sorted = [...left].sort((a, b) => {
    const difference = ratio(a, b);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
  let sum = 0n;
  let rest = room;
  for (const one of sorted) {
    if (counts[one]! > rest) return sum + (worth[one]! * rest) / counts[one]!;
    rest -= counts[one]!;
    sum += worth[one]!;
  }
  return sum;
}
