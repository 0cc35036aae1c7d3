import type { Figure } from '../explanation/compared.ts';
import type { ReRunFigures } from '../explanation/re-run.ts';
import type { ReRun } from './audit.ts';

/** What was computed again, as figures that can be laid beside each other. @param figures of one outcome */
export const reRunFigures = <Outcome>(
  { engine, stored, recomputed, json, today }: ReRun<Outcome>,
  figures: (outcome: Outcome) => readonly Figure[],
): ReRunFigures => ({
  engine,
  stored: stored === null ? null : figures(stored),
  recomputed: figures(recomputed),
  json,
  today: today && {
    engine: today.engine,
    outcome:
      'refusal' in today.outcome ? { refusal: today.outcome.refusal } : { figures: figures(today.outcome.computed) },
  },
});
