import type { Messages } from '../messages/messages.ts';
import { type Cell, type FlatBlock, heading, paragraph } from './blocks.ts';
import type { RoundInWords } from './rounds.ts';

/** Every round: what it is about and how far it is; of a further one every score beside the one of before. */
export const roundsBlocks = (
  m: Messages,
  rounds: readonly RoundInWords[],
  pastAwards: readonly string[],
): FlatBlock[] => [
  ...rounds.flatMap((round, index): FlatBlock[] => [
    heading(1, round.title, `round-${index + 1}`),
    ...round.facts.map((fact) => paragraph(fact)),
    ...(round.differences.length === 0 ? [] : [differencesTable(m, round)]),
  ]),
  ...(pastAwards.length === 0
    ? []
    : [heading(1, m.rounds.pastAwards, 'past-awards'), ...pastAwards.map((award) => paragraph(award))]),
];

function differencesTable(m: Messages, { title, differences }: RoundInWords): FlatBlock {
  const t = m.rounds.columns;
  return {
    kind: 'table',
    caption: m.rounds.differencesOf(title),
    columns: [
      { header: t.bidder, align: 'start', width: 2.5 },
      { header: m.common.lot, align: 'start', width: 2 },
      { header: t.criterion, align: 'start', width: 2.5 },
      { header: t.before, align: 'end', width: 1 },
      { header: t.now, align: 'end', width: 1 },
      { header: t.counts, align: 'start', width: 1.2 },
    ],
    rows: differences.map(({ bidder, lot, criterion, before, now, counts }): Cell[] => [
      { text: bidder },
      { text: lot },
      { text: criterion },
      { text: before },
      { text: now },
      { text: counts },
    ]),
  };
}
