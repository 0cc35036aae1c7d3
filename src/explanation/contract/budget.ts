import type { Agreement } from '../../domain/contract/agreements.ts';
import type { BudgetOutcome, YearBudget } from '../../domain/contract/budget.ts';
import type { CatchUp, IndexedYear } from '../../domain/contract/indexing.ts';
import type { BudgetComponent, BudgetRules } from '../../domain/contract/rules/budget.ts';
import { compare, divide, isNegative, subtract, toDecimalText, ZERO } from '../../domain/number.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Block, type Cell, cells, type FlatBlock, heading, list, marked, paragraph, small } from '../blocks.ts';
import { sourceLine } from '../sources.ts';
import { announcedPercentage, euros, wholeEuros } from './amounts.ts';

/** What a budget is explained with. */
export interface BudgetToExplain {
  readonly rules: BudgetRules;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly outcome: BudgetOutcome;
  readonly catchUp: CatchUp;
  readonly agreements: readonly Agreement[];
}

/** A budget over its whole term: the sum, every year with its percentage, the division, and every amount with its calculation. */
export function budgetBlocks(m: Messages, budget: BudgetToExplain): Block[] {
  const t = m.following.budget;
  const { rules, outcome } = budget;
  return [
    ...sumBlocks(m, rules, outcome),
    heading(1, t.years),
    ...(outcome.missing.length > 0
      ? [
          {
            kind: 'note' as const,
            tone: 'warning' as const,
            title: t.missingTitle,
            text: t.missing(outcome.missing.map(String)),
          },
        ]
      : []),
    ...chartOf(m, outcome),
    yearsTable(m, budget),
    ...availableBlocks(m, outcome),
    ...(rules.indexing
      ? [paragraph(t.adviser(inLanguage(rules.indexing.adviser, m))), ...small(t.catchUp[budget.catchUp])]
      : []),
    ...outcome.years.filter(({ exact }) => exact !== null).map((year) => calculationOf(m, budget, year)),
    ...agreementBlocks(m, budget),
    ...taskBlocks(m, rules),
    ...list(rules.notices.map(({ text }) => inLanguage(text, m))),
    ...small(sourceLine(m, rules.sources)),
  ];
}

/** How the sum is made, at the prices of one year: components, and what it is multiplied by. */
export function sumBlocks(m: Messages, rules: BudgetRules, outcome: BudgetOutcome): Block[] {
  const t = m.following.budget;
  const decreasing = rules.path.method === 'decreasing';
  return [
    heading(1, t.sum),
    {
      kind: 'table',
      caption: t.sumCaption(String(rules.priceLevel)),
      columns: [
        { header: t.component, align: 'start', width: 3 },
        { header: t.counts, align: 'start', width: 1 },
        { header: t.amount, align: 'end', width: 2 },
      ],
      rows: [
        ...rules.components.map((component, place) => componentRow(m, component, outcome.components[place]!)),
        ...(outcome.components.some(({ is }) => is === 'out') ? [cells(t.named, '', euros(m, outcome.named))] : []),
        ...(decreasing ? [cells(t.volumesTotal, '', euros(m, outcome.base))] : []),
        ...(outcome.steps.length > 0 ? [cells(t.total, '', euros(m, outcome.base))] : []),
        ...outcome.steps.map(({ id, factor, after }) => {
          const step = rules.steps.find((one) => one.id === id)!;
          return [
            { text: inLanguage(step.name, m), notes: [t.factor(m.format.readable(factor))] },
            { text: '' },
            { text: euros(m, after) },
          ];
        }),
        marked(cells(outcome.steps.length > 0 ? t.afterStep : t.total, '', euros(m, outcome.sum))),
      ],
      sums: 1,
    },
    ...small(
      sourceLine(
        m,
        [...rules.components, ...rules.steps].flatMap(({ sources }) => sources),
      ),
    ),
  ];
}

function componentRow(m: Messages, component: BudgetComponent, found: BudgetOutcome['components'][number]): Cell[] {
  const t = m.following.budget;
  const { amount, name, description } = component;
  const notes = [
    ...(description ? [inLanguage(description, m)] : []),
    ...(amount.kind === 'volume' ? [t.volume(m.format.grouped(amount.number, 0), euros(m, amount.euroEach))] : []),
    ...(component.is === 'choice' && amount.kind === 'fixed' ? [t.upTo(euros(m, amount.euro))] : []),
  ];
  const out = found.is === 'out' || found.is === 'not-chosen';
  return [
    { text: inLanguage(name, m), ...(notes.length > 0 ? { notes } : {}) },
    { text: t.is[found.is] },
    { text: euros(m, found.euro), ...(out ? { part: true } : {}) },
  ];
}

/** The years of which the amount is known, on one axis. */
function chartOf(m: Messages, { years }: BudgetOutcome): Block[] {
  const t = m.following.budget;
  const known = years.filter((one): one is YearBudget & { euro: NonNullable<YearBudget['euro']> } => one.euro !== null);
  const most = known.reduce((highest, { euro }) => (compare(euro, highest) > 0 ? euro : highest), ZERO);
  if (known.length < 2 || compare(most, ZERO) === 0) return [];
  const bars = known.map(({ year, euro }) => ({
    label: t.chartBar(String(year)),
    value: Number(toDecimalText(divide(euro, most), 6)),
    text: wholeEuros(m, euro),
  }));
  const alternative = bars.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return [{ kind: 'bars', title: t.chart, alternative, full: 1, bars }];
}

