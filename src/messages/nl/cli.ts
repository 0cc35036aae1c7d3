import { quote } from '../sentence.ts';
import { roles } from './names.ts';
import { count, quoted } from './words.ts';

/** De opdrachtregel. */
export const cli = {
  usage: `Gebruik:
  gunwijzer serve                                   start de server
  gunwijzer evaluate BESTAND [--json | --pdf UIT]   berekent rangorde en gunning uit een bestand
  gunwijzer rehearse BESTAND [--bid INSCHRIJVING --criteria C,...] [--json]
                                                    probeert regels uit: drie manieren van verdelen, wat verandert waardoor,
                                                    en of betwiste scores het verschil kunnen maken
  gunwijzer contract-model [--weights C=G,...] [--minimum C=SCORE,...] [--seed N] [--json | --pdf UIT]
                                                    weegt de contractmodellen
  gunwijzer verify BESTAND [--head HASH]            controleert en herberekent een dossier
  gunwijzer user add GEBRUIKERSNAAM --role ROL [--role ROL] --name "VOLLEDIGE NAAM"
                                                    maakt een account aan; het wachtwoord wordt van de invoer gelezen.
                                                    ROL: ${Object.keys(roles).join(', ')}
Bij elke opdracht: --lang nl|en`,
  weighed: (criteria: readonly string[]) =>
    `Per model: rang, gewogen som, hoe vaak het als eerste eindigt, en de scores op ${quoted(criteria)}.`,
  listening: (url: string) => `Gunwijzer draait op ${url}`,
  demoAccounts: 'Demo-accounts (fictieve gegevens):',
  password: (password: string) => `Wachtwoord voor alle demo-accounts: ${password}`,
  stop: 'Stoppen: Ctrl+C',
  written: (file: string) => `Geschreven: ${file}`,
  passwordPrompt: 'Wachtwoord: ',
  accountAdded: (id: string, role: string) => `Account ${quote(id)} is aangemaakt met de rol ${quote(role)}.`,
  verified: (events: number) =>
    `Hashketen intact, ${count(events, 'gebeurtenis', 'gebeurtenissen')}; elke gebeurtenis was toegestaan.`,
  headLabel: 'Hash van de laatste gebeurtenis:',
  headNotCompared: 'De hash is niet vergeleken met die op papier. Geef die op met --head.',
  error: 'Fout',
};
