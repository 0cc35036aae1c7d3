import { type KindName, kindOf } from '../../actions/kinds.ts';
import type { Finding, InstallationProof } from '../../actions/prove-installation.ts';
import { DomainError } from '../../domain/errors.ts';
import { commandLine } from '../../explanation/verification.ts';
import { describeError, type Messages } from '../../messages/messages.ts';
import type { RegisterPlace } from '../../storage/event-store.ts';
import type { Prover } from '../context.ts';

/** Where the dossiers of a kind are. */
export const ROOM: Readonly<Record<KindName, string>> = {
  tender: '/tenders',
  decision: '/decisions',
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
}

/** The register as it stands, and what the last look at the whole database has found. */
export function registerModel(
  m: Messages,
  { position, register }: RegisterPlace,
  prover: Prover | null,
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

/** Where a dossier with a finding can be looked at; nowhere for what is no kind of dossier. */
function hrefOf({ dossier, code }: Finding): string | null {
  if (dossier === null || code === 'unknown-kind') return null;
  const kind = kindOf(dossier);
  return kind === 'accounts' ? `${ROOM[kind]}/log` : `${ROOM[kind]}/${dossier}/re-run`;
}
