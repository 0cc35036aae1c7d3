import type { reRun as nl } from '../nl/re-run.ts';
import { quote } from '../sentence.ts';
import { count, countOf, format } from './words.ts';

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
  parts: 'All that is shown of the events is unchanged: it fits the digests in the chain.',
  rules: 'Every event was allowed by the rules at the time.',
  rulesInPart:
    'The order of the steps was allowed. Whatever else the procedure asks was checked as far as what it needs can be seen.',
  edition: (edition: string) => `This is an edition of the dossier: ${edition}.`,
  withheld: (parts: number) =>
    `Left out: ${count(parts, 'part', 'parts')}. That they are there is certain; what they say cannot be seen here.`,
  unchecked: {
    who: (event: string, events: number) =>
      `Not checked: who did it, for ${quote(event)} (${count(events, 'event', 'events')}).`,
    what: (event: string, events: number) =>
      `Not checked: what it says, for ${quote(event)} (${count(events, 'event', 'events')}).`,
  },
  rulesStanding: {
    published: 'The rules in the dossier are the rules that Gunwijzer knows by this name and version.',
    own: 'The rules in the dossier are rules of your own: Gunwijzer has no file to compare them with.',
    'name-of-published':
      'The rules carry the name and the version of rules that Gunwijzer knows, but differ from them.',
  },
  ownPoints: {
    confirmed: (figures: number) =>
      `Confirmed: ${count(figures, 'figure', 'figures')} of this bidder ${figures === 1 ? 'was' : 'were'} re-run, and right down to the last digit.`,
    notRecomputed: {
      'assessor-scores': 'Not re-run: the mean or the median of the assessors. What each of them gave is not in here.',
      'relative-points': 'Not re-run: points that depend on the scores of others.',
      'price-points': 'Not re-run: the points for the price, which may depend on the prices of others.',
      rank: 'Not re-run: the total, the rank and the award, which depend on all bids.',
    },
  },
  outcomeWithheld: 'The order of the events and what is shown of them are right. The outcome cannot be re-run here.',
  editions: 'Editions for others',
  editionsText:
    'An edition holds what its reader may see of the dossier. What is left out can be neither read nor guessed; the rest can still be proven with gunwijzer verify.',
  editionFor: (bidder) => `for bidder ${quote(bidder)}`,
  notProven: 'What is not proven?',
  notProvenNames: 'The names of people: they stand outside the chain, because a name can be corrected or removed.',
  notProvenWithheld: 'What was left out.',
  follows: {
    proven: (dossier, seq) =>
      `What this dossier follows from is in dossier ${quote(dossier)} as it is named here${seq === null ? '' : `, as event ${seq}`}.`,
    notProven: (dossier, seq, hash) =>
      `What this dossier follows from: ${seq === null ? 'an event' : `event ${seq}`} of dossier ${quote(dossier)}, with hash ${hash}. That was not looked up here; give the file of that dossier with --follows.`,
  },
  notProvenHead:
    'Whether the whole chain was forged and calculated anew: compare the hash of the last event with the one on paper.',
  admissions: (versions) =>
    `Each event was held against the admission rules of its day (version ${format.list(versions.map(String))}).`,
  engine: (engine: number) => `The outcome was re-run with calculation rules version ${engine}.`,
  head: 'Hash of the last event (also shown on every report)',
  caption: 'Stored and re-run outcome side by side',
  item: 'Item',
  stored: 'Stored',
  recomputed: 'Re-run',
  compare: {
    wholeAward: 'The award as a whole',
    wholeDecision: 'The choice as a whole',
    status: 'Outcome',
    criterionScore: (bidder, criterion) => `Score of ${quote(bidder)} on ${quote(criterion)}`,
    criterionPoints: (bidder, criterion) => `Points of ${quote(bidder)} on ${quote(criterion)}`,
    rankOf: (bidder) => `Rank of ${quote(bidder)}`,
    totalOf: (bidder) => `Total of ${quote(bidder)}`,
    quality: (bidder) => `Quality of ${quote(bidder)}`,
    amount: (bidder) => `Amount of ${quote(bidder)} that is compared`,
    pricePoints: (bidder) => `Points for the price of ${quote(bidder)}`,
    setAside: (bidder) => `${quote(bidder)} set aside`,
    equal: (n) => (n === 1 ? 'The one figure is the same.' : `All ${count(n, 'figure', 'figures')} are the same.`),
    different: (done, all) => `${countOf(done, all, 'figure', 'figures')} ${done === 1 ? 'differs' : 'differ'}.`,
    first: (what, part) => `The first difference: ${what} (${part}).`,
    firstMark: 'First difference',
    elsewhere: 'The figures are the same, but the rest of the outcome is not. The first difference there is at:',
    unreadable: 'What is stored is no outcome that these calculation rules can give.',
    differences: 'Figures that differ',
    more: (n) => `And ${count(n, 'more difference', 'more differences')}.`,
    equalIn: (part, n) => `${part}: ${count(n, 'equal figure', 'equal figures')}`,
    value: 'Stored and re-run',
    absent: 'nothing',
  },
  today: {
    title: 'What would the calculation rules of now say?',
    newest: (engine) =>
      `The outcome was calculated with the newest calculation rules (version ${engine}). So the re-run above is what Gunwijzer would say now as well.`,
    lead: (version, engine) =>
      `The decision was made with calculation rules version ${version}. Beside it stands what version ${engine} calculates from the same data.`,
    stands:
      'This changes nothing of the decision: a dossier is always re-run with the calculation rules of its own time.',
    refused: 'The calculation rules of now give no outcome with these data:',
    why: 'Why calculation rules differ',
    since: {
      2: 'Version 2 tells more than version 1: prices, combinations, draws, variants and a proof. What version 1 said still means the same.',
      3: 'Since version 3 a draw does not count when it skips a bidder that is still equal. In a tie between a bidder and nobody, the bidder that was drawn goes first.',
    },
    differences: 'Decided then and calculated now',
    decided: 'Decided then',
    now: 'Calculated now',
  },
  winner: (winner: string, lot: string) => `${winner} in ${quote(lot)}`,
  sum: 'Sum of the totals',
  howTo: 'Check it yourself without a server',
  howToText: 'Download the dossier and run, in the folder of Gunwijzer:',
  wholeStored: 'Checksum of the stored outcome',
  wholeRecomputed: 'Checksum of the re-run outcome',
};
