import type { Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { LotInWords } from './award-lot.ts';
import type { LineOfPoints, PointsInWords } from './award-points.ts';
import { type Cell, type FlatBlock, marked, small, type TableBlock } from './blocks.ts';

/** More bids than this stand under each other, with their points in columns. */
const MOST_BIDS_ACROSS = 8;
/** More lines than this have no columns beside so many bids: only what they come to has. */
const MOST_LINES_ACROSS = 12;

/** The points of all bids of a lot side by side, and how they add up. */
export function pointsBlocks(m: Messages, { name }: Pick<LotInWords, 'name'>, points: PointsInWords): FlatBlock[] {
  const across = points.bids.length <= MOST_BIDS_ACROSS;
  const cut = !across && points.lines.length > MOST_LINES_ACROSS;
  const notes = cut ? [m.glance.criteriaElsewhere] : points.notes;
  return [
    across ? linesByBids(m, name, points) : bidsByLines(m, name, cut ? { ...points, lines: [] } : points),
    ...(notes.length === 0
      ? []
      : [{ kind: 'paragraph', text: sentences(...notes), style: 'small' } satisfies FlatBlock]),
  ];
}

/**
 * The same on paper, which is narrower and has no side to scroll to: more bids than stand side by side are divided over matrices of as many, the
 * highest ranked first. Of many bids only the ranking is told here.
 */
export function pointsOnPaper(m: Messages, { name }: Pick<LotInWords, 'name'>, points: PointsInWords): FlatBlock[] {
  // Who was set aside has no points, and stands under the ranking with the reasons.
  const ranked = bidsFrom(points, 0, points.bids.filter(({ isSetAside }) => !isSetAside).length);
  const count = ranked.bids.length;
  if (count > MOST_BIDS_ON_PAPER) return small(m.glance.criteriaInAnnex);
  const matrices = Math.ceil(count / MOST_ACROSS_ON_PAPER);
  const abreast = Math.ceil(count / matrices);
  return [
    ...small(sentences(...points.notes)),
    ...Array.from({ length: matrices }, (_, matrix): TableBlock => {
      const table = linesByBids(m, name, bidsFrom(ranked, matrix * abreast, abreast), 'paper');
      return matrices === 1 ? table : { ...table, caption: m.glance.sideBySidePart(name, matrix + 1, matrices) };
    }),
  ];
}

const MOST_ACROSS_ON_PAPER = 5;
const MOST_BIDS_ON_PAPER = 15;

function bidsFrom({ bids, lines, sums, notes }: PointsInWords, from: number, count: number): PointsInWords {
  const cut = (rows: readonly LineOfPoints[]): LineOfPoints[] =>
    rows.map((row) => ({ ...row, figures: row.figures.slice(from, from + count) }));
  return { bids: bids.slice(from, from + count), lines: cut(lines), sums: cut(sums), notes };
}

/** A row for each criterion, a column for each bid. @param on paper what became of each bid stands elsewhere */
function linesByBids(
  m: Messages,
  lot: string,
  { bids, lines, sums }: PointsInWords,
  on: 'page' | 'paper' = 'page',
): TableBlock {
  const row = ({ name, depth, counted, weight, figures }: LineOfPoints): Cell[] => [
    { text: name, depth, ...part(counted) },
    { text: weight, ...part(counted) },
    ...figures.map((text, place) => ({ text, ...part(counted), ...(bids[place]!.wins ? { strong: true } : {}) })),
  ];
  const outcomes: Cell[] = [
    { text: m.award.outcome },
    { text: '' },
    ...bids.map(
      ({ outcome, wins, notes }): Cell => ({
        text: outcome,
        ...(wins ? { strong: true } : {}),
        ...(notes.length === 0 ? {} : { notes }),
      }),
    ),
  ];
  return {
    kind: 'table',
    caption: m.glance.sideBySide(lot),
    stacks: true,
    columns: [
      { header: m.common.criterion, align: 'start', width: on === 'page' ? 3.4 : 5 },
      { header: m.common.weight, align: 'end', width: 1.4 },
      ...bids.map(({ bidder, wins, isSetAside }) => ({
        header: wins ? m.award.asWinner(bidder) : isSetAside ? m.glance.asSetAside(bidder) : bidder,
        align: 'end' as const,
        width: 2,
        ...(wins ? { marked: true } : {}),
      })),
    ],
    rows: [...[...lines, ...sums].map(row), ...(on === 'page' ? [outcomes] : [])],
    sums: sums.length + (on === 'page' ? 1 : 0),
  };
}

/** A row for each bid, a column for each criterion; what they come to stands first, where it is seen without scrolling. */
function bidsByLines(m: Messages, lot: string, { bids, lines, sums }: PointsInWords): TableBlock {
  const columns = [...[...sums].reverse(), ...lines];
  return {
    kind: 'table',
    caption: m.glance.sideBySide(lot),
    stacks: true,
    columns: [
      { header: m.common.bidder, align: 'start', width: 3.4 },
      ...columns.map(({ name, weight }) => ({
        header: weight === '' || weight === '–' ? name : `${name} (${weight})`,
        align: 'end' as const,
        width: 1.6,
      })),
      { header: m.award.outcome, align: 'start', width: 3 },
    ],
    rows: bids.map(({ bidder, wins, outcome, notes }, place) => {
      const row: Cell[] = [
        { text: bidder },
        ...columns.map(({ figures, counted }) => ({ text: figures[place]!, ...part(counted) })),
        { text: outcome, ...(notes.length === 0 ? {} : { notes }), ...(wins ? { badge: 'success' as const } : {}) },
      ];
      return wins ? marked(row) : row;
    }),
  };
}

const part = (counted: boolean): Pick<Cell, 'part'> => (counted ? { part: true } : {});
