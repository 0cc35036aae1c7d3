import type { Messages } from '../messages/messages.ts';
import { type Cell, cells, type FlatBlock, heading, list, paragraph, small, type TableBlock } from './blocks.ts';
import { programmeBlocks } from './programme.ts';
import type { RulesInWords } from './rules.ts';

/** The announced rules, section by section: everything that decides, with where it comes from. @param m of the tender: see `forRules` */
export const rulesBlocks = (m: Messages, rules: RulesInWords): FlatBlock[] => [
  ...rulesWithoutHash(m, rules),
  heading(1, m.rules.hash, 'hash'),
  { kind: 'code', text: rules.sha256 },
];

/** The same for where their checksum stands elsewhere. */
export function rulesWithoutHash(m: Messages, rules: RulesInWords): FlatBlock[] {
  const t = m.rules;
  const seeNotice = small(rules.seeNotice ?? '');
  return [
    ...warningNote(rules.warning),
    ...(rules.description === '' ? [] : [paragraph(rules.description)]),
    ...(rules.exampleNotice === null
      ? []
      : [{ kind: 'note', tone: 'warning', title: t.example, text: rules.exampleNotice } satisfies FlatBlock]),
    ...(rules.programme && rules.programme.wishes.length > 0
      ? [paragraph([{ text: t.programme.see, href: '#programme' }])]
      : []),
    ...(rules.procedure === null ? [] : [paragraph(rules.procedure)]),
    heading(1, t.lots, 'lots'),
    { kind: 'list', ordered: true, items: rules.lots },
    heading(1, t.award, 'award'),
    ...list(rules.award),
    ...small(rules.awardSource),
    ...seeNotice,
    heading(1, t.price, 'price'),
    ...(rules.price === '' ? [] : [paragraph(rules.price)]),
    ...list(rules.method),
    ...seeNotice,
    heading(1, t.criteria, 'criteria'),
    criteriaTable(m, rules),
    ...list(rules.rounding),
    ...seeNotice,
    ...(rules.scale.length === 0 ? [] : [heading(1, t.scale, 'scale'), scaleTable(m, rules), ...seeNotice]),
    ...growthPath(m, rules),
    ...(rules.course.length === 0 ? [] : [heading(1, t.courseHeading, 'course'), ...list(rules.course)]),
    ...programmeBlocks(m, rules.programme, rules.seeNotice ?? ''),
    ...term(m, rules),
    ...budget(m, rules),
    ...sourceNotes(m, rules),
  ];
}

/** Where sources are notes: what each of them says. */
const sourceNotes = (m: Messages, { sources }: RulesInWords): FlatBlock[] =>
  sources.length === 0
    ? []
    : [
        heading(1, m.rules.sources, 'sources'),
        paragraph(m.rules.sourcesLead),
        { kind: 'list', ordered: true, items: sources },
      ];

/** A note for a warning, where there is one. */
export const warningNote = (warning: string | null): FlatBlock[] =>
  warning === null ? [] : [{ kind: 'note', tone: 'warning', title: '', text: warning }];

function criteriaTable(m: Messages, rules: RulesInWords): TableBlock {
  const criteria = rules.criteria.map((one): Cell[] => [
    {
      text: one.name,
      strong: true,
      depth: one.depth,
      notes: [one.description, one.scoring, one.source === '' ? '' : `${m.common.source}: ${one.source}`].filter(
        (note) => note !== '',
      ),
    },
    { text: one.weight, ...(one.depth > 0 ? { part: true } : {}) },
    { text: one.minimum },
  ]);
  const sums = rules.sums.map(({ name, weight }, index): Cell[] => [
    { text: name, strong: true },
    { text: weight, strong: index === rules.sums.length - 1 },
    { text: '' },
  ]);
  return {
    kind: 'table',
    caption: m.rules.criteriaCaption,
    columns: [
      { header: m.common.criterion, align: 'start', width: 7 },
      { header: m.rules.wholeWeight, align: 'end', width: 1.8 },
      { header: m.common.minimumScore, align: 'end', width: 2 },
    ],
    rows: [...criteria, ...sums],
    ...(sums.length === 0 ? {} : { sums: 1 }),
  };
}

/** Labels and meanings have a column where there are any. */
function scaleTable(m: Messages, { scale }: RulesInWords): TableBlock {
  const hasLabels = scale.some(({ label }) => label !== '');
  const hasAnchors = scale.some(({ anchor }) => anchor !== '');
  return {
    kind: 'table',
    caption: m.rules.scaleCaption,
    columns: [
      { header: m.common.score, align: 'end', width: 1 },
      ...(hasLabels ? [{ header: m.rules.label, align: 'start', width: hasAnchors ? 2 : 9 } as const] : []),
      ...(hasAnchors ? [{ header: m.rules.anchor, align: 'start', width: 7, prose: true } as const] : []),
    ],
    rows: scale.map(({ value, label, anchor }) =>
      cells(value, ...(hasLabels ? [label] : []), ...(hasAnchors ? [anchor] : [])),
    ),
  };
}

function growthPath(m: Messages, { growthPath: path, seeNotice }: RulesInWords): FlatBlock[] {
  if (path === null) return [];
  return [
    heading(1, m.rules.growthPath, 'growth-path'),
    paragraph(m.rules.growthPathLead),
    {
      kind: 'table',
      caption: m.rules.growthPathCaption,
      columns: [
        { header: m.rules.by, align: 'start', width: 4 },
        { header: m.rules.minimum, align: 'end', width: 1 },
      ],
      rows: path.rows.map((row) => cells(row.by, row.minimum)),
    },
    ...small(path.source),
    ...small(seeNotice ?? ''),
  ];
}

function term(m: Messages, { term: found }: RulesInWords): FlatBlock[] {
  if (found === null) return [];
  return [
    heading(1, m.rules.term, 'term'),
    paragraph(found.text),
    ...(found.example === null ? [] : [paragraph(found.example)]),
    ...small(found.source),
  ];
}

function budget(m: Messages, { budget: found }: RulesInWords): FlatBlock[] {
  if (found === null) return [];
  return [
    heading(1, m.rules.budget, 'budget'),
    {
      kind: 'table',
      caption: found.caption,
      columns: [
        { header: m.rules.part, align: 'start', width: 4 },
        { header: m.rules.amount, align: 'end', width: 1.5 },
      ],
      rows: found.rows.map((row) => cells(row.part, row.amount)),
    },
    ...small(found.source),
  ];
}
