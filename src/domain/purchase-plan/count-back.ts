import { addDays, dayNumber } from '../procedure/calendar.ts';
import { checkStart } from '../procedure/plan.ts';
import type { Planned, Service } from './events.ts';
import { type FunctionalModel, type Pillar, pillarsOf, SCALES } from './functional-model.ts';
import type { Step } from './planned.ts';

/** A step with its first and last day. */
export interface CountedStep extends Step {
  readonly start: string;
  readonly end: string;
}

/** How a service stands to the day on which the work on it must begin. */
export type Standing =
  /** No start or no steps are known, so that nothing can be counted. */
  | { readonly kind: 'unknown'; readonly missing: readonly ('starts' | 'steps')[] }
  /** It can still be begun in time. */
  | { readonly kind: 'ahead'; readonly begin: string; readonly days: number }
  /** It was begun in time. */
  | { readonly kind: 'begun'; readonly begin: string; readonly begun: string }
  /** The day has passed: begun too late, or not begun; and when the agreement could start if it was begun then, or is begun today. */
  | {
      readonly kind: 'late';
      readonly begin: string;
      readonly begun: string | null;
      readonly days: number;
      readonly earliest: string;
    }
  /** The new agreement has started. */
  | { readonly kind: 'started'; readonly starts: string }
  /** It has ended too. */
  | { readonly kind: 'ended'; readonly starts: string; readonly until: string };

/** What a plan says of a service that does not go together. */
export type Attention =
  /** Nothing is agreed from the day after the current contract until the new one starts. */
  | { readonly kind: 'gap'; readonly from: string; readonly until: string; readonly days: number }
  /** Both run on these days. */
  | { readonly kind: 'overlap'; readonly from: string; readonly until: string; readonly days: number }
  /** The model says another scale. */
  | {
      readonly kind: 'other-scale';
      readonly pillar: Pillar;
      /** Whether it is planned at a larger or a smaller scale than the model says. */
      readonly planned: 'larger' | 'smaller' | 'between';
    };

export interface CountedService {
  readonly steps: readonly CountedStep[];
  readonly standing: Standing;
  readonly attention: readonly Attention[];
}

/**
 * What must be started when, counted back from the start of the new agreement with the lead times of the steps.
 * @param today "2027-03-10"
 * @throws DomainError `date-invalid`, `start-year-invalid`
 */
export function countService(service: Service, model: FunctionalModel, today: string): CountedService {
  const steps = service.starts === null ? [] : countBack(service.steps, service.starts);
  return {
    steps,
    standing: standingOf(service, steps, today),
    attention: [...atTheSeam(service), ...atOtherScale(service, model)],
  };
}

/**
 * Lays the steps one after the other so that the last ends the day before the start.
 * @throws DomainError `date-invalid`, `start-year-invalid`
 */
export function countBack(steps: readonly Step[], starts: string): CountedStep[] {
  checkStart(starts);
  let end = addDays(starts, -1);
  return [...steps]
    .reverse()
    .map(({ name, weeks }) => {
      const counted = { name, weeks, start: addDays(end, 1 - weeks * 7), end };
      end = addDays(counted.start, -1);
      return counted;
    })
    .reverse();
}

function standingOf({ starts, until, begun }: Service, steps: readonly CountedStep[], today: string): Standing {
  if (starts !== null && until !== null && until < today) return { kind: 'ended', starts, until };
  if (starts !== null && starts <= today) return { kind: 'started', starts };
  const begin = steps[0]?.start;
  if (starts === null || begin === undefined) {
    const missing: ('starts' | 'steps')[] = starts === null ? ['starts'] : ['steps'];
    return { kind: 'unknown', missing };
  }
  if (begun !== null && begun <= begin) return { kind: 'begun', begin, begun };
  const from = begun ?? today;
  if (begun === null && today <= begin) return { kind: 'ahead', begin, days: dayNumber(begin) - dayNumber(today) };
  const days = dayNumber(from) - dayNumber(begin);
  return { kind: 'late', begin, begun, days, earliest: addDays(starts, days) };
}

/** How the new agreement follows the current contract. */
function atTheSeam({ current, starts, until }: Service): Attention[] {
  const ends = current?.ends ?? null;
  if (ends === null || starts === null) return [];
  const days = dayNumber(starts) - dayNumber(ends) - 1;
  if (days > 0) return [{ kind: 'gap', from: addDays(ends, 1), until: addDays(starts, -1), days }];
  if (days < 0) {
    const last = until !== null && until < ends ? until : ends;
    return [{ kind: 'overlap', from: starts, until: last, days: dayNumber(last) - dayNumber(starts) + 1 }];
  }
  return [];
}

/** Whether a service is planned at a scale that the model has for its pillar. */
function atOtherScale({ pillar: id, scale }: Service, model: FunctionalModel): Attention[] {
  const pillar = pillarsOf(model).find((one) => one.id === id);
  if (!pillar || pillar.scales.includes(scale)) return [];
  const place = SCALES.indexOf(scale);
  const others = pillar.scales.map((one) => SCALES.indexOf(one));
  const planned = others.every((one) => one < place)
    ? 'larger'
    : others.every((one) => one > place)
      ? 'smaller'
      : 'between';
  return [{ kind: 'other-scale', pillar, planned }];
}

/** Something that a plan has on a day. */
export interface DatedThing {
  readonly on: string;
  readonly what:
    | { readonly kind: 'begin' | 'ends' | 'starts'; readonly service: Service }
    | { readonly kind: 'step'; readonly service: Service; readonly step: string }
    | { readonly kind: 'moment'; readonly service: Service | null; readonly planned: Planned }
    | { readonly kind: 'phase'; readonly planned: Planned };
}

/** All that a plan has on a day, in order: what begins, what ends, what is decided. A period counts on its last day. */
export function datesOf(
  services: readonly Service[],
  phases: readonly Planned[],
  moments: readonly Planned[],
): DatedThing[] {
  const on = (date: string | null, what: DatedThing['what']): DatedThing[] =>
    date === null ? [] : [{ on: date, what }];
  const things = [
    ...services.flatMap((service) => [
      ...on(service.current?.ends ?? null, { kind: 'ends', service }),
      ...(service.starts === null ? [] : countBack(service.steps, service.starts)).flatMap(({ name, start }, at) =>
        on(start, at === 0 ? { kind: 'begin', service } : { kind: 'step', service, step: name }),
      ),
      ...on(service.starts, { kind: 'starts', service }),
      ...service.moments.flatMap((planned) => on(planned.until ?? planned.from, { kind: 'moment', service, planned })),
    ]),
    ...phases.flatMap((planned) => on(planned.until ?? planned.from, { kind: 'phase', planned })),
    ...moments.flatMap((planned) => on(planned.until ?? planned.from, { kind: 'moment', service: null, planned })),
  ];
  return things.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
