import type { CheckedNotice } from '../../actions/publish-eforms.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import type { FieldGroup, FieldRow } from '../../exchange/eforms/notice.ts';
import { type Block, type Cell, heading, type Prose, paragraph, type TableBlock } from '../../explanation/blocks.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type OpenStandards, ocdsPath } from './open-standards.ts';

export interface EformsModel {
  readonly text: Messages['eforms'];
  readonly fictional: string | null;
  readonly notices: BlocksModel;
  readonly openData: readonly OpenStandards['links'][number][];
  /** For who may see everything of an award. */
  readonly everything: OpenStandards['links'][number] | null;
}

/** The notices of a tender as tables, each field with what is to be filled in. @param withAward whether this person may see the award */
export function eformsModel(
  given: Messages,
  { dossier, rules, fictional }: { readonly dossier: string; readonly rules: TenderRules; readonly fictional: boolean },
  checked: readonly CheckedNotice[],
  withAward: boolean,
): EformsModel {
  const m = forRules(given, rules);
  const t = m.eforms;
  return {
    text: t,
    fictional: fictional ? t.fictional : null,
    notices: blocksModel(
      m,
      checked.flatMap((one) => noticeBlocks(m, one)),
    ),
    openData: [
      { href: `/tenders/${dossier}/eforms.json`, label: t.json, file: true },
      { href: ocdsPath(dossier), label: withAward ? t.ocdsAward : t.ocdsCall, file: true },
    ],
    everything: withAward ? { href: `${ocdsPath(dossier)}?scores=yes`, label: t.ocdsEverything, file: true } : null,
  };
}

function noticeBlocks(m: Messages, { notice, faults }: CheckedNotice): Block[] {
  const t = m.eforms;
  const { subtype, groups } = notice;
  const [procedure, ...ofLots] = groups;
  const lots = [...new Set(ofLots.map(({ lot }) => lot))].map((lot) => ofLots.filter((group) => group.lot === lot));
  // What is the same in every lot is said once.
  const everywhere = new Set(lots.map((lot) => JSON.stringify(criteriaIn(lot).map(({ rows }) => rows)))).size === 1;
  return [
    heading(1, t.notices[subtype], `notice-${subtype}`),
    faults.length === 0
      ? paragraph(t.checked)
      : {
          kind: 'note',
          tone: 'warning',
          title: t.broken,
          text: '',
          items: faults.map(({ rule, lot }) => (lot === null ? t.rules[rule] : t.brokenIn(lot, t.rules[rule]))),
        },
    fieldsTable(m, t.procedure, [procedure!]),
    ...(everywhere ? criteriaBlocks(m, lots[0]!, lots.length > 1 ? t.criteriaEverywhere : t.criteria, t.decides) : []),
    ...lots.flatMap((lot): Block[] => {
      const name = lot[0]!.name!;
      const own = lot.filter(({ of, rows: [first] }) => of !== 'criterion' && first?.field !== 'BT-543');
      return [
        fieldsTable(m, name, own),
        ...(everywhere ? [] : criteriaBlocks(m, lot, t.criteriaOf(name), t.decidesOf(name))),
      ];
    }),
  ];
}

const criteriaIn = (lot: readonly FieldGroup[]): FieldGroup[] =>
  lot.filter(({ of, rows: [first] }) => of === 'criterion' || first?.field === 'BT-543');

function fieldsTable(m: Messages, caption: string, groups: readonly FieldGroup[]): TableBlock {
  const t = m.eforms;
  return {
    kind: 'table',
    caption,
    stacks: true,
    columns: [
      { header: t.field, align: 'start', width: 1 },
      { header: t.fieldName, align: 'start', width: 3 },
      { header: t.value, align: 'start', width: 5, prose: true },
    ],
    rows: groups.flatMap(({ of, rows }) =>
      rows.map((row): Cell[] => [
        { text: row.field },
        { text: of === 'winner' ? winnerField(m, row.field) : t.fields[row.field] },
        textOrByHand(m, row),
      ]),
    ),
  };
}

