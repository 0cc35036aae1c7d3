import type { plan as nl } from '../nl/plan.ts';
import { quote, sentence } from '../sentence.ts';
import { count } from './words.ts';

/** Texts of planning a procedure. */
export const plan: typeof nl = {
  title: (model) => `Plan: ${model}`,
  lead: 'Enter the start date and adjust the length of each step where needed. Nothing is stored.',
  start: 'Start date',
  startHint: 'For example 4-1-2027 (day, month, year)',
  startInvalid: (first, last) =>
    `Enter an existing date from ${first} to ${last}, for example 4-1-2027 (day, month, year).`,
  weeksInvalid: (step) => `Enter a whole number of weeks from 1 to 260 for ${quote(step)}.`,
  durations: 'Length of each step, in weeks',
  durationsHint: 'The source gives no length per step. The weeks filled in are an example made by Gunwijzer.',
  submit: 'Make the plan',
  timeline: 'Timeline',
  timelineText: (items) => sentence(`Timeline of the steps: ${items.join('; ')}`),
  caption: 'Steps with their start, end and who decides',
  step: 'Step',
  from: 'Start',
  to: 'End',
  length: 'Weeks',
  decides: 'Who decides',
  decidesNobody: 'not named in the source',
  ends: (date) => `The last step ends on ${date}.`,
  reached: (step, date) => `In this plan the step ${quote(step)} is done on ${date}.`,
  leadTime: (words) => sentence(`Lead time in the source. ${words}`),
  tolerance: (weeks) => `A difference of at most ${count(weeks, 'week', 'weeks')} is still “about” to Gunwijzer.`,
  verdict: {
    within: 'This plan agrees with the lead time in the source.',
    shorter: 'This plan is shorter than the lead time in the source. Check whether the steps can be done.',
    longer: 'This plan is longer than the lead time in the source. Check whether steps can be shorter.',
  },
  verdictOpen: 'Whether this plan agrees with the lead time in the source depends on how you read the source.',
  reading: {
    within: (step, date) =>
      `Does that lead time run up to and including the step “${step}”? It is done on ${date}. The plan then agrees with the source.`,
    shorter: (step, date) =>
      `Does that lead time run up to and including the step “${step}”? It is done on ${date}. The plan is then shorter than the source says.`,
    longer: (step, date) =>
      `Does that lead time run up to and including the step “${step}”? It is done on ${date}. The plan is then longer than the source says.`,
  },
  download: 'Download the calendar (.ics)',
  duration: (weeks) => count(weeks, 'week', 'weeks'),
  stepText: (step, from, to) => `${step} from ${from} to ${to}`,
};
