import { readDecimal } from '../../domain/figures.ts';
import { plainName } from '../../domain/ids.ts';
import type { WeightedCriterion } from '../../domain/rules/criteria-tree.ts';
import { assessedIn } from '../../domain/rules/in-lot.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { Place } from '../../domain/rules/place.ts';
import { type Scale, scaleOf } from '../../domain/rules/scale.ts';
import { readTyped, sameTyped, type TypedScore } from '../../domain/tender/own-work.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { recordsOf } from '../../exchange/spreadsheet/records.ts';
import type { Sheet } from '../../exchange/spreadsheet/sheet.ts';
import type { Table } from '../../exchange/spreadsheet/table.ts';
import { forRules, inLanguage, lotName, type Messages, messagesIn } from '../../messages/messages.ts';
import { scoreProblems } from './score-fields.ts';
import { cellAsTyped, othersGo, placeIn, ROWS_AT_ONCE } from './sheet-cells.ts';
import { type SheetProblem, sheetProblems } from './sheet-faults.ts';
import type { FieldProblem } from './text.ts';

/** A score that a sheet has a row for, with what is typed on it now. */
export interface SheetScore {
  readonly place: Place;
  readonly criterion: string;
  readonly typed: TypedScore;
}

/** A score on which the sheet says something else than what is typed now. */
export interface ChangedScore extends SheetScore {
  readonly now: TypedScore;
}

const COLUMNS = ['code', 'bidder', 'lot', 'criterion', 'scale', 'score', 'motivation', 'foundAt'] as const;
type ColumnKey = (typeof COLUMNS)[number];
const OPEN: readonly ColumnKey[] = ['score', 'motivation', 'foundAt'];
const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  code: 24,
  bidder: 30,
  lot: 24,
  criterion: 34,
  scale: 34,
  score: 12,
  motivation: 80,
  foundAt: 20,
};

/** Whose scores a sheet is for: of those of the committee is not said where they are found. */
export type ScoreSheetKind = 'own' | 'consensus';
const columnsOf = (kind: ScoreSheetKind): readonly ColumnKey[] =>
  kind === 'own' ? COLUMNS : COLUMNS.filter((key) => key !== 'foundAt');

/** The names of the sheet, in every language. */
export const SCORE_SHEET: readonly string[] = (['nl', 'en'] as const).map((one) => messagesIn(one).sheets.scores.sheet);

const codeOf = ({ place, criterion }: SheetScore): string => `${place.bid}.${place.lot}.${criterion}`;

/** The sheet on which scores are given outside the browser, with what was typed so far; only scores and motivations are open. */
export function scoreSheet(
  m: Messages,
  state: Readonly<TenderState>,
  kind: ScoreSheetKind,
  scores: readonly SheetScore[],
): Table {
  const shown = columnsOf(kind);
  const names = namesOf(state.rules, state.bids.values());
  const heads = headsIn(m, state);
  const nodeOf = nodesOf(state);
  return {
    name: m.sheets.scores.sheet,
    isLocked: true,
    columns: shown.map((key) => ({
      header: heads[key],
      width: WIDTHS[key],
      ...(OPEN.includes(key) ? ({ isOpen: true, takes: 'text' } as const) : {}),
    })),
    rows: scores.map((one) => {
      const { place, criterion, typed } = one;
      const node = nodeOf(one);
      const cells: Readonly<Record<ColumnKey, string | null>> = {
        code: codeOf(one),
        bidder: names.bidder(place.bid),
        lot: lotName(m, names, place.lot),
        criterion: inLanguage(names.criterion(criterion), m),
        scale: node ? scaleInWords(m, scaleOf(state.rules, node)) : null,
        score: readDecimal(typed.score) === undefined ? typed.score : m.format.decimal(readDecimal(typed.score)!),
        motivation: typed.motivation,
        foundAt: typed.foundAt,
      };
      return shown.map((key) => cells[key] || null);
    }),
  };
}

/**
 * Reads a sheet that was filled in. A row in which nothing is filled in says nothing: what was typed stays.
 * @param scores those that the reader may give, and no others
 */
