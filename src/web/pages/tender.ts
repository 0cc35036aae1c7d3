import type { Account, Accounts } from '../../actions/accounts.ts';
import { hasRole, type Role } from '../../domain/roles.ts';
import { hasSealed } from '../../domain/rules/measures.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { RulesStanding } from '../../domain/rules/standing.ts';
import { isAssessor, isChair, mayViewProgress, mustDeclare } from '../../domain/tender/access.ts';
import { may } from '../../domain/tender/admit.ts';
import { openAssessments, openConsensus, openPrices } from '../../domain/tender/state/open-work.ts';
import {
  assessmentIn,
  assessorsIn,
  currentRound,
  everyAssessor,
  isAssigned,
  isHandedIn,
  openConflicts,
  openFurtherRound,
  placesOf,
  unscoredCells,
} from '../../domain/tender/state/rounds.ts';
import { everAwarded, type TenderState } from '../../domain/tender/state/state.ts';
import { stepsOf } from '../../domain/tender/steps.ts';
import { tasksOf } from '../../domain/tender/tasks.ts';
import { maySeeFindings, maySeeThing, type Thing } from '../../domain/tender/visibility.ts';
import { type Passage, type Prose, passagesOf, withTyped } from '../../explanation/blocks.ts';
import { nextStepInWords } from '../../explanation/next-step.ts';
import { rulesWarning } from '../../explanation/rules.ts';
import { attentionFor } from '../../explanation/status.ts';
import { describeError, inLanguage, type Messages } from '../../messages/messages.ts';
import { ACT_NAMES } from '../acts/acts.ts';
import { askingOf } from '../acts/tender-acts.ts';
import { refusalOfTenderStep, TENDER_STEPS, type TenderStep } from '../confirm/tender-steps.ts';
import { mayAct } from './acts.ts';
import { contractsLink } from './new-contracts.ts';
import type { OneLine } from './one-line.ts';
import { type Downloads, downloadsOf, sheetLinks } from './sheet.ts';
import { taskInWords } from './work.ts';

/** A step that changes the phase: where it is confirmed, and what it means; null text in `blocked` when it can be taken. */
export interface PhaseAction {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
  readonly blocked: string | null;
  /** What is to be done first, where this person can do it on another page. */
  readonly first: { readonly href: string; readonly label: string } | null;
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
  readonly attention: readonly (readonly Passage[])[];
  /** What this person has to do before seeing any bid. */
  readonly declare: { readonly href: string; readonly text: string; readonly label: string } | null;
  readonly action: PhaseAction | null;
  readonly pages: readonly { href: string; label: string }[];
  readonly progress: readonly AssessorProgress[];
  readonly progressDownloads: Downloads;
  readonly registration: null | {
    readonly registerHref: string;
    readonly sheetHref: string;
    readonly sheetLabel: string;
    /** An empty price sheet for bidders, where prices are asked. */
    readonly priceSheet: { readonly label: string; readonly links: ReturnType<typeof sheetLinks> } | null;
    readonly appointHref: string;
    readonly candidates: readonly Person[];
    /** Where the rules name teams, one of which an assessor belongs to. */
    readonly teams: readonly Person[];
    readonly nameHref: string;
    readonly auditors: readonly Person[];
    /** Who was named to look on, each with a button to take that back. */
    readonly releaseHref: string;
    readonly onlookers: readonly Person[];
  };
  /** What was said of each lot; empty while nothing was. */
  readonly lots: readonly { readonly name: string; readonly text: readonly Passage[] }[];
  readonly facts: readonly { term: string; value: string; code: boolean }[];
  /** For who leads it, once there is an award. */
  readonly contracts: { readonly href: string; readonly label: string } | null;
  readonly line: OneLine;
}

