import type { Account, Accounts } from '../../actions/accounts.ts';
import { compare, exact, subtract } from '../../domain/number.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { type Place, placeKey } from '../../domain/rules/place.ts';
import type { DraftScore } from '../../domain/tender/state/events.ts';
import { agreedIn } from '../../domain/tender/state/open-work.ts';
import { currentRound, isShutOut, lastStandingRound, placesFound, scoresIn } from '../../domain/tender/state/rounds.ts';
import type { RecordedConsensus, Round, TenderState } from '../../domain/tender/state/state.ts';
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
export function consensusListModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  round: Round,
  editable: boolean,
): ConsensusListModel {
  const names = namesOf(state.rules, state.bids.values());
  const places = placesFound(state, round)
    .filter((place) => agreedIn(state, round, place).length > 0)
    .filter(({ bid }) => !isShutOut(state, account.id, bid));
  const all = places.reduce((total, place) => total + agreedIn(state, round, place).length, 0);
  const recordedIn = (bid: string, lot: string): number => round.consensus.get(placeKey(bid, lot))?.size ?? 0;
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
    message:
      round.stage === 'closed' ? (round === currentRound(state) ? m.consensus.readOnly : m.rounds.onlyReads) : null,
    lots: sectionsOf(m, state.rules, places).map((lot) => ({
      name: lot.name,
      caption: m.consensus.caption(lot.id === COMMON ? m.common.allLots : lot.name),
      rows: places
        .filter((place) => place.lot === lot.id)
        .map(({ bid }) => ({ bid, agreed: agreedIn(state, round, { bid, lot: lot.id }) }))
        .map(({ bid, agreed }) => ({
          bidder: names.bidder(bid),
          recorded: m.consensus.recordedText(recordedIn(bid, lot.id), agreed.length),
          complete: recordedIn(bid, lot.id) === agreed.length,
          spread: largestSpread(m, state, round, { bid, lot: lot.id }, agreed),
          href: `/tenders/${state.dossier}/consensus/${bid}/${lot.id}${roundQuery(state, round)}`,
          action: editable ? m.consensus.open : m.consensus.view,
        })),
    })),
  };
}

/** How a page says which round it is about: not at all for the one that is shown by itself. */
const roundQuery = (state: Readonly<TenderState>, round: Round): string =>
  round === lastStandingRound(state) ? '' : `?round=${round.number}`;

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
    /** To tick where the scores lie further apart than announced. */
    readonly discussed: { readonly name: string; readonly hint: string; readonly checked: boolean } | null;
    /** Of a score beyond every individual one: who confirmed it, or that somebody has to. */
    readonly beyond: string | null;
  }[];
  readonly backHref: string;
}

/** Individual scores side by side, and the consensus to record. `refused` is what a refused form held. */
export function consensusModel(
  m: Messages,
  state: Readonly<TenderState>,
  round: Round,
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
  const recorded = round.consensus.get(placeKey(bid.id, lot));
  const stored = [...(recorded ?? [])].map(([criterion, { score, motivation }]) => ({ criterion, score, motivation }));
  const agreed = agreedIn(state, round, { bid: bid.id, lot });
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
        const individual = scoresIn(state, round, { bid: bid.id, lot }, field.id);
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
          discussed: discussedField(m, state, field.id, scores, now?.discussed ?? false),
          beyond: beyondText(m, scores, now, accounts),
          recorded: now ? { score: scoreText(m, names, field.id, now.score), motivation: now.motivation } : null,
        };
      }),
    backHref: `/tenders/${state.dossier}/consensus${roundQuery(state, round)}`,
  };
}

/** The box that says that a difference was discussed; null where the scores lie no further apart than announced. */
function discussedField(
  m: Messages,
  { rules }: Readonly<TenderState>,
  criterion: string,
  scores: readonly string[],
  checked: boolean,
) {
  const above = rules.course?.discussAbove;
  if (above === undefined || scores.length === 0 || compare(distance(ascending(scores)), exact(above)) <= 0)
    return null;
  return { name: discussedName(criterion), hint: m.consensus.discussHint(m.format.decimal(above)), checked };
}
export const discussedName = (criterion: string): string => `discussed.${criterion}`;

function beyondText(
  m: Messages,
  scores: readonly string[],
  now: RecordedConsensus | undefined,
  accounts: Accounts,
): string | null {
  const sorted = ascending(scores);
  if (!now || sorted.length === 0) return null;
  const within =
    compare(exact(now.score), exact(sorted[0]!)) >= 0 && compare(exact(now.score), exact(sorted.at(-1)!)) <= 0;
  if (within) return null;
  return now.confirmedBy === null ? m.consensus.beyond : m.consensus.confirmed(accounts.nameOf(now.confirmedBy));
}

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
  round: Round,
  place: Place,
  criteria: readonly string[],
): string {
  const spreads = criteria
    .map((criterion) => ascending(scoresIn(state, round, place, criterion).map((one) => one.score)))
    .filter((sorted) => sorted.length > 0)
    .map(distance)
    .sort(compare);
  const largest = spreads[spreads.length - 1];
  return largest === undefined ? m.common.none : m.format.readable(largest);
}
