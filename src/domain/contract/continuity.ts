import { type Exact, ratio } from '../number.ts';
import type { EntryOf } from './events.ts';
import { TAKE_OVER_STEPS, type TakeOverStep } from './rules/continuity.ts';

/** An existing provider as it stands in the take-over, and how it came there. */
export interface TakeOver {
  readonly provider: string;
  readonly step: TakeOverStep;
  readonly on: string;
  /** Counts: how many users and staff it is about. */
  readonly users: number;
  readonly staff: number;
  readonly consulted: boolean;
  readonly entries: readonly EntryOf<'take-over-recorded'>[];
}

export interface Continuity {
  readonly providers: readonly TakeOver[];
  /** How many providers stand at each step. */
  readonly steps: readonly { readonly step: TakeOverStep; readonly providers: number }[];
  /** Of the providers, users and staff: how many with a contract, or a solution otherwise. */
  readonly contracted: number;
  readonly solved: number;
  /** Of one; null without providers. */
  readonly contractedShare: Exact | null;
  readonly users: number;
  readonly usersSettled: number;
  readonly staff: number;
  /** Whether the new provider consulted with every existing one; null without providers. */
  readonly allConsulted: boolean | null;
}

/** What became of users, staff and subcontractors in one area, from what was recorded per existing provider: of each the last entry counts. */
export function followContinuity(entries: readonly EntryOf<'take-over-recorded'>[]): Continuity {
  const byProvider = new Map<string, EntryOf<'take-over-recorded'>[]>();
  for (const entry of entries) {
    const { provider } = entry.payload;
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), entry]);
  }
  const providers = [...byProvider].map(([provider, own]): TakeOver => {
    const { step, on, users, staff } = own.at(-1)!.payload;
    return { provider, step, on, users, staff, consulted: own.some(({ payload }) => payload.consulted), entries: own };
  });
  const at = (step: TakeOverStep): TakeOver[] => providers.filter((one) => one.step === step);
  const total = (list: readonly TakeOver[], of: 'users' | 'staff'): number =>
    list.reduce((sum, one) => sum + one[of], 0);
  const contracted = at('contracted');
  const solved = at('solved-otherwise');
  return {
    providers,
    steps: TAKE_OVER_STEPS.map((step) => ({ step, providers: at(step).length })),
    contracted: contracted.length,
    solved: solved.length,
    contractedShare: providers.length === 0 ? null : ratio(BigInt(contracted.length), BigInt(providers.length)),
    users: total(providers, 'users'),
    usersSettled: total([...contracted, ...solved], 'users'),
    staff: total(providers, 'staff'),
    allConsulted: providers.length === 0 ? null : providers.every(({ consulted }) => consulted),
  };
}
