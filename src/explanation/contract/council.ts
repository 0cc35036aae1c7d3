import type { ContractInYear } from '../../domain/contract/council-year.ts';
import type { GrowthStatus } from '../../domain/contract/growth-path.ts';
import { compare, divide, type Exact, sum, toDecimalText, ZERO } from '../../domain/number.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Block, type Cell, heading, list, paragraph, small, typedPassage } from '../blocks.ts';
import { counted, euros, percent } from './amounts.ts';
import { periodName } from './term.ts';

/** A dossier of contracts in an overview for the council. */
export interface DossierInYear {
  readonly dossier: string;
  readonly title: string;
  readonly fictional: boolean;
  readonly contracts: readonly ContractInYear[];
}

/** One contract, with the dossier that it is in. */
type Line = ContractInYear & Pick<DossierInYear, 'title'>;

/** All contracts of a year on one page, for the council: budget, growth path, complaints, and what is decided on. */
export function councilBlocks(m: Messages, year: number, dossiers: readonly DossierInYear[]): Block[] {
  const t = m.council;
  const lines = dossiers.flatMap(({ title, contracts }) => contracts.map((one): Line => ({ ...one, title })));
  if (lines.length === 0) return [paragraph(t.none(year))];
  return [
    ...(dossiers.some(({ fictional }) => fictional)
      ? [{ kind: 'note' as const, tone: 'information' as const, title: '', text: t.fictional }]
      : []),
    heading(1, t.glance),
    ...list(glance(m, year, lines, dossiers)),
    heading(1, t.areas),
    areasTable(m, year, lines),
    ...small(t.explained),
    ...spentChart(m, year, lines),
    heading(1, t.decisions),
    decisionsBlock(m, year, lines),
  ];
}

/** So many quarters has a year. */
const WHOLE_YEAR = 4;

/** What the norms of a year come to in one word: the worst of them. */
const WORST: readonly GrowthStatus[] = ['missed', 'at-risk', 'no-figures', 'unknown', 'on-track', 'met'];
const worstOf = ({ steps }: ContractInYear) =>
  [...steps].sort((a, b) => WORST.indexOf(a.status) - WORST.indexOf(b.status))[0];

/** Whether the figures say how a growth path goes. */
const isKnown = (line: ContractInYear): boolean =>
  line.steps.some(({ status }) => status !== 'no-figures' && status !== 'unknown');
const isBehind = (line: ContractInYear): boolean => ['missed', 'at-risk'].includes(worstOf(line)?.status ?? '');

/** Of what was granted; null where one of both is not known. */
export const shareSpent = ({ granted, spent }: Pick<ContractInYear, 'granted' | 'spent'>): Exact | null =>
  granted === null || spent === null || compare(granted, ZERO) === 0 ? null : divide(spent, granted);

function glance(m: Messages, year: number, lines: readonly Line[], dossiers: readonly DossierInYear[]): string[] {
  const t = m.council;
  const both = lines.filter((line) => shareSpent(line) !== null);
  const granted = sum(both.map((line) => line.granted!));
  const spent = sum(both.map((line) => line.spent!));
  const withPath = lines.filter(({ steps }) => steps.length > 0);
  const missing = lines.reduce((total, line) => total + (worstOf(line)?.missing ?? 0), 0);
  const reported = lines.filter(({ complaints }) => complaints !== null);
  const complaints = reported.reduce((total, line) => total + line.complaints!, 0);
  const shown = dossiers.filter(({ contracts }) => contracts.length > 0).length;
  return [
    t.contracts(lines.length, new Set(lines.map(({ provider }) => provider)).size, shown),
    both.length === 0
      ? t.budgetUnknown
      : t.budget(euros(m, spent), euros(m, granted), percent(m, divide(spent, granted))),
    ...(withPath.length === 0
      ? []
      : [t.missed(withPath.filter(isBehind).length, withPath.filter(isKnown).length, withPath.length)]),
    ...(missing > 0 ? [t.missing(missing)] : []),
    reported.length === 0 ? t.complaintsUnknown : t.complaints(complaints),
    t.due(
      year,
      lines.reduce((total, { due }) => total + due.length, 0),
    ),
  ];
}

