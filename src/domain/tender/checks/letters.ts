import { DomainError } from '../../errors.ts';
import { lastDayOf, STANDSTILL_DAYS } from '../../procedure/terms.ts';
import type { TenderPayload } from '../state/events.ts';
import { addressees, faultsOfLetter, placesIn, sameWordsIn } from '../state/found-scores.ts';
import { currentLetter, pendingProceedings } from '../state/letters.ts';
import type { TenderState } from '../state/state.ts';
import { bidIsThere } from './bids.ts';

/** What letters about the decision, and what a judge is asked, must satisfy; each throws a DomainError with the rule that is broken. */

/**
 * A letter tells of the award that stands, about the lots of its bidder, with a motivation for every score and a term that is long enough.
 * @throws DomainError `unknown-bid`, `letter-of-another-award`, `letter-for-other-lots`, `standstill-too-short`, `motivation-missing`,
 *   `marks-unclear`, `letters-the-same`
 */
export function letterFits(state: TenderState, payload: TenderPayload<'letter-issued'>): void {
  const { bid, lots, award, sentOn, until, sameWords } = payload;
  bidIsThere(state, { bid });
  if (state.award?.seq !== award) throw new DomainError('letter-of-another-award');
  const places = placesIn(state, state.bids.get(bid), lots);
  const others = lots.filter((lot) => !state.rules.lots.some(({ id }) => id === lot));
  if (places.length === 0 || others.length > 0) throw new DomainError('letter-for-other-lots', { bid });
  requireTerm(sentOn, until);
  const [fault] = faultsOfLetter(state, bid, places);
  if (fault) {
    const { fault: what, ...where } = fault;
    throw new DomainError(what === 'no-motivation' ? 'motivation-missing' : 'marks-unclear', { ...where });
  }
  const same = places.flatMap((lot) => sameWordsIn(state, lot)).find(({ bids }) => bids.includes(bid));
  if (same && sameWords === undefined) {
    const { lot, criterion } = same;
    throw new DomainError('letters-the-same', { bid, lot, criterion });
  }
}

/** @throws DomainError `standstill-too-short`: no term is shorter than that of the law */
function requireTerm(sentOn: string, until: string | undefined): void {
  const least = lastDayOf(sentOn, STANDSTILL_DAYS);
  if (until !== undefined && until < least) throw new DomainError('standstill-too-short', { until, by: least });
}

/**
 * Nobody learns of a decision by hearsay: whoever bid for a lot has a letter about it, of the same day and with the same term.
 * @throws DomainError `standstill-too-short`, `letter-missing`
 */
export function everyBidderHasItsLetter(state: TenderState, payload: TenderPayload<'award-decision-sent'>): void {
  const { lots, sentOn, until } = payload;
  requireTerm(sentOn, until);
  const last = until ?? lastDayOf(sentOn, STANDSTILL_DAYS);
  for (const lot of lots) {
    for (const { bid } of addressees(state, [lot])) {
      const letter = currentLetter(state, bid.id, lot);
      const fits = letter && letter.award === state.award?.seq && letter.sentOn === sentOn && letter.until === last;
      if (!fits) throw new DomainError('letter-missing', { bid: bid.id, lot });
    }
  }
}

/**
 * A contract is signed when the standstill period is over, and no judge has to decide yet.
 * @throws DomainError `signing-date-missing`, `standstill-running`, `proceeding-pending`
 */
export function lotIsFinal(state: TenderState, { lot, signedOn }: TenderPayload<'lot-fixed'>): void {
  if (signedOn === undefined) throw new DomainError('signing-date-missing', { lot });
  const said = state.lots.get(lot);
  if (said?.is === 'sent' && signedOn <= said.until) throw new DomainError('standstill-running', { by: said.until });
  if (pendingProceedings(state, lot).length > 0) throw new DomainError('proceeding-pending', { lot });
}

/** @throws DomainError `unknown-lot`, `decision-not-sent`: what is not decided is not before a judge */
export function proceedingFits(state: TenderState, { lots, startedOn }: TenderPayload<'proceeding-started'>): void {
  for (const lot of lots) {
    if (!state.rules.lots.some(({ id }) => id === lot)) throw new DomainError('unknown-lot', { lot });
    const told = state.issuedLetters.some((one) => one.sentAt !== null && one.lots.includes(lot));
    const said = state.lots.get(lot);
    if (!told && said?.is !== 'sent' && said?.is !== 'fixed') throw new DomainError('decision-not-sent', { lot });
    if (said?.is === 'sent' && startedOn < said.on) throw new DomainError('proceeding-too-early', { by: said.on });
  }
}

/** @throws DomainError `no-such-proceeding`, `proceeding-too-early` */
export function proceedingIsPending(
  { proceedings }: TenderState,
  { proceeding, endedOn }: TenderPayload<'proceeding-ended'>,
): void {
  const found = proceedings.find(({ number }) => number === proceeding);
  if (!found || found.ended) throw new DomainError('no-such-proceeding', { proceeding });
  if (endedOn < found.startedOn) throw new DomainError('proceeding-too-early', { by: found.startedOn });
}
