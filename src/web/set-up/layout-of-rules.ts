import type { Path } from '../../domain/faults.ts';
import type { Subject } from '../../domain/set-up/subjects.ts';

/** Where the parts of the rules stand on the pages: what is asked at once, what stands in the rows of a table, and what nobody sees. */

/** A path with a star for every place in a list, and without the levels of the criteria: "criteria.*.weight". */
export const patternOf = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? '*' : key))
    .join('.')
    .replace(/^criteria(\.\*\.children)+/, 'criteria');

/** What each subject asks, in this order. Parts that stand in no subject are kept as they are. */
export const PARTS_OF: Readonly<Record<Subject, readonly Path[]>> = {
  what: [
    ['title'],
    ['description'],
    ['procedure'],
    ['service'],
    ['lots'],
    ['combinations'],
    ['term'],
    ['budget'],
    ['exampleNotice'],
    ['sources'],
  ],
  programme: [['programme']],
  criteria: [['weightsTotal']],
  scale: [['scale'], ['rounding']],
  price: [['price'], ['onWithdrawal']],
  award: [['award']],
  minimums: [['minimumQuality'], ['growthPath']],
  course: [['course']],
  words: [
    ['award', 'winnerName'],
    ['award', 'lotName'],
  ],
};

/** Made by us, and never asked. */
const MADE_BY_US: readonly RegExp[] = [/(^|\.)id$/, /^(kind|version)$/];
export const isMadeByUs = (path: Path): boolean => MADE_BY_US.some((one) => one.test(patternOf(path)));

/** Not among the fields of the group around it: made by us, or shown elsewhere. */
export const isUnseen = (path: Path): boolean =>
  isMadeByUs(path) || path.at(-1) === 'children' || /^award\.(winnerName|lotName)$/.test(patternOf(path));

/** Asked at once, also where it may be left out. */
const USUAL: readonly string[] = [
  'procedure',
  'service',
  'lots',
  'scale',
  'onWithdrawal',
  'award.organisationInSeveralBids',
  'course.dates',
  'course.dates.*.kind',
  'course.discussAbove',
  'criteria.*.description',
  'criteria.*.minimumScore',
  'price.weight',
  'minimumQuality',
  'programme.requirements.*.description',
  'programme.requirements.*.sources',
  'programme.goals.*.sources',
  'programme.wishes.*.sources',
  'programme.wishes.*.answer.requirements',
  'programme.wishes.*.answer.criteria',
  'programme.wishes.*.answer.goals',
];
export const isUsual = (path: Path): boolean => USUAL.includes(patternOf(path));

/** The columns of a table, and whether a row says everything of its item. */
export const COLUMNS: Readonly<Record<string, { readonly keys: readonly string[]; readonly isWhole: boolean }>> = {
  criteria: { keys: ['name', 'weight'], isWhole: false },
  lots: { keys: ['name', 'value'], isWhole: false },
  combinations: { keys: ['name'], isWhole: false },
  'programme.requirements': { keys: ['name', 'kind'], isWhole: false },
  'programme.goals': { keys: ['name'], isWhole: false },
  'programme.wishes': { keys: ['from', 'wish'], isWhole: false },
  scale: { keys: ['value', 'label', 'anchor'], isWhole: true },
  'price.form.lines': { keys: ['name', 'unit', 'quantity'], isWhole: false },
  'price.lines': { keys: ['name', 'unit', 'quantity', 'price'], isWhole: false },
  'price.parts': { keys: ['name', 'weight'], isWhole: false },
  'price.parts.*.form.lines': { keys: ['name', 'unit', 'quantity'], isWhole: false },
  'award.lotGroups': { keys: ['name', 'maximumLots'], isWhole: false },
  'course.dates': { keys: ['kind', 'name', 'date'], isWhole: true },
  'course.teams': { keys: ['name'], isWhole: false },
  'lots.*.prices': { keys: ['minimum', 'maximum', 'estimate'], isWhole: false },
  'combinations.*.prices': { keys: ['minimum', 'maximum', 'estimate'], isWhole: false },
};
