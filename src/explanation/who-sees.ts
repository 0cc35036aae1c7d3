import { type Seer, THINGS } from '../domain/tender/visibility.ts';
import type { Messages } from '../messages/messages.ts';

const SEERS = ['chair', 'assessor', 'committee', 'auditor'] as const satisfies readonly Seer[];

/** What an assessor is told about who sees his or her scores, and when: read from the procedure, so that it cannot promise more than is so. */
export function whoSeesYourScores(m: Messages): string {
  const seen = THINGS['others-scores'];
  const moments = [...new Set(SEERS.map((seer) => seen[seer]))];
  return m.visibility.yourScores(
    moments.map((moment) => {
      const who = SEERS.filter((seer) => seen[seer] === moment).map((seer) => m.visibility.seers[seer]);
      if (moment === 'always') return m.visibility.always(who);
      return moment === 'never' ? m.visibility.never(who) : m.visibility.from(who, m.phases[moment]);
    }),
  );
}
