import type { Account, Accounts } from '../../actions/accounts.ts';
import type { Opening } from '../../actions/open-contracts.ts';
import { newestVersions, type Published, type RuleSets } from '../../criteria/rule-sets.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import { readAmount } from '../../domain/figures.ts';
import { hasRole } from '../../domain/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

/** The rule sets by which contracts can be followed: the newest of those that have something to follow, and not only figures to read. */
export const rulesToFollow = (sets: RuleSets['contracts']): [key: string, published: Published<ContractRules>][] =>
  newestVersions(sets).filter(([, { rules }]) =>
    [rules.term, rules.growthPath, rules.continuity, rules.evaluation].some((part) => part !== undefined),
  );

/** Who can manage contracts: whoever has that role, and procurement officers. */
export const managersIn = (accounts: Accounts): Account[] =>
  accounts.list().filter((one) => hasRole(one, 'contract-manager', 'procurement-officer') && !one.closed);

/** Reads what is filled in to open a dossier of contracts, without the contracts. */
export function readOpening(
  m: Messages,
  sets: RuleSets['contracts'],
  accounts: Accounts,
  officer: string,
  body: FormBody,
):
  | { readonly opening: Opening }
  | { readonly problems: readonly FieldProblem[]; readonly rules: ContractRules | null } {
  const t = m.watching.opening;
  const problems: FieldProblem[] = [];
  const title = typed(body, 'title');
  const wrong = title === '' ? t.nameMissing : textProblem(m, title, t.name, 200, 'one');
  if (wrong !== undefined) problems.push({ field: 'title', text: wrong });
  const published = rulesToFollow(sets).find(([key]) => key === typed(body, 'rules'))?.[1];
  if (!published) problems.push({ field: 'rules', text: t.rulesMissing });
  const manager = managersIn(accounts).find(({ id }) => id === typed(body, 'manager'));
  if (!manager) problems.push({ field: 'manager', text: t.managerMissing });
  const sum = readSum(m, published?.rules, body, problems);
  if (!published || !manager || problems.length > 0) return { problems, rules: published?.rules ?? null };
  return { opening: { title, officer, manager: manager.id, published, sum } };
}

const YEAR = /^(19|20|21)\d{2}$/;

function readSum(
  m: Messages,
  rules: ContractRules | undefined,
  body: FormBody,
  problems: FieldProblem[],
): Opening['sum'] {
  const t = m.watching.opening;
  const [euro, priceLevel] = [asTyped(body, 'sum'), typed(body, 'priceLevel')];
  if (euro.trim() === '' && priceLevel === '') return null;
  if (rules && (rules.budget !== undefined || rules.ownBudget === undefined)) {
    problems.push({ field: 'sum', text: t.sumNotAsked });
    return null;
  }
  const amount = readAmount(euro);
  if (typeof amount !== 'object') problems.push({ field: 'sum', text: t.sumWrong });
  if (!YEAR.test(priceLevel)) problems.push({ field: 'priceLevel', text: t.priceLevelWrong });
  return typeof amount === 'object' ? { euro: amount.figure, priceLevel: Number(priceLevel) } : null;
}
