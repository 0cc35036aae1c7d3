import { type ErrorText, fractionOrText, wordsFor } from '../error-text.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

const text = (value: unknown): string => String(value);
const name = (value: unknown): string => quote(String(value));
const number = (value: unknown): string => fractionOrText(format, value);
const date = (value: unknown): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? format.date(String(value)) : name(value);
const keys: Readonly<Record<string, string>> = {
  equal: 'equal',
  population: 'population',
  users: 'current users',
  need: 'need',
};
const keyName = (value: unknown): string => quote(wordsFor(keys, value) ?? String(value));

/** What is wrong with contracts and their figures. */
export const contractErrors = {
  'follows-too-early': () =>
    'When this choice began it could not follow from a purchase plan yet. Leave the reference out.',
  'term-unknown': () =>
    'The rules of this tender do not say when the contracts start. Choose rules for contracts that do.',
  'no-lot-awarded': () => 'Nobody gets a lot by this award. There is no contract to follow.',
  'link-broken': (d) =>
    `This dossier follows from an event of dossier ${name(d.dossier)} that no longer stands there. Compare it with a backup.`,
  'follows-another': (d) =>
    `This dossier does not follow from dossier ${name(d.dossier)}. Give with --follows the file of a dossier that it follows from.`,
  'not-in-contract-team': () =>
    'Only the procurement officer and the contract manager of this contract can do this. Ask one of them.',
  'contracts-not-opened': () => 'This contract dossier has not been opened yet. Open it first.',
  'contracts-are-closed': () => 'This contract dossier is closed. Reopen it to record something.',
  'nobody-changes': () => 'The procurement officer and the contract manager stay the same. Choose somebody else.',
  'area-has-contract': (d) => `${name(d.area)} already has a contract. First record when that ends.`,
  'end-before-start': (d) => `The end (${date(d.by)}) is before the start (${date(d.start)}). Correct one of them.`,
  'contract-unknown': (d) => `There is no contract in ${name(d.area)}. Add it first.`,
  'contract-already-signed': () => 'This contract has already been signed. Withdraw that entry first if it is wrong.',
  'contract-has-ended': (d) => `This contract ended on ${date(d.by)}. Withdraw the end first if that is wrong.`,
  'before-the-start': (d) => `This date is before the start of the contract (${date(d.by)}). Choose a later date.`,
  'change-needs-reason': () =>
    'Something was recorded here before. Give a reason for the change; the old entry stays readable.',
  'no-such-part': () => 'The rules of this contract do not have this part. Choose another part.',
  'index-not-published': (d) =>
    `The percentage for ${text(d.year)} was published on ${date(d.by)}. Do not use it before that day.`,
  'index-too-low': (d) => `The percentage for ${text(d.year)} must be higher than -100%. Enter another percentage.`,
  'index-already-final': (d) =>
    `The final percentage for ${text(d.year)} has been recorded already. Correct that one, with a reason.`,
  'index-of-price-level': (d) =>
    `Enter a percentage for a year after ${text(d.priceLevel)}: the amounts are at the prices of that year.`,
  'quarter-not-over': (d) => `This quarter runs up to and including ${date(d.by)}. Record its figures after that.`,
  'quarter-after-term': (d) =>
    `The contract runs until ${date(d.by)}. Choose an earlier quarter, or first record that it was extended.`,
  'quarter-outside-term': () => 'The contract did not run in this quarter. Choose another quarter.',
  'initiatives-above-basic': (d) =>
    `There are ${number(d.initiatives)} users of a community initiative, and basic support has ${number(d.basic)}. Correct one of them.`,
  'extension-unknown': (d) =>
    `Extension ${text(d.extension)} is not in the rules of this contract. Choose another one.`,
  'norms-not-in-order': (d) =>
    `The norm for ${date(d.by)} does not come after the one before it. Put the dates in order.`,
  'extension-not-next': (d) =>
    `Extension ${text(d.extension)} cannot be decided on yet. First decide on the term before it.`,
  'extension-already-decided': (d) =>
    `Extension ${text(d.extension)} has been decided on already. Withdraw that decision first if it is wrong.`,
  'extension-too-late': (d) =>
    `Extension ${text(d.extension)} could be decided on by ${date(d.by)} at the latest. Correct the date or do not extend.`,
  'growth-path-not-considered': (d) =>
    `Before extension ${text(d.extension)}, first consider whether new percentages of the growth path are needed.`,
  'year-not-over': (d) => `The year ${text(d.year)} is not over yet. Evaluate it after that.`,
  'year-before-contract': (d) => `In ${text(d.year)} this contract did not run yet. Choose a later year.`,
  'goal-unknown': (d) => `The rules have no goal ${name(d.goal)}. Leave it out.`,
  'goal-twice': (d) => `The goal ${name(d.goal)} is there twice. Leave one out.`,
  'goal-missing': (d) => `The goal ${name(d.goal)} has no finding. Write one, also where there is nothing to report.`,
  'outcome-of-another-year': (d) =>
    `The figures are not those of ${text(d.year)} in this area. Have them calculated again.`,
  'entry-unknown': () => 'This entry does not exist. Load the page again.',
  'entry-already-withdrawn': () => 'This entry has been withdrawn already. Load the page again.',
  'entry-is-used': () => 'What was recorded after it rests on this entry. Withdraw that first.',
  'date-ahead': (d) => `The date ${date(d.by)} is in the future. Enter the day on which it happened.`,
  'division-negative': (d) => `${name(d.area)} has a figure below zero. Enter a figure of zero or more.`,
  'division-empty': () => 'All figures to divide by are zero. Enter at least one other figure.',
  'division-key-unknown': () => 'These rules do not have this division key. Choose another one.',
  'division-figure-missing': (d) => `${name(d.area)} has no figure for the division key ${keyName(d.key)}. Enter it.`,
  'component-not-a-choice': (d) => `The rules leave no choice about the component ${name(d.component)}. Leave it out.`,
  'component-above-maximum': (d) =>
    `The amount for ${name(d.component)} is higher than the rules name. Enter a lower amount.`,
  'volume-missing': (d) => `${name(d.area)} has no amount from before the tender. Enter it.`,
  'saving-above-sum': (d) => `The saving in ${text(d.year)} is higher than the whole sum. Enter a lower saving.`,
  'saving-decreases': (d) =>
    `The saving in ${text(d.year)} is lower than that of the year before, and savings are structural by then. Enter a higher one.`,
  'range-upside-down': () => 'The lowest percentage is higher than the highest. Swap them.',
  'year-before-price-level': (d) =>
    `The amounts are at the prices of ${text(d.priceLevel)}, and ${text(d.year)} is before that. Choose a later first year.`,
  'answer-missing': () => 'Answer every question. Then ask again who decides.',
  'advice-unknown': () => 'The rules do not have this advice. Load the page again.',
} satisfies Readonly<Record<string, ErrorText>>;
