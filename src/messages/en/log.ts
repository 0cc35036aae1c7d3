import type { log as nl } from '../nl/log.ts';

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
  types: {
    'rules-published': 'Rules announced',
    'assessor-appointed': 'Assessor appointed',
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
