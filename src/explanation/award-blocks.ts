import type { Messages } from '../messages/messages.ts';
import { capital } from '../messages/noun.ts';
import { sentences } from '../messages/sentence.ts';
import type { AwardInWords } from './award.ts';
import type { LimitsInWords, OtherLimits } from './award-limits.ts';
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

/** What is known of an outcome besides what it says itself. */
export interface BesideOutcome {
  /** Draws that were held, in words. */
  readonly draws?: readonly Prose[];
  /** What else asks for attention, such as a bid that came too late. */
  readonly attention?: readonly Prose[];
  /** How little has to change for another outcome; with a way to more of it where the page has one. */
  readonly turns?: Prose | null;
  /** Title of the section. */
  readonly title?: string;
  /** The lots stand in the same document: what asks for attention leads to them. */
  readonly withLots?: boolean;
}

/**
 * The decision at a glance: who gets each lot, by how much and why, what the division comes to, and what asks for attention.
 * @param m of the tender: see `forRules`
 */
export function outcomeBlocks(m: Messages, award: AwardInWords, beside: BesideOutcome = {}): FlatBlock[] {
  const { draws = [], attention = [], turns = null, title = m.award.outcome, withLots = false } = beside;
  return [
    heading(1, title, 'outcome'),
    {
      kind: 'note',
      tone: award.status === 'awarded' ? 'success' : 'warning',
      title: award.statusShort,
      text: award.statusText,
    },
    ...(award.contradiction.length === 0
      ? []
      : [heading(2, m.award.contradiction, 'contradiction'), ...list(award.contradiction)]),
    lotsAtAGlance(m, award),
    ...(award.division.length === 0 ? [] : [paragraph(capital(award.division.join(' · ')))]),
    ...(turns === null ? [] : [paragraph(turns)]),
    attentionNote(m, [...award.attention.map((one) => (withLots ? [one] : one.text)), ...attention]),
    ...howDivided(award),
    ...(draws.length === 0 ? [] : [heading(2, m.glance.draws, 'draws'), ...draws.map(paragraph)]),
  ];
}

const attentionNote = (m: Messages, items: readonly Prose[]): FlatBlock =>
  items.length === 0 ? paragraph(m.glance.nothingOpen) : { kind: 'note', tone: 'warning', title: '', text: '', items };

/** What was not divided is not said to be; a proof says how good the best that was found is. */
function howDivided({ status, mechanism, proof }: AwardInWords): FlatBlock[] {
  const text = sentences(status === 'awarded' ? mechanism : '', status === 'draw-needed' ? '' : (proof ?? ''));
  return text === '' ? [] : [paragraph(text)];
}

const lotsAtAGlance = (m: Messages, { glance }: AwardInWords): TableBlock => ({
  kind: 'table',
  caption: m.award.caption,
  stacks: true,
  fitted: true,
  columns: [
    { header: m.common.lot, align: 'start', width: 2.6 },
    { header: m.award.winner, align: 'start', width: 3.2 },
    { header: m.common.total, align: 'end', width: 1.3 },
    { header: m.glance.bestOther, align: 'start', width: 3.2 },
    { header: m.glance.lead, align: 'end', width: 1.4 },
    { header: m.award.whyShort, align: 'start', width: 4, prose: true },
  ],
  rows: glance.map(({ name, winner, mark, total, other, otherTotal, lead, why }): Cell[] => [
    { text: name },
    { text: winner, strong: true, ...(mark === '' ? {} : { notes: [mark] }) },
    { text: total },
    { text: other, ...(otherTotal === '' ? {} : { notes: [otherTotal] }) },
    { text: lead },
    { text: why },
  ]),
});

/** Whether another division is as good, and what the limits do; none where nothing is awarded. */
export const limitBlocks = (m: Messages, award: AwardInWords): FlatBlock[] => [
  ...(award.uniqueness.length === 0
    ? []
    : [heading(1, m.award.unique, 'unique'), ...award.uniqueness.map(paragraph), ...equalOutcomes(m, award)]),
  ...(award.limits === null ? [] : limits(m, award, award.limits)),
];

function limits(
  m: Messages,
  award: AwardInWords,
  { rows, idle, allIdle, same, impossible }: LimitsInWords,
): FlatBlock[] {
  const t = m.award;
  return [
    heading(1, t.limits, 'limits'),
    ...(rows.length === 0 ? [] : [paragraph(sentences(t.limitsOnlyOther, t.limitsLead)), limitTable(m, award, rows)]),
    ...(allIdle ? [paragraph(t.limitsNone)] : []),
    ...(idle.length === 0 ? [] : [paragraph(t.limitsIdle(idle))]),
    ...(same.length === 0 ? [] : [paragraph(t.limitsSame(same))]),
    ...(impossible.length === 0 ? [] : [paragraph(t.limitsImpossible(impossible))]),
  ];
}

/** More lots than this have no columns of their own. */
const MOST_COLUMNS = 6;

function limitTable(m: Messages, { lots }: AwardInWords, rows: readonly OtherLimits[]): TableBlock {
  const t = m.award;
  const inColumns = lots.length <= MOST_COLUMNS;
  const differing = ({ holders }: OtherLimits): string[] =>
    holders.flatMap((holder, place) => (holder === '' ? [] : [`${lots[place]!.name}: ${holder}`]));
  return {
    kind: 'table',
    caption: t.limitsCaption,
    stacks: true,
    columns: [
      { header: t.whichLimit, align: 'start', width: 3.5 },
      ...(inColumns
        ? lots.map(({ name }) => ({ header: name, align: 'start' as const, width: 2 }))
        : [{ header: t.otherHolders, align: 'start' as const, width: 6, prose: true }]),
      { header: t.sum, align: 'end', width: 1.4 },
      { header: t.cost, align: 'end', width: 1.5 },
    ],
    rows: rows.map((row): Cell[] => {
      const [first, ...more] = row.whats;
      const told: Cell[] = [
        { text: first!, ...(more.length === 0 ? {} : { notes: more }) },
        ...(inColumns ? cells(...row.holders) : [{ text: row.current ? '–' : differing(row).join('; ') }]),
        ...cells(row.total, row.cost),
      ];
      return row.current ? marked(told) : told;
    }),
  };
}

function equalOutcomes(m: Messages, { equalOutcomes: equal }: AwardInWords): TableBlock[] {
  if (!equal) return [];
  return [
    {
      kind: 'table',
      caption: equal.caption,
      columns: [
        { header: m.award.division, align: 'start', width: 5 },
        ...equal.criteria.map((header) => ({ header, align: 'end' as const, width: 1.5 })),
        { header: m.award.remains, align: 'start', width: 1.5 },
      ],
      rows: equal.rows.map((row) => cells(row.division, ...row.points, row.remains)),
    },
  ];
}
