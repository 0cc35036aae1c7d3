import type { TenderPayload } from '../../domain/tender/state/events.ts';
import { currentRound } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { inLanguage } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import { type Said, said, typed } from './said.ts';
import type { Teller } from './teller.ts';

/** Who assesses, and in which team. */
export function appointmentInFacts(
  t: Teller,
  state: TenderState,
  { assessor, team }: TenderPayload<'assessor-appointed'>,
): Said[] {
  const { m } = t;
  const before = t.before(currentRound(state).members.get(assessor), 'assessor-appointed')?.team;
  const name = (id: string): string => {
    const found = state.rules.course?.teams?.find((one) => one.id === id);
    return quote(found ? inLanguage(found.name, m) : id);
  };
  return [
    ...said(m.common.assessor, t.person(assessor)),
    ...said(m.logFacts.team, team && name(team), before && name(before)),
  ];
}

/** What somebody declares of each bidder, and what he or she had declared. */
export function declarationInFacts(
  t: Teller,
  state: TenderState,
  actor: string,
  { interests }: TenderPayload<'interests-declared'>,
): Said[] {
  const { m, names } = t;
  const words = (conflict: boolean): string => m.logFacts.declared[conflict ? 'yes' : 'no'];
  const own = state.interests.get(actor);
  return interests.flatMap(({ bid, conflict, explanation }) => {
    const before = t.before(own?.get(bid), 'interests-declared', 'conflict-judged', 'conflict-found');
    return [
      ...said(m.logFacts.interest(names.bidder(bid)), words(conflict), before && words(before.conflict)),
      ...said(m.logFacts.explanation(names.bidder(bid)), explanation === undefined ? null : typed(explanation)),
    ];
  });
}

/** What was decided of an interest, and what was known of it. */
export function judgementInFacts(
  t: Teller,
  state: TenderState,
  { account, bid, conflict, reason }: TenderPayload<'conflict-judged'>,
): Said[] {
  const { m, names } = t;
  const known = t.before(
    state.interests.get(account)?.get(bid),
    'interests-declared',
    'conflict-judged',
    'conflict-found',
  );
  const judged = (is: boolean): string => m.logFacts.judged[is ? 'yes' : 'no'];
  const before =
    known && (known.judged ? judged(known.judged.conflict) : m.logFacts.declared[known.conflict ? 'yes' : 'no']);
  return [
    ...said(m.logFacts.person, t.person(account)),
    ...said(m.logFacts.interest(names.bidder(bid)), judged(conflict), before),
    ...said(m.logFacts.reason, reason && typed(reason)),
  ];
}
