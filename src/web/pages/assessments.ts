import type { Account, Accounts } from '../../actions/accounts.ts';
import type { OwnWork } from '../../actions/own-work.ts';
import { assessedIn, COMMON, hasCommon } from '../../domain/rules/in-lot.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import { may } from '../../domain/tender/admit.ts';
import type { PlaceOfWork, WorkStatus } from '../../domain/tender/own-work.ts';
import { assessmentIn, currentRound } from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { withMarksSaid } from '../../explanation/confidential.ts';
import { type Sight, whoSeesYourWork } from '../../explanation/who-sees.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { capital } from '../../messages/noun.ts';
import { type BenchPage, benchPath, benchTitle, handInPath, stateOf } from './bench.ts';

export interface AssessmentsModel {
  readonly title: string;
  readonly lead: string;
  readonly text: Messages['assessments'];
  /** Who sees the work of this assessor, and since when. */
  readonly sight: { readonly text: Messages['visibility']; readonly rows: readonly Sight[] };
  readonly labels: Messages['common'];
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  readonly message: string | null;
  /** The two ways through the same work. */
  readonly ways: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly handIn: { readonly label: string; readonly href: string } | null;
  /** The same work in a spreadsheet. */
  readonly sheet: { readonly label: string; readonly href: string } | null;
  readonly lots: readonly {
    readonly name: string;
    readonly caption: string;
    readonly heading: string;
    readonly rows: readonly WorkRow[];
  }[];
}

interface WorkRow {
  readonly name: string;
  readonly status: WorkStatus;
  readonly statusText: string;
  readonly filled: string;
  readonly href: string;
  readonly action: string;
  readonly actionFor: string;
}

/** An assessor's own work list, by bid or by criterion: nothing of anybody else is in it. */
export function assessmentsModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  accounts: Accounts,
  work: OwnWork,
  by: 'bid' | 'criterion',
): AssessmentsModel {
  const t = m.assessments;
  const { places } = work;
  const done = places.filter(({ status }) => status === 'handed-in').length;
  const open = may(state, account.id, 'assessment-submitted');
  const opened = state.lastOf.has('assessment-opened');
  const list = `/tenders/${state.dossier}/assessments`;
  const hasWork = open && opened;
  return {
    title: t.title,
    lead: t.lead,
    text: t,
    sight: { text: m.visibility, rows: whoSeesYourWork(m, [...state.onlookers].map(accounts.nameOf)) },
    labels: m.common,
    progress: { text: t.progress(done, places.length), done, all: places.length },
    message: open ? (done === places.length ? t.allDone : null) : opened ? t.closed : null,
    ways: [
      { label: t.perBid, href: list, current: by === 'bid' },
      { label: t.perCriterion, href: `${list}?by=criterion`, current: by === 'criterion' },
    ],
    handIn:
      hasWork && places.some(({ status }) => status !== 'handed-in' && status !== 'open')
        ? { label: m.assessment.handIn.link, href: handInPath(state.dossier) }
        : null,
    sheet: hasWork ? { label: m.sheets.scores.own.link, href: `/tenders/${state.dossier}/score-sheet` } : null,
    lots: sectionsOf(m, state.rules, places).map((lot) => ({
      name: lot.name,
      caption: t.caption(lot.id === COMMON ? m.common.allLots : lot.name),
      heading: by === 'bid' ? m.common.bidder : t.criterion,
      rows: !opened
        ? []
        : by === 'bid'
          ? rowsByBid(m, state, places, lot, open)
          : rowsByCriterion(m, state, places, lot, open),
    })),
  };
}

interface Section {
  readonly id: string;
  readonly name: string;
}

function rowsByBid(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly PlaceOfWork[],
  lot: Section,
  open: boolean,
): WorkRow[] {
  const names = namesOf(state.rules, state.bids.values());
  return places
    .filter((place) => place.lot === lot.id)
    .map(({ bid, cells, status }) =>
      row(
        m,
        names.bidder(bid),
        lot,
        status,
        cells,
        open,
        benchPath(state.dossier, { by: 'bid', place: { bid, lot: lot.id } }),
      ),
    );
}

