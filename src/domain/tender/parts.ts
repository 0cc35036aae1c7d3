import { FORMAT_PARTS } from '../disclosure/format.ts';
import type { PartsOfType, PartsTable } from '../disclosure/parts.ts';
import type { Pointer } from '../disclosure/pointer.ts';
import type { TenderPayloads } from './state/events.ts';

/**
 * What each event of a tender is cut into, and whom each part reaches. The committee gets what the report is made of; a bidder what is
 * announced, what it handed in, what was found of it and who won; everybody what is announced and who won. Who assessed, and what each
 * assessor found, stays with the whole dossier. The cut is part of the format of the log: what is published never changes.
 */

/** What the committee does in the open. People are named to the committee only. */
const announced = { actor: 'committee', moment: 'public', content: 'public' } as const;
/** What is about one bid: for the committee and for its bidder. */
const ofOneBid = { actor: 'committee', moment: 'own', content: 'own' } as const;
const scope = (...of: readonly Pointer[]) => ({ of, reach: 'own' }) as const;
const person = (...of: readonly Pointer[]) => ({ person: { of, reach: 'committee' } }) as const;

/** What one assessor finds is not for the committee either: who it was, when and of which bid. */
const independent: PartsOfType = {
  actor: 'whole',
  moment: 'whole',
  content: 'whole',
  apart: { scope: { of: ['/bid', '/lot', '/round'], reach: 'whole' } },
  about: '/bid',
};
/** What people declare of themselves, and what is decided about it: who has an interest in whom is for the committee, why only for the whole. */
const ofInterests = { actor: 'committee', moment: 'committee', content: 'committee' } as const;
/** Why something was done to a bid is for its bidder; who won is told of all. */
const reasonOfBid = (...of: readonly Pointer[]): PartsOfType => ({
  ...ofOneBid,
  apart: { scope: scope(...of), confidential: { of: ['/reason'], reach: 'own' } },
  about: '/bid',
});
const named = (pointer: Pointer): PartsOfType => ({ ...announced, content: 'committee', apart: person(pointer) });
const explained = (text: Pointer): PartsOfType => ({
  ...ofOneBid,
  apart: { scope: scope('/bid', '/lot'), confidential: { of: [text], reach: 'own' } },
  about: '/bid',
});
const sealed: PartsOfType = {
  ...ofOneBid,
  apart: {
    scope: scope('/price/bid', '/price/lot'),
    confidential: { of: ['/price/lines'], reach: 'own' },
    note: { of: ['/price/note'], reach: 'whole' },
  },
  about: '/price/bid',
};

/** What a file is called and what it is: for its bidder and the committee. */
const ofDocument: PartsOfType = {
  ...ofOneBid,
  apart: { scope: scope('/bid', '/lot'), confidential: { of: ['/document'], reach: 'own' } },
  about: '/bid',
};

