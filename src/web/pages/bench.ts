import type { OwnWork } from '../../actions/own-work.ts';
import { typedIn } from '../../actions/own-work.ts';
import type { Viewer } from '../../domain/roles.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import { assessedIn, inOrderOfLots } from '../../domain/rules/in-lot.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import { type Place, placeKey } from '../../domain/rules/place.ts';
import { type CellOfWork, NOTHING_TYPED, type PlaceOfWork, sameTyped } from '../../domain/tender/own-work.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { figuresOf } from '../../explanation/bids.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { documentsModel } from './documents.ts';
import {
  type GivenScore,
  type RuleOfScore,
  ruleOf,
  type ScaleModel,
  type ScoreField,
  type ScoreMore,
  scalesOf,
  scoreField,
} from './score-field.ts';

/** The bench of an assessor: some scores to give on one page, of one bid or of one criterion. */
export interface BenchModel {
  readonly title: string;
  readonly text: Messages['assessment'];
  readonly labels: Messages['common'];
  readonly lead: string;
  readonly confidentialHint: string;
  readonly action: string;
  readonly fields: readonly ScoreField[];
  /** What all scores on the page have in common: what is asked, where the page is about one criterion. */
  readonly asked: ScoreMore | null;
  readonly rule: RuleOfScore | null;
  readonly scales: readonly ScaleModel[];
  /** What there is to go through, with how far each is. */
  readonly steps: {
    readonly title: string;
    readonly items: readonly {
      readonly label: string;
      readonly meta: string;
      readonly href: string;
      readonly current: boolean;
      readonly state: CellState;
      readonly stateText: string;
      readonly score: string;
    }[];
  };
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  readonly saving: { readonly text: string; readonly texts: string };
  readonly previous: string | null;
  /** Where "save and next" leads to. */
  readonly next: string;
  readonly submitLabel: string | null;
  readonly backHref: string;
}

type CellState = 'open' | 'draft' | 'complete';

/** Which scores a page of the bench holds. */
export type BenchPage =
  | { readonly by: 'bid'; readonly place: Place }
  | { readonly by: 'criterion'; readonly lot: string; readonly criterion: string };

/** A score on a page of the bench: what it is known by there, and whose it is. */
export interface BenchCell {
  readonly key: string;
  readonly legend: string;
  readonly place: PlaceOfWork;
  readonly cell: CellOfWork;
  readonly node: WeightedCriterion;
}

/** The scores of a page, in the announced order; none for a page that is not there. */
export function cellsOf(m: Messages, state: Readonly<TenderState>, work: OwnWork, page: BenchPage): BenchCell[] {
  const names = namesOf(state.rules, state.bids.values());
  return work.places.flatMap((place) => {
    if (
      page.by === 'bid'
        ? placeKey(place.bid, place.lot) !== placeKey(page.place.bid, page.place.lot)
        : place.lot !== page.lot
    )
      return [];
    return assessedIn(state.rules, place.lot).flatMap((node): BenchCell[] => {
      const cell = place.cells.find(({ criterion }) => criterion === node.criterion.id);
      if (!cell || (page.by === 'criterion' && page.criterion !== cell.criterion)) return [];
      const byBid = page.by === 'bid';
      const legend = byBid ? inLanguage(node.criterion.name, m) : names.bidder(place.bid);
      return [{ key: byBid ? cell.criterion : place.bid, legend, place, cell, node }];
    });
  });
}

export function benchTitle(m: Messages, names: Names, page: BenchPage): string {
  if (page.by === 'bid') return m.assessment.title(names.bidder(page.place.bid), lotName(m, names, page.place.lot));
  return m.assessment.criterionTitle(inLanguage(names.criterion(page.criterion), m), lotName(m, names, page.lot));
}

export const benchPath = (dossier: string, page: BenchPage): string =>
  page.by === 'bid'
    ? `/tenders/${dossier}/assessments/${page.place.bid}/${page.place.lot}`
    : `/tenders/${dossier}/assessments/criteria/${page.lot}/${page.criterion}`;

export const handInPath = (dossier: string): string => `/tenders/${dossier}/assessments/hand-in`;

