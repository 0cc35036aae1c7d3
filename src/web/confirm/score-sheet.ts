import { namesOf } from '../../domain/rules/names.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type Block, cells } from '../../explanation/blocks.ts';
import { forRules, inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import type { ChangedScore } from '../forms/score-sheet.ts';
import type { Confirmation } from './confirmation.ts';
import { firstRows } from './first-rows.ts';

/** What a sheet changes in somebody's draft, before it is kept. @param action where it is kept */
export function confirmationOfScores(
  given: Messages,
  state: Readonly<TenderState>,
  changed: readonly ChangedScore[],
  action: string,
): { readonly confirmation: Confirmation; readonly details: readonly Block[] } {
  const m = forRules(given, state.rules);
  const t = m.sheets.scores;
  const names = namesOf(state.rules, state.bids.values());
  const shown = (score: string): string => (/^\d+(\.\d+)?$/.test(score) ? m.format.decimal(score) : score);
  return {
    confirmation: {
      title: t.confirmTitle,
      yes: t.confirmYes,
      action,
      facts: [{ term: t.changes, value: m.confirm.scores(changed.length) }],
      consequences: t.consequences,
      undo: t.undo,
      // What was typed meanwhile in another window is seen first.
      basis: changed.flatMap(({ typed }) => [typed.score, typed.motivation, typed.foundAt]),
    },
    details: firstRows(m, [
      {
        kind: 'table',
        caption: t.caption,
        columns: [
          { header: m.common.bidder, align: 'start', width: 2.5 },
          { header: m.common.lot, align: 'start', width: 2 },
          { header: t.heads.criterion, align: 'start', width: 2.5 },
          { header: t.was, align: 'end', width: 1 },
          { header: t.becomes, align: 'end', width: 1 },
          { header: t.heads.motivation, align: 'start', width: 5 },
        ],
        rows: changed.map(({ place, criterion, typed, now }) =>
          cells(
            names.bidder(place.bid),
            lotName(m, names, place.lot),
            inLanguage(names.criterion(criterion), m),
            shown(typed.score) || m.common.none,
            shown(now.score) || m.common.none,
            now.motivation === typed.motivation ? t.sameMotivation : now.motivation || m.common.none,
          ),
        ),
      },
    ]),
  };
}
