import type { YearOutcome } from '../../domain/contract/evaluate-year.ts';
import type { ContractPayloads } from '../../domain/contract/events.ts';
import type { EvaluationFigure, EvaluationRules } from '../../domain/contract/rules/evaluation.ts';
import { compare, divide, exact, isNegative, subtract, toDecimalText, ZERO } from '../../domain/number.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Bar, type Block, type Cell, cells, heading, list, paragraph, small, typedPassage } from '../blocks.ts';
import { sourceLine } from '../sources.ts';
import { counted, euros, percent, quarterInWords } from './amounts.ts';

/** An evaluation as it is or will be recorded. */
export interface EvaluationToTell {
  readonly rules: EvaluationRules;
  readonly evaluation: Pick<ContractPayloads['year-evaluated'], 'findings' | 'conclusion' | 'reason'>;
  /** The figures, as they were computed. */
  readonly outcome: YearOutcome;
}

/** The evaluation of a year: the conclusion, the figures of the year, and what was found for every goal. The page and the letter to the council say the same. */
export function evaluationBlocks(m: Messages, told: EvaluationToTell): Block[] {
  const t = m.evaluations;
  const { rules, evaluation, outcome } = told;
  return [
    heading(1, t.conclusion),
    ...typedParagraphs(m, evaluation.conclusion),
    ...(evaluation.reason === null ? [] : [paragraph([{ text: `${t.reason}:` }, typedPassage(m, evaluation.reason)])]),
    heading(1, t.figures),
    ...figureBlocks(m, outcome),
    heading(1, t.findings),
    ...rules.goals.flatMap((goal) => goalBlocks(m, goal, told)),
    ...small(sourceLine(m, rules.sources)),
  ];
}

/** What somebody typed, with its own paragraphs. */
const typedParagraphs = (m: Messages, text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== '')
    .map((one) => paragraph([typedPassage(m, one)]));

/** The figures of a year in an area, taken from what was recorded. */
export function figureBlocks(m: Messages, outcome: YearOutcome): Block[] {
  const t = m.evaluations;
  const { year, budget, subcontractors, complaints, quarters, growthPath } = outcome;
  const amount = (text: string | null): string => (text === null ? t.unknown : euros(m, exact(text)));
  return [
    {
      kind: 'table',
      caption: t.figuresCaption(year),
      columns: [
        { header: t.figure, align: 'start', width: 3 },
        { header: t.value, align: 'end', width: 2 },
      ],
      rows: [
        cells(t.granted, amount(budget.euro)),
        cells(t.spent, amount(budget.spent)),
        cells(t.used, shareUsed(m, outcome) ?? t.unknown),
        cells(t.complaints, quarters.reported.length === 0 ? t.unknown : counted(m, complaints)),
        cells(
          t.subcontractors,
          subcontractors.named === 0 ? t.noneNamed : t.kept(subcontractors.kept, subcontractors.named),
        ),
        cells(t.quarters, t.reported(quarters.reported.length)),
      ],
    },
    ...(quarters.missing.length === 0
      ? []
      : [paragraph(t.missingQuarters(quarters.missing.map((one) => quarterInWords(m, one))))]),
    ...(growthPath.length === 0 ? [] : growthBlocks(m, outcome)),
  ];
}

function shareUsed(m: Messages, { budget }: YearOutcome): string | null {
  if (budget.euro === null || budget.spent === null || compare(exact(budget.euro), ZERO) === 0) return null;
  return percent(m, divide(exact(budget.spent), exact(budget.euro)));
}

