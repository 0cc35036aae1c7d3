import { z } from 'zod';
import { named, sources, statement } from '../contract/rules/parts.ts';
import { bilingualName, bilingualText, identifier } from '../text.ts';

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
