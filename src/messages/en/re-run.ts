import type { reRun as nl } from '../nl/re-run.ts';
import { quote } from '../sentence.ts';
import { count, format } from './words.ts';

/** The re-run. */
export const reRun: typeof nl = {
  title: 'Re-run',
  lead: 'The stored outcome has just been calculated again from the stored data.',
  leadNone: 'The audit log of this dossier has just been checked.',
  verdict: {
    confirmed: 'Confirmed: the stored outcome follows from the stored data, down to the last digit.',
    different:
      'Not confirmed: the stored outcome differs from the re-run. Do not use it before this has been looked into.',
    none: 'The audit log is in order. There is no outcome to re-run yet.',
    broken: 'The audit log is not in order. The outcome is not confirmed. Compare the dossier with a backup.',
  },
  checks: 'What was checked?',
  chain: (events: number) => `The hash chain of ${count(events, 'event', 'events')} is intact.`,
  rules: 'Every event was allowed by the rules at the time.',
  admissions: (versions) =>
    `Each event was held against the admission rules of its day (version ${format.list(versions.map(String))}).`,
  engine: (engine: number) => `The outcome was re-run with calculation rules version ${engine}.`,
  head: 'Hash of the last event (also shown on every report)',
  caption: 'Stored and re-run outcome side by side',
  item: 'Item',
  stored: 'Stored',
  recomputed: 'Re-run',
  same: 'Same',
  winner: (winner: string, lot: string) => `${winner} in ${quote(lot)}`,
  total: (bidder: string, lot: string) => `Total of ${quote(bidder)} in ${quote(lot)}`,
  rank: (bidder: string, lot: string) => `Rank of ${quote(bidder)} in ${quote(lot)}`,
  sum: 'Sum of the totals',
  howTo: 'Check it yourself without a server',
  howToText: 'Download the dossier and run, in the folder of Gunwijzer:',
  whole: 'The whole outcome, down to the last digit (checksum)',
};
