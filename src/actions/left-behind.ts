import { isSigned } from '../domain/decision/access.ts';
import { leftBehindBy } from '../domain/tender/left-behind.ts';
import type { Decisions } from './decisions.ts';
import type { Tenders } from './tenders.ts';

/** A dossier that is left without somebody who can finish it. */
export interface LeftBehind {
  readonly title: string;
  readonly as: 'chairs' | 'assesses' | 'decides';
}

/** What closing an account leaves without an owner, over all dossiers that can be read. */
export function leftBehind(
  { tenders, decisions }: { readonly tenders: Tenders; readonly decisions: Decisions },
  account: string,
): LeftBehind[] {
  return [
    ...tenders
      .list()
      .readable.flatMap((state) => leftBehindBy(state, account).map((as) => ({ title: state.title, as }))),
    ...decisions
      .list()
      .readable.filter((state) => state.officer === account && !isSigned(state))
      .map(({ title }) => ({ title, as: 'decides' as const })),
  ];
}