function rowsByCriterion(
  m: Messages,
  state: Readonly<TenderState>,
  places: readonly PlaceOfWork[],
  lot: Section,
  open: boolean,
): WorkRow[] {
  const ofLot = places.filter((place) => place.lot === lot.id);
  return assessedIn(state.rules, lot.id).flatMap(({ criterion: { id, name } }) => {
    const cells = ofLot.flatMap((place) =>
      place.cells.filter(({ criterion }) => criterion === id).map((cell) => ({ ...cell, status: place.status })),
    );
    if (cells.length === 0) return [];
    const path = benchPath(state.dossier, { by: 'criterion', lot: lot.id, criterion: id });
    return [row(m, inLanguage(name, m), lot, statusOfAll(cells), cells, open, path)];
  });
}

function statusOfAll(cells: readonly (PlaceOfWork['cells'][number] & { readonly status: WorkStatus })[]): WorkStatus {
  if (cells.every(({ status }) => status === 'handed-in')) return 'handed-in';
  if (cells.some(({ isDraft, status }) => isDraft && status === 'changed')) return 'changed';
  if (cells.every(({ isComplete }) => isComplete)) return 'ready';
  return cells.some((cell) => stateOf(cell) !== 'open') ? 'draft' : 'open';
}

function row(
  m: Messages,
  name: string,
  lot: Section,
  status: WorkStatus,
  cells: PlaceOfWork['cells'],
  open: boolean,
  href: string,
): WorkRow {
  const t = m.assessments;
  const action = !open ? t.view : status === 'handed-in' || status === 'changed' ? t.change : t.assess;
  return {
    name,
    status,
    statusText: t.statuses[status],
    filled: t.filled(cells.filter(({ isComplete }) => isComplete).length, cells.length),
    href,
    action,
    actionFor: t.linkFor(action, name, lot.name),
  };
}

/** What an assessor handed in, for reading once the round is closed. */
export interface HandedInModel {
  readonly title: string;
  readonly text: Messages['assessment'];
  readonly labels: Messages['common'];
  readonly stored: readonly {
    /** The criterion, or the bidder on a page about one criterion. */
    readonly of: string;
    readonly score: string;
    readonly motivation: string;
    readonly foundAt: string | null;
  }[];
  readonly backHref: string;
}

/** @param page of one bid in a lot, or of one criterion over all its bids */
export function handedInModel(
  m: Messages,
  state: Readonly<TenderState>,
  page: BenchPage,
  assessor: string,
): HandedInModel {
  const names = namesOf(state.rules, state.bids.values());
  const places = page.by === 'bid' ? [page.place] : [...state.bids.keys()].map((bid) => ({ bid, lot: page.lot }));
  return {
    title: benchTitle(m, names, page),
    text: m.assessment,
    labels: m.common,
    stored: places.flatMap((place) =>
      (assessmentIn(currentRound(state), assessor, place)?.scores ?? [])
        .filter(({ criterion }) => page.by === 'bid' || criterion === page.criterion)
        .map((entry) => ({
          of: page.by === 'bid' ? inLanguage(names.criterion(entry.criterion), m) : names.bidder(place.bid),
          score: entry.score === null ? m.assessment.notScored : scoreText(m, names, entry.criterion, entry.score),
          motivation: withMarksSaid(m, entry.motivation ?? ''),
          foundAt: entry.foundAt === undefined ? null : m.assessment.foundAtText(entry.foundAt),
        })),
    ),
    backHref: `/tenders/${state.dossier}/assessments`,
  };
}

/** "8 (Goed)"; a score without a label is a figure alone. */
export function scoreText(m: Messages, names: Names, criterion: string, score: string): string {
  const label = names.score(criterion, score);
  return label ? m.assessment.scoreText(score, inLanguage(label, m)) : m.format.readable(score);
}

/** What is common to all lots, and every lot, with the names that lists have for them. */
const sectionsOf = (
  m: Messages,
  rules: TenderRules,
  places: readonly { readonly lot: string }[],
): { readonly id: string; readonly name: string }[] => [
  ...(places.some(({ lot }) => lot === COMMON) ? [{ id: COMMON, name: capital(m.common.allLots) }] : []),
  ...biddable(rules).filter(
    ({ id }) => places.length === 0 || !hasCommon(rules) || places.some(({ lot }) => lot === id),
  ),
];
