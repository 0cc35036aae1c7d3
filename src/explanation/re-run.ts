import type { DomainError } from '../domain/errors.ts';
import { describeError, type Messages } from '../messages/messages.ts';
import {
  type Block,
  type Cell,
  cells,
  type FlatBlock,
  heading,
  list,
  marked,
  paragraph,
  type TableBlock,
} from './blocks.ts';
import { type Compared, type ComparedFigure, compareFigures, type Figure, firstDifference } from './compared.ts';

/** A stored outcome beside the same computed again: of each the figures, null for what is no outcome, and all of it as JSON. */
export interface ReRunFigures {
  readonly engine: number;
  readonly stored: readonly Figure[] | null;
  readonly recomputed: readonly Figure[];
  readonly json: { readonly stored: unknown; readonly recomputed: unknown };
  /** What the newest engine makes of the same input; null where that is the engine of then. */
  readonly today: null | {
    readonly engine: number;
    readonly outcome:
      | { readonly figures: readonly Figure[] }
      | { readonly refusal: Pick<DomainError, 'code' | 'details'> };
  };
}

/** More differences than this are counted, not shown. */
const MOST_DIFFERENCES = 200;
/** More equal figures than this are counted, not shown. */
const MOST_EQUAL = 2_000;

/** What differs between the stored outcome and the recomputed one, without what is equal: for a statement. */
export function foundBlocks(m: Messages, figures: ReRunFigures): Block[] {
  return comparisonBlocks(m, figures).filter(({ kind }) => kind !== 'heading' && kind !== 'details');
}

/** The stored outcome and the recomputed one, figure by figure: what differs in sight, what is equal counted and folded. */
export function comparisonBlocks(m: Messages, { stored, recomputed, json }: ReRunFigures): Block[] {
  const t = m.reRun;
  if (stored === null) {
    return [
      heading(1, t.caption, 'figures'),
      { kind: 'note', tone: 'warning', title: t.compare.differences, text: t.compare.unreadable },
    ];
  }
  const compared = compareFigures(stored, recomputed);
  const elsewhere = compared.different.length === 0 ? firstDifference(json.stored, json.recomputed) : null;
  return [
    heading(1, t.caption, 'figures'),
    ...counted(m, compared),
    ...differencesTable(m, compared, t.compare.differences, [t.stored, t.recomputed]),
    ...(elsewhere === null ? [] : [paragraph(t.compare.elsewhere), { kind: 'code', text: elsewhere } satisfies Block]),
    ...equalBlocks(m, compared),
  ];
}

/** What the calculation rules of now make of the same input, beside what was decided. */
export function todayBlocks(m: Messages, { engine, stored, recomputed, today }: ReRunFigures): Block[] {
  const t = m.reRun.today;
  const title = heading(1, t.title, 'today');
  if (today === null) return [title, paragraph(t.newest(engine))];
  return [
    title,
    paragraph(t.lead(engine, today.engine)),
    ...('refusal' in today.outcome
      ? [paragraph(t.refused), paragraph(describeError(m, today.outcome.refusal))]
      : besideNow(m, shared(stored ?? recomputed, today.outcome.figures))),
    paragraph(t.stands),
    { kind: 'details', level: 2, summary: t.why, blocks: list(whyEngines(m, engine, today.engine)) },
  ];
}

/** The first difference in words; null where no figure differs. */
export function firstDifferenceInWords(m: Messages, { stored, recomputed }: ReRunFigures): string | null {
  const [first] = stored === null ? [] : compareFigures(stored, recomputed).different;
  return first ? m.reRun.compare.first(first.what, first.part) : null;
}

function besideNow(m: Messages, compared: Compared): Block[] {
  const t = m.reRun.today;
  return [...counted(m, compared), ...differencesTable(m, compared, t.differences, [t.decided, t.now])];
}

/** Only what both tell: that a later engine tells more is no difference. */
function shared(then: readonly Figure[], now: readonly Figure[]): Compared {
  const { different, equal } = compareFigures(then, now);
  const parts = new Set(then.map(({ part, what }) => `${part}\n${what}`));
  return { equal, different: different.filter(({ part, what }) => parts.has(`${part}\n${what}`)) };
}

const whyEngines = ({ reRun: { today } }: Messages, from: number, to: number): string[] =>
  Object.entries(today.since).flatMap(([engine, why]) => (Number(engine) > from && Number(engine) <= to ? [why] : []));

function counted(m: Messages, { different, equal }: Compared): Block[] {
  const t = m.reRun.compare;
  const [first] = different;
  if (!first) return [paragraph(t.equal(equal.length))];
  const title = t.different(different.length, different.length + equal.length);
  return [{ kind: 'note', tone: 'warning', title, text: t.first(first.what, first.part) }];
}

function differencesTable(
  m: Messages,
  { different }: Compared,
  caption: string,
  [one, other]: readonly [string, string],
): Block[] {
  const t = m.reRun.compare;
  if (different.length === 0) return [];
  const rest = different.length - MOST_DIFFERENCES;
  const row = (figure: ComparedFigure, place: number): Cell[] => {
    const [what, ...values] = cells(figure.what, figure.one ?? t.absent, figure.other ?? t.absent);
    const notes = [figure.part, ...(place === 0 ? [t.firstMark] : [])];
    const all = [{ ...what!, notes }, ...values];
    return place === 0 ? marked(all) : all;
  };
  return [
    table(caption, [m.reRun.item, one, other], different.slice(0, MOST_DIFFERENCES).map(row)),
    ...(rest > 0 ? [paragraph(t.more(rest))] : []),
  ];
}

/** What is equal, by part of the outcome: how many figures, and which where there is room for that. */
function equalBlocks(m: Messages, { equal }: Compared): Block[] {
  const t = m.reRun.compare;
  const parts = new Map<string, ComparedFigure[]>();
  for (const figure of equal) parts.set(figure.part, [...(parts.get(figure.part) ?? []), figure]);
  if (equal.length > MOST_EQUAL) {
    return list([...parts].map(([part, figures]) => t.equalIn(part, figures.length)));
  }
  return [...parts].map(([part, figures]): Block => {
    const summary = t.equalIn(part, figures.length);
    const rows = figures.map(({ what, one }) => cells(what, one ?? t.absent));
    const blocks: FlatBlock[] = [table(summary, [m.reRun.item, t.value], rows)];
    return { kind: 'details', level: 2, summary, blocks };
  });
}

const table = (caption: string, heads: readonly string[], rows: TableBlock['rows']): TableBlock => ({
  kind: 'table',
  caption,
  stacks: true,
  columns: heads.map((header, place) => ({ header, align: place === 0 ? 'start' : 'end', width: place === 0 ? 4 : 2 })),
  rows,
});
