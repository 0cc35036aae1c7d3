import type { Path } from '../../faults.ts';

/** Whether less or more of it is better: a price that is paid, a distance, or a price that is received, a share of work. */
export type Better = 'lower' | 'higher';

/** What a bid is measured by: nothing outside itself, the lowest price alone, or others in more ways. */
export type MeasuredBy = 'itself' | 'lowest-price' | 'others';

/** Names of one's own in a formula, with their value as decimal text. */
export type Constants = Readonly<Record<string, string>> | undefined;

/** Where rules of points stand, which way is better, and what names of one's own they know: what their faults depend on. */
export interface RulesAt {
  readonly path: Path;
  readonly better: Better;
  readonly constants: Constants;
}
