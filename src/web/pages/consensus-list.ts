import type { Account } from '../../actions/accounts.ts';
import { compare, equals, exact, ZERO } from '../../domain/number.ts';
import { assessedIn, inOrderOfLots } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import { type Place, placeKey } from '../../domain/rules/place.ts';
import { middleCriteria, middleScores } from '../../domain/scoring/middle-score.ts';
import { isToDiscuss, type Spread, spreadOf } from '../../domain/scoring/spread.ts';
import { agreedIn } from '../../domain/tender/state/open-work.ts';
import {
  criteriaAt,
  currentRound,
  type GivenScore,
  isShutOut,
  lastStandingRound,
  placesFound,
  scoresIn,
} from '../../domain/tender/state/rounds.ts';
import type { RecordedConsensus, Round, TenderState } from '../../domain/tender/state/state.ts';
import { withMarksSaid } from '../../explanation/confidential.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { scoreText } from './assessments.ts';
import { type Downloads, downloadsOf } from './sheet.ts';

/** The consensus as a whole: the differences first. */
export interface ConsensusListModel {
  readonly title: string;
  readonly text: Messages['consensus'];
  readonly labels: Messages['common'];
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  readonly message: string | null;
  /** How many differences above the announced threshold were not discussed yet; null where there are none. */
  readonly flagged: string | null;
  /** The scores as a spreadsheet. */
  readonly downloads: Downloads;
  /** The same scores in a spreadsheet, for who records them. */
  readonly sheet: { readonly label: string; readonly href: string } | null;
  /** What the assessors differ on, the largest difference first. */
  readonly differences: Listed<DifferenceRow>;
  /** What all assessors gave the same score and is not recorded: offered to be taken over. */
  readonly equal: Listed<EqualRow> & { readonly action: string; readonly csrf: boolean };
  /** What all gave the same score and is recorded. */
  readonly settled: Listed<DifferenceRow>;
  /** Where the mean or the median counts: how it is worked out. */
  readonly sums: readonly {
    readonly what: string;
    readonly bidder: string;
    readonly lot: string;
    readonly sum: string;
  }[];
}

interface Listed<Row> {
  readonly rows: readonly Row[];
  /** Of a long list the first are shown. */
  readonly more: string | null;
}

interface DifferenceRow {
  readonly criterion: string;
  readonly bidder: string;
  readonly lot: string;
  readonly scores: string;
  readonly spread: string;
  readonly flagged: boolean;
  readonly state: string;
  readonly recorded: boolean;
  readonly href: string;
  readonly action: string;
}

interface EqualRow {
  readonly key: string;
  readonly criterion: string;
  readonly bidder: string;
  readonly lot: string;
  readonly score: string;
  readonly href: string;
  readonly motivations: readonly { readonly value: string; readonly label: string }[];
}

/** Of a list so many rows are shown at once. */
const SHOWN = 100;

/** A consensus score to agree on, with what the assessors gave. */
export interface AgreedCell extends Place {
  readonly criterion: string;
  readonly given: readonly GivenScore[];
  readonly recorded: RecordedConsensus | undefined;
  readonly spread: Spread | undefined;
}

/** Every score to agree on in a round that this person may see, in the order of lots, bids and criteria. */
export function agreedCells(state: Readonly<TenderState>, round: Round, account: string): AgreedCell[] {
  const places = placesFound(state, round).filter(({ bid }) => !isShutOut(state, account, bid));
  return inOrderOfLots(state.rules, places).flatMap(({ bid, lot }) =>
    agreedIn(state, round, { bid, lot }).map((criterion) => {
      const given = scoresIn(state, round, { bid, lot }, criterion);
      return {
        bid,
        lot,
        criterion,
        given,
        recorded: round.consensus.get(placeKey(bid, lot))?.get(criterion),
        spread: spreadOf(given.map(({ score }) => score)),
      };
    }),
  );
}

/** Whether all assessors gave the same score, and somebody did. */
export const isEqual = ({ spread }: AgreedCell): boolean => spread !== undefined && equals(spread.distance, ZERO);

export const cellKey = ({ bid, lot, criterion }: Pick<AgreedCell, 'bid' | 'lot' | 'criterion'>): string =>
  `${bid}.${lot}.${criterion}`;

