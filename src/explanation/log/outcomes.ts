import type { AwardOutcome } from '../../domain/award/outcome.ts';
import { readOutcome, type StoredOutcome } from '../../domain/evaluation/stored-outcome.ts';
import type { TenderEvent } from '../../domain/tender/state/events.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { capital } from '../../messages/noun.ts';
import { quote } from '../../messages/sentence.ts';
import { exactTotalIn } from '../totals.ts';
import { changes, type Facts, type Said, said } from './said.ts';
import type { Teller } from './teller.ts';

type Computed = Extract<TenderEvent, { type: 'award-computed' }>;

/** Who gets what by an award; of a later one what is otherwise than before. */
export function awardInFacts(t: Teller, state: TenderState, { payload: { engine, outcome } }: Computed): Said[] {
  const { m } = t;
  const last = state.award ?? state.pastAwards.at(-1);
  const is = facts(t, state, readOutcome(engine, outcome));
  const was = last && t.before(facts(t, state, last.outcome), 'award-computed');
  const told = changes(m, is, was);
  return [
    ...(was && told.length === 0 ? said(m.logFacts.status, is.get(m.logFacts.status), was.get(m.logFacts.status)) : []),
    ...told,
    ...said(m.logFacts.engine, String(engine), last && was && last.engine !== engine ? String(last.engine) : undefined),
  ];
}

function facts(t: Teller, { rules }: TenderState, stored: StoredOutcome): Facts {
  const { m, names } = t;
  if (stored.engine === 'unreadable') return new Map([[m.logFacts.status, m.logFacts.unreadable]]);
  const { award } = stored.outcome;
  return new Map([
    [m.logFacts.status, m.award.statusShort[award.status]],
    ...award.lots.map((one): [string, string] => [
      m.reRun.winner(capital(m.award.winner), names.lot(one.lot)),
      lotInFacts(t, one),
    ]),
    ...(award.total === null ? [] : [[m.reRun.sum, exactTotalIn(m, rules, award.total)] satisfies [string, string]]),
  ]);
}

const lotInFacts = (
  { m, names }: Teller,
  { winner, open }: Pick<AwardOutcome['lots'][number], 'winner' | 'open'>,
): string => (winner !== null ? quote(names.bidder(winner)) : open === null ? m.logFacts.nothing : m.award.open[open]);
