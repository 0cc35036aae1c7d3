import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { lastDayOf, STANDSTILL_DAYS } from '../domain/procedure/terms.ts';
import { namesOf } from '../domain/rules/names.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { callNotice } from '../exchange/eforms/call.ts';
import { type NoticeFault, noticeFaults } from '../exchange/eforms/check.ts';
import type { Notice, NoticeWords } from '../exchange/eforms/notice.ts';
import { resultNotice } from '../exchange/eforms/result.ts';
import { isDecided } from '../exchange/ocds/awards.ts';
import type { Publisher } from '../exchange/ocds/publisher.ts';
import { awardRulesInWords, methodInWords } from '../explanation/method.ts';
import { forRules, messagesIn } from '../messages/messages.ts';

/** A notice, with the rules of eForms that it breaks. */
export interface CheckedNotice {
  readonly notice: Notice;
  readonly faults: readonly NoticeFault[];
}

/**
 * The notices of a tender: the call and, of an award that says who gets what, the result. Their texts are in Dutch, whoever asks for them.
 * @param withAward whether the award may be told
 * @throws DomainError what {@link standingOutcome} throws, where the award may be told
 */
export function noticesOf(
  state: Readonly<TenderState>,
  { name }: Pick<Publisher, 'name'>,
  withAward: boolean,
): CheckedNotice[] {
  const words = wordsOf(state, name);
  const outcome = withAward ? decidedOutcome(state) : null;
  return [callNotice(state, words), ...(outcome ? [resultNotice(state, outcome, words)] : [])].map((notice) => ({
    notice,
    faults: noticeFaults(notice),
  }));
}

/** The same as a file. */
export const noticesFile = (checked: readonly CheckedNotice[]): string =>
  `${JSON.stringify({ standard: 'eForms', notices: checked.map(({ notice, faults }) => ({ ...notice, faults })) }, null, 2)}\n`;

function decidedOutcome(state: Readonly<TenderState>): Outcome | null {
  const outcome = standingOutcome(state);
  return isDecided(outcome.award) ? outcome : null;
}

function wordsOf(state: Readonly<TenderState>, authority: string | null): NoticeWords {
  const { rules } = state;
  const m = forRules(messagesIn('nl'), rules);
  const procedure = rules.procedure === undefined ? [] : [m.eforms.features(m.choose.law.procedures[rules.procedure])];
  return {
    authority,
    features: [...procedure, ...awardRulesInWords(m, rules)].join(' '),
    method: methodInWords(m, rules).join(' '),
    review: reviewOf(state),
  };
}

/** When the standstill period ends, for the lots of which the decision was sent. */
function reviewOf({ rules, bids, lots }: Readonly<TenderState>): string | null {
  const m = messagesIn('nl');
  const names = namesOf(rules, bids.values());
  const sent = new Map<string, string[]>();
  for (const [lot, said] of lots) {
    if (said.is === 'sent') sent.set(said.on, [...(sent.get(said.on) ?? []), names.lot(lot)]);
  }
  if (sent.size === 0) return null;
  return [...sent]
    .map(([on, of]) => m.eforms.review(m.format.list(of), m.format.date(lastDayOf(on, STANDSTILL_DAYS))))
    .join(' ');
}
