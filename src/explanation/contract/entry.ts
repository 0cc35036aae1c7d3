import type { Entry } from '../../domain/contract/events.ts';
import { areasOf } from '../../domain/contract/overview.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import type { Messages } from '../../messages/messages.ts';
import { quarterInWords } from './amounts.ts';

/** What an entry is about, in a few words: "Centrum, kwartaal 3 van 2027"; empty where its kind says it all. */
export function entrySubject(m: Messages, state: Readonly<ContractState>, entry: Entry): string {
  const t = m.contractActs;
  const areaName = (id: string): string => areasOf(state).find((one) => one.id === id)?.name ?? id;
  switch (entry.type) {
    case 'contract-added':
      return t.contractOf(entry.payload.area.name, entry.payload.provider.name);
    case 'contract-signed':
    case 'contract-changed':
    case 'contract-ended':
      return areaName(entry.payload.area);
    case 'figures-recorded':
      return t.about(areaName(entry.payload.area), quarterInWords(m, entry.payload.quarter));
    case 'year-evaluated':
      return t.about(areaName(entry.payload.area), String(entry.payload.year));
    case 'extension-decided':
      return t.about(areaName(entry.payload.area), t.extension(entry.payload.extension).toLowerCase());
    case 'take-over-recorded':
      return t.about(areaName(entry.payload.area), entry.payload.provider);
    case 'index-recorded':
      return String(entry.payload.year);
    case 'growth-path-considered':
      return t.extension(entry.payload.extension).toLowerCase();
    case 'budget-set':
    case 'deciding-agreed':
      return '';
    default:
      return entry satisfies never;
  }
}
