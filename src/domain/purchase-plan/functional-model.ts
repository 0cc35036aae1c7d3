import { z } from 'zod';
import { named, ours, sources, statement } from '../contract/rules/parts.ts';
import { DomainError } from '../errors.ts';
import { pathText, readShape } from '../shape.ts';
import { bilingualName, bilingualText, identifier } from '../text.ts';
import { type Fault, twice } from './rule-faults.ts';

/** At what scale something is organised and bought, the smallest first. */
export const SCALES = ['local', 'sub-regional', 'regional', 'provincial', 'supra-regional'] as const;
export const scale = z.enum(SCALES);
export type Scale = (typeof SCALES)[number];

const pillar = z.strictObject({
  ...named,
  /** As the source numbers it. */
  number: z.int().min(1).max(20),
  level: identifier,
  /** One, or the scales between which the source leaves the choice. */
  scales: z.array(scale).min(1).max(5),
  /** In our words, where the source says on what it depends. */
  scaleNote: bilingualText.optional(),
  funding: bilingualText,
  /** What it does, where the source counts that out. */
  functions: z.array(bilingualName).min(1).max(30).optional(),
  tasks: z.array(bilingualText).max(30),
  decisions: z.array(bilingualText).max(30),
  sources,
});

/** The functional model: which services there are, on which level, and at what scale each is organised, funded and decided on. */
export const functionalModel = z.strictObject({
  kind: z.literal('functional-model'),
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText,
  /** What in it is ours and does not come from the source. */
  exampleNotice: ours.optional(),
  /** The rule that it follows: local what can be local. */
  principles: z.array(statement).min(1).max(20),
  levels: z
    .array(z.strictObject({ ...named, sources }))
    .min(1)
    .max(10),
  tables: z
    .array(z.strictObject({ ...named, pillars: z.array(pillar).min(1).max(20), sources }))
    .min(1)
    .max(10),
  /** Services above the municipality that are contracted jointly, and what that adds for whom. */
  jointContracting: z.strictObject({
    kinds: z
      .array(z.strictObject({ ...named, sources }))
      .min(1)
      .max(20),
    addedValue: z
      .array(z.strictObject({ ...named, points: z.array(bilingualText).min(1).max(20), sources }))
      .min(1)
      .max(10),
  }),
  sources,
});
export type FunctionalModel = z.infer<typeof functionalModel>;
export type Pillar = z.infer<typeof pillar>;

/** Every pillar of a model, in the order of its tables. */
export const pillarsOf = ({ tables }: Pick<FunctionalModel, 'tables'>): Pillar[] =>
  tables.flatMap(({ pillars }) => pillars);

/** What a schema of shapes cannot see: pillars are named over the tables, so that a plan can point at one. */
function modelFaults({ levels, tables, jointContracting }: FunctionalModel): Fault[] {
  const known = new Set(levels.map(({ id }) => id));
  const all = tables.flatMap(({ pillars }, table) =>
    pillars.map((one, at) => ({ id: one.id, path: ['tables', table, 'pillars', at, 'id'] })),
  );
  return [
    ...twice(levels, ['levels']),
    ...twice(tables, ['tables']),
    ...twice(jointContracting.kinds, ['jointContracting', 'kinds']),
    ...twice(jointContracting.addedValue, ['jointContracting', 'addedValue']),
    ...all.flatMap(({ id, path }, at): Fault[] =>
      all.findIndex((other) => other.id === id) === at ? [] : [{ path, message: `duplicate id ${id}` }],
    ),
    ...tables.flatMap(({ pillars }, table) =>
      pillars.flatMap(({ level, number, scales }, at): Fault[] => {
        const path = ['tables', table, 'pillars', at];
        return [
          ...(known.has(level) ? [] : [{ path: [...path, 'level'], message: `no level ${level}` }]),
          ...(number === at + 1 ? [] : [{ path: [...path, 'number'], message: 'not in order' }]),
          ...(ascending(scales) ? [] : [{ path: [...path, 'scales'], message: 'not each once, the smallest first' }]),
        ];
      }),
    ),
  ];
}

const ascending = (scales: readonly Scale[]): boolean =>
  scales.every((one, at) => at === 0 || SCALES.indexOf(one) > SCALES.indexOf(scales[at - 1]!));

const checked = functionalModel.superRefine((model, context) => {
  for (const { path, message } of modelFaults(model)) context.addIssue({ code: 'custom', path: [...path], message });
});

/**
 * Reads a functional model.
 * @param file its name, for the error
 * @throws DomainError `rule-set-invalid` with file, path and what is wrong there
 */
export function readFunctionalModel(json: unknown, file: string): FunctionalModel {
  const read = readShape(checked, json);
  if ('data' in read) return read.data;
  const { path, fault } = read.faults[0]!;
  throw new DomainError('rule-set-invalid', { file, path: pathText(path), fault });
}
