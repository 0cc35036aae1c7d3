import { z } from 'zod';
import { shortest } from '../figures.ts';
import { compare, type Exact, exact } from '../number.ts';
import { type BilingualText, bilingualName, bilingualText, decimalText } from '../text.ts';

/** A score that can be given, what it is called and when it is. */
export const scaleStep = z.strictObject({
  value: decimalText,
  label: bilingualName.optional(),
  anchor: bilingualText.optional(),
});
export type ScaleStep = z.infer<typeof scaleStep>;

/** The scale of one criterion. */
export const criterionScale = z.discriminatedUnion('kind', [
  /** Announced scores, rising. */
  z.strictObject({ kind: z.literal('steps'), steps: z.array(scaleStep).min(2).max(101) }),
  /** Any number from the minimum to the maximum with so many decimals. Marks above the weight are converted: mark / maximum x weight. */
  z.strictObject({
    kind: z.literal('numbers'),
    minimum: decimalText,
    maximum: decimalText,
    decimals: z.int().min(0).max(6),
  }),
  /** It is met or it is not: 1 or 0. */
  z.strictObject({ kind: z.literal('yes-no') }),
]);

type CriterionScale = z.infer<typeof criterionScale>;

/** The scores that can be given on a criterion: some, or any number between two. */
export type Scale =
  | { readonly kind: 'steps'; readonly steps: readonly ScaleStep[] }
  | { readonly kind: 'numbers'; readonly minimum: Exact; readonly maximum: Exact; readonly decimals: number };

const YES: BilingualText = { nl: 'Ja', en: 'Yes' };
const NO: BilingualText = { nl: 'Nee', en: 'No' };
const YES_NO: Scale = {
  kind: 'steps',
  steps: [
    { value: '0', label: NO },
    { value: '1', label: YES },
  ],
};

/** What a scale follows from: the criterion, and its weight where the committee gives the points itself. */
interface Scaled {
  readonly criterion: {
    readonly scale?: CriterionScale | undefined;
    readonly scoring?: { readonly kind: string; readonly decimals?: number } | undefined;
  };
  readonly weight: Exact;
}

/** Rules never change, so a scale is worked out once. */
const known = new WeakMap<object, Scale>();

/** The scale that holds for a criterion that is scored. */
export function scaleOf(
  rules: { readonly scale?: readonly ScaleStep[] | undefined },
  { criterion, weight }: Scaled,
): Scale {
  if (criterion.scoring?.kind === 'points') {
    return { kind: 'numbers', minimum: exact('0'), maximum: weight, decimals: criterion.scoring.decimals ?? 0 };
  }
  const key = criterion.scale ?? rules.scale;
  if (key === undefined) return NO_SCALE;
  const found = known.get(key) ?? announced(criterion.scale, rules.scale);
  known.set(key, found);
  return found;
}

/** Of rules that announce none: a fault, said by whoever checks rules. */
const NO_SCALE: Scale = { kind: 'steps', steps: [] };

function announced(own: CriterionScale | undefined, shared: readonly ScaleStep[] | undefined): Scale {
  switch (own?.kind) {
    case undefined:
      return { kind: 'steps', steps: shared ?? [] };
    case 'steps':
      return { kind: 'steps', steps: own.steps };
    case 'yes-no':
      return YES_NO;
    case 'numbers':
      return { kind: 'numbers', minimum: exact(own.minimum), maximum: exact(own.maximum), decimals: own.decimals };
    default:
      return own satisfies never;
  }
}

/** The highest score. */
export const highestOf = (scale: Scale): Exact =>
  scale.kind === 'numbers'
    ? scale.maximum
    : scale.steps.map(({ value }) => exact(value)).reduce((a, b) => (compare(a, b) >= 0 ? a : b), exact('0'));

/** The lowest score. */
export const lowestOf = (scale: Scale): Exact =>
  scale.kind === 'numbers' ? scale.minimum : exact(scale.steps[0]?.value ?? '0');

/** The step of a scale that is a score, compared as numbers: "7.50" is the step "7.5". */
export const stepOf = (scale: Scale, score: string): ScaleStep | undefined =>
  scale.kind === 'numbers' ? undefined : scale.steps.find(({ value }) => shortest(value) === shortest(score));
