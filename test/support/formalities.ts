import type { TenderCommand } from '../../src/domain/tender/decide.ts';
import type { NewTenderEvent } from '../../src/domain/tender/state/events.ts';

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
