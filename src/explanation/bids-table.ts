import type { Messages } from '../messages/messages.ts';
import type { BidsInWords } from './bids.ts';
import { type Cell, cells, type FlatBlock, type Prose, type TableBlock } from './blocks.ts';

/** More lots than this have no columns of their own. */
const MOST_LOTS_ACROSS = 4;

type BidInWords = BidsInWords['bids'][number];
type LotOfBid = BidInWords['lots'][number];

/**
 * All bids for all lots in one table: who bids, for what, and whether it is valid there; none without bids.
 * @param m of the tender: see `forRules` @param lots by name, in the order of the rules
 */
export function bidsTable(m: Messages, bids: BidsInWords, lots: readonly string[]): FlatBlock[] {
  if (bids.bids.length === 0) return [];
  if (bids.growthColumns.length > 0) return [withGrowth(m, bids)];
  return [lots.length <= MOST_LOTS_ACROSS ? bidsByLots(m, bids, lots) : bidsInBrief(m, bids)];
}

const bidder = ({ name, form }: BidInWords): Cell => ({ text: name, strong: true, notes: [form] });

function bidsByLots(m: Messages, { bids, caption }: BidsInWords, lots: readonly string[]): TableBlock {
  const offer = (bid: BidInWords, name: string): Cell => {
    const found = bid.lots.find(({ lot }) => lot === name);
    return found ? { text: found.status, notes: [...found.figures, ...found.reasons] } : { text: '–' };
  };
  return {
    kind: 'table',
    caption,
    columns: [
      { header: m.common.bidder, align: 'start', width: 3.4 },
      ...lots.map((header) => ({ header, align: 'start' as const, width: 2.4 })),
    ],
    rows: bids.map((bid) => [bidder(bid), ...lots.map((name) => offer(bid, name))]),
  };
}

function bidsInBrief(m: Messages, { bids, caption }: BidsInWords): TableBlock {
  const named = (lots: readonly LotOfBid[]): Cell => ({
    text: lots.length === 0 ? '–' : m.format.list(lots.map(({ lot }) => lot)),
    notes: lots.flatMap(({ lot, figures, reasons }): Prose[] => {
      const told = [...figures, ...reasons];
      return told.length === 0 ? [] : [[{ text: `${lot}:` }, ...told.flatMap(asPassages)]];
    }),
  });
  return {
    kind: 'table',
    caption,
    fitted: true,
    columns: [
      { header: m.common.bidder, align: 'start', width: 3.4 },
      { header: m.bids.validIn, align: 'start', width: 4 },
      { header: m.award.setAside, align: 'start', width: 4 },
    ],
    rows: bids.map((bid) => [
      bidder(bid),
      named(bid.lots.filter(({ valid }) => valid)),
      named(bid.lots.filter(({ valid }) => !valid)),
    ]),
  };
}

const asPassages = (prose: Prose) => (typeof prose === 'string' ? [{ text: prose }] : prose);

/** What every bid commits to stands in columns: a row for the bidder, and under it one for each of its lots. */
function withGrowth(m: Messages, { bids, growthColumns, caption }: BidsInWords): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: m.common.bidder, align: 'start', width: 4.6 },
      ...growthColumns.map((header) => ({ header, align: 'end' as const, width: 1.2 })),
      { header: m.common.status, align: 'start', width: 4 },
    ],
    rows: bids.flatMap((bid) => [
      [bidder(bid), ...growthColumns.map(() => ({ text: '' })), { text: '' }],
      ...bid.lots.map((lot): Cell[] => [
        { text: lot.lot, depth: 1, notes: lot.figures },
        ...cells(...growthColumns.map((_, place) => lot.percentages[place] ?? '')),
        { text: lot.status, notes: lot.reasons },
      ]),
    ]),
  };
}
