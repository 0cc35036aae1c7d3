import type { Account } from '../../actions/accounts.ts';
import { mayCause } from '../../domain/contract/access.ts';
import type { ContractEventType } from '../../domain/contract/events.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { ToDo } from '../../domain/contract/to-do.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Deadline, deadlineAt, type WorkRow } from './work.ts';

/** Things to do as rows: each leads to where it is done for who may do it, and to where it can be seen for others. */
export function toDoRows(
  m: Messages,
  account: Account,
  state: Readonly<ContractState>,
  todos: readonly ToDo[],
  today: string,
): WorkRow[] {
  const t = m.watching.dossier;
  const base = `/contracts/${state.dossier}`;
  const row = (
    title: string,
    text: string,
    deadline: Deadline | null,
    event: ContractEventType,
    does: readonly [label: string, path: string],
    sees: string,
  ): WorkRow => {
    const [label, path] = mayCause(state, account, event) ? does : [t.actions.look, sees];
    return { title, text, more: null, deadline, action: { href: `${base}${path}`, label } };
  };
  const deadline = (by: string, what: string): Deadline => deadlineAt(m, by, what, today);
  return todos.map((one): WorkRow => {
    switch (one.kind) {
      case 'no-contracts':
        return row(t.areas, t.todos.noContracts, null, 'contract-added', [t.actions.add, '/acts/add-contract'], '');
      case 'deciding':
        return row(
          t.partNames.term,
          t.todos.deciding,
          null,
          'deciding-agreed',
          [t.actions.agree, '/acts/agree-deciding'],
          '/term',
        );
      case 'budget':
      case 'budget-refused':
        return row(
          t.partNames.budget,
          one.kind === 'budget' ? t.todos.budget : t.todos.budgetRefused,
          null,
          'budget-set',
          [t.actions.budget, '/budget/set'],
          '/budget',
        );
      case 'index':
        return row(
          t.partNames.budget,
          t.todos.index(String(one.year)),
          null,
          'index-recorded',
          [t.actions.index, '/index/new'],
          '/budget',
        );
      case 'unsigned':
        return row(
          one.area.name,
          t.todos.unsigned(one.area.name),
          null,
          'contract-signed',
          [t.actions.sign, `/acts/sign?area=${one.area.id}`],
          `/areas/${one.area.id}`,
        );
      case 'extension':
        return row(
          one.area.name,
          t.todos.extension(one.extension, one.area.name),
          deadline(one.by, m.following.term.decideBy),
          'extension-decided',
          [t.actions.decide, `/acts/decide-extension?extension=${one.area.id}+${one.extension}`],
          '/term',
        );
      case 'late':
        return {
          title: one.area.name,
          text: t.todos.late(one.extension, one.area.name),
          more: null,
          deadline: deadline(one.by, m.following.term.decideBy),
          action: { href: `${base}/term`, label: t.actions.look },
        };
      case 'consider':
        return row(
          t.partNames['growth-path'],
          t.todos.consider(one.extension),
          deadline(one.by, m.following.term.decideBy),
          'growth-path-considered',
          [t.actions.consider, `/acts/consider-growth-path?extension=${one.extension}`],
          '/growth-path',
        );
      case 'growth': {
        const date = m.format.date(one.step.by);
        const text = one.is === 'missed' ? t.todos.missed : t.todos.atRisk;
        const missing = one.step.missing > 0 ? ` ${t.todos.tooFew(one.step.missing)}` : '';
        return {
          title: `${one.area.name}, ${date}`,
          text: `${text(one.area.name, date)}${missing}`,
          more: null,
          deadline: null,
          action: { href: `${base}/growth-path`, label: t.actions.look },
        };
      }
      case 'figures':
        return row(
          one.area.name,
          t.todos.figures(one.area.name, one.quarters.length),
          null,
          'figures-recorded',
          [t.actions.figures, `/figures/new?area=${one.area.id}&quarter=${one.quarters[0]}`],
          `/areas/${one.area.id}`,
        );
      case 'evaluation':
        return row(
          `${one.area.name}, ${one.year}`,
          t.todos.evaluation(one.area.name, String(one.year)),
          null,
          'year-evaluated',
          [t.actions.evaluate, `/evaluations/new?area=${one.area.id}&year=${one.year}`],
          `/areas/${one.area.id}`,
        );
      default:
        return one satisfies never;
    }
  });
}