/** @param chosenModel the name of the contract model that was chosen for this tender */
export function tenderModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  accounts: Accounts,
  chosenModel: string | null,
  standing: RulesStanding,
  line: OneLine,
): TenderModel {
  const taken = new Set([state.chair, ...everyAssessor(state), ...state.onlookers]);
  const candidates = (role: Role): Person[] =>
    accounts
      .list()
      .filter((one) => hasRole(one, role) && !one.closed && !taken.has(one.id))
      .map(({ id, name }) => ({ id, name }));
  const listOf = (people: readonly string[]): string =>
    people.length === 0 ? m.common.none : m.format.list(people.map(accounts.nameOf));
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
    attention: [
      ...[rulesWarning(m, standing) ?? []].flat(),
      ...openMatters(m, account, state, accounts),
      ...attentionFor(m, state, account),
    ].map(passagesOf),
    declare: mustDeclare(state, account.id)
      ? { href: `/tenders/${state.dossier}/interests`, text: m.tender.declare, label: m.tender.declareLink }
      : null,
    action: phaseAction(m, account, state),
    lots: lotsSaid(m, state),
    contracts: contractsLink(m, account, state),
    line,
    pages: pagesFor(m, account, state, accounts),
    progress: awaitsAssessors(state) && mayViewProgress(state, account) ? progressOf(m, state, accounts) : [],
    progressDownloads: downloadsOf(m, `/tenders/${state.dossier}/progress`),
    registration: may(state, account.id, 'bid-registered')
      ? {
          registerHref: `/tenders/${state.dossier}/bids/new`,
          sheetHref: `/tenders/${state.dossier}/bids/sheet`,
          sheetLabel: m.sheets.bids.link,
          priceSheet: hasSealed(state.rules)
            ? {
                label: m.prices.keep.sheet.blank,
                links: sheetLinks(m, `/tenders/${state.dossier}/price-sheet`, m.prices.keep.sheet.blank),
              }
            : null,
          appointHref: `/tenders/${state.dossier}/assessors`,
          candidates: candidates('assessor'),
          teams: (state.rules.course?.teams ?? []).map(({ id, name }) => ({ id, name: inLanguage(name, m) })),
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
      ...(['deputies', 'witnesses', 'keepers'] as const)
        .filter((who) => state[who].size > 0)
        .map((who) => ({ term: m.tender[who], value: listOf([...state[who]]), code: false })),
      ...(chosenModel !== null ? [{ term: m.decision.report.chosen, value: chosenModel, code: false }] : []),
      { term: m.common.bidders, value: String(state.bids.size), code: false },
      {
        term: m.tender.assessors,
        value: listOf(everyAssessor(state)),
        code: false,
      },
      {
        term: m.tender.onlookers,
        value: listOf([...state.onlookers]),
        code: false,
      },
    ],
  };
}

/** The steps that lead a tender on, in their order. */
const FORWARD = [
  'openAssessment',
  'openConsensus',
  'closeQuality',
  'computeAward',
] as const satisfies readonly TenderStep[];

/** The one step that leads on, for who may take it: of a further round, of two people who open the prices, else of the tender. */
function phaseAction(m: Messages, account: Account, state: Readonly<TenderState>): PhaseAction | null {
  const base = `/tenders/${state.dossier}`;
  const ofRound = (['openRoundConsensus', 'closeRound'] as const).find((step) =>
    may(state, account.id, TENDER_STEPS[step].type),
  );
  if (ofRound) {
    const opens = ofRound === 'openRoundConsensus';
    return {
      href: `${base}/${TENDER_STEPS[ofRound].path}`,
      label: opens ? m.rounds.openConsensus : m.rounds.close,
      hint: opens ? m.rounds.openConsensusHint : m.rounds.closeHint,
      blocked: refusalInWords(m, account, state, ofRound),
      first: null,
    };
  }
  const opening = openingAct(account, state);
  if (opening) {
    const { title, lead } = m.acts.names[opening];
    return { href: `${base}/acts/${opening}`, label: title, hint: lead, blocked: null, first: null };
  }
  const step = isChair(state, account)
    ? FORWARD.find((name) => may(state, account.id, TENDER_STEPS[name].type))
    : undefined;
  if (!step) return null;
  return {
    href: `${base}/${TENDER_STEPS[step].path}`,
    label: m.tender[step],
    hint: m.tender[`${step}Hint`],
    blocked: blockedBecause(m, account, state, step),
    first: workFirst(m, account, state),
  };
}

