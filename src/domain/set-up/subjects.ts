import type { Path } from '../faults.ts';
import { emptyDraft } from './begin.ts';
import { type Draft, isList, isObject, type Json } from './draft.ts';

/** What is set up, one page each, in the order in which it is best done. */
export const SUBJECTS = [
  'what',
  'programme',
  'criteria',
  'scale',
  'price',
  'award',
  'minimums',
  'course',
  'words',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const isSubject = (text: string): text is Subject => SUBJECTS.some((one) => one === text);

/** The subject under which each part of the rules is set up. */
const PARTS: Readonly<Record<string, Subject>> = {
  kind: 'what',
  id: 'what',
  version: 'what',
  title: 'what',
  description: 'what',
  exampleNotice: 'what',
  sources: 'what',
  service: 'what',
  procedure: 'what',
  lots: 'what',
  combinations: 'what',
  term: 'what',
  budget: 'what',
  programme: 'programme',
  criteria: 'criteria',
  weightsTotal: 'criteria',
  scale: 'scale',
  rounding: 'scale',
  price: 'price',
  onWithdrawal: 'price',
  award: 'award',
  minimumQuality: 'minimums',
  growthPath: 'minimums',
  course: 'course',
};

/** Parts of the award that say how things are called. */
const WORDS: readonly (string | number | undefined)[] = ['winnerName', 'lotName'];

/** Where something in the rules is set up. */
export const subjectOf = ([part, inside]: Path): Subject =>
  part === 'award' && WORDS.includes(inside) ? 'words' : (PARTS[String(part)] ?? 'what');

const NOTHING_SET_UP: Draft = emptyDraft('');

/** Whether nothing is filled in of a subject beside what every set-up begins with. */
export const isUntouched = (draft: Draft, subject: Subject): boolean =>
  !Object.entries(draft).some(([part, value]) => {
    const first = NOTHING_SET_UP[part];
    return part === 'award' && isObject(value)
      ? Object.entries(value).some(
          ([inside, one]) =>
            subjectOf([part, inside]) === subject && isOwn(one, isObject(first) ? first[inside] : undefined),
        )
      : subjectOf([part]) === subject && isOwn(value, first);
  });

const isOwn = (value: Json | undefined, first: Json | undefined): boolean =>
  hasContent(value) && JSON.stringify(value) !== JSON.stringify(first);

const hasContent = (value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === '') return false;
  return isList(value) ? value.length > 0 : !isObject(value) || Object.values(value).some(hasContent);
};