/** @param nameOf an account by its id */
export function consensusListModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  round: Round,
  editable: boolean,
  nameOf: (account: string) => string,
): ConsensusListModel {
  const t = m.consensus;
  const names = namesOf(state.rules, state.bids.values());
  const cells = agreedCells(state, round, account.id);
  const done = cells.filter(({ recorded }) => recorded).length;
  const isFlagged = ({ given, recorded }: AgreedCell): boolean =>
    isToDiscuss(
      state.rules,
      given.map(({ score }) => score),
    ) && !recorded?.discussed;
  const flagged = cells.filter(isFlagged).length;
  const common = ({ bid, lot, criterion }: AgreedCell) => ({
    criterion: inLanguage(names.criterion(criterion), m),
    bidder: names.bidder(bid),
    lot: lotName(m, names, lot),
    href: `/tenders/${state.dossier}/consensus/${bid}/${lot}${roundQuery(state, round)}#cell-${criterion}`,
  });
  const rowOf = (cell: AgreedCell): DifferenceRow => ({
    ...common(cell),
    scores: cell.given.map(({ score }) => m.format.decimal(score)).join(' · ') || m.common.none,
    spread: cell.spread ? m.format.readable(cell.spread.distance) : m.common.none,
    flagged: isFlagged(cell),
    state: cell.recorded ? t.recordedAs(cell.recorded.score) : t.notRecorded,
    recorded: cell.recorded !== undefined,
    action: editable ? (cell.recorded ? t.change : t.open) : t.view,
  });
  const offered = editable ? cells.filter((cell) => isEqual(cell) && !cell.recorded) : [];
  const settled = cells.filter((cell) => isEqual(cell) && !offered.includes(cell));
  return {
    title: t.title,
    text: t,
    labels: m.common,
    progress: { text: t.progress(done, cells.length), done, all: cells.length },
    message: round.stage === 'closed' ? (round === currentRound(state) ? t.readOnly : m.rounds.onlyReads) : null,
    flagged: flagged === 0 ? null : t.flaggedCount(flagged, m.format.decimal(state.rules.course?.discussAbove ?? '0')),
    downloads: downloadsOf(m, `/tenders/${state.dossier}/scores`, roundQuery(state, round)),
    sheet: editable
      ? { label: m.sheets.scores.consensus.link, href: `/tenders/${state.dossier}/consensus-sheet` }
      : null,
    differences: listed(
      m,
      cells.filter((cell) => !isEqual(cell)).sort((a, b) => compareSpreads(b, a)),
      rowOf,
    ),
    equal: {
      action: `/tenders/${state.dossier}/consensus/equal`,
      csrf: editable,
      ...listed(m, offered, (cell) => ({
        ...common(cell),
        key: cellKey(cell),
        score: scoreText(m, names, cell.criterion, cell.given[0]!.score),
        motivations: cell.given.map(({ assessor, motivation }, place) => ({
          value: String(place),
          label: t.motivationOf(nameOf(assessor), shortened(withMarksSaid(m, motivation))),
        })),
      })),
    },
    settled: listed(m, settled, rowOf),
    sums: sumsOf(m, state, round, account.id),
  };
}

const compareSpreads = (a: AgreedCell, b: AgreedCell): number =>
  compare(a.spread?.distance ?? exact('0'), b.spread?.distance ?? exact('0'));

function listed<Row>(m: Messages, cells: readonly AgreedCell[], rowOf: (cell: AgreedCell) => Row): Listed<Row> {
  const left = cells.length - SHOWN;
  return { rows: cells.slice(0, SHOWN).map(rowOf), more: left > 0 ? m.consensus.moreRows(left) : null };
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text);

/** How a page says which round it is about: not at all for the one that is shown by itself. */
export const roundQuery = (state: Readonly<TenderState>, round: Round): string =>
  round === lastStandingRound(state) ? '' : `?round=${round.number}`;

/** Where the mean or the median of assessors counts: what it is worked out from. */
function sumsOf(m: Messages, state: Readonly<TenderState>, round: Round, account: string): ConsensusListModel['sums'] {
  const middle = middleCriteria(state.rules);
  if (middle.size === 0) return [];
  const names = namesOf(state.rules, state.bids.values());
  const places = placesFound(state, round).filter(({ bid }) => !isShutOut(state, account, bid));
  return inOrderOfLots(state.rules, places).flatMap(({ bid, lot }) => {
    const asked = criteriaAt(state.rules, round, { bid, lot });
    return assessedIn(state.rules, lot).flatMap(({ criterion: { id } }) => {
      const kind = middle.get(id)?.kind;
      const given = scoresIn(state, round, { bid, lot }, id);
      if (!kind || !asked.includes(id) || given.length === 0) return [];
      const assessments = given.map(({ assessor, score }) => ({ assessor, bid, lot, criterion: id, score }));
      const result = middleScores({ rules: state.rules, assessments })[0]!.score;
      const scores = given.map(({ score }) => m.format.decimal(score));
      return [
        {
          what: inLanguage(names.criterion(id), m),
          bidder: names.bidder(bid),
          lot: lotName(m, names, lot),
          sum: m.consensus.sum[kind](scores, m.format.readable(result)),
        },
      ];
    });
  });
}
