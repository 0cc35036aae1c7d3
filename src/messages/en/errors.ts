import type { ErrorCode } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import type { FormulaSize } from '../../domain/rules/price/expression.ts';
import type { ZeroPrice } from '../../domain/rules/price/record.ts';
import type { TakenOverIn } from '../../domain/rules/programme.ts';
import type { TrialCase } from '../../domain/scoring/formula-trial.ts';
import type { AlsoScored } from '../../domain/scoring/measure-faults.ts';
import type { ShapeFault } from '../../domain/shape.ts';
import type { Phase } from '../../domain/tender/state/state.ts';
import { type BrokenReason, type ErrorText, fractionOrText, mended, wordsFor } from '../error-text.ts';
import { placeOfText } from '../field-text.ts';
import type { Noun, Nouns } from '../noun.ts';
import { type RefusedText, type RefusedWords, refusedInWords } from '../refused-characters.ts';
import { quote, sentences, shortened } from '../sentence.ts';
import { contractErrors } from './contract-errors.ts';
import { documentErrors } from './document-errors.ts';
import { editions } from './editions.ts';
import { fields } from './fields.ts';
import { phases, roles } from './names.ts';
import { planErrors } from './plan-errors.ts';
import { procedureErrors } from './procedure-errors.ts';
import { agree, an, count, format } from './words.ts';
import { sizeInWords } from './work.ts';

const text = (value: unknown): string => String(value);
/** An identifier or a name from the data. */
const name = (value: unknown): string => quote(text(value));
const number = (value: unknown): string => fractionOrText(format, value);
const place = (path: unknown): string => placeOfText(fields, text(path));
const why = (value: unknown): string => wordsFor(broken, value) ?? text(value);

/** What of a formula is over its bound. */
const tooLarge: Readonly<Record<keyof FormulaSize | 'digits', (found: string, limit: string) => string>> = {
  parts: (found, limit) => `The formula has ${found} parts; at most ${limit} are allowed`,
  depth: (found, limit) => `The formula has brackets ${found} levels deep; at most ${limit} are allowed`,
  factors: (found, limit) =>
    `The formula makes its value of ${found} numbers: a ninth power counts nine times. At most ${limit} are allowed`,
  digits: (_, limit) => `The formula reckons with numbers of more than ${limit} digits`,
};

/** When a formula has no value, and what helps. */
const trialCases: Readonly<Record<TrialCase, string>> = {
  ordinary: 'with ordinary prices already',
  'one-bid': 'when there is one bid',
  'equal-prices': 'when all prices are equal. For instance, divide by “max(highest - lowest, 0.01)”',
  'zero-price': 'when a price is zero. Announce a minimum price that sets a bid aside, or divide by “max(price, 0.01)”',
  'no-quality':
    'when a bid has the lowest scores. Announce a minimum of quality points, or divide by “max(quality, 0.01)”',
  'extreme-prices': 'with the smallest or largest prices that the rules allow',
};

/** Why the register is not right. */
const registerFaults: Readonly<Record<string, string>> = {
  gap: 'an event is missing there',
  hash: 'the hash does not fit the event',
  order: 'the order of the dossier is not right',
};

/** Why a dossier or chain is not right. */
const broken: Readonly<Record<BrokenReason, string>> = {
  sequence: 'the sequence number is wrong',
  'previous-hash': 'the hash of the previous event is wrong',
  'other-dossier': 'belongs to another dossier',
  'time-runs-back': 'the time is before that of the previous event',
  'not-json': 'not a readable event',
  'not-an-event': 'not the shape of an event',
  layout: 'the layout has changed',
  truncated: 'the end is missing',
  'head-or-seal': 'the hash of the whole is wrong',
  format: 'stands in another form than is possible here',
  'part-layout': 'a part does not stand in the right form',
  'part-changed': 'a part has been changed',
  'parts-do-not-fit': 'the parts do not fit together',
  'other-parts': 'the parts are not those of this type of event',
  'changed-since': 'changed after the server had read it',
  'not-registered': 'does not stand like this in the register',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};
const units = { text: { one: 'character', more: 'characters' }, list: { one: 'part', more: 'parts' } };
const remarks: Readonly<Record<string, string>> = {
  'not a decimal number': 'is not a number such as 12.5 (with a point and at most six decimals)',
  'not a fraction': 'is not a fraction of two whole numbers',
  'not a figure': 'is not a number such as “12.5” or “12 days”',
  'not beside weight': 'stands beside a weight; name one of the two',
  'not an identifier (a-z, 0-9, -)': 'may only have small letters, digits and hyphens',
  'empty text': 'is an empty text',
  missing: 'is missing',
  'unknown column': 'does not belong here',
  'less than the minimum': 'is less than the minimum',
  'values must decrease, best first': 'must be lower than the value before it',
  'Invalid ISO date': 'is not a date such as 2027-12-31',
  'Invalid ISO datetime': 'is not a time such as 2027-12-31T12:00:00Z',
  'not JSON': 'is not valid JSON',
  'not a colour': 'is not a colour such as #1b4f72',
  'too little contrast': 'has less than 4.5 to 1 contrast with white; choose a darker colour',
  'not a PNG': 'is not a readable PNG',
  'an interlaced PNG': 'is an interlaced PNG; save it without that',
  'a picture of too many pixels': 'is higher or wider than 2000 pixels',
  'too large a file': 'is too large a file',
};

/** Remarks with a name or a character in them. */
const remarksAbout: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^unsupported character /, 'has a character that cannot be used: '],
  [/^duplicate (?:id|symbol) /, 'occurs twice: '],
  [/^unknown (?:id|symbol|value) /, 'is not known: '],
];
function remark(reason: string): string {
  const known = wordsFor(remarks, reason);
  if (known !== undefined) return known;
  const about = remarksAbout.find(([pattern]) => pattern.test(reason));
  return about ? reason.replace(...about) : 'has a value that cannot be used';
}

const amount = ({ of, limit }: Extract<ShapeFault, { limit: string }>, bound: string): string =>
  of === 'number' ? `be ${bound} ${limit}` : `have ${bound} ${count(Number(limit), units[of].one, units[of].more)}`;

/** What is wrong with the shape of a field: "criteria.0.weight ...". */
function fault(given: unknown): string {
  const one = given as ShapeFault;
  switch (one.kind) {
    case 'missing':
      return 'is missing';
    case 'no-known-shape':
      return 'has none of the allowed shapes';
    case 'too-deep':
      return 'is nested too deeply';
    case 'unknown-field':
      return `has an unknown field ${name(one.field)}`;
    case 'not-a':
      return `is not ${wordsFor(kinds, one.expected) ?? one.expected}`;
    case 'not-one-of':
      return `must be one of these: ${one.values.join(', ')}`;
    case 'too-little':
      return `must ${amount(one, 'at least')}`;
    case 'too-much':
      return `may ${amount(one, 'at most')}`;
    case 'other':
      return remark(one.reason);
  }
}

