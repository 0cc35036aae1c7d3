import type { Awarded, AwardOutcome, Variant } from '../domain/award/outcome.ts';
import { compare, equals, exact, ZERO } from '../domain/number.ts';
import { lotsOf } from '../domain/rules/bid.ts';
import type { Names } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import type { Messages } from '../messages/messages.ts';
import { limitName } from './award-glance.ts';
import { totalsColumn } from './totals.ts';

/** What the limits do, and what other limits would: only what makes a difference is told in full. */
export interface LimitsInWords {
  /** The award itself first; none where no other limit gives another division. */
  readonly rows: readonly OtherLimits[];
  /** Announced limits without which the award would be the same, by name. */
  readonly idle: readonly string[];
  /** None of them makes a difference. */
  readonly allIdle: boolean;
  /** Other limits under which the award would be the same. */
  readonly same: readonly string[];
  /** Other limits under which there is no award. */
  readonly impossible: readonly string[];
}

/** A division under other limits; several that give the same one are told together. */
export interface OtherLimits {
  readonly whats: readonly string[];
  /** What is so now. */
  readonly current: boolean;
  /** Who has each lot, in the order of the lots; empty where that is as in the award. */
  readonly holders: readonly string[];
  readonly total: string;
  /** Against the award; a dash where more or fewer lots stay open. */
  readonly cost: string;
}

interface Other {
  readonly what: string;
  readonly total: string;
  readonly cost: string;
  readonly lots: readonly Awarded[];
}

/** What each limit costs, and what other limits would give; null where limits say nothing, as with one lot. */
export function limitsInWords(
  m: Messages,
  rules: TenderRules,
  names: Names,
  award: AwardOutcome,
): LimitsInWords | null {
  const { limitCosts, variants, total } = award;
  if (rules.lots.length === 1 || total === null || limitCosts.length + variants.length === 0) return null;
  const others = variants.filter(({ current }) => !current);
  const isSame = (one: { readonly cost: string | null }, fits: boolean): boolean =>
    fits && one.cost !== null && equals(exact(one.cost), ZERO);
  const changed: Other[] = [
    ...limitCosts.flatMap(({ without, ...one }) =>
      isSame(one, true) ? [] : [{ ...one, what: m.award.without[without] }],
    ),
    ...others.flatMap(({ limit, value, total: sum, cost, lots }) =>
      sum === null || cost === null || isSame({ cost }, fits(award, limit, value))
        ? []
        : [{ what: m.award.variant[limit](value), total: sum, cost, lots }],
    ),
  ];
  const idle = limitCosts.filter((one) => isSame(one, true));
  const named = (found: readonly Variant[]): string[] => found.map(({ limit, value }) => m.award.variant[limit](value));
  return {
    rows: changed.length === 0 ? [] : rowsOf(m, rules, names, award, together(changed)),
    idle: idle.length === limitCosts.length ? [] : idle.map(({ without }) => limitName(m, rules, without)),
    allIdle: limitCosts.length > 0 && idle.length === limitCosts.length,
    same: named(others.filter((one) => isSame(one, fits(award, one.limit, one.value)))),
    impossible: named(others.filter((one) => one.total === null)),
  };
}

const signed = (cost: string, shown: string): string => `${compare(exact(cost), ZERO) > 0 ? '+' : ''}${shown}`;

/** Whether the award itself keeps to such a limit: with the same sum it is then as good as what was found. */
function fits({ lots, winners }: AwardOutcome, limit: Variant['limit'], value: number): boolean {
  if (limit === 'exactly-winners') return winners === value;
  const held = new Map<string, number>();
  for (const { winner } of lots) if (winner !== null) held.set(winner, (held.get(winner) ?? 0) + 1);
  return Math.max(0, ...held.values()) <= value;
}

/** Limits that give the same division, in one. */
function together(changed: readonly Other[]): (Omit<Other, 'what'> & { readonly whats: readonly string[] })[] {
  const found = new Map<string, Omit<Other, 'what'> & { whats: string[] }>();
  for (const { what, ...one } of changed) {
    const key = JSON.stringify([one.total, one.lots]);
    const known = found.get(key);
    if (known) known.whats.push(what);
    else found.set(key, { ...one, whats: [what] });
  }
  return [...found.values()];
}

function rowsOf(
  m: Messages,
  rules: TenderRules,
  names: Names,
  award: AwardOutcome,
  others: readonly (Omit<Other, 'what'> & Pick<OtherLimits, 'whats'>)[],
): OtherLimits[] {
  const totals = totalsColumn(m, rules, [award.total!, ...others.map(({ total }) => total)]);
  const costs = totalsColumn(m, rules, [...others.map(({ cost }) => cost), '0']);
  const chosen = new Map(award.lots.map(({ lot, winner }) => [lot, winner]));
  const open = m.award.staysOpen;
  const free = award.lots.filter(({ fixed }) => !fixed);
  const openNow = free.filter((one) => one.winner === null && one.open !== 'draw').length;
  return [
    {
      whats: [m.award.withLimits],
      current: true,
      holders: rules.lots.map(({ id }) => {
        const { winner, open: why } = award.lots.find(({ lot }) => lot === id)!;
        return winner === null ? (why === 'draw' ? m.award.open.draw : open) : names.bidder(winner);
      }),
      total: totals[0]!,
      cost: '–',
    },
    ...others.map(({ whats, cost, lots }, index): OtherLimits => {
      const holders = new Map(lots.flatMap(({ lot, bid }) => lotsOf(rules, lot).map((one) => [one, bid] as const)));
      return {
        whats,
        current: false,
        holders: rules.lots.map(({ id }) => {
          const holder = holders.get(id) ?? null;
          if (holder === chosen.get(id) && award.status === 'awarded') return '';
          return holder === null ? open : names.bidder(holder);
        }),
        total: totals[index + 1]!,
        // Sums of more lots and of fewer say nothing of each other.
        cost: free.filter(({ lot }) => !holders.has(lot)).length === openNow ? signed(cost, costs[index]!) : '–',
      };
    }),
  ];
}
