import { z } from 'zod';
import { named, ours, sources } from '../contract/rules/parts.ts';
import { DomainError } from '../errors.ts';
import { pathText, readShape } from '../shape.ts';
import { bilingualName, bilingualText, dateText, identifier } from '../text.ts';
import { period, planYear, serviceFacts } from './planned.ts';
import { type Fault, twice } from './rule-faults.ts';

const moment = z.strictObject({
  ...named,
  ...period,
  /** When, as the source says it, where a date says more than the source. */
  said: bilingualName.optional(),
  /** Who decides, where the source says so. */
  decider: bilingualName.optional(),
  sources,
});

const service = z.strictObject({
  ...named,
  ...serviceFacts,
  /** Why it is in no pillar. */
  pillarReason: bilingualText.optional(),
  current: z.strictObject({ providers: bilingualText, ends: dateText.nullable() }).nullable(),
  partners: z.array(bilingualName).max(40),
  moments: z.array(moment).max(20),
  /** What of this is ours, as what the source says is read. */
  ours: ours.optional(),
  sources,
});

/** An example of a purchase plan, made of what a source says: what is bought, how, at what scale and when, and the phases of the work. */
const purchasePlanRules = z.strictObject({
  kind: z.literal('purchase-plan'),
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText,
  /** What in it is ours and does not come from the source. */
  exampleNotice: ours.optional(),
  year: planYear,
  /** The functional model in which its pillars are. */
  model: identifier,
  services: z.array(service).max(60),
  phases: z.array(moment).max(60),
  moments: z.array(moment).max(60),
  sources,
});
export type PurchasePlanRules = z.infer<typeof purchasePlanRules>;
export type ExampleMoment = PurchasePlanRules['moments'][number];
export type ExampleService = PurchasePlanRules['services'][number];

/** What a schema of shapes cannot see. @param pillars of the functional model that the plan names; undefined where there is no such model */
function planFaults(plan: PurchasePlanRules, pillars: ReadonlySet<string> | undefined): Fault[] {
  return [
    ...(pillars ? [] : [{ path: ['model'], message: `no model ${plan.model}` }]),
    ...twice(plan.services, ['services']),
    ...(['phases', 'moments'] as const).flatMap((list) => [
      ...twice(plan[list], [list]),
      ...plan[list].flatMap((one, at) => order(one.from, one.until, [list, at, 'until'])),
    ]),
    ...plan.services.flatMap(({ pillar, pillarReason, starts, until, moments }, at): Fault[] => [
      ...(pillar === null || !pillars || pillars.has(pillar)
        ? []
        : [{ path: ['services', at, 'pillar'], message: `no pillar ${pillar}` }]),
      ...((pillar === null) === (pillarReason !== undefined)
        ? []
        : [{ path: ['services', at, 'pillarReason'], message: 'where there is no pillar, and only there' }]),
      ...order(starts, until, ['services', at, 'until']),
      ...twice(moments, ['services', at, 'moments']),
      ...moments.flatMap((one, place) => order(one.from, one.until, ['services', at, 'moments', place, 'until'])),
    ]),
  ];
}

const order = (from: string | null, until: string | null, path: Fault['path']): Fault[] =>
  from !== null && until !== null && until < from ? [{ path, message: 'before it starts' }] : [];

/**
 * Reads an example of a purchase plan.
 * @param file its name, for the error
 * @param pillarsIn the ids of the pillars of the newest functional model with this id; undefined where there is none
 * @throws DomainError `rule-set-invalid` with file, path and what is wrong there
 */
export function readPurchasePlan(
  json: unknown,
  file: string,
  pillarsIn: (model: string) => ReadonlySet<string> | undefined,
): PurchasePlanRules {
  const checked = purchasePlanRules.superRefine((plan, context) => {
    for (const { path, message } of planFaults(plan, pillarsIn(plan.model)))
      context.addIssue({ code: 'custom', path: [...path], message });
  });
  const read = readShape(checked, json);
  if ('data' in read) return read.data;
  const { path, fault } = read.faults[0]!;
  throw new DomainError('rule-set-invalid', { file, path: pathText(path), fault });
}
