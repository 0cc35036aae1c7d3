import type { Account } from '../../actions/accounts.ts';
import type { Decisions } from '../../actions/decisions.ts';
import type { Tenders } from '../../actions/tenders.ts';
import { placeKey } from '../../domain/rules/place.ts';
import { isAssessor, isChair, mayViewTender } from '../../domain/tender/access.ts';
import { openAssessments, openConsensus, openPrices } from '../../domain/tender/open-work.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { mayViewDecision } from './decision.ts';

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
}

/** What this person can do now, first; then the dossiers that he or she may see. */
export function homeModel(
  m: Messages,
  account: Account,
  { readable, damaged }: ReturnType<Tenders['list']>,
  chosen: ReturnType<Decisions['list']>,
): HomeModel {
  const visible = readable.filter((state) => mayViewTender(state, account));
  const officer = account.role === 'procurement-officer';
  return {
    title: m.home.title(account.name),
    lead: m.home.lead,
    todoTitle: m.home.todo,
    nothing: m.home.nothing,
    tasks: [
      ...(account.role === 'administrator'
        ? [
            {
              tender: m.app.accounts,
              text: m.home.tasks.accounts,
              action: m.home.tasks.accountsAction,
              href: '/accounts',
            },
          ]
        : []),
      ...(account.role === 'auditor'
        ? [
            ...damaged.map((dossier) => ({ dossier, room: '/tenders' })),
            ...chosen.damaged.map((dossier) => ({ dossier, room: '/decisions' })),
          ].map(({ dossier, room }) => ({
            tender: dossier,
            text: m.home.tasks.damaged,
            action: m.home.tasks.auditAction,
            href: `${room}/${dossier}/re-run`,
          }))
        : []),
      ...visible.flatMap((state) => tasksIn(m, account, state)),
    ],
    dossiersTitle: m.home.dossiers,
    none: officer ? m.home.noDossiersOfficer : m.home.noDossiers,
    rehearsal: officer || account.role === 'auditor' ? { href: '/rehearsal', label: m.rehearsal.title } : null,
    newTender: officer ? { href: '/tenders/new', label: m.app.newTender } : null,
    showDossiers: account.role !== 'administrator',
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
    dossiers: visible.map((state) => ({
      title: state.title,
      href: `/tenders/${state.dossier}`,
      phase: m.phases[state.phase],
      changed: m.home.changed(m.format.moment(state.lastEventAt)),
      facts: m.tender.bidsCount(state.bids.size),
    })),
  };
}

function tasksIn(m: Messages, account: Account, state: Readonly<TenderState>): Task[] {
  const t = m.home.tasks;
  const base = `/tenders/${state.dossier}`;
  const task = (text: string, action: string, href: string): Task[] => [{ tender: state.title, text, action, href }];

  if (account.role === 'auditor') {
    return state.phase === 'awarded'
      ? task(t.audit, t.auditAction, `${base}/re-run`)
      : task(t.log, t.logAction, `${base}/log`);
  }
  if (account.role === 'committee-member') return task(t.report, t.reportAction, `${base}/report.pdf`);
  if (isAssessor(state, account)) {
    if (state.phase === 'assessment') {
      const own = openAssessments(state).filter((one) => one.assessor === account.id);
      const drafts = own.filter(({ bid, lot }) => state.assessments.get(account.id)?.has(placeKey(bid, lot)));
      return own.length === 0 ? [] : task(t.assess(own.length, drafts.length), t.assessAction, `${base}/assessments`);
    }
    return state.phase === 'consensus' ? task(t.followConsensus, t.consensusAction, `${base}/consensus`) : [];
  }
  if (!isChair(state, account)) return [];
  switch (state.phase) {
    case 'registration':
      return task(t.register, t.registerAction, base);
    case 'assessment': {
      const open = openAssessments(state).length;
      return open > 0
        ? task(t.waitForAssessors(open), t.progressAction, base)
        : task(t.openConsensus, t.openConsensusAction, base);
    }
    case 'consensus': {
      const open = openConsensus(state).length;
      return open > 0
        ? task(t.consensus(open), t.consensusAction, `${base}/consensus`)
        : task(t.closeQuality, t.openConsensusAction, base);
    }
    case 'quality-closed':
      return openPrices(state).length > 0
        ? task(m.prices.missingCount(openPrices(state).length), m.prices.link, `${base}/prices`)
        : task(t.computeAward, t.openConsensusAction, base);
    case 'awarded':
      return task(t.award, t.awardAction, `${base}/award`);
  }
}
