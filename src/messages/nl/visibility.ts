import type { Seer } from '../../domain/tender/visibility.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

/** Wie wat vanaf wanneer ziet. */
export const visibility = {
  seers: {
    chair: 'de voorzitter',
    assessor: 'de andere beoordelaars',
    committee: 'de commissieleden',
    onlooker: 'de auditor die meekijkt',
    auditor: 'auditors',
  } satisfies Readonly<Record<Seer, string>>,
  /** Waar een auditor bij naam is genoemd. */
  onlookers: (who: readonly string[]) =>
    who.length === 1 ? `auditor ${who[0]}, die meekijkt` : `de auditors ${format.list(who)}, die meekijken`,
  otherAuditors: 'andere auditors',
  scores: 'Wie ziet uw scores?',
  work: 'Wie ziet dat u iets opslaat of indient?',
  always: (who: readonly string[]) => `Altijd: ${format.list(who)}.`,
  never: (who: readonly string[]) => `Niet: ${format.list(who)}.`,
  from: (who: readonly string[], phase: string) => `Vanaf de fase ${quote(phase)}: ${format.list(who)}.`,
};
