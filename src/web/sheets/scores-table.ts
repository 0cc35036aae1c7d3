import { namesOf } from '../../domain/rules/names.ts';
import type { Round, TenderState } from '../../domain/tender/state/state.ts';
import type { Table, TableCell } from '../../exchange/spreadsheet/table.ts';
import { withMarksSaid } from '../../explanation/confidential.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { agreedCells } from '../pages/consensus-list.ts';

/**
 * The scores of a round as the page of the consensus has them: those of the assessors side by side, and what was agreed on.
 * @param account who sees them: not those of bids that he or she is kept out of
 */
export function scoresTable(
  m: Messages,
  state: Readonly<TenderState>,
  round: Round,
  account: string,
  nameOf: (account: string) => string,
): Table {
  const names = namesOf(state.rules, state.bids.values());
  const cells = agreedCells(state, round, account);
  const assessors = [...new Set(cells.flatMap(({ given }) => given.map(({ assessor }) => assessor)))];
  return {
    name: m.sheets.scores.sheet,
    columns: [
      { header: m.common.bidder, width: 32 },
      { header: m.common.lot, width: 28 },
      { header: m.sheets.scores.heads.criterion, width: 40 },
      ...assessors.map((assessor) => ({ header: nameOf(assessor), width: 18 })),
      { header: m.consensus.score, width: 18 },
      { header: m.consensus.motivation, width: 80 },
    ],
    rows: cells.map(({ bid, lot, criterion, given, recorded }): TableCell[] => [
      names.bidder(bid),
      lotName(m, names, lot),
      inLanguage(names.criterion(criterion), m),
      ...assessors.map((assessor) => scoreCell(given.find((one) => one.assessor === assessor)?.score)),
      scoreCell(recorded?.score),
      recorded ? withMarksSaid(m, recorded.motivation) : null,
    ]),
  };
}

const scoreCell = (score: string | undefined): TableCell =>
  score === undefined ? null : /^\d+(\.\d+)?$/.test(score) ? { number: score, decimals: null } : score;
