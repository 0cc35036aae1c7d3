import type { Account } from '../../actions/accounts.ts';
import type { Decisions } from '../../actions/decisions.ts';
import { kindOf } from '../../actions/kinds.ts';
import type { Finding } from '../../actions/prove-installation.ts';
import type { Tenders } from '../../actions/tenders.ts';
import { mayViewDecision } from '../../domain/decision/access.ts';
import { DOSSIER_ROLES, hasRole } from '../../domain/roles.ts';
import { lastSeenAt, mayViewTender } from '../../domain/tender/access.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { type TenderTask, tasksOf } from '../../domain/tender/tasks.ts';
import { attentionFor, statusInWords } from '../../explanation/status.ts';
import type { Messages } from '../../messages/messages.ts';
import { sentences } from '../../messages/sentence.ts';
import { ROOM } from './register.ts';

export interface Task {
  readonly tender: string;
  readonly text: string;
  readonly action: string;
  readonly href: string;
}

export interface HomeModel {
  readonly title: string;
  readonly lead: string;
  readonly todoTitle: string;
  readonly nothing: string;
  readonly tasks: readonly Task[];
  readonly dossiersTitle: string;
  readonly none: string;
  readonly rehearsal: { href: string; label: string } | null;
  readonly newTender: { href: string; label: string } | null;
  readonly showDossiers: boolean;
  readonly decisionsTitle: string;
  readonly newDecision: { href: string; label: string } | null;
  readonly decisions: readonly { title: string; href: string; phase: string; changed: string }[];
  readonly dossiers: readonly { title: string; href: string; phase: string; changed: string; facts: string }[];
  /** Tenders that were put away. */
  readonly archiveTitle: string;
  readonly archived: HomeModel['dossiers'];
}

/**
 * What this person can do now, first; then the dossiers that he or she may see.
 * @param keepsForms whether forms were kept for this account
 * @param findings what the last look at the whole database has found
 * @param chairless tenders whose chair is gone: for who can name another
 */
export function homeModel(
  m: Messages,
  account: Account,
  { readable, damaged }: ReturnType<Tenders['list']>,
  chosen: ReturnType<Decisions['list']>,
  keepsForms: boolean,
  findings: readonly Finding[],
  chairless: readonly Readonly<TenderState>[],
): HomeModel {
  const t = m.home.tasks;
  const visible = readable.filter((state) => mayViewTender(state, account));
  const atWork = visible.filter(({ archived }) => !archived);
  const foundDamaged = findings.flatMap(({ dossier }) =>
    dossier !== null && /^(tender|decision)-/.test(dossier) ? [dossier] : [],
  );
  const officer = hasRole(account, 'procurement-officer');
  return {
    title: m.home.title(account.name),
    lead: m.home.lead,
    todoTitle: m.home.todo,
    nothing: m.home.nothing,
    tasks: [
      ...(keepsForms ? [{ tender: m.kept.title, text: m.kept.waiting, action: m.kept.look, href: '/kept' }] : []),
      ...(hasRole(account, 'administrator')
        ? [
            ...chairless.map(({ title }) => ({
              tender: title,
              text: m.successions.task(title),
              action: m.successions.link,
              href: '/successions',
            })),
            { tender: m.app.accounts, text: t.accounts, action: t.accountsAction, href: '/accounts' },
          ]
        : []),
      ...(hasRole(account, 'auditor')
        ? [...new Set([...damaged, ...chosen.damaged, ...foundDamaged])].map((dossier) => ({
            tender: dossier,
            text: t.damaged,
            action: t.auditAction,
            href: `${ROOM[kindOf(dossier)]}/${dossier}/re-run`,
          }))
        : []),
      ...(hasRole(account, 'auditor') && findings.length > foundDamaged.length
        ? [{ tender: m.register.title, text: m.register.finding, action: m.register.look, href: '/register' }]
        : []),
      ...atWork.flatMap((state) => tasksOf(state, account).map((task) => taskInWords(m, account, state, task))),
    ],
    dossiersTitle: m.home.dossiers,
    none: officer ? m.home.noDossiersOfficer : m.home.noDossiers,
    rehearsal: officer || hasRole(account, 'auditor') ? { href: '/rehearsal', label: m.rehearsal.title } : null,
    newTender: officer ? { href: '/tenders/new', label: m.app.newTender } : null,
    showDossiers: hasRole(account, ...DOSSIER_ROLES),
    decisionsTitle: m.decision.list,
    newDecision: officer ? { href: '/decisions/new', label: m.decision.new } : null,
    decisions: chosen.readable
      .filter((state) => mayViewDecision(state, account))
      .map((state) => ({
        title: state.title,
        href: `/decisions/${state.dossier}`,
        phase: m.decision.phase[state.phase],
        changed: m.home.changed(m.format.moment(state.lastEventAt)),
      })),
    archiveTitle: m.home.archive,
    archived: visible.filter(({ archived }) => archived).map((state) => inList(m, account, state)),
    dossiers: atWork.map((state) => inList(m, account, state)),
  };
}

const inList = (m: Messages, account: Account, state: Readonly<TenderState>): HomeModel['dossiers'][number] => ({
  title: state.title,
  href: `/tenders/${state.dossier}`,
  phase: statusInWords(m, state, account),
  changed: m.home.changed(m.format.moment(lastSeenAt(state, account))),
  facts: m.tender.bidsCount(state.bids.size),
});

function taskInWords(m: Messages, account: Account, state: Readonly<TenderState>, task: TenderTask): Task {
  const t = m.home.tasks;
  const at = (text: string, action: string, path = ''): Task => ({
    tender: state.title,
    text,
    action,
    href: `/tenders/${state.dossier}${path}`,
  });
  switch (task.kind) {
    case 'register':
      return at(t.register, t.registerAction);
    case 'wait-for-assessors':
      return at(t.waitForAssessors(task.open), t.progressAction);
    case 'open-consensus':
      return at(t.openConsensus, t.openConsensusAction);
    case 'record-consensus':
      return at(t.consensus(task.open), t.consensusAction, '/consensus');
    case 'close-quality':
      return at(t.closeQuality, t.openConsensusAction);
    case 'record-prices':
      return at(m.prices.missingCount(task.open), m.prices.link, '/prices');
    case 'compute-award':
      return at(task.again ? t.computeAgain : t.computeAward, t.openConsensusAction);
    case 'record-draw':
      return at(m.tender.nextFor.draw.chair, t.drawAction, '/award');
    case 'decide':
      return at(
        sentences(statusInWords(m, state, account), ...attentionFor(m, state, account)),
        t.awardAction,
        '/award',
      );
    case 'assess':
      return at(t.assess(task.open), t.assessAction, '/assessments');
    case 'follow-consensus':
      return at(t.followConsensus, t.consensusAction, '/consensus');
    case 'declare-interests':
      return at(t.declare, t.declareAction, '/interests');
    case 'propose-opening':
      return at(t.proposeOpening, t.openPricesAction);
    case 'open-prices':
      return at(t.openPrices, t.openPricesAction);
    case 'lead-round':
      return at(t.leadRound, t.leadRoundAction);
    case 'read-report':
      return at(t.report, t.reportAction, '/report.pdf');
    case 're-run':
      return at(t.audit, t.auditAction, '/re-run');
    case 'read-log':
      return at(t.log, t.logAction, '/log');
    default:
      return task satisfies never;
  }
}
