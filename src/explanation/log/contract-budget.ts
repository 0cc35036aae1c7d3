import type { BudgetSetting } from '../../domain/contract/budget.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { Facts } from './said.ts';

/**
 * Everything that was filled in for a budget, by what it is called.
 * @param area the name of an area, in quotation marks
 */
export function budgetFacts(
  m: Messages,
  { budget }: ContractRules,
  area: (id: string) => string,
  { chosen, firstYear, catchUp, keys, figures, volumes, savings, agreements, available }: BudgetSetting,
): Facts {
  const t = m.contractLog;
  const amount = (euro: string): string => t.euro(m.format.readable(euro));
  const share = (percentage: string): string => m.common.percentage(m.format.decimal(percentage));
  const facts = new Map<string, string>();
  for (const { component, euro } of chosen) facts.set(t.chosen(nameIn(m, budget?.components, component)), amount(euro));
  facts.set(t.firstYear, String(firstYear));
  facts.set(t.catchUp, t.catchUps[catchUp]);
  for (const { key, weight } of keys) facts.set(t.key(t.keys[key]), m.format.decimal(weight));
  for (const { key, area: of, figure } of figures)
    facts.set(t.keyFigure(t.keys[key], area(of)), m.format.readable(figure));
  for (const { area: of, euro } of volumes) facts.set(t.volume(area(of)), amount(euro));
  for (const { year, euro } of savings) facts.set(t.saving(String(year)), amount(euro));
  for (const { kind, threshold, municipality } of agreements) {
    const name = nameIn(
      m,
      budget?.agreements.map((one) => ({ id: one.kind, name: one.name })),
      kind,
    );
    facts.set(t.threshold(name), share(threshold));
    facts.set(t.municipality(name), share(municipality));
  }
  for (const { year, euro } of available) facts.set(t.available(String(year)), amount(euro));
  return facts;
}

type Named = Pick<NonNullable<ContractRules['budget']>['components'][number], 'id' | 'name'>;

function nameIn(m: Messages, all: readonly Named[] | undefined, id: string): string {
  const found = all?.find((one) => one.id === id);
  return found ? inLanguage(found.name, m) : id;
}
