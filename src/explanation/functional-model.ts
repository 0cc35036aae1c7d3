import type { FunctionalModel, Pillar, Scale } from '../domain/purchase-plan/functional-model.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { type Block, type Cell, heading, list, paragraph, small } from './blocks.ts';
import { sourceLine } from './sources.ts';

/** Which pillars are shown; null for all. */
export interface PillarFilter {
  readonly level: string | null;
  readonly scale: Scale | null;
}

/** A functional model as blocks: per table its pillars, what the municipality does and decides in each, and what is bought together. */
export function functionalModelBlocks(m: Messages, model: FunctionalModel, filter: PillarFilter): Block[] {
  const t = m.choose.functionalModel;
  const shown = model.tables.map((table) => ({ table, pillars: table.pillars.filter((one) => fits(one, filter)) }));
  return [
    ...shown.flatMap(({ table, pillars }) =>
      pillars.length === 0 ? [] : tableBlocks(m, model, inLanguage(table.name, m), table.id, pillars),
    ),
    ...(shown.every(({ pillars }) => pillars.length === 0) ? [paragraph(t.none)] : []),
    ...jointBlocks(m, model),
    heading(1, t.principles, 'principles'),
    ...list(model.principles.map(({ text }) => inLanguage(text, m))),
    ...small(
      sourceLine(
        m,
        model.principles.flatMap(({ sources }) => sources),
      ),
    ),
  ];
}

const fits = ({ level, scales }: Pillar, asked: PillarFilter): boolean =>
  (asked.level === null || level === asked.level) && (asked.scale === null || scales.includes(asked.scale));

function tableBlocks(
  m: Messages,
  { levels }: FunctionalModel,
  name: string,
  id: string,
  pillars: readonly Pillar[],
): Block[] {
  const t = m.choose.functionalModel;
  const nameOf = (pillar: Pillar): string => t.numbered(pillar.number, inLanguage(pillar.name, m));
  return [
    heading(1, name, `model-${id}`),
    {
      kind: 'table',
      caption: t.caption(name, pillars.length),
      stacks: true,
      columns: [
        { header: t.pillar, align: 'start', width: 3 },
        { header: t.level, align: 'start', width: 2 },
        { header: t.scale, align: 'start', width: 2 },
        { header: t.funding, align: 'start', width: 3, prose: true },
      ],
      rows: pillars.map((pillar): Cell[] => [
        { text: nameOf(pillar), notes: pillar.description ? [inLanguage(pillar.description, m)] : [] },
        { text: levelName(m, levels, pillar.level) },
        {
          text: pillar.scales.map((one) => m.purchasePlan.scales[one]).join(' / '),
          notes: pillar.scaleNote ? [inLanguage(pillar.scaleNote, m)] : [],
        },
        { text: inLanguage(pillar.funding, m) },
      ]),
    },
    ...pillars.map(
      (pillar): Block => ({
        kind: 'details',
        level: 2,
        summary: t.workOf(nameOf(pillar)),
        blocks: [
          ...(['functions', 'tasks', 'decisions'] as const).flatMap((part) => {
            const items = pillar[part] ?? [];
            return items.length === 0 ? [] : [heading(3, t[part]), ...list(items.map((one) => inLanguage(one, m)))];
          }),
          ...small(sourceLine(m, pillar.sources)),
        ],
      }),
    ),
  ];
}

const levelName = (m: Messages, levels: FunctionalModel['levels'], id: string): string => {
  const level = levels.find((one) => one.id === id);
  return level ? inLanguage(level.name, m) : id;
};

/** What is contracted jointly, and what that adds for whom. */
function jointBlocks(m: Messages, { jointContracting }: FunctionalModel): Block[] {
  const t = m.choose.functionalModel;
  const { kinds, addedValue } = jointContracting;
  return [
    heading(1, t.joint, 'joint'),
    heading(2, t.jointKinds(kinds.length)),
    ...list(
      kinds.map(({ name, description }) => {
        const said = inLanguage(name, m);
        return description ? `${said}. ${inLanguage(description, m)}` : said;
      }),
    ),
    ...addedValue.flatMap(({ name, points }) => [
      heading(2, inLanguage(name, m)),
      ...list(points.map((one) => inLanguage(one, m))),
    ]),
    ...small(
      sourceLine(
        m,
        [...kinds, ...addedValue].flatMap(({ sources }) => sources),
      ),
    ),
  ];
}
