import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { type CheckedRules, checkRulesFile } from '../criteria/check-rules-file.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { rulesStanding } from '../criteria/rules-standing.ts';
import { DomainError } from '../domain/errors.ts';
import { namesOf } from '../domain/rules/names.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { rulesInWords } from '../explanation/rules.ts';
import { describeFault, forRules, inLanguage, type Messages } from '../messages/messages.ts';
import type { Command } from './command.ts';
import { onlyFile, readFile } from './files.ts';

/** `gunwijzer rules check FILE`: whether rules can be announced, and else everything that is wrong in the file, each with its line. */
export const run: Command = async ({ arguments: [verb, ...files], messages: m }) => {
  if (verb !== 'check') throw new DomainError('unknown-option', { option: `rules ${verb ?? ''}`.trim() });
  const checked = checkRulesFile(readFile(onlyFile(files, 'rules check')).toString('utf8'));
  console.log(m.cli.rulesChecked(checked.faults.length));
  if (checked.faults.length > 0 || !checked.rules) {
    for (const line of faultLines(m, checked)) console.log(line);
    return 1;
  }
  for (const line of inShort(forRules(m, checked.rules), checked.rules)) console.log(line);
  return 0;
};

function faultLines(given: Messages, { rules, faults }: CheckedRules): string[] {
  const m = rules ? forRules(given, rules) : given;
  const names = rules && namesOf(rules, []);
  return faults.map(({ fault, line }) => m.cli.onLine(line, describeFault(m, fault, names).replace(/\s+/g, ' ')));
}

/** What the rules are of, by which one sees that it is the right file. */
function inShort(m: Messages, rules: TenderRules): string[] {
  const standing = rulesStanding(rules, null, loadRuleSets(join(projectRoot(), 'criteria')).tenders);
  const { warning, lots, criteria } = rulesInWords(m, rules, '', standing);
  return [
    ...(warning === null ? [] : [warning]),
    inLanguage(rules.title, m),
    `${m.rules.lots}: ${m.format.list([...lots])}`,
    `${m.rules.criteria}:`,
    ...criteria.map(({ name, depth, weight }) => `${'  '.repeat(depth)}- ${name}: ${weight}`),
  ];
}
