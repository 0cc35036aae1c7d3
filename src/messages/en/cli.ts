import type { cli as nl } from '../nl/cli.ts';
import { roles } from './names.ts';
import { count } from './words.ts';

/** The command line. */
export const cli: typeof nl = {
  usage: `Usage:
  gunwijzer serve                                   starts the server
  gunwijzer evaluate FILE [--json | --pdf OUT]      evaluates and awards from a file
  gunwijzer rehearse FILE [--bid BID --criteria C,...] [--json]
                                                    tries out rules: three mechanisms, what changes by what,
                                                    and whether contested scores can close the gap
  gunwijzer contract-model [--weights C=W,...] [--minimum C=SCORE,...] [--seed N] [--json | --pdf OUT]
                                                    weighs the contract models
  gunwijzer verify FILE [--head HASH]               verifies a dossier and re-runs it
  gunwijzer user add NAME --role ROLE --name "FULL NAME"
                                                    creates an account; the password is read from the input.
                                                    ROLE: ${Object.keys(roles).join(', ')}
Everywhere: --lang nl|en`,
  weighed: (criteria: string) =>
    `Per model: rank, weighted sum, the scores on ${criteria}, and how often it comes first.`,
  listening: (url: string) => `Gunwijzer is running at ${url}`,
  demoAccounts: 'Demo accounts (fictional data):',
  password: (password: string) => `Password for all demo accounts: ${password}`,
  stop: 'Stop: Ctrl+C',
  written: (file: string) => `Written: ${file}`,
  passwordPrompt: 'Password: ',
  accountAdded: (id: string, role: string) => `Account ${id} has been created with the role ${role}.`,
  verified: (events: number) => `Hash chain intact, ${count(events, 'event', 'events')}; every event was allowed.`,
  headLabel: 'Hash of the last event:',
  headNotCompared: 'Not compared with a hash on paper; give it with --head.',
  error: 'Error',
};
