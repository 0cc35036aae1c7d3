import type { TenderState } from './state.ts';

/**
 * Remembers what was worked out of a tender until its next event. A state evolves in place; its version says when.
 * @param work depends on the state alone
 */
export function perVersion<Result>(work: (state: TenderState) => Result): (state: TenderState) => Result {
  const remembered = new WeakMap<TenderState, { readonly version: number; readonly result: Result }>();
  return (state) => {
    const known = remembered.get(state);
    if (known?.version === state.version) return known.result;
    const result = work(state);
    remembered.set(state, { version: state.version, result });
    return result;
  };
}
