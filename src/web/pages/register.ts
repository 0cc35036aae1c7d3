import type { AuditedDossier } from '../../actions/audited-dossiers.ts';
import { type KindName, kindOf } from '../../actions/kinds.ts';
import type { Page } from '../../actions/lists.ts';
import type { Finding, InstallationProof } from '../../actions/prove-installation.ts';
import { DomainError } from '../../domain/errors.ts';
import { statusInWords } from '../../explanation/status.ts';
import { commandLine } from '../../explanation/verification.ts';
import { describeError, forRules, type Messages } from '../../messages/messages.ts';
import type { RegisterPlace } from '../../storage/event-store.ts';
import type { Prover } from '../context.ts';
import type { HiddenField } from './fields.ts';
import { type Pager, pager } from './pager.ts';

/** Where the dossiers of a kind are. */
export const ROOM: Readonly<Record<KindName, string>> = {
  tender: '/tenders',
  decision: '/decisions',
  contract: '/contracts',
  plan: '/plans',
  accounts: '/accounts',
};

export interface RegisterModel {
  readonly text: Messages['register'];
  readonly length: string;
  readonly head: string;
  readonly tone: 'ok' | 'info' | 'error';
  readonly verdict: string;
  readonly again: string | null;
  readonly findings: readonly {
    readonly where: string;
    readonly what: string;
    readonly href: string | null;
    readonly link: string;
  }[];
  readonly warnings: readonly string[];
  readonly checks: readonly string[];
  readonly command: string;
  readonly dossiers: {
    readonly rows: readonly DossierRow[];
    readonly pager: Pager | null;
    /** Null where this server proves nothing. */
    readonly action: string | null;
    /** The page that is shown, to come back to. */
    readonly page: HiddenField;
    readonly refresh: string | null;
  };
}

interface DossierRow {
  readonly dossier: string;
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  readonly events: string;
  readonly state: string;
  readonly verdict: {
    readonly text: string;
    readonly tone: 'success' | 'danger' | null;
    readonly notes: readonly string[];
  };
  readonly links: readonly { readonly href: string; readonly label: string; readonly full: string }[];
  readonly verify: string;
}

/** The register as it stands, what the last look at the whole database has found, and every dossier with its last check. @param page from 1 */
export function registerModel(
  m: Messages,
  { position, register }: RegisterPlace,
  prover: Prover | null,
  found: Page<AuditedDossier>,
  page: number,
): RegisterModel {
  const t = m.register;
  const state = prover?.state();
  const last = state?.last ?? null;
  const findings = last?.proof.findings ?? [];
  return {
    text: t,
    length: m.format.decimal(String(position)),
    head: register,
    ...verdictOf(m, state),
    again: last && state?.running ? t.again : null,
    findings: findings.map((finding) => ({
      where: finding.dossier ?? t.overAll,
      what: describeError(m, new DomainError(finding.code, finding.details)),
      href: hrefOf(finding),
      link: finding.dossier === null ? '' : t.toDossier(finding.dossier),
    })),
    warnings: last ? warningsOf(m, last.proof) : [],
    checks: last ? checksOf(m, last.proof) : [],
    command: commandLine('verify data/gunwijzer.sqlite --register register.txt'),
    dossiers: {
      rows: found.rows.map((row) => dossierRow(m, row, state)),
      pager: pager(m, found.total, page, (number) => addressOfPage(number)),
      action: prover ? '/register/verify' : null,
      page: { name: 'page', value: String(page) },
      refresh: state && (state.running || state.asked.size > 0) ? addressOfPage(page) : null,
    },
  };
}

function verdictOf(
  m: Messages,
  state: ReturnType<Prover['state']> | undefined,
): Pick<RegisterModel, 'tone' | 'verdict'> {
  const t = m.register.verdict;
  if (!state) return { tone: 'info', verdict: t.notHere };
  if (state.failed) return { tone: 'error', verdict: t.failed };
  if (!state.last) return { tone: 'info', verdict: t.never };
  const { proof, at } = state.last;
  const moment = m.format.moment(at.toISOString());
  const { length } = proof.findings;
  return length === 0
    ? { tone: 'ok', verdict: t.fine(moment) }
    : { tone: 'error', verdict: t.findings(moment, length) };
}

function warningsOf(m: Messages, { dossiers }: InstallationProof): string[] {
  const named = dossiers.filter(({ rules }) => rules === 'name-of-published').map(({ dossier }) => dossier);
  return named.length === 0 ? [] : [m.register.namesOfPublished(named)];
}

