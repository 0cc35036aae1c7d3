import type { ErrorCode } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { ZeroPrice } from '../../domain/rules/price/record.ts';
import type { ShapeFault } from '../../domain/shape.ts';
import type { Phase } from '../../domain/tender/state.ts';
import type { BrokenReason, ErrorText } from '../error-text.ts';
import { placeOfText } from '../field-text.ts';
import { fields } from './fields.ts';
import { phases, roles } from './names.ts';
import { count, format } from './words.ts';

const text = (value: unknown): string => String(value);
const why = (value: unknown): string => broken[value as BrokenReason] ?? text(value);

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
  'not a decimal number': 'is not a number such as "12.5" (in quotes, with a point)',
  'not an identifier (a-z, 0-9, -)': 'may only have small letters, digits and hyphens',
  'empty text': 'is an empty text',
  missing: 'is missing',
  'unknown column': 'does not belong here',
  'less than the minimum': 'is less than the minimum',
  'values must decrease, best first': 'must be lower than the value before it',
  'Invalid ISO date': 'is not a date such as 2027-12-31',
  'Invalid ISO datetime': 'is not a time such as 2027-12-31T12:00:00Z',
};

/** Remarks with a name or a character in them. */
const remarksAbout: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^unsupported character /, 'has a character that cannot be used: '],
  [/^duplicate (?:id|symbol) /, 'occurs twice: '],
  [/^unknown (?:id|symbol|value) /, 'is not known: '],
];
function remark(reason: string): string {
  const known = remarks[reason];
  if (known !== undefined) return known;
  const about = remarksAbout.find(([pattern]) => pattern.test(reason));
  return about ? reason.replace(...about) : 'has a value that is not possible';
}

const decimal = (value: unknown): string => format.decimal(text(value));

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
      return `has an unknown field "${one.field}"`;
    case 'not-a':
      return `is not ${kinds[one.expected] ?? one.expected}`;
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

function ruleSetFault(d: Readonly<Record<string, unknown>>): string {
  if (d.belongsIn !== undefined) return `what it holds belongs in ${text(d.belongsIn)}.`;
  if (d.line !== undefined) return `not valid JSON on line ${text(d.line)}, at character ${text(d.column)}.`;
  return `${placeOfText(fields, text(d.path))} ${fault(d.fault)}.`;
}

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'the file or folder does not exist',
  EACCES: 'no access',
  EPERM: 'no access',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
};
const fileProblem = (code: unknown): string => fileProblems[text(code)] ?? text(code);

/** Why a price of zero has no outcome. */
const zeroPrice: Readonly<Record<ZeroPrice, string>> = {
  'divides-by-price': 'the formula divides by the price',
  'divides-by-lowest': 'the formula divides by the lowest price',
  'takes-logarithm': 'zero has no logarithm',
};

