import type { AwardOutcome } from '../domain/award/outcome.ts';
import type { Attention } from '../domain/evaluation/attention.ts';
import type { Names } from '../domain/rules/names.ts';
import type { Messages } from '../messages/messages.ts';

/**
 * What an outcome comes to, in one phrase: "Proposed award for 3 of the 4 areas", "Draw needed". It is never only the phase.
 * @param m of the tender: see `forRules`
 */
export function awardPhrase(
  m: Messages,
  award: {
    readonly status: AwardOutcome['status'] | 'unreadable';
    readonly lotsAwarded: number;
    readonly lotsToDraw: number;
    readonly lots: number;
  },
): string {
  const { status, lotsAwarded, lotsToDraw, lots } = award;
  switch (status) {
    case 'awarded':
      if (lotsAwarded === lots) return m.award.statusShort.awarded;
      return lotsAwarded === 0 ? m.attention.nothingAwarded : m.attention.partly(lotsAwarded, lots);
    case 'draw-needed':
      return lotsAwarded > 0
        ? m.attention.partlyDrawn(lotsAwarded, lots, lotsToDraw)
        : m.award.statusShort['draw-needed'];
    case 'impossible':
    case 'best-found':
      return m.award.statusShort[status];
    case 'unreadable':
      return m.attention.unreadable;
    default:
      return status satisfies never;
  }
}

/**
 * One thing that asks for attention, as a sentence with the names of bidders and lots.
 * @param m of the tender: see `forRules`
 */
export function attentionInWords(m: Messages, names: Pick<Names, 'bidder' | 'lot'>, attention: Attention): string {
  const t = m.attention;
  switch (attention.kind) {
    case 'draw-needed':
      return t.drawNeeded(attention.bids.map(names.bidder), attention.lots.map(names.lot));
    case 'open-lots':
      return t.openLots(attention.lots.map(names.lot));
    case 'abnormally-low':
      return t.abnormallyLow[place(attention)](names.bidder(attention.bid), names.lot(attention.lot));
    case 'abnormally-high':
      return t.abnormallyHigh[place(attention)](names.bidder(attention.bid), names.lot(attention.lot));
    case 'price-outside-bounds':
      return t.priceOutsideBounds[place(attention)](names.bidder(attention.bid), names.lot(attention.lot));
    case 'stated-total-differs':
      return t.statedTotalDiffers(names.bidder(attention.bid), names.lot(attention.lot));
    case 'withdrawn':
    case 'excluded':
      return t[attention.kind](names.bidder(attention.bid), attention.lots.map(names.lot));
    default:
      return attention satisfies never;
  }
}

const place = ({ wins }: { readonly wins: boolean }): 'wins' | 'other' => (wins ? 'wins' : 'other');
