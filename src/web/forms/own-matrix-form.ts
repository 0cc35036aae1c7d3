import { type MatrixFile, matrixFile } from '../../domain/decision-matrix/matrix-file.ts';
import { expandMatrix, matrixFaults, OWN_SCALE } from '../../domain/decision-matrix/own-matrix.ts';
import type { OwnMatrix } from '../../domain/decision-matrix/rules.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseJson } from '../../exchange/parse.ts';
import { describeFaults, describeMend, forMatrix, inLanguage, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, fileText, textProblem, typed } from './text.ts';

/** What whoever sends the form asks: to see the scores of these names, to read a file, or to begin with these scores. */
export type MatrixStep = 'names' | 'file' | 'scores';

export interface OwnMatrixForm {
  readonly step: MatrixStep;
  readonly problems: readonly FieldProblem[];
  /** The matrix as far as it goes, once its names and scale are right; null before that. */
  readonly matrix: OwnMatrix | null;
  /** The file that it comes from; null where it was typed. */
  readonly file: string | null;
}

const MAXIMUM_NAME = 200;
const MAXIMUM_SYMBOL = 10;
/** So many scores that are missing are told one by one. */
const MOST_MISSING = 50;
/** More lines than this are not looked at: that there are too many is known by then. */
const MOST_LINES = 1000;

/** The lines of a field, each without spaces around it. */
export const linesIn = (form: FormBody, name: string): string[] =>
  typed(form, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);

/** The field of a score, by the places of the alternative and the criterion. */
export const scoreName = (alternative: number, criterion: number): string => `score.${alternative}.${criterion}`;

/** The names to which the scores in the form belong. */
export const SHOWN = { alternatives: 'shownAlternatives', criteria: 'shownCriteria' } as const;

/** Reads the form of a matrix of one's own: as it was typed, or from a file. */
export function readOwnMatrixForm(m: Messages, form: FormBody): OwnMatrixForm {
  const asked = typed(form, 'step');
  const step: MatrixStep = asked === 'file' || asked === 'scores' ? asked : 'names';
  const file = fileText(form, 'matrixFile') || (step === 'file' ? typed(form, 'matrixText') : '');
  if (step === 'file' && file === '') {
    const problems = [{ field: 'matrixFile', text: m.decision.own.file.missing }];
    return { step, problems, matrix: null, file: null };
  }
  return file === '' ? typedMatrix(m, form, step) : matrixOfFile(m, form, step, file);
}

function matrixOfFile(m: Messages, form: FormBody, step: MatrixStep, file: string): OwnMatrixForm {
  const field = typed(form, 'matrixText') === '' ? 'matrixFile' : 'matrixText';
  let matrix: OwnMatrix;
  try {
    matrix = expandMatrix(parseJson(file, matrixFile));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const problems = describeFaults(forMatrix(m, { kind: 'own-matrix' }), error).map((text) => ({ field, text }));
    return { step, problems, matrix: null, file: null };
  }
  if (step === 'file') return { step, problems: [], matrix, file };
  const scored = withScores(matrix, (row, column) => typed(form, scoreName(row, column)));
  return { step, problems: scoreProblems(m, scored, form), matrix: scored, file };
}

function typedMatrix(m: Messages, form: FormBody, step: MatrixStep): OwnMatrixForm {
  const draft: MatrixFile = {
    title: typed(form, 'title') || m.decision.own.title,
    alternatives: linesIn(form, 'alternatives').map((name) => ({ name, scores: {} })),
    criteria: linesIn(form, 'criteria'),
    scale: linesIn(form, 'scale').map(levelOf),
  };
  const problems = [...textProblems(m, form, draft), ...namesProblems(m, draft)];
  if (problems.length > 0) return { step, problems, matrix: null, file: null };
  // Scores that are still missing are no fault of the names.
  const [best] = draft.scale!;
  const some = typeof best === 'object' ? best.symbol : best!;
  const everywhere = draft.criteria.map(() => some);
  const names = expandMatrix({
    ...draft,
    alternatives: draft.alternatives.map((one) => ({ ...one, scores: everywhere })),
  });
  const shown = { alternatives: linesIn(form, SHOWN.alternatives), criteria: linesIn(form, SHOWN.criteria) };
  const matrix = withScores(names, (row, column) => {
    const alternative = shown.alternatives.indexOf(names.alternatives[row]!.name.nl);
    const criterion = shown.criteria.indexOf(names.criteria[column]!.name.nl);
    return alternative < 0 || criterion < 0 ? '' : typed(form, scoreName(alternative, criterion));
  });
  const isShown =
    shown.alternatives.join('\n') === names.alternatives.map(({ name }) => name.nl).join('\n') &&
    shown.criteria.join('\n') === names.criteria.map(({ name }) => name.nl).join('\n');
  // Names that changed since are shown with their scores before anything begins.
  if (step !== 'scores' || !isShown) return { step: 'names', problems: [], matrix, file: null };
  return { step, problems: scoreProblems(m, matrix, form), matrix, file: null };
}

