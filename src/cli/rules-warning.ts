import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { rulesStanding } from '../criteria/rules-standing.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { rulesWarning } from '../explanation/rules.ts';
import type { Messages } from '../messages/messages.ts';

/** Says it when rules carry the name of published ones, and are others. */
export function sayRulesWarning(m: Messages, rules: TenderRules): void {
  const { tenders } = loadRuleSets(join(projectRoot(), 'criteria'));
  const warning = rulesWarning(m, rulesStanding(rules, null, tenders));
  if (warning !== null) console.log(`${warning}\n`);
}
