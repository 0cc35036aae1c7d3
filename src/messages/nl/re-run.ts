import { quote } from '../sentence.ts';
import { count, format } from './words.ts';

/** De herberekening. */
export const reRun = {
  title: 'Herberekening',
  lead: 'De opgeslagen uitkomst is zojuist opnieuw berekend uit de opgeslagen gegevens.',
  leadNone: 'Het logboek van dit dossier is zojuist gecontroleerd.',
  verdict: {
    confirmed: 'Bevestigd: de opgeslagen uitkomst volgt tot op het laatste cijfer uit de opgeslagen gegevens.',
    different:
      'Niet bevestigd: de opgeslagen uitkomst wijkt af van de herberekening. Gebruik haar niet voordat dit is uitgezocht.',
    none: 'Het logboek is in orde. Er is nog geen uitkomst om te herberekenen.',
    broken: 'Het logboek is niet in orde. De uitkomst is niet bevestigd. Vergelijk het dossier met een reservekopie.',
  },
  checks: 'Wat is gecontroleerd?',
  chain: (events: number) => `De hashketen van ${count(events, 'gebeurtenis', 'gebeurtenissen')} is intact.`,
  rules: 'Elke gebeurtenis was op dat moment toegestaan volgens de regels.',
  admissions: (versions: readonly number[]) =>
    `Elke gebeurtenis is getoetst aan de toelatingsregels van haar tijd (versie ${format.list(versions.map(String))}).`,
  engine: (engine: number) => `De uitkomst is herberekend met rekenregels versie ${engine}.`,
  head: 'Hash van de laatste gebeurtenis (staat ook op elk rapport)',
  caption: 'Opgeslagen en herberekende uitkomst naast elkaar',
  item: 'Gegeven',
  stored: 'Opgeslagen',
  recomputed: 'Herberekend',
  same: 'Gelijk',
  winner: (winner: string, lot: string) => `${winner} in ${quote(lot)}`,
  total: (bidder: string, lot: string) => `Totaal van ${quote(bidder)} in ${quote(lot)}`,
  rank: (bidder: string, lot: string) => `Rang van ${quote(bidder)} in ${quote(lot)}`,
  sum: 'Som van de totalen',
  howTo: 'Zelf herberekenen zonder server',
  howToText: 'Download het dossier en voer in de map van Gunwijzer uit:',
  whole: 'De hele uitkomst, tot op het laatste cijfer (controlegetal)',
};
