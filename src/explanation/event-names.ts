import type { Messages } from '../messages/messages.ts';

/** How a type of event is called, of whatever kind of dossier; a type that there is not as it stands. */
export function eventName(m: Messages, type: string): string {
  const names = joined.get(m) ?? join(m);
  return names.get(type) ?? type;
}

/** By messages: a page of a log asks hundreds of times. */
const joined = new WeakMap<Messages, ReadonlyMap<string, string>>();

function join(m: Messages): ReadonlyMap<string, string> {
  const kinds = [m.log.types, m.decision.log, m.purchasePlan.log, m.contractLog.types, m.accounts.log.types];
  const names = new Map(kinds.flatMap((kind) => Object.entries<string>(kind)));
  joined.set(m, names);
  return names;
}
