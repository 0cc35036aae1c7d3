import { type Attention, countService, type DatedThing, type Standing } from '../domain/purchase-plan/count-back.ts';
import type { EntryOf, Planned, Service } from '../domain/purchase-plan/events.ts';
import { pillarsOf } from '../domain/purchase-plan/functional-model.ts';
import { type PlanState, standing } from '../domain/purchase-plan/state.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { sentence, sentences } from '../messages/sentence.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Fact,
  type FlatBlock,
  heading,
  list,
  type Passage,
  type Prose,
  paragraph,
  type TableBlock,
  typedFact,
  typedPassage,
} from './blocks.ts';
import { attentionInWords, maximumInWords, periodInWords, standingInWords } from './purchase-plan.ts';

/** Where each thing of a plan can be changed; for who may do that. */
export interface PlanLinks {
  readonly change: (entry: EntryOf<'service-planned' | 'phase-planned' | 'moment-planned'>) => string;
  readonly withdraw: (seq: number) => string;
  readonly decide: (service: string) => string;
}

/**
 * A purchase plan as blocks: what must begin when, what asks attention, the services, and the phases and moments.
 * @param today "2027-03-10"
 * @param links null for who only reads, and on paper
 */
export function planBlocks(m: Messages, state: Readonly<PlanState>, today: string, links: PlanLinks | null): Block[] {
  const services = standing(state, 'service-planned');
  const counted = services.map(({ payload }) => ({ service: payload, ...countService(payload, state.model, today) }));
  const t = m.planPages;
  return [
    ...(services.length === 0
      ? []
      : [
          heading(1, t.start.title, 'start'),
          paragraph(t.start.lead),
          startTable(m, counted),
          ...attentionNote(m, counted),
          heading(1, t.services, 'services'),
          servicesTable(m, state, services),
          ...services.map((entry, at) => detailsOf(m, state, entry, counted[at]!.steps, links)),
        ]),
    ...phasesBlocks(m, state, links),
  ];
}

interface Counted {
  readonly service: Service;
  readonly standing: Standing;
  readonly attention: readonly Attention[];
}

const column = (header: string, width: number, more: Partial<Column> = {}): Column => ({
  header,
  width,
  align: 'start',
  ...more,
});

/** The services by the day on which the work must begin; those of which that is not known come last. */
function startTable(m: Messages, counted: readonly Counted[]): TableBlock {
  const t = m.planPages.start;
  const beginOf = ({ standing: one }: Counted): string | null => ('begin' in one ? one.begin : null);
  const inOrder = [...counted].sort((a, b) => ((beginOf(a) ?? '9999') < (beginOf(b) ?? '9999') ? -1 : 1));
  return {
    kind: 'table',
    caption: t.caption,
    stacks: true,
    columns: [
      column(m.purchasePlan.service, 3),
      column(t.begin, 2),
      column(t.starts, 2),
      column(t.standing, 5, { prose: true }),
    ],
    rows: inOrder.map((one): Cell[] => [
      typedCell(m, one.service.name),
      { text: dayOr(m, beginOf(one), '–') },
      { text: dayOr(m, one.service.starts, m.purchasePlan.unknown) },
      { text: standingInWords(m, one.standing), strong: one.standing.kind === 'late' },
    ]),
  };
}

function attentionNote(m: Messages, counted: readonly Counted[]): FlatBlock[] {
  const items = counted.flatMap(({ service, attention }) =>
    attention.map((one): Prose => [typedPassage(m, `${service.name}:`), { text: attentionInWords(m, service, one) }]),
  );
  return items.length === 0 ? [] : [{ kind: 'note', tone: 'warning', title: '', text: '', items }];
}

function servicesTable(
  m: Messages,
  { model }: Readonly<PlanState>,
  services: readonly EntryOf<'service-planned'>[],
): TableBlock {
  const [t, w] = [m.planPages, m.purchasePlan];
  const pillars = pillarsOf(model);
  return {
    kind: 'table',
    caption: t.servicesCaption,
    stacks: true,
    columns: [
      column(w.service, 3),
      column(w.instrument, 2),
      column(w.scale, 2),
      column(t.current, 3),
      column(w.maximum, 2),
      column(t.next, 3),
    ],
    rows: services.map((entry): Cell[] => {
      const { payload: service } = entry;
      const pillar = pillars.find(({ id }) => id === service.pillar);
      return [
        {
          text: [typedPassage(m, service.name)],
          notes: pillar ? [inLanguage(pillar.name, m)] : [],
        },
        {
          text: w.instruments[service.instrument],
          notes: service.contractModel ? [[typedPassage(m, service.contractModel.name)]] : [],
        },
        { text: w.scales[service.scale] },
        currentCell(m, service),
        { text: maximumInWords(m, service.maximum) },
        nextCell(m, service.moments),
      ];
    }),
  };
}

function currentCell(m: Messages, { current }: Service): Cell {
  const w = m.purchasePlan;
  if (current === null) return { text: w.noCurrent };
  const ends = current.ends === null ? [] : [`${m.planPages.to} ${m.format.date(current.ends)}`];
  return { text: [typedPassage(m, current.providers)], notes: ends };
}

/** The moments of a service, each with who decides. */
function nextCell(m: Messages, moments: readonly Planned[]): Cell {
  const [first, ...others] = moments.map(
    ({ name, decider, ...when }): Prose => [
      typedPassage(m, sentence(name)),
      { text: sentence(firstUpper(periodInWords(m, when))) },
      ...(decider === null ? [] : [typedPassage(m, sentence(decider))]),
    ],
  );
  return first ? { text: first, notes: others } : { text: '–' };
}

