import type { Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { roles } from './names.ts';
import { count, countOf, format, quoted } from './words.ts';

/** De opdrachtregel. */
export const cli = ({ option }: Nouns) => ({
  usage: `Gebruik:
  gunwijzer serve                                   start de server
  gunwijzer evaluate BESTAND [--json | --pdf UIT]   berekent rangorde en gunning uit een bestand
  gunwijzer rehearse BESTAND [--bid INSCHRIJVING --criteria C,... | --contested INSCHRIJVING[/PERCEEL]=C+C,...] [--json]
                                                    probeert regels uit: drie manieren van verdelen, wat verandert waardoor,
                                                    en of betwiste scores het verschil kunnen maken
  gunwijzer rules check BESTAND                     controleert een bestand met regels en noemt elke fout, met het regelnummer
  gunwijzer contract-model [BESTAND] [--weights C=G,...] [--minimum C=SCORE,...] [--seed N] [--json | --pdf UIT]
                                                    weegt de contractmodellen, of het eigen afwegingskader uit BESTAND.
                                                    C: naam of kenmerk van een criterium
  gunwijzer budget|growth-path|term BESTAND [--json | --pdf UIT]
                                                    berekent van contracten het budget, het groeipad of de looptijd uit een bestand
  gunwijzer verify BESTAND [--head HASH] [--follows BESTAND] [--json]
                                                    controleert en herberekent een dossier; --follows: en kijkt na waaruit het volgt,
                                                    in het bestand van dat dossier
  gunwijzer verify DATABASE [--register BESTAND] [--head HASH] [--json]
                                                    controleert alles in een database, ook tegen een eerdere export van het register
  gunwijzer edition BESTAND --for LEZER [--bid INSCHRIJVING]
                                                    maakt van een heel dossier een uitgave waarin staat wat deze lezer mag zien.
                                                    LEZER: committee, bidder, public
  gunwijzer ocds BESTAND [--scores]                 maakt van een heel dossier open data (OCDS 1.1); --scores: ook met wie
                                                    niet won, en met prijzen, scores en motiveringen
  gunwijzer rebuild-lists                           bouwt de lijsten op de eerste pagina opnieuw op uit de logboeken
  gunwijzer user add GEBRUIKERSNAAM --role ROL [--role ROL] --name "VOLLEDIGE NAAM"
                                                    maakt een account aan en toont een link om een wachtwoord in te stellen.
                                                    ROL: ${Object.keys(roles).join(', ')}
  gunwijzer user link GEBRUIKERSNAAM                maakt een nieuwe link om een wachtwoord in te stellen
Bij elke opdracht: --lang nl|en`,
  weighed: (criteria: readonly string[]) =>
    `Per ${option.one}: rang, gewogen som, hoe vaak het als eerste eindigt, en de scores op ${quoted(criteria)}.`,
  listening: (url: string) => `Gunwijzer draait op ${url}`,
  demoAccounts: 'Demo-accounts (fictieve gegevens):',
  password: (password: string) => `Wachtwoord voor alle demo-accounts: ${password}`,
  stop: 'Stoppen: Ctrl+C',
  fillingLists: (done: number, all: number) =>
    `De lijsten worden bijgewerkt: ${countOf(done, all, 'dossier', 'dossiers')}.`,
  listDiffered: (dossier: string) => `${dossier}: de lijst paste niet bij het logboek en is hersteld.`,
  listUnreadable: (dossier: string) => `${dossier}: het logboek is niet te lezen; dit dossier staat in geen lijst.`,
  listsRebuilt: (written: number, differed: number) =>
    `De lijsten zijn opnieuw gemaakt uit ${count(written, 'logboek', 'logboeken')}. Hersteld: ${count(differed, 'dossier', 'dossiers')}.`,
  written: (file: string) => `Geschreven: ${file}`,
  otherAddress: 'Is Gunwijzer op een ander adres te bereiken? Zet dat dan voor /password.',
  accountAdded: (id: string, role: string) => `Account ${quote(id)} is aangemaakt met de rol ${quote(role)}.`,
  dossierInOrder: (events: number, outcome: string) =>
    `in orde, ${count(events, 'gebeurtenis', 'gebeurtenissen')}; ${outcome}.`,
  outcomes: {
    none: 'nog geen uitkomst',
    confirmed: 'uitkomst bevestigd',
    different: 'uitkomst niet bevestigd',
    'own-points': 'eigen punten bevestigd',
    withheld: 'uitkomst niet te herberekenen',
  },
  databaseInOrder: 'De hele database is in orde.',
  databaseNotInOrder: 'De database is niet in orde. Vergelijk haar met een reservekopie.',
  headLabel: 'Hash van de laatste gebeurtenis:',
  rulesChecked: (n: number) => `Het bestand heeft ${count(n, 'fout', 'fouten')}.`,
  onLine: (n: number, words: string) => `Op regel ${format.grouped(String(n), 0)}: ${words}`,
  error: 'Fout',
});
