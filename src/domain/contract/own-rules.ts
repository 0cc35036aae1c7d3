import type { TenderRules } from '../rules/rules.ts';
import type { BudgetRules } from './rules/budget.ts';
import type { ContractRules } from './rules/contract-rules.ts';

/** What of the rules of contracts is one's own: what the tender announced, and a sum for a budget. */
export interface OwnTerms {
  /** Of the award that the contracts follow from; null where they are entered by hand. */
  readonly tender: TenderRules | null;
  /** Euro a year at the prices of a year; null where there is none, or the rules have a budget. */
  readonly sum: { readonly euro: string; readonly priceLevel: number } | null;
}

/**
 * The rules for contracts: published ones as they are where they say everything, else with what is one's own filled in, under a name of its own. So a tender of
 * one's own is followed by the same rules as a published one.
 * @param id for rules that are not the published ones
 */
export function rulesFor(
  base: ContractRules,
  { tender, sum }: OwnTerms,
  id: string,
): { readonly rules: ContractRules; readonly isPublished: boolean } {
  const { term, growthPath, budget, areas } = base;
  const ownTerm = term === undefined ? termOf(tender) : undefined;
  const ownPath = growthPath === undefined ? pathOf(base, tender) : undefined;
  const ownBudget = budget === undefined && sum ? budgetOf(base, sum) : undefined;
  const ownAreas =
    areas.length === 0 && tender ? tender.lots.map(({ id: lot, name }) => ({ id: lot, name })) : undefined;
  if (!ownTerm && !ownPath && !ownBudget && !ownAreas) return { rules: base, isPublished: true };
  return {
    isPublished: false,
    rules: {
      ...base,
      id,
      version: 1,
      ...(ownAreas ? { areas: ownAreas } : {}),
      ...(ownTerm ? { term: ownTerm } : {}),
      ...(ownPath ? { growthPath: ownPath } : {}),
      ...(ownBudget ? { budget: ownBudget } : {}),
    },
  };
}

function termOf(tender: TenderRules | null): ContractRules['term'] {
  if (!tender?.term) return undefined;
  const { start, years, extensions, example, sources } = tender.term;
  return {
    start,
    years,
    extensions:
      extensions.years === 0 ? [] : Array.from({ length: extensions.count }, () => ({ years: extensions.years })),
    ...(example === undefined ? {} : { example }),
    notices: [],
    sources: sources.length > 0 ? sources : [announced(tender)],
  };
}

/** The kinds of support are those of the base: where it has none, a growth path is not followed. */
function pathOf({ supportKinds }: ContractRules, tender: TenderRules | null): ContractRules['growthPath'] {
  if (!tender?.growthPath || !supportKinds) return undefined;
  const { steps, communityInitiatives, sources } = tender.growthPath;
  return {
    steps,
    communityInitiatives,
    kinds: supportKinds,
    notices: [],
    sources: sources.length > 0 ? sources : [announced(tender)],
  };
}

const announced = ({ title, id }: TenderRules) => ({ document: title.nl, section: id });

function budgetOf(
  { title, id, ownBudget }: ContractRules,
  { euro, priceLevel }: NonNullable<OwnTerms['sum']>,
): BudgetRules | undefined {
  if (!ownBudget) return undefined;
  const sources = [{ document: title.nl, section: id }];
  return {
    priceLevel,
    components: [{ id: 'sum', name: ownBudget.sumName, amount: { kind: 'fixed', euro }, is: 'in', sources }],
    steps: [],
    path: { method: 'fixed', sources },
    indexing: { adviser: ownBudget.adviser, sources },
    keys: ['equal', 'population', 'users', 'need'],
    agreements: ownBudget.agreements,
    tasks: [],
    notices: [],
    sources,
  };
}
