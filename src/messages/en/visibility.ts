import type { visibility as nl } from '../nl/visibility.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

/** Who sees what from when on. */
export const visibility: typeof nl = {
  seers: {
    chair: 'the chair',
    assessor: 'the other assessors',
    committee: 'the committee members',
    auditor: 'the auditor',
  },
  always: (who) => `${format.list(who)} always`,
  never: (who) => `${format.list(who)} never`,
  from: (who, phase) => `${format.list(who)} from the phase ${quote(phase)}`,
  yourScores: (whoWhen) => `Who can see your scores: ${whoWhen.join('; ')}.`,
};
