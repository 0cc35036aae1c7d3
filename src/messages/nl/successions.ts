import { quote, sentence } from '../sentence.ts';
import { agree, count } from './words.ts';

/** De voorzitter is weg: twee beheerders wijzen samen een opvolger aan. */
export const successions = {
  title: 'Voorzitters opvolgen',
  lead: 'Het account van de voorzitter is gesloten en de aanbesteding is niet klaar. De ene beheerder stelt een opvolger voor, de andere stemt in. U ziet hier niets anders van de aanbesteding.',
  none: 'Er is geen aanbesteding zonder voorzitter.',
  more: (n: number) =>
    `Er ${agree(n, 'is', 'zijn')} nog ${count(n, 'aanbesteding', 'aanbestedingen')} zonder voorzitter. Die ziet u hier als de aanbestedingen hierboven een opvolger hebben.`,
  gone: (chair: string) => sentence(`Voorzitter was ${chair}`),
  proposed: (successor: string, proposer: string, reason: string) =>
    sentence(`${proposer} stelt ${successor} voor, omdat: ${reason}`),
  waiting: 'Een andere beheerder moet instemmen.',
  successor: 'Opvolger',
  choose: 'Kies een inkoper',
  chooseMissing: 'Kies een opvolger.',
  reason: 'Reden',
  reasonMissing: 'Geef een reden.',
  propose: 'Opvolger voorstellen',
  agree: (successor: string) => `Instemmen met ${successor}`,
  proposedNotice: 'De opvolger is voorgesteld. Een andere beheerder moet instemmen.',
  agreedNotice: 'De aanbesteding heeft een nieuwe voorzitter.',
  /** Aanbestedingen in voorbereiding van wie weg is. */
  setUps: {
    title: 'In voorbereiding, zonder inkoper',
    lead: 'Niemand die hieraan werkte, heeft nog een open account. Kies een inkoper die verdergaat. U ziet hier niets anders van de voorbereiding.',
    begun: (name: string) => sentence(`Begonnen door ${name}`),
    officer: 'Wie gaat verder?',
    chooseMissing: 'Kies een inkoper met een open account.',
    submit: 'Overdragen',
    notice: 'De voorbereiding is overgedragen.',
    task: (title: string) => `Aan ${quote(title)} werkt niemand meer.`,
  },
  task: (title: string) => `${quote(title)} heeft geen voorzitter meer.`,
  link: 'Voorzitters opvolgen',
};
