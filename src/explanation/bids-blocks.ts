import type { Messages } from '../messages/messages.ts';
import type { BidsInWords } from './bids.ts';
import { type Cell, type FlatBlock, heading, type Prose, paragraph } from './blocks.ts';

/**
 * Every bid: who it is from, for which lots, and whether it is valid there.
 * @param m of the tender: see `forRules`
 * @param notes what became of a bid, and what was found of it, by its id
 */
export const bidsBlocks = (
  m: Messages,
  bids: BidsInWords,
  notes: (bid: string) => readonly Prose[] = () => [],
): FlatBlock[] =>
  bids.bids.flatMap((bid, index): FlatBlock[] => [
    heading(1, bid.name, `bid-${index + 1}`),
    paragraph(bid.form),
    ...notes(bid.id).map((note) => paragraph(note)),
    {
      kind: 'table',
      caption: m.bids.captionOf(bid.name, bids.caption),
      columns: [
        { header: m.common.lot, align: 'start', width: 3 },
        ...bids.growthColumns.map((header) => ({ header, align: 'end' as const, width: 1.2 })),
        { header: m.common.status, align: 'start', width: 4.5 },
      ],
      rows: bid.lots.map((lot): Cell[] => [
        { text: lot.lot, notes: lot.figures },
        ...lot.percentages.map((text) => ({ text })),
        { text: lot.status, badge: lot.valid ? 'success' : 'danger', notes: lot.reasons },
      ]),
    },
  ]);