const BADGES: Readonly<Partial<Record<GrowthStatus, 'success' | 'danger'>>> = {
  met: 'success',
  'on-track': 'success',
  missed: 'danger',
  'at-risk': 'danger',
};

function areasTable(m: Messages, year: number, lines: readonly Line[]): Block {
  const t = m.council;
  const several = new Set(lines.map(({ title }) => title)).size > 1;
  return {
    kind: 'table',
    caption: t.caption(year),
    columns: [
      { header: t.area, align: 'start', width: 2.6 },
      { header: t.granted, align: 'end', width: 2.2 },
      { header: t.spent, align: 'end', width: 2.2 },
      { header: t.used, align: 'end', width: 1.3 },
      { header: t.growth, align: 'start', width: 1.8 },
      { header: t.missingUsers, align: 'end', width: 1.3 },
      { header: t.complaintsColumn, align: 'end', width: 1.2 },
      { header: t.evaluated, align: 'start', width: 1.4 },
    ],
    rows: lines.map((line): Cell[] => {
      const { area, provider, granted, spent, complaints, quarters, evaluation, title } = line;
      const worst = worstOf(line);
      const share = shareSpent(line);
      const badge = worst && BADGES[worst.status];
      const amount = (value: Exact | null): string => (value === null ? t.unknown : euros(m, value));
      return [
        {
          text: [typedPassage(m, area.name)],
          notes: [[typedPassage(m, provider)], ...(several ? [[typedPassage(m, title)]] : [])],
        },
        { text: amount(granted) },
        { text: amount(spent), notes: spent === null || quarters === WHOLE_YEAR ? [] : [t.ofQuarters(quarters)] },
        { text: share ? percent(m, share) : m.following.nothing },
        worst ? { text: m.following.growth.statuses[worst.status], ...(badge ? { badge } : {}) } : { text: t.noNorm },
        { text: worst?.point ? counted(m, worst.missing) : m.following.nothing },
        { text: complaints === null ? t.unknown : counted(m, complaints) },
        { text: evaluation === null ? t.no : t.yes },
      ];
    }),
    stacks: true,
  };
}

function spentChart(m: Messages, year: number, lines: readonly Line[]): Block[] {
  const bars = lines.flatMap((line) => {
    const share = shareSpent(line);
    if (!share) return [];
    return [{ label: line.area.name, value: Number(toDecimalText(share, 6)), text: percent(m, share) }];
  });
  if (bars.length === 0) return [];
  return [
    {
      kind: 'bars',
      title: m.council.chart(year),
      alternative: bars.map(({ label, text }) => `${label}: ${text}`).join('; '),
      full: Math.max(1, ...bars.map(({ value }) => value)),
      bars,
    },
  ];
}

function decisionsBlock(m: Messages, year: number, lines: readonly Line[]): Block {
  const t = m.council;
  const due = lines
    .flatMap((line) => line.due.map((period) => ({ line, period })))
    .sort((a, b) => ((a.period.decideBy ?? '') < (b.period.decideBy ?? '') ? -1 : 1));
  if (due.length === 0) return paragraph(t.noDecisions);
  return {
    kind: 'table',
    caption: t.decisionsCaption(year),
    columns: [
      { header: t.area, align: 'start', width: 2 },
      { header: t.provider, align: 'start', width: 2 },
      { header: t.extension, align: 'start', width: 1.5 },
      { header: t.decideBy, align: 'start', width: 1.5 },
      { header: t.status, align: 'start', width: 2 },
    ],
    rows: due.map(({ line, period }): Cell[] => [
      { text: [typedPassage(m, line.area.name)] },
      { text: [typedPassage(m, line.provider)] },
      { text: periodName(m, period) },
      { text: m.format.date(period.decideBy!) },
      {
        text:
          period.decidedOn === null
            ? m.following.term.statuses[period.status]
            : t.decided(m.format.date(period.decidedOn)),
      },
    ]),
    stacks: true,
  };
}
