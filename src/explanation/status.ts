import type { Viewer } from '../domain/roles.ts';
import { namesOf } from '../domain/rules/names.ts';
import { mayViewAward } from '../domain/tender/access.ts';
import type { TenderStatus } from '../domain/tender/seat.ts';
import { standingOf } from '../domain/tender/standing.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { attentionInWords, awardPhrase } from './attention.ts';

/**
 * How a tender stands, in one phrase: the outcome once it may be seen, else the phase and what it waits for.
 * @param m of the tender: see `forRules`
 */
export function statusInWords(m: Messages, status: TenderStatus): string {
  switch (status.kind) {
    case 'award':
      return awardPhrase(m, status);
    case 'stopped':
      return m.home.stopped;
    case 'again':
      return m.home.again;
    case 'prices-missing':
      return m.prices.missingShort(status.open);
    case 'phase':
      return m.phases[status.phase];
    default:
      return status satisfies never;
  }
}

/** What in the outcome asks attention before anything is decided; empty for who may not see it. */
export function attentionFor(given: Messages, state: Readonly<TenderState>, viewer: Viewer): string[] {
  const { award } = standingOf(state);
  if (!award || !mayViewAward(state, viewer)) return [];
  const m = forRules(given, state.rules);
  const names = namesOf(state.rules, state.bids.values());
  return award.attention.map((one) => attentionInWords(m, names, one));
}
