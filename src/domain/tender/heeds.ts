import type { Attention } from '../evaluation/attention.ts';
import type { Viewer } from '../roles.ts';
import { COMMON } from '../rules/in-lot.ts';
import { namesOf } from '../rules/names.ts';
import { placeIn, placeKey } from '../rules/place.ts';
import { isChair, mayViewAward, mayViewPrices, readerOf } from './access.ts';
import { may } from './admit.ts';
import type { Heed } from './seat.ts';
import { standingOf } from './standing.ts';
import { openConflicts, unscoredCells } from './state/rounds.ts';
import type { TenderState } from './state/state.ts';
import { isDecided } from './waits.ts';

/** What somebody must know or decide before a tender goes on: for who leads it, and of the award also for who decides on it. */
export function heedsOf(state: Readonly<TenderState>, viewer: Viewer): Heed[] {
  if (state.archived || state.course === 'stopped') return [];
  const chairs = isChair(state, viewer);
  if (!chairs && readerOf(state, viewer) !== 'committee') return [];
  return [...(chairs ? heedsOfChair(state, viewer) : []), ...heedsOfAward(state, viewer)];
}

function heedsOfChair(state: Readonly<TenderState>, viewer: Viewer): Heed[] {
  const heeds: Heed[] = [];
  const conflicts = openConflicts(state).length;
  if (conflicts > 0 && may(state, viewer.id, 'conflict-judged')) heeds.push({ kind: 'conflicts', open: conflicts });
  const unscored = state.roundPhase === 'none' && state.phase === 'quality-closed' ? unscoredCells(state).length : 0;
  if (unscored > 0) heeds.push({ kind: 'unscored', open: unscored });
  const names = namesOf(state.rules, state.bids.values());
  for (const { lots, ended } of state.proceedings) {
    if (ended === null) heeds.push({ kind: 'proceeding', lots: lots.map(names.lot) });
  }
  if (!mayViewPrices(state, viewer)) return heeds;
  for (const [key, { received, judged }] of state.explanations) {
    const { bid, lot } = placeIn(key);
    if (!received || judged) continue;
    const place = { bidder: names.bidder(bid), lot: lot === COMMON ? null : names.lot(lot) };
    heeds.push({ kind: 'explanation-received', ...place });
  }
  return heeds;
}

function heedsOfAward(state: Readonly<TenderState>, viewer: Viewer): Heed[] {
  const { award } = standingOf(state);
  if (!award || !mayViewAward(state, viewer) || isDecided(state)) return [];
  const names = namesOf(state.rules, state.bids.values());
  const named = (ids: readonly string[], nameOf: (id: string) => string) =>
    Object.fromEntries(ids.map((id) => [id, nameOf(id)]));
  return [
    ...(award.status === 'awarded' || award.status === 'draw-needed'
      ? []
      : [{ kind: 'outcome', status: award.status } as const]),
    ...award.attention
      .filter((one) => isOpen(state, one))
      .map((attention): Heed => {
        const drawn = attention.kind === 'draw-needed';
        return {
          kind: 'attention',
          attention,
          mayAct: may(state, viewer.id, drawn ? 'draw-recorded' : 'explanation-asked'),
          bidders: named(
            'bids' in attention ? attention.bids : 'bid' in attention ? [attention.bid] : [],
            names.bidder,
          ),
          lots: named('lots' in attention ? attention.lots : [attention.lot], names.lot),
        };
      }),
  ];
}

/** Not what only happened, and not what was asked about already. */
function isOpen({ explanations }: Readonly<TenderState>, attention: Attention): boolean {
  switch (attention.kind) {
    case 'draw-needed':
    case 'open-lots':
      return true;
    case 'withdrawn':
    case 'excluded':
      return false;
    case 'abnormally-low':
    case 'abnormally-high':
    case 'price-outside-bounds':
    case 'stated-total-differs':
      return !explanations.has(placeKey(attention.bid, attention.lot));
    default:
      return attention satisfies never;
  }
}
