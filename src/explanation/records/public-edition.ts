import type { ProcurementLaw } from '../../domain/law/law.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import type { Messages } from '../../messages/messages.ts';
import type { AwardInWords } from '../award.ts';
import { type Block, cells, heading, paragraph } from '../blocks.ts';
import { placeInLaw } from '../law.ts';

/** Whether every lot that somebody gets was decided on, and told. */
const isSentInFull = ({ lots, rules }: Readonly<TenderState>): boolean => rules.lots.every(({ id }) => lots.has(id));

/** What of a tender may be read by everybody: what was asked, who won, and what was withheld with the ground for it. */
export function publicEditionBlocks(
  m: Messages,
  state: Readonly<TenderState>,
  award: AwardInWords,
  law: ProcurementLaw,
): Block[] {
  const t = m.records.public;
  const names = namesOf(state.rules, state.bids.values());
  return [
    ...(isSentInFull(state)
      ? []
      : [{ kind: 'note' as const, tone: 'warning' as const, title: t.draft, text: t.draftWhy }]),
    paragraph(t.lead),
    heading(1, t.award),
    {
      kind: 'table',
      caption: t.awardCaption,
      columns: [
        { header: m.letters.lot, align: 'start', width: 3 },
        { header: m.letters.winner, align: 'start', width: 4 },
        { header: t.standing, align: 'start', width: 3 },
      ],
      rows: award.lots.map(({ lot, winner, result }) => {
        const said = state.lots.get(lot);
        const standing = said === undefined ? t.proposed : m.letters.page.states[said.is];
        return cells(names.lot(lot), winner ?? result, standing);
      }),
      stacks: true,
      fitted: true,
    },
    paragraph(t.bids(state.bids.size)),
    heading(1, t.withheld),
    paragraph(t.withheldLead),
    {
      kind: 'table',
      caption: t.withheldCaption,
      columns: [
        { header: t.what, align: 'start', width: 4 },
        { header: t.ground, align: 'start', width: 6, prose: true },
      ],
      rows: t.withheldItems.map(({ what, ground }) =>
        cells(what, ground ?? t.commercial(placeInLaw(m, law, 'confidential'))),
      ),
    },
    paragraph(t.checkLead),
  ];
}
