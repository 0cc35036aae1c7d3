import type { BudgetSetting } from '../../domain/contract/budget.ts';
import { untilOf } from '../../domain/contract/contracts.ts';
import { areasOf, overviewOf } from '../../domain/contract/overview.ts';
import { type ContractState, lastStanding } from '../../domain/contract/state.ts';
import type { DomainError } from '../../domain/errors.ts';
import { equals, exact, ZERO } from '../../domain/number.ts';
import { inLanguage } from '../../messages/messages.ts';
import { fieldReader } from './figure-fields.ts';
import type { Asking, RecordForm } from './record-form.ts';

/** The names of the fields of a budget. */
export const budgetField = {
  component: (id: string): string => `euro.${id}`,
  catchUp: 'catchUp-ratio',
  weight: (key: string): string => `weight.${key}`,
  figure: (key: string, area: string): string => `figure.${key}.${area}`,
  volume: (area: string): string => `volume.${area}`,
  saving: (number: number): string => `saving.${number}`,
  threshold: (kind: string): string => `threshold.${kind}`,
  municipality: (kind: string): string => `municipality.${kind}`,
  available: (year: number): string => `available.${year}`,
} as const;

export const CATCH_UPS = ['ratio', 'difference'] as const;

/** How many years of a decreasing sum have a saving of their own: those before the full one. */
export const yearsOfSaving = ({ rules }: Pick<ContractState, 'rules'>): number[] =>
  rules.budget?.path.method === 'decreasing'
    ? Array.from({ length: rules.budget.path.fullFrom - 1 }, (_, place) => place + 1)
    : [];

/** The years of the contracts, with all their extensions. */
export function yearsOf(state: Readonly<ContractState>, today: string): number[] {
  const spans = overviewOf(state, today).areas.map(({ contract, term }) => [
    contract.added.payload.start,
    term?.periods.at(-1)?.until ?? untilOf(contract),
  ]);
  const years = spans.flat().map((date) => Number(date.slice(0, 4)));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, place) => first + place);
}

/** Reads a budget as it was filled in. */
export const readBudget: RecordForm['read'] = (asking) => {
  const { m, state, given } = asking;
  const t = m.contractForms.budget;
  const reader = fieldReader(m, given);
  const { budget } = state.rules;
  const firstYear = reader.year('firstYear', t.firstYear);
  const catchUp = budget?.indexing ? reader.oneOf('catchUp', t.catchUp, CATCH_UPS, budgetField.catchUp) : CATCH_UPS[0];
  const setting = {
    chosen: (budget?.components ?? [])
      .filter((one) => one.is === 'choice')
      .flatMap(({ id, name }) => {
        const euro = reader.amount(budgetField.component(id), inLanguage(name, m));
        return euro === null ? [] : [{ component: id, euro }];
      }),
    ...readDivision(asking, reader),
    ...readPath(asking, reader, firstYear),
    agreements: readAgreements(asking, reader),
    available: yearsOf(state, asking.today).flatMap((year) => {
      const euro = reader.amount(budgetField.available(year), t.availableIn(year));
      return euro === null ? [] : [{ year, euro }];
    }),
  };
  const reason = lastStanding(state, 'budget-set') ? reader.text('reason', m.contractForms.reason, 2000) : null;
  if (reader.problems.length > 0 || firstYear === null || catchUp === null) return { problems: reader.problems };
  const payload = { ...setting, firstYear, catchUp, reason };
  return { command: { type: 'say', events: [{ type: 'budget-set', payload }] } };
};

type Reader = ReturnType<typeof fieldReader>;

function readDivision({ m, state }: Asking, reader: Reader): Pick<BudgetSetting, 'keys' | 'figures'> {
  const t = m.contractForms.budget;
  const keys = (state.rules.budget?.keys ?? []).flatMap((key) => {
    const weight = reader.quantity(budgetField.weight(key), t.weight(t.keyNames[key]));
    return weight === null || equals(exact(weight), ZERO) ? [] : [{ key, weight }];
  });
  const figures = keys.flatMap(({ key }) =>
    key === 'equal'
      ? []
      : areasOf(state).flatMap(({ id, name }) => {
          const figure = reader.quantity(budgetField.figure(key, id), t.figure(t.keyNames[key], name));
          return figure === null ? [] : [{ key, area: id, figure }];
        }),
  );
  return { keys, figures };
}

function readPath(
  { m, state }: Asking,
  reader: Reader,
  firstYear: number | null,
): Pick<BudgetSetting, 'volumes' | 'savings'> {
  const t = m.contractForms.budget;
  if (state.rules.budget?.path.method !== 'decreasing') return { volumes: [], savings: [] };
  return {
    volumes: areasOf(state).flatMap(({ id, name }) => {
      const euro = reader.amount(budgetField.volume(id), t.volume(name));
      return euro === null ? [] : [{ area: id, euro }];
    }),
    savings: yearsOfSaving(state).flatMap((number) => {
      const euro = reader.amount(budgetField.saving(number), t.saving(number));
      return euro === null || firstYear === null ? [] : [{ year: firstYear + number - 1, euro }];
    }),
  };
}

function readAgreements({ m, state }: Asking, reader: Reader): BudgetSetting['agreements'] {
  const t = m.contractForms.budget;
  return (state.rules.budget?.agreements ?? []).flatMap(({ kind, name }) => {
    const agreement = inLanguage(name, m);
    const wrong = reader.problems.length;
    const threshold = reader.percentage(budgetField.threshold(kind), t.ofAgreement(agreement, t.thresholds[kind]));
    const municipality = reader.percentage(budgetField.municipality(kind), t.ofAgreement(agreement, t.shares[kind]));
    if (threshold !== null && municipality !== null) return [{ kind, threshold, municipality }];
    if ((threshold === null) !== (municipality === null) && reader.problems.length === wrong) {
      reader.refuse(
        threshold === null ? budgetField.threshold(kind) : budgetField.municipality(kind),
        t.bothOrNone(agreement),
      );
    }
    return [];
  });
}

/** The field that a refusal of a budget is about. */
export function fieldOfBudget({ code, details }: DomainError, { state, given }: Asking): string {
  const area = String(details.area ?? areasOf(state)[0]?.id ?? '');
  const number = Number(details.year) - Number(given.firstYear) + 1;
  switch (code) {
    case 'component-above-maximum':
      return budgetField.component(String(details.component));
    case 'division-figure-missing':
    case 'division-empty':
      return details.key === undefined ? 'firstYear' : budgetField.figure(String(details.key), area);
    case 'volume-missing':
      return budgetField.volume(area);
    case 'saving-above-sum':
    case 'saving-decreases':
      return yearsOfSaving(state).includes(number)
        ? budgetField.saving(number)
        : budgetField.saving(yearsOfSaving(state).at(-1) ?? 1);
    case 'change-needs-reason':
      return 'reason';
    default:
      return 'firstYear';
  }
}
