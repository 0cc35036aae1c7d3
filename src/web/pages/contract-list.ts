import type { Account } from '../../actions/accounts.ts';
import type { ListedContracts, Page } from '../../actions/lists.ts';
import { hasRole } from '../../domain/roles.ts';
import type { Messages } from '../../messages/messages.ts';
import { type AskedList, addressOf } from '../forms/list-query.ts';
import { type TextField, textField } from './fields.ts';
import { type Pager, pager, ROWS_OF_GROUP } from './pager.ts';
import { type Downloads, downloadsOf } from './sheet.ts';
import { type Deadline, deadlineAt } from './work.ts';

interface Link {
  readonly href: string;
  readonly label: string;
}

/** Contract dossiers in a list. Partial: `partials/contract-rows`. */
export interface ContractTable {
  readonly text: Messages['watching']['list'];
  readonly caption: string;
  readonly rows: readonly {
    readonly title: string;
    readonly href: string;
    readonly closed: boolean;
    readonly areas: string;
    readonly providers: string;
    readonly deadline: Deadline | null;
  }[];
}

/** @param today "2027-03-10" */
export function contractTable(m: Messages, { rows, total }: Page<ListedContracts>, today: string): ContractTable {
  const t = m.watching.list;
  return {
    text: t,
    caption: t.caption(total),
    rows: rows.map(({ dossier, title, seat, date }) => ({
      title,
      href: `/contracts/${dossier}`,
      closed: seat.phase === 'closed',
      areas: String(seat.areas),
      providers: String(seat.providers),
      deadline: date && deadlineAt(m, date.on, t.extension(date.what.extension, date.what.area), today),
    })),
  };
}

export interface ContractsModel {
  readonly text: Messages['watching']['list'];
  readonly title: string;
  readonly filter: { readonly search: TextField; readonly submit: string; readonly clear: Link | null } | null;
  readonly none: string | null;
  readonly table: ContractTable;
  readonly downloads: Downloads;
  readonly pager: Pager | null;
  readonly open: Link | null;
  readonly links: readonly Link[];
}

/** Every contract dossier that somebody may see. */
export function contractsModel(
  m: Messages,
  account: Account,
  asked: AskedList,
  contracts: Page<ListedContracts>,
  today: string,
): ContractsModel {
  const t = m.watching.list;
  const none = asked.q === '' ? t.none : t.noneFound(asked.q);
  return {
    text: t,
    title: t.title,
    filter:
      asked.q !== '' || contracts.total > ROWS_OF_GROUP
        ? {
            search: textField({ name: 'q', label: m.home.list.search, value: asked.q, asks: 'open' }, [], m.app),
            submit: m.home.list.submit,
            clear: asked.q === '' ? null : { href: '/contracts', label: m.home.list.clear },
          }
        : null,
    none: contracts.total > 0 ? null : none,
    table: contractTable(m, contracts, today),
    downloads: downloadsOf(m, '/contracts', addressOf('', { ...asked, page: 1 })),
    pager: pager(m, contracts.total, asked.page, (page) => addressOf('/contracts', { ...asked, page })),
    open: hasRole(account, 'procurement-officer') ? { href: '/contracts/new', label: t.open } : null,
    links: [
      { href: '/council', label: t.council },
      { href: '/contract-rules', label: t.rules },
    ],
  };
}