const firstUpper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** All that is known of one service, with what can be done about it. */
function detailsOf(
  m: Messages,
  { model }: Readonly<PlanState>,
  entry: EntryOf<'service-planned'>,
  steps: ReturnType<typeof countService>['steps'],
  links: PlanLinks | null,
): Block {
  const [t, w] = [m.planPages, m.purchasePlan];
  const { payload: service, seq } = entry;
  const pillar = pillarsOf(model).find(({ id }) => id === service.pillar);
  const facts: Fact[] = [
    pillar
      ? { term: w.pillar, value: inLanguage(pillar.name, m) }
      : service.pillarReason === null
        ? { term: w.noPillar, value: w.unknown }
        : typedFact(m, w.noPillar, service.pillarReason),
    ...(service.partners.length > 0 ? [{ term: w.partners, value: service.partners.join('; ') }] : []),
    { term: w.starts, value: dayOr(m, service.starts, w.unknown) },
    { term: w.until, value: dayOr(m, service.until, w.unknown) },
    ...optional(w.begun, service.begun && m.format.date(service.begun)),
    ...(service.note === null ? [] : [typedFact(m, w.note, service.note)]),
    ...optional(w.source, service.source),
    ...optional(w.follows, service.follows?.dossier),
    ...(service.reason === null ? [] : [typedFact(m, w.reason, service.reason)]),
  ];
  return {
    kind: 'details',
    level: 2,
    summary: service.name,
    blocks: [
      { kind: 'facts', caption: w.aboutService, facts },
      ...stepsTable(m, service, steps),
      ...(links
        ? list([
            link(t.actions.changeOf(service.name), links.change(entry)),
            link(t.actions.withdrawOf(service.name), links.withdraw(seq)),
            ...(service.contractModel === null
              ? [link(t.actions.decideOf(service.name), links.decide(service.service))]
              : []),
          ])
        : []),
    ],
  };
}

function stepsTable(m: Messages, service: Service, steps: ReturnType<typeof countService>['steps']): FlatBlock[] {
  const t = m.planPages;
  if (service.steps.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t.stepsOf(service.name),
      stacks: true,
      columns: [column(t.stepHead, 4), column(t.from, 2), column(t.to, 2), column(t.weeks, 1, { align: 'end' })],
      rows: service.steps.map(({ name, weeks }, at): Cell[] => [
        typedCell(m, name),
        { text: dayOr(m, steps[at]?.start ?? null, '–') },
        { text: dayOr(m, steps[at]?.end ?? null, '–') },
        { text: String(weeks) },
      ]),
    },
  ];
}

/** The phases and the moments of the plan as a whole, by their last day; what has no day comes last. */
function phasesBlocks(m: Messages, state: Readonly<PlanState>, links: PlanLinks | null): Block[] {
  const [t, w] = [m.planPages, m.purchasePlan];
  const all = [...standing(state, 'phase-planned'), ...standing(state, 'moment-planned')];
  if (all.length === 0) return [];
  const dayOf = ({ payload }: (typeof all)[number]): string => payload.until ?? payload.from ?? '9999';
  const inOrder = [...all].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return [
    heading(1, t.phases, 'phases'),
    {
      kind: 'table',
      caption: t.phasesCaption,
      stacks: true,
      columns: [column(t.what, 4), column(w.when, 3), column(w.decider, 2), column(w.source, 3)],
      rows: inOrder.map((entry): Cell[] => {
        const { name, note, source, decider, ...when } = entry.payload;
        const dates = when.said === null ? [] : datesOnly(m, when);
        return [
          { text: [typedPassage(m, name)], notes: note === null ? [] : [[typedPassage(m, note)]] },
          { text: when.said === null ? periodInWords(m, when) : [typedPassage(m, when.said)], notes: dates },
          decider === null ? { text: '–' } : typedCell(m, decider),
          source === null ? { text: '–' } : typedCell(m, source),
        ];
      }),
    },
    ...(links
      ? [
          {
            kind: 'details',
            level: 2,
            summary: t.actions.changePhases,
            blocks: list(
              inOrder.flatMap((entry) => [
                link(t.actions.changeOf(entry.payload.name), links.change(entry)),
                link(t.actions.withdrawOf(entry.payload.name), links.withdraw(entry.seq)),
              ]),
            ),
          } satisfies Block,
        ]
      : []),
  ];
}

/** The dates under words that say when. */
const datesOnly = (m: Messages, when: Pick<Planned, 'from' | 'until'>): string[] =>
  when.from === null && when.until === null ? [] : [periodInWords(m, { ...when, said: null })];

const optional = (term: string, value: string | null | undefined): Fact[] =>
  value === null || value === undefined ? [] : [{ term, value }];
const dayOr = (m: Messages, day: string | null, otherwise: string): string =>
  day === null ? otherwise : m.format.date(day);
const typedCell = (m: Messages, text: string): Cell => ({ text: [typedPassage(m, text)] });
const link = (text: string, href: string): Passage[] => [{ text, href }];

/** What happens on a day, in words. */
export function dateInWords(m: Messages, { what }: DatedThing): string {
  const t = m.planPages.dateKinds;
  switch (what.kind) {
    case 'begin':
    case 'ends':
    case 'starts':
      return t[what.kind](what.service.name);
    case 'step':
      return t.step(what.service.name, what.step);
    case 'moment':
      return what.service ? `${what.service.name}: ${what.planned.name}` : t.moment(what.planned.name);
    case 'phase':
      return t.phase(what.planned.name);
  }
}

/** Who decides, and what is said of it, for a calendar. */
export function moreOnDate(m: Messages, { what }: DatedThing): string {
  if (!('planned' in what)) return '';
  const { decider, said } = what.planned;
  return sentences(
    ...(decider === null ? [] : [`${m.purchasePlan.decider}: ${decider}`]),
    ...(said === null ? [] : [said]),
  );
}
