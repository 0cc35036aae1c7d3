#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { DomainError } from '../domain/errors.ts';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Command } from './command.ts';
import { reportError } from './errors.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  pdf: { type: 'string' },
  head: { type: 'string' },
  role: { type: 'string', multiple: true },
  name: { type: 'string' },
  weights: { type: 'string' },
  minimum: { type: 'string' },
  seed: { type: 'string' },
  bid: { type: 'string' },
  for: { type: 'string' },
  register: { type: 'string' },
  follows: { type: 'string', multiple: true },
  criteria: { type: 'string' },
  contested: { type: 'string' },
  scores: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Which options belong to which command. Commands are loaded when they are called: the server does not wait for the others. */
const COMMANDS: Readonly<Record<string, { options: readonly string[]; load: () => Promise<{ run: Command }> }>> = {
  serve: { options: [], load: () => import('./serve.ts') },
  evaluate: { options: ['json', 'pdf'], load: () => import('./evaluate.ts') },
  rehearse: { options: ['bid', 'criteria', 'contested', 'json'], load: () => import('./rehearse.ts') },
  rules: { options: [], load: () => import('./rules.ts') },
  'contract-model': {
    options: ['weights', 'minimum', 'seed', 'json', 'pdf'],
    load: () => import('./contract-model.ts'),
  },
  budget: { options: ['json', 'pdf'], load: async () => ({ run: (await import('./follow-file.ts')).runBudget }) },
  'growth-path': {
    options: ['json', 'pdf'],
    load: async () => ({ run: (await import('./follow-file.ts')).runGrowthPath }),
  },
  term: { options: ['json', 'pdf'], load: async () => ({ run: (await import('./follow-file.ts')).runTerm }) },
  verify: { options: ['head', 'register', 'follows', 'json'], load: () => import('./verify.ts') },
  edition: { options: ['for', 'bid'], load: () => import('./edition.ts') },
  ocds: { options: ['scores'], load: () => import('./ocds.ts') },
  'rebuild-lists': { options: [], load: () => import('./rebuild-lists.ts') },
  user: { options: ['role', 'name'], load: () => import('./user.ts') },
};

async function main(argv: readonly string[]): Promise<number> {
  let m = messagesIn('nl');
  try {
    const { values, positionals } = parse(argv);
    const language = values.lang ?? 'nl';
    if (!LANGUAGES.includes(language as Language))
      throw new DomainError('unknown-option', { option: `--lang ${language}` });
    m = messagesIn(language as Language);
    const [name, ...rest] = positionals;
    if (values.help || name === undefined) {
      console.log(m.cli.usage);
      return values.help ? 0 : 2;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new DomainError('unknown-option', { option: name });
    for (const option of Object.keys(values)) {
      if (option !== 'lang' && !command.options.includes(option)) {
        throw new DomainError('unknown-option', { option: `--${option}` });
      }
    }
    const { run } = await command.load();
    return await run({ arguments: rest, options: values, messages: m });
  } catch (error) {
    return reportError(m, error);
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // The parser says it in English; only the option itself, which it quotes, is shown.
    const quoted = /'(-[^' ]*)/.exec((error as Error).message)?.[1];
    throw new DomainError('unknown-option', { option: quoted ?? argv.join(' ') });
  }
}

process.exitCode = await main(process.argv.slice(2));
