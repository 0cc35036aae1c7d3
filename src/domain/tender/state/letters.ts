import { lastDayOf, STANDSTILL_DAYS } from '../../procedure/terms.ts';
import type { TenderEvent } from './events.ts';
import type { IssuedLetter, Proceeding, TenderState } from './state.ts';

/** The letter to a bidder about a lot that was issued and is not sent yet; undefined where there is none. */
export const currentLetter = (
  { issuedLetters }: Pick<TenderState, 'issuedLetters'>,
  bid: string,
  lot: string,
): IssuedLetter | undefined =>
  issuedLetters.findLast((one) => one.sentAt === null && one.bid === bid && one.lots.includes(lot));

/** What a judge has to decide yet of a lot. */
export const pendingProceedings = (
  { proceedings }: Pick<TenderState, 'proceedings'>,
  lot: string,
): readonly Proceeding[] => proceedings.filter(({ lots, ended }) => ended === null && lots.includes(lot));

type Of<T extends TenderEvent['type']> = Extract<TenderEvent, { type: T }>;

export function noteLetter(state: TenderState, { payload, at, seq }: Of<'letter-issued'>): void {
  state.issuedLetters.push({ ...payload, number: state.issuedLetters.length + 1, at, seq, sentAt: null });
}

/** The decision went out, with the letters that were waiting. */
export function noteDecision(state: TenderState, { payload, at }: Of<'award-decision-sent'>): void {
  const { lots, sentOn, until = lastDayOf(sentOn, STANDSTILL_DAYS) } = payload;
  for (const lot of lots) state.lots.set(lot, { is: 'sent', on: sentOn, until });
  for (const letter of state.issuedLetters) {
    if (letter.sentAt === null && letter.lots.some((lot) => lots.includes(lot))) letter.sentAt = at;
  }
}

export function noteProceeding(state: TenderState, event: Of<'proceeding-started' | 'proceeding-ended'>): void {
  if (event.type === 'proceeding-started') {
    state.proceedings.push({ ...event.payload, number: state.proceedings.length + 1, ended: null });
    return;
  }
  const { proceeding, endedOn, outcome } = event.payload;
  const found = state.proceedings.find(({ number }) => number === proceeding);
  if (found) found.ended = { on: endedOn, outcome };
}