const refused: RefusedWords = {
  lineBreak: 'a line break',
  invisible: 'an invisible character',
  at: (line, column) => `at line ${line}, character ${column}`,
  inName: (column) => `at character ${column}`,
  and: 'and',
  moreTimes: (n) => `${n} more times`,
  moreCharacters: (n) => `and ${count(n, 'other character', 'other characters')}`,
};

/** A KvK number has eight digits, that of an establishment twelve (kvk.nl). */
function kvkNumber(number: string, digits: number | null): string {
  const rule = 'A KvK number has eight digits; spaces and points are fine.';
  if (number === '') return `Enter the KvK number. ${rule}`;
  if (digits === null) return `“${number}” is no KvK number. ${rule}`;
  const has = `“${number}” has ${count(digits, 'digit', 'digits')}. ${rule}`;
  if (digits === 7) return `${has} Perhaps the zero in front was lost.`;
  return digits === 12 ? `${has} Twelve digits are the number of an establishment.` : has;
}

/** What is wrong with a rules file of the product itself. */
function ruleSetFault(d: Readonly<Record<string, unknown>>): string {
  if (d.because) return `. ${text(d.because)}`;
  if (d.belongsIn !== undefined)
    return `: what it holds belongs in ${name(d.belongsIn)}. Change the name or the content.`;
  return `: ${place(d.path)} ${fault(d.fault)}. Mend the file.`;
}

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'the file or folder does not exist',
  EACCES: 'no access',
  EPERM: 'no access',
  EISDIR: 'it is a folder',
  'not-a-file': 'it is not an ordinary file',
  ENXIO: 'it is not an ordinary file',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
};
const fileProblem = (code: unknown): string => wordsFor(fileProblems, code) ?? text(code);

/** What is asked of a price; a line of the price sheet is called as in the rules. */
const parts: Readonly<Record<string, string>> = {
  price: 'the price',
  amount: 'the amount',
  sheet: 'the price sheet',
  percentage: 'the percentage',
  time: 'the time',
};
const partOf = (part: unknown): string => wordsFor(parts, part) ?? name(part);
/** Why a price of zero has no outcome. */
const zeroPrice: Readonly<Record<ZeroPrice, string>> = {
  'divides-by-price': 'The formula divides by the price',
  'divides-by-lowest': 'The formula divides by the lowest price',
  'takes-logarithm': 'Zero has no logarithm',
};

/** "price of bid “a” in “north”" */
const priceOf = (d: Readonly<Record<string, unknown>>): string => `price of bid ${name(d.bid)} in ${name(d.lot)}`;

/** What a wish would be taken over in. */
const unknownInProgramme: Readonly<Record<TakenOverIn, string>> = {
  requirements: 'a requirement that is not there',
  criteria: 'an award criterion that is not there',
  goals: 'a goal that is not there',
};

/** What a criterion that is measured does not have. */
const notMeasured: Readonly<Record<AlsoScored, string>> = {
  parts: 'its parts',
  scale: 'its scale',
  scoring: 'its way from score to points',
  middle: 'the mean or the median of scores',
  minimum: 'its minimum score',
  knockout: 'its knock-out',
};

/** "“Zorg B.V.”, “north”"; what holds for all lots has none of them. */
const placeOf = ({ bid, lot }: Readonly<Record<string, unknown>>): string =>
  [bid, lot === COMMON ? undefined : lot].flatMap((one) => (one === undefined ? [] : [name(one)])).join(', ');

/** What is missing of a price line, or does not belong there. */
const lineFields = { quantity: 'quantity', unit: 'unit', of: 'amount that it is a percentage of' } as const;
function lineField({ line, field, needed }: Readonly<Record<string, unknown>>): string {
  if (field === 'lines') return 'The price lines are given twice (form and lines). Leave one of the two out.';
  const what = lineFields[field as keyof typeof lineFields];
  return needed
    ? `The price line ${name(line)} has no ${what}. Fill it in.`
    : `The price line ${name(line)} should have no ${what}. Leave it out.`;
}

/** The errors of the domain, in words: per code a text from the details. Every text also says what mends it. */
/** How much work it was about, where that is known. */
const sizeOf = (lot: Noun, d: Readonly<Record<string, unknown>>): string =>
  d.bids === undefined
    ? ''
    : `${sizeInWords(lot, { bids: Number(d.bids), lots: Number(d.lots), criteria: Number(d.criteria) })} `;

/** What a decision matrix of one's own has too much or too little of. */
const sizes = {
  alternatives: ['alternative', 'alternatives'],
  criteria: ['criterion', 'criteria'],
  scale: ['level on the scale', 'levels on the scale'],
} as const;

