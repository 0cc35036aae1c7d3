import type { plan as nl } from '../nl/plan.ts';

/** Texts of planning a procedure. */
export const plan: typeof nl = {
  title: (model) => `Plan: ${model}`,
  lead: 'Enter the start date and adjust the length of each step where needed. Nothing is stored.',
  start: 'Start date',
  startHint: 'For example 4-1-2027 (day, month, year)',
  startInvalid: (first, last) =>
    `Enter an existing date from ${first} to ${last}, for example 4-1-2027 (day, month, year).`,
  weeksInvalid: (step) => `Enter a whole number of weeks from 1 to 260 for ${step}.`,
  durations: 'Length of each step, in weeks',
  durationsHint: 'The source gives no length per step. The weeks filled in are an example made by Gunwijzer.',
  submit: 'Make the plan',
  timeline: 'Timeline',
  timelineText: (items) => `Timeline of the steps: ${items}.`,
  caption: 'Steps with their start, end and who decides',
  step: 'Step',
  from: 'Start',
  to: 'End',
  length: 'Weeks',
  decides: 'Who decides',
  decidesNobody: 'not named in the source',
  ends: (date) => `The last step ends on ${date}.`,
  reached: (step, date) => `In this plan the step ${step} is done on ${date}.`,
  leadTime: (words) => `Lead time in the source. ${words}`,
  tolerance: (weeks) => `Up to ${weeks} weeks earlier or later counts as about. That is a choice made by Gunwijzer.`,
  verdict: {
    within: 'This plan agrees with the lead time in the source.',
    shorter: 'This plan is shorter than the lead time in the source. Check whether the steps can be done.',
    longer: 'This plan is longer than the lead time in the source.',
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
  duration: (weeks) => (weeks === 1 ? '1 week' : `${weeks} weeks`),
  stepText: (step, from, to) => `${step} from ${from} to ${to}`,
};
