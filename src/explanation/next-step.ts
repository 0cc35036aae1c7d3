import type { Viewer } from '../domain/roles.ts';
import { isChair } from '../domain/tender/access.ts';
import { standingOf } from '../domain/tender/standing.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { stepsOf } from '../domain/tender/steps.ts';
import { isDecided } from '../domain/tender/waits.ts';
import type { Messages } from '../messages/messages.ts';

/** What happens next in a tender: for the chair what to do now, for the others what they can expect. */
export const nextStepInWords = (m: Messages, state: Readonly<TenderState>, viewer: Viewer): string =>
  m.tender.nextFor[nextStep(state, viewer)][isChair(state, viewer) ? 'chair' : 'others'];

function nextStep(state: Readonly<TenderState>, viewer: Viewer): keyof Messages['tender']['nextFor'] {
  const { award } = standingOf(state);
  if (award?.status === 'awarded' && isDecided(state)) {
    return [...state.lots.values()].some(({ is }) => is === 'sent') ? 'standstill' : 'done';
  }
  if (award) return AFTER[award.status];
  const current = stepsOf(state, viewer).find(({ progress }) => progress === 'current');
  return current === undefined || current.step === 'award' ? 'calculate' : current.step;
}

const AFTER = {
  awarded: 'decide',
  'draw-needed': 'draw',
  impossible: 'impossible',
  'best-found': 'unproven',
  unreadable: 'unreadable',
} as const;
