import type { rules as nl } from '../nl/rules.ts';
import { count, toDecimals } from './words.ts';

/** The announced rules. */
export const rules: typeof nl = {
  title: 'Published rules',
  lead: 'These rules were fixed before the bids were opened. Nothing else counts.',
  example: 'Partly an example',
  seeNotice: 'The start of these rules says which parts are an example made by Gunwijzer.',
  lots: 'Areas',
  award: 'Award',
  mechanism:
    'Of all allocations that meet these limits, those that leave the fewest areas open come first; among these, the allocation with the highest sum of total scores wins.',
  tieBreak: (criteria: string) =>
    `If there is a tie, the higher score decides on the following, in this order: ${criteria}. If there is still a tie, a draw is needed.`,
  noTieBreak: 'If there is a tie, a draw is needed.',
  rounding: (decimals: number) =>
    `The total per area is rounded half up to ${toDecimals(decimals)}; nothing else is rounded.`,
  rankOnRounded: 'The ranking follows the rounded total.',
  rankOnExact: 'The ranking follows the unrounded total.',
  price: 'Price',
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
  growthPathLead: 'A commitment below the minimum makes the bid invalid for that area.',
  growthPathCaption: 'Minimum share of users with basic support',
  by: 'No later than',
  minimum: 'Minimum',
  initiatives: 'Share through a community initiative',
  term: 'Term',
  termText: (years: number, extensions: number, extensionYears: number, start: string) =>
    `${count(years, 'year', 'years')} from ${start}, with ${count(extensions, 'extension option', 'extension options')} of ${count(extensionYears, 'year', 'years')}.`,
  budget: 'Budget',
  amount: 'Amount',
  termExample: 'The source names this length and these extensions as an example.',
  part: 'Item',
  hash: 'sha256 of the rules',
};
