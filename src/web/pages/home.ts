import type { Account, Accounts } from '../../actions/accounts.ts';
import { kindOf } from '../../actions/kinds.ts';
import type {
  ListedContracts,
  ListedDecision,
  ListedPlan,
  ListedTender,
  Page,
  TenderCounts,
} from '../../actions/lists.ts';
import type { Finding } from '../../actions/prove-installation.ts';
import type { Succeeding } from '../../actions/succession.ts';
import { GROUPS, type Group } from '../../domain/listing.ts';
import { DOSSIER_ROLES, hasRole } from '../../domain/roles.ts';
import { statusInWords } from '../../explanation/status.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { CONTRACT_READERS } from '../access.ts';
import { type AskedList, addressOf, FOUND_BY } from '../forms/list-query.ts';
import { type ContractTable, contractTable } from './contract-list.ts';
import { type SelectField, selectField, type TextField, textField } from './fields.ts';
import { type Pager, pager, ROWS_OF_GROUP } from './pager.ts';
import { ROOM } from './register.ts';
import { type Downloads, downloadsOf } from './sheet.ts';
import { type Deadline, deadlineOf, type WorkGroup, type WorkRow, workRows } from './work.ts';

interface Link {
  readonly href: string;
  readonly label: string;
}

export interface HomeModel {
  readonly title: string;
  readonly lead: string;
  readonly text: Messages['home'];
  readonly groups: readonly WorkGroup[];
  /** Null for who has no part in dossiers. */
  readonly tenders: TenderTable | null;
  readonly links: readonly Link[];
  readonly newTender: Link | null;
  /** Choices of a contract model, and purchase plans. */
  readonly others: readonly {
    readonly id: string;
    readonly title: string;
    readonly none: string;
    readonly table: DecisionTable;
    readonly all: Link | null;
    readonly begin: Link | null;
  }[];
  readonly contracts: null | {
    readonly title: string;
    readonly none: string;
    readonly table: ContractTable;
    readonly all: Link | null;
    readonly open: Link | null;
  };
}

export interface TenderTable {
  readonly title: string;
  readonly caption: string;
  readonly none: string | null;
  /** Null while there are so few that nobody has to search. */
  readonly filter: null | {
    readonly search: TextField;
    readonly fields: readonly SelectField[];
    readonly clear: Link | null;
  };
  readonly rows: readonly {
    readonly title: string;
    readonly href: string;
    readonly status: string;
    readonly deadline: Deadline | null;
    readonly changed: string;
  }[];
  readonly pager: Pager | null;
  /** To the archive, and back. */
  readonly other: Link | null;
  readonly downloads: Downloads | null;
}

export interface DecisionTable {
  readonly caption: string;
  readonly headers: { readonly decision: string; readonly status: string; readonly changed: string };
  readonly rows: readonly {
    readonly title: string;
    readonly href: string;
    readonly status: string;
    readonly changed: string;
  }[];
}

/** What the first page reads of the lists. */
export interface HomeLists {
  readonly asked: AskedList;
  /** "2027-03-10" */
  readonly today: string;
  readonly groups: Readonly<Record<Group, Page<ListedTender>>>;
  readonly tenders: Page<ListedTender>;
  /** How many there are in all, without what was asked. */
  readonly counts: TenderCounts;
  readonly decisions: Page<ListedDecision>;
  readonly contracts: Page<ListedContracts>;
  readonly plans: Page<ListedPlan>;
}

/** What stands above the lists, besides what dossiers ask. */
export interface HomeMatters {
  readonly keepsForms: boolean;
  /** What the last look at the whole database has found. */
  readonly findings: readonly Finding[];
  /** The titles of tenders whose chair is gone: for who can name another. */
  readonly leaderless: readonly Pick<Succeeding, 'kind' | 'title'>[];
  /** Titles of tenders that are being set up and on which nobody works any more: for administrators. */
  readonly setUpsLeft: readonly string[];
}

