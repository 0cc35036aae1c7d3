import type { TenderState } from './state.ts';

/**
 * Remembers what was worked out of a tender until its next event that is no letter. A state evolves in place; its version says when.
 * @param work depends on the state alone
 */
export const perVersion = <Result>(work: (state: TenderState) => Result): ((state: TenderState) => Result) =>
  remembering(work, ({ workVersion }) => workVersion);

/** The same until an event that changes what there is to assess, or who assesses it: thousands of scores may come in between. */
export const perAssignment = <Result>(work: (state: TenderState) => Result): ((state: TenderState) => Result) =>
  remembering(work, ({ assignmentVersion }) => assignmentVersion);

function remembering<Result>(
  work: (state: TenderState) => Result,
  versionOf: (state: TenderState) => number,
): (state: TenderState) => Result {
  const remembered = new WeakMap<TenderState, { readonly version: number; readonly result: Result }>();
  return (state) => {
    const version = versionOf(state);
    const known = remembered.get(state);
    if (known?.version === version) return known.result;
    const result = work(state);
    remembered.set(state, { version, result });
    return result;
  };
}
