import type { Accounts } from '../../actions/accounts.ts';
import { compare, exact, subtract } from '../../domain/number.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { placeKey } from '../../domain/rules/place.ts';
import { assessedPlaces } from '../../domain/scoring/input.ts';
import { may } from '../../domain/tender/admit.ts';
import type { DraftScore } from '../../domain/tender/events.ts';
import { agreedIn } from '../../domain/tender/open-work.ts';
import type { TenderState } from '../../domain/tender/state.ts';
import { lotName, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { scoreText, sectionsOf } from './assessments.ts';
import { type SpreadChart, spreadChart } from './charts.ts';
import { type ScoreField, scoreFields } from './score-field.ts';

export interface ConsensusListModel {
  readonly title: string;
  readonly text: Messages['consensus'];
  readonly labels: Messages['common'];
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  readonly message: string | null;
  readonly lots: readonly {
    readonly name: string;
    readonly caption: string;
    readonly rows: readonly {
      readonly bidder: string;
      readonly recorded: string;
      readonly complete: boolean;
      readonly spread: string;
      readonly href: string;
      readonly action: string;
    }[];
  }[];
}

/** Every bid in every lot with how far the consensus is and where the assessors differ most. */
export function consensusListModel(m: Messages, state: Readonly<TenderState>, editable: boolean): ConsensusListModel {
  const names = namesOf(state.rules, state.bids.values());
  const places = assessedPlaces(state.rules, state.bids.values()).filter(({ lot }) => agreedIn(state, lot).length > 0);
  const all = places.reduce((total, { lot }) => total + agreedIn(state, lot).length, 0);
  const recordedIn = (bid: string, lot: string): number => state.consensus.get(placeKey(bid, lot))?.size ?? 0;
  const done = places.reduce((total, place) => total + recordedIn(place.bid, place.lot), 0);
  return {
    title: m.consensus.title,
    text: m.consensus,
    labels: m.common,
    progress: {
      text: m.consensus.progress(done, all),
      done,
      all,
    },
    message: may(state, state.chair, 'consensus-recorded') ? null : m.consensus.readOnly,
    lots: sectionsOf(m, state.rules, places).map((lot) => ({
      name: lot.name,
      caption: m.consensus.caption(lot.id === COMMON ? m.common.allLots : lot.name),
      rows: places
        .filter((place) => place.lot === lot.id)
        .map(({ bid }) => ({
          bidder: names.bidder(bid),
          recorded: m.consensus.recordedText(recordedIn(bid, lot.id), agreedIn(state, lot.id).length),
          complete: recordedIn(bid, lot.id) === agreedIn(state, lot.id).length,
          spread: largestSpread(m, state, bid, lot.id, agreedIn(state, lot.id)),
          href: `/tenders/${state.dossier}/consensus/${bid}/${lot.id}`,
          action: editable ? m.consensus.open : m.consensus.view,
        })),
    })),
  };
}

export interface ConsensusModel {
  readonly title: string;
  readonly text: Messages['consensus'];
  readonly labels: Messages['common'];
  readonly action: string;
  readonly editable: boolean;
  readonly criteria: readonly {
    readonly field: ScoreField;
    readonly caption: string;
    readonly spreadText: string;
    readonly chart: SpreadChart;
    readonly individual: readonly { assessor: string; score: string; motivation: string }[];
    readonly recorded: { score: string; motivation: string } | null;
  }[];
  readonly backHref: string;
}

/** Individual scores side by side, and the consensus to record. `refused` is what a refused form held. */
export function consensusModel(
  m: Messages,
  state: Readonly<TenderState>,
  place: { readonly bid: Bid; readonly lot: string },
  accounts: Accounts,
  editable: boolean,
  refused?: {
    readonly entries: readonly DraftScore[];
    readonly problems: readonly FieldProblem[];
    readonly stale: boolean;
  },
): ConsensusModel {
  const { bid, lot } = place;
  const names = namesOf(state.rules, state.bids.values());
  const recorded = state.consensus.get(placeKey(bid.id, lot));
  const stored = [...(recorded ?? [])].map(([criterion, { score, motivation }]) => ({ criterion, score, motivation }));
  const agreed = agreedIn(state, lot);
  const fields = scoreFields(m, state.rules, lot, refused?.entries ?? stored, {
    scoreLabel: m.consensus.score,
    motivationLabel: m.consensus.motivation,
    motivationHint: m.consensus.motivationHint,
    problems: refused?.problems ?? [],
    versionOf: (criterion) => recorded?.get(criterion)?.version ?? 0,
    nowStored: (criterion) => {
      const now = refused?.stale ? recorded?.get(criterion) : undefined;
      return now ? m.assessment.nowStored(now.score, now.motivation) : null;
    },
  });
  return {
    title: m.consensus.pageTitle(bid.bidder.name, lotName(m, names, lot)),
    text: m.consensus,
    labels: m.common,
    action: `/tenders/${state.dossier}/consensus/${bid.id}/${lot}`,
    editable,
    criteria: fields
      .filter(({ id }) => agreed.includes(id))
      .map((field) => {
        const individual = individualScores(state, bid.id, lot, field.id);
        const scores = individual.map((one) => one.score);
        const now = recorded?.get(field.id);
        return {
          field,
          caption: m.consensus.individual(field.legend),
          spreadText: spreadText(m, scores),
          chart: spreadChart(
            `spread-${field.id}`,
            m.consensus.spreadChart(scores),
            field.points ? [field.points.minimum, field.points.maximum] : field.options.map(({ value }) => value),
            scores,
            m.format.decimal,
          ),
          individual: individual.map(({ assessor, score, motivation }) => ({
            assessor: accounts.nameOf(assessor),
            score: scoreText(m, names, field.id, score),
            motivation,
          })),
          recorded: now ? { score: scoreText(m, names, field.id, now.score), motivation: now.motivation } : null,
        };
      }),
    backHref: `/tenders/${state.dossier}/consensus`,
  };
}

const individualScores = (state: Readonly<TenderState>, bid: string, lot: string, criterion: string) =>
  [...state.assessors].flatMap((assessor) => {
    const entry = state.assessments
      .get(assessor)
      ?.get(placeKey(bid, lot))
      ?.scores.find((one) => one.criterion === criterion);
    return entry?.score == null ? [] : [{ assessor, score: entry.score, motivation: entry.motivation ?? '' }];
  });

const ascending = (scores: readonly string[]): string[] => [...scores].sort((a, b) => compare(exact(a), exact(b)));
const distance = (sorted: readonly string[]) => subtract(exact(sorted[sorted.length - 1]!), exact(sorted[0]!));

function spreadText(m: Messages, scores: readonly string[]): string {
  const sorted = ascending(scores);
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  if (low === undefined || high === undefined) return m.common.none;
  return low === high ? m.consensus.noSpread(low) : m.consensus.spread(low, high, m.format.readable(distance(sorted)));
}

function largestSpread(
  m: Messages,
  state: Readonly<TenderState>,
  bid: string,
  lot: string,
  criteria: readonly string[],
): string {
  const spreads = criteria
    .map((criterion) => ascending(individualScores(state, bid, lot, criterion).map((one) => one.score)))
    .filter((sorted) => sorted.length > 0)
    .map(distance)
    .sort(compare);
  const largest = spreads[spreads.length - 1];
  return largest === undefined ? m.common.none : m.format.readable(largest);
}
