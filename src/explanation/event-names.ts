import type { Messages } from '../messages/messages.ts';

/** How a type of event is called, of whatever kind of dossier; a type that there is not as it stands. */
export function eventName(m: Messages, type: string): string {
  const names: Readonly<Record<string, string>> = {
    ...m.log.types,
    ...m.decision.log,
    ...m.purchasePlan.log,
    ...m.contractLog.types,
    ...m.accounts.log.types,
  };
  return Object.hasOwn(names, type) ? names[type]! : type;
}