function yearsTable(m: Messages, { rules, outcome }: BudgetToExplain): Block {
  const t = m.following.budget;
  const saves = rules.path.method === 'decreasing';
  const indexes = rules.indexing !== undefined;
  return {
    kind: 'table',
    caption: t.yearsCaption,
    columns: [
      { header: m.following.year, align: 'start', width: 1 },
      ...(indexes ? [{ header: t.index, align: 'start' as const, width: 2 }] : []),
      ...(saves ? [{ header: t.saving, align: 'end' as const, width: 2 }] : []),
      { header: t.yearAmount, align: 'end', width: 3 },
    ],
    rows: outcome.years.map(({ year, saving, euro, range }): Cell[] => [
      { text: String(year) },
      ...(indexes
        ? [
            indexCell(
              m,
              outcome.indexed.find((one) => one.year === year),
            ),
          ]
        : []),
      ...(saves ? [{ text: saving ? euros(m, saving) : m.following.nothing }] : []),
      {
        text: euro
          ? euros(m, euro)
          : range
            ? t.range(euros(m, range.lowest), euros(m, range.highest))
            : m.following.unknown,
      },
    ]),
    stacks: true,
  };
}

function indexCell(m: Messages, indexed: IndexedYear | undefined): Cell {
  const t = m.following.budget;
  if (!indexed) return { text: m.following.nothing };
  const { used, caughtUp } = indexed;
  if (!used) return { text: t.missingIndex };
  return {
    text: t.used(announcedPercentage(m, used.percentage), t.indexStatus[used.status]),
    ...(caughtUp
      ? {
          notes: [
            t.caughtUp(
              announcedPercentage(m, caughtUp.provisional.percentage),
              announcedPercentage(m, caughtUp.final.percentage),
            ),
          ],
        }
      : {}),
  };
}

/** Whether the years fit what the municipality has. */
function availableBlocks(m: Messages, { years }: BudgetOutcome): Block[] {
  const t = m.following.budget;
  return list(
    years.flatMap(({ year, available }) => {
      if (!available) return [];
      const { euro, left } = available;
      const fits = isNegative(left) ? t.fitsNot(euros(m, subtract(ZERO, left))) : t.fits(euros(m, left));
      return [`${year}. ${t.available(euros(m, euro))} ${fits}`];
    }),
  );
}

/** How the amount of one year follows from the sum, and how it is divided. */
function calculationOf(m: Messages, { areas, rules }: BudgetToExplain, found: YearBudget): Block {
  const t = m.following.budget;
  const { year, atPriceLevel, saving, level, exact, euro, shares } = found;
  const named = (id: string): string => areas.find((one) => one.id === id)?.name ?? id;
  const blocks: FlatBlock[] = [
    {
      kind: 'facts',
      caption: t.calculation(String(year)),
      facts: [
        ...(saving ? [{ term: t.saving, value: euros(m, saving) }] : []),
        { term: t.atPriceLevel, value: euros(m, atPriceLevel) },
        ...(rules.indexing && level ? [{ term: t.level, value: m.format.readable(level) }] : []),
        ...(exact ? [{ term: t.exact, value: m.following.euro(m.format.readable(exact, 2)) }] : []),
        ...(euro ? [{ term: t.rounded, value: euros(m, euro) }] : []),
      ],
    },
  ];
  if (shares.length > 0 && euro) {
    blocks.push(
      {
        kind: 'table',
        caption: t.division(String(year)),
        columns: [
          { header: m.following.area, align: 'start', width: 3 },
          { header: t.exact, align: 'end', width: 2 },
          { header: t.rounded, align: 'end', width: 2 },
        ],
        rows: [
          ...shares.map((share) =>
            cells(named(share.id), m.following.euro(m.format.readable(share.exact, 2)), euros(m, share.euro)),
          ),
          marked(cells(t.total, '', euros(m, euro))),
        ],
        sums: 1,
      },
      ...small(t.rule),
    );
  }
  return { kind: 'details', level: 2, summary: t.calculation(String(year)), blocks };
}

function agreementBlocks(m: Messages, { rules, agreements }: BudgetToExplain): Block[] {
  const t = m.following.budget;
  if (rules.agreements.length === 0) return [];
  return [
    heading(1, t.agreements),
    ...list(
      rules.agreements.map(({ name, description }) =>
        description ? `${inLanguage(name, m)}: ${inLanguage(description, m)}` : inLanguage(name, m),
      ),
    ),
    paragraph(t.noPercentages),
    agreements.length === 0
      ? paragraph(t.notAgreed)
      : {
          kind: 'table',
          caption: t.agreementsCaption,
          columns: [
            { header: t.agreement, align: 'start', width: 3 },
            { header: t.threshold, align: 'end', width: 1 },
            { header: t.municipality, align: 'end', width: 1 },
          ],
          rows: agreements.map(({ kind, threshold, municipality }) =>
            cells(t.kinds[kind], announcedPercentage(m, threshold), announcedPercentage(m, municipality)),
          ),
        },
    ...small(
      sourceLine(
        m,
        rules.agreements.flatMap(({ sources }) => sources),
      ),
    ),
  ];
}

function taskBlocks(m: Messages, { tasks }: BudgetRules): Block[] {
  if (tasks.length === 0) return [];
  return [
    heading(1, m.following.budget.tasks),
    ...list(
      tasks.map(({ name, description }) =>
        description ? `${inLanguage(name, m)}: ${inLanguage(description, m)}` : inLanguage(name, m),
      ),
    ),
    ...small(
      sourceLine(
        m,
        tasks.flatMap(({ sources }) => sources),
      ),
    ),
  ];
}
