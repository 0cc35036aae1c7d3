import type { Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import { type LotInWords, lotAnchor, type RankInWords } from './award-lot.ts';
import {
  type BarsBlock,
  type Block,
  type FlatBlock,
  heading,
  list,
  marked,
  paragraph,
  type TableBlock,
} from './blocks.ts';
import { pointsBlocks, pointsOnPaper } from './points-blocks.ts';

/**
 * One lot in a report: who gets it and why, what asks for an explanation, the ranking, the points of all bids side by side, and who was set
 * aside.
 * @param m of the tender: see `forRules`; @param title of the section
 */
export const lotBlocks = (m: Messages, lot: LotInWords, title: string): FlatBlock[] => [
  ...whoAndWhy(m, lot, title, reasonsInList(lot)),
  ...(lot.ranking.length === 0 ? [paragraph(m.award.noBids)] : [rankingTable(m, lot)]),
  ...(lot.points === null ? [] : pointsOnPaper(m, lot, lot.points)),
  ...pricesAndSetAside(m, lot),
];

/** One lot where things fold: the points of all bids side by side, and under it how they came about. @param m of the tender: see `forRules` */
export const lotWithCalculations = (m: Messages, lot: LotInWords): Block[] => [
  ...whoAndWhy(m, lot, m.award.ranking(lot.name), reasons(m, lot)),
  ...(lot.points === null ? [paragraph(m.award.noBids)] : pointsBlocks(m, lot, lot.points)),
  ...pricesAndSetAside(m, lot),
  ...(lot.ranking.length === 0
    ? []
    : [
        { kind: 'details', level: 2, summary: m.glance.bars(lot.name), blocks: [rankingBars(m, lot)] } satisfies Block,
        {
          kind: 'details',
          level: 2,
          summary: m.glance.calculations(lot.name),
          blocks: lot.ranking.flatMap((one) => calculationBlocks(m, one, m.award.calculation(one.bidder))),
        } satisfies Block,
      ]),
];

const whoAndWhy = (m: Messages, lot: LotInWords, title: string, why: readonly FlatBlock[]): FlatBlock[] => [
  heading(1, title, lotAnchor(lot.lot)),
  ...(lot.result === ''
    ? []
    : [{ kind: 'paragraph', text: `${m.award.winner}: ${lot.result}`, style: 'lead' } satisfies FlatBlock]),
  ...(lot.flags.length === 0
    ? []
    : [
        {
          kind: 'note',
          tone: 'warning',
          title: lot.asksExplanation ? m.award.flags : '',
          text: '',
          items: lot.flags,
        } satisfies FlatBlock,
      ]),
  ...why,
];

const pricesAndSetAside = (m: Messages, lot: LotInWords): FlatBlock[] => [
  ...(lot.prices === null ? [] : [paragraph(lot.prices)]),
  ...(lot.setAside.length === 0
    ? []
    : [
        heading(2, m.award.setAside),
        ...list(
          lot.setAside.map(({ bidder, reasons: why }) => [
            { text: `${bidder}:` },
            ...why.flatMap((one) => (typeof one === 'string' ? [{ text: one }] : one)),
          ]),
        ),
      ]),
];

const reasonsInList = ({ reasons: told }: LotInWords): FlatBlock[] =>
  list(told.map(({ text, detail }) => `${text} ${detail}`.trim()));

function reasons(m: Messages, lot: LotInWords): FlatBlock[] {
  const items = reasonsInList(lot);
  return lot.winner === null || items.length === 0 ? items : [heading(2, m.award.why), ...items];
}

const rankingBars = (m: Messages, { name, full, ranking }: LotInWords): BarsBlock => ({
  kind: 'bars',
  title: m.award.ranking(name),
  alternative: m.award.chart(
    name,
    ranking.map((one) => [one.bidder, one.total]),
  ),
  full,
  bars: ranking.map((one) => ({
    label: one.wins ? m.award.asWinner(one.bidder) : one.bidder,
    value: one.length,
    text: one.total,
    highlighted: one.wins,
  })),
});

function rankingTable(m: Messages, { name, ranking, full, axis, points }: LotInWords): TableBlock {
  const priced = ranking.some((one) => one.price !== null);
  const pointed = ranking.some((one) => one.pricePoints !== null);
  const figures = (header: string) => ({ header, align: 'end' as const, width: 1.8 });
  return {
    kind: 'table',
    caption: m.award.rankingCaption(name),
    fitted: true,
    columns: [
      { header: m.common.bidder, align: 'start', width: 4 },
      { header: m.common.rank, align: 'end', width: 1 },
      ...(priced ? [figures(m.award.qualityPoints), figures(m.award.comparedPrice)] : []),
      ...(pointed ? [figures(m.award.pricePoints)] : []),
      { header: axis, align: 'end', width: 3.6 },
      { header: m.common.status, align: 'start', width: 2.2 },
    ],
    rows: ranking.map((one, place) => {
      // What stands under the name already is not told again.
      const notes = (points?.bids[place]?.notes ?? []).filter((note) => note !== one.remark);
      const row = [
        { text: one.bidder, ...(one.remark === '' ? {} : { notes: [one.remark] }) },
        { text: String(one.rank) },
        ...(priced ? [{ text: one.quality }, { text: one.price ?? '–' }] : []),
        ...(pointed ? [{ text: one.pricePoints ?? '–' }] : []),
        { text: one.total, bar: { value: one.length, full } },
        one.wins
          ? { text: m.award.winner, badge: 'success' as const }
          : { text: notes[0] ?? '', ...(notes.length > 1 ? { notes: notes.slice(1) } : {}) },
      ];
      return one.wins ? marked(row) : row;
    }),
  };
}

/** How the total of one bid came about: points per criterion, then quality and price together. */
export function calculationBlocks(m: Messages, one: RankInWords, caption: string = m.award.linesCaption): FlatBlock[] {
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { header: m.common.criterion, align: 'start', width: 5 },
        { header: m.award.howPoints, align: 'start', width: 5 },
        { header: m.common.points, align: 'end', width: 1.5 },
      ],
      rows: [
        ...one.lines.map(({ criterion, depth, calculation, points }) => [
          { text: criterion, depth },
          { text: calculation },
          { text: points },
        ]),
        marked([{ text: m.report.qualityTotal }, { text: '' }, { text: one.linesTotal }]),
      ],
    },
    paragraph(sentences(...one.howTotal, one.beforeRounding)),
  ];
}
