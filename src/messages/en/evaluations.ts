import type { evaluations as nl } from '../nl/evaluations.ts';
import { quote, sentence, sentences } from '../sentence.ts';
import { agree, count, format } from './words.ts';

const number = (n: number): string => format.grouped(String(n), 0);

/** The yearly evaluation of a provider in an area, on the page and in the letter to the council. */
export const evaluations: typeof nl = {
  title: (area, year) => `Evaluation of ${area} for ${year}`,
  facts: 'What it is about',
  provider: 'Provider',
  area: 'Area',
  year: 'Year',
  on: 'Date of the evaluation',
  reason: 'Reason for the new evaluation',
  conclusion: 'Conclusion',
  figures: 'Figures of the year',
  figuresCaption: (year) => `Figures of ${year}`,
  figure: 'Figure',
  value: 'Value',
  granted: 'Budget of the area',
  spent: 'Spent',
  used: 'Part of the budget that was spent',
  complaints: 'Complaints',
  subcontractors: 'Subcontractors of the bid that are still there',
  kept: (kept, named) => `${number(kept)} of ${number(named)}`,
  noneNamed: 'the bid named none',
  quarters: 'Quarters with figures',
  reported: (n) => `${number(n)} of 4`,
  missingQuarters: (quarters) => sentence(`There are no figures of ${format.list(quarters)}`),
  unknown: 'not known',
  growth: 'Growth path of basic support',
  growthCaption: (year) => `Growth path in ${year}`,
  chart: (year) => `Norm, promise and share reached in ${year}`,
  norm: (date) => `Norm on ${date}`,
  promise: (date) => `Promise on ${date}`,
  realised: (date) => `Reached on ${date}`,
  says: {
    budget: (spent, granted, share) => sentence(`Of the budget of ${granted}, ${spent} was spent: ${share}`),
    overBudget: (amount) => `That is ${amount} more than the budget.`,
    budgetUnknown: 'Of this year it is not known how large the budget was or how much was spent.',
    growth: (date, share, norm, status) =>
      sentences(`Norm on ${date}: ${norm}`, `Reached: ${share}`, `Status: ${status}`),
    growthNothing: (date, norm) => sentences(`Norm on ${date}: ${norm}`, 'There are no figures to hold against it'),
    growthNone: 'No norm of the growth path holds in this year.',
    missing: (n) => `${count(n, 'user', 'users')} of basic support ${agree(n, 'is', 'are')} missing.`,
    missingPromise: (n) => `For what the bid promised ${number(n)} ${agree(n, 'is', 'are')} missing.`,
    community: (n) =>
      n === 0
        ? 'The share through community initiatives was reached.'
        : `Through community initiatives ${count(n, 'user', 'users')} ${agree(n, 'is', 'are')} missing.`,
    subcontractors: (kept, named) =>
      named === 0
        ? 'The bid named no subcontractors.'
        : `Of the ${count(named, 'subcontractor', 'subcontractors')} in the bid ${number(kept)} ${agree(kept, 'is', 'are')} still there.`,
    complaints: (n, quarters) =>
      quarters === 0
        ? 'There are no figures on complaints.'
        : `There ${agree(n, 'was', 'were')} ${count(n, 'complaint', 'complaints')}, by the figures of ${count(quarters, 'quarter', 'quarters')}.`,
  },
  findings: 'Findings per goal',
  level: 'Discussed on level',
  evidence: 'What shows it',
  page: {
    replaced: 'This evaluation was done anew later. The last one counts.',
    last: 'To the last evaluation of this year',
    withdrawn: (on, reason) => sentence(`This evaluation was withdrawn on ${on}: ${reason}`),
    letter: 'Letter to the council (PDF)',
    again: 'Evaluate anew',
    area: 'To the area',
  },
  letter: {
    title: (area, year, title) => `Evaluation ${year} of ${area}: ${title}`,
    addressee: 'The municipal council',
    sender: 'The municipal executive',
    date: 'Date',
    subject: 'Subject',
    subjectOf: (provider, area, year) => `Evaluation for ${year} of ${quote(provider)} in ${quote(area)}`,
    salutation: 'Dear members of the council,',
    intro: (provider, area, year) =>
      `Every year the executive looks back on the contract with the provider in an area. This letter is about ${quote(provider)} in ${quote(area)} and about the year ${year}.`,
    concludes: 'The conclusion comes first. Then follow the figures and the findings per goal.',
    check: 'Check',
    checkLead:
      'The public edition of the contract dossier is attached to this letter. With it anybody can check that the evaluation was recorded like this:',
    attachment: 'The public edition of the contract dossier, to be checked with gunwijzer verify',
    fictional: 'This dossier is fictional. This letter is an example.',
    closing: 'Yours sincerely,',
    mayor: 'Mayor',
    secretary: 'Municipal secretary',
    labels: { signature: 'Signature', name: 'Name', date: 'Date' },
    fileName: (year) => `letter-council-${year}`,
  },
};
