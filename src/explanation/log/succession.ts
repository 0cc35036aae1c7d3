import type { LedState, NewSuccessionEvent } from '../../domain/succession.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Said, said, typed } from './said.ts';

/** Who follows the officer of a dossier, and why: with who was proposed before, and who led it so far. @param called how the officer is called there */
export function successionInWords(
  m: Messages,
  called: string,
  person: (account: string) => string,
  state: Readonly<LedState> | undefined,
  { type, payload }: NewSuccessionEvent,
): Said[] {
  switch (type) {
    case 'successor-proposed': {
      const before = state?.succession;
      return [
        ...said(m.logFacts.successor, person(payload.officer), before ? person(before.officer) : undefined),
        ...said(m.logFacts.reason, typed(payload.reason)),
      ];
    }
    case 'officer-succeeded':
      return said(called, person(payload.officer), state && person(state.officer));
    default:
      return type satisfies never;
  }
}
