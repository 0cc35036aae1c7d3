import { FORMAT_PARTS } from '../disclosure/format.ts';
import type { PartsTable } from '../disclosure/parts.ts';
import type { ContractPayloads } from './events.ts';

/**
 * What each event of a contract dossier is cut into. What was agreed and how it goes is told to everybody; the price, the subcontractors, the promises and
 * what was noted of existing providers to the committee; a note on a take-over to nobody but who has the whole dossier.
 */
const told = { actor: 'committee', moment: 'public', content: 'public' } as const;
const inside = { actor: 'committee', moment: 'public', content: 'committee' } as const;

export const contractParts: PartsTable<ContractPayloads> = {
  'log-format-changed': FORMAT_PARTS,
  'contracts-opened': { ...told, apart: { person: { of: ['/officer', '/manager'], reach: 'committee' } } },
  'people-changed': { ...inside, apart: { person: { of: ['/officer', '/manager'], reach: 'committee' } } },
  'successor-proposed': { ...inside, apart: { person: { of: ['/officer'], reach: 'committee' } } },
  'officer-succeeded': { ...inside, apart: { person: { of: ['/officer'], reach: 'committee' } } },
  'contract-added': {
    ...told,
    apart: {
      confidential: { of: ['/price', '/subcontractors', '/promises/others', '/reference'], reach: 'committee' },
    },
  },
  'contract-signed': told,
  'contract-changed': inside,
  'contract-ended': told,
  'budget-set': told,
  'index-recorded': told,
  'figures-recorded': told,
  'growth-path-considered': told,
  'extension-decided': told,
  'deciding-agreed': told,
  'take-over-recorded': { ...inside, apart: { note: { of: ['/note'], reach: 'whole' } } },
  'year-evaluated': told,
  'entry-withdrawn': told,
  'dossier-closed': told,
  'dossier-reopened': told,
};
