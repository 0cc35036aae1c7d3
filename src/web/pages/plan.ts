import type { PublishedMatrix } from '../../domain/decision-matrix/rules.ts';
import { dayNumber } from '../../domain/procedure/calendar.ts';
import type { ProcedurePlan } from '../../domain/procedure/plan.ts';
import { sourceLine } from '../../explanation/sources.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { type TextField, textField } from './fields.ts';

type Model = PublishedMatrix['alternatives'][number];

export interface PlanModel {
  readonly title: string;
  readonly text: Messages['plan'];
  readonly action: string;
  readonly rulesKey: string | null;
  readonly startField: TextField;
  readonly weekFields: readonly TextField[];
  readonly plan: null | {
    readonly rows: readonly {
      readonly name: string;
      readonly from: string;
      readonly to: string;
      readonly weeks: number;
      readonly decides: string;
    }[];
    readonly ends: string;
    readonly leadTime: LeadTimeInWords | null;
    readonly timeline: Timeline;
    readonly calendarHref: string;
  };
}

/** How the plan stands to the lead time of the source. */
export interface LeadTimeInWords {
  readonly tone: 'info' | 'warning';
  readonly verdict: string;
  /** What the source gives, what the plan reaches under each reading of it, and what counts as "about". */
  readonly lines: readonly string[];
  readonly source: string;
}

export interface Timeline {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly {
    readonly label: string;
    readonly duration: string;
    readonly x: number;
    readonly y: number;
    readonly length: number;
  }[];
  /** The first and the last day, under the bars. */
  readonly ends: { readonly y: number; readonly first: string; readonly last: string };
}

const WIDTH = 640;
const STEP_HEIGHT = 44;
const ENDS_HEIGHT = 30;

export const nameOfStep = (m: Messages, model: Model, id: string): string =>
  inLanguage(model.procedure!.find((step) => step.id === id)!.name, m);

/** Who decides at a step, or that the source does not say. */
export const decidesAt = (m: Messages, model: Model, id: string): string => {
  const step = model.procedure!.find((one) => one.id === id)!;
  return step.decides ? inLanguage(step.decides, m) : m.plan.decidesNobody;
};

/** @param typed what stands in a field, or its default; `plan` is null while there is no start date or something is wrong */
export function planModel(
  m: Messages,
  model: Model,
  typed: {
    readonly start: string;
    readonly weeks: (step: string) => string;
    readonly query: string;
    readonly rulesKey: string | null;
  },
  plan: ProcedurePlan | null,
  problems: readonly FieldProblem[],
): PlanModel {
  const t = m.plan;
  return {
    title: t.title(inLanguage(model.name, m)),
    text: t,
    action: `/contract-models/${model.id}/plan`,
    rulesKey: typed.rulesKey,
    startField: textField(
      { name: 'start', label: t.start, hint: t.startHint, value: typed.start, autocomplete: 'off', asks: 'open' },
      problems,
      m.app,
    ),
    weekFields: model.procedure!.map(({ id }) =>
      textField(
        {
          name: `weeks.${id}`,
          label: nameOfStep(m, model, id),
          value: typed.weeks(id),
          inputmode: 'numeric',
          asks: 'open',
        },
        problems,
        m.app,
      ),
    ),
    plan: plan && {
      rows: plan.steps.map((step) => ({
        name: nameOfStep(m, model, step.id),
        from: m.format.date(step.start),
        to: m.format.date(step.end),
        weeks: step.weeks,
        decides: decidesAt(m, model, step.id),
      })),
      ends: t.ends(m.format.date(plan.end)),
      leadTime: plan.leadTime && leadTimeInWords(m, model, plan.leadTime),
      timeline: timeline(m, model, plan),
      calendarHref: `/contract-models/${model.id}/plan.ics?${typed.query}`,
    },
  };
}

function leadTimeInWords(
  m: Messages,
  model: Model,
  { readings, toleranceWeeks }: NonNullable<ProcedurePlan['leadTime']>,
): LeadTimeInWords {
  const t = m.plan;
  const { description, sources } = model.leadTime!;
  const [first, ...others] = readings;
  const agreed = others.every(({ verdict }) => verdict === first!.verdict);
  return {
    tone: readings.every(({ verdict }) => verdict === 'within') ? 'info' : 'warning',
    verdict: agreed ? t.verdict[first!.verdict] : t.verdictOpen,
    lines: [
      t.leadTime(inLanguage(description, m)),
      ...readings.map(({ until, reached, verdict }) =>
        others.length === 0
          ? t.reached(nameOfStep(m, model, until), m.format.date(reached))
          : t.reading[verdict](nameOfStep(m, model, until), m.format.date(reached)),
      ),
      ...(toleranceWeeks > 0 ? [t.tolerance(toleranceWeeks)] : []),
    ],
    source: sourceLine(m, sources),
  };
}

/** The steps as bars from the first day to the last, each under the other. */
function timeline(m: Messages, model: Model, plan: ProcedurePlan): Timeline {
  const first = dayNumber(plan.steps[0]!.start);
  const days = dayNumber(plan.end) - first + 1;
  const place = (day: string): number => Math.round(((dayNumber(day) - first) / days) * WIDTH * 10) / 10;
  const inWords = plan.steps.map((step) =>
    m.plan.stepText(nameOfStep(m, model, step.id), m.format.date(step.start), m.format.date(step.end)),
  );
  return {
    width: WIDTH,
    height: plan.steps.length * STEP_HEIGHT + ENDS_HEIGHT,
    title: m.plan.timeline,
    description: m.plan.timelineText(inWords),
    bars: plan.steps.map((step, index) => ({
      label: nameOfStep(m, model, step.id),
      duration: m.plan.duration(step.weeks),
      x: place(step.start),
      y: index * STEP_HEIGHT,
      length: Math.max(2, Math.round(((step.weeks * 7) / days) * WIDTH * 10) / 10),
    })),
    ends: {
      y: plan.steps.length * STEP_HEIGHT + ENDS_HEIGHT - 8,
      first: m.format.date(plan.steps[0]!.start),
      last: m.format.date(plan.end),
    },
  };
}
