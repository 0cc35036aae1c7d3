import type { amendments as nl } from '../nl/amendments.ts';
import { quote } from '../sentence.ts';
import { count } from './words.ts';

/** Rules that change after they were announced, and two versions side by side. */
export const amendments: typeof nl = {
  begin: {
    title: 'Changing announced rules',
    lead: 'As long as no bid is recorded you can change the rules. Everybody then sees what changed and why. Take the list of changes over into the information notice.',
    button: 'Prepare a change',
    more: 'You work in a copy. The rules change only when you announce the change.',
  },
  preparing: {
    text: 'You are changing announced rules. They change only when you announce the change.',
    label: 'To the tender',
  },
  link: 'Change the rules (information notice)',
  publish: {
    title: 'Announcing a change',
    lead: (tender) => `This changes the rules of ${quote(tender)}. Read it, and write down why you change them.`,
    nothing: 'Nothing was changed yet.',
    reason: 'Why do you change the rules?',
    reasonHint: 'Everybody who sees the rules reads this. For example: the answer to question 3 of a candidate.',
    reasonMissing: 'Write down why you change the rules.',
    submit: 'Read the change and announce it',
    outdated:
      'The rules of this tender were changed meanwhile. Begin anew, so that nothing is lost of what somebody else changed.',
    done: 'This change was announced.',
  },
  confirm: {
    title: 'Announce the changed rules?',
    yes: 'Yes, announce the change',
    changes: 'Changes',
    reason: 'Reason',
    consequences: [
      'The new rules hold at once. Whoever may see the tender sees both versions, the differences and your reason.',
      'As soon as a bid is recorded the rules change no more.',
    ],
    undo: 'The version before stays to be read. Only another change leads back.',
  },
  count: (n) => count(n, 'change', 'changes'),
  caption: (n) => `${count(n, 'difference', 'differences')} between the two versions`,
  where: 'What',
  item: (kind, name) => `${kind} ${quote(name)}`,
  orderOf: (list) => `Order of ${quote(list)}`,
  nothing: 'nothing',
  inEnglish: (text) => `In English: ${text}`,
  versions: {
    title: 'Versions of the rules',
    lead: 'Every version stays to be read, with what changed and why.',
    one: 'The rules were not changed since they were announced.',
    caption: 'Announced versions',
    version: 'Version',
    nth: (n) => `Version ${n}`,
    announced: 'Announced',
    why: 'Reason',
    first: 'First announcement',
    was: 'First version to compare',
    is: 'Second version to compare',
    compare: 'Compare',
    differences: 'Differences',
    changes: (n) => `What version ${n} changed`,
    same: 'These two versions are the same.',
    link: (n) => `Versions and differences (${n})`,
    changed: (n, day) => `Version ${n} of the rules holds since ${day}: see under versions what was changed.`,
    olderTitle: (n) => `This is version ${n} of the rules`,
    older: (n, day) => `It no longer holds: since ${day} that is version ${n}.`,
    changedTitle: 'The rules were changed',
  },
};
