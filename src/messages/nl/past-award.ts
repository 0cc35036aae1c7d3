import { capital, type Noun, type Nouns } from '../noun.ts';
import { agree, count, eachOne, format, quoted, theOne } from './words.ts';

/** "welk gebied", "welke regio" */
const which = ({ one, article }: Noun): string => `${article === 'de' ? 'welke' : 'welk'} ${one}`;

/** Een gunning van vroeger, gehouden tegen de grenzen van nu. */
export const pastAward = ({ winner, lot }: Nouns) => ({
  title: 'De gunning van 2019, gehouden tegen de grenzen van 2027',
  link: 'Voorbeeld: de gunning van 2019, gehouden tegen de grenzen van 2027',
  lead: `Dit is geen proef maar een gunning die is gedaan. Scores en regels van toen zijn niet bekend; alleen wie ${which(lot)} kreeg.`,
  awarded: `Wie kreeg ${which(lot)}?`,
  caption: `${capital(lot.more)} van 2019`,
  lotThen: `${capital(lot.one)} in 2019`,
  lotNow: `${capital(lot.one)} in 2027`,
  winner: capital(winner.one),
  members: 'Organisaties',
  alone: 'geen combinatie',
  term: 'Looptijd:',
  otherNames: (lots: readonly string[], others: readonly string[]) =>
    `De namen verschillen: ${quoted(lots)} in 2019 ${agree(lots.length, 'hoort', 'horen')} in 2027 bij ${quoted(others)}. De grens van ${theOne(lot)} kan dus anders zijn.`,
  counting: (n: number, all: number) =>
    `De raadsbrief spreekt van ${count(all, `regionale ${winner.one}`, `regionale ${winner.more}`)}. Wie een combinatie als één telt, komt op ${format.grouped(String(n), 0)}.`,
  limits: 'Past dit binnen de grenzen van 2027?',
  limitsCaption: 'Grenzen van 2027 en de gunning van 2019',
  limit: 'Grens van 2027',
  in2019: 'In 2019',
  verdict: 'Past dit?',
  met: 'past',
  broken: 'past niet',
  atMaximum: 'precies het maximum',
  limitOf: {
    winners: (n: number, most: number) =>
      `Ten minste ${count(n, winner.one, winner.more)}, ten hoogste ${format.grouped(String(most), 0)}`,
    'lots-each': (n: number) => `${capital(eachOne(winner))} ten hoogste ${count(n, lot.one, lot.more)}`,
    'one-each': `Per ${lot.one} één ${winner.one}`,
  },
  foundOf: {
    winners: (bidders: readonly string[]) =>
      `${count(bidders.length, winner.one, winner.more)}: ${format.list(bidders)}`,
    'lots-each': (name: string, n: number) => `${name}: ${count(n, lot.one, lot.more)}`,
    'one-each': (all: number, done: number) =>
      `${count(all, lot.one, lot.more)}, ${format.grouped(String(done), 0)} keer gegund`,
  },
  unknown: 'Wat de bronnen niet zeggen',
  unknownItems: [
    'Welke grenzen in 2019 golden. Deze gunning is daarom alleen tegen die van 2027 gehouden.',
    'Welke scores zijn gegeven. Die zijn niet openbaar; hier staan er dus geen.',
    'Wie nog meer hebben ingeschreven.',
  ],
});
