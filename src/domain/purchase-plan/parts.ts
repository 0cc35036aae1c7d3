import { FORMAT_PARTS } from '../disclosure/format.ts';
import type { PartsTable } from '../disclosure/parts.ts';
import type { PlanPayloads } from './events.ts';

/** What each event of a plan is cut into: a plan that was adopted is for everybody; people are named to the committee only. */
const explained = { actor: 'committee', moment: 'public', content: 'public' } as const;
const naming = { ...explained, apart: { person: { of: ['/officer'], reach: 'committee' } } } as const;

export const planParts: PartsTable<PlanPayloads> = {
  'log-format-changed': FORMAT_PARTS,
  'plan-opened': naming,
  'officer-changed': naming,
  'successor-proposed': naming,
  'officer-succeeded': naming,
  'service-planned': explained,
  'phase-planned': explained,
  'moment-planned': explained,
  'plan-adopted': explained,
  'entry-withdrawn': explained,
  'dossier-closed': explained,
  'dossier-reopened': explained,
};
