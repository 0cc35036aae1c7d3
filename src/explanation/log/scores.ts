import { placeKey } from '../../domain/rules/place.ts';
import type { DraftScore, TenderEvent, TenderPayload } from '../../domain/tender/state/events.ts';
import { currentRound } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { lotName } from '../../messages/messages.ts';
import { changes, type Facts, type Said, said, typed, type Words } from './said.ts';
import type { Teller } from './teller.ts';

type Assessed = Extract<TenderEvent, { type: 'assessment-saved' | 'assessment-submitted' }>;

/** What an assessor found; of what was saved before, what became otherwise. */
export function assessmentInFacts(t: Teller, state: TenderState, { actor, payload }: Assessed): Said[] {
  const { bid, lot, scores, round } = payload;
  const before = currentRound(state).assessments.get(actor)?.get(placeKey(bid, lot));
  const is = facts(t, scores);
  const was = before && t.before(facts(t, before.scores), 'assessment-saved', 'assessment-submitted');
  return [...said(t.m.logFacts.about, t.at(bid, lot)), ...roundOf(t, round), ...changes(t.m, is, was)];
}

function facts({ m, criterion: name }: Teller, scores: readonly DraftScore[]): Facts {
  const t = m.logFacts;
  const found = new Map<string, Words>();
  for (const { criterion, score, motivation, foundAt } of scores) {
    if (score !== null) found.set(t.scoreOn(name(criterion)), m.format.decimal(score));
    if (motivation !== null && motivation !== '') found.set(t.motivationOn(name(criterion)), typed(motivation));
    if (foundAt !== undefined) found.set(t.foundAt(name(criterion)), typed(foundAt));
  }
  return found;
}

/** What the committee agreed on, and what it had agreed on before. */
export function consensusInFacts(t: Teller, state: TenderState, payload: TenderPayload<'consensus-recorded'>): Said[] {
  const { m } = t;
  const { bid, lot, criterion, score, motivation, discussed, round } = payload;
  const known = currentRound(state).consensus.get(placeKey(bid, lot))?.get(criterion);
  const before = t.before(known, 'consensus-recorded');
  const about = m.logFacts.consensusOn(t.names.bidder(bid), t.criterion(criterion), lotName(m, t.names, lot));
  return [
    ...said(about, m.format.decimal(score), before && m.format.decimal(before.score)),
    ...said(m.logFacts.motivation, typed(motivation), before && typed(before.motivation)),
    ...(discussed ? said(m.logFacts.discussed, m.common.yes) : []),
    ...roundOf(t, round),
  ];
}

/** A round, where it is not the first. */
export const roundOf = ({ m }: Teller, round: number | undefined): Said[] =>
  round === undefined ? [] : said(m.logFacts.round, m.rounds.name(round));
