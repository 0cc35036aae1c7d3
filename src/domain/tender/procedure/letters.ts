import { since } from '../../admission/procedure.ts';
import * as check from '../checks/letters.ts';
import type { letterEvents } from '../state/events/letters.ts';
import { ASSIGNMENT, by, inTender, inTheOpen, LETTERS, RULES, type StepsOf, seenAs, withTheAward } from './shape.ts';

/** All that a motivation follows from. */
const FOUND = [
  ...ASSIGNMENT,
  'consensus-recorded',
  'assessment-submitted',
  'assessment-submitted/actor',
  'quality-closed',
  'consensus-opened',
  'round-consensus-opened',
  'round-closed',
  'round-annulled',
  'round-restored',
] as const;
const SENT = [...RULES, 'letter-issued', 'award-computed', 'award-decision-sent', 'lot-fixed', 'lot-unfixed'] as const;

/** What bidders are told of the decision, and what is asked of a judge. */
export const letterSteps: StepsOf<keyof typeof letterEvents> = {
  'letter-issued': {
    ...by('chair', LETTERS),
    during: inTender('awarded'),
    opens: null,
    seen: seenAs(withTheAward),
    checks: [since(LETTERS, check.letterFits, ...FOUND, 'award-computed')],
  },
  'proceeding-started': {
    ...by('chair', LETTERS),
    during: inTender('quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(LETTERS, check.proceedingFits, ...SENT)],
  },
  'proceeding-ended': {
    ...by('chair', LETTERS),
    during: inTender('quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(LETTERS, check.proceedingIsPending, 'proceeding-started', 'proceeding-ended')],
  },
};
