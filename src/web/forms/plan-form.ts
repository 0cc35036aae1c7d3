import type { RuleSets } from '../../criteria/rule-sets.ts';
import { newestVersions } from '../../criteria/rule-sets.ts';
import { MOST_WEEKS } from '../../domain/procedure/plan.ts';
import type { EntryOf, EntryType, NewPlanEvent, Planned, Service } from '../../domain/purchase-plan/events.ts';
import { SCALES, type Scale } from '../../domain/purchase-plan/functional-model.ts';
import { INSTRUMENTS, type Instrument, type Step } from '../../domain/purchase-plan/planned.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { dateToType, type FieldReader, fieldReader } from './plan-fields.ts';
import { type FieldProblem, type FormBody, typed } from './text.ts';

/** How the number of providers is tied: what the form offers. */
export const MAXIMA = ['none', 'tied'] as const;
const MOST_PROVIDERS = 1000;
const MOST_STEPS = 40;
const MOST_PARTNERS = 40;
const MOST_MOMENTS = 20;
/** Rows for moments to decide that are not there yet. */
const NEW_MOMENTS = 1;

/** A contract model that can be chosen, with the steps that its source describes. */
export interface OfferedModel {
  readonly value: string;
  readonly label: string;
  readonly chosen: NonNullable<Service['contractModel']>;
  readonly steps: readonly Step[];
}

/** The contract models of the newest published matrices, each with its steps and their example of a lead time. */
export const offeredModels = (m: Messages, { matrices }: Pick<RuleSets, 'matrices'>): OfferedModel[] =>
  newestVersions(matrices).flatMap(([, { rules }]) =>
    rules.alternatives.map(({ id, name, procedure = [] }) => ({
      value: `${rules.id}.v${rules.version}/${id}`,
      label: inLanguage(name, m),
      chosen: { matrix: rules.id, version: rules.version, id, name: inLanguage(name, m) },
      steps: procedure.map((one) => ({ name: inLanguage(one.name, m), weeks: one.exampleWeeks })),
    })),
  );

/** A step as a line of its field: "Marktverkenning: 6". */
export const stepsToType = (steps: readonly Step[]): string =>
  steps.map(({ name, weeks }) => `${name}: ${weeks}`).join('\n');

/** How many moments to decide the form of a service has room for. */
export const roomForMoments = (body: FormBody): number => {
  const given = Object.keys(body).flatMap((name) => /^moment\.(\d{1,2})\.name$/.exec(name)?.[1] ?? []);
  return Math.min(MOST_MOMENTS, Math.max(NEW_MOMENTS, ...given.map(Number)));
};

/** An entry as the fields of its form. */
export function bodyOf(entry: EntryOf<EntryType>): FormBody {
  const { source, note } = entry.payload;
  const beside = { source: source ?? '', note: note ?? '', reason: '' };
  return entry.type === 'service-planned'
    ? { ...bodyOfService(entry.payload), ...beside }
    : { ...bodyOfPlanned(entry.payload), ...beside };
}

const bodyOfPlanned = ({ name, from, until, said, decider }: Planned, prefix = ''): FormBody => ({
  [`${prefix}name`]: name,
  [`${prefix}from`]: dateToType(from),
  [`${prefix}until`]: dateToType(until),
  [`${prefix}said`]: said ?? '',
  [`${prefix}decider`]: decider ?? '',
});

function bodyOfService(service: Service): FormBody {
  const { pillar, scale, instrument, maximum, current, contractModel, moments } = service;
  const rows = Math.min(MOST_MOMENTS, moments.length + NEW_MOMENTS);
  return {
    name: service.name,
    pillar: pillar ?? '',
    pillarReason: service.pillarReason ?? '',
    scale,
    instrument,
    maximum: maximum === null ? 'none' : 'tied',
    maximumNumber: maximum?.number == null ? '' : String(maximum.number),
    providers: current?.providers ?? '',
    ends: dateToType(current?.ends ?? null),
    contractModel: contractModel ? `${contractModel.matrix}.v${contractModel.version}/${contractModel.id}` : '',
    partners: service.partners.join('\n'),
    starts: dateToType(service.starts),
    until: dateToType(service.until),
    begun: dateToType(service.begun),
    steps: stepsToType(service.steps),
    ...Object.assign(
      {},
      ...Array.from({ length: rows }, (_, at) =>
        bodyOfPlanned(
          moments[at] ?? { name: '', from: null, until: null, said: null, decider: null },
          `moment.${at + 1}.`,
        ),
      ),
    ),
  };
}

type Read = { readonly event: NewPlanEvent } | { readonly problems: readonly FieldProblem[] };

/**
 * Reads the form of an entry.
 * @param before the entry that it changes, of which what has no field stays
 * @param id of what it is about
 */