/** The page on which somebody goes on with what is still open. */
function workFirst(m: Messages, account: Account, state: Readonly<TenderState>): PhaseAction['first'] {
  const [task] = tasksOf(state, account);
  const said = task && taskInWords(m, task);
  return said && said.path !== '' ? { href: `/tenders/${state.dossier}${said.path}`, label: said.label } : null;
}

/** The step of the two that open the prices that this person can take now. */
function openingAct(account: Account, state: Readonly<TenderState>): 'propose-opening' | 'open-prices' | null {
  if (state.phase !== 'quality-closed' || !hasSealed(state.rules)) return null;
  const { openingProposedBy } = state;
  if (openingProposedBy !== null && openingProposedBy !== account.id && may(state, account.id, 'prices-opened')) {
    return 'open-prices';
  }
  const proposes = openingProposedBy === null && !state.pricesOpened && may(state, account.id, 'opening-proposed');
  return proposes ? 'propose-opening' : null;
}

/** What stands in the way of the tender as a whole, for who leads it. */
function openMatters(m: Messages, account: Account, state: Readonly<TenderState>, accounts: Accounts): Prose[] {
  const t = m.tender;
  const general: Prose[] = [
    ...(state.stopped === null ? [] : [withTyped(m, t.stopped(state.stopped), state.stopped)]),
    ...(state.archived ? [t.archived] : []),
  ];
  if (!isChair(state, account) || state.course === 'stopped') return general;
  const under = openFurtherRound(state);
  const conflicts = openConflicts(state).length;
  const unscored = state.roundPhase === 'none' && state.phase === 'quality-closed' ? unscoredCells(state).length : 0;
  const undeclared = [state.chair, ...assessorsIn(currentRound(state))].filter((one) => mustDeclare(state, one));
  return [
    ...general,
    ...(under?.stage === 'assessment' ? [t.underWay.assessment(openAssessments(state).length)] : []),
    ...(under?.stage === 'consensus' ? [t.underWay.consensus(openConsensus(state).length)] : []),
    ...(unscored > 0 ? [t.unscored(unscored)] : []),
    ...(conflicts > 0 ? [t.openConflicts(conflicts)] : []),
    ...(undeclared.length > 0 ? [t.undeclared(m.format.list(undeclared.map(accounts.nameOf)))] : []),
  ];
}

function lotsSaid(m: Messages, { rules, lots, bids }: Readonly<TenderState>): TenderModel['lots'] {
  const t = m.tender.lotSaid;
  const names = namesOf(rules, bids.values());
  return [...lots].map(([lot, said]) => {
    const name = names.lot(lot);
    switch (said.is) {
      case 'sent':
        return { name, text: passagesOf(t.sent(m.format.date(said.on))) };
      case 'fixed':
        return { name, text: passagesOf(t.fixed(names.bidder(said.bid))) };
      case 'withdrawn':
        return { name, text: passagesOf(withTyped(m, t.withdrawn(said.reason), said.reason)) };
      default:
        return said satisfies never;
    }
  });
}

function blockedBecause(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  step: (typeof FORWARD)[number],
): string | null {
  if (step === 'computeAward') {
    const unscored = unscoredCells(state).length;
    if (unscored > 0) return m.tender.unscored(unscored);
    if (state.openingProposedBy !== null) return m.acts.names['propose-opening'].done;
    const open = openPrices(state).length;
    return open > 0 ? m.prices.missingCount(open) : null;
  }
  return refusalInWords(m, account, state, step);
}

