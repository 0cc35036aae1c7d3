import type { Account, Accounts } from '../../actions/accounts.ts';
import { mayAuditContracts, mayCause } from '../../domain/contract/access.ts';
import { untilOf } from '../../domain/contract/contracts.ts';
import type { GrowthStatus } from '../../domain/contract/growth-path.ts';
import type { AreaOverview, Overview } from '../../domain/contract/overview.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { toDoFor } from '../../domain/contract/to-do.ts';
import { euros } from '../../explanation/contract/amounts.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { toDoRows } from './contract-to-do.ts';
import type { OneLine } from './one-line.ts';
import type { WorkGroup } from './work.ts';

interface Link {
  readonly href: string;
  readonly label: string;
}

export interface ContractDossierModel {
  readonly title: string;
  readonly text: Messages['watching']['dossier'];
  readonly status: string;
  readonly fictional: string | null;
  readonly todo: WorkGroup;
  readonly areas: {
    readonly caption: string;
    readonly rows: readonly AreaRow[];
  };
  readonly line: OneLine;
  readonly parts: readonly Link[];
  readonly acts: Link | null;
  readonly facts: readonly { readonly term: string; readonly value: string; readonly code: boolean }[];
}

interface AreaRow {
  readonly name: string;
  readonly href: string;
  readonly provider: string;
  readonly members: string | null;
  readonly signed: string;
  readonly until: string;
  readonly growthPath: {
    readonly text: string;
    readonly norm: string;
    readonly tone: 'success' | 'danger' | null;
  } | null;
  readonly complaints: string;
  readonly budget: string;
}

/** A dossier of contracts: what is to be done, how each area stands, and where everything else is. @param today "2028-02-01" */
export function contractDossierModel(
  m: Messages,
  account: Account,
  accounts: Accounts,
  state: Readonly<ContractState>,
  overview: Overview,
  line: OneLine,
  today: string,
): ContractDossierModel {
  const t = m.watching.dossier;
  const base = `/contracts/${state.dossier}`;
  const now = overview.areas.filter(({ contract }) => contract.until === null);
  const acts = ACTED.some((event) => mayCause(state, account, event));
  return {
    title: state.title,
    text: t,
    status: t.phase[state.phase],
    fictional: state.fictional ? t.fictional : null,
    todo: {
      id: 'todo',
      title: t.todo,
      rows: toDoRows(m, account, state, toDoFor(state, overview, today), today),
      none: state.phase === 'closed' ? t.closed : t.nothing,
      all: null,
    },
    areas: {
      caption: t.areasCaption(now.length),
      rows: now.map((one) => areaRow(m, base, one, overview, today)),
    },
    line,
    parts: partLinks(m, account, state),
    acts: acts ? { href: `${base}/acts`, label: t.acts } : null,
    facts: [
      { term: t.officer, value: accounts.nameOf(state.officer), code: false },
      { term: t.manager, value: accounts.nameOf(state.manager), code: false },
      { term: t.opened, value: m.format.moment(state.openedAt), code: false },
      { term: t.origin, value: state.follows ? t.fromAward : t.noAward, code: false },
      {
        term: m.tender.rulesLabel,
        value: m.tender.rulesVersion(inLanguage(state.rules.title, m), state.rules.version),
        code: false,
      },
      ...(mayAuditContracts(state, account)
        ? [{ term: m.tender.rulesHash, value: state.rulesSha256, code: true }]
        : []),
    ],
  };
}

const ACTED = ['contract-signed', 'dossier-reopened', 'people-changed'] as const;

/** What of each thing is said on a page of its own. */
export const CONTRACT_PARTS = ['budget', 'term', 'growth-path', 'continuity', 'access'] as const;
export type ContractPart = (typeof CONTRACT_PARTS)[number];

export const hasPart = ({ rules }: Readonly<ContractState>, part: ContractPart): boolean => {
  switch (part) {
    case 'budget':
    case 'term':
    case 'continuity':
    case 'access':
      return rules[part] !== undefined;
    case 'growth-path':
      return rules.growthPath !== undefined;
    default:
      return part satisfies never;
  }
};

function partLinks(m: Messages, account: Account, state: Readonly<ContractState>): Link[] {
  const t = m.watching.dossier;
  const base = `/contracts/${state.dossier}`;
  const links: readonly (readonly [boolean, string, string])[] = [
    ...CONTRACT_PARTS.map((part) => [hasPart(state, part), `${base}/${part}`, t.partNames[part]] as const),
    [mayCause(state, account, 'figures-recorded'), `${base}/figures-sheet`, t.sheet],
    [true, `${base}/rules`, t.rules],
    [mayAuditContracts(state, account), `${base}/re-run`, m.tender.pages.reRun],
    [mayAuditContracts(state, account), `${base}/log`, m.tender.pages.log],
    [mayAuditContracts(state, account), `${base}/dossier.json`, m.tender.pages.export],
  ];
  return links.filter(([shown]) => shown).map(([, href, label]) => ({ href, label }));
}

const TONES: Readonly<Partial<Record<GrowthStatus, 'success' | 'danger'>>> = {
  met: 'success',
  'on-track': 'success',
  missed: 'danger',
  'at-risk': 'danger',
};

function areaRow(
  m: Messages,
  base: string,
  { contract, term, growthPath, years }: AreaOverview,
  { budget }: Overview,
  today: string,
): AreaRow {
  const t = m.watching.dossier;
  const { area, provider, signed, ended } = contract;
  const year = Number(today.slice(0, 4));
  const steps = growthPath?.steps ?? [];
  // The norm that comes next; after the last one that.
  const step = steps.find(({ by }) => by >= today) ?? steps.at(-1);
  const shares = budget && 'outcome' in budget ? budget.outcome.years.find((one) => one.year === year)?.shares : null;
  const share = shares?.find(({ id }) => id === area.id);
  const complaints = years.find((one) => one.year === year)?.complaints;
  return {
    name: area.name,
    href: `${base}/areas/${area.id}`,
    provider: provider.name,
    members: provider.members.length === 0 ? null : m.format.list(provider.members),
    signed: signed ? m.format.date(signed.payload.signedOn) : t.notSigned,
    until: ended ? t.ended(m.format.date(ended.payload.on)) : m.format.date(term ? term.sureUntil : untilOf(contract)),
    growthPath: step
      ? {
          text: m.following.growth.statuses[step.status],
          norm: t.normOf(m.format.date(step.by)),
          tone: TONES[step.status] ?? null,
        }
      : null,
    complaints: complaints === undefined ? t.notKnown : String(complaints),
    budget: share ? euros(m, share.euro) : t.notKnown,
  };
}
