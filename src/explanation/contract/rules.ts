import { type HeldAdvice, holdAdvice } from '../../domain/contract/advice-list.ts';
import { type BudgetOutcome, computeBudget } from '../../domain/contract/budget.ts';
import { agree, compareCounts, countColumns } from '../../domain/contract/counted-figures.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import type { AdviceRules, FiguresRules, ListRules } from '../../domain/contract/rules/figures.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Block, type Cell, cells, heading, list, paragraph, small } from '../blocks.ts';
import { sourceLine } from '../sources.ts';
import { accessBlocks } from './access.ts';
import { announcedPercentage, euros } from './amounts.ts';
import { sumBlocks } from './budget.ts';
import { continuityBlocks } from './continuity.ts';

/**
 * A rule set of contracts as it was published: every part that it has, with what follows from its figures alone.
 * @param notPossible the pieces of advice of which the reader says that they are not possible
 */
export function rulesBlocks(m: Messages, rules: ContractRules, notPossible: ReadonlySet<string> = new Set()): Block[] {
  const t = m.following.rules;
  return [
    paragraph(inLanguage(rules.description, m)),
    ...(rules.exampleNotice
      ? [
          {
            kind: 'note' as const,
            tone: 'information' as const,
            title: t.example,
            text: inLanguage(rules.exampleNotice, m),
          },
        ]
      : []),
    ...(rules.areas.length > 0 ? [heading(1, t.areas), ...list(rules.areas.map(({ name }) => name))] : []),
    ...budgetBlocksOf(m, rules),
    ...termBlocksOf(m, rules),
    ...normBlocks(m, rules),
    ...(rules.continuity ? continuityBlocks(m, rules.continuity, []) : []),
    ...evaluationBlocksOf(m, rules),
    ...(rules.access ? accessBlocks(m, rules.access) : []),
    ...(rules.figures ? figureBlocks(m, rules.figures) : []),
    ...(rules.advice ? adviceBlocks(m, rules.advice, notPossible) : []),
    ...(rules.lists ?? []).flatMap((one) => listBlocks(m, one)),
    ...small(sourceLine(m, rules.sources)),
  ];
}

function budgetBlocksOf(m: Messages, { budget, areas }: ContractRules): Block[] {
  if (!budget) return [];
  const t = m.following;
  const { path } = budget;
  return [
    ...(path.method === 'fixed' ? sumBlocks(m, budget, outcomeOf(budget, areas)) : [heading(1, t.budget.title)]),
    paragraph(
      path.method === 'fixed'
        ? t.rules.path.fixed
        : t.rules.path.decreasing(path.structuralFrom, path.fullFrom, euros(m, path.fullSaving)),
    ),
    ...(budget.indexing ? [paragraph(t.budget.adviser(inLanguage(budget.indexing.adviser, m)))] : []),
    ...(budget.keys.length > 0
      ? [heading(2, t.rules.keys), ...list(budget.keys.map((key) => t.rules.keyNames[key]))]
      : []),
    ...(budget.agreements.length > 0
      ? [heading(2, t.budget.agreements), ...list(budget.agreements.map(({ name }) => inLanguage(name, m)))]
      : []),
    ...(budget.tasks.length > 0
      ? [heading(2, t.budget.tasks), ...list(budget.tasks.map(({ name }) => inLanguage(name, m)))]
      : []),
    ...list(budget.notices.map(({ text }) => inLanguage(text, m))),
    ...small(sourceLine(m, budget.sources)),
  ];
}

/** What follows from the figures of the source alone: nothing chosen, nothing divided. */
const outcomeOf = (budget: NonNullable<ContractRules['budget']>, areas: ContractRules['areas']): BudgetOutcome =>
  computeBudget({
    rules: budget,
    areas,
    setting: {
      chosen: [],
      firstYear: budget.priceLevel,
      catchUp: 'ratio',
      keys: [],
      figures: [],
      volumes: [],
      savings: [],
      agreements: [],
      available: [],
    },
    lastYear: budget.priceLevel,
    indexes: [],
    asOf: `${budget.priceLevel}-12-31`,
    range: null,
  });

