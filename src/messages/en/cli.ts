import type { cli as nl } from '../nl/cli.ts';
import type { Nouns } from '../noun.ts';
import { quote } from '../sentence.ts';
import { roles } from './names.ts';
import { count, countOf, format, quoted } from './words.ts';

/** The command line. */
export const cli = ({ option }: Nouns): ReturnType<typeof nl> => ({
  usage: `Usage:
  gunwijzer serve                                   starts the server
  gunwijzer evaluate FILE [--json | --pdf OUT]      calculates ranking and award from a file
  gunwijzer rehearse FILE [--bid BID --criteria C,... | --contested BID[/LOT]=C+C,...] [--json]
                                                    tries out rules: three mechanisms, what changes by what,
                                                    and whether contested scores can close the gap
  gunwijzer rules check FILE                        checks a file with rules and says every fault, with its line
  gunwijzer contract-model [FILE] [--weights C=W,...] [--minimum C=SCORE,...] [--seed N] [--json | --pdf OUT]
                                                    weighs the contract models, or the decision matrix of your own in FILE.
                                                    C: name or id of a criterion
  gunwijzer budget|growth-path|term FILE [--json | --pdf OUT]
                                                    calculates the budget, the growth path or the term of contracts from a file
  gunwijzer verify FILE [--head HASH] [--follows FILE] [--json]
                                                    checks and re-runs a dossier; --follows: and looks up what it follows
                                                    from, in the file of that dossier
  gunwijzer verify DATABASE [--register FILE] [--head HASH] [--json]
                                                    checks everything in a database, also against an earlier export of the register
  gunwijzer edition FILE --for READER [--bid BID]   makes of a whole dossier an edition with what this reader may see.
                                                    READER: committee, bidder, public
  gunwijzer ocds FILE [--scores]                    makes open data (OCDS 1.1) of a whole dossier; --scores: also who did not win,
                                                    and prices, scores and motivations
  gunwijzer rebuild-lists                           makes the lists of the first page anew from the logs
  gunwijzer user add USERNAME --role ROLE [--role ROLE] --name "FULL NAME"
                                                    creates an account and shows a link to set a password.
                                                    ROLE: ${Object.keys(roles).join(', ')}
  gunwijzer user link USERNAME                      makes a new link to set a password
Everywhere: --lang nl|en`,
  weighed: (criteria) =>
    `Per ${option.one}: rank, weighted sum, how often it comes first, and the scores on ${quoted(criteria)}.`,
  listening: (url: string) => `Gunwijzer is running at ${url}`,
  demoAccounts: 'Demo accounts (fictional data):',
  password: (password: string) => `Password for all demo accounts: ${password}`,
  stop: 'Stop: Ctrl+C',
  fillingLists: (done: number, all: number) =>
    `The lists are being updated: ${countOf(done, all, 'dossier', 'dossiers')}.`,
  listDiffered: (dossier: string) => `${dossier}: the list did not follow from the log and was mended.`,
  listUnreadable: (dossier: string) => `${dossier}: the log cannot be read; this dossier is in no list.`,
  listsRebuilt: (written: number, differed: number) =>
    `The lists were made anew from ${count(written, 'log', 'logs')}. Mended: ${count(differed, 'dossier', 'dossiers')}.`,
  written: (file: string) => `Written: ${file}`,
  otherAddress: 'Can Gunwijzer be reached at another address? Put that before /password.',
  accountAdded: (id: string, role: string) => `Account ${quote(id)} has been created with the role ${quote(role)}.`,
  dossierInOrder: (events, outcome) => `in order, ${count(events, 'event', 'events')}; ${outcome}.`,
  outcomes: {
    none: 'no outcome yet',
    confirmed: 'outcome confirmed',
    different: 'outcome not confirmed',
    'own-points': 'own points confirmed',
    withheld: 'outcome cannot be re-run',
  },
  databaseInOrder: 'The whole database is in order.',
  databaseNotInOrder: 'The database is not in order. Compare it with a backup.',
  headLabel: 'Hash of the last event:',
  rulesChecked: (n) => `The file has ${count(n, 'fault', 'faults')}.`,
  onLine: (n, words) => `On line ${format.grouped(String(n), 0)}: ${words}`,
  error: 'Error',
});