const checksOf = (m: Messages, { register, dossiers, passwords, documents }: InstallationProof): string[] => [
  m.register.checkedRegister(register.length),
  m.register.checkedDossiers(dossiers.length),
  m.register.checkedPasswords(passwords.bound, passwords.unbound),
  ...(documents > 0 ? [m.documents.checked(documents)] : []),
];

/** The address of a page of the dossiers, from 1. */
export const addressOfPage = (page: number): string => (page === 1 ? '/register' : `/register?page=${page}`);

function dossierRow(m: Messages, row: AuditedDossier, state: ReturnType<Prover['state']> | undefined): DossierRow {
  const t = m.register.dossiers;
  const { dossier, kind } = row;
  const title = titleOf(m, row);
  const base = kind === 'accounts' ? ROOM.accounts : `${ROOM[kind]}/${dossier}`;
  return {
    dossier,
    title,
    href: kind === 'accounts' ? `${base}/log` : base,
    kind: m.statement.kinds[kind],
    events: m.format.grouped(String(row.events), 0),
    state: standingOf(m, row),
    verdict: verdictOn(m, row, state),
    links: [
      { href: `${base}/log`, label: t.log, full: t.logOf(title) },
      ...(hasReRun(row) ? [{ href: `${base}/re-run`, label: t.reRun, full: t.reRunOf(title) }] : []),
    ],
    verify: t.verifyOf(title),
  };
}

function titleOf(m: Messages, row: AuditedDossier): string {
  switch (row.kind) {
    case 'tender':
      return row.tender.title;
    case 'decision':
      return row.decision.title;
    case 'contract':
      return row.contract.title;
    case 'plan':
      return row.plan.title;
    case 'accounts':
      return m.register.dossiers.accounts;
    default:
      return row satisfies never;
  }
}

/** Of a tender the page of the re-run is there for certain when there is an award; its own page leads there sooner. */
const hasReRun = (row: AuditedDossier): boolean =>
  row.kind === 'decision' ||
  row.kind === 'contract' ||
  (row.kind === 'tender' && row.tender.seat.status.kind === 'award');

function standingOf(m: Messages, row: AuditedDossier): string {
  switch (row.kind) {
    case 'tender':
      return statusInWords(forRules(m, { award: row.tender.words }), row.tender.seat.status);
    case 'decision':
      return m.decision.phase[row.decision.seat.phase];
    case 'contract':
      return m.contractLog.phase[row.contract.seat.phase];
    case 'plan':
      return m.purchasePlan.phase[row.plan.seat.phase];
    case 'accounts':
      return '–';
    default:
      return row satisfies never;
  }
}

/** What the last check of a dossier has found: of it alone, or with everything. */
function verdictOn(
  m: Messages,
  { dossier, events }: AuditedDossier,
  state: ReturnType<Prover['state']> | undefined,
): DossierRow['verdict'] {
  const t = m.register.dossiers;
  if (state?.asked.has(dossier)) return { text: t.waits, tone: null, notes: [] };
  const one = state?.ones.get(dossier);
  const last = state?.last;
  const at = one?.at ?? last?.at;
  if (!at) return { text: t.never, tone: null, notes: [] };
  const findings = one?.proof.findings ?? last?.proof.findings.filter((finding) => finding.dossier === dossier) ?? [];
  const inOrder = one ? one.proof.inOrder : last?.proof.dossiers.find((proven) => proven.dossier === dossier);
  const moment = t.at(m.format.moment(at.toISOString()));
  if (findings.length > 0) {
    const told = findings.map(({ code, details }) => describeError(m, new DomainError(code, details)));
    return { text: t.wrong, tone: 'danger', notes: [...told, moment] };
  }
  if (!inOrder) return { text: t.never, tone: null, notes: [] };
  const notes = [
    ...(inOrder.outcome === 'confirmed' ? [t.confirmed] : []),
    ...(inOrder.events < events ? [t.grown(inOrder.events)] : []),
    moment,
  ];
  return { text: t.good, tone: 'success', notes };
}

/** Where a dossier with a finding can be looked at; nowhere for what is no kind of dossier. */
function hrefOf({ dossier, code }: Finding): string | null {
  if (dossier === null || code === 'unknown-kind') return null;
  const kind = kindOf(dossier);
  return kind === 'accounts' ? `${ROOM[kind]}/log` : `${ROOM[kind]}/${dossier}/re-run`;
}
