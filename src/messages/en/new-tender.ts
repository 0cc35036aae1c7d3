import type { newTender as nl } from '../nl/new-tender.ts';

/** Beginning a tender. */
export const newTender: typeof nl = {
  ownRules: 'Own rules, from the file below',
  fileNotChosen: 'Choose “Own rules” if this file is to apply, or leave the file out.',
  rulesFile: 'File with own rules (JSON)',
  rulesFileHint:
    'Only with rules of your own. The file is checked and you see the rules in words before anything is recorded.',
  confirmRehearse: 'Try out the rules in a rehearsal first',
  title: 'New tender',
  inBrowser: 'Set up a tender of your own in the browser, without a file',
  lead: 'Choose the announced rules and give the tender a title. The rules are stored in the dossier and cannot be changed after that.',
  name: 'Title',
  nameHint: 'For example: GON 2027, trial round',
  rules: 'Rules',
  submit: 'Create tender',
  nameRequired: 'Enter a title.',
  rulesRequired: 'Choose the rules.',
};
