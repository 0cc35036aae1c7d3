import type { Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';
import type { AwardInWords, OtherLimit } from './award.ts';
import {
  type Cell,
  cells,
  type FlatBlock,
  heading,
  list,
  marked,
  type Prose,
  paragraph,
  type TableBlock,
} from './blocks.ts';

/**
 * What an outcome comes to, at a glance: its state, what asks for attention, and who gets each lot and why.
 * @param m of the tender: see `forRules`; @param draws that were held, in words; @param title of the section
 */
export function outcomeBlocks(
  m: Messages,
  award: AwardInWords,
  draws: readonly Prose[] = [],
  title: string = m.award.outcome,
): FlatBlock[] {
  return [
    heading(1, title, 'outcome'),
    {
      kind: 'note',
      tone: award.status === 'awarded' ? 'success' : 'warning',
      title: award.statusShort,
      text: award.statusText,
    },
    ...(award.attention.length === 0
      ? []
      : [{ kind: 'note', tone: 'warning', title: '', text: '', items: award.attention } satisfies FlatBlock]),
    ...(award.contradiction.length === 0
      ? []
      : [heading(2, m.award.contradiction, 'contradiction'), ...list(award.contradiction)]),
    lotsAtAGlance(m, award),
    ...(award.total === null ? [] : [paragraph(`${m.award.totalScore(award.total)} · ${award.winnersText}`)]),
    ...howDivided(award),
    ...draws.map(paragraph),
  ];
}

/** What was not divided is not said to be; a proof says how good the best that was found is. */
function howDivided({ status, mechanism, proof }: AwardInWords): FlatBlock[] {
  const text = sentences(status === 'awarded' ? mechanism : '', status === 'draw-needed' ? '' : (proof ?? ''));
  return text === '' ? [] : [paragraph(text)];
}

function lotsAtAGlance(m: Messages, { lots }: AwardInWords): TableBlock {
  const told = lots.some(({ reasons }) => reasons.length > 0);
  return {
    kind: 'table',
    caption: m.award.caption,
    columns: [
      { header: m.common.lot, align: 'start', width: 3 },
      { header: m.award.winner, align: 'start', width: 3.5 },
      { header: m.common.total, align: 'end', width: 1.4 },
      ...(told ? [{ header: m.award.whyShort, align: 'start' as const, width: 5, prose: true }] : []),
    ],
    rows: lots.map((lot) =>
      cells(
        lot.name,
        lot.result,
        lot.winnerTotal,
        ...(told ? [sentences(...lot.reasons.map(({ text }) => text))] : []),
      ),
    ),
  };
}

/** Whether another division is as good, what the limits cost, and what other limits would give; none where nothing is awarded. */
export function limitBlocks(m: Messages, award: AwardInWords): FlatBlock[] {
  const t = m.award;
  // Limits on lots say nothing where there is one.
  const limited = award.lots.length > 1;
  return [
    ...(award.uniqueness.length === 0
      ? []
      : [heading(1, t.unique, 'unique'), ...award.uniqueness.map(paragraph), ...equalOutcomes(m, award)]),
    ...(!limited || award.limitCosts.length === 0
      ? []
      : [
          heading(1, t.limits, 'limits'),
          paragraph(t.limitsLead),
          otherLimitTable(m, t.limitsCaption, t.whichLimit, award.limitCosts),
        ]),
    ...(!limited || award.variants.length === 0
      ? []
      : [
          heading(1, t.variants, 'variants'),
          paragraph(t.variantsLead),
          otherLimitTable(
            m,
            t.variantsCaption,
            t.variantLimit,
            award.variants.map((one) => (one.current ? { ...one, what: `${one.what} (${t.variantCurrent})` } : one)),
          ),
        ]),
  ];
}

const otherLimitTable = (m: Messages, caption: string, header: string, rows: readonly OtherLimit[]): TableBlock => ({
  kind: 'table',
  caption,
  columns: [
    { header, align: 'start', width: 4 },
    { header: m.award.sum, align: 'end', width: 1.4 },
    { header: m.award.cost, align: 'end', width: 1.5 },
    { header: m.award.division, align: 'start', width: 5, prose: true },
  ],
  rows: rows.map(({ what, total, cost, division, current }): Cell[] => {
    const row = cells(what, total, cost, division);
    return current ? marked(row) : row;
  }),
});

function equalOutcomes(m: Messages, { equalOutcomes: equal }: AwardInWords): TableBlock[] {
  if (!equal) return [];
  return [
    {
      kind: 'table',
      caption: m.award.equalCaption,
      columns: [
        { header: m.award.division, align: 'start', width: 5 },
        ...equal.criteria.map((header) => ({ header, align: 'end' as const, width: 1.5 })),
        { header: m.award.remains, align: 'start', width: 1.5 },
      ],
      rows: equal.rows.map((row) => cells(row.division, ...row.points, row.remains)),
    },
  ];
}