/** What this person can do now, waits for and must know, first; then the dossiers that he or she may see. */
export function homeModel(
  m: Messages,
  account: Account,
  accounts: Pick<Accounts, 'nameOf'>,
  lists: HomeLists,
  matters: HomeMatters,
): HomeModel {
  const officer = hasRole(account, 'procurement-officer');
  const chooses = hasRole(account, 'procurement-officer', 'committee-member', 'auditor');
  const { decisions, plans, contracts } = lists;
  const follows = hasRole(account, ...CONTRACT_READERS);
  return {
    title: m.home.title(account.name),
    lead: m.home.lead,
    text: m.home,
    groups: GROUPS.map((group) => workGroup(m, account, accounts, group, lists, matters)).filter(
      ({ rows, none }) => rows.length > 0 || none !== null,
    ),
    tenders: hasRole(account, ...DOSSIER_ROLES) ? tenderTable(m, officer, lists) : null,
    links: officer || hasRole(account, 'auditor') ? [{ href: '/rehearsal', label: m.rehearsal.title }] : [],
    newTender: officer ? { href: '/tenders/new', label: m.app.newTender } : null,
    others: [
      {
        id: 'decisions',
        title: m.decision.list,
        none: m.home.decisions.none,
        table: decisionTable(m, decisions),
        all:
          decisions.total > decisions.rows.length
            ? { href: '/decisions', label: m.home.decisions.all(decisions.total) }
            : null,
        begin: officer ? { href: '/decisions/new', label: m.decision.new } : null,
      },
      {
        id: 'plans',
        title: m.planPages.list,
        none: m.planPages.none,
        table: planTable(m, plans, lists.today),
        all: plans.total > plans.rows.length ? { href: '/plans', label: m.planPages.all(plans.total) } : null,
        begin: officer ? { href: '/plans/new', label: m.planPages.new } : null,
      },
    ].filter(({ table }) => chooses && (officer || table.rows.length > 0)),
    contracts:
      follows && (officer || contracts.total > 0)
        ? {
            title: m.watching.list.title,
            none: m.watching.list.none,
            table: contractTable(m, contracts, lists.today),
            all:
              contracts.total > contracts.rows.length
                ? { href: '/contracts', label: m.watching.list.all(contracts.total) }
                : null,
            open: officer ? { href: '/contracts/new', label: m.watching.list.open } : null,
          }
        : null,
  };
}

function workGroup(
  m: Messages,
  account: Account,
  accounts: Pick<Accounts, 'nameOf'>,
  group: Group,
  { groups, today }: HomeLists,
  matters: HomeMatters,
): WorkGroup {
  const { title, all, none } = m.home.groups[group];
  const page = groups[group];
  return {
    id: group,
    title,
    rows: [...ownRows(m, account, group, matters), ...workRows(m, accounts, group, page, today)],
    none: group === 'todo' ? none : null,
    all: page.total > page.rows.length ? { href: `/tasks/${group}`, label: all(page.total) } : null,
  };
}

/** What is not of a dossier that this person takes part in. */
function ownRows(
  m: Messages,
  account: Account,
  group: Group,
  { keepsForms, findings, leaderless, setUpsLeft }: HomeMatters,
): WorkRow[] {
  const row = (title: string, text: string, label: string, href: string): WorkRow => ({
    title,
    text,
    more: null,
    deadline: null,
    action: { href, label },
  });
  switch (group) {
    case 'todo':
      return [
        ...(keepsForms ? [row(m.kept.title, m.kept.waiting, m.kept.look, '/kept')] : []),
        ...(hasRole(account, 'administrator')
          ? [row(m.app.accounts, m.home.tasks.accounts, m.home.tasks.accountsAction, '/accounts')]
          : []),
      ];
    case 'waits':
      return [];
    case 'heeds': {
      const damaged = findings.flatMap(({ dossier, code }) =>
        dossier !== null && code !== 'list-differs' && /^(tender|decision|contract|plan)-/.test(dossier)
          ? [dossier]
          : [],
      );
      return [
        ...leaderless
          .slice(0, ROWS_OF_GROUP)
          .map(({ kind, title }) => row(title, m.successions.task(kind, title), m.successions.link, '/successions')),
        ...setUpsLeft
          .slice(0, ROWS_OF_GROUP)
          .map((title) => row(title, m.successions.setUps.task(title), m.successions.setUps.submit, '/successions')),
        ...(hasRole(account, 'auditor')
          ? [...new Set(damaged)]
              .slice(0, ROWS_OF_GROUP)
              .map((dossier) =>
                row(
                  dossier,
                  m.home.heeds.damaged,
                  m.home.heeds.auditAction,
                  `${ROOM[kindOf(dossier)]}/${dossier}/re-run`,
                ),
              )
          : []),
        ...(hasRole(account, 'auditor') && findings.length > Math.min(damaged.length, ROWS_OF_GROUP)
          ? [row(m.register.title, m.register.finding, m.register.look, '/register')]
          : []),
      ];
    }
    default:
      return group satisfies never;
  }
}

