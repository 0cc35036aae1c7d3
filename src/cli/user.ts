import { z } from 'zod';
import { type Account, type Accounts, createAccounts, type PasswordLink } from '../actions/accounts.ts';
import { type Config, readConfig } from '../config.ts';
import { DomainError } from '../domain/errors.ts';
import { INSTALLATION, parseRole } from '../domain/roles.ts';
import { identifier, oneLine } from '../domain/text.ts';
import { parseValue } from '../exchange/parse.ts';
import { rolesInWords } from '../explanation/roles.ts';
import type { Messages } from '../messages/messages.ts';
import { openStorage } from '../storage/database.ts';
import type { Command } from './command.ts';

/**
 * `gunwijzer user add NAME --role ROLE [--role ROLE] --name "FULL NAME"` makes an account; `gunwijzer user link NAME` a new link. Both
 * print the link with which its holder sets a password.
 */
export const run: Command = async ({ arguments: words, options, messages: m }) => {
  const [verb, id = ''] = words;
  if ((verb !== 'add' && verb !== 'link') || words.length !== 2)
    throw new DomainError('unknown-option', { option: `user ${words.join(' ')}` });
  const config = readConfig();
  if (verb === 'link') {
    return onAccounts(config, (accounts) => {
      const link = accounts.makeLink(INSTALLATION, id);
      tellLink(m, config, accounts.find(id)!, link);
    });
  }
  const account = {
    ...parseValue({ id, name: options.name ?? id }, z.strictObject({ id: identifier, name: oneLine(200) })),
    roles: (options.role ?? []).map(parseRole),
  };
  return onAccounts(config, (accounts) => {
    const link = accounts.add(INSTALLATION, account);
    const added = accounts.find(id)!;
    console.log(m.cli.accountAdded(id, rolesInWords(m, added)));
    tellLink(m, config, added, link);
  });
};

function onAccounts(config: Config, work: (accounts: Accounts) => void): number {
  const storage = openStorage(config.database);
  try {
    work(createAccounts(storage, () => new Date()));
  } finally {
    storage.close();
  }
  return 0;
}

function tellLink(m: Messages, { host, port }: Config, { name }: Account, { token, until }: PasswordLink): void {
  console.log(m.accounts.link.made(name));
  console.log(m.accounts.link.once(m.format.moment(until)));
  console.log(`http://${host.includes(':') ? `[${host}]` : host}:${port}/password/${token}`);
  console.log(m.cli.otherAddress);
}
