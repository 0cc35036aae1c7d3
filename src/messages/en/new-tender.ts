import type { newTender as nl } from '../nl/new-tender.ts';
import { quote } from '../sentence.ts';

/** Beginning a tender. */
export const newTender: typeof nl = {
  title: 'New tender',
  lead: 'Choose what you begin with. After that you can set up everything, step by step, until you publish.',
  name: 'Title',
  nameHint: 'For example: Wmo support 2028',
  from: 'What do you begin with?',
  follows: (title) => `This tender follows from the choice ${quote(title)}.`,
  rules: 'Announced rules',
  template: 'Template',
  tender: (title) => `Copy of ${quote(title)}`,
  file: 'A file with rules',
  empty: 'Nothing: you fill in everything yourself',
  fileField: 'File with rules (JSON)',
  fileHint: 'Only if you begin with a file. Rules that you downloaded before, or a file of your own.',
  setUp: 'Set up',
  submit: 'Publish unchanged',
  submitHint:
    'You can publish announced rules and a file unchanged. You see the rules in words first. After that they are stored in the dossier and do not change any more.',
  confirmRehearse: 'Try out the rules in a rehearsal first',
  nameRequired: 'Enter a title.',
  choose: 'Choose what you begin with.',
  notAsItIs: 'Only announced rules or a file can be published unchanged. Choose “Set up” otherwise.',
  fileMissing: 'Choose a file.',
  fileNotChosen: 'Choose “A file with rules” if this file is to apply, or leave the file out.',
};
