import type { Remedy } from './remedy.ts';

/** What an error means for who caused it; the edge makes a status of it. */
export type ErrorKind = 'invalid' | 'conflict' | 'not-found' | 'forbidden' | 'too-much';

/** An error code: its kind, and the field of a form that it belongs to, where it belongs to one. */
export interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly field: string | null;
}

const entry =
  (kind: ErrorKind) =>
  (field: string | null = null): ErrorEntry => ({ kind, field });
/** What was given is wrong in itself. */
const invalid = entry('invalid');
/** It does not go with how the dossier stands now. */
const conflict = entry('conflict');
const notFound = entry('not-found');
const forbidden = entry('forbidden');
/** More than one person may ask of the server at once. */
const tooMuch = entry('too-much');

/** Every error that there is. The texts for people stand in messages/nl/errors.ts and messages/en/errors.ts; one that is missing does not compile. */
export const ERRORS = {
  'not-json': invalid('file'),
  'not-utf8': invalid('file'),
  'key-twice': invalid('file'),
  'file-is-input': invalid('file'),
  'file-is-rules': invalid('file'),
  'file-invalid': invalid('file'),
  'file-unreadable': invalid('file'),
  'file-unwritable': invalid(),
  'file-too-large': invalid('file'),
  'dossier-damaged': invalid('file'),
  'chain-broken': invalid(),
  'part-withheld': invalid(),
  'no-such-edition': invalid('edition'),
  'head-differs': invalid(),
  'register-broken': invalid(),
  'register-differs': invalid('file'),
  'not-a-register': invalid('file'),
  'password-differs': invalid(),
  'account-not-on-record': invalid(),
  'not-our-database': invalid('file'),
  'database-unreadable': invalid('file'),
  'schema-differs': invalid(),
  'account-missing': invalid(),
  'database-older': conflict(),
  'event-invalid': invalid(),
  'event-not-allowed': invalid(),
  'outcome-differs': invalid(),
  'unknown-engine': invalid(),
  'engine-superseded': invalid(),
  'outcome-unreadable': conflict(),
  'not-a-number': invalid(),
  'weights-do-not-sum': invalid(),
  'equal-parts-beside-weights': invalid(),
  'scale-missing': invalid(),
  'measured-and-scored': invalid(),
  'knock-out-without-effect': invalid(),
  'minimum-before-known': invalid(),
  'middle-of-table': invalid(),
  'reference-is-worst': invalid(),
  'bracket-wrong-side': invalid(),
  'brackets-not-in-order': invalid(),
  'points-above-weight': invalid(),
  'formula-looks-at-quality': invalid(),
  'line-field': invalid(),
  'line-above-missing': invalid(),
  'bidder-pays-refused': invalid(),
  'price-part-unknown': invalid(),
  'lot-size-missing': invalid(),
  'capacity-by-preferences': invalid(),
  'combination-never-wins': invalid(),
  'discounts-need-own-measure': invalid(),
  'unknown-name': invalid(),
  'lot-not-named': invalid(),
  'weights-total-missing': invalid(),
  'name-twice': invalid(),
  'unit-differs': invalid(),
  'value-missing': invalid(),
  'value-not-asked': invalid(),
  'value-twice': invalid(),
  'value-decimals': invalid(),
  'value-zero': invalid(),
  'capacity-missing': invalid('capacity'),
  'capacity-not-asked': invalid('capacity'),
  'capacity-fits-no-lot': invalid('capacity'),
  'discount-not-asked': invalid(),
  'discount-on-other-lots': invalid(),
  'discount-never-holds': invalid(),
  'discount-above-sum': invalid(),
  'score-from-assessors': invalid(),
  'score-from-committee': invalid(),
  'score-below-minimum': invalid(),
  'nothing-scored-there': invalid(),
  'lot-said-twice': invalid(),
  'duplicate-id': invalid(),
  'scale-not-ascending': invalid(),
  'scale-without-positive': invalid(),
  'minimum-not-on-scale': invalid(),
  'minimum-on-group': invalid(),
  'unknown-tie-break-criterion': invalid(),
  'winners-limits': invalid(),
  'growth-path-not-rising': invalid(),
  'bidder-form': invalid('form'),
  'organisation-twice-in-bid': invalid('members'),
  'organisation-in-two-bids': invalid('members'),
  'duplicate-bid': invalid('name'),
  'duplicate-bidder': invalid('name'),
  'unknown-lot': invalid('lots'),
  'duplicate-lot': invalid('lots'),
  'growth-path-missing': invalid('lots'),
  'growth-path-not-asked': invalid('lots'),
  'growth-path-dates': invalid('lots'),
  'percentage-above-100': invalid(),
  'unknown-bid': invalid('bid'),
  'lot-not-bid-for': invalid('lot'),
  'score-for-invalid-bid': invalid(),
  'unknown-criterion': invalid(),
  'score-outside-scale': invalid('score'),
  'duplicate-score': invalid(),
  'missing-score': invalid('score'),
  'missing-motivation': invalid('motivation'),
  'award-too-large': invalid(),
  'already-published': conflict(),
  'already-appointed': conflict('assessor'),
  'chair-is-assessor': invalid('assessor'),
  'not-an-assessor-account': invalid('assessor'),
  'auditor-takes-part': invalid(),
  'already-looks-on': conflict('auditor'),
  'does-not-look-on': conflict('auditor'),
  'not-an-auditor-account': invalid('auditor'),
  'no-assessors': conflict(),
  'no-valid-bids': conflict(),
  'not-an-assessor': forbidden(),
  'not-the-installation': forbidden(),
  'password-not-committed': invalid(),
  'not-the-chair': forbidden(),
  'already-submitted': conflict(),
  'assessments-not-submitted': conflict(),
  'consensus-incomplete': conflict(),
  'wrong-phase': conflict(),
  'unknown-admission': invalid(),
  'admission-falls': invalid(),
  'second-person-needed': conflict(),
  'quality-still-open': conflict(),
  'not-yet-awarded': conflict(),
  'decision-not-signed': conflict(),
  stale: conflict(),
  'unknown-dossier': notFound(),
  'unknown-kind': invalid('file'),
  'not-a-dossier': invalid('file'),
  'unknown-role': invalid('roles'),
  'role-missing': invalid('roles'),
  'roles-apart': invalid('roles'),
  'unknown-account': notFound(),
  'account-exists': invalid('id'),
  'account-closed': conflict(),
  'account-is-open': conflict(),
  'accounts-damaged': invalid(),
  'not-an-administrator': forbidden(),
  'last-administrator': conflict(),
  'not-your-account': forbidden(),
  'password-too-short': invalid('password'),
  'password-too-long': invalid('password'),
  'password-often-used': invalid('password'),
  'password-is-name': invalid('password'),
  'password-is-demo': invalid('password'),
  'password-wrong': invalid('password-present'),
  'password-link-gone': notFound(),
  'rule-set-invalid': invalid(),
  'rule-set-not-frozen': invalid(),
  'rule-set-changed': invalid(),
  'setting-invalid': invalid(),
  'migration-changed': invalid(),
  'migration-unknown': invalid(),
  'unknown-option': invalid(),
  'one-file': invalid(),
  'address-in-use': invalid(),
  'text-refused': invalid(),
  'kvk-number': invalid(),
  'unknown-alternative': invalid('model'),
  'unknown-symbol': invalid(),
  'reason-missing': invalid('reason'),
  'score-unchanged': invalid(),
  'adjusted-twice': invalid(),
  'no-alternatives-left': invalid(),
  'weight-missing': invalid('weight'),
  'weight-not-a-number': invalid('weight'),
  'weight-negative': invalid('weight'),
  'weights-all-zero': invalid('weight'),
  'ordering-contradicts': invalid('lighter'),
  'ordering-too-large': invalid('lighter'),
  'seed-out-of-range': invalid('seed'),
  'matrix-not-published': conflict(),
  'unknown-purchase-kind': invalid('purchaseKind'),
  'not-the-officer': forbidden(),
  'decision-is-signed': conflict(),
  'choice-needs-reason': invalid('reason'),
  'nothing-chosen': conflict(),
  'pair-invalid': invalid(),
  'date-invalid': invalid('start'),
  'start-year-invalid': invalid('start'),
  'duration-invalid': invalid('weeks'),
  'no-criteria': invalid(),
  'too-many-criteria': invalid(),
  'score-table-incomplete': invalid(),
  'score-table-above-weight': invalid(),
  'scoring-on-group': invalid(),
  'zero-score-too-high': invalid(),
  'minimum-above-weight': invalid(),
  'score-above-maximum': invalid('score'),
  'score-decimals': invalid('score'),
  'closest-to-mean-refused': invalid(),
  'lowest-price-wmo': invalid(),
  'withdrawal-not-announced': invalid(),
  'must-be-positive': invalid(),
  'power-below-zero': invalid(),
  'must-be-above-one': invalid(),
  'bounds-wrong-way-round': invalid(),
  'estimate-missing': invalid(),
  'formula-invalid': invalid(),
  'formula-unknown-symbol': invalid(),
  'formula-not-allowed': invalid(),
  'formula-constant-taken': invalid(),
  'formula-divides-by-zero': invalid(),
  'formula-too-large': invalid(),
  'formula-has-no-value': invalid(),
  'division-by-zero': invalid(),
  'quality-zero': invalid(),
  'price-not-asked': invalid('price'),
  'price-incomplete': invalid('price'),
  'price-negative': invalid('price'),
  'price-zero': invalid('price'),
  'missing-price': conflict(),
  'duplicate-price': invalid(),
  'unknown-price-line': invalid('price'),
  'duplicate-price-line': invalid('price'),
  'prices-final': conflict(),
  'tie-break-without-price': invalid(),
  'draw-not-last': invalid(),
  'lot-order': invalid(),
  'combinations-need-highest-total': invalid(),
  'lot-weights-need-highest-total': invalid(),
  'lot-value-missing': invalid(),
  'affiliated-below-bidder': invalid(),
  'one-bid-not-by-preferences': invalid(),
  'rules-differ': invalid(),
  'lot-reserved': invalid('lots'),
  'too-many-lots': invalid('lots'),
  'preferences-incomplete': invalid('lots'),
  'preference-not-bid-for': invalid('lots'),
  'preferences-not-asked': invalid('lots'),
  'organisation-in-several-bids': invalid('members'),
  'draw-twice': invalid('order'),
  'draw-for-other-lots': conflict(),
  'draw-incomplete': invalid('order'),
  'no-draw-needed': conflict(),
  'already-set-aside': conflict('bid'),
  'not-yet-ranked': conflict('stage'),
  'no-criteria-contested': invalid('criteria'),
  'contested-elsewhere': invalid('criteria'),
  'contested-invalid': invalid(),
  'certificate-wrong': invalid(),
  'scale-too-short': invalid(),
  'scale-not-descending': invalid(),
  'no-alternatives': invalid(),
  'score-missing': invalid(),
  'duplicate-criterion': invalid(),
  'duplicate-alternative': invalid(),
  'duplicate-symbol': invalid(),
  'matrix-size': invalid(),
  'scale-value-missing': invalid(),
  'scale-value-twice': invalid(),
  'scores-too-many': invalid(),
  'ambiguous-name': invalid(),
  'unknown-legal-title': invalid(),
  'ordering-too-complex': invalid('lighter'),
  'draws-out-of-range': invalid(),
  'rules-not-published': conflict(),
  'too-busy': tooMuch(),
  'computation-too-long': invalid(),
  'computation-too-large': invalid(),
  'computation-stopped': conflict(),
  'dossier-moves': conflict(),
} satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);

/** One thing that is wrong in a value with fields, such as a rule set or a file. */
export interface Fault {
  /** The keys and places in the value, outermost first: `['criteria', 0, 'weight']`. Empty for the value as a whole. */
  readonly path: readonly (string | number)[];
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** What mends it; null where only its text can say. */
  readonly mends: Remedy | null;
}

/**
 * The one error type of the domain: a code that the edge translates for people,
 * and the details (ids, never sentences) that the translation needs.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** Everything that is wrong, where more than one thing was looked for; the error itself is the first of them. */
  readonly faults: readonly Fault[];

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, faults: readonly Fault[] = []) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
    this.faults = faults;
  }

  /** What the error means for who caused it. */
  get kind(): ErrorKind {
    return ERRORS[this.code].kind;
  }

  /** The field of a form that the error belongs to; null where it belongs to none. */
  get field(): string | null {
    return ERRORS[this.code].field;
  }
}
