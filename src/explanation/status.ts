import type { Viewer } from '../domain/roles.ts';
import { namesOf } from '../domain/rules/names.ts';
import { mayViewAward, mayViewPrices } from '../domain/tender/access.ts';
import { standingOf } from '../domain/tender/standing.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { forRules, type Messages } from '../messages/messages.ts';
import { attentionInWords, awardPhrase } from './attention.ts';

/** How a tender stands, in one phrase, for who reads it: the outcome once it may be seen, else the phase and what it waits for. */
export function statusInWords(given: Messages, state: Readonly<TenderState>, viewer: Viewer): string {
  const m = forRules(given, state.rules);
  const { phase, open, again, award } = standingOf(state);
  if (award && mayViewAward(state, viewer)) return awardPhrase(m, award);
  if (again) return m.home.again;
  if (phase === 'quality-closed' && open > 0 && mayViewPrices(state, viewer)) return m.prices.missingShort(open);
  return m.phases[phase];
}

/** What in the outcome asks attention before anything is decided; empty for who may not see it. */
export function attentionFor(given: Messages, state: Readonly<TenderState>, viewer: Viewer): string[] {
  const { award } = standingOf(state);
  if (!award || !mayViewAward(state, viewer)) return [];
  const m = forRules(given, state.rules);
  const names = namesOf(state.rules, state.bids.values());
  return award.attention.map((one) => attentionInWords(m, names, one));
}