function refusalInWords(m: Messages, account: Account, state: Readonly<TenderState>, step: TenderStep): string | null {
  const refusal = refusalOfTenderStep(state, account.id, step);
  return refusal ? describeError(m, refusal, namesOf(state.rules, state.bids.values())) : null;
}

function pagesFor(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  accounts: Accounts,
): { href: string; label: string }[] {
  const p = m.tender.pages;
  const sees = (thing: Thing): boolean => maySeeThing(state, account, thing);
  const priced = hasSealed(state.rules);
  const recordsPrices = may(state, account.id, 'price-recorded') && !everAwarded(state);
  const asking = askingOf(m, state, account, accounts);
  const seesRounds = state.rounds.length > 1 && state.rounds.some((round) => maySeeFindings(state, account, round));
  const acts = ACT_NAMES.some((name) => mayAct(asking, name));
  const pages: readonly (readonly [boolean, string, string])[] = [
    [isAssessor(state, account), 'assessments', p.assessments],
    [sees('others-scores') && state.lastOf.has('consensus-opened'), 'consensus', p.consensus],
    [
      priced && sees('price-forms') && reachedPrices(state),
      'prices',
      recordsPrices ? m.prices.link : m.prices.viewLink,
    ],
    [sees('award'), 'award', p.award],
    [sees('award'), 'award/guards', m.rehearsal.guards],
    [sees('letters'), 'letters', m.letters.page.title],
    [sees('rules'), 'papers', m.records.page.title],
    [sees('report'), 'report.pdf', p.report],
    [sees('rules'), 'rules', p.rules],
    [sees('rules') && hasDates(state), 'dates', m.dates.title],
    [sees('bids'), 'bids', p.bids],
    [may(state, account.id, 'interests-declared') && state.bids.size > 0, 'interests', m.interests.title],
    [priced && may(state, account.id, 'price-sealed'), 'sealed-prices', m.prices.keep.link],
    [seesRounds, 'rounds', p.rounds],
    [acts, 'acts', p.acts],
    [sees('re-run'), 're-run', p.reRun],
    [sees('log'), 'log', p.log],
    [sees('export'), 'dossier.json', p.export],
  ];
  return pages
    .filter(([shown]) => shown)
    .map(([, path, label]) => ({ href: `/tenders/${state.dossier}/${path}`, label }));
}

const hasDates = ({ rules, lots }: Readonly<TenderState>): boolean =>
  (rules.course?.dates ?? []).length > 0 || [...lots.values()].some(({ is }) => is === 'sent');

/** The page of prices is there once they are open. */
const reachedPrices = ({ pricesOpened, prices, phase }: Readonly<TenderState>): boolean =>
  pricesOpened !== null || prices.size > 0 || phase === 'awarded';

/** While assessors are at work, in whatever round. */
const awaitsAssessors = ({ roundPhase }: Readonly<TenderState>): boolean => roundPhase === 'assessment';

/** How far an assessor is, in bids in a lot. */
export interface AssessorProgress {
  readonly assessor: string;
  readonly done: number;
  readonly all: number;
  readonly drafts: number;
  readonly text: string;
}

/** How far each assessor is in the last round. */
export function progressOf(m: Messages, state: Readonly<TenderState>, accounts: Accounts): readonly AssessorProgress[] {
  const round = currentRound(state);
  const places = placesOf(state, round);
  return assessorsIn(round).map((assessor) => {
    const own = places.filter((place) => isAssigned(state, round, assessor, place));
    const all = own.length;
    const done = own.filter((place) => isHandedIn(state, round, assessor, place)).length;
    const begun = own.filter((place) => assessmentIn(round, assessor, place) !== undefined).length;
    return {
      assessor: accounts.nameOf(assessor),
      done,
      all,
      drafts: begun - done,
      text: m.tender.progressText(done, all),
    };
  });
}
