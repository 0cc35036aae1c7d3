import type { Names } from '../domain/rules/names.ts';
import type { Round, TenderState } from '../domain/tender/state/state.ts';
import type { Messages } from '../messages/messages.ts';
import type { Passage } from './blocks.ts';

/** Where more is told of what happened on the way to an award; null for who does not see that page. */
export interface CoursePages {
  readonly bids: string | null;
  /** Of one round: null for a round that is not seen. */
  readonly round: (round: Round) => string | null;
}

/**
 * What happened on the way to an award and is not in its outcome: draws that were held, bids that came late or count again, rounds that were annulled.
 * Only what the reader may see; each line leads to where more is told of it.
 * @param m of the tender: see `forRules`
 */
export function courseOfAward(m: Messages, state: Readonly<TenderState>, names: Names, pages: CoursePages): Passage[] {
  const t = m.glance;
  const { bids } = pages;
  const ofBids = (texts: readonly string[]): Passage[] =>
    bids === null ? [] : texts.map((text) => ({ text, href: bids }));
  // One that was held again is told once.
  const draws = new Set(state.draws.map(({ lots }) => t.drawHeld(lots.map(names.lot))));
  const reinstated = state.fallen.filter(({ stage }) => stage === 'reinstated');
  return [
    ...[...draws].map((text) => ({ text, href: '#draws' })),
    ...ofBids([
      ...[...state.bidRecords].flatMap(([bid, { late }]) => (late === null ? [] : [t.late(names.bidder(bid))])),
      ...reinstated.map(({ bid, lot }) => t.reinstated(names.bidder(bid), lot === undefined ? null : names.lot(lot))),
    ]),
    ...state.rounds.flatMap((round): Passage[] => {
      const href = round.annulled === null ? null : pages.round(round);
      return href === null ? [] : [{ text: t.annulled(m.rounds.name(round.number)), href }];
    }),
  ];
}
