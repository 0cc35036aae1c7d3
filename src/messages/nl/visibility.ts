import type { Seer } from '../../domain/tender/visibility.ts';
import { quote } from '../sentence.ts';
import { format } from './words.ts';

/** Wie wat vanaf wanneer ziet. */
export const visibility = {
  seers: {
    chair: 'De voorzitter',
    assessor: 'De andere beoordelaars',
    witness: 'Getuigen en bewaarders van prijzen',
    committee: 'De commissieleden',
    auditor: 'Auditors',
  } satisfies Readonly<Record<Exclude<Seer, 'onlooker'>, string>>,
  /** Waar een auditor bij naam is genoemd. */
  onlookers: (who: readonly string[]) =>
    who.length === 1 ? `Auditor ${who[0]}, die meekijkt` : `De auditors ${format.list(who)}, die meekijken`,
  otherAuditors: 'Andere auditors',
  title: 'Wie ziet uw werk?',
  who: 'Wie',
  scores: 'Uw scores en motiveringen',
  work: 'Dat en wanneer u iets indient',
  always: 'altijd',
  never: 'niet',
  from: (phase: string) => `vanaf de fase ${quote(phase)}`,
};