export async function readScoreSheet(
  m: Messages,
  state: Readonly<TenderState>,
  kind: ScoreSheetKind,
  scores: readonly SheetScore[],
  sheet: Sheet,
): Promise<{ readonly changed: readonly ChangedScore[] } | { readonly problems: readonly FieldProblem[] }> {
  const t = m.sheets.scores;
  const all = [m, messagesIn('nl'), messagesIn('en')].map((one) => headsIn(one, state));
  const known = columnsOf(kind).map((key) => ({
    key,
    heads: all.map((heads) => heads[key]),
    isNeeded: key === 'code' || key === 'score' || key === 'motivation',
  }));
  const records = recordsOf(sheet, known);
  const names = namesOf(state.rules, state.bids.values());
  const byCode = new Map(scores.map((one) => [codeOf(one), one]));
  const seen = new Map<string, number>();
  const wrong: SheetProblem[] = [];
  const changed: ChangedScore[] = [];
  const nodeOf = nodesOf(state);
  for (const [index, { row, cells }] of records.records.entries()) {
    if (index % ROWS_AT_ONCE === 0) await othersGo();
    const code = cells.get('code')?.text.trim() ?? '';
    const given = (key: ColumnKey): string => cellAsTyped(m, cells.get(key)).trim();
    const refuse = (key: ColumnKey, text: string): void => {
      wrong.push({ ...placeIn(records, row, key), text });
    };
    const score = byCode.get(code);
    const node = score && nodeOf(score);
    const earlier = seen.get(code);
    if (!score || !node) refuse('code', t.unknownCode);
    else if (earlier !== undefined) refuse('code', t.repeatedCode(earlier));
    seen.set(code, earlier ?? row);
    if (!score || !node || earlier !== undefined) continue;
    const filled = { score: given('score'), motivation: given('motivation'), foundAt: given('foundAt') };
    if (Object.values(filled).every((text) => text === '')) continue;
    const scale = scaleOf(state.rules, node);
    const typed = { ...filled, score: scoreIn(scale, filled.score) };
    const { draft } = readTyped(state, score.place, score.criterion, typed);
    const name = inLanguage(names.criterion(score.criterion), m);
    const problems = scoreProblems(m, state.rules, node, { key: '', name, typed, read: draft }, 'nothing');
    for (const { field, text } of problems) {
      refuse(field === 'score.' ? 'score' : field === 'found.' ? 'foundAt' : 'motivation', text);
    }
    const now = { ...typed, score: draft.score ?? typed.score };
    if (!sameTyped(now, score.typed)) changed.push({ ...score, now });
  }
  const told = sheetProblems(m, records, wrong);
  return told.length > 0 ? { problems: told } : { changed };
}

/** What is scored in a row, by what the rules ask in its lot. */
function nodesOf({ rules }: Readonly<TenderState>): (score: SheetScore) => WeightedCriterion | undefined {
  const known = new Map<string, ReadonlyMap<string, WeightedCriterion>>();
  return ({ place: { lot }, criterion }) => {
    const found = known.get(lot) ?? new Map(assessedIn(rules, lot).map((node) => [node.criterion.id, node]));
    known.set(lot, found);
    return found.get(criterion);
  };
}

/** A step may be given by what it is called: "Ja", "goed". */
function scoreIn(scale: Scale, written: string): string {
  const figure = readDecimal(written);
  if (figure !== undefined) return figure;
  const step =
    scale.kind === 'steps' &&
    scale.steps.find(({ label }) => label && [label.nl, label.en].some((one) => plainName(one) === plainName(written)));
  return step ? step.value : written;
}

function scaleInWords(m: Messages, scale: Scale): string {
  if (scale.kind === 'numbers')
    return m.assessment.pointsHint(m.format.readable(scale.minimum), m.format.readable(scale.maximum));
  return scale.steps
    .map(({ value, label }) => (label ? m.assessment.scoreText(value, inLanguage(label, m)) : m.format.decimal(value)))
    .join('; ');
}

function headsIn(given: Messages, { rules }: Readonly<TenderState>): Readonly<Record<ColumnKey, string>> {
  const m = forRules(given, rules);
  const t = m.sheets.scores.heads;
  return { ...t, bidder: m.common.bidder, lot: m.common.lot };
}
