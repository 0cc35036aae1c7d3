import { type Standing, standings } from '../domain/decision-matrix/dominance.ts';
import { type CountedAlternative, rankByCounting } from '../domain/decision-matrix/ranking.ts';
import { type MatrixRules, matrixOf, type PublishedMatrix } from '../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { type StatementsInWords, sourceLine, statementsInWords } from './sources.ts';

/** How good a level of the scale is, for colour; the symbol and the word always stand beside it. */
export type Tone = 'best' | 'middle' | 'worst';

/** One cell of the matrix. */
export interface ScoreInWords {
  readonly criterion: string;
  readonly question: string;
  readonly symbol: string;
  /** The symbol in one or two words: "voldoet". */
  readonly word: string;
  /** What the symbol means in full, as the scale says. */
  readonly meaning: string;
  readonly tone: Tone;
  /** What the published score was, in a weighing that changed it; empty otherwise. */
  readonly was: string;
}

export interface ModelInWords {
  readonly id: string;
  readonly name: string;
  readonly legalTitle: { readonly name: string; readonly description: string };
  readonly how: string;
  readonly scores: readonly ScoreInWords[];
  /** How often each level occurs, best first. */
  readonly counts: readonly { readonly symbol: string; readonly count: number }[];
  readonly countsText: string;
  /** Stands out by counting. */
  readonly outstanding: boolean;
  /** Its place by counting, and what any weighting could make of it. */
  readonly standing: readonly string[];
  readonly pros: StatementsInWords;
  readonly cons: StatementsInWords;
  readonly notes: StatementsInWords;
  readonly fits: StatementsInWords;
  readonly leadTime: { readonly months: string; readonly text: string; readonly source: string } | null;
  readonly procedure: ProcedureInWords | null;
  /** Where the model, and everything said of it, comes from. */
  readonly source: string;
}

export interface ProcedureInWords {
  readonly steps: readonly { readonly name: string; readonly text: string; readonly decides: string | null }[];
  readonly source: string;
}

/** Every model of a matrix in words, in the order of the source. */
export function modelsInWords(m: Messages, rules: PublishedMatrix): ModelInWords[] {
  const matrix = matrixOf(rules);
  const counted = rankByCounting(matrix);
  const found = standings(matrix);
  return rules.alternatives.map((model, index) => modelInWords(m, rules, model, counted, found[index]!.standing));
}

function modelInWords(
  m: Messages,
  rules: PublishedMatrix,
  model: PublishedMatrix['alternatives'][number],
  counted: readonly CountedAlternative[],
  standing: Standing,
): ModelInWords {
  const t = m.choose;
  const own = counted.find(({ alternative }) => alternative === model.id)!;
  const legalTitle = rules.legalTitles.find(({ id }) => id === model.legalTitle)!;
  return {
    id: model.id,
    name: inLanguage(model.name, m),
    legalTitle: { name: inLanguage(legalTitle.name, m), description: inLanguage(legalTitle.description, m) },
    how: inLanguage(model.description, m),
    scores: rules.criteria.map(({ id, name, question }) => ({
      criterion: inLanguage(name, m),
      question: inLanguage(question, m),
      ...levelInWords(m, rules, model.scores[id]!),
    })),
    counts: countsOf(rules, own),
    countsText: t.contractModels.counts(countsOf(rules, own)),
    outstanding: own.recommended,
    standing: standingInWords(m, rules, own, counted, standing),
    pros: statementsInWords(m, model.pros, t.silent.pros),
    cons: statementsInWords(m, model.cons, t.silent.cons),
    notes: statementsInWords(m, model.notes, t.silent.notes),
    fits: statementsInWords(m, model.fits, t.silent.fits),
    leadTime: model.leadTime
      ? {
          months: t.contractModels.months(model.leadTime.months.minimum, model.leadTime.months.maximum),
          text: inLanguage(model.leadTime.description, m),
          source: sourceLine(m, model.leadTime.sources),
        }
      : null,
    procedure: model.procedure ? procedureInWords(m, model.procedure) : null,
    source: sourceLine(m, [
      ...model.sources,
      ...[...model.pros, ...model.cons, ...model.notes, ...model.fits].flatMap(({ sources }) => sources),
    ]),
  };
}

const LONGEST_WORD = 30;

/**
 * A level of the scale in words.
 * @param symbol one of the scale of these rules
 */
export function levelInWords(
  m: Messages,
  { kind, scale }: Pick<MatrixRules, 'kind' | 'scale'>,
  symbol: string,
): Pick<ScoreInWords, 'symbol' | 'word' | 'meaning' | 'tone' | 'was'> {
  const index = scale.findIndex((level) => level.symbol === symbol);
  const tone = index === 0 ? 'best' : index === scale.length - 1 ? 'worst' : 'middle';
  const given = scale[index]?.meaning;
  const meaning = given ? inLanguage(given, m) : '';
  return {
    symbol,
    // What a level of one's own means is known from its text alone, which need not fit in a cell.
    word: kind === 'own-matrix' ? (meaning.length > LONGEST_WORD ? '' : meaning) : m.choose.contractModels.level[tone],
    meaning,
    tone,
    was: '',
  };
}

const countsOf = ({ scale }: PublishedMatrix, { counts }: CountedAlternative): ModelInWords['counts'] =>
  scale.map(({ symbol }, level) => ({ symbol, count: counts[level]! }));

function standingInWords(
  m: Messages,
  rules: PublishedMatrix,
  own: CountedAlternative,
  counted: readonly CountedAlternative[],
  standing: Standing,
): string[] {
  const t = m.choose.contractModels;
  const shared = counted.filter(({ rank }) => rank === own.rank).length > 1;
  const place = (shared ? t.sharedRank : t.rank)(own.rank, counted.length, t.counts(countsOf(rules, own)));
  switch (standing.kind) {
    case 'dominated':
      return [place, t.dominated(standing.by.map((id) => modelName(m, rules, id))), t.neverFirst];
    case 'dominated-by-mixture':
      return [place, t.neverFirst];
    case 'best-under':
      return [place, t.canBeFirst];
  }
}

const procedureInWords = (
  m: Messages,
  steps: NonNullable<PublishedMatrix['alternatives'][number]['procedure']>,
): ProcedureInWords => ({
  steps: steps.map(({ name, description, decides }) => ({
    name: inLanguage(name, m),
    text: inLanguage(description, m),
    decides: decides ? m.choose.contractModels.decides(inLanguage(decides, m)) : null,
  })),
  source: sourceLine(
    m,
    steps.flatMap(({ sources }) => sources),
  ),
});

/** The name of a model. @param id one of these rules */
export const modelName = (m: Messages, { alternatives }: PublishedMatrix, id: string): string =>
  inLanguage(alternatives.find((model) => model.id === id)!.name, m);