function growthBlocks(m: Messages, { year, growthPath }: YearOutcome): Block[] {
  const t = m.evaluations;
  const g = m.following.growth;
  const share = (text: string | null): string => (text === null ? m.following.nothing : percent(m, exact(text)));
  const bar = (label: string, text: string, highlighted = false): Bar => ({
    label,
    value: Number(toDecimalText(exact(text), 6)),
    text: share(text),
    ...(highlighted ? { highlighted } : {}),
  });
  const bars = growthPath.flatMap(({ by, norm, promise, share: reached }) => {
    const date = m.format.date(by);
    return [
      bar(t.norm(date), norm),
      ...(promise === null ? [] : [bar(t.promise(date), promise)]),
      ...(reached === null ? [] : [bar(t.realised(date), reached, true)]),
    ];
  });
  return [
    heading(2, t.growth),
    {
      kind: 'bars',
      title: t.chart(year),
      alternative: bars.map(({ label, text }) => `${label}: ${text}`).join('; '),
      full: 1,
      bars,
    },
    {
      kind: 'table',
      caption: t.growthCaption(year),
      columns: [
        { header: g.by, align: 'start', width: 2 },
        { header: g.norm, align: 'end', width: 1 },
        { header: g.promise, align: 'end', width: 1 },
        { header: g.realised, align: 'end', width: 2 },
        { header: g.status, align: 'start', width: 2 },
        { header: g.missing, align: 'end', width: 1 },
      ],
      rows: growthPath.map(({ by, norm, promise, quarter, share: reached, status, missing }): Cell[] => [
        { text: m.format.date(by) },
        { text: share(norm) },
        { text: share(promise) },
        {
          text: share(reached),
          ...(quarter === null ? {} : { notes: [g.inQuarter(quarterInWords(m, quarter))] }),
        },
        { text: g.statuses[status] },
        { text: quarter === null ? m.following.nothing : counted(m, missing) },
      ]),
      stacks: true,
    },
  ];
}

function goalBlocks(
  m: Messages,
  goal: EvaluationRules['goals'][number],
  { evaluation, outcome }: EvaluationToTell,
): Block[] {
  const t = m.evaluations;
  const found = evaluation.findings.find((one) => one.goal === goal.id);
  if (!found) return [];
  return [
    heading(2, inLanguage(goal.name, m)),
    ...small(inLanguage(goal.question, m)),
    ...typedParagraphs(m, found.finding),
    ...(found.evidence === null ? [] : [paragraph([{ text: `${t.evidence}:` }, typedPassage(m, found.evidence)])]),
    ...list(goal.figures.flatMap((figure) => figureInWords(m, outcome, figure))),
    ...small(`${t.level}: ${m.following.rules.levels[found.level]}.`),
  ];
}

/** What the figures of the year say for a goal, in sentences. */
export function figureInWords(m: Messages, outcome: YearOutcome, figure: EvaluationFigure): string[] {
  const t = m.evaluations.says;
  const { budget, growthPath, subcontractors, complaints, quarters } = outcome;
  switch (figure) {
    case 'budget-used': {
      const share = shareUsed(m, outcome);
      if (share === null) return [t.budgetUnknown];
      const [granted, spent] = [exact(budget.euro!), exact(budget.spent!)];
      const over = subtract(spent, granted);
      const isOver = !isNegative(over) && compare(over, ZERO) !== 0;
      return [t.budget(euros(m, spent), euros(m, granted), share), ...(isOver ? [t.overBudget(euros(m, over))] : [])];
    }
    case 'growth-path':
      return growthPath.length === 0 ? [t.growthNone] : growthPath.map((step) => stepInWords(m, step));
    case 'subcontractors-kept':
      return [t.subcontractors(subcontractors.kept, subcontractors.named)];
    case 'complaints':
      return [t.complaints(complaints, quarters.reported.length)];
    default:
      return figure satisfies never;
  }
}

function stepInWords(
  m: Messages,
  { by, norm, share, status, missing, missingOfPromise, community }: YearOutcome['growthPath'][number],
): string {
  const t = m.evaluations.says;
  const [date, asked] = [m.format.date(by), percent(m, exact(norm))];
  if (share === null) return t.growthNothing(date, asked);
  return [
    t.growth(date, percent(m, exact(share)), asked, m.following.growth.statuses[status]),
    ...(missing > 0 ? [t.missing(missing)] : []),
    ...(missingOfPromise !== null && missingOfPromise > missing ? [t.missingPromise(missingOfPromise)] : []),
    ...(community ? [t.community(community.missing)] : []),
  ].join(' ');
}
