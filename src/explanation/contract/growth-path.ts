import type { GrowthPath, GrowthPoint, GrowthStatus, GrowthStep } from '../../domain/contract/growth-path.ts';
import type { GrowthPathRules } from '../../domain/contract/rules/growth-path.ts';
import { SUPPORT_KINDS } from '../../domain/contract/rules/growth-path.ts';
import { divide, type Exact, exact, toDecimalText } from '../../domain/number.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type Bar, type Block, type Cell, cells, heading, list, paragraph, small, withTyped } from '../blocks.ts';
import { sourceLine } from '../sources.ts';
import { counted, percent, quarterInWords } from './amounts.ts';

/** One area, with its figures. */
export interface GrowthOfArea {
  readonly name: string;
  readonly path: GrowthPath;
  /** Per quarter: the reasons for which its figures were corrected, the oldest first. */
  readonly corrections: ReadonlyMap<string, readonly string[]>;
  /** Users of basic support with volunteers and by professionals, and of additional support, by quarter. */
  readonly users: ReadonlyMap<
    string,
    { readonly basicVolunteers: number; readonly basicProfessionals: number; readonly additional: number }
  >;
}

/** Norm, promise and figures of every area, held against each other. */
export function growthPathBlocks(
  m: Messages,
  rules: GrowthPathRules,
  communityNorm: string,
  areas: readonly GrowthOfArea[],
  title = m.following.growth.title,
): Block[] {
  const t = m.following.growth;
  return [
    heading(1, title),
    paragraph(t.lead),
    ...areas.flatMap((area) => areaBlocks(m, communityNorm, area)),
    ...small(t.trend),
    ...small(t.missingRule),
    ...list(rules.notices.map((notice) => inLanguage(notice, m))),
    kindsBlock(m, rules),
    ...small(sourceLine(m, rules.sources)),
  ];
}

/** What the kinds of support are, as the rules say. */
function kindsBlock(m: Messages, { kinds }: GrowthPathRules): Block {
  const t = m.following.growth;
  return {
    kind: 'details',
    level: 2,
    summary: t.kinds,
    blocks: [
      {
        kind: 'table',
        caption: t.kinds,
        columns: [
          { header: t.kind, align: 'start', width: 1 },
          { header: t.meaning, align: 'start', width: 3, prose: true },
        ],
        rows: [...kinds]
          .sort((a, b) => SUPPORT_KINDS.indexOf(a.kind) - SUPPORT_KINDS.indexOf(b.kind))
          .map(({ name, description }) => cells(inLanguage(name, m), inLanguage(description, m))),
      },
    ],
  };
}

/** What stands out: met and missed, and what is at risk. */
const BADGES: Readonly<Partial<Record<GrowthStatus, 'success' | 'danger'>>> = {
  met: 'success',
  'on-track': 'success',
  missed: 'danger',
  'at-risk': 'danger',
};

function areaBlocks(m: Messages, communityNorm: string, area: GrowthOfArea): Block[] {
  const t = m.following.growth;
  const { name, path } = area;
  const { steps, points } = path;
  // Of a date that is still to come only the trend of the share is told.
  const community = steps.filter(
    ({ community: found, status }) => found !== null && (status === 'met' || status === 'missed'),
  );
  return [
    heading(2, name),
    ...chartOf(m, name, steps),
    {
      kind: 'table',
      caption: t.caption(name),
      columns: [
        { header: t.by, align: 'start', width: 2 },
        { header: t.norm, align: 'end', width: 1 },
        { header: t.promise, align: 'end', width: 1 },
        { header: t.realised, align: 'end', width: 2 },
        { header: t.status, align: 'start', width: 2 },
        { header: t.missing, align: 'end', width: 1 },
      ],
      rows: steps.map((step) => stepRow(m, step)),
      stacks: true,
    },
    ...(community.length === 0
      ? []
      : [
          paragraph(t.communityNorm(percent(m, divide(exact(communityNorm), exact('100'))))),
          {
            kind: 'table' as const,
            caption: t.communityCaption(name),
            columns: [
              { header: t.by, align: 'start' as const, width: 2 },
              { header: t.communityShare, align: 'end' as const, width: 1 },
              { header: t.status, align: 'start' as const, width: 2 },
              { header: t.missing, align: 'end' as const, width: 1 },
            ],
            rows: community.map(({ by, point, community: found }) => [
              { text: m.format.date(by), ...(point ? { notes: [t.inQuarter(quarterInWords(m, point.quarter))] } : {}) },
              { text: point?.communityShare ? percent(m, point.communityShare) : m.following.nothing },
              { text: found!.met ? t.communityMet.yes : t.communityMet.no },
              { text: counted(m, found!.missing) },
            ]),
          },
        ]),
    pointsBlock(m, area, points),
  ];
}

