import { lastDayOf, STANDSTILL_DAYS } from '../../src/domain/procedure/terms.ts';
import { lotsOf } from '../../src/domain/rules/bid.ts';
import type { TenderCommand } from '../../src/domain/tender/decide.ts';
import type { NewTenderEvent } from '../../src/domain/tender/state/events.ts';
import { addressees } from '../../src/domain/tender/state/found-scores.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';

/** What people do besides assessing: declare their interests, and open prices with two. */

/** Events said as they are. */
export const say = (...events: readonly NewTenderEvent[]): TenderCommand => ({ type: 'say', events });

/** Somebody declares of these bids that there is no conflict of interest, save of some. */
export const declaring = (bids: Iterable<string>, ...conflicts: readonly string[]): TenderCommand =>
  say({
    type: 'interests-declared',
    payload: {
      interests: [...bids].map((bid) =>
        conflicts.includes(bid)
          ? { bid, conflict: true, explanation: 'Mijn partner werkt daar.' }
          : { bid, conflict: false },
      ),
    },
  });

export const proposingToOpen = say({ type: 'opening-proposed', payload: {} });
export const opening = say({ type: 'prices-opened', payload: {} });

/** Opens the prices with two people. */
export function openPrices(run: (actor: string, command: TenderCommand) => void, chair: string, second: string): void {
  run(chair, proposingToOpen);
  run(second, opening);
}

/**
 * The decision on some lots goes out: a letter to every bidder, and the decision itself.
 * @param more what the decision says besides: a longer term, why it is sent anew
 */
export function sendingDecision(
  state: TenderState,
  lots: readonly string[],
  sentOn: string,
  more: { readonly until?: string; readonly reason?: string } = {},
): NewTenderEvent[] {
  const until = more.until ?? lastDayOf(sentOn, STANDSTILL_DAYS);
  const letters = addressees(state, lots).map(
    ({ bid, places }): NewTenderEvent => ({
      type: 'letter-issued',
      payload: {
        bid: bid.id,
        lots: lots.filter((lot) => places.some((place) => lotsOf(state.rules, place).includes(lot))),
        award: state.award?.seq ?? 1,
        sentOn,
        until,
        language: 'nl',
        law: 1,
        sender: 'Gemeente Voorbeeldstad',
        signatory: 'Hoofd inkoop',
        objection: 'Dat kan bij de rechtbank.',
        sameWords: 'Beide plannen zijn op dit punt gelijk.',
        document: { sha256: '5'.repeat(64), size: 1000 },
      },
    }),
  );
  return [...letters, { type: 'award-decision-sent', payload: { lots: [...lots], sentOn, ...more } }];
}