function termBlocksOf(m: Messages, { term }: ContractRules): Block[] {
  if (!term) return [];
  const t = m.following.rules;
  const extensions =
    term.extensions.length === 0 ? t.noExtensions : t.extensions(term.extensions.map(({ years }) => String(years)));
  return [
    heading(1, m.following.term.title),
    paragraph(t.term(term.years, extensions)),
    ...(term.example ? [paragraph(m.following.term.example)] : []),
    ...list(term.notices.map((notice) => inLanguage(notice, m))),
    ...small(sourceLine(m, term.sources)),
  ];
}

function normBlocks(m: Messages, { growthPath }: ContractRules): Block[] {
  if (!growthPath) return [];
  const t = m.following;
  const { steps, communityInitiatives, kinds, notices, sources } = growthPath;
  return [
    heading(1, t.growth.title),
    {
      kind: 'table',
      caption: t.rules.norms,
      columns: [
        { header: t.growth.by, align: 'start', width: 2 },
        { header: t.rules.share, align: 'end', width: 1 },
      ],
      rows: steps.map(({ by, minimumPercentage }) =>
        cells(m.format.date(by), announcedPercentage(m, minimumPercentage)),
      ),
    },
    paragraph(t.growth.communityNorm(announcedPercentage(m, communityInitiatives.minimumPercentage))),
    heading(2, t.growth.kinds),
    ...list(kinds.map(({ name, description }) => `${inLanguage(name, m)}: ${inLanguage(description, m)}`)),
    ...list(notices.map((notice) => inLanguage(notice, m))),
    ...small(sourceLine(m, sources)),
  ];
}

function evaluationBlocksOf(m: Messages, { evaluation }: ContractRules): Block[] {
  if (!evaluation) return [];
  const t = m.following.rules;
  const { goals, past, notices, sources } = evaluation;
  const goalName = (id: string): string => {
    const found = goals.find((one) => one.id === id);
    return found ? inLanguage(found.name, m) : id;
  };
  return [
    heading(1, t.goals),
    {
      kind: 'table',
      caption: t.goals,
      columns: [
        { header: t.goal, align: 'start', width: 2 },
        { header: t.question, align: 'start', width: 4, prose: true },
        { header: t.level, align: 'start', width: 1 },
      ],
      rows: goals.map(({ name, question, level }) =>
        cells(inLanguage(name, m), inLanguage(question, m), t.levels[level]),
      ),
      stacks: true,
    },
    ...list(notices.map((notice) => inLanguage(notice, m))),
    ...small(sourceLine(m, sources)),
    ...(past
      ? [
          heading(1, t.past(String(past.year))),
          {
            kind: 'table' as const,
            caption: t.pastProviders,
            columns: [
              { header: m.following.area, align: 'start' as const, width: 2 },
              { header: m.following.provider, align: 'start' as const, width: 3 },
            ],
            rows: past.areas.map(({ area, provider, members }): Cell[] => [
              { text: inLanguage(area, m) },
              { text: provider, ...(members.length > 0 ? { notes: [m.format.list(members)] } : {}) },
            ]),
          },
          {
            kind: 'table' as const,
            caption: t.past(String(past.year)),
            columns: [
              { header: t.goal, align: 'start' as const, width: 2 },
              { header: m.following.provider, align: 'start' as const, width: 2 },
              { header: t.finding, align: 'start' as const, width: 5, prose: true },
            ],
            rows: past.findings.map(({ goal, provider, finding }) =>
              cells(goalName(goal), provider ?? t.everybody, inLanguage(finding, m)),
            ),
            stacks: true as const,
          },
          ...small(sourceLine(m, past.sources)),
        ]
      : []),
  ];
}

