import type { Account, Accounts } from '../../actions/accounts.ts';
import { addMonths, dayNumber } from '../../domain/procedure/calendar.ts';
import { mayAuditPlan, mayCause } from '../../domain/purchase-plan/access.ts';
import { countBack } from '../../domain/purchase-plan/count-back.ts';
import type { EntryOf, EntryType } from '../../domain/purchase-plan/events.ts';
import { isAsAdopted, type PlanState, standing } from '../../domain/purchase-plan/state.ts';
import { planBlocks } from '../../explanation/plan-blocks.ts';
import { periodInWords } from '../../explanation/purchase-plan.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import type { OneLine } from './one-line.ts';
import { type Downloads, downloadsOf } from './sheet.ts';

interface Link {
  readonly href: string;
  readonly label: string;
  readonly primary: boolean;
}

export interface PurchasePlanModel {
  readonly line: OneLine;
  readonly title: string;
  readonly text: Messages['planPages'];
  readonly status: string;
  /** Whether it was adopted, and has changed since. */
  readonly adopted: { readonly tone: 'ok' | 'warning'; readonly text: string } | null;
  /** What can be added and done. */
  readonly links: readonly Link[];
  readonly timeline: PlanTimeline | null;
  readonly sections: BlocksModel;
  readonly downloads: Downloads;
  readonly note: readonly string[];
  readonly facts: readonly { readonly term: string; readonly value: string }[];
}

/** Where the entries of each type are, under the address of a plan. */
export const ROOM_OF: Readonly<Record<EntryType, string>> = {
  'service-planned': 'services',
  'phase-planned': 'phases',
  'moment-planned': 'moments',
};

/** The id of what an entry plans. */
export function subjectOf(entry: EntryOf<EntryType>): string {
  switch (entry.type) {
    case 'service-planned':
      return entry.payload.service;
    case 'phase-planned':
      return entry.payload.phase;
    case 'moment-planned':
      return entry.payload.moment;
  }
}

/** @param today "2027-03-10" */
export function purchasePlanModel(
  m: Messages,
  account: Account,
  accounts: Pick<Accounts, 'nameOf'>,
  state: Readonly<PlanState>,
  today: string,
  line: OneLine,
): PurchasePlanModel {
  const t = m.planPages;
  const base = `/plans/${state.dossier}`;
  const may = (type: Parameters<typeof mayCause>[2]): boolean => mayCause(state, account.id, type);
  const plans = may('service-planned');
  const leads = state.officer === account.id;
  const audits = mayAuditPlan(state, account);
  const links: readonly (readonly [boolean, string, string, boolean])[] = [
    [plans, `${base}/services/new`, t.actions.addService, true],
    [plans, `${base}/phases/new`, t.actions.addPhase, false],
    [plans, `${base}/moments/new`, t.actions.addMoment, false],
    [plans && !isAsAdopted(state) && state.entries.length > 0, `${base}/adoption`, t.actions.adopt, false],
    [true, `${base}/plan.pdf`, t.actions.pdf, false],
    [true, `${base}/plan.ics`, t.actions.calendar, false],
    [true, '/functional-model', t.actions.model, false],
    [leads, `${base}/officer`, t.actions.officer, false],
    [may('dossier-closed'), `${base}/close`, t.actions.close, false],
    [may('dossier-reopened'), `${base}/reopen`, t.actions.reopen, false],
    [audits, `${base}/log`, m.tender.pages.log, false],
    [audits, `${base}/dossier.json`, m.tender.pages.export, false],
  ];
  return {
    title: state.title,
    line,
    text: t,
    status: m.purchasePlan.phase[state.phase],
    adopted: adoptedInWords(m, state),
    links: links.filter(([shown]) => shown).map(([, href, label, primary]) => ({ href, label, primary })),
    timeline: planTimeline(m, state, today),
    sections: blocksModel(
      m,
      planBlocks(
        m,
        state,
        today,
        plans
          ? {
              change: (entry) => `${base}/${ROOM_OF[entry.type]}/${subjectOf(entry)}`,
              withdraw: (seq) => `${base}/entries/${seq}/withdraw`,
              decide: (service) => `/decisions/new?plan=${state.dossier}&service=${service}`,
            }
          : null,
      ),
    ),
    downloads: downloadsOf(m, `${base}/plan`),
    note: state.note === null ? [] : state.note.split(/\n+/),
    facts: [
      { term: m.purchasePlan.year, value: String(state.year) },
      { term: m.purchasePlan.officer, value: accounts.nameOf(state.officer) },
      {
        term: m.purchasePlan.model,
        value: m.tender.rulesVersion(inLanguage(state.model.title, m), state.model.version),
      },
    ],
  };
}

