import { z } from 'zod';
import { DomainError } from './errors.ts';
import { humanText, identifier } from './text.ts';

/**
 * The officer who leads a dossier is gone, and nobody is left who can hand it over: the first of two administrators proposes who leads from
 * here on, the second agrees.
 */
export const successionEvents = {
  'successor-proposed': z.strictObject({ officer: identifier, reason: humanText(2000) }),
  'officer-succeeded': z.strictObject({ officer: identifier }),
} as const;

type Proposed = z.infer<(typeof successionEvents)['successor-proposed']>;
type Succeeded = z.infer<(typeof successionEvents)['officer-succeeded']>;

export type NewSuccessionEvent =
  | { readonly type: 'successor-proposed'; readonly payload: Proposed }
  | { readonly type: 'officer-succeeded'; readonly payload: Succeeded };

/** Who was proposed, by which administrator and why. */
export interface Succession {
  readonly officer: string;
  readonly by: string;
  readonly reason: string;
}

/** What a dossier with one officer knows of its succession. */
export interface LedState {
  officer: string;
  /** Null while nobody was proposed. */
  succession: Succession | null;
}

/** @throws DomainError `officer-already` */
export function successorIsAnother(state: Readonly<LedState>, { officer }: Succeeded): void {
  if (officer === state.officer) throw new DomainError('officer-already', { account: officer });
}

/** @throws DomainError `another-was-proposed` */
export function successorWasProposed({ succession }: Readonly<LedState>, { officer }: Succeeded): void {
  if (succession?.officer !== officer) throw new DomainError('another-was-proposed');
}

/** Who took the first of the two steps; null while nobody has. */
export const proposerOf = ({ succession }: Readonly<LedState>): string | null => succession?.by ?? null;

/** Keeps who was proposed. */
export function propose(state: LedState, { officer, reason }: Proposed, by: string): void {
  state.succession = { officer, by, reason };
}

/** Somebody else leads from here on: handed over, or as two agreed. */
export function succeed(state: LedState, officer: string): void {
  state.officer = officer;
  state.succession = null;
}