/** The criteria of a lot, one a row, and the way in which they decide together where that is no weight for each. */
function criteriaBlocks(m: Messages, lot: readonly FieldGroup[], caption: string, decides: string): Block[] {
  const t = m.eforms;
  const criteria = lot.filter(({ of }) => of === 'criterion');
  const formulas = lot.filter(({ rows: [first] }) => first?.field === 'BT-543');
  const kinds = (['weight', 'fixed', 'minimum'] as const).filter((kind) =>
    criteria.some(({ rows }) => rows.some(({ field }) => field === CODE_OF[kind])),
  );
  return [
    {
      kind: 'table',
      caption,
      stacks: true,
      columns: [
        { header: t.criterion, align: 'start', width: 3 },
        { header: t.type, align: 'start', width: 2 },
        ...kinds.map((kind) => ({ header: t[kind], align: 'start' as const, width: 2 })),
        { header: t.description, align: 'start', width: 5, prose: true },
      ],
      rows: criteria.map(({ rows, name: criterion }): Cell[] => [
        { text: inDutch(m, criterion ?? '') },
        { text: valueText(m, rows.find(({ field }) => field === 'BT-539')!) },
        ...kinds.map((kind) => numberCell(m, rows, CODE_OF[kind])),
        textOrByHand(m, rows.find(({ field }) => field === 'BT-540')!),
      ]),
    },
    ...(formulas.length > 0 ? [fieldsTable(m, decides, formulas)] : []),
  ];
}

const CODE_OF = { weight: 'BT-5421', fixed: 'BT-5422', minimum: 'BT-5423' } as const;

/** A number with its kind: they stand one after the other. */
function numberCell(m: Messages, rows: readonly FieldRow[], code: (typeof CODE_OF)[keyof typeof CODE_OF]): Cell {
  const place = rows.findIndex(({ field }) => field === code);
  if (place < 0) return { text: m.eforms.none };
  const [number, kind] = [rows[place - 1]!.value, String(rows[place]!.value)];
  return number === null
    ? { text: m.eforms.number(m.eforms.byHand, kind) }
    : { text: m.eforms.number(figure(m, number), kind) };
}

const textOrByHand = (m: Messages, row: FieldRow): Cell =>
  row.value === null ? byHand(m) : { text: valueText(m, row) };

/** It is seen at once that nothing is to be copied here. */
const byHand = (m: Messages): Cell => ({ text: '', notes: [m.eforms.byHand] });

/** The organisation that won, and not the one that buys. */
const winnerField = (m: Messages, field: FieldRow['field']): string =>
  field === 'BT-500' || field === 'BT-501' ? m.eforms.winner[field] : m.eforms.fields[field];

/** A value as it is typed over; a code with what it means. */
function valueText(m: Messages, { field, value }: FieldRow): Prose {
  if (typeof value === 'number') return figure(m, value);
  const text = value ?? '';
  if (field === 'BT-536' || field === 'BT-145' || field === 'BT-1451') return m.format.date(text);
  if (field === 'BT-36') return m.eforms.years(Number(text.split(' ')[0]));
  const { codes } = m.eforms;
  if (CODED.has(field) && Object.hasOwn(codes, text)) {
    const words = codes[text as keyof typeof codes];
    return words === text ? text : m.eforms.coded(words, text);
  }
  return IN_DUTCH.has(field) ? inDutch(m, text) : text;
}

const CODED: ReadonlySet<FieldRow['field']> = new Set([
  'BT-23',
  'BT-105',
  'BT-142',
  'BT-144',
  'BT-1711',
  'BT-539',
  'BT-760',
]);
const IN_DUTCH: ReadonlySet<FieldRow['field']> = new Set(['BT-24', 'BT-88', 'BT-99', 'BT-540', 'BT-543', 'BT-734']);

/** A text of the notice, which is in Dutch whatever the language of the page. */
const inDutch = (m: Messages, text: string): Prose => (m.language === 'nl' ? text : [{ text, language: 'nl' }]);

const figure = (m: Messages, value: string | number): string => m.format.decimal(String(value));
