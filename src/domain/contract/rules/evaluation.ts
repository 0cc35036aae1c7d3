import { z } from 'zod';
import { bilingualText, identifier, oneLine } from '../../text.ts';
import { named, ours, sources } from './parts.ts';

/** The levels of contract management. */
export const MANAGEMENT_LEVELS = ['administrative', 'strategic', 'operational'] as const;
export const managementLevel = z.enum(MANAGEMENT_LEVELS);
export type ManagementLevel = (typeof MANAGEMENT_LEVELS)[number];

/** Figures that an evaluation takes from what was entered, beside the findings of a goal. */
const EVALUATION_FIGURES = ['budget-used', 'growth-path', 'subcontractors-kept', 'complaints'] as const;
export type EvaluationFigure = (typeof EVALUATION_FIGURES)[number];

/** The template of a yearly evaluation: goals, each with what is asked. */
export const evaluationRules = z.strictObject({
  goals: z
    .array(
      z.strictObject({
        ...named,
        question: bilingualText,
        /** On which level it is discussed first; the user may choose another one. */
        level: managementLevel,
        figures: z.array(z.enum(EVALUATION_FIGURES)).max(4),
        sources,
      }),
    )
    .min(1)
    .max(30),
  /** An evaluation of before that the source reports: with only what that says. */
  past: z
    .strictObject({
      year: z.int().min(1990).max(2199),
      /** Who was lead provider where, by the source. */
      areas: z
        .array(z.strictObject({ area: named.name, provider: oneLine(200), members: z.array(oneLine(200)).max(20) }))
        .max(30),
      findings: z
        .array(
          z.strictObject({
            goal: identifier,
            /** Of all where it is left out. */
            provider: oneLine(200).optional(),
            finding: bilingualText,
            sources,
          }),
        )
        .min(1)
        .max(100),
      sources,
    })
    .optional(),
  notices: z.array(ours).max(20),
  sources,
});
export type EvaluationRules = z.infer<typeof evaluationRules>;