/** The tables of a source with what was counted beside what it prints; what differs is shown. */
function figureBlocks(m: Messages, figures: FiguresRules): Block[] {
  const t = m.following.rules;
  return [
    heading(1, t.figures),
    ...figures.tables.flatMap((table): Block[] => {
      const counts = countColumns(table);
      const printed = counts.some((one) => one.printed !== null);
      const figure = (value: string | null): string =>
        value === null ? m.following.unknown : m.format.grouped(value, 0);
      return [
        heading(2, inLanguage(table.name, m)),
        ...(table.description ? [paragraph(inLanguage(table.description, m))] : []),
        {
          kind: 'table',
          caption: inLanguage(table.name, m),
          columns: [
            { header: '', align: 'start', width: 3 },
            ...table.columns.map(({ name }) => ({ header: inLanguage(name, m), align: 'end' as const, width: 1 })),
          ],
          rows: [
            ...table.rows.map(({ name, values }) => cells(inLanguage(name, m), ...values.map(figure))),
            ...(printed
              ? [
                  cells(t.counted, ...counts.map((one) => m.format.grouped(one.counted, 0))),
                  cells(
                    t.printed,
                    ...counts.map((one) => (one.printed ? m.format.grouped(one.printed, 0) : m.following.nothing)),
                  ),
                  cells(t.gap, ...counts.map((one) => (one.gap ? m.format.grouped(one.gap, 0) : m.following.nothing))),
                ]
              : []),
          ],
          ...(printed ? { sums: 3 } : {}),
          stacks: true,
        },
        ...small(sourceLine(m, table.sources)),
      ];
    }),
    ...figures.comparisons.flatMap((comparison): Block[] => {
      const found = compareCounts(figures, comparison);
      return [
        heading(2, inLanguage(comparison.name, m)),
        ...(comparison.description ? [paragraph(inLanguage(comparison.description, m))] : []),
        {
          kind: 'table',
          caption: t.comparison,
          columns: [
            { header: '', align: 'start', width: 3 },
            { header: t.counted, align: 'end', width: 1 },
          ],
          rows: comparison.counts.map(({ name }, place) =>
            cells(inLanguage(name, m), m.format.grouped(found.results[place]!, 0)),
          ),
        },
        agree(found)
          ? paragraph(t.noGap)
          : { kind: 'note', tone: 'warning', title: t.gap, text: t.gapFound(m.format.grouped(found.gap, 0)) },
        ...small(sourceLine(m, comparison.sources)),
      ];
    }),
    ...list(figures.notices.map((notice) => inLanguage(notice, m))),
  ];
}

/** The pieces of advice in their order, with which of them hold. */
function adviceBlocks(m: Messages, advice: AdviceRules, notPossible: ReadonlySet<string>): Block[] {
  const t = m.following.rules;
  const held = new Map(holdAdvice(advice, notPossible).map((one): [string, HeldAdvice] => [one.id, one]));
  const numberOf = (id: string): string => advice.pieces.find((one) => one.id === id)?.number ?? id;
  return [
    heading(1, t.advice),
    {
      kind: 'table',
      caption: t.advice,
      columns: [
        { header: t.adviceNumber, align: 'start', width: 1 },
        { header: t.adviceText, align: 'start', width: 5, prose: true },
        { header: m.following.growth.status, align: 'start', width: 2 },
      ],
      rows: advice.pieces.map(({ id, number, text }): Cell[] => {
        const { is, first } = held.get(id)!;
        return [
          { text: number },
          { text: inLanguage(text, m) },
          { text: t.adviceIs[is], ...(first.length > 0 ? { notes: [t.adviceFirst(first.map(numberOf))] } : {}) },
        ];
      }),
      stacks: true,
    },
    ...small(
      sourceLine(
        m,
        advice.pieces.flatMap(({ sources }) => sources),
      ),
    ),
  ];
}

const listBlocks = (m: Messages, { name, description, columns, rows, sources }: ListRules[number]): Block[] => [
  heading(1, inLanguage(name, m)),
  ...(description ? [paragraph(inLanguage(description, m))] : []),
  {
    kind: 'table',
    caption: inLanguage(name, m),
    columns: columns.map((column) => ({ header: inLanguage(column, m), align: 'start', width: 1, prose: true })),
    rows: rows.map((row) => cells(...row.map((cell) => inLanguage(cell, m)))),
    stacks: true,
  },
  ...small(sourceLine(m, sources)),
];
