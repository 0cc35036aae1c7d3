import type { cli as nl } from '../nl/cli.ts';
import { quote } from '../sentence.ts';
import { roles } from './names.ts';
import { count, quoted } from './words.ts';

/** The command line. */
export const cli: typeof nl = {
  usage: `Usage:
  gunwijzer serve                                   starts the server
  gunwijzer evaluate FILE [--json | --pdf OUT]      calculates ranking and award from a file
  gunwijzer rehearse FILE [--bid BID --criteria C,...] [--json]
                                                    tries out rules: three mechanisms, what changes by what,
                                                    and whether contested scores can close the gap
  gunwijzer contract-model [--weights C=W,...] [--minimum C=SCORE,...] [--seed N] [--json | --pdf OUT]
                                                    weighs the contract models
  gunwijzer verify FILE [--head HASH]               checks and re-runs a dossier
  gunwijzer user add USERNAME --role ROLE [--role ROLE] --name "FULL NAME"
                                                    creates an account; the password is read from the input.
                                                    ROLE: ${Object.keys(roles).join(', ')}
Everywhere: --lang nl|en`,
  weighed: (criteria) =>
    `Per model: rank, weighted sum, how often it comes first, and the scores on ${quoted(criteria)}.`,
  listening: (url: string) => `Gunwijzer is running at ${url}`,
  demoAccounts: 'Demo accounts (fictional data):',
  password: (password: string) => `Password for all demo accounts: ${password}`,
  stop: 'Stop: Ctrl+C',
  written: (file: string) => `Written: ${file}`,
  passwordPrompt: 'Password: ',
  accountAdded: (id: string, role: string) => `Account ${quote(id)} has been created with the role ${quote(role)}.`,
  verified: (events: number) => `Hash chain intact, ${count(events, 'event', 'events')}; every event was allowed.`,
  headLabel: 'Hash of the last event:',
  headNotCompared: 'The hash was not compared with the one on paper. Give that one with --head.',
  error: 'Error',
};
