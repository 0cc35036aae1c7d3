import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { createAccounts } from '../actions/accounts.ts';
import { readConfig } from '../config.ts';
import { INSTALLATION } from '../domain/accounts/procedure.ts';
import { DomainError } from '../domain/errors.ts';
import { parseRole } from '../domain/roles.ts';
import { identifier, oneLine } from '../domain/text.ts';
import { parseValue } from '../exchange/parse.ts';
import { rolesInWords } from '../explanation/roles.ts';
import { openStorage } from '../storage/database.ts';
import type { Command } from './command.ts';

/** `gunwijzer user add NAME --role ROLE [--role ROLE] --name "FULL NAME"`: makes an account; the password is read from standard input. */
export const run: Command = async ({ arguments: words, options, messages: m }) => {
  const [verb, id] = words;
  if (verb !== 'add' || words.length !== 2)
    throw new DomainError('unknown-option', { option: `user ${words.join(' ')}` });
  const account = {
    ...parseValue({ id, name: options.name ?? id }, z.strictObject({ id: identifier, name: oneLine(200) })),
    roles: (options.role ?? []).map(parseRole),
    password: await readPassword(m.cli.passwordPrompt),
  };
  const storage = openStorage(readConfig().database);
  try {
    await createAccounts(storage, () => new Date()).add(INSTALLATION, account);
  } finally {
    storage.close();
  }
  console.log(m.cli.accountAdded(account.id, rolesInWords(m, account)));
  return 0;
};

/** One line of standard input; on a terminal after a question, and without showing what is typed. */
async function readPassword(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const lines = createInterface({ input: stdin, terminal: false });
  if (stdin.isTTY) {
    stderr.write(question);
    stdin.setRawMode(true);
  }
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    if (stdin.isTTY) {
      stdin.setRawMode(false);
      stderr.write('\n');
    }
    lines.close();
  }
}