function tenderTable(m: Messages, officer: boolean, lists: HomeLists): TenderTable {
  const { asked, tenders, today } = lists;
  const { running, archived } = lists.counts;
  const t = m.home.list;
  const inArchive = asked.show === 'archive';
  const isFiltered = asked.q !== '' || asked.phase !== undefined || asked.year !== undefined;
  const other = inArchive
    ? { href: '/', label: t.toRunning }
    : { href: addressOf('/', { ...NOTHING_ASKED, show: 'archive' }), label: t.toArchive(archived) };
  return {
    title: inArchive ? m.home.archive : m.home.dossiers,
    caption: inArchive ? t.captionArchived(tenders.total) : t.caption(tenders.total),
    none: tenders.total > 0 ? null : noneOf(),
    filter: isFiltered || running + archived > ROWS_OF_GROUP ? filterOf(m, lists, isFiltered) : null,
    rows: tenders.rows.map((row) => ({
      title: row.title,
      href: `/tenders/${row.dossier}`,
      status: statusInWords(forRules(m, { award: row.words }), row.seat.status),
      deadline: deadlineOf(m, row, today),
      changed: m.format.moment(row.seat.lastSeen),
    })),
    pager: pager(m, tenders.total, asked.page, (page) => addressOf('/', { ...asked, page })),
    other: inArchive || archived > 0 ? other : null,
    downloads: tenders.total > 0 ? downloadsOf(m, '/tenders', addressOf('', { ...asked, page: 1 })) : null,
  };

  function noneOf(): string {
    if (asked.q !== '') return m.home.noneFound(asked.q);
    if (isFiltered) return m.home.noneSuch;
    if (inArchive) return m.home.noneArchived;
    if (archived > 0) return m.home.noneRunning;
    return officer ? m.home.noDossiersOfficer : m.home.noDossiers;
  }
}

const NOTHING_ASKED: AskedList = { q: '', show: 'running', page: 1 };

function filterOf(
  m: Messages,
  { asked, counts: { years, archived } }: HomeLists,
  isFiltered: boolean,
): TenderTable['filter'] {
  const t = m.home.list;
  const select = (name: 'phase' | 'year' | 'show', label: string, options: readonly (readonly [string, string])[]) =>
    selectField(
      {
        name,
        label,
        asks: 'open',
        options: options.map(([value, text]) => ({
          value,
          label: text,
          selected: String(asked[name] ?? '') === value,
        })),
      },
      [],
      m.app,
    );
  return {
    search: textField({ name: 'q', label: t.search, value: asked.q, asks: 'open' }, [], m.app),
    fields: [
      select('phase', t.phase, [
        ['', t.everyPhase],
        ...FOUND_BY.map((phase) => [phase, phase === 'stopped' ? m.home.stopped : m.phases[phase]] as const),
      ]),
      select('year', t.year, [['', t.everyYear], ...years.map((year) => [String(year), String(year)] as const)]),
      ...(archived > 0 || asked.show === 'archive'
        ? [
            select('show', t.show, [
              ['running', t.running],
              ['archive', m.home.archive],
            ]),
          ]
        : []),
    ],
    clear: isFiltered ? { href: addressOf('/', { ...NOTHING_ASKED, show: asked.show }), label: t.clear } : null,
  };
}

