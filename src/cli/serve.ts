import { setFlagsFromString } from 'node:v8';
import { DEMO_PASSWORD } from '../actions/passwords.ts';
import { readConfig } from '../config.ts';
import { rolesInWords } from '../explanation/roles.ts';
import { startServer } from '../server.ts';
import type { Command } from './command.ts';
import { printProgress } from './progress.ts';

/** `gunwijzer serve`: starts the server and stays until it is told to stop. */
export const run: Command = async ({ messages: m }) => {
  setFlagsFromString(COLLECT_SOONER);
  const server = await startServer(readConfig(), printProgress(m));
  console.log(m.cli.listening(server.url));
  if (server.demoAccounts.length > 0) {
    console.log(`\n${m.cli.demoAccounts}`);
    for (const account of server.demoAccounts) {
      console.log(`  ${account.id.padEnd(15)} ${rolesInWords(m, account)}`);
    }
    console.log(m.cli.password(DEMO_PASSWORD));
  }
  console.log(`\n${m.cli.stop}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
};

/** By how much memory grows before it is collected, here and in every thread: by itself it more than doubles while a long report is drawn. */
const COLLECT_SOONER = '--heap-growing-percent=60';
