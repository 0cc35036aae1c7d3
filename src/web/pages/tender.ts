import type { Account, Accounts } from '../../actions/accounts.ts';
import { hasRole, type Role } from '../../domain/roles.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import type { RulesStanding } from '../../domain/rules/standing.ts';
import { assessedPlaces } from '../../domain/scoring/input.ts';
import { isAssessor, isChair, mayViewProgress } from '../../domain/tender/access.ts';
import { may, refusalOf } from '../../domain/tender/admit.ts';
import type { TenderEventType } from '../../domain/tender/events.ts';
import { openPrices } from '../../domain/tender/open-work.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { stepsOf } from '../../domain/tender/steps.ts';
import { maySeeThing, type Thing } from '../../domain/tender/visibility.ts';
import { nextStepInWords } from '../../explanation/next-step.ts';
import { rulesWarning } from '../../explanation/rules.ts';
import { attentionFor } from '../../explanation/status.ts';
import { describeError, inLanguage, type Messages } from '../../messages/messages.ts';

/** A button that changes the phase, with what it means; null text in `blocked` when it can be pressed. */
export interface PhaseAction {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
  readonly blocked: string | null;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface TenderModel {
  readonly title: string;
  readonly text: Messages['tender'];
  readonly labels: Messages['common'];
  readonly phases: readonly { label: string; state: 'done' | 'current' | 'to-come'; stateText: string }[];
  readonly next: string;
  /** What in the award asks attention, for who may see it. */
  readonly attention: readonly string[];
  readonly action: PhaseAction | null;
  readonly pages: readonly { href: string; label: string }[];
  readonly progress: readonly { assessor: string; done: number; all: number; drafts: number; text: string }[];
  readonly registration: null | {
    readonly registerHref: string;
    readonly appointHref: string;
    readonly candidates: readonly Person[];
    readonly nameHref: string;
    readonly auditors: readonly Person[];
    /** Who was named to look on, each with a button to take that back. */
    readonly releaseHref: string;
    readonly onlookers: readonly Person[];
  };
  readonly facts: readonly { term: string; value: string; code: boolean }[];
}

/** @param chosenModel the name of the contract model that was chosen for this tender */
export function tenderModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  accounts: Accounts,
  chosenModel: string | null,
  standing: RulesStanding,
): TenderModel {
  const taken = new Set([state.chair, ...state.assessors, ...state.onlookers]);
  const candidates = (role: Role): Person[] =>
    accounts
      .list()
      .filter((one) => hasRole(one, role) && !one.closed && !taken.has(one.id))
      .map(({ id, name }) => ({ id, name }));
  const stateTexts = { done: m.tender.done, current: m.tender.current, 'to-come': m.tender.toCome };
  return {
    title: state.title,
    text: m.tender,
    labels: m.common,
    phases: stepsOf(state, account).map(({ step, progress }) => ({
      label: m.tender.steps[step],
      state: progress,
      stateText: stateTexts[progress],
    })),
    next: nextStepInWords(m, state, account),
    attention: [...[rulesWarning(m, standing) ?? []].flat(), ...attentionFor(m, state, account)],
    action: isChair(state, account) ? phaseAction(m, state) : null,
    pages: pagesFor(m, account, state),
    progress: awaitsAssessors(state) && mayViewProgress(state, account) ? progress(state, accounts, m) : [],
    registration: may(state, account.id, 'bid-registered')
      ? {
          registerHref: `/tenders/${state.dossier}/bids/new`,
          appointHref: `/tenders/${state.dossier}/assessors`,
          candidates: candidates('assessor'),
          nameHref: `/tenders/${state.dossier}/auditors`,
          auditors: candidates('auditor'),
          releaseHref: `/tenders/${state.dossier}/auditors/release`,
          onlookers: [...state.onlookers].map((id) => ({ id, name: accounts.nameOf(id) })),
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
      {
        term: m.tender.onlookers,
        value: state.onlookers.size === 0 ? m.common.none : m.format.list([...state.onlookers].map(accounts.nameOf)),
        code: false,
      },
    ],
  };
}

/** The steps that lead a tender on: what each is called, and what still stands in its way. */
const FORWARD = [
  { type: 'assessment-opened', path: 'assessment/open', label: 'openAssessment', hint: 'openAssessmentHint' },
  { type: 'consensus-opened', path: 'consensus/open', label: 'openConsensus', hint: 'openConsensusHint' },
  { type: 'quality-closed', path: 'quality/close', label: 'closeQuality', hint: 'closeQualityHint' },
  { type: 'award-computed', path: 'award', label: 'computeAward', hint: 'computeAwardHint' },
] as const satisfies readonly {
  type: TenderEventType;
  path: string;
  label: keyof Messages['tender'];
  hint: keyof Messages['tender'];
}[];

function phaseAction(m: Messages, state: Readonly<TenderState>): PhaseAction | null {
  const step = FORWARD.find(({ type }) => may(state, state.chair, type));
  if (!step) return null;
  return {
    href: `/tenders/${state.dossier}/${step.path}`,
    label: m.tender[step.label],
    hint: m.tender[step.hint],
    blocked: blockedBecause(m, state, step.type),
  };
}

function blockedBecause(
  m: Messages,
  state: Readonly<TenderState>,
  type: (typeof FORWARD)[number]['type'],
): string | null {
  if (type === 'award-computed') {
    const open = openPrices(state).length;
    return open > 0 ? m.prices.missingCount(open) : null;
  }
  const refusal = refusalOf(state, state.chair, { type, payload: {} });
  return refusal ? describeError(m, refusal) : null;
}

function pagesFor(m: Messages, account: Account, state: Readonly<TenderState>): { href: string; label: string }[] {
  const p = m.tender.pages;
  const sees = (thing: Thing): boolean => maySeeThing(state, account, thing);
  const priced = hasSealed(state.rules);
  const recordsPrices = may(state, account.id, 'price-recorded') && !state.everAwarded;
  const pages: readonly (readonly [boolean, string, string])[] = [
    [isAssessor(state, account), 'assessments', p.assessments],
    [sees('others-scores') && state.lastOf.has('consensus-opened'), 'consensus', p.consensus],
    [priced && sees('price-forms'), 'prices', recordsPrices ? m.prices.link : m.prices.viewLink],
    [sees('award'), 'award', p.award],
    [sees('award'), 'award/guards', m.rehearsal.guards],
    [sees('report'), 'report.pdf', p.report],
    [sees('rules'), 'rules', p.rules],
    [sees('bids'), 'bids', p.bids],
    [may(state, account.id, 'bid-set-aside'), 'set-aside', m.setAside.title],
    [sees('re-run'), 're-run', p.reRun],
    [sees('log'), 'log', p.log],
    [sees('export'), 'dossier.json', p.export],
  ];
  return pages
    .filter(([shown]) => shown)
    .map(([, path, label]) => ({ href: `/tenders/${state.dossier}/${path}`, label }));
}

const awaitsAssessors = (state: Readonly<TenderState>): boolean => may(state, state.chair, 'consensus-opened');

function progress(state: Readonly<TenderState>, accounts: Accounts, m: Messages): TenderModel['progress'] {
  const all = assessedPlaces(state.rules, state.bids.values()).length;
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