function adoptedInWords(m: Messages, state: Readonly<PlanState>): PurchasePlanModel['adopted'] {
  if (state.adopted === null) return null;
  const t = m.planPages.status;
  const on = m.format.date(state.adopted.on);
  return isAsAdopted(state)
    ? { tone: 'ok', text: t.asAdopted(on, state.adopted.by) }
    : { tone: 'warning', text: t.changedSince(on) };
}

export interface PlanTimeline {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly {
    readonly label: string;
    readonly y: number;
    readonly bars: readonly {
      readonly x: number;
      readonly y: number;
      readonly length: number;
      readonly height: number;
      readonly highlighted: boolean;
    }[];
  }[];
  /** Where today is; null where it is not in the picture. */
  readonly today: number | null;
  readonly ends: { readonly y: number; readonly first: string; readonly last: string };
}

const WIDTH = 640;
const ROW_HEIGHT = 44;
const ENDS_HEIGHT = 30;
/** A day is drawn at least so wide. */
const NARROWEST = 4;

/** As much of a name as fits above its bar on a phone; the whole stands in the table and in the text of the drawing. */
const LONGEST_LABEL = 46;
const fitting = (name: string): string =>
  name.length <= LONGEST_LABEL ? name : `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;

/** A bar: without a first or a last day it goes on outside of the picture; it has at least one of the two. */
interface Span {
  readonly from: string | null;
  readonly until: string | null;
  readonly look: 'thin' | 'light' | 'dark';
  readonly text: string;
}

/** Every service with its current contract, the way to the new agreement and that agreement; then phases and moments. None without dates. */
function planTimeline(m: Messages, state: Readonly<PlanState>, today: string): PlanTimeline | null {
  const rows = rowsOf(m, state).filter(({ spans }) => spans.length > 0);
  const dates = rows.flatMap(({ spans }) => spans.flatMap(boundsOf)).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = dayNumber(first);
  const days = Math.max(1, dayNumber(last) - start + 1);
  const place = (day: number): number => Math.round((Math.min(Math.max(day, 0), days) / days) * WIDTH * 10) / 10;
  const bar = ({ from, until, look }: Span) => {
    const x = from === null ? 0 : place(dayNumber(from) - start);
    const end = until === null ? WIDTH : place(dayNumber(until) - start + 1);
    const length = Math.max(NARROWEST, end - x);
    const inRow = look === 'thin' ? { y: 25, height: 6 } : { y: 22, height: 12 };
    return { x: Math.min(x, WIDTH - length), length, ...inRow, highlighted: look === 'dark' };
  };
  const inWords = rows.map(({ label, spans }) =>
    m.planPages.timeline.row(
      label,
      spans.map(({ text }) => text),
    ),
  );
  const height = rows.length * ROW_HEIGHT;
  return {
    width: WIDTH,
    height: height + ENDS_HEIGHT,
    title: m.planPages.timeline.title,
    description: m.planPages.timeline.text(inWords),
    rows: rows.map(({ label, spans }, at) => ({ label: fitting(label), y: at * ROW_HEIGHT, bars: spans.map(bar) })),
    today: today >= first && today <= last ? place(dayNumber(today) - start) : null,
    ends: { y: height + ENDS_HEIGHT - 8, first: m.format.date(first), last: m.format.date(last) },
  };
}

/** The first and the last day that a span asks to be drawn; what goes on outside of the picture is drawn for so many months. */
const OUTSIDE_MONTHS = 3;
const boundsOf = ({ from, until }: Span): string[] => [
  from ?? addMonths(until ?? '', -OUTSIDE_MONTHS),
  until ?? addMonths(from ?? '', OUTSIDE_MONTHS),
];

function rowsOf(m: Messages, state: Readonly<PlanState>): { readonly label: string; readonly spans: Span[] }[] {
  const t = m.planPages.timeline;
  const day = m.format.date;
  const services = standing(state, 'service-planned').map(({ payload: service }) => {
    const ends = service.current?.ends ?? null;
    const steps = service.starts === null ? [] : countBack(service.steps, service.starts);
    return {
      label: service.name,
      spans: [
        ...(ends === null ? [] : [{ from: null, until: ends, look: 'thin' as const, text: t.current(day(ends)) }]),
        ...steps.map(({ name, start, end }) => ({
          from: start,
          until: end,
          look: 'dark' as const,
          text: t.step(name, day(start), day(end)),
        })),
        ...(service.starts === null
          ? []
          : [
              {
                from: service.starts,
                until: service.until,
                look: 'light' as const,
                text: t.agreement(day(service.starts)),
              },
            ]),
      ],
    };
  });
  const planned = [...standing(state, 'phase-planned'), ...standing(state, 'moment-planned')].map(({ payload }) => {
    const { name, from, until } = payload;
    const has = from !== null || until !== null;
    // What is only done by a day is drawn on that day.
    const span = { from: from ?? until, until: until ?? from, look: 'dark' as const, text: periodInWords(m, payload) };
    return { label: name, spans: has ? [span] : [] };
  });
  return [...services, ...planned];
}
