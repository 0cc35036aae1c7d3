import { add, equals, exact } from '../number.ts';
import type { TenderRules } from '../rules/rules.ts';
import type { PriceFlag } from '../scoring/price.ts';
import type { LotOutcome, Outcome } from './evaluate.ts';

/** What somebody must know or do before an outcome is decided on. */
export type Attention =
  | { readonly kind: 'draw-needed'; readonly bids: readonly string[]; readonly lots: readonly string[] }
  | { readonly kind: 'open-lots'; readonly lots: readonly string[] }
  | {
      readonly kind: 'abnormally-low' | 'abnormally-high';
      readonly bid: string;
      readonly lot: string;
      readonly wins: boolean;
    }
  | { readonly kind: 'price-outside-bounds'; readonly bid: string; readonly lot: string; readonly wins: boolean }
  | { readonly kind: 'stated-total-differs'; readonly bid: string; readonly lot: string; readonly wins: boolean }
  | { readonly kind: 'withdrawn' | 'excluded'; readonly bid: string; readonly lots: readonly string[] };

/** Everything in an outcome that asks for attention: what stops a decision first, then what asks for an explanation, then what happened. */
export function attentionIn(rules: TenderRules, { lots, award }: Outcome): Attention[] {
  const drawn = award.lots.filter(({ open }) => open === 'draw').map(({ lot }) => lot);
  // A lot that was withdrawn, or fixed as open, is as somebody decided.
  const open = award.lots
    .filter(({ winner, open: why }) => winner === null && why !== 'draw' && why !== 'withdrawn' && why !== 'fixed')
    .map(({ lot }) => lot);
  const winnerOf = (lot: string): string | null => award.lots.find((one) => one.lot === lot)?.winner ?? null;
  const flags = lots.flatMap((outcome) =>
    flagsToRead(outcome).map((flag) => flagged(flag, outcome.lot, winnerOf(outcome.lot) === flag.bid)),
  );
  return [
    ...(award.status === 'draw-needed'
      ? [{ kind: 'draw-needed', bids: award.drawBetween, lots: drawn } satisfies Attention]
      : []),
    ...(open.length > 0 && (award.status === 'awarded' || award.status === 'draw-needed')
      ? [{ kind: 'open-lots', lots: open } satisfies Attention]
      : []),
    ...flags.sort((a, b) => Number(b.wins) - Number(a.wins)),
    ...fallenBids(rules, lots),
  ];
}

/** The flags of a lot that somebody must look at: a bid that states its total with VAT states it rightly. */
export const flagsToRead = ({ flags, ranking }: Pick<LotOutcome, 'flags' | 'ranking'>): PriceFlag[] =>
  flags.filter((flag) => {
    const price = ranking.find(({ bid }) => bid === flag.bid)?.price;
    if (flag.flag !== 'stated-total-differs' || !price) return true;
    return !equals(exact(flag.stated), add(exact(price.offered), exact(price.vat)));
  });

function flagged({ bid, flag }: PriceFlag, lot: string, wins: boolean) {
  switch (flag) {
    case 'abnormally-low':
    case 'abnormally-high':
      return { kind: flag, bid, lot, wins } as const;
    case 'below-minimum':
    case 'above-maximum':
      return { kind: 'price-outside-bounds', bid, lot, wins } as const;
    case 'stated-total-differs':
      return { kind: 'stated-total-differs', bid, lot, wins } as const;
    default:
      return flag satisfies never;
  }
}

/** Per bid that was excluded or withdrawn, where. */
function fallenBids(rules: TenderRules, lots: Outcome['lots']): Attention[] {
  const found = new Map<string, { readonly kind: 'withdrawn' | 'excluded'; readonly bid: string; lots: string[] }>();
  for (const { lot, setAside } of lots) {
    if (!rules.lots.some(({ id }) => id === lot)) continue;
    for (const { bid, fallen } of setAside) {
      if (!fallen) continue;
      const key = `${fallen.stage} ${bid}`;
      const known = found.get(key) ?? { kind: fallen.stage, bid, lots: [] };
      known.lots.push(lot);
      found.set(key, known);
    }
  }
  return [...found.values()];
}
