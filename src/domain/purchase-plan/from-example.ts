import type { BilingualText } from '../text.ts';
import type { NewPlanEvent, Planned } from './events.ts';
import type { ExampleMoment, ExampleService, PurchasePlanRules } from './rules.ts';

type Say = (text: BilingualText) => string;

/**
 * What an example of a plan plans, as the events of a plan of one's own: in one language, each with the source that it has.
 * @param say the language to take
 */
export function plannedInExample(example: PurchasePlanRules, say: Say): NewPlanEvent[] {
  return [
    ...example.services.map((service): NewPlanEvent => ({ type: 'service-planned', payload: serviceOf(service, say) })),
    ...example.phases.map(
      (phase): NewPlanEvent => ({
        type: 'phase-planned',
        payload: { phase: phase.id, ...plannedOf(phase, say), ...besideOf(phase, say) },
      }),
    ),
    ...example.moments.map(
      (moment): NewPlanEvent => ({
        type: 'moment-planned',
        payload: { moment: moment.id, ...plannedOf(moment, say), ...besideOf(moment, say) },
      }),
    ),
  ];
}

/** What is to be known of an example as a whole, and what in it is not of its sources. */
export const noteOfExample = ({ description, exampleNotice }: PurchasePlanRules, say: Say): string =>
  paragraphs(say, description, exampleNotice);

function serviceOf(service: ExampleService, say: Say): Extract<NewPlanEvent, { type: 'service-planned' }>['payload'] {
  const { pillar, scale, instrument, maximum, starts, until, current, partners, moments } = service;
  return {
    service: service.id,
    name: say(service.name),
    pillar,
    pillarReason: service.pillarReason ? say(service.pillarReason) : null,
    scale,
    instrument,
    maximum,
    starts,
    until,
    current: current && { providers: say(current.providers), ends: current.ends },
    contractModel: null,
    partners: partners.map(say),
    steps: [],
    begun: null,
    moments: moments.map((one) => plannedOf(one, say)),
    ...besideOf(service, say),
  };
}

const plannedOf = ({ name, from, until, said, decider }: ExampleMoment, say: Say): Planned => ({
  name: say(name),
  from,
  until,
  said: said ? say(said) : null,
  decider: decider ? say(decider) : null,
});

function besideOf(one: ExampleMoment | ExampleService, say: Say) {
  const note = paragraphs(say, one.description, 'ours' in one ? one.ours : undefined);
  const sources = one.sources.map(({ document, section }) => `${document}, ${section}`);
  return { source: sources.join('; '), note: note === '' ? null : note, reason: null };
}

const paragraphs = (say: Say, ...texts: readonly (BilingualText | undefined)[]): string =>
  texts.flatMap((text) => (text ? [say(text)] : [])).join('\n\n');