function stepRow(m: Messages, { by, norm, promise, point, projected, status, missing }: GrowthStep): Cell[] {
  const t = m.following.growth;
  const badge = BADGES[status];
  return [
    { text: m.format.date(by) },
    { text: percent(m, norm) },
    { text: promise ? percent(m, promise) : m.following.nothing },
    {
      text: point?.share ? percent(m, point.share) : m.following.nothing,
      ...(point ? { notes: [t.inQuarter(quarterInWords(m, point.quarter))] } : {}),
    },
    {
      text: t.statuses[status],
      ...(badge ? { badge } : {}),
      ...(projected ? { notes: [t.projected(percent(m, projected))] } : {}),
    },
    { text: point ? counted(m, missing) : m.following.nothing },
  ];
}

/** Norm, promise and what was reached of every date under each other, on one axis. */
function chartOf(m: Messages, name: string, steps: readonly GrowthStep[]): Block[] {
  const t = m.following.growth;
  const bar = (by: string, what: string, share: Exact, highlighted = false): Bar => ({
    label: t.chartBar(by.slice(0, 4), what),
    value: Number(toDecimalText(share, 6)),
    text: percent(m, share),
    ...(highlighted ? { highlighted } : {}),
  });
  const bars = steps.flatMap(({ by, norm, promise, point }) => [
    bar(by, t.norm.toLowerCase(), norm),
    ...(promise ? [bar(by, t.promise.toLowerCase(), promise)] : []),
    ...(point?.share && point.quarter.slice(0, 4) === by.slice(0, 4)
      ? [bar(by, t.realised.toLowerCase(), point.share, true)]
      : []),
  ]);
  if (bars.length === 0) return [];
  const alternative = bars.map(({ label, text }) => `${label} ${text}`).join('; ');
  return [{ kind: 'bars', title: t.chart(name), alternative, full: 1, bars }];
}

function pointsBlock(m: Messages, { name, corrections, users }: GrowthOfArea, points: readonly GrowthPoint[]): Block {
  const t = m.following.growth;
  if (points.length === 0) return paragraph(t.noFigures);
  return {
    kind: 'details',
    level: 3,
    summary: t.figuresTitle,
    blocks: [
      {
        kind: 'table',
        caption: t.figures(name),
        columns: [
          { header: t.quarterColumn, align: 'start', width: 2 },
          ...[t.volunteers, t.professionals, t.additional, t.all, t.share, t.initiatives].map((header) => ({
            header,
            align: 'end' as const,
            width: 1,
          })),
        ],
        rows: points.map(({ quarter, all, share, communityInitiatives }): Cell[] => {
          const own = users.get(quarter);
          const number = (count: number | undefined): string =>
            count === undefined ? m.following.nothing : counted(m, count);
          return [
            {
              text: quarterInWords(m, quarter),
              ...((corrections.get(quarter) ?? []).length > 0
                ? { notes: (corrections.get(quarter) ?? []).map((reason) => withTyped(m, t.corrected(reason), reason)) }
                : {}),
            },
            { text: number(own?.basicVolunteers) },
            { text: number(own?.basicProfessionals) },
            { text: number(own?.additional) },
            { text: counted(m, all) },
            { text: share ? percent(m, share) : m.following.nothing },
            { text: counted(m, communityInitiatives) },
          ];
        }),
        stacks: true,
      },
    ],
  };
}
