import type { Moment } from '../domain/tender/state/state.ts';
import { type Seer, THINGS } from '../domain/tender/visibility.ts';
import type { Messages } from '../messages/messages.ts';

const SEERS = ['chair', 'assessor', 'committee', 'onlooker', 'auditor'] as const satisfies readonly Seer[];

/** Since when somebody sees an assessor's scores, and that and when they were saved. */
export interface Sight {
  readonly who: string;
  readonly scores: string;
  readonly work: string;
}

/**
 * What an assessor is told about who sees his or her work: read from the procedure, so that it cannot promise more than is so.
 * @param onlookers the names of the auditors who were named to look on
 */
export function whoSeesYourWork(m: Messages, onlookers: readonly string[]): Sight[] {
  const named = onlookers.length > 0;
  return SEERS.filter((seer) => seer !== 'onlooker' || named).map((seer) => ({
    who: nameOf(m, seer, onlookers),
    scores: moment(m, THINGS['others-scores'][seer]),
    work: moment(m, THINGS.progress[seer]),
  }));
}

function nameOf(m: Messages, seer: Seer, onlookers: readonly string[]): string {
  if (seer === 'onlooker') return m.visibility.onlookers(onlookers);
  return seer === 'auditor' && onlookers.length > 0 ? m.visibility.otherAuditors : m.visibility.seers[seer];
}

function moment(m: Messages, from: 'always' | 'never' | Moment): string {
  if (from === 'always') return m.visibility.always;
  return from === 'never' ? m.visibility.never : m.visibility.from(m.phases[from]);
}
