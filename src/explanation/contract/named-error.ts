import { areasOf } from '../../domain/contract/overview.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { describeError, inLanguage, type Messages } from '../../messages/messages.ts';

/** What the names of things in a contract dossier, or in a file like it, are found in. */
export interface NamedThings {
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly rules: Pick<ContractRules, 'budget' | 'evaluation'>;
}

/** What a refusal says, with names where it has the ids of areas, components and goals. */
export const describeContractError = (m: Messages, state: Readonly<ContractState>, error: DomainError): string =>
  describeError(m, withContractNames(m, { areas: areasOf(state), rules: state.rules }, error));

/** The same error with names where it has ids. */
function withContractNames(m: Messages, { areas, rules }: NamedThings, error: DomainError): DomainError {
  const { code, details, faults } = error;
  const named: Readonly<Record<string, (id: string) => string | undefined>> = {
    area: (id) => areas.find((one) => one.id === id)?.name,
    component: (id) => nameIn(m, rules.budget?.components, id),
    goal: (id) => nameIn(m, rules.evaluation?.goals, id),
  };
  const told = Object.entries(details).map(([key, value]) => {
    const name = typeof value === 'string' && Object.hasOwn(named, key) ? named[key]!(value) : undefined;
    return [key, name ?? value] as const;
  });
  return new DomainError(code, Object.fromEntries(told), faults);
}

/** The same of a file, of which every fault is told; what is no refusal stays as it is. */
export function nameInFile(
  m: Messages,
  areas: readonly { readonly id?: string; readonly name: string }[],
  rules: NamedThings['rules'],
  error: unknown,
): unknown {
  if (!(error instanceof DomainError)) return error;
  const things = { areas: areas.map(({ id, name }) => ({ id: id ?? name, name })), rules };
  const named = withContractNames(m, things, error);
  const faults = error.faults.map((one) => ({
    ...one,
    details: withContractNames(m, things, new DomainError(one.code, one.details)).details,
  }));
  return new DomainError(named.code, named.details, faults);
}

function nameIn(
  m: Messages,
  list: readonly { readonly id: string; readonly name: { readonly nl: string; readonly en: string } }[] | undefined,
  id: string,
): string | undefined {
  const found = list?.find((one) => one.id === id);
  return found && inLanguage(found.name, m);
}
