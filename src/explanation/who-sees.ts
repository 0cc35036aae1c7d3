import { PHASES } from '../domain/tender/state.ts';
import { type Seer, THINGS, type Thing } from '../domain/tender/visibility.ts';
import type { Messages } from '../messages/messages.ts';
import { sentences } from '../messages/sentence.ts';

const SEERS = ['chair', 'assessor', 'committee', 'onlooker', 'auditor'] as const satisfies readonly Seer[];
const MOMENTS = ['always', ...PHASES, 'never'] as const;

/**
 * What an assessor is told about who sees his or her scores, and who sees when they were saved: read from the procedure, so that it cannot
 * promise more than is so.
 * @param onlookers the names of the auditors who were named to look on
 */
export const whoSeesYourWork = (m: Messages, onlookers: readonly string[]): string =>
  sentences(
    ...whoSees(m, m.visibility.scores, 'others-scores', onlookers),
    ...whoSees(m, m.visibility.work, 'progress', onlookers),
  );

function whoSees(m: Messages, question: string, thing: Thing, onlookers: readonly string[]): string[] {
  const { seers, otherAuditors, always, never, from } = m.visibility;
  const seen = THINGS[thing];
  const named = onlookers.length > 0 && seen.onlooker !== seen.auditor;
  const nameOf = (seer: Seer): string => {
    if (!named) return seers[seer];
    return seer === 'onlooker' ? m.visibility.onlookers(onlookers) : seer === 'auditor' ? otherAuditors : seers[seer];
  };
  const told = SEERS.filter((seer) => seer !== 'onlooker' || named);
  return [
    question,
    ...MOMENTS.flatMap((moment) => {
      const who = told.filter((seer) => seen[seer] === moment).map(nameOf);
      if (who.length === 0) return [];
      if (moment === 'always') return always(who);
      return moment === 'never' ? never(who) : from(who, m.phases[moment]);
    }),
  ];
}