export function decisionTable(m: Messages, { rows, total }: Page<ListedDecision>): DecisionTable {
  const t = m.home.list;
  return {
    caption: m.home.decisions.caption(total),
    headers: { decision: m.home.decisions.decision, status: t.status, changed: t.changed },
    rows: rows.map(({ dossier, title, seat }) => ({
      title,
      href: `/decisions/${dossier}`,
      status: m.decision.phase[seat.phase],
      changed: m.format.moment(seat.lastSeen),
    })),
  };
}

/** A plan says in which year it is for, and what it has on a day next. */
export function planTable(m: Messages, { rows, total }: Page<ListedPlan>, today: string): DecisionTable {
  const t = m.planPages;
  return {
    caption: t.caption(total),
    headers: { decision: t.plan, status: m.home.list.status, changed: t.nextDate },
    rows: rows.map(({ dossier, title, seat }) => {
      const next = seat.dates.find(({ on }) => on >= today);
      const said = next && `${m.format.date(next.on)}: ${t.dateKinds[next.kind](next.name)}`;
      return { title, href: `/plans/${dossier}`, status: m.purchasePlan.phase[seat.phase], changed: said ?? '–' };
    }),
  };
}

export interface DecisionsModel {
  readonly text: Messages['home'];
  readonly title: string;
  readonly action: string;
  readonly filterLabel: string;
  readonly filter: { readonly search: TextField; readonly clear: Link | null } | null;
  readonly none: string | null;
  readonly table: DecisionTable;
  readonly downloads: Downloads;
  readonly pager: Pager | null;
}

/** Every choice of a contract model that somebody may see. */
export function decisionsModel(m: Messages, asked: AskedList, decisions: Page<ListedDecision>): DecisionsModel {
  const t = m.home.decisions;
  const none = asked.q === '' ? t.none : t.noneFound(asked.q);
  return {
    text: m.home,
    title: m.decision.list,
    action: '/decisions',
    filterLabel: t.filter,
    filter:
      asked.q !== '' || decisions.total > ROWS_OF_GROUP
        ? {
            search: textField({ name: 'q', label: m.home.list.search, value: asked.q, asks: 'open' }, [], m.app),
            clear: asked.q === '' ? null : { href: '/decisions', label: m.home.list.clear },
          }
        : null,
    none: decisions.total > 0 ? null : none,
    table: decisionTable(m, decisions),
    downloads: downloadsOf(m, '/decisions', addressOf('', { ...asked, page: 1 })),
    pager: pager(m, decisions.total, asked.page, (page) => addressOf('/decisions', { ...asked, page })),
  };
}

export interface WorkModel {
  readonly text: Messages['home'];
  readonly group: WorkGroup;
  readonly pager: Pager | null;
}

/** A whole group, page by page. */
export function workModel(
  m: Messages,
  accounts: Pick<Accounts, 'nameOf'>,
  id: Group,
  page: number,
  tenders: Page<ListedTender>,
  today: string,
): WorkModel {
  const { title, none } = m.home.groups[id];
  return {
    text: m.home,
    group: { id, title, none, rows: workRows(m, accounts, id, tenders, today), all: null },
    pager: pager(m, tenders.total, page, (to) => (to === 1 ? `/tasks/${id}` : `/tasks/${id}?page=${to}`)),
  };
}

/** @param today "2027-03-10" */
export function plansModel(m: Messages, asked: AskedList, plans: Page<ListedPlan>, today: string): DecisionsModel {
  const t = m.planPages;
  const clear = asked.q === '' ? null : { href: '/plans', label: m.home.list.clear };
  return {
    title: t.list,
    text: m.home,
    action: '/plans',
    filterLabel: t.filter,
    filter:
      asked.q !== '' || plans.total > ROWS_OF_GROUP
        ? {
            search: textField({ name: 'q', label: m.home.list.search, value: asked.q, asks: 'open' }, [], m.app),
            clear,
          }
        : null,
    none: plans.total > 0 ? null : asked.q === '' ? t.none : t.noneFound(asked.q),
    table: planTable(m, plans, today),
    downloads: downloadsOf(m, '/plans', addressOf('', { ...asked, page: 1 })),
    pager: pager(m, plans.total, asked.page, (page) => addressOf('/plans', { ...asked, page })),
  };
}