/** The errors of the domain, in words: per code a text from the details. */
export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  'not-json': (d) =>
    `The file is not valid JSON: it goes wrong on line ${text(d.line)}, at character ${text(d.column)}.`,
  'not-utf8': () => 'The file is not UTF-8: it has characters that cannot be read. Save it as UTF-8.',
  'key-twice': (d) =>
    `The file names ${placeOfText(fields, text(d.path))} twice, so that nobody can say which one counts.`,
  'file-is-input': () =>
    'This is an input file, with rules, bids and scores. Only the rules belong here: the part “rules” of this file.',
  'file-is-rules': () =>
    'This is a file with rules alone. An input file belongs here, with rules (“rules”), bids (“bids”) and scores (“consensus”).',
  'file-invalid': (d) => `The file is not correct: ${placeOfText(fields, text(d.path))} ${fault(d.fault)}.`,
  'file-unreadable': (d) => `The file ${text(d.file)} cannot be read: ${fileProblem(d.reason)}.`,
  'file-unwritable': (d) => `The file ${text(d.file)} cannot be written: ${fileProblem(d.reason)}.`,
  'file-too-large': (d) => `The file is too large; the maximum is ${text(d.maximum)} bytes.`,
  'dossier-damaged': (d) =>
    `The dossier is damaged or has been changed: line ${text(d.line)} is not correct (${why(d.why)}).`,
  'chain-broken': (d) => `The hash chain breaks at event ${text(d.seq)} (${why(d.why)}).`,
  'head-differs': (d) => `The hash of the dossier is ${text(d.found)}, not ${text(d.expected)}.`,
  'event-invalid': (d) =>
    `Event ${text(d.seq)} (${text(d.type)}) is not correct: ${d.fault ? `${placeOfText(fields, text(d.path))} ${fault(d.fault)}` : text(d.reason)}.`,
  'event-not-allowed': (d) => `Event ${text(d.seq)} was not allowed: ${text(d.because)}`,
  'outcome-differs': () => 'The stored outcome differs from the re-run.',
  'unknown-engine': (d) => `Calculation rules version ${text(d.engine)} is unknown.`,
  'engine-superseded': (d) =>
    `The award was computed with engine version ${text(d.engine)} while a newer one was in force. Compute it anew.`,
  'outcome-unreadable': () => 'The stored outcome cannot be read. Ask the auditor to re-run the dossier.',
  'not-a-number': (d) => `“${text(d.text)}” is not a number.`,
  'weights-do-not-sum': (d) =>
    `The weights ${d.parent === null ? '' : `under ${text(d.parent)} `}add up to ${decimal(d.total)} instead of ${decimal(d.whole)}${d.price === null ? '' : `; the price (${decimal(d.price)}) is counted in`}.`,
  'duplicate-id': (d) => `The identifier ${text(d.id)} occurs twice (${text(d.place)}).`,
  'scale-not-ascending': () => 'The scale is not in ascending order.',
  'scale-without-positive': () => 'The scale has no score above zero.',
  'minimum-not-on-scale': (d) => `The minimum score ${text(d.minimum)} of ${text(d.criterion)} is not on the scale.`,
  'minimum-on-group': (d) => `${text(d.criterion)} has parts and cannot have a minimum score of its own.`,
  'unknown-tie-break-criterion': (d) => `The tie-break rule names an unknown criterion: ${text(d.criterion)}.`,
  'winners-limits': (d) =>
    `The limits on the number of winners (award.winners) are not correct: at least ${text(d.minimum)} and at most ${text(d.maximum)}, with ${count(Number(d.lots), 'area', 'areas')}.`,
  'growth-path-not-rising': (d) => `The dates of the growth path are not in ascending order (${text(d.by)}).`,
  'bidder-form': () => 'A single organisation has exactly one member; a consortium has at least two.',
  'organisation-twice-in-bid': (d) => `${text(d.organisation)} appears twice in this bid.`,
  'organisation-in-two-bids': (d) =>
    `${text(d.organisation)} is already part of another bid for the same area (${text((d.bidders as string[])[0])}).`,
  'duplicate-bid': (d) => `There is already a bid with the identifier ${text(d.bid)}.`,
  'duplicate-bidder': (d) => `There is already a bid from ${text(d.bidder)}.`,
  'unknown-lot': (d) => `The area ${text(d.lot)} does not exist in this tender.`,
  'duplicate-lot': (d) => `The area ${text(d.lot)} appears twice in the bid.`,
  'growth-path-missing': (d) => `The growth path for area ${text(d.lot)} is missing.`,
  'growth-path-not-asked': (d) => `No growth path was asked for in area ${text(d.lot)}.`,
  'growth-path-dates': () => 'The dates of the growth path are not the published dates.',
  'percentage-above-100': (d) => `${text(d.committed)} is more than 100 per cent.`,
  'unknown-bid': (d) => `The bid ${text(d.bid)} does not exist.`,
  'lot-not-bid-for': (d) => `The bid ${text(d.bid)} does not cover area ${text(d.lot)}.`,
  'score-for-invalid-bid': (d) =>
    `The bid ${text(d.bid)} is invalid for area ${text(d.lot)} and is not assessed there.`,
  'unknown-criterion': (d) => `The criterion ${text(d.criterion)} does not exist or is not scored itself.`,
  'score-outside-scale': (d) =>
    `The score ${text(d.score)} for ${text(d.criterion)} is not on the scale (${(d.scale as string[]).join(', ')}).`,
  'duplicate-score': (d) => `There are two scores for ${text(d.criterion)}.`,
  'missing-score': (d) =>
    `A score is missing for ${text(d.criterion)}${d.bid === undefined ? '' : ` (${text(d.bid)}, ${text(d.lot)})`}.`,
  'missing-motivation': (d) => `A motivation is missing for ${text(d.criterion)}.`,
  'award-too-large': () => 'This award is too large to calculate in a reasonable time.',
  'already-published': () => 'The rules have already been published.',
  'already-appointed': () => 'This assessor has already been appointed.',
  'chair-is-assessor': () => 'The chair cannot also be an assessor.',
  'not-an-assessor-account': () => 'This account does not have the assessor role.',
  'no-assessors': () => 'Appoint at least one assessor first.',
  'no-valid-bids': () => 'There is no valid bid to assess yet.',
  'not-an-assessor': () => 'You are not an assessor in this tender.',
  'not-the-chair': () => 'Only the chair of this tender can do this.',
  'already-submitted': () => 'This assessment has already been submitted; submit a change instead of saving a draft.',
  'assessments-not-submitted': (d) =>
    `The consensus round cannot be opened yet: ${count(Number(d.count), 'assessment', 'assessments')} still to be submitted.`,
  'consensus-incomplete': (d) =>
    `The quality round cannot be closed yet: ${count(Number(d.count), 'consensus score is', 'consensus scores are')} still missing.`,
  'wrong-phase': (d) =>
    `This is only possible in the phase “${(d.needed as Phase[]).map((phase) => phases[phase]).join('”, “')}”; this tender is in the phase “${phases[d.phase as Phase]}”.`,
  'unknown-admission': (d) => `Admission rules version ${text(d.version)} are unknown here. Use a newer Gunwijzer.`,
  'admission-falls': (d) =>
    `The admission rules go back from version ${text(d.before)} to ${text(d.version)}; that cannot be.`,
  'second-person-needed': () => 'This counts only when a second person confirms it.',
  'quality-still-open': () => 'This is only possible once the quality round is closed.',
  'not-yet-awarded': () =>
    'The award has not been calculated yet. The ranking becomes visible once the chair has closed the quality round and calculated the award.',
  'decision-not-signed': () => 'The advice is ready once the choice is signed.',
  stale: () => 'Someone else has changed this in the meantime.',
  'unknown-dossier': (d) => `The dossier ${text(d.dossier)} does not exist.`,
  'unknown-role': (d) =>
    `The role ${text(d.role)} does not exist. Choose from: ${(d.roles as Role[]).map((role) => `${role} = ${roles[role]}`).join('; ')}.`,
  'unknown-account': (d) => `The account ${text(d.account)} does not exist.`,
  'account-exists': (d) => `The account ${text(d.account)} already exists.`,
  'account-closed': (d) => `The account ${text(d.account)} is closed.`,
  'not-an-administrator': () => 'Only an administrator can change accounts.',
  'last-administrator': () => 'This is the last administrator; appoint another one first.',
  'password-too-short': (d) => `The password must have at least ${text(d.minimum)} characters.`,
  'character-not-in-font': (d) => `The character ${text(d.character)} cannot be printed.`,
  'rule-set-invalid': (d) =>
    `Rules file criteria/${text(d.file)} is not correct: ${text(d.because) || ruleSetFault(d)}`,
  'rule-set-not-frozen': (d) =>
    `Rules file criteria/${text(d.file)} is not listed in criteria/frozen.json. Add: "${text(d.file)}": "${text(d.sha256)}"`,
  'rule-set-changed': (d) => `Rules file criteria/${text(d.file)} was changed after publication. Create a new version.`,
  'setting-invalid': (d) => `The setting ${text(d.setting)} is not correct: it ${fault(d.fault)}.`,
  'migration-changed': (d) => `The database migration ${text(d.name)} was changed after it was applied.`,
  'migration-unknown': (d) => `The database has a migration that this version does not know: ${text(d.name)}.`,
  'unknown-option': (d) => `Unknown option or command: ${text(d.option)}`,
  'address-in-use': (d) => `Port ${text(d.port)} on ${text(d.host)} is already in use. Choose another one with PORT.`,
  'unsupported-character': (d) => `The character ${text(d.character)} is not supported in ${text(d.place)}.`,
  'text-too-long': (d) => `The text in ${text(d.place)} is too long; the maximum is ${text(d.maximum)} characters.`,
  'unknown-alternative': (d) => `The model ${text(d.alternative)} does not exist or does not take part.`,
  'unknown-symbol': (d) => `The score ${text(d.symbol)} is not on the scale.`,
  'reason-missing': (d) => `Give a reason for the departure at ${text(d.alternative)}.`,
  'score-unchanged': (d) => `The score of ${text(d.alternative)} on ${text(d.criterion)} has not changed.`,
  'adjusted-twice': () => 'The same thing was changed twice.',
  'no-alternatives-left': () => 'No model is left. Lower a minimum or exclude fewer models.',
  'weight-missing': (d) => `A weight for ${text(d.criterion)} is missing.`,
  'weight-not-a-number': (d) => `The weight of ${text(d.criterion)} is not a number.`,
  'weight-negative': (d) => `The weight of ${text(d.criterion)} is negative.`,
  'weights-all-zero': () => 'Give at least one criterion a weight above zero.',
  'ordering-contradicts': (d) => `The order contradicts itself at ${text(d.criterion)}.`,
  'ordering-too-large': () => 'An order cannot be computed for so many criteria.',
  'seed-out-of-range': () => 'The seed is a whole number from 0 to 4294967295.',
  'matrix-not-published': () => 'The decision matrix has not been recorded yet.',
  'unknown-purchase-kind': (d) => `The kind of purchase ${text(d.purchaseKind)} does not exist.`,
  'not-the-officer': () => 'Only the person who prepares this choice can do this.',
  'decision-is-signed': () => 'This choice has been signed and does not change any more.',
  'choice-needs-reason': () => 'This model is not the only first by the weighing. Give a reason for your choice.',
  'nothing-chosen': () => 'Choose a contract model first.',
  'pair-invalid': (d) => `“${text(d.pair)}” cannot be read; write criterion=value, separated by commas.`,
  'date-invalid': (d) => `${text(d.date)} is not an existing date.`,
  'start-year-invalid': (d) => `A plan starts in the years ${text(d.first)} to ${text(d.last)}.`,
  'duration-invalid': (d) => `The length of ${text(d.step)} is a whole number of weeks from 1 to 260.`,
  'no-criteria': () => 'There are no award criteria; that is only possible where the lowest price decides.',
  'score-table-incomplete': (d) =>
    `The table of ${text(d.criterion)} does not fit the scale at score ${text(d.score)}; every score of the scale stands in it exactly once.`,
  'score-table-above-weight': (d) =>
    `${text(d.criterion)} gives ${text(d.percentage)} per cent of its weight; more than 100 is not possible.`,
  'scoring-on-group': (d) => `${text(d.criterion)} has parts and is not scored itself.`,
  'zero-score-too-high': (d) =>
    `For ${text(d.criterion)} the score that gives no points (${text(d.zero)}) must be below the highest score.`,
  'minimum-above-weight': (d) =>
    `The minimum of ${text(d.minimum)} points${d.criterion === null ? ' for quality' : ` on ${text(d.criterion)}`} is more than can be earned.`,
  'score-above-maximum': (d) =>
    `The score ${text(d.score)} for ${text(d.criterion)} is above the maximum of ${text(d.maximum)}.`,
  'score-decimals': (d) =>
    `The score ${text(d.score)} for ${text(d.criterion)} has more than ${text(d.decimals)} decimals.`,
  'closest-to-mean-refused': () =>
    'The formula “closest to the average” is refused: the keenest price does not win, and every bid changes what the others are measured by, so that a bidder cannot know beforehand what its price is worth.',
  'lowest-price-wmo': () =>
    'Award on the lowest price is refused for Wmo support. If this is something else, put service: other in the rules, with the motivation.',
  'withdrawal-not-announced': () =>
    'The formula is relative. Announce in the rules what happens when a bid falls away (onWithdrawal: re-rank or keep).',
  'must-be-positive': (d) => `${placeOfText(fields, text(d.rule))} must be greater than zero.`,
  'power-below-zero': () =>
    'With a power (points.power) price points cannot fall below zero; announce “clip” for belowZero.',
  'must-be-above-one': (d) => `${placeOfText(fields, text(d.rule))} must be greater than one, not ${text(d.value)}.`,
  'bounds-wrong-way-round': (d) =>
    `The bounds of ${placeOfText(fields, text(d.rule))} are the wrong way round: ${text(d.low)} is not below ${text(d.high)}.`,
  'estimate-missing': () => 'Give the estimate exactly when the check of low prices is based on it.',
  'formula-invalid': (d) =>
    `The formula cannot be read${d.position === null ? '' : ` from character ${text(d.position)} on`}: “${text(d.formula)}”.`,
  'formula-unknown-symbol': (d) =>
    `The formula uses ${text(d.symbol)}. Known are: ${(d.symbols as string[]).join(', ')}.`,
  'formula-not-allowed': (d) =>
    `A formula cannot have this: ${text(d.what)}. It can have + - * /, a whole power up to 9, min, max, brackets and numbers of at most 6 decimals.`,
  'formula-constant-taken': (d) => `${text(d.symbol)} is already a name in the formula; give the constant another.`,
  'formula-divides-by-zero': (d) => `The formula divides by zero for bid ${text(d.bid)} in ${text(d.lot)}.`,
  'division-by-zero': () => 'A division by zero.',
  'quality-zero': (d) => `Bid ${text(d.bid)} in ${text(d.lot)} has no quality points; the method divides by them.`,
  'price-not-asked': (d) =>
    `Bid ${text(d.bid)} in ${text(d.lot)} gives a part of a price that this tender does not ask (${text(d.part)}).`,
  'price-incomplete': (d) => `The price of bid ${text(d.bid)} in ${text(d.lot)} is not complete (${text(d.part)}).`,
  'price-negative': (d) => `The price of bid ${text(d.bid)} in ${text(d.lot)} is negative.`,
  'price-zero': (d) => `The price of bid ${text(d.bid)} in ${text(d.lot)} is zero; ${zeroPrice[d.why as ZeroPrice]}.`,
  'missing-price': (d) => `A price is missing for bid ${text(d.bid)} in ${text(d.lot)}.`,
  'duplicate-price': (d) => `There are two prices of bid ${text(d.bid)} in ${text(d.lot)}.`,
  'unknown-price-line': (d) => `Line ${text(d.line)} is not on the price sheet (${text(d.bid)}, ${text(d.lot)}).`,
  'duplicate-price-line': (d) => `Line ${text(d.line)} stands twice in the price (${text(d.bid)}, ${text(d.lot)}).`,
  'prices-final': () => 'An award has been computed; prices no longer change.',
  'tie-break-without-price': () => 'The tie-break names the lower price, but no price is asked.',
  'draw-not-last': () => 'A draw can only be the last step of the tie-break.',
  'lot-order': () =>
    'With a fixed order all areas stand exactly once in award.lotOrder; with another mechanism it is absent.',
  'combinations-need-highest-total': () => 'Combinations of areas are only possible with the highest total.',
  'lot-weights-need-highest-total': () => 'The value of an area can only count with the highest total.',
  'lot-value-missing': (d) => `The value of area ${text(d.lot)} is missing or zero.`,
  'affiliated-below-bidder': (d) =>
    `The maximum for affiliated organisations (${text(d.maximum)}) is below that for one bidder (${text(d.perBidder)}).`,
  'one-bid-not-by-preferences': () =>
    'With bidders’ preferences the rule that only one of the affiliated bids wins (oneBid) is not possible; give them a maximum together.',
  'rules-differ': (d) =>
    `The rules in the dossier are not the published rules ${text(d.rules)}, though they carry that hash.`,
  'lot-reserved': (d) =>
    `Area ${text(d.lot)} is reserved; ${text(d.bidder)} does not declare that it meets the condition.`,
  'too-many-lots': (d) => `${text(d.bidder)} bids for ${text(d.lots)} areas; the maximum is ${text(d.maximum)}.`,
  'preferences-incomplete': (d) =>
    `The preferences of ${text(d.bidder)} do not name every area of the bid exactly once${d.lot === null ? '' : ` (${text(d.lot)})`}.`,
  'preference-not-bid-for': (d) =>
    `The preferences of ${text(d.bidder)} name ${text(d.lot)}, for which it does not bid.`,
  'preferences-not-asked': (d) => `${text(d.bidder)} gives preferences, but the areas are not divided by preference.`,
  'organisation-in-several-bids': (d) =>
    `${text(d.organisation)} already takes part in another bid (${text((d.bidders as string[])[0])}); that is not allowed here.`,
  'draw-twice': (d) => `Bid ${text(d.bid)} stands twice in the draw.`,
  'draw-incomplete': (d) => `Bid ${text(d.bid)} is missing in the draw.`,
  'no-draw-needed': () => 'No draw is needed.',
  'already-set-aside': () => 'This bid has already been set aside.',
  'not-yet-ranked': () =>
    'A bid can be withdrawn after the ranking only once an award was computed; exclude it otherwise.',
  'no-criteria-contested': () => 'Choose at least one criterion.',
  'certificate-wrong': (d) => `The certificate of the award is wrong (${text(d.reason)}).`,
  'scale-too-short': () => 'The scale has fewer than two levels. Add one.',
  'scale-not-descending': (d) => `The scale must run from good to bad; at ${text(d.symbol)} it does not.`,
  'no-alternatives': () => 'There are no models to compare.',
  'score-missing': (d) => `A score is missing for ${text(d.alternative)} on ${text(d.criterion)}.`,
  'unknown-attribute': (d) => `The attribute ${text(d.attribute)} is not in this overview.`,
  'duplicate-criterion': (d) => `The criterion ${text(d.criterion)} stands there twice.`,
  'duplicate-alternative': (d) => `The model ${text(d.alternative)} stands there twice.`,
  'duplicate-symbol': (d) => `The sign ${text(d.symbol)} stands on the scale twice.`,
  'ordering-too-complex': () => 'With this order of criteria the outcome cannot be computed exactly. Name fewer pairs.',
  'draws-out-of-range': (d) => `The number of draws (${text(d.draws)}) is too small or too large.`,
  'rules-not-published': () => 'No rules have been published yet; a dossier begins with them.',
  unexpected: () => 'Something unexpected went wrong.',
};
