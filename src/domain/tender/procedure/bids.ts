import { always, between, since } from '../../admission/procedure.ts';
import * as check from '../checks/bids.ts';
import type { bidEvents, priceEvents } from '../state/events/bids.ts';
import { PHASES } from '../state/state.ts';
import {
  awardAnew,
  by,
  declared,
  GOING_BACK,
  inTender,
  inTheOpen,
  ofBid,
  RULES,
  type StepsOf,
  seenAs,
  sincePricesOpened,
  unbiased,
  whenOpened,
} from './shape.ts';

const BIDS = [...RULES, 'bid-registered', 'bid-corrected', 'bid-struck'] as const;
const FALLEN = [...BIDS, 'bid-set-aside', 'bid-reinstated', 'award-computed'] as const;
const PRICES = ['price-sealed', 'prices-opened', 'price-recorded', 'price-corrected'] as const;
const SEALED_DOCUMENTS = ['document-sealed', 'sealed-documents-removed'] as const;
const EXPLANATIONS = ['explanation-asked', 'explanation-received', 'explanation-judged'] as const;

/** What was handed in, and what becomes of a bid. */
export const bidSteps: StepsOf<keyof typeof bidEvents> = {
  'bid-registered': {
    ...by('chair'),
    during: inTender('registration'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [always(check.bidFitsRules, ...BIDS)],
  },
  'bid-corrected': {
    ...by('chair', GOING_BACK),
    during: inTender('registration'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.correctionFitsRules, ...BIDS), unbiased(({ bid }) => bid.id)],
  },
  'bid-struck': {
    ...by('chair', GOING_BACK),
    during: inTender('registration'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.bidIsThere, ...BIDS), unbiased(ofBid)],
  },
  'bid-set-aside': {
    ...by('chair'),
    during: inTender(...PHASES),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [
      between(1, GOING_BACK - 1, check.qualityIsClosed),
      always(check.bidCanFall, ...FALLEN),
      unbiased(({ fallen }) => fallen.bid),
    ],
  },
  'bid-reinstated': {
    ...by('chair', GOING_BACK),
    during: inTender(...PHASES),
    opens: awardAnew,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.bidCanCountAgain, ...FALLEN), unbiased(ofBid)],
  },
  'requirements-checked': {
    ...by('second', GOING_BACK),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [declared(), since(GOING_BACK, check.bidIsThere, ...BIDS), unbiased(ofBid)],
  },
};

/** What was sealed, and what is asked about it. */
export const priceSteps: StepsOf<keyof typeof priceEvents> = {
  'price-sealed': {
    ...by('keeper', GOING_BACK),
    during: inTender('registration', 'assessment', 'consensus', 'quality-closed'),
    opens: null,
    seen: { that: inTheOpen, what: whenOpened },
    checks: [
      declared(),
      since(GOING_BACK, check.nothingIsOpened, 'prices-opened'),
      since(GOING_BACK, check.sealedPriceFits, ...BIDS),
      unbiased(({ price }) => price.bid),
    ],
  },
  'opening-proposed': {
    ...by('chair', GOING_BACK),
    during: inTender('quality-closed'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(GOING_BACK, check.somethingToOpen, ...FALLEN, ...PRICES, ...SEALED_DOCUMENTS)],
  },
  'prices-opened': {
    ...by('second', GOING_BACK),
    second: {
      first: (state) => state.openingProposedBy,
      reads: ['opening-proposed', 'opening-proposed/actor', 'prices-opened'],
    },
    during: inTender('quality-closed'),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [declared()],
  },
  'price-recorded': {
    ...by('chair'),
    during: inTender('quality-closed'),
    opens: null,
    seen: seenAs(sincePricesOpened),
    checks: [
      always(check.priceFits, ...BIDS, 'award-computed', ...PRICES),
      between(1, GOING_BACK - 1, check.nothingWasAwardedYet, 'award-computed'),
      since(GOING_BACK, check.pricesAreOpened, ...RULES, 'prices-opened'),
      declared(),
      unbiased(({ price }) => price.bid),
    ],
  },
  'price-corrected': {
    ...by('chair', GOING_BACK),
    during: inTender('quality-closed', 'awarded'),
    opens: awardAnew,
    seen: seenAs(sincePricesOpened),
    checks: [since(GOING_BACK, check.priceCanBeCorrected, ...BIDS, ...PRICES), unbiased(({ price }) => price.bid)],
  },
  'explanation-asked': {
    ...by('chair', GOING_BACK),
    during: inTender('quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(sincePricesOpened),
    checks: [since(GOING_BACK, check.explanationCanBeAsked, ...BIDS, ...EXPLANATIONS), unbiased(ofBid)],
  },
  'explanation-received': {
    ...by('chair', GOING_BACK),
    during: inTender('quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(sincePricesOpened),
    checks: [since(GOING_BACK, check.explanationWasAsked, ...EXPLANATIONS), unbiased(ofBid)],
  },
  'explanation-judged': {
    ...by('chair', GOING_BACK),
    during: inTender('quality-closed', 'awarded'),
    opens: null,
    seen: seenAs(sincePricesOpened),
    checks: [since(GOING_BACK, check.explanationCanBeJudged, ...EXPLANATIONS), unbiased(ofBid)],
  },
};
