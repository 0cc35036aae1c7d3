import type { visibility as nl } from '../nl/visibility.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

/** Who sees what from when on. */
export const visibility: typeof nl = {
  seers: {
    chair: 'the chair',
    assessor: 'the other assessors',
    committee: 'the committee members',
    onlooker: 'the auditor who looks on',
    auditor: 'auditors',
  },
  onlookers: (who) =>
    who.length === 1 ? `auditor ${who[0]}, who looks on` : `the auditors ${format.list(who)}, who look on`,
  otherAuditors: 'other auditors',
  scores: 'Who sees your scores?',
  work: 'Who sees that you save or submit something?',
  always: (who) => `Always: ${format.list(who)}.`,
  never: (who) => `Not: ${format.list(who)}.`,
  from: (who, phase) => `From the phase ${quote(phase)} on: ${format.list(who)}.`,
};