export const errors = ({ winner, lot, option }: Nouns): Readonly<Record<ErrorCode, ErrorText>> => ({
  ...procedureErrors({ lot }, placeOf),
  ...contractErrors,
  ...documentErrors,
  ...planErrors,
  'not-json': (d) =>
    `The file is not valid JSON: it goes wrong on line ${number(d.line)}, at character ${number(d.column)}. Mend the file and try again.`,
  'not-utf8': () => 'The file is not UTF-8: it has characters that cannot be read. Save it as UTF-8.',
  'key-twice': (d) => `The file names ${place(d.path)} twice. Leave one of the two.`,
  'file-is-input': () =>
    'This is an input file, with rules, bids and scores. Only the rules belong here: the part “rules” of this file.',
  'file-is-rules': () =>
    'This is a file with rules alone. An input file belongs here, with rules (“rules”), bids (“bids”) and scores (“consensus”).',
  'file-invalid': (d) => `The file is not correct: ${place(d.path)} ${fault(d.fault)}. Mend the file and try again.`,
  'file-unreadable': (d) =>
    `The file ${name(d.file)} cannot be read: ${fileProblem(d.reason)}. Check the name and the folder.`,
  'file-unwritable': (d) =>
    `The file ${name(d.file)} cannot be written: ${fileProblem(d.reason)}. Choose another place.`,
  'file-too-large': (d) => `The file is too large. Choose a file of at most ${format.size(Number(d.maximum))}.`,
  'dossier-damaged': (d) =>
    `The dossier is damaged or has been changed: line ${text(d.line)} is not correct (${why(d.why)}). Download the dossier again.`,
  'chain-broken': (d) =>
    `The hash chain breaks at event ${text(d.seq)} (${why(d.why)}). Compare the dossier with a backup.`,
  'part-withheld': (d) =>
    `A part of event ${text(d.seq)} is missing, while this should be the whole dossier. Use a complete export.`,
  'no-such-edition': (d) =>
    `No edition ${quote(wordsFor(editions, d.edition) ?? text(d.edition))} of this dossier can be made. Use the whole dossier.`,
  'not-the-installation': () => 'Only Gunwijzer itself records this. Compare the dossier with a backup.',
  'password-not-committed': (d) => `It is not on record which password ${name(d.account)} has. Set the password again.`,
  'register-broken': (d) =>
    `The register is not right at number ${text(d.position)} (${wordsFor(registerFaults, d.why) ?? text(d.why)}). Compare the database with a backup.`,
  'register-differs': (d) =>
    `The register does not continue the earlier export: it differs at number ${text(d.position)}. Find out which of the two was changed.`,
  'not-a-register': () => 'This is no export of the register. Choose a file that begins with gunwijzer-register/1.',
  'password-differs': (d) =>
    `The password of ${name(d.account)} is not the one that was set according to the audit log. Close the account and look into this.`,
  'account-not-on-record': (d) =>
    `Account ${name(d.account)} is in the database, but not in the audit log. Compare the database with a backup.`,
  'database-unreadable': (d) =>
    `A part of the database cannot be read (${text(d.reason)}). Compare the database with a backup.`,
  'schema-differs': (d) =>
    `The set-up of the database was changed at ${name(d.name)}. Compare the database with a backup.`,
  'list-differs': (d) =>
    `What the lists say of dossier ${name(d.dossier)} does not follow from its log. Make the lists anew with gunwijzer rebuild-lists.`,
  'account-missing': (d) =>
    `Account ${name(d.account)} has a password or is in the audit log, but is no account any more. Compare the database with a backup.`,
  'not-our-database': () => 'This is no database of Gunwijzer. Choose the file that the server works with.',
  'database-older': () =>
    'This database is of an older version of Gunwijzer. Start the server with it first, or use that older version.',
  'head-differs': (d) =>
    `The hash of the dossier is ${text(d.found)}, not ${text(d.expected)}. Compare the dossier with the report that shows the hash.`,
  'event-invalid': (d) =>
    `Event ${text(d.seq)} (${name(d.type)}) is not correct${d.fault ? `: ${place(d.path)} ${fault(d.fault)}` : ''}. Compare the dossier with a backup.`,
  'event-not-allowed': (d) => `Event ${text(d.seq)} was not allowed. ${text(d.because)}`,
  'outcome-differs': () =>
    'The stored outcome differs from the re-run. Do not use the outcome before this has been looked into.',
  'unknown-engine': (d) =>
    `This version of Gunwijzer does not know calculation rules version ${text(d.engine)}. Use a newer version of Gunwijzer.`,
  'not-a-number': (d) => `${name(d.text)} is not a number. Enter a number.`,
  'equal-parts-beside-weights': (d) =>
    `Under ${d.parent === null ? 'the award criteria' : name(d.parent)} some parts have a weight and others have none. Give all of them a weight, or none: then they weigh the same.`,
  'scale-missing': (d) =>
    `No scale was announced for ${name(d.criterion)}. Give the criterion a scale, or put one scale for all criteria in the rules.`,
  'measured-and-scored': (d) =>
    `${name(d.criterion)} is measured and gets no score. Leave out ${notMeasured[d.has as AlsoScored]}.`,
  'knock-out-without-effect': (d) =>
    d.why === 'weight'
      ? `${name(d.criterion)} is a knock-out and earns no points. Make its weight 0.`
      : `${name(d.criterion)} is a knock-out without a minimum score. Give a minimum score.`,
  'minimum-before-known': (d) =>
    d.criterion === null
      ? 'The minimum for quality counts points that are not yet known when the quality round closes. Set a minimum on single criteria.'
      : `The minimum for ${name(d.criterion)} counts points that are not yet known when the quality round closes. Set a bound on the measured value instead.`,
  'middle-of-table': (d) =>
    `On ${name(d.criterion)} the mean or the median of the scores counts. That need not be a score of the table. Choose another way from score to points.`,
  'reference-is-worst': (d) =>
    `The formula measures from the worst value. Measure from the ${d.best === 'lowest' ? 'lowest' : 'highest'} value or from an announced amount.`,
  'bracket-wrong-side': (d) =>
    d.better === 'lower'
      ? 'Less is better here. Say of each bracket up to which value it holds (upTo).'
      : 'More is better here. Say of each bracket from which value on it holds (from).',
  'brackets-not-in-order': (d) =>
    mended(
      d,
      `The brackets are not in order (at ${number(d.limit)})`,
      'Put the best bracket first, with the most points',
    ),
  'points-above-weight': (d) =>
    mended(
      d,
      `${name(d.criterion)} can give ${number(d.points)} points, more than its weight ${number(d.weight)}`,
      'Lower the points',
    ),
  'formula-looks-at-quality': (d) =>
    `The formula of ${name(d.criterion)} names quality, which itself depends on these points. Leave quality out of the formula.`,
  'line-field': (d) => lineField(d),
  'line-above-missing': (d) =>
    `The price line ${name(d.line)} is a percentage of the lines above it, but comes first. Put it lower.`,
  'bidder-pays-refused': () =>
    'Under this method price and quality are divided by each other; that does not work where the bidder pays. Choose another method.',
  'price-part-unknown': (d) => {
    if (d.part !== null) return mended(d, `The price has no part ${name(d.part)}`, 'Choose a part');
    return d.parts === 0
      ? 'No price is asked. Leave out what is said about the price here.'
      : mended(d, 'The price has parts, and this does not say which part it is about', 'Name the part');
  },
  'lot-size-missing': (d) =>
    mended(d, `Bidders declare a capacity, but ${lot.one} ${name(d.lot)} has no size`, 'Fill in the size'),
  'capacity-by-preferences': (d) =>
    d.limit === 'capacity'
      ? 'A capacity does not go with a division by preferences: there need not be a stable division then. Choose another way to divide.'
      : `In a division by preferences ${an(lot.one)} can be in one group only, and every bid counts by itself. Else there need not be a stable division. Change the groups or choose another way to divide.`,
  'combination-never-wins': (d) =>
    `The combination ${name(d.combination)} has more ${lot.more} than a bidder may get. Nobody can win it. Leave the combination out or widen the limit.`,
  'discounts-need-own-measure': () =>
    `A discount on more ${lot.more} needs one price as a whole and a bid that is measured by itself. Else what others earn depends on whether the discount holds. Choose another method.`,
  'unknown-name': (d) => mended(d, `${name(d.name)} is not known here`, 'Use the name as it stands in the rules'),
  'lot-not-named': () => `There are more ${lot.more}, and this does not say which is meant. Name the ${lot.one}.`,
  'weights-total-missing': () =>
    'For an award on value nothing says what quality is worth in all, in euro. Give the award criteria a weight in euro, or name the total (weightsTotal).',
  'name-twice': (d) =>
    `The name ${name(d.name)} occurs twice; which of the two is meant cannot be seen here. Give one of them another name, or use an identifier (id).`,
  'unit-differs': (d) =>
    `The value ${name(d.value)} for ${name(d.criterion)} is in another unit. Give the value in ${name(d.unit)}.`,
  'value-missing': (d) => `There is no value for ${name(d.criterion)} (${placeOf(d)}). Fill in the value.`,
  'value-not-asked': (d) => `No value is asked for ${name(d.criterion)} here (${placeOf(d)}). Leave it out.`,
  'value-twice': (d) => `There are two values for ${name(d.criterion)} (${placeOf(d)}). Leave one of them out.`,
  'value-decimals': (d) =>
    `The value ${number(d.value)} for ${name(d.criterion)} has too many decimals. Allowed: ${count(Number(d.decimals), 'decimal', 'decimals')}.`,
  'value-zero': (d) =>
    `The value for ${name(d.criterion)} is zero (${placeOf(d)}); the announced formula has no outcome for it. Fill in a value above zero.`,
  'capacity-missing': (d) => `The capacity of ${name(d.bidder)} is missing. Fill in what the bidder can take on.`,
  'capacity-not-asked': () => 'This tender asks no capacity. Leave the capacity out.',
  'capacity-fits-no-lot': (d) =>
    `The capacity ${number(d.capacity)} of ${name(d.bidder)} is too small for the ${lot.more} of the bid, even for the smallest. Check the number.`,
  'discount-not-asked': (d) =>
    `This tender asks no discount on more ${lot.more} (${name(d.bidder)}). Leave the discount out.`,
  'discount-on-other-lots': (d) =>
    `The discount of ${name(d.bidder)} names ${lot.one} ${name(d.lot)} twice, or the bid is not for it. Name ${lot.more} of the bid, each of them once.`,
  'discount-never-holds': (d) =>
    `The discount of ${name(d.bidder)} is for more ${lot.more} than a bidder may get. Leave the discount out.`,
  'discount-above-sum': (d) =>
    `The discount of bid ${name(d.bid)} in ${name(d.lot)} is larger than the sum of the lines. Check the amounts.`,
  'score-from-assessors': (d) =>
    `On ${name(d.criterion)} the mean or the median of the assessors counts. Record no consensus score there.`,
  'score-from-committee': (d) =>
    `On ${name(d.criterion)} the consensus score counts. Leave the scores of single assessors out.`,
  'score-below-minimum': (d) =>
    `The score ${number(d.score)} for ${name(d.criterion)} is too low. Give a score from ${number(d.minimum)} to ${number(d.maximum)}.`,
  'nothing-scored-there': (d) =>
    `There is nothing to score of bid ${name(d.bid)} ${d.lot === COMMON ? `for all ${lot.more} together` : `in ${name(d.lot)}`}. Leave the score out.`,
  'lot-said-twice': (d) =>
    `The ${lot.one} ${name(d.lot)} stands twice among what is fixed or withdrawn. Leave one of the two out.`,
  'draw-for-other-lots': () => `This draw is not for the ${lot.more} that need a draw now. Look at the award again.`,
  'weights-do-not-sum': (d) =>
    sentences(
      mended(
        d,
        `The weights ${d.parent === null ? '' : `under ${name(d.parent)} `}add up to ${number(d.total)}${(d.price ?? null) === null ? '' : `, with ${number(d.price)} for the price included`}; that must be ${number(d.whole)}`,
        'Change the weights',
      ),
      d.parent === null && (d.price ?? null) === null ? 'The price does not count now.' : '',
    ),
  'duplicate-id': (d) =>
    mended(d, `The identifier ${name(d.id)} occurs twice (${name(d.place)})`, 'Give one of the two another identifier'),
  'scale-not-ascending': (d) => mended(d, 'The scale is not in ascending order', 'Put the scores from low to high'),
  'scale-without-positive': (d) => mended(d, 'The scale has no score above zero', 'Add at least one'),
  'minimum-not-on-scale': (d) =>
    mended(
      d,
      `The minimum score ${number(d.minimum)} of ${name(d.criterion)} is not on the scale`,
      'Choose a score of the scale',
    ),
  'minimum-on-group': (d) =>
    `${name(d.criterion)} has parts and cannot have a minimum score of its own. Set the minimum score on the parts.`,
  'unknown-tie-break-criterion': (d) =>
    mended(
      d,
      `The tie-break rule names an unknown criterion: ${name(d.criterion)}`,
      'Name an award criterion that is scored',
    ),
  'winners-limits': (d) =>
    mended(
      d,
      `The limits on the number of ${winner.more} are not correct: at least ${text(d.minimum)} and at most ${text(d.maximum)}, with ${count(Number(d.lots), lot.one, lot.more)}`,
      'Change the limits',
    ),
  'growth-path-not-rising': (d) =>
    mended(
      d,
      `The dates of the growth path are not in ascending order (${format.date(text(d.by))})`,
      'Put them in order',
    ),
  'wish-unanswered': (d) =>
    `The wish ${quote(shortened(text(d.wish)))} is taken over nowhere. Choose a requirement, an award criterion or a goal, or explain why not.`,
  'wish-names-unknown': (d) =>
    mended(
      d,
      `The wish ${quote(shortened(text(d.wish)))} names ${unknownInProgramme[d.kind as TakenOverIn]}: ${name(d.named)}`,
      'Choose something that is there',
    ),
  'bidder-form': () => 'A single organisation has exactly one member; a consortium has at least two.',
  'organisation-twice-in-bid': (d) =>
    `${name(d.organisation)} appears twice in this bid. Name every organisation once.`,
  'organisation-in-two-bids': (d) =>
    `${name(d.organisation)} is already part of another bid for the same ${lot.one} (${name((d.bidders as string[])[0])}). Leave the organisation out here.`,
  'duplicate-bid': (d) => `There is already a bid with the identifier ${name(d.bid)}. Use another identifier.`,
  'duplicate-bidder': (d) => `There is already a bid from ${name(d.bidder)}. Check the name.`,
  'unknown-lot': (d) =>
    mended(
      d,
      `The ${lot.one} ${name(d.lot)} does not exist in this tender`,
      `Choose ${an(lot.one)} from the announced rules`,
    ),
  'duplicate-lot': (d) => `The ${lot.one} ${name(d.lot)} appears twice in the bid. Name it once.`,
  'growth-path-missing': (d) => `The growth path for ${lot.one} ${name(d.lot)} is missing. Fill it in.`,
  'growth-path-not-asked': (d) => `No growth path was asked for in ${lot.one} ${name(d.lot)}. Leave it out.`,
  'growth-path-dates': () =>
    'The dates of the growth path are not the announced dates. Copy the dates from the announced rules.',
  'percentage-above-100': (d) =>
    mended(d, `${number(d.committed)} is more than 100 per cent`, 'Enter a percentage from 0 to 100'),
  'unknown-bid': (d) => `The bid ${name(d.bid)} does not exist. Choose a bid from the list.`,
  'lot-not-bid-for': (d) =>
    `The bid ${name(d.bid)} does not cover ${lot.one} ${name(d.lot)}. Choose ${an(lot.one)} of this bid.`,
  'score-for-invalid-bid': (d) =>
    `The bid ${name(d.bid)} is invalid for ${lot.one} ${name(d.lot)} and is not assessed there. Leave the score out.`,
  'unknown-criterion': (d) =>
    mended(
      d,
      `The criterion ${name(d.criterion)} does not exist or is not scored itself`,
      'Choose a criterion that is scored',
    ),
  'score-outside-scale': (d) =>
    `The score ${number(d.score)} for ${name(d.criterion)} is not on the scale. Choose from: ${(d.scale as string[]).map(number).join('; ')}.`,
  'duplicate-score': (d) =>
    `There are two scores for ${name(d.criterion)}${d.alternative === undefined ? '' : ` at ${name(d.alternative)}`}. Leave out one of the two.`,
  'missing-score': (d) =>
    `A score is missing for ${name(d.criterion)}${d.bid === undefined ? '' : ` (${placeOf(d)})`}. Fill in the score.`,
  'missing-motivation': (d) => `A motivation is missing for ${name(d.criterion)}. Write down why.`,
  'award-too-large': () => 'This award is too large to calculate in a reasonable time. Report it to the administrator.',
  'already-published': () => 'The rules have already been announced and no longer change.',
  'already-appointed': () => 'This assessor has already been appointed. Choose somebody else.',
  'chair-is-assessor': () => 'The chair cannot also be an assessor. Appoint somebody else.',
  'not-an-assessor-account': () => 'This account does not have the assessor role. Appoint somebody who has this role.',
  'auditor-takes-part': () =>
    'Who chairs or assesses this tender cannot follow it as an auditor as well. Choose somebody else.',
  'already-looks-on': () => 'This auditor already looks on. Choose somebody else.',
  'does-not-look-on': () => 'This auditor does not look on. Reload the page.',
  'not-an-auditor-account': () => 'This account does not have the auditor role. Choose somebody who has this role.',
  'no-assessors': () => 'Appoint at least one assessor first.',
  'no-valid-bids': () => 'There is no valid bid to assess yet. Register a bid first.',
  'not-an-assessor': () => 'You are not an assessor in this tender. Ask the chair to appoint you.',
  'not-the-chair': () => 'Only the chair of this tender can do this. Ask the chair.',
  'already-submitted': () =>
    'This assessment has already been submitted. Submit a change; a draft is no longer possible.',
  'assessments-not-submitted': (d) =>
    `The consensus round cannot be opened yet. ${count(Number(d.count), 'assessment', 'assessments')} still ${agree(Number(d.count), 'has', 'have')} to be submitted.`,
  'consensus-incomplete': (d) =>
    `The quality round cannot be closed yet. ${count(Number(d.count), 'consensus score', 'consensus scores')} still ${agree(Number(d.count), 'has', 'have')} to be recorded.`,
  'wrong-phase': (d) =>
    `This is only possible in the phase “${(d.needed as Phase[]).map((phase) => phases[phase]).join('”, “')}”; this tender is in the phase “${phases[d.phase as Phase]}”.`,
  'quality-still-open': () =>
    'This is only possible once the chair has closed the quality round. Come back after that.',
  'not-yet-awarded': () =>
    'The award has not been calculated yet. The ranking becomes visible once the chair has closed the quality round and calculated the award.',
  'decision-not-signed': () => 'The advice is ready once the choice is signed. Sign the choice first.',
  stale: () => 'Someone else has changed this in the meantime. Reload the page and check your change.',
  'unknown-dossier': (d) => `The dossier ${name(d.dossier)} does not exist. Choose a dossier on the overview.`,
  'unknown-role': (d) =>
    `The role ${name(d.role)} does not exist. Choose from: ${(d.roles as Role[]).map((role) => `${name(role)} = ${roles[role]}`).join('; ')}.`,
  'role-missing': () => 'Choose at least one role.',
  'roles-apart': (d) =>
    `The roles ${name(roles[d.one as Role] ?? d.one)} and ${name(roles[d.other as Role] ?? d.other)} do not go together: an auditor looks at the work of the other. Choose one of the two.`,
  'unknown-account': (d) => `The account ${name(d.account)} does not exist. Check the username.`,
  'account-exists': (d) => `The account ${name(d.account)} already exists. Choose another username.`,
  'account-closed': (d) => `The account ${name(d.account)} is closed. Ask the administrator to reopen it.`,
  'account-is-open': (d) => `The account ${name(d.account)} is not closed. Reload the page.`,
  'not-your-account': () => 'Only who has this account can do this. Sign in with that account.',
  'accounts-damaged': (d) =>
    sentences(`The audit log of the accounts is damaged. ${text(d.because)}`, 'Put back a backup of the database.'),
  'last-administrator': () => 'This is the last administrator. Appoint another administrator first.',
  'password-too-short': (d) =>
    `The password is too short. Choose one of at least ${count(Number(d.minimum), 'character', 'characters')}.`,
  'password-too-long': (d) =>
    `The password is too long. Choose one of at most ${count(Number(d.maximum), 'character', 'characters')}.`,
  'password-often-used': () =>
    'This password is often used and soon guessed, with digits added as well. Choose another one, for example four unrelated words.',
  'password-is-name': () => 'The password is a name or username, with or without digits. Choose another one.',
  'password-is-demo': () => 'This is the password of the demo, which everybody knows. Choose another one.',
  'password-wrong': () => 'The present password is not correct. Try again.',
  'password-link-gone': () =>
    'This link does not work, or no longer. A link works once and for a limited time. Ask the administrator for a new one.',
  'rule-set-invalid': (d) => `Rules file criteria/${text(d.file)} is not correct${ruleSetFault(d)}`,
  'rule-set-not-frozen': (d) =>
    `Rules file criteria/${text(d.file)} is not listed in criteria/frozen.json. Add: "${text(d.file)}": "${text(d.sha256)}".`,
  'rule-set-changed': (d) => `Rules file criteria/${text(d.file)} was changed after publication. Create a new version.`,
  'setting-invalid': (d) =>
    `The setting ${text(d.setting)} is not correct: it ${fault(d.fault)}. README.md says what it can be.`,
  'migration-changed': (d) =>
    `The database migration ${name(d.name)} was changed after it was applied. Put the original migration back.`,
  'migration-unknown': (d) =>
    `The database has a migration that this version does not know: ${name(d.name)}. Use a newer version of Gunwijzer.`,
  'unknown-option': (d) => `Unknown option or command: ${name(d.option)}. With --help you see what there is.`,
  'one-file': (d) => `Give exactly one file: gunwijzer ${text(d.command)} FILE`,
  'computation-too-long': (d) =>
    `The calculation took longer than ${count(Number(d.seconds), 'second', 'seconds')} and was stopped. Nothing was stored. ${sizeOf(lot, d)}Try less at once, or use the command line.`,
  'computation-too-large': (d) =>
    `The calculation asked for more than ${count(Number(d.megabytes), 'megabyte', 'megabytes')} of memory and was stopped. Nothing was stored. ${sizeOf(lot, d)}Try less at once, or use the command line.`,
  'computation-stopped': () => 'The calculation was stopped. Start again if you still want the outcome.',
  'dossier-moves': () => 'The dossier kept changing during the calculation. Nothing was stored. Try again.',
  'too-busy': (d) =>
    `You ask too much at once: ${count(Number(d.waiting), 'task', 'tasks')} of yours are already waiting. Wait until they are done and try again.`,
  'draft-too-long': (d) =>
    `This text is too long to keep. Make it ${count(Number(d.maximum), 'character', 'characters')} at most.`,
  'too-many-drafts': () =>
    'There are too many drafts of yours. Submit what is ready first; then Gunwijzer can keep new drafts.',
  'address-in-use': (d) => `Port ${text(d.port)} on ${text(d.host)} is already in use. Choose another one with PORT.`,
  'unknown-alternative': (d) =>
    mended(
      d,
      `The ${option.one} ${name(d.alternative)} does not exist or does not take part`,
      `Choose ${an(option.one)} from the list`,
    ),
  'unknown-symbol': (d) =>
    mended(
      d,
      `The score ${name(d.symbol)}${d.alternative === undefined ? '' : ` of ${name(d.alternative)} on ${name(d.criterion)}`} is not on the scale`,
      'Choose a score of the scale',
    ),
  'reason-missing': (d) => `Give a reason for the departure at ${name(d.alternative)}.`,
  'score-unchanged': (d) =>
    `The score of ${name(d.alternative)} on ${name(d.criterion)} has not changed. Choose another score or leave the change out.`,
  'adjusted-twice': () => 'The same thing was changed twice. Leave out one of the two changes.',
  'no-alternatives-left': () => `No ${option.one} is left. Lower a minimum or exclude fewer ${option.more}.`,
  'weight-missing': (d) => `A weight for ${name(d.criterion)} is missing. Enter one.`,
  'weight-not-a-number': (d) =>
    `The weight of ${name(d.criterion)} is not a number. Enter a number, for example 1 or 2.5.`,
  'weight-negative': (d) => `The weight of ${name(d.criterion)} is negative. Enter a number of 0 or more.`,
  'weights-all-zero': () => 'Give at least one criterion a weight above zero.',
  'ordering-contradicts': (d) =>
    `The order contradicts itself at ${name(d.criterion)}. Leave out one of the choices that contradict each other.`,
  'ordering-too-large': () => 'An order cannot be calculated for so many criteria. Give an order for fewer criteria.',
  'seed-out-of-range': () => 'The seed is a whole number from 0 to 4294967295.',
  'matrix-not-published': () => 'The decision matrix has not been recorded yet. Start a new choice.',
  'unknown-purchase-kind': (d) =>
    `The kind of purchase ${name(d.purchaseKind)} does not exist. Choose a kind from the list.`,
  'not-the-officer': () => 'Only the person who prepares this choice can do this. Ask that person.',
  'decision-is-signed': () => 'This choice has been signed and no longer changes. Start a new choice if needed.',
  'choice-needs-reason': () => `Another ${option.one} ends equally high or higher. Give a reason for your choice.`,
  'nothing-chosen': () => `Choose ${an(option.full)} first.`,
  'pair-invalid': (d) => `${name(d.pair)} cannot be read. Write criterion=value, separated by commas.`,
  'date-invalid': (d) => `${name(d.date)} is not an existing date. Enter a date such as 4-1-2027 (day, month, year).`,
  'start-year-invalid': (d) =>
    `A plan starts in the years ${text(d.first)} to ${text(d.last)}. Choose another start date.`,
  'duration-invalid': (d) => `For ${name(d.step)}, enter a whole number of weeks from 1 to 260.`,
  'too-many-criteria': (d) =>
    mended(
      d,
      d.what === 'groups'
        ? `There are ${number(d.found)} groups of award criteria; at most ${number(d.limit)} are allowed`
        : `There are ${number(d.found)} award criteria that are scored; an assessment holds at most ${number(d.limit)}`,
      d.what === 'groups' ? 'Remove groups' : 'Merge criteria or remove some',
    ),
  'no-criteria': (d) =>
    mended(
      d,
      'There are no award criteria; that is only possible where the lowest price decides',
      'Add at least one award criterion',
    ),
  'score-table-incomplete': (d) =>
    mended(
      d,
      `The table of ${name(d.criterion)} does not fit the scale at score ${number(d.score)}`,
      'Name every score of the scale exactly once',
    ),
  'score-table-above-weight': (d) =>
    mended(d, `${name(d.criterion)} gives ${number(d.percentage)} per cent of its weight`, 'Make that at most 100'),
  'scoring-on-group': (d) => `${name(d.criterion)} has parts and is not scored itself. Put the scoring on the parts.`,
  'zero-score-too-high': (d) =>
    mended(
      d,
      `The score that gives no points for ${name(d.criterion)} is ${number(d.zero)}`,
      'Choose a score below the highest',
    ),
  'minimum-above-weight': (d) =>
    mended(
      d,
      `The minimum ${d.criterion === null ? 'for quality' : `on ${name(d.criterion)}`} is ${number(d.minimum)}; that is more than can be earned`,
      'Lower it',
    ),
  'score-above-maximum': (d) =>
    `The score ${number(d.score)} for ${name(d.criterion)} is too high. Enter at most ${number(d.maximum)}.`,
  'score-decimals': (d) =>
    `The score ${number(d.score)} for ${name(d.criterion)} has too many decimals. Allowed: ${count(Number(d.decimals), 'decimal', 'decimals')}.`,
  'closest-to-mean-refused': (d) =>
    mended(
      d,
      'The formula “closest to the average” is refused: the keenest price does not win. Every bid also changes what the others are measured by. A bidder cannot know beforehand what its price is worth',
      'Choose another formula',
    ),
  'lowest-price-wmo': () =>
    'Award on the lowest price is refused for Wmo support. If this is something else, put service: other in the rules, with the motivation.',
  'withdrawal-not-announced': (d) =>
    mended(
      d,
      'The points depend on the other bids, and the rules do not say what happens when a bid falls away',
      'Announce that: re-rank or keep',
    ),
  'must-be-positive': (d) => mended(d, `The value of ${place(d.rule)} is zero`, 'Enter a number above zero'),
  'power-below-zero': () =>
    'With a power (points.power) price points cannot fall below zero. Announce “clip” for belowZero.',
  'must-be-above-one': (d) =>
    mended(d, `The value of ${place(d.rule)} is ${number(d.value)}`, 'Enter a number above one'),
  'bounds-wrong-way-round': (d) =>
    mended(
      d,
      `The bounds of ${place(d.rule)} are the wrong way round: ${number(d.low)} is not below ${number(d.high)}`,
      'Turn them round',
    ),
  'estimate-missing': () => 'Give the estimate when the threshold is based on it, and not otherwise.',
  'formula-invalid': (d) =>
    mended(
      d,
      `The formula cannot be read: “${text(d.formula)}”`,
      `Mend the formula${typeof d.position === 'number' ? ` from character ${number(d.position)} on` : ''}`,
    ),
  'formula-unknown-symbol': (d) =>
    `The formula uses ${name(d.symbol)}. Choose from: ${(d.symbols as string[]).join(', ')}.`,
  'formula-not-allowed': (d) =>
    `A formula cannot have this: ${name(d.what)}. Use + - * /, a whole power up to 9, min, max, brackets and numbers of at most 6 decimals.`,
  'formula-constant-taken': (d) =>
    mended(d, `${name(d.symbol)} is already a name in the formula`, 'Give the constant another name'),
  'formula-divides-by-zero': (d) =>
    `The formula divides by zero for bid ${name(d.bid)} in ${name(d.lot)}. Change the formula or check the price.`,
  'formula-too-large': (d) =>
    mended(d, tooLarge[d.bound as keyof typeof tooLarge](number(d.found), number(d.limit)), 'Write a smaller formula'),
  'formula-has-no-value': (d) =>
    mended(d, `The formula divides by zero ${trialCases[d.case as TrialCase]}`, 'Write the formula in another way'),
  'division-by-zero': () => 'A division by zero. Check the formula and the numbers entered.',
  'quality-zero': (d) =>
    `Bid ${name(d.bid)} in ${name(d.lot)} has no quality points, and the method divides by that number. Set a minimum quality in the rules.`,
  'price-not-asked': (d) =>
    `Bid ${name(d.bid)} ${d.lot === COMMON ? `(for all ${lot.more})` : `in ${name(d.lot)}`} gives a part of a price that this tender does not ask (${partOf(d.part)}). Leave it out.`,
  'price-incomplete': (d) => `The ${priceOf(d)} is not complete (${partOf(d.part)}). Fill in what is missing.`,
  'price-negative': (d) => `The ${priceOf(d)} is negative. Enter an amount of 0 or more.`,
  'price-zero': (d) => `The ${priceOf(d)} is zero. ${zeroPrice[d.why as ZeroPrice]}; check the amount.`,
  'missing-price': (d) => `The ${priceOf(d)} is missing. Record the price.`,
  'duplicate-price': (d) => `There are two prices of bid ${name(d.bid)} in ${name(d.lot)}. Leave out one of the two.`,
  'unknown-price-line': (d) =>
    `Line ${name(d.line)} is not on the price sheet${d.bid === undefined ? '' : ` (${placeOf(d)})`}. Leave the line out.`,
  'duplicate-price-line': (d) =>
    `Line ${name(d.line)} stands twice in the price (${name(d.bid)}, ${name(d.lot)}). Leave out one of the two.`,
  'prices-final': () => 'An award has been calculated; prices no longer change.',
  'tie-break-without-price': () => 'The tie-break names the lower price, but no price is asked. Choose another rule.',
  'draw-not-last': (d) => mended(d, 'A draw can only be the last step of the tie-break', 'Put the draw at the end'),
  'lot-order': (d) =>
    mended(
      d,
      `With a fixed order all ${lot.more} stand exactly once in award.lotOrder; with another way of dividing it is absent`,
      'Change the order',
    ),
  'combinations-need-highest-total': (d) =>
    `${d.what === 'discounts' ? `Discounts on more ${lot.more}` : `Combinations of ${lot.more}`} are only possible with the highest total. Choose “highest-total” for award.mechanism.`,
  'lot-weights-need-highest-total': () =>
    `The value of ${an(lot.one)} can only count with the highest total. Choose “highest-total” for award.mechanism.`,
  'lot-value-missing': (d) =>
    mended(d, `The value of ${lot.one} ${name(d.lot)} is missing or zero`, 'Enter a value above zero'),
  'affiliated-below-bidder': (d) =>
    mended(
      d,
      `The maximum for affiliated organisations (${text(d.maximum)}) is below that for one bidder (${text(d.perBidder)})`,
      'Raise it',
    ),
  'one-bid-not-by-preferences': () =>
    'With bidders’ preferences it is not possible that only one of the affiliated bids wins (oneBid). Give them a maximum together.',
  'lots-stay-open': (d) =>
    mended(
      d,
      `With at most ${count(Number(d.winners), 'winner', 'winners')} of at most ${count(Number(d.each), lot.one, lot.more)} each, ${text(d.open)} of the ${text(d.lots)} ${lot.more} ${agree(Number(d.open), 'stays', 'stay')} open for certain`,
      `Allow more winners, or more ${lot.more} for each bidder`,
    ),
  'same-name': (d) => mended(d, `The name ${name(d.name)} is there twice`, 'Give one of the two another name'),
  'date-before': (d) =>
    mended(
      d,
      `The date ${format.date(text(d.date))} comes before ${format.date(text(d.after))}, the date of ${quote(text(d.other))}`,
      'Put the dates in order',
    ),
  'last-day-twice': (d) =>
    mended(d, 'The last day for bids is there twice', 'Choose something else for one of the two'),
  'last-day-passed': (d) =>
    `Bids could be handed in until ${format.date(text(d.date))}. After that the announced rules do not change any more.`,
  'date-passed': (d) => mended(d, `The date ${format.date(text(d.date))} has passed`, 'Take a later date'),
  'rules-differ': (d) =>
    `The rules in the dossier are not the announced rules ${name(d.rules)}, though they carry that hash. Compare the dossier with a backup.`,
  'lot-reserved': (d) =>
    `${name(d.lot)} is a reserved ${lot.one}, and ${name(d.bidder)} does not declare that it meets the condition. Leave this ${lot.one} out or ask for the declaration.`,
  'too-many-lots': (d) =>
    `${name(d.bidder)} bids for ${count(Number(d.lots), lot.one, lot.more)}. Choose at most ${text(d.maximum)}.`,
  'preferences-incomplete': (d) =>
    `The preferences of ${name(d.bidder)} do not name every ${lot.one} of the bid exactly once${d.lot === null ? '' : ` (${name(d.lot)})`}. Complete them.`,
  'preference-not-bid-for': (d) =>
    `The preferences of ${name(d.bidder)} name ${name(d.lot)}, for which it does not bid. Leave that ${lot.one} out.`,
  'preferences-not-asked': (d) =>
    `${name(d.bidder)} gives preferences, but the ${lot.more} are not divided by preference. Leave the preferences out.`,
  'organisation-in-several-bids': (d) =>
    `${name(d.organisation)} already takes part in another bid (${name((d.bidders as string[])[0])}); that is not allowed here. Leave the organisation out here.`,
  'draw-twice': (d) => `Bid ${name(d.bid)} stands twice in the draw. Name every bid once.`,
  'draw-incomplete': (d) => `Bid ${name(d.bid)} is missing in the draw. Add it.`,
  'no-draw-needed': () => 'No draw is needed. See the award.',
  'already-set-aside': () => 'This bid has already been set aside. Choose another bid.',
  'not-yet-ranked': () =>
    'A bid can be withdrawn after the ranking only once an award was calculated. Exclude it otherwise.',
  'no-criteria-contested': () => 'Choose at least one criterion.',
  'contested-elsewhere': (d) =>
    `The score for ${name(d.criterion)} is the mean or the median of the assessors, or counts in several ${lot.more} at once. It cannot be contested by itself here. Leave this criterion out.`,
  'contested-invalid': (d) =>
    `${name(d.contested)} cannot be read. Write bid=criterion+criterion or bid/lot=criterion, separated by commas.`,
  'certificate-wrong': (d) =>
    `The proof of the award is wrong. Do not use the outcome before this has been looked into. Technical reason: ${name(d.reason)}.`,
  'engine-superseded': (d) =>
    `The award was calculated with engine version ${text(d.engine)} while a newer one was in force. Calculate it anew.`,
  'outcome-unreadable': () => 'The stored outcome cannot be read. Ask the auditor to re-run the dossier.',
  'unknown-admission': (d) => `Admission rules version ${text(d.version)} are unknown here. Use a newer Gunwijzer.`,
  'admission-falls': (d) =>
    `The admission rules go back from version ${text(d.before)} to ${text(d.version)}; that cannot be. Ask for the dossier anew.`,
  'second-person-needed': () => 'A second person does this. Who took the first step cannot confirm it.',
  'unknown-kind': (d) =>
    `The dossier ${name(d.dossier)} is of a kind that this version does not know. Use a newer Gunwijzer.`,
  'not-a-dossier': () => 'This file is no dossier of Gunwijzer. Download the dossier anew and use that file.',
  'not-an-administrator': () => 'Only an administrator can change accounts. Ask one.',
  'text-refused': (d) =>
    `${(d.texts as RefusedText[]).map((one) => `${'label' in one ? one.label : place(one.place)} has characters that cannot be used here: ${refusedInWords(refused, one)}.`).join(' ')} Remove them or write them in another way.`,
  'kvk-number': (d) =>
    `${d.path === undefined ? '' : `${place(d.path)}: `}${kvkNumber(text(d.number), d.digits as number | null)}`,
  'scale-too-short': () => 'The scale has fewer than two levels. Add one.',
  'scale-not-descending': (d) =>
    `The scale must run from good to bad. At ${name(d.symbol)} it does not; change the order.`,
  'no-alternatives': () => `There are no ${option.more} to compare. Add one.`,
  'score-missing': (d) => `Fill in a score for ${name(d.alternative)} on ${name(d.criterion)}.`,
  'duplicate-criterion': (d) =>
    `The criterion ${name(d.criterion)} stands there twice. Take one out or give it another name.`,
  'duplicate-alternative': (d) =>
    `The ${option.one} ${name(d.alternative)} stands there twice. Take one out or give it another name.`,
  'duplicate-symbol': (d) => `The sign ${name(d.symbol)} stands on the scale twice. Take one out.`,
  'matrix-size': (d) => {
    const [one, more] = sizes[d.what as keyof typeof sizes];
    const found = `The decision matrix has ${count(Number(d.found), one, more)}`;
    return Number(d.found) < Number(d.least)
      ? `${found}; at least ${number(d.least)} are needed. Add what is missing.`
      : `${found}; there may be at most ${number(d.most)}. Take some out or merge them.`;
  },
  'scale-value-missing': (d) =>
    `The sign ${name(d.symbol)} on the scale has no value that is a number. Give a number of 0 or more, with at most 6 decimals.`,
  'scale-value-twice': (d) =>
    `The signs ${name(d.other)} and ${name(d.symbol)} have the same value (${number(d.value)}). Give every sign on the scale a value of its own.`,
  'scores-too-many': (d) =>
    `${name(d.alternative)} has ${count(Number(d.found), 'score', 'scores')}, and there ${agree(Number(d.criteria), 'is', 'are')} ${count(Number(d.criteria), 'criterion', 'criteria')}. Leave out what is too much.`,
  'ambiguous-name': (d) =>
    `${name(d.name)} can mean two things: as a name and as an id, or in two languages. Give one of the two another name or another id.`,
  'unknown-legal-title': (d) =>
    mended(d, `The legal title ${name(d.legalTitle)} is not among the legalTitles`, 'Name it there or choose another'),
  'ordering-too-complex': () =>
    'With this order of criteria the outcome cannot be calculated exactly. Name fewer pairs.',
  'draws-out-of-range': (d) =>
    `The number of draws (${number(d.draws)}) is too small or too large. Choose another number.`,
  'rules-not-published': () => 'No rules have been announced yet. Announce the rules first.',
});
