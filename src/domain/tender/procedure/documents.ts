import { since } from '../../admission/procedure.ts';
import { nothingIsOpened } from '../checks/bids.ts';
import * as check from '../checks/documents.ts';
import type { documentEvents } from '../state/events/documents.ts';
import { PHASES } from '../state/state.ts';
import {
  by,
  DOCUMENTS,
  declared,
  inTender,
  inTheOpen,
  ofBid,
  RULES,
  type StepsOf,
  seenAs,
  unbiased,
  whenOpened,
} from './shape.ts';

const BIDS = [...RULES, 'bid-registered', 'bid-corrected', 'bid-struck'] as const;
const OPENED = ['bid-set-aside', 'bid-reinstated', 'prices-opened'] as const;
const SEALED = ['document-sealed', 'sealed-documents-removed'] as const;
const SHOWN = ['document-added', 'document-removed', ...SEALED, ...OPENED] as const;

/** What was handed in with a bid, as files: a bidder may still clarify, and prove what it said, when the decision was sent. */
export const documentSteps: StepsOf<keyof typeof documentEvents> = {
  'document-added': {
    ...by('chair', DOCUMENTS),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(DOCUMENTS, check.documentFits, ...BIDS, ...SHOWN), unbiased(ofBid)],
  },
  'document-removed': {
    ...by('chair', DOCUMENTS),
    during: inTender(...PHASES),
    opens: null,
    seen: seenAs(inTheOpen),
    checks: [since(DOCUMENTS, check.documentIsThere, ...BIDS, ...SHOWN), unbiased(ofBid)],
  },
  'document-sealed': {
    ...by('keeper', DOCUMENTS),
    during: inTender('registration', 'assessment', 'consensus', 'quality-closed'),
    opens: null,
    seen: { that: inTheOpen, what: whenOpened },
    checks: [
      declared(),
      since(DOCUMENTS, nothingIsOpened, 'prices-opened'),
      since(DOCUMENTS, check.sealedDocumentFits, ...BIDS, ...SEALED, ...OPENED),
      unbiased(ofBid),
    ],
  },
  'sealed-documents-removed': {
    ...by('keeper', DOCUMENTS),
    during: inTender('registration', 'assessment', 'consensus', 'quality-closed'),
    opens: null,
    seen: { that: inTheOpen, what: whenOpened },
    checks: [
      declared(),
      since(DOCUMENTS, nothingIsOpened, 'prices-opened'),
      since(DOCUMENTS, check.somethingIsSealed, ...BIDS, ...SEALED, ...OPENED),
      unbiased(ofBid),
    ],
  },
};