/** "+ = 1: Voldoet", or a number by itself. */
function levelOf(line: string): NonNullable<MatrixFile['scale']>[number] {
  const match = /^(.*?)\s*=\s*(\d[\d.,]*)\s*(?::\s*(.*))?$/.exec(line);
  if (!match) return line;
  const [, symbol = '', value = '', meaning = ''] = match;
  return { symbol, value: value.replace(',', '.'), ...(meaning === '' ? {} : { meaning }) };
}

/** The scale that is there before one is typed, as it is typed. */
export const usualScale = (m: Messages): string =>
  OWN_SCALE.map(({ symbol, value, meaning }) => {
    const worth = `${symbol} = ${m.format.decimal(value)}`;
    return meaning ? `${worth}: ${inLanguage(meaning, m)}` : worth;
  }).join('\n');

const withScores = (matrix: OwnMatrix, scoreAt: (row: number, column: number) => string): OwnMatrix => ({
  ...matrix,
  alternatives: matrix.alternatives.map((one, row) => ({
    ...one,
    scores: Object.fromEntries(matrix.criteria.map(({ id }, column) => [id, scoreAt(row, column)])),
  })),
});

/** What is wrong with the texts as such. */
function textProblems(m: Messages, form: FormBody, draft: MatrixFile): FieldProblem[] {
  const t = m.decision.own;
  const long = (draft.scale ?? []).map((one) => String(typeof one === 'object' ? one.symbol : one));
  const symbol = long.find((one) => one.length > MAXIMUM_SYMBOL);
  return [
    ...(['alternatives', 'criteria', 'scale'] as const).flatMap((field): FieldProblem[] => {
      const lines = linesIn(form, field);
      const tooLong = lines.find((name) => name.length > MAXIMUM_NAME);
      const all = lines.join('\n');
      const text = textProblem(m, tooLong ?? all, t[field], tooLong === undefined ? all.length : MAXIMUM_NAME);
      return text === undefined ? [] : [{ field, text }];
    }),
    ...(symbol === undefined ? [] : [{ field: 'scale', text: t.symbolTooLong(symbol) }]),
  ];
}

/** What is wrong with the names and the scale, whatever the scores are. */
const namesProblems = (m: Messages, draft: MatrixFile): FieldProblem[] =>
  matrixFaults(draft).flatMap((fault): FieldProblem[] =>
    fault.code === 'score-missing'
      ? []
      : [{ field: String(fault.path[0]), text: describeMend(forMatrix(m, { kind: 'own-matrix' }), fault) }],
  );

/** A name for the dossier, and a score of the scale in every cell. */
function scoreProblems(m: Messages, { scale, criteria, alternatives }: OwnMatrix, form: FormBody): FieldProblem[] {
  const t = m.decision.newForm;
  const title = typed(form, 'title');
  const wrong = title === '' ? t.nameRequired : textProblem(m, title, t.name, 200, 'one');
  const missing = alternatives.flatMap(({ name, scores }, row) =>
    criteria.flatMap((criterion, column): FieldProblem[] => {
      if (scale.some(({ symbol }) => symbol === scores[criterion.id])) return [];
      const text = m.decision.own.scoreRequired(inLanguage(criterion.name, m), inLanguage(name, m));
      return [{ field: scoreName(row, column), text }];
    }),
  );
  const [next] = missing.slice(MOST_MISSING);
  return [
    ...(wrong === undefined ? [] : [{ field: 'title', text: wrong }]),
    ...missing.slice(0, MOST_MISSING),
    ...(next ? [{ field: next.field, text: m.common.moreFaults(missing.length - MOST_MISSING) }] : []),
  ];
}
