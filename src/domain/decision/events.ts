import { z } from 'zod';
import { matrixRules } from '../decision-matrix/rules.ts';
import { FORMAT_CHANGED, formatChanged } from '../disclosure/format.ts';
import { link } from '../link.ts';
import { successionEvents } from '../succession.ts';
import { humanText, identifier, oneLine } from '../text.ts';
import { weighing } from './weighing.ts';

/** Every event that the dossier of a contract-model decision can hold. */
export const decisionEvents = {
  /** The log was in format 1 so far; from here on every event is committed to part by part. */
  [FORMAT_CHANGED]: formatChanged,
  /** Opens the dossier: the title, the published matrix in full, the hash of its file, who prepares the decision, and the first weighing. */
  'matrix-published': z.strictObject({
    title: oneLine(200),
    rules: matrixRules,
    rulesSha256: z.string().regex(/^[0-9a-f]{64}$/),
    officer: identifier,
    weighing,
    /** The plan in which it was foreseen, as that stood. */
    follows: link.optional(),
  }),
  ...successionEvents,
  'weighing-recorded': weighing,
  /** The choice; with a reason when it is not the first by the weighing. */
  'alternative-chosen': z.strictObject({ alternative: identifier, reason: humanText(20_000).nullable() }),
  /** Signed: the outcome of the weighing as computed, stored so that a re-run can be held against it. Nothing changes any more. */
  'decision-signed': z.strictObject({ engine: z.int().min(1), outcome: z.json() }),
} as const;

export type DecisionEventType = keyof typeof decisionEvents;
export type DecisionPayloads = {
  readonly [T in DecisionEventType]: z.infer<(typeof decisionEvents)[T]>;
};

export type NewDecisionEvent = {
  [T in DecisionEventType]: { readonly type: T; readonly payload: DecisionPayloads[T] };
}[DecisionEventType];

export type DecisionEvent = NewDecisionEvent & {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
};
