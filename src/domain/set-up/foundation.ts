import type { ErrorCode } from '../errors.ts';
import type { Said } from './findings.ts';

/** The rules of the law that checks of a set-up rest on, by their ids in the rule sets of the law. */
export type SetUpLawRule = 'price-only' | 're-rank' | 'relative-price';

/**
 * What a check of a set-up rests on: a rule of the law; arithmetic, without which there is no outcome or an arbitrary one; or what Gunwijzer
 * itself asks, so that rules say one thing.
 */
export type Foundation =
  | { readonly kind: 'law'; readonly rule: SetUpLawRule }
  | { readonly kind: 'arithmetic' | 'product' };

const ARITHMETIC: Foundation = { kind: 'arithmetic' };
const PRODUCT: Foundation = { kind: 'product' };
const law = (rule: SetUpLawRule): Foundation => ({ kind: 'law', rule });

/** Every fault that rules can have; a test asks that none is left out. */
export const FOUNDATION_OF_FAULT: Partial<Readonly<Record<ErrorCode, Foundation>>> = {
  'lowest-price-wmo': law('price-only'),
  'withdrawal-not-announced': law('re-rank'),

  'bracket-wrong-side': ARITHMETIC,
  'brackets-not-in-order': ARITHMETIC,
  'combination-never-wins': ARITHMETIC,
  'formula-has-no-value': ARITHMETIC,
  'bounds-wrong-way-round': ARITHMETIC,
  'growth-path-not-rising': ARITHMETIC,
  'last-day-twice': PRODUCT,
  'lots-stay-open': ARITHMETIC,
  'minimum-above-weight': ARITHMETIC,
  'minimum-not-on-scale': ARITHMETIC,
  'must-be-above-one': ARITHMETIC,
  'must-be-positive': ARITHMETIC,
  'percentage-above-100': ARITHMETIC,
  'points-above-weight': ARITHMETIC,
  'power-below-zero': ARITHMETIC,
  'reference-is-worst': ARITHMETIC,
  'scale-not-ascending': ARITHMETIC,
  'scale-without-positive': ARITHMETIC,
  'score-table-above-weight': ARITHMETIC,
  'score-table-incomplete': ARITHMETIC,
  'weights-do-not-sum': ARITHMETIC,
  'winners-limits': ARITHMETIC,
  'zero-score-too-high': ARITHMETIC,

  'affiliated-below-bidder': PRODUCT,
  'bidder-pays-refused': PRODUCT,
  'capacity-by-preferences': PRODUCT,
  'closest-to-mean-refused': PRODUCT,
  'combinations-need-highest-total': PRODUCT,
  'date-before': PRODUCT,
  'date-passed': PRODUCT,
  'discounts-need-own-measure': PRODUCT,
  'draw-not-last': PRODUCT,
  'duplicate-id': PRODUCT,
  'estimate-missing': PRODUCT,
  'formula-constant-taken': PRODUCT,
  'formula-looks-at-quality': PRODUCT,
  'formula-invalid': PRODUCT,
  'formula-not-allowed': PRODUCT,
  'formula-too-large': PRODUCT,
  'formula-unknown-symbol': PRODUCT,
  'knock-out-without-effect': PRODUCT,
  'line-above-missing': PRODUCT,
  'line-field': PRODUCT,
  'lot-order': PRODUCT,
  'lot-size-missing': PRODUCT,
  'lot-value-missing': PRODUCT,
  'lot-weights-need-highest-total': PRODUCT,
  'measured-and-scored': PRODUCT,
  'middle-of-table': PRODUCT,
  'minimum-before-known': PRODUCT,
  'minimum-on-group': PRODUCT,
  'no-criteria': PRODUCT,
  'one-bid-not-by-preferences': PRODUCT,
  'price-part-unknown': PRODUCT,
  'same-name': PRODUCT,
  'scale-missing': PRODUCT,
  'scoring-on-group': PRODUCT,
  'tie-break-without-price': PRODUCT,
  'too-many-criteria': PRODUCT,
  'unknown-criterion': PRODUCT,
  'unknown-lot': PRODUCT,
  'unknown-price-line': PRODUCT,
  'unknown-tie-break-criterion': PRODUCT,
  'wish-names-unknown': PRODUCT,
  'wish-unanswered': PRODUCT,
};

/** What a finding rests on; null for a field that is empty or cannot be read, which says nothing yet. */
export function foundationOf(said: Said): Foundation | null {
  switch (said.kind) {
    case 'unread':
      return null;
    case 'fault':
      return FOUNDATION_OF_FAULT[said.fault.code] ?? PRODUCT;
    case 'relative':
    case 'relative-kept':
      return law('relative-price');
    case 'weights-right':
    case 'limits-right':
    case 'price-share':
      return ARITHMETIC;
    case 'no-procedure':
    case 'open-house':
    case 'no-tie-break':
    case 'no-last-day':
    case 'no-low-test':
    case 'no-scale':
    case 'requirement-from-nowhere':
      return PRODUCT;
    default:
      return said satisfies never;
  }
}
