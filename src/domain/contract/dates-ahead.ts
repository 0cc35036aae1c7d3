import { DomainError } from '../errors.ts';
import { addDays } from '../procedure/calendar.ts';
import type { ContractEvent } from './events.ts';

/**
 * What was done or came in cannot be dated after the moment at which it is recorded. The day where one is may be one ahead of that in the log, which is
 * in universal time.
 * @throws DomainError `date-ahead` with the date
 */
export function requireNotAhead(event: ContractEvent): void {
  const today = addDays(event.at.slice(0, 10), 1);
  for (const date of datesOf(event)) if (date > today) throw new DomainError('date-ahead', { by: date });
}

function datesOf(event: ContractEvent): readonly string[] {
  switch (event.type) {
    case 'contract-signed':
      return [event.payload.signedOn];
    case 'extension-decided':
      return [event.payload.decidedOn];
    case 'index-recorded':
    case 'figures-recorded':
    case 'year-evaluated':
    case 'take-over-recorded':
      return [event.payload.on];
    case 'log-format-changed':
    case 'contracts-opened':
    case 'people-changed':
    case 'successor-proposed':
    case 'officer-succeeded':
    case 'contract-added':
    case 'contract-changed':
    case 'contract-ended':
    case 'budget-set':
    case 'growth-path-considered':
    case 'deciding-agreed':
    case 'entry-withdrawn':
    case 'dossier-closed':
    case 'dossier-reopened':
      return [];
    default:
      return event satisfies never;
  }
}