export function readEntry(
  m: Messages,
  type: EntryType,
  body: FormBody,
  id: string,
  before: EntryOf<EntryType> | undefined,
  models: readonly OfferedModel[],
): Read {
  const read = fieldReader(m, body);
  const f = m.planPages.forms;
  const beside = () => ({
    source: read.text('source', f.source, 300, 'one'),
    note: read.text('note', f.note, 5000),
    reason: read.text('reason', f.reason, 2000),
  });
  const event = ((): NewPlanEvent => {
    switch (type) {
      case 'service-planned': {
        const earlier = before?.type === type ? before.payload : undefined;
        return { type, payload: { ...readService(m, body, read, id, earlier, models), ...beside() } };
      }
      case 'phase-planned':
        return { type, payload: { phase: id, ...readPlanned(m, read, 300), ...beside() } };
      case 'moment-planned':
        return { type, payload: { moment: id, ...readPlanned(m, read, 300), ...beside() } };
    }
  })();
  return read.problems.length > 0 ? { problems: read.problems } : { event };
}

function readPlanned(m: Messages, read: FieldReader, longest: number, prefix = '', missing?: string): Planned {
  const f = m.planPages.forms;
  return {
    name: read.required(`${prefix}name`, f.name, missing ?? f.nameRequired, longest, 'one'),
    from: read.date(`${prefix}from`, f.from),
    until: read.date(`${prefix}until`, f.last),
    said: read.text(`${prefix}said`, f.said, 200, 'one'),
    decider: read.text(`${prefix}decider`, f.decider, 200, 'one'),
  };
}

function readService(
  m: Messages,
  body: FormBody,
  read: FieldReader,
  service: string,
  earlier: Service | undefined,
  models: readonly OfferedModel[],
) {
  const f = m.planPages.forms;
  const providers = read.text('providers', f.providers, 2000);
  const ends = read.date('ends', f.ends);
  if (ends !== null && providers === null) read.problems.push({ field: 'providers', text: f.endsWithoutProviders });
  const pillar = typed(body, 'pillar');
  return {
    service,
    name: read.required('name', f.name, f.nameRequired, 200, 'one'),
    pillar: pillar === '' ? null : pillar,
    pillarReason: pillar === '' ? read.text('pillarReason', f.pillarReason, 2000) : null,
    scale: oneOf<Scale>(SCALES, typed(body, 'scale'), 'local'),
    instrument: oneOf<Instrument>(INSTRUMENTS, typed(body, 'instrument'), 'undecided'),
    maximum: typed(body, 'maximum') === 'tied' ? { number: readMaximum(m, body, read) } : null,
    current: providers === null ? null : { providers, ends },
    contractModel: modelIn(typed(body, 'contractModel'), earlier, models),
    partners: read.lines('partners', f.partners, MOST_PARTNERS, 200),
    starts: read.date('starts', f.starts),
    until: read.date('until', f.until),
    begun: read.date('begun', f.begun),
    steps: readSteps(m, read),
    moments: readMoments(m, body, read),
    ...(earlier?.follows ? { follows: earlier.follows } : {}),
  };
}

/** What was chosen: one that is offered, or the one of before, which may be of an older matrix. */
const modelIn = (
  value: string,
  earlier: Service | undefined,
  models: readonly OfferedModel[],
): Service['contractModel'] => {
  const before = earlier?.contractModel ?? null;
  const same = before && value === `${before.matrix}.v${before.version}/${before.id}`;
  return same ? before : (models.find((one) => one.value === value)?.chosen ?? null);
};

const oneOf = <T extends string>(all: readonly T[], given: string, otherwise: T): T =>
  all.find((one) => one === given) ?? otherwise;

function readMaximum(m: Messages, body: FormBody, read: FieldReader): number | null {
  const given = typed(body, 'maximumNumber');
  if (given === '') return null;
  const number = Number(given);
  if (/^\d{1,4}$/.test(given) && number >= 1 && number <= MOST_PROVIDERS) return number;
  read.problems.push({ field: 'maximumNumber', text: m.planPages.forms.maximumInvalid });
  return null;
}

function readSteps(m: Messages, read: FieldReader): Step[] {
  const f = m.planPages.forms;
  return read.lines('steps', f.steps, MOST_STEPS, 210).map((line) => {
    const [, name = '', weeks = ''] = /^(.*\S)\s*:\s*(\d{1,3})$/.exec(line) ?? [];
    const number = Number(weeks);
    if (name === '' || name.length > 200 || number < 1 || number > MOST_WEEKS) {
      read.problems.push({ field: 'steps', text: f.stepInvalid(line) });
    }
    return { name, weeks: number };
  });
}

/** A row in which nothing was typed says nothing. */
const readMoments = (m: Messages, body: FormBody, read: FieldReader): Planned[] =>
  Array.from({ length: roomForMoments(body) }, (_, at) => at + 1).flatMap((number) => {
    const prefix = `moment.${number}.`;
    const given = ['name', 'from', 'until', 'said', 'decider'].some((name) => typed(body, `${prefix}${name}`) !== '');
    return given ? [readPlanned(m, read, 300, prefix, m.planPages.forms.momentNameOf(number))] : [];
  });
