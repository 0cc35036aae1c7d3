import type { rules as nl } from '../nl/rules.ts';
import { capital, type Nouns } from '../noun.ts';
import { sentence, sentences } from '../sentence.ts';
import { count, quoted, toDecimals } from './words.ts';

/** The announced rules. */
export const rules = ({ lot: lotNoun, winner }: Nouns): ReturnType<typeof nl> => ({
  title: 'Announced rules',
  lead: 'These rules were fixed before the bids were opened. Nothing else counts.',
  example: 'Example',
  seeNotice: 'The start of these rules says which parts are an example made by Gunwijzer.',
  lots: capital(lotNoun.more),
  award: 'Award',
  noTieBreak: 'If there is a tie, a draw is needed.',
  rounding: (decimals, nothingElse) =>
    `The total per ${lotNoun.one} is rounded half up to ${toDecimals(decimals)}${nothingElse ? '; nothing else is rounded' : ''}.`,
  rankOnRounded: 'The ranking follows the rounded total.',
  rankOnExact: 'The ranking follows the unrounded total.',
  price: 'Price',
  sources: 'Sources',
  sourcesLead: 'A number between brackets in these rules refers to this list.',
  criteria: 'Award criteria and weights',
  criteriaCaption: 'Award criteria with their overall weight',
  wholeWeight: 'Overall weight',
  scale: 'Scoring scale',
  scaleCaption: 'Scores and what they mean',
  anchor: 'Meaning',
  label: 'Rating',
  formula: 'Points on a criterion = score ÷ highest score × overall weight.',
  formulaElsewhere: 'Where a criterion says otherwise, that holds.',
  growthPath: 'Basic-support growth path',
  growthPathLead: `A commitment below the minimum makes the bid invalid for that ${lotNoun.one}.`,
  growthPathCaption: 'Minimum share of users with basic support',
  by: 'No later than',
  minimum: 'Minimum',
  initiatives: 'Share through a community initiative',
  courseHeading: 'Course of the assessment',
  course: {
    date: (name, date) => sentence(`${name}: ${date}`),
    discussAbove: (gap) =>
      `Scores of assessors that lie more than ${gap} apart are discussed before a consensus score is recorded.`,
    releasedAssessors: {
      count: 'The scores of an assessor who stops midway still count.',
      'do-not-count': 'The scores of an assessor who stops midway do not count.',
    },
    team: (name, criteria) => `${name} scores ${quoted(criteria)}.`,
    anonymousUntil: {
      consensus: 'Assessors see the names of bidders only when all assessments are handed in.',
      'quality-closed': 'Assessors see the names of bidders only when quality is closed.',
      awarded: 'Assessors see the names of bidders only after the award.',
    },
    onlookers: {
      auditor: 'An auditor may look on from the start.',
      'committee-member': 'The committee may look on from the start.',
    },
  },
  programme: {
    title: 'Programme of requirements',
    lead: 'This is asked, and this is how it came about. The programme of requirements does not count in the points.',
    see: 'The programme of requirements says what became of every wish.',
    kinds: {
      scope: 'Scope of the contract',
      obligation: 'Obligations',
      'knock-out': 'Knock-outs',
    },
    captions: {
      scope: 'What belongs to the contract',
      obligation: `What the ${winner.one} must do`,
      'knock-out': 'What a bid must meet',
      goals: 'What the contract is to bring about',
      wishes: 'Each wish, with what became of it',
    },
    knockOutLead: 'Two people check for every bid whether it meets these requirements.',
    requirement: 'Requirement',
    origin: 'Source or wish',
    wishOf: (wishers) => `Wished by: ${wishers}`,
    goals: 'Goals of the contract',
    goal: 'Goal',
    wishes: 'Wishes and what became of them',
    wish: 'Wish',
    from: 'Whose',
    answer: 'Taken over in',
    in: {
      requirements: (names) => `${names.length === 1 ? 'requirement' : 'requirements'} ${quoted(names)}`,
      criteria: (names) => `${names.length === 1 ? 'award criterion' : 'award criteria'} ${quoted(names)}`,
      goals: (names) => `${names.length === 1 ? 'goal' : 'goals'} ${quoted(names)}`,
    },
    notTakenOver: (reason) => sentences('Not taken over', reason),
  },
  term: 'Term',
  procedure: (name) => sentence(`Procedure: ${name}`),
  lotValue: (lot, amount) => `${lot}, with a value of ${amount}`,
  lotSize: (name, size, unit) => `${name} (size: ${size} ${unit})`,
  termText: (years, extensions, extensionYears, start) =>
    extensions === 0 || extensionYears === 0
      ? `${count(years, 'year', 'years')} from ${start}, without extension option.`
      : `${count(years, 'year', 'years')} from ${start}, with ${count(extensions, 'extension option', 'extension options')} of ${count(extensionYears, 'year', 'years')}.`,
  budget: 'Budget',
  amount: 'Amount',
  termExample: 'The source names this length and these extensions as an example.',
  part: 'Item',
  hash: 'Checksum of the rules',
});