/** @param typedAt what a form held that could not be kept, by key */
export function benchModel(
  m: Messages,
  state: Readonly<TenderState>,
  viewer: Viewer,
  work: OwnWork,
  page: BenchPage,
  problems: readonly FieldProblem[] = [],
  typedAt: ReadonlyMap<string, GivenScore['typed']> = new Map(),
): BenchModel {
  const cells = cellsOf(m, state, work, page);
  const pages = pagesOf(state, work, page.by);
  const at = pages.findIndex((one) => benchPath(state.dossier, one) === benchPath(state.dossier, page));
  const names = namesOf(state.rules, state.bids.values());
  const base = `/tenders/${state.dossier}/assessments`;
  const after = pages[at + 1];
  const before = pages[at - 1];
  const done = work.places.filter(({ status }) => status === 'handed-in').length;
  const own = page.by === 'bid' ? cells[0]?.place : undefined;
  return {
    title: benchTitle(m, names, page),
    text: m.assessment,
    labels: m.common,
    lead: page.by === 'bid' ? m.assessment.lead : m.assessment.criterionLead,
    confidentialHint: m.confidential.hint,
    action: benchPath(state.dossier, page),
    fields: cells.map(({ key, legend, place, cell, node }) => {
      const draft = work.draftAt(place, cell.criterion);
      const given: GivenScore = {
        key,
        legend,
        node,
        more: page.by === 'bid' ? askedOf(m, node) : bidOf(m, state, viewer, place),
        typed: typedAt.get(key) ?? cell.typed,
        versions: { draft: draft?.version ?? 0 },
        behind: (draft?.behind ?? []).map((old) => ({
          text: m.assessment.behindAt(m.format.moment(old.savedAt)),
          score: typedIn(old.fields).score || m.assessment.noScore,
          motivation: typedIn(old.fields).motivation,
          restore: `${key} ${old.version}`,
          discard: `${key} ${old.version}`,
        })),
        saysRule: page.by === 'bid',
        autosave: `${base}/${place.bid}/${place.lot}/${cell.criterion}/draft`,
      };
      const texts = {
        scoreLabel: m.assessment.score,
        motivationLabel: m.assessment.motivation,
        foundAtLabel: m.assessment.foundAt,
      };
      return scoreField(m, state.rules, given, texts, problems);
    }),
    asked: page.by === 'criterion' && cells[0] ? askedOf(m, cells[0].node) : bidOf(m, state, viewer, own),
    rule: page.by === 'criterion' && cells[0] ? ruleOf(m, cells[0].node) : null,
    scales: scalesOf(
      m,
      state.rules,
      cells.map(({ node }) => node),
    ),
    steps: stepsOf(m, page, cells),
    progress: { text: m.assessments.progress(done, work.places.length), done, all: work.places.length },
    saving: {
      text:
        work.savedAt === null ? m.assessment.saving.idle : m.assessment.saving.lastSaved(m.format.time(work.savedAt)),
      texts: savingTexts(m),
    },
    previous: before ? benchPath(state.dossier, before) : null,
    next: after ? benchPath(state.dossier, after) : handInPath(state.dossier),
    submitLabel:
      own === undefined
        ? null
        : own.status === 'handed-in' || own.status === 'changed'
          ? m.assessment.submitAgain
          : m.assessment.submit,
    backHref: base,
  };
}

/** What the script says while it saves; the times come from the server. */
export const savingTexts = (m: Messages): string => {
  const { busy, failed, ended, refused, elsewhere, signIn } = m.assessment.saving;
  return JSON.stringify({ busy, failed, ended, refused, elsewhere, signIn });
};

/** Every page of the bench in this way of working, in the order in which an assessor goes through them. */
function pagesOf({ rules }: Readonly<TenderState>, work: OwnWork, by: BenchPage['by']): BenchPage[] {
  const places = inOrderOfLots(rules, work.places);
  if (by === 'bid') return places.map(({ bid, lot }) => ({ by, place: { bid, lot } }));
  const lots = [...new Set(places.map(({ lot }) => lot))];
  return lots.flatMap((lot) =>
    assessedIn(rules, lot)
      .filter(({ criterion: { id } }) =>
        places.some((place) => place.lot === lot && place.cells.some(({ criterion }) => criterion === id)),
      )
      .map(({ criterion: { id } }) => ({ by, lot, criterion: id })),
  );
}

const stepsOf = (m: Messages, page: BenchPage, cells: readonly BenchCell[]): BenchModel['steps'] => ({
  title: page.by === 'bid' ? m.assessment.criteria : m.assessment.bids,
  items: cells.map(({ key, legend, cell, node }) => {
    const state = stateOf(cell);
    return {
      label: legend,
      meta: page.by === 'bid' && !node.criterion.knockOut ? m.common.percentage(m.format.number(node.weight, 1)) : '',
      href: `#cell-${key}`,
      current: false,
      state,
      stateText: m.assessment.cellStates[state],
      score: cell.typed.score === '' ? '–' : m.format.decimal(cell.typed.score),
    };
  }),
});

export const stateOf = ({ isComplete, typed }: CellOfWork): CellState =>
  isComplete ? 'complete' : sameTyped(typed, NOTHING_TYPED) ? 'open' : 'draft';

const askedOf = (m: Messages, { criterion }: WeightedCriterion): ScoreMore | null =>
  criterion.description
    ? { title: m.assessment.asked, text: inLanguage(criterion.description, m), facts: [], documents: null }
    : null;

/** What a bid says of itself in a lot: who bids, and what it promises in figures. */
function bidOf(m: Messages, state: Readonly<TenderState>, viewer: Viewer, place: Place | undefined): ScoreMore | null {
  const bid = place && state.bids.get(place.bid);
  if (!place || !bid) return null;
  const offer = bid.lots.find((one) => one.lot === place.lot);
  const growthPath = offer?.growthPath;
  const facts = [
    ...(bid.bidder.form === 'consortium'
      ? [{ term: m.common.bidder, value: m.common.consortium(bid.bidder.members.map(({ name }) => name)) }]
      : []),
    ...(growthPath
      ? [
          ...growthPath.steps.map((step) => ({
            term: m.bids.endOf(step.by.slice(0, 4)),
            value: m.common.percentage(m.format.decimal(step.percentage)),
          })),
          { term: m.rules.initiatives, value: m.common.percentage(m.format.decimal(growthPath.communityInitiatives)) },
        ]
      : []),
    ...figuresOf(m, state.rules, [...(offer?.values ?? []), ...(bid.values ?? [])]).map(({ name, value, unit }) => ({
      term: name,
      value: `${value} ${unit}`,
    })),
  ];
  const documents = documentsModel(m, state, viewer, bid.id);
  return facts.length === 0 && !documents ? null : { title: m.assessment.bid, text: null, facts, documents };
}
