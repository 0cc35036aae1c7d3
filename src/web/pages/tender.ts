import type { Account, Accounts } from '../../actions/accounts.ts';
import { pricedRules } from '../../domain/rules/price-rules.ts';
import { assessedLots } from '../../domain/scoring/input.ts';
import { isAssessor, isChair, mayAudit, mayViewAward, mayViewIndividualScores } from '../../domain/tender/access.ts';
import { openAssessments, openConsensus, openPrices } from '../../domain/tender/open-work.ts';
import type { Phase, TenderState } from '../../domain/tender/state.ts';
import { nextStepInWords } from '../../explanation/next-step.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';

/** A button that changes the phase, with what it means; null text in `blocked` when it can be pressed. */
export interface PhaseAction {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
  readonly blocked: string | null;
}

export interface TenderModel {
  readonly title: string;
  readonly text: Messages['tender'];
  readonly labels: Messages['common'];
  readonly phases: readonly { label: string; state: 'done' | 'current' | 'to-come'; stateText: string }[];
  readonly next: string;
  readonly action: PhaseAction | null;
  readonly pages: readonly { href: string; label: string }[];
  readonly progress: readonly { assessor: string; done: number; all: number; drafts: number; text: string }[];
  readonly registration: null | {
    readonly registerHref: string;
    readonly appointHref: string;
    readonly candidates: readonly { id: string; name: string }[];
  };
  readonly facts: readonly { term: string; value: string; code: boolean }[];
}

const PHASES: readonly Phase[] = ['registration', 'assessment', 'consensus', 'quality-closed', 'awarded'];

/** @param chosenModel the name of the contract model that was chosen for this tender */
export function tenderModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  accounts: Accounts,
  chosenModel: string | null,
): TenderModel {
  const at = PHASES.indexOf(state.phase);
  const stateOf = (index: number): 'done' | 'current' | 'to-come' =>
    index < at || state.phase === 'awarded' ? 'done' : index === at ? 'current' : 'to-come';
  const stateTexts = { done: m.tender.done, current: m.tender.current, 'to-come': m.tender.toCome };
  const chair = isChair(state, account);
  return {
    title: state.title,
    text: m.tender,
    labels: m.common,
    phases: PHASES.map((phase, index) => ({
      label: m.phases[phase],
      state: stateOf(index),
      stateText: stateTexts[stateOf(index)],
    })),
    next: nextStepInWords(m, state, chair),
    action: chair ? phaseAction(m, state) : null,
    pages: pagesFor(m, account, state),
    progress: chair || account.role === 'auditor' ? progress(state, accounts, m) : [],
    registration:
      chair && state.phase === 'registration'
        ? {
            registerHref: `/tenders/${state.dossier}/bids/new`,
            appointHref: `/tenders/${state.dossier}/assessors`,
            candidates: accounts
              .list()
              .filter((one) => one.role === 'assessor' && !one.closed && !state.assessors.has(one.id))
              .map(({ id, name }) => ({ id, name })),
          }
        : null,
    facts: [
      {
        term: m.tender.rulesLabel,
        value: m.tender.rulesVersion(inLanguage(state.rules.title, m), state.rules.version),
        code: false,
      },
      { term: m.tender.rulesHash, value: state.rulesSha256, code: true },
      { term: m.tender.chair, value: accounts.nameOf(state.chair), code: false },
      ...(chosenModel !== null ? [{ term: m.decision.report.chosen, value: chosenModel, code: false }] : []),
      { term: m.common.bidders, value: String(state.bids.size), code: false },
      {
        term: m.tender.assessors,
        value: state.assessors.size === 0 ? m.common.none : m.format.list([...state.assessors].map(accounts.nameOf)),
        code: false,
      },
    ],
  };
}

function phaseAction(m: Messages, state: Readonly<TenderState>): PhaseAction | null {
  const t = m.tender;
  const base = `/tenders/${state.dossier}`;
  switch (state.phase) {
    case 'registration': {
      const blocked =
        state.assessors.size === 0
          ? m.errors['no-assessors']({})
          : assessedLots(state.rules, state.bids.values()).length === 0
            ? m.errors['no-valid-bids']({})
            : null;
      return { href: `${base}/assessment/open`, label: t.openAssessment, hint: t.openAssessmentHint, blocked };
    }
    case 'assessment': {
      const open = openAssessments(state).length;
      const blocked = open > 0 ? t.openAssessments(open) : null;
      return { href: `${base}/consensus/open`, label: t.openConsensus, hint: t.openConsensusHint, blocked };
    }
    case 'consensus': {
      const open = openConsensus(state).length;
      const blocked = open > 0 ? t.openConsensusScores(open) : null;
      return { href: `${base}/quality/close`, label: t.closeQuality, hint: t.closeQualityHint, blocked };
    }
    case 'quality-closed': {
      const open = openPrices(state).length;
      const blocked = open > 0 ? m.prices.missingCount(open) : null;
      return { href: `${base}/award`, label: t.computeAward, hint: t.computeAwardHint, blocked };
    }
    case 'awarded':
      return null;
  }
}

function pagesFor(m: Messages, account: Account, state: Readonly<TenderState>): { href: string; label: string }[] {
  const p = m.tender.pages;
  const base = `/tenders/${state.dossier}`;
  const pricesOpen =
    pricedRules(state.rules.price) !== undefined && ['quality-closed', 'awarded'].includes(state.phase);
  const pages: readonly (readonly [boolean, string, string])[] = [
    [isAssessor(state, account), 'assessments', p.assessments],
    [mayViewIndividualScores(state, account) && state.phase !== 'assessment', 'consensus', p.consensus],
    [pricesOpen && isChair(state, account) && !state.everAwarded, 'prices', m.prices.link],
    [
      pricesOpen && (isChair(state, account) ? state.everAwarded : mayAudit(state, account)),
      'prices',
      m.prices.viewLink,
    ],
    [mayViewAward(state, account), 'award', p.award],
    [mayViewAward(state, account), 'award/guards', m.rehearsal.guards],
    [mayViewAward(state, account), 'report.pdf', p.report],
    [true, 'rules', p.rules],
    [true, 'bids', p.bids],
    [isChair(state, account) && ['quality-closed', 'awarded'].includes(state.phase), 'set-aside', m.setAside.title],
    [account.role === 'auditor', 're-run', p.reRun],
    [account.role === 'auditor', 'log', p.log],
    [account.role === 'auditor', 'dossier.json', p.export],
  ];
  return pages.filter(([may]) => may).map(([, path, label]) => ({ href: `${base}/${path}`, label }));
}

function progress(state: Readonly<TenderState>, accounts: Accounts, m: Messages): TenderModel['progress'] {
  if (state.phase === 'registration') return [];
  const all = assessedLots(state.rules, state.bids.values()).length;
  return [...state.assessors].map((assessor) => {
    const own = [...(state.assessments.get(assessor)?.values() ?? [])];
    const done = own.filter((assessment) => assessment.submitted).length;
    return {
      assessor: accounts.nameOf(assessor),
      done,
      all,
      drafts: own.length - done,
      text: m.tender.progressText(done, all),
    };
  });
}
