import { mayCause } from '../../domain/contract/access.ts';
import { contractIn } from '../../domain/contract/contracts.ts';
import type { Messages } from '../../messages/messages.ts';
import { isOffered } from '../acts/act.ts';
import { CONTRACT_ACT_GROUPS, type ContractAct, type ContractAsking } from '../acts/contract-act-kind.ts';
import { CONTRACT_ACT_NAMES, CONTRACT_ACTS, type ContractActName } from '../acts/contract-acts.ts';
import type { FieldProblem, FormBody } from '../forms/text.ts';
import { typed } from '../forms/text.ts';
import { type ActModel, type ActsModel, actModel } from './act.ts';

/** Whether somebody may do this now, and there is something to do it to. */
const mayAct = (asking: ContractAsking, name: ContractActName): boolean => {
  const act: ContractAct = CONTRACT_ACTS[name];
  return mayCause(asking.state, asking.account, act.event) && isOffered(act, asking);
};

/** What somebody may record of contracts, under its headings. */
export function contractActsModel(asking: ContractAsking): ActsModel {
  const t = asking.m.contractActs;
  return {
    text: t,
    groups: CONTRACT_ACT_GROUPS.map((group) => ({
      id: `acts-${group}`,
      title: t.groups[group],
      links: CONTRACT_ACT_NAMES.filter((name) => CONTRACT_ACTS[name].group === group && mayAct(asking, name)).map(
        (name) => ({
          href: `/contracts/${asking.state.dossier}/acts/${name}`,
          label: t.names[name].title,
          lead: t.names[name].lead,
        }),
      ),
    })).filter(({ links }) => links.length > 0),
  };
}

/** What of these acts somebody may do about one area now, each with the area filled in. */
export const actsInArea = (asking: ContractAsking, area: string): { readonly href: string; readonly label: string }[] =>
  IN_AREA.filter((name) => {
    const [field] = CONTRACT_ACTS[name].fields;
    return mayAct(asking, name) && field.kind === 'select' && field.options(asking).some(({ value }) => value === area);
  }).map((name) => ({
    href: `/contracts/${asking.state.dossier}/acts/${name}?area=${area}`,
    label: asking.m.contractActs.names[name].title,
  }));
const IN_AREA = ['sign', 'change', 'take-over', 'end'] as const satisfies readonly ContractActName[];

/** The form of one act. @param form what was typed, or what the address fills in */
export const contractActModel = (
  asking: ContractAsking,
  name: ContractActName,
  form: FormBody,
  problems: readonly FieldProblem[],
): ActModel =>
  actModel(
    asking,
    CONTRACT_ACTS[name],
    asking.m.contractActs.names[name],
    `/contracts/${asking.state.dossier}`,
    name,
    filledIn(asking, name, form),
    problems,
  );

/** What is known already stands in the form: who leads, and the subcontractors of an area that the address names. */
function filledIn({ state }: ContractAsking, name: ContractActName, form: FormBody): FormBody {
  switch (name) {
    case 'change-people':
      return { officer: state.officer, manager: state.manager, ...form };
    case 'change': {
      const contract = contractIn(state, typed(form, 'area'));
      const subcontractors = 'what' in form ? undefined : contract?.subcontractors;
      return subcontractors && subcontractors.length > 0
        ? { newSubcontractors: subcontractors.join('\n'), ...form }
        : form;
    }
    case 'sign':
    case 'end':
    case 'add-contract':
    case 'agree-deciding':
    case 'consider-growth-path':
    case 'decide-extension':
    case 'take-over':
    case 'withdraw':
    case 'close':
    case 'reopen':
      return form;
    default:
      return name satisfies never;
  }
}

/** What is said when an act was done, by its name. */
export const contractActsDone = (m: Messages): Readonly<Record<string, string>> =>
  Object.fromEntries(CONTRACT_ACT_NAMES.map((name) => [name, m.contractActs.names[name].done]));
