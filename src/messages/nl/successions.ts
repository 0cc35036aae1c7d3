import { quote, sentence } from '../sentence.ts';
import { agree, count } from './words.ts';

/** Wie een dossier leidt is weg: twee beheerders wijzen samen een opvolger aan. */
export const successions = {
  title: 'Opvolgers aanwijzen',
  lead: 'Het account van wie dit leidt is gesloten en het dossier is niet klaar. De ene beheerder stelt een opvolger voor, de andere stemt in. U ziet hier niets anders van het dossier.',
  none: 'Voor elk dossier is er iemand die het leidt.',
  more: (n: number) =>
    `Er ${agree(n, 'is', 'zijn')} nog ${count(n, 'dossier', 'dossiers')} zonder leiding. Die ziet u hier als de dossiers hierboven een opvolger hebben.`,
  kinds: {
    tender: 'Aanbesteding',
    decision: 'Keuze van een contractmodel',
    contract: 'Contracten',
    plan: 'Inkoopplan',
  },
  /** Wie het leidde, in een aanbesteding en elders. */
  gone: (kind: 'tender' | 'decision' | 'contract' | 'plan', person: string) =>
    sentence(`${kind === 'tender' ? 'Voorzitter' : 'Inkoper'} was ${person}`),
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
  agreedNotice: 'De opvolger leidt het dossier vanaf nu.',
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
  task: (kind: 'tender' | 'decision' | 'contract' | 'plan', title: string) =>
    `${quote(title)} heeft geen ${kind === 'tender' ? 'voorzitter' : 'inkoper'} meer.`,
  link: 'Opvolgers aanwijzen',
};
