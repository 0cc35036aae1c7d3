import { join } from 'node:path';
import type { z } from 'zod';
import { budgetOfFile, growthOfFile, termOfFile } from '../actions/follow-file.ts';
import { reportOfFile } from '../actions/report-file.ts';
import { projectRoot, readConfig } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import type { ContractRules } from '../domain/contract/rules/contract-rules.ts';
import {
  budgetFile,
  growthPathFile,
  type ReadContractFile,
  readContractFile,
  termFile,
} from '../exchange/contract-file.ts';
import { exactJson } from '../exchange/exact-json.ts';
import type { Block } from '../explanation/blocks.ts';
import { budgetBlocks } from '../explanation/contract/budget.ts';
import { growthPathBlocks } from '../explanation/contract/growth-path.ts';
import { nameInFile } from '../explanation/contract/named-error.ts';
import { termBlocks } from '../explanation/contract/term.ts';
import type { Messages } from '../messages/messages.ts';
import { authorityOf } from '../reports/house-style.ts';
import type { Command } from './command.ts';
import { reportError } from './errors.ts';
import { onlyFile, readFile, writeFile } from './files.ts';
import { printBlocks } from './print-blocks.ts';

/** What a command makes of its file. */
interface Following<File> {
  readonly name: 'budget' | 'growth-path' | 'term';
  readonly schema: z.ZodType<File>;
  /** The outcome as data, and as it is told. */
  readonly follow: (read: ReadContractFile<File>) => {
    readonly outcome: unknown;
    readonly tell: (m: Messages) => Block[];
  };
}

type AnyFile = {
  readonly rules: string | ContractRules;
  readonly title?: string | undefined;
  readonly fictional?: boolean | undefined;
  readonly asOf: string;
  readonly areas?: readonly { readonly id?: string; readonly name: string }[] | undefined;
};

/** `gunwijzer budget|growth-path|term FILE [--json | --pdf OUT]`: what follows from one self-contained file about contracts. */
const command =
  <File extends AnyFile>({ name, schema, follow }: Following<File>): Command =>
  async ({ arguments: files, options, messages: m }) => {
    const text = readFile(onlyFile(files, name)).toString('utf8');
    const read = readContractFile(text, schema, loadRuleSets(join(projectRoot(), 'criteria')).contracts);
    const { file, rules } = read;
    try {
      const { outcome, tell } = follow(read);
      if (options.json) {
        process.stdout.write(exactJson(outcome));
        return 0;
      }
      const blocks = tell(m);
      if (typeof options.pdf === 'string') {
        const { renderPdf } = await import('../reports/pdf/render.ts');
        const report = reportOfFile(m, file, rules, m.followFile.titles[name], blocks);
        writeFile(options.pdf, await renderPdf(report, authorityOf(readConfig()).house));
        console.log(m.cli.written(options.pdf));
        return 0;
      }
      if (file.fictional) console.log(`${m.followFile.fictional}\n`);
      console.log(printBlocks(m, blocks));
      return 0;
    } catch (error) {
      return reportError(m, nameInFile(m, file.areas ?? rules.areas, rules, error));
    }
  };

export const runBudget: Command = command({
  name: 'budget',
  schema: budgetFile,
  follow: (read) => {
    const { rules, areas, setting, outcome } = budgetOfFile(read);
    const { catchUp, agreements } = setting;
    return { outcome, tell: (m) => budgetBlocks(m, { rules, areas, outcome, catchUp, agreements }) };
  },
});

export const runGrowthPath: Command = command({
  name: 'growth-path',
  schema: growthPathFile,
  follow: (read) => {
    const areas = growthOfFile(read);
    const rules = read.rules.growthPath!;
    return {
      outcome: areas.map(({ name, path }) => ({ name, ...path })),
      tell: (m) =>
        growthPathBlocks(
          m,
          rules,
          rules.communityInitiatives.minimumPercentage,
          areas.map(({ name, path, quarters }) => ({
            name,
            path,
            corrections: new Map(),
            users: new Map(quarters.map(({ quarter, users }) => [quarter, users])),
          })),
        ),
    };
  },
});

export const runTerm: Command = command({
  name: 'term',
  schema: termFile,
  follow: (read) => {
    const areas = termOfFile(read);
    return {
      outcome: areas,
      tell: (m) => termBlocks(m, read.rules.term!, areas, read.file.deciding ?? null),
    };
  },
});
