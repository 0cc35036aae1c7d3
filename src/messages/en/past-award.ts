import type { pastAward as nl } from '../nl/past-award.ts';
import { capital, type Nouns } from '../noun.ts';
import { agree, count, format, quoted } from './words.ts';

/** An award of before, held against the limits of now. */
export const pastAward = ({ winner, lot }: Nouns): ReturnType<typeof nl> => ({
  title: 'The award of 2019, held against the limits of 2027',
  link: 'Example: the award of 2019, held against the limits of 2027',
  lead: `This is no rehearsal but an award that was made. The scores and rules of that time are not known; only who got which ${lot.one}.`,
  awarded: `Who got which ${lot.one}?`,
  caption: `${capital(lot.more)} of 2019`,
  lotThen: `${capital(lot.one)} in 2019`,
  lotNow: `${capital(lot.one)} in 2027`,
  winner: capital(winner.one),
  members: 'Organisations',
  alone: 'no consortium',
  term: 'Term:',
  otherNames: (lots: readonly string[], others: readonly string[]) =>
    `The names differ: ${quoted(lots)} of 2019 ${agree(lots.length, 'belongs', 'belong')} to ${quoted(others)} in 2027. So the boundary of the ${lot.one} may be another.`,
  counting: (n: number, all: number) =>
    `The letter to the council speaks of ${count(all, `regional ${winner.one}`, `regional ${winner.more}`)}. Counting a consortium as one makes ${format.grouped(String(n), 0)}.`,
  limits: 'Does this fit the limits of 2027?',
  limitsCaption: 'Limits of 2027 and the award of 2019',
  limit: 'Limit of 2027',
  in2019: 'In 2019',
  verdict: 'Does it fit?',
  met: 'fits',
  broken: 'does not fit',
  atMaximum: 'exactly the maximum',
  limitOf: {
    winners: (n: number, most: number) =>
      `At least ${count(n, winner.one, winner.more)}, at most ${format.grouped(String(most), 0)}`,
    'lots-each': (n: number) => `At most ${count(n, lot.one, lot.more)} for each ${winner.one}`,
    'one-each': `One ${winner.one} for each ${lot.one}`,
  },
  foundOf: {
    winners: (bidders: readonly string[]) =>
      `${count(bidders.length, winner.one, winner.more)}: ${format.list(bidders)}`,
    'lots-each': (name: string, n: number) => `${name}: ${count(n, lot.one, lot.more)}`,
    'one-each': (all: number, done: number) =>
      `${count(all, lot.one, lot.more)}, awarded ${count(done, 'time', 'times')}`,
  },
  unknown: 'What the sources do not say',
  unknownItems: [
    'Which limits held in 2019. That is why this award is held against those of 2027 only.',
    'Which scores were given. They are not public, so there are none here.',
    'Who else handed in a bid.',
  ],
});