export const tenderParts: PartsTable<TenderPayloads> = {
  'log-format-changed': FORMAT_PARTS,
  'rules-published': { ...announced, apart: person('/chair') },
  'rules-amended': announced,
  'assessor-appointed': { ...announced, apart: person('/assessor') },
  'auditor-named': { ...announced, apart: person('/auditor') },
  'auditor-released': { ...announced, apart: person('/auditor') },
  'bid-registered': {
    ...ofOneBid,
    apart: {
      scope: scope('/bid/id'),
      name: { of: ['/bid/bidder/name'], reach: 'own' },
      confidential: { of: ['/bid/lots', '/bid/preferences', '/bid/maximumLots'], reach: 'own' },
    },
    about: '/bid/id',
    whenAwarded: ['scope', 'name'],
  },
  'assessment-opened': announced,
  'assessment-saved': independent,
  'assessment-submitted': independent,
  'consensus-opened': announced,
  'consensus-recorded': {
    ...ofOneBid,
    apart: { scope: scope('/bid', '/lot', '/criterion', '/round') },
    about: '/bid',
    replaces: true,
  },
  'quality-closed': announced,
  'price-recorded': {
    ...ofOneBid,
    apart: {
      scope: scope('/price/bid', '/price/lot'),
      confidential: { of: ['/price/lines'], reach: 'own' },
      // Where the chair read the amounts: for the log.
      note: { of: ['/price/note'], reach: 'whole' },
    },
    about: '/price/bid',
    replaces: true,
  },
  'bid-set-aside': {
    ...ofOneBid,
    apart: {
      scope: scope('/fallen/bid', '/fallen/lot'),
      confidential: { of: ['/fallen/reason'], reach: 'own' },
    },
    about: '/fallen/bid',
  },
  'draw-recorded': {
    ...announced,
    content: 'bidders',
    bids: { lists: [{ list: '/order', kind: 'placed' }], reach: 'bidders' },
  },
  'award-computed': {
    ...announced,
    content: 'committee',
    apart: {
      result: {
        of: [
          '/engine',
          '/outcome/best',
          '/outcome/award/status',
          '/outcome/award/lots/*/lot',
          '/outcome/award/lots/*/winner',
          '/outcome/award/lots/*/combination',
          '/outcome/award/lots/*/open',
        ],
        reach: 'public',
      },
    },
    bids: {
      lists: [
        { list: '/outcome/lots/*/ranking', kind: 'named' },
        { list: '/outcome/lots/*/setAside', kind: 'named' },
        { list: '/outcome/lots/*/flags', kind: 'named' },
      ],
      reach: 'bidders',
    },
    replaces: true,
  },
  'quality-reopened': announced,
  'award-decision-sent': announced,
  'lot-fixed': announced,
  'lot-unfixed': announced,
  'lot-withdrawn': announced,
  'lot-reopened': announced,
  'tender-stopped': announced,
  'tender-resumed': announced,
  'tender-archived': announced,
  'tender-unarchived': announced,
  'bid-corrected': {
    ...ofOneBid,
    apart: {
      scope: scope('/bid/id'),
      name: { of: ['/bid/bidder/name'], reach: 'own' },
      confidential: { of: ['/bid/lots', '/bid/preferences', '/bid/maximumLots'], reach: 'own' },
    },
    about: '/bid/id',
    whenAwarded: ['scope', 'name'],
  },
  'bid-struck': reasonOfBid('/bid'),
  'bid-reinstated': reasonOfBid('/bid', '/lot'),
  'requirements-checked': {
    ...ofOneBid,
    content: 'committee',
    apart: { scope: scope('/bid'), confidential: { of: ['/findings'], reach: 'committee' } },
    about: '/bid',
  },
  'price-sealed': { ...sealed, actor: 'whole' },
  'opening-proposed': announced,
  'prices-opened': announced,
  'price-corrected': sealed,
  'explanation-asked': explained('/question'),
  'explanation-received': explained('/explanation'),
  'explanation-judged': explained('/reason'),
  'letter-issued': { ...ofOneBid, apart: { scope: scope('/bid', '/lots') }, about: '/bid' },
  'proceeding-started': { ...announced, content: 'bidders' },
  'proceeding-ended': { ...announced, content: 'bidders' },
  'document-added': ofDocument,
  'document-removed': reasonOfBid('/bid', '/document'),
  'document-sealed': { ...ofDocument, actor: 'whole' },
  'sealed-documents-removed': { ...reasonOfBid('/bid'), actor: 'whole' },
  'assessor-released': {
    ...announced,
    content: 'committee',
    apart: { ...person('/assessor'), note: { of: ['/reason'], reach: 'whole' } },
  },
  'onlooker-named': named('/onlooker'),
  'onlooker-released': named('/onlooker'),
  'witness-named': named('/witness'),
  'witness-released': named('/witness'),
  'keeper-named': named('/keeper'),
  'keeper-released': named('/keeper'),
  'deputy-named': named('/deputy'),
  'deputy-released': named('/deputy'),
  'chair-handed-over': named('/chair'),
  'succession-proposed': named('/chair'),
  'chair-succeeded': named('/chair'),
  'interests-declared': {
    ...ofInterests,
    apart: { note: { of: ['/interests/*/explanation'], reach: 'whole' } },
  },
  'conflict-judged': {
    ...ofInterests,
    apart: { ...person('/account'), note: { of: ['/reason'], reach: 'whole' } },
  },
  'conflict-found': {
    ...ofInterests,
    apart: { ...person('/account'), note: { of: ['/reason'], reach: 'whole' } },
  },
  'consensus-confirmed': {
    ...ofOneBid,
    apart: { scope: scope('/bid', '/lot', '/criterion', '/round') },
    about: '/bid',
  },
  'round-opened': announced,
  'bid-reassessed': { ...ofOneBid, apart: { scope: scope('/bid') }, about: '/bid' },
  'round-consensus-opened': announced,
  'round-closed': announced,
  'round-annulled': announced,
  'round-restored': announced,
};
