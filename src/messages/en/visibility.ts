import type { visibility as nl } from '../nl/visibility.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

/** Who sees what from when on. */
export const visibility: typeof nl = {
  seers: {
    chair: 'The chair',
    assessor: 'The other assessors',
    witness: 'Witnesses and keepers of prices',
    committee: 'The committee members',
    auditor: 'Auditors',
  },
  onlookers: (who) =>
    who.length === 1 ? `Auditor ${who[0]}, who looks on` : `The auditors ${format.list(who)}, who look on`,
  otherAuditors: 'Other auditors',
  title: 'Who sees your work?',
  who: 'Who',
  scores: 'Your scores and motivations',
  work: 'That and when you submit something',
  always: 'always',
  never: 'not',
  from: (phase) => `from the phase ${quote(phase)} on`,
};
