import { FORMAT_PARTS } from '../disclosure/format.ts';
import type { PartsOfType, PartsTable } from '../disclosure/parts.ts';
import type { Pointer } from '../disclosure/pointer.ts';
import type { TenderPayloads } from './events.ts';

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
  apart: { scope: { of: ['/bid', '/lot'], reach: 'whole' } },
  about: '/bid',
};

export const tenderParts: PartsTable<TenderPayloads> = {
  'log-format-changed': FORMAT_PARTS,
  'rules-published': { ...announced, apart: person('/chair') },
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
    apart: { scope: scope('/bid', '/lot', '/criterion') },
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
};
