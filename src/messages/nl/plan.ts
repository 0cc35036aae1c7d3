import { quote, sentence } from '../sentence.ts';
import { count } from './words.ts';

/** Teksten van het plannen van een procedure. */
export const plan = {
  title: (model: string) => `Planning: ${model}`,
  lead: 'Vul de startdatum in en pas zo nodig de duur per stap aan. Er wordt niets opgeslagen.',
  start: 'Startdatum',
  startHint: 'Bijvoorbeeld 4-1-2027',
  startInvalid: (first: number, last: number) =>
    `Vul een bestaande datum in van ${first} tot en met ${last}, bijvoorbeeld 4-1-2027.`,
  weeksInvalid: (step: string) => `Vul bij ${quote(step)} een heel aantal weken in van 1 tot en met 260.`,
  durations: 'Duur per stap, in weken',
  durationsHint: 'De bron noemt geen duur per stap. De ingevulde weken zijn een voorbeeld van Gunwijzer.',
  submit: 'Planning maken',
  timeline: 'Tijdlijn',
  timelineText: (items: readonly string[]) => sentence(`Tijdlijn van de stappen: ${items.join('; ')}`),
  caption: 'Stappen met begin, einde en wie beslist',
  step: 'Stap',
  from: 'Begin',
  to: 'Einde',
  length: 'Weken',
  decides: 'Wie beslist',
  decidesNobody: 'niet genoemd in de bron',
  ends: (date: string) => `De laatste stap eindigt op ${date}.`,
  reached: (step: string, date: string) => `In deze planning is de stap ${quote(step)} klaar op ${date}.`,
  leadTime: (words: string) => sentence(`Doorlooptijd in de bron. ${words}`),
  tolerance: (weeks: number) =>
    `Een verschil van ten hoogste ${count(weeks, 'week', 'weken')} noemt Gunwijzer nog “ongeveer”.`,
  verdict: {
    within: 'Deze planning past bij de doorlooptijd in de bron.',
    shorter: 'Deze planning is korter dan de doorlooptijd in de bron. Controleer of de stappen haalbaar zijn.',
    longer: 'Deze planning is langer dan de doorlooptijd in de bron. Controleer of stappen korter kunnen.',
  },
  verdictOpen: 'Of deze planning bij de doorlooptijd in de bron past, hangt af van hoe u de bron leest.',
  reading: {
    within: (step: string, date: string) =>
      `Loopt die doorlooptijd tot en met de stap “${step}”? Die is klaar op ${date}. De planning past dan bij de bron.`,
    shorter: (step: string, date: string) =>
      `Loopt die doorlooptijd tot en met de stap “${step}”? Die is klaar op ${date}. De planning is dan korter dan de bron noemt.`,
    longer: (step: string, date: string) =>
      `Loopt die doorlooptijd tot en met de stap “${step}”? Die is klaar op ${date}. De planning is dan langer dan de bron noemt.`,
  },
  download: 'Agenda downloaden (.ics)',
  duration: (weeks: number) => count(weeks, 'week', 'weken'),
  stepText: (step: string, from: string, to: string) => `${step} van ${from} tot en met ${to}`,
};
