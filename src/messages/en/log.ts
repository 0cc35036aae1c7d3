import type { log as nl } from '../nl/log.ts';
import { quote } from '../sentence.ts';

/** The log. */
export const log: typeof nl = {
  title: 'Audit log',
  lead: 'Every event in this dossier, in order. Nothing is changed or deleted; a correction is a new event.',
  caption: 'Events in this dossier',
  seq: 'No.',
  at: 'When',
  actor: 'Who',
  event: 'Event',
  hash: 'Hash',
  head: 'Hash of the last event',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  newer: 'Newer events',
  older: 'Older events',
  details: 'Content',
  closed:
    'What some events say cannot be seen yet. A hash can give away what an event says, so it comes later as well.',
  closedForNow: 'What some events say cannot be seen yet.',
  closedUntil: (phase) => `What it says can be seen from the phase ${quote(phase)} on`,
  hashLater: 'not yet to be seen',
  types: {
    'log-format-changed': 'Audit log goes on in a new format',
    'rules-published': 'Rules announced',
    'assessor-appointed': 'Assessor appointed',
    'auditor-named': 'Auditor looks on',
    'auditor-released': 'Auditor no longer looks on',
    'bid-registered': 'Bid registered',
    'assessment-opened': 'Assessment opened',
    'assessment-saved': 'Draft saved',
    'assessment-submitted': 'Assessment submitted',
    'consensus-opened': 'Consensus round opened',
    'consensus-recorded': 'Consensus score recorded',
    'quality-closed': 'Quality round closed',
    'price-recorded': 'Price recorded',
    'bid-set-aside': 'Bid set aside',
    'draw-recorded': 'Draw recorded',
    'award-computed': 'Award calculated',
  },
};
