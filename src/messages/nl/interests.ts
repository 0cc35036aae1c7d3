import { quote } from '../sentence.ts';

/** De belangenverklaring. */
export const interests = {
  title: 'Belangenverklaring',
  lead: 'Geef per inschrijver aan of u een belang hebt: werk, familie, vriendschap of geld. Doe dat voordat u iets van een inschrijving leest. Wie een belang heeft, blijft buiten die inschrijving.',
  source: (article: string, asOf: string) =>
    `Aanbestedingswet 2012, artikel ${article} (gelezen in de wettekst; stand ${asOf}).`,
  noBids: 'Er zijn nog geen inschrijvingen vastgelegd. Kom terug als ze er zijn.',
  members: (names: string) => `Met ${names}`,
  question: (bidder: string) => `Hebt u een belang bij ${quote(bidder)}?`,
  no: 'Nee',
  yes: 'Ja',
  explanation: (bidder: string) => `Welk belang hebt u bij ${quote(bidder)}?`,
  explanationHint: 'Alleen invullen als u “Ja” kiest.',
  answerMissing: (bidder: string) => `Kies “Ja” of “Nee” bij ${quote(bidder)}.`,
  explanationMissing: (bidder: string) => `Leg uit welk belang u hebt bij ${quote(bidder)}.`,
  judgedConflict: 'Besloten: u blijft buiten deze inschrijving.',
  judgedNone: 'Besloten: dit is geen belangenconflict.',
  pending: 'Hierover wordt nog beslist.',
  save: 'Verklaring indienen',
  done: 'Uw belangenverklaring is ingediend.',
  toDo: 'Vul uw belangenverklaring in',
};
