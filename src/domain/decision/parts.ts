import { FORMAT_PARTS } from '../disclosure/format.ts';
import type { PartsTable } from '../disclosure/parts.ts';
import type { DecisionPayloads } from './events.ts';

/** What each event of a choice is cut into: once it is signed, it is explained to everybody; people are named to the committee only. */
const explained = { actor: 'committee', moment: 'public', content: 'public' } as const;
const named = { ...explained, apart: { person: { of: ['/officer'], reach: 'committee' } } } as const;

export const decisionParts: PartsTable<DecisionPayloads> = {
  'log-format-changed': FORMAT_PARTS,
  'matrix-published': named,
  'successor-proposed': named,
  'officer-succeeded': named,
  'weighing-recorded': explained,
  'alternative-chosen': explained,
  'decision-signed': explained,
};
