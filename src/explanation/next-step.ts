import { openPrices } from '../domain/tender/open-work.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import type { TenderState } from '../domain/tender/state.ts';
import type { Messages } from '../messages/messages.ts';

/** What happens next in a tender: for the chair what to do now, for the others what they can expect. */
export const nextStepInWords = (m: Messages, state: Readonly<TenderState>, chair: boolean): string =>
  m.tender.nextFor[nextStep(state)][chair ? 'chair' : 'others'];

function nextStep(state: Readonly<TenderState>): keyof Messages['tender']['nextFor'] {
  switch (state.phase) {
    case 'registration':
    case 'assessment':
    case 'consensus':
      return state.phase;
    case 'quality-closed':
      return openPrices(state).length > 0 ? 'prices' : 'calculate';
    case 'awarded':
      return AFTER[standingOutcome(state).award.status];
  }
}

const AFTER = {
  awarded: 'decide',
  'draw-needed': 'draw',
  impossible: 'impossible',
  'best-found': 'unproven',
} as const;
